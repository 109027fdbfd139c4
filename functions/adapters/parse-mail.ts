import type { AddressObject, EmailAddress, HeaderLines } from 'mailparser';
import { UnreadableMail } from '../domain/errors.ts';
import type { MachinePart, ParsedMail } from '../domain/mail.ts';
import { findLetterhead } from './letterhead.ts';
import { checkLines, conflictingSenders, readHead, withFirstOnly } from './mail-head.ts';
import { type Part, readParts } from './mail-parts.ts';
import { textOf } from './mail-text.ts';
import { readAttachments } from './read-attachments.ts';
import { hex, sha256 } from './sha256.ts';

/** How much of a part written for machines is read (bytes): a report and the headers of a returned mail stand at its beginning. */
const MAX_MACHINE_PART = 64 * 1024;
/** A report has three parts (RFC 6522); servers on the way add a few. */
const MAX_MACHINE_PARTS = 12;
/** Reports (RFC 3464, 6533, 8098, 5965), the mails they return, and calendars (RFC 6047). */
const MACHINE_PART =
  /^(message\/((global-)?(delivery-status|disposition-notification|headers)|feedback-report|rfc822|global|xdelivery-status)|text\/(rfc822(-headers)?|calendar))$/;
/** A mail attached whole. */
const ENCLOSED = /^message\/(rfc822|global)$/;
/** Mails in mails are read so deep: people pass on what was passed on to them. What lies deeper stays a file. */
const MAX_ENCLOSED_DEPTH = 3;
/** And so many side by side: a whole conversation attached. */
const MAX_ENCLOSED = 5;
/** What a mail program adds to a mail to sign it; nobody attached it. */
const SIGNED_WITH = /^application\/((x-)?pkcs7-signature|pgp-signature|pgp-keys)$/i;

/**
 * Reads a raw mail. Throws UnreadableMail saying why, for bytes no mail can be made of, and LimitExceeded naming the limit and
 * the figure, for a mail of more than a person writes.
 */
export async function parseMail(bytes: Uint8Array, depth = 0): Promise<ParsedMail> {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fields = readHead(raw);
  checkLines(raw);
  const parts = await readParts(withFirstOnly(raw, fields));
  const headers = firstHeaders(parts.headerLines);
  if (headers.size === 0) throw new UnreadableMail('the mail has no headers');
  const text = textOf(parts);
  // Where nothing is written, a picture is all that is said.
  const isLetterhead = text ? findLetterhead(parts.html) : () => false;
  return {
    messageId: string(parts.headers.get('message-id')),
    ...senderOf(parts.headers.get('from'), conflictingSenders(raw, fields)),
    subject: string(parts.headers.get('subject')) ?? '',
    answers: [parts.headers.get('in-reply-to'), parts.headers.get('references')].flatMap(ids),
    headers,
    text,
    ...(parts.html && { htmlSha256: hex(sha256(parts.html)) }),
    ...(await readAttachments(
      parts.attachments.filter(({ contentType }) => !SIGNED_WITH.test(contentType)),
      isLetterhead,
    )),
    ...machineParts(parts.attachments),
    ...replyTo(parts.headers.get('reply-to')),
    // A report returns a mail; nobody passes it on.
    ...(/^multipart\/report\b/i.test(headers.get('content-type') ?? '')
      ? {}
      : await enclosedMails(parts.attachments, depth)),
  };
}

async function enclosedMails(attachments: Part[], depth: number): Promise<Pick<ParsedMail, 'enclosed'>> {
  if (depth === MAX_ENCLOSED_DEPTH) return {};
  const enclosed: ParsedMail[] = [];
  const parts = attachments.filter(({ contentType }) => ENCLOSED.test(contentType.toLowerCase()));
  for (const { content } of parts.slice(0, MAX_ENCLOSED)) {
    try {
      enclosed.push(await parseMail(content, depth + 1));
    } catch (error) {
      // It stays an attachment, as any file that is not what it says.
      if (!(error instanceof UnreadableMail)) throw error;
    }
  }
  return enclosed.length > 0 ? { enclosed } : {};
}

function replyTo(header: unknown): Pick<ParsedMail, 'replyTo'> {
  const named = flat((header as AddressObject | undefined)?.value ?? []);
  const [first] = named.filter(({ address }) => address?.includes('@'));
  return first?.address === undefined ? {} : { replyTo: { address: first.address, name: first.name } };
}

function machineParts(attachments: Part[]): { machineParts?: MachinePart[] } {
  const parts = attachments.filter(({ contentType }) => MACHINE_PART.test(contentType.toLowerCase()));
  if (parts.length === 0) return {};
  const machineParts = parts.slice(0, MAX_MACHINE_PARTS).map(({ contentType, content }) => ({
    type: contentType.toLowerCase(),
    text: content.toString('utf8', 0, MAX_MACHINE_PART),
  }));
  return { machineParts };
}

/** The first of each header, from the top: what the receiving server wrote stands above what the sender wrote. */
function firstHeaders(lines: HeaderLines): Map<string, string> {
  const headers = new Map<string, string>();
  for (const { key, line } of lines) {
    if (key && !headers.has(key)) headers.set(key, line.slice(line.indexOf(':') + 1).trim());
  }
  return headers;
}

/** The one sender. A mail may name several (RFC 5322, section 3.6.2), and then nobody can say whose case it is. */
function senderOf(from: unknown, conflict: string | undefined): Pick<ParsedMail, 'from' | 'noSender'> {
  if (conflict) return { from: undefined, noSender: conflict };
  const named = flat((from as AddressObject | undefined)?.value ?? []);
  const addresses = named.filter(({ address }) => address?.includes('@'));
  const different = new Set(addresses.map(({ address }) => address?.toLowerCase()));
  if (different.size > 1)
    return { from: undefined, noSender: `its From header names ${different.size} senders` };
  const [{ address, name } = { name: '' }] = addresses;
  return { from: address === undefined ? undefined : { address, name } };
}

/** Addresses with those of groups (RFC 6854) among them. */
function flat(addresses: readonly EmailAddress[]): EmailAddress[] {
  return addresses.flatMap((one) => (one.group ? flat(one.group) : [one]));
}

function string(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Message-IDs in a header: mailparser gives the one a string and the other a list. */
function ids(value: unknown): string[] {
  const listed = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/\s+/) : [];
  return listed.flatMap((id) => (typeof id === 'string' && id.trim()) || []);
}
