import type { ParsedMail } from '../domain/mail.ts';
import type { Policy } from '../domain/policy.ts';
import { isFormSender, isOurs, isStaff } from '../domain/staff.ts';
import { dayOfHeader } from './facts/calendar.ts';
import {
  type Forwarded,
  forwardedAttached,
  forwardedInline,
  type Holder,
  saysForwarded,
} from './forward/held-mails.ts';
import type { Sender } from './forward/sender.ts';
import { mentionsForward } from './own-words/dividers.ts';
import { ownWords } from './own-words.ts';

export type { Forwarded } from './forward/held-mails.ts';

/** Staff pass a mail on to one another before it comes here; more often than this nobody does. */
const MAX_HOPS = 8;

/** Whose request a mail is, and what to read of it. */
export type Author =
  | (Readable & {
      /** Its sender; or a customer whose words a form of the shop sent, which proves nothing about them. */
      by: 'self' | 'form';
      customer: Sender;
    })
  | (Readable & {
      /** A customer whose mail somebody of the shop passed on: their contact there. */
      by: 'staff';
      customer: Sender;
      contact: Sender;
      /** What the contact, and whoever had the mail between them and the customer, wrote about it. */
      note: string;
      evidence: string;
    })
  | {
      /** Somebody of the shop passed on a mail that does not say from which address it came. `evidence` says what it does say. */
      by: 'nobody';
      contact: Sender;
      evidence: string;
    };

interface Readable {
  /**
   * The mail as if the customer had sent it to us: from them, with their subject and date, and with no text but their own
   * words (all of it, where they wrote none).
   */
  mail: ParsedMail;
  /**
   * What stands in the mail beside them: a forwarded order confirmation, the quoted history, a contact's note. Order numbers
   * and what was bought can be read from it, and no reason or wish: those are in nobody's words but the customer's.
   */
  background: string;
}

/**
 * Whose request a person's mail is. Only staff (policy) whose address is not disproved can make it somebody else's than the
 * sender's, and then it is that of the first sender, from the outside in, who is not staff: what stands below is that
 * sender's to say. `proved`: SES did not find that the mail comes from elsewhere.
 */
export function authorOf(mail: ParsedMail, from: Sender, policy: Policy, proved: boolean): Author {
  if (proved && isFormSender(policy, from.address)) {
    const { replyTo } = mail;
    if (replyTo && !isStaff(policy, replyTo.address)) {
      // A form's lines ("From: Ana", "Subject: kettle") are no headers of a quoted mail.
      return { by: 'form', customer: replyTo, mail: { ...mail, from: replyTo }, background: '' };
    }
  }
  const holder = { ...mail, sentOn: dayOfHeader(mail.headers.get('date')) };
  if (proved && isStaff(policy, from.address)) {
    const held = mailsIn(holder);
    const passesOn = saysForwarded(mail.subject);
    const found = firstOutside(held, policy, passesOn, MAX_HOPS);
    if (found) return passedOn(mail, from, found);
  }
  return { by: 'self', customer: from, ...readable(mail, holder) };
}

/** The mail that a mail passes on: the one in its text, else the first one attached. */
export function forwardedBy(mail: Holder): Forwarded | undefined {
  return mailsIn(mail)[0];
}

/** The mails in a mail: the one in its text, then those attached. */
function mailsIn(mail: Holder): Forwarded[] {
  const inline = forwardedInline(mail);
  return [...(inline ? [inline] : []), ...forwardedAttached(mail)];
}

interface Found {
  original: Forwarded;
  /** Undefined where nothing says who wrote it. */
  customer: Sender | undefined;
  /** From the outside in. */
  notes: string[];
}

/**
 * The first mail, from the outside in, whose sender is not staff, or is not told. An answer that quotes somebody by name alone
 * is no forward; Outlook's have the same headers in them, and only the subject tells (`passesOn`).
 */
function firstOutside(
  held: readonly Forwarded[],
  policy: Policy,
  passesOn: boolean,
  hops: number,
): Found | undefined {
  for (const original of held) {
    const customer = writerOf(original, policy);
    if (!customer && (original.how === 'reply' || (original.how === 'headers' && !passesOn))) continue;
    // A mail of ours repeats what customers wrote: no header in it is a mail program's.
    if (customer && isOurs(policy, customer.address)) continue;
    if (!customer || !isStaff(policy, customer.address))
      return { original, customer, notes: [original.note] };
    const deeper = hops > 1 ? firstOutside(mailsIn(original), policy, passesOn, hops - 1) : undefined;
    if (deeper) return { ...deeper, notes: [original.note, ...deeper.notes] };
  }
  return undefined;
}

/** Who wrote a mail; behind a form's address, who wrote into the form. */
function writerOf({ sender, replyTo }: Forwarded, policy: Policy): Sender | undefined {
  const { address, name } = sender;
  if (address === undefined) return undefined;
  return isFormSender(policy, address) && replyTo ? replyTo : { address, name };
}

function passedOn(mail: ParsedMail, contact: Sender, { original, customer, notes }: Found): Author {
  const { evidence, messageId, sentOn } = original;
  if (!customer) {
    const named = original.sender.name;
    return {
      by: 'nobody',
      contact,
      evidence: `${evidence}${named ? `, and no address of ${named}` : ', and no sender'}`,
    };
  }
  const note = [...new Set(notes)].filter(Boolean).join('\n\n');
  const title = mail.subject.replace(PREFIXES, '').trim();
  const subject = original.subject || title;
  const files = {
    attachments: [...mail.attachments, ...original.attachments],
    ...(original.contents && { contents: new Map([...(mail.contents ?? []), ...original.contents]) }),
  };
  const written = { ...mail, ...files, from: customer, subject, text: original.text };
  const read = readable(written, original);
  const headers = new Map(read.mail.headers);
  if (sentOn) headers.set('date', asHeader(sentOn));
  const about = subject === title ? '' : title;
  return {
    by: 'staff',
    customer,
    contact,
    note,
    evidence,
    mail: { ...read.mail, messageId, answers: [], headers },
    background: joined(read.background, about, note),
  };
}

/** "Fwd: Re: ENC:" and relatives. */
const PREFIXES = /^(?:\s*(?:re|res|aw|sv|fwd?|enc|env|rv|tr|wg|i|vs|vb|doorst|pd)\s*(?:\[\d+\])?:)+/i;

/** Parts what a mail's sender wrote from what stands in it beside. */
function readable(mail: ParsedMail, holder: Holder): Readable {
  // Headers without a heading, and quotes, are history to own words; what is forwarded with a heading is not.
  const inline = mentionsForward(holder.text) ? forwardedInline(holder) : undefined;
  const forward = inline?.how === 'heading' ? inline : undefined;
  const { words, rest } = forward ? { words: forward.note, rest: '' } : ownWords(mail.text);
  const beside = [...(forward && words ? [forward] : []), ...forwardedAttached(holder)];
  return {
    mail: words ? { ...mail, text: words } : mail,
    background: joined(rest, ...beside.flatMap(({ subject, text }) => [subject, text])),
  };
}

const joined = (...parts: string[]) => parts.filter(Boolean).join('\n\n');

/** A day as a Date header names it, which is where the day of writing is read from. */
function asHeader(day: string): string {
  const [year = '', month = '', ofMonth = ''] = day.split('-');
  return `${ofMonth} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
