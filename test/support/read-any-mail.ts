import { parseMail } from '../../functions/adapters/parse-mail.ts';
import { LimitExceeded, UnreadableMail } from '../../functions/domain/errors.ts';
import type { ParsedMail } from '../../functions/domain/mail.ts';
import { Request } from '../../functions/domain/request.ts';
import { classify } from '../../functions/intake/classify.ts';
import { authorOf } from '../../functions/intake/forwarded.ts';
import { MAX_LINES, ownWords } from '../../functions/intake/own-words.ts';
import { readRequest } from '../../functions/intake/read-request.ts';
import { senderTrust } from '../../functions/intake/sender-trust.ts';
import { defaultPolicy } from './policy.ts';

const { policy } = defaultPolicy;
/** What no mail of a few hundred kilobytes may take, on a busy machine (ms). What is not linear takes far longer. */
const LIMIT_MS = 3_000;

/**
 * All that intake does with a mail before it stores anything. Throws where any of it throws anything but the two errors that
 * say why a mail is not read, where a word is lost, or where it takes too long.
 */
export async function readAnyMail(raw: Uint8Array): Promise<ParsedMail | undefined> {
  const started = performance.now();
  let mail: ParsedMail;
  try {
    mail = await parseMail(raw);
  } catch (error) {
    if (error instanceof UnreadableMail || error instanceof LimitExceeded) return undefined;
    throw error;
  }
  const read = classify(mail, policy.shop.refunds);
  if (read.kind !== 'person' && read.evidence.length === 0) throw new Error(`${read.kind} without evidence`);
  const trust = senderTrust(mail);
  if (mail.from) {
    const author = authorOf(mail, mail.from, policy, trust.sender !== 'failed');
    if (author.by !== 'nobody')
      Request.parse(readRequest({ ...author, outer: mail }, undefined, { policy: defaultPolicy }));
  }
  loseNothing(mail.text);
  const took = performance.now() - started;
  if (took > LIMIT_MS) throw new Error(`reading ${raw.byteLength} bytes took ${Math.round(took)} ms`);
  if ('polluted' in {}) throw new Error('a mail wrote into the prototype of objects');
  return mail;
}

function loseNothing(text: string): void {
  if (text.split('\n').length > MAX_LINES) return;
  const { words, signature, rest } = ownWords(text);
  const parted = lettersOf([words, signature, rest].join('\n'));
  const whole = lettersOf(text);
  if (parted !== whole) throw new Error(`of ${whole.length} characters, parting them left ${parted.length}`);
}

/** Every visible character, in an order that does not matter. */
function lettersOf(text: string): string {
  return [...text.replace(/[\s\p{Cf}]/gu, '')].sort().join('');
}
