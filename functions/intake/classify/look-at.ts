import type { MachinePart, ParsedMail } from '../../domain/mail.ts';
import { findReference } from '../../domain/reference.ts';
import { CUSTOMER_ASKS, CUSTOMER_TELLS } from './customer-words.ts';

/** How much of a text is searched for what machines say (characters): templates say what they are at the top. */
const MAX_SEARCHED = 4_000;
/** A header value beyond this is cut (characters); none that is looked at needs more. */
const MAX_HEADER = 2_000;
/** How many earlier mails an answer may name before the rest is not looked at. */
const MAX_ANSWERS = 100;
/** The longest mail id of ours (characters) is an approval request's; this leaves room. */
const OUR_ID = /<?\b(RX-[0-9A-Z]{4}-[0-9A-Z]{4}\.[\w.-]{1,120})@([\w.-]{1,255})>?/i;

/** The subject of an answer, or of what somebody passes on. */
export const ANSWERED = /^(?:re|res|fwd?|enc|aw|wg|tr|rv) ?:/;

/** A mail made ready to be searched: bounded, in lower case without accents, and without what it quotes. */
export interface LookedAt {
  mail: ParsedMail;
  headers: ReadonlyMap<string, string>;
  /** A header's value on one line, or ''. */
  header: (name: string) => string;
  /** The sender's address, in lower case. */
  sender: string | undefined;
  /** The whole From header, which has no address in some servers' reports. */
  from: string;
  subject: string;
  /** The top of the text without quoted lines or anything below a quoted mail's header. */
  words: string;
  parts: readonly MachinePart[];
  own: { domain: string; matches: (address: string) => boolean };
  /** The id of a mail of ours that a Message-ID names, without its domain. */
  ourId: (messageId: string) => string | undefined;
  /** Whether it names a mail or a case of ours as what it answers. */
  answersUs: boolean;
}

/** Reads a mail once, for all that is looked for. */
export function lookAt(mail: ParsedMail, ownAddress: string): LookedAt {
  const header = (name: string) =>
    (mail.headers.get(name) ?? '').slice(0, MAX_HEADER).replace(/\s+/g, ' ').trim();
  const own = ownMailbox(ownAddress);
  const ourId = (messageId: string) => {
    const [, id, domain] = OUR_ID.exec(messageId.slice(0, MAX_HEADER)) ?? [];
    return domain?.toLowerCase() === own.domain ? id : undefined;
  };
  const answers = mail.answers.slice(0, MAX_ANSWERS);
  return {
    mail,
    headers: mail.headers,
    header,
    sender: mail.from?.address.slice(0, MAX_HEADER).toLowerCase(),
    from: fold(`${header('from')} ${mail.from?.name.slice(0, MAX_HEADER) ?? ''}`),
    subject: fold(mail.subject.slice(0, MAX_HEADER)).replace(/\s+/g, ' ').trim(),
    words: fold(ownWords(mail.text.slice(0, MAX_SEARCHED))),
    parts: mail.machineParts ?? [],
    own,
    ourId,
    answersUs:
      answers.some((id) => ourId(id) !== undefined) ||
      findReference(mail.subject.slice(0, MAX_HEADER)) !== undefined,
  };
}

/** Lower case without accents, with plain apostrophes and blanks, so that one pattern finds all spellings. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('\u00df', 'ss')
    .replace(/[\u2018\u2019\u00b4`]/g, "'")
    .replace(/[\u00a0\u202f]/g, ' ')
    .toLowerCase();
}

/** Our address, with or without the token of a signed reply address behind a plus sign. */
function ownMailbox(ownAddress: string) {
  const [local = '', domain = ''] = ownAddress.toLowerCase().split('@');
  const matches = (address: string) => {
    const [theirs = '', at = ''] = address.toLowerCase().replace(/^<|>$/g, '').split('@');
    return at === domain && theirs.replace(/\+.*$/s, '') === local;
  };
  return { domain, matches };
}

/** Whether its sender asks for what only customers ask for. */
export function customerAsks({ subject, words }: LookedAt): boolean {
  return CUSTOMER_ASKS.test(`${subject}\n${words}`);
}

/** Whether its sender speaks as only customers do. */
export function customerSpeaks(seen: LookedAt): boolean {
  return customerAsks(seen) || CUSTOMER_TELLS.test(seen.words);
}

/** Where mail programs put the mail that is answered: all below is somebody else's words. */
const QUOTE_BELOW =
  /^(?:[-_ ]{2,}\s?(?:original message|forwarded message|mensagem original|mensagem encaminhada|mensaje original|message d'origine|ursprungliche nachricht)|(?:on|em|el|le|am) [^\n]{1,200}(?:wrote|escreveu|escribio|a ecrit|schrieb)[^\n]{0,200}:|(?:from|de|von): [^\n]{1,200}$|_{20,}$)/;

function ownWords(text: string): string {
  const lines = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('>')) continue;
    // Servers indent the header of the mail they report on; that quotes nobody.
    if (QUOTE_BELOW.test(fold(line.slice(0, 500)).trimEnd())) break;
    lines.push(line);
  }
  return lines.join('\n');
}
