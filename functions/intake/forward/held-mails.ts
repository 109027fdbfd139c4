import type { ParsedMail } from '../../domain/mail.ts';
import type { Attachment } from '../../domain/request.ts';
import type { Day } from '../../domain/time.ts';
import { dayOfHeader } from '../facts/calendar.ts';
import { ownWords } from '../own-words.ts';
import { findPassed, type Passed } from './find-passed.ts';
import { type Sender, senderIn } from './sender.ts';
import { sentOn } from './sent-on.ts';

/** How much of a text is searched for a mail in it (characters); a case keeps a fifth of it. */
const MAX_SEARCHED = 100_000;

/** A mail that another passes on, in its text or as an attachment. */
export interface Forwarded {
  how: Passed['how'] | 'attached';
  /** In words, what shows it. */
  evidence: string;
  /** Who wrote it. Where their program gave a name and no address, or two, there is no address. */
  sender: { address: string | undefined; name: string };
  /** Whom its sender wants answers to go to. */
  replyTo: Sender | undefined;
  subject: string;
  sentOn: Day | undefined;
  messageId: string | undefined;
  /** All it says, what it quotes included. */
  text: string;
  /** What whoever passed it on wrote themselves, without signature and quotes. */
  note: string;
  /** Of an attached mail; those of a mail in the text are the forwarder's, or gone. */
  attachments: Attachment[];
  contents?: ParsedMail['contents'];
  enclosed?: ParsedMail[] | undefined;
}

/** What can hold another mail: a mail, or one that was forwarded. */
export type Holder = Pick<ParsedMail, 'subject' | 'text' | 'enclosed'> & { sentOn?: Day | undefined };

/** The mail that a text holds, outermost first: one in it is found by asking again. Time is linear in the text. */
export function forwardedInline({ text, subject: title, sentOn: passedOn }: Holder): Forwarded | undefined {
  const passed = findPassed(text.slice(0, MAX_SEARCHED).replace(/\r\n?/g, '\n'), saysForwarded(title));
  if (!passed) return undefined;
  const { how, evidence, from, subject, date, replyTo } = passed;
  const { address, name } = senderIn(from ?? '');
  const answers = senderIn(replyTo);
  return {
    how,
    evidence,
    sender: { address, name: how === 'headers' || date !== from ? name : nameAtEnd(name) },
    replyTo: answers.address === undefined ? undefined : { address: answers.address, name: answers.name },
    subject,
    sentOn: sentOn(date, passedOn),
    messageId: undefined,
    text: passed.text,
    note: ownWords(passed.around).words,
    attachments: [],
  };
}

/** The mails attached whole (message/rfc822). */
export function forwardedAttached({ text, enclosed = [] }: Holder): Forwarded[] {
  return enclosed.map((mail) => ({
    how: 'attached',
    evidence: `an attached mail${mail.from ? ` from ${mail.from.address}` : ' that names no sender'}`,
    sender: { address: mail.from?.address, name: mail.from?.name ?? '' },
    replyTo: mail.replyTo,
    subject: mail.subject,
    sentOn: dayOfHeader(mail.headers.get('date')),
    messageId: mail.messageId,
    text: mail.text,
    note: ownWords(text).words,
    attachments: mail.attachments,
    contents: mail.contents,
    enclosed: mail.enclosed,
  }));
}

/** How a forwarded mail's subject begins, in the languages mail programs speak. */
const FORWARD_SUBJECT =
  /^\s*(?:(?:re|res|aw|sv)\s*:\s*)*(?:(?:fwd?|enc|env|rv|tr|wg|i|vs|vb|doorst|pd)\s*:|\[fwd?:|\(fwd\))/i;

/** Whether a subject says that the mail passes another on. */
export const saysForwarded = (subject: string): boolean => FORWARD_SUBJECT.test(subject);

/** "On Fri, 20 Nov 2026 at 8:05 AM Ana Souza": the name is what stands behind the last figure. */
function nameAtEnd(text: string): string {
  const [last = ''] = /[^\d,:<>"]*$/.exec(text) ?? [];
  return last.replace(/^\s*[ap]\.?m\b\.?/i, '').trim();
}
