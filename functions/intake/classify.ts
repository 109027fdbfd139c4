import type { ParsedMail } from '../domain/mail.ts';
import { autoReplySigns } from './classify/auto-reply.ts';
import { bounceOf, readReceiptOf } from './classify/bounce.ts';
import { bulkSigns } from './classify/bulk.ts';
import { challengeOf } from './classify/challenge.ts';
import { type LookedAt, lookAt } from './classify/look-at.ts';
import type { DeliveryReport, Original } from './classify/report.ts';
import { complaintOf } from './classify/report.ts';
import type { Sign } from './classify/sign.ts';

/** What a mail is, with the evidence in words. Only a person's mail opens a case or moves one. */
export type Classification =
  | { kind: 'person' }
  /** A delivery report about a mail that was sent, by standard or in a server's own words. */
  | { kind: 'bounce'; evidence: string; report: DeliveryReport }
  /** Somebody pressed "spam" (RFC 5965), or somebody's mail program says that it was opened (RFC 8098). */
  | { kind: 'complaint' | 'read-receipt'; evidence: string; original: Original }
  | {
      kind:
        | 'auto-reply'
        | 'out-of-office'
        | 'challenge-response'
        | 'automatic'
        | 'bulk'
        | 'own'
        | 'empty'
        | 'no-sender';
      evidence: string;
    };

/**
 * Tells a person's mail from all others. Where the signs are weak it is a person's, because a case too many can be closed;
 * where answering could go round in a loop it is a machine's, because a mail held back can be released.
 * Looks at bounded parts of the mail, so the time is linear in the number of headers and nothing else.
 */
export function classify(mail: ParsedMail, ownAddress: string): Classification {
  const seen = lookAt(mail, ownAddress);
  return (
    complaintOf(seen) ??
    readReceiptOf(seen) ??
    challengeOf(seen) ??
    bounceOf(seen) ??
    ownMail(seen) ??
    calendarAnswer(seen) ??
    machineOf(seen) ??
    nobody(seen) ?? { kind: 'person' }
  );
}

function ownMail({ sender, own, header, headers, ourId }: LookedAt): Classification | undefined {
  if (sender !== undefined && own.matches(sender)) {
    return { kind: 'own', evidence: 'it comes from our own address' };
  }
  const id = ourId(header('message-id'));
  if (id) return { kind: 'own', evidence: `its Message-ID is that of our mail ${id}` };
  if (headers.has('x-goodwill-mail')) return { kind: 'own', evidence: 'it has our header X-Goodwill-Mail' };
  if (own.matches(header('x-loop'))) return { kind: 'own', evidence: 'X-Loop names our own address' };
  return undefined;
}

/** An invitation can be a person's; an answer to one is sent by a calendar, and we invite nobody. */
function calendarAnswer({ parts, header }: LookedAt): Classification | undefined {
  const answers = (text: string) => /^METHOD:(REPLY|COUNTER|REFRESH)\b/im.test(text.slice(0, 2_000));
  const part = parts.some(({ type, text }) => type === 'text/calendar' && answers(text));
  if (!part && !/text\/calendar\b.*\bmethod="?(reply|counter|refresh)\b/is.test(header('content-type'))) {
    return undefined;
  }
  return { kind: 'automatic', evidence: 'it has a calendar’s answer to an invitation (METHOD:REPLY)' };
}

/** A sign of weight 2 is enough; of weak ones it takes two. */
const ENOUGH = 2;

function machineOf(seen: LookedAt): Classification | undefined {
  const signs = autoReplySigns(seen);
  const sum = (...kinds: Sign['of'][]) =>
    signs.filter((sign) => kinds.includes(sign.of)).reduce((total, { weight }) => total + weight, 0);
  const listed = bulkSigns(seen);
  const bulk = listed.reduce((total, { weight }) => total + weight, 0);
  const replies = sum('reply', 'absence');
  if (replies + sum('notice') < ENOUGH && bulk < ENOUGH) return undefined;
  // Vacation notes and help desks' answers are marked as bulk too: what answers a mail is an answer.
  const answers = replies >= ENOUGH || (sum('notice') >= ENOUGH && seen.mail.answers.length > 0);
  if (bulk >= ENOUGH && !answers) return { kind: 'bulk', evidence: told(listed) };
  if (sum('absence') > 0) return { kind: 'out-of-office', evidence: told(signs) };
  return { kind: replies > 0 || answers ? 'auto-reply' : 'automatic', evidence: told(signs) };
}

function told(signs: readonly Sign[]): string {
  const strong = signs.filter(({ weight }) => weight >= ENOUGH);
  return (strong.length > 0 ? strong : signs).map(({ evidence }) => evidence).join('; ');
}

function nobody({ mail, sender }: LookedAt): Classification | undefined {
  if (sender === undefined)
    return { kind: 'no-sender', evidence: mail.noSender ?? 'the From header holds no address' };
  // Zero-width and non-breaking blanks are what an empty HTML mail leaves.
  const blank = (text: string) => !/[^\s\p{Cf}\p{M}]/u.test(text);
  const unnamed = /^(?:(?:re|res|fw|fwd|enc):\s*|\((?:no subject|sem assunto|sin asunto)\)\s*)*$/i;
  if (blank(mail.text) && unnamed.test(mail.subject.trim()) && mail.attachments.length === 0) {
    return { kind: 'empty', evidence: 'no subject, text or attachment' };
  }
  return undefined;
}
