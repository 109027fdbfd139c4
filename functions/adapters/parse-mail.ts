import { convert } from 'html-to-text';
import { type AddressObject, type HeaderLines, type ParsedMail as Parsed, simpleParser } from 'mailparser';
import { UnreadableMail } from '../domain/errors.ts';
import type { MachinePart, ParsedMail } from '../domain/mail.ts';
import { htmlTextOptions } from './html-text.ts';
import { hex, sha256 } from './sha256.ts';

/** HTML beyond this is not read (characters): a person does not write it, and reading it takes longer the more it nests. */
const MAX_HTML = 500_000;
/** html-to-text stops at this depth; deeper nesting is a bomb, not a mail. */
const MAX_HTML_DEPTH = 200;

/** How much of a part written for machines is read (bytes): a report and the headers of a returned mail stand at its beginning. */
const MAX_MACHINE_PART = 64 * 1024;
/** A report has three parts (RFC 6522); servers on the way add a few. */
const MAX_MACHINE_PARTS = 12;
/** Reports (RFC 3464, 6533, 8098, 5965), the mails they return, and calendars (RFC 6047). */
const MACHINE_PART =
  /^(message\/((global-)?(delivery-status|disposition-notification|headers)|feedback-report|rfc822|global|xdelivery-status)|text\/(rfc822(-headers)?|calendar))$/;

/** Reads a raw mail. Throws UnreadableMail saying why, for bytes no mail can be made of. */
export async function parseMail(raw: Uint8Array): Promise<ParsedMail> {
  const parsed = await simpleParser(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength), {
    // Text is made from HTML here, where its size and depth are bounded, and only when there is no text part.
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipTextLinks: true,
    skipImageLinks: true,
    // A delivery report is no text of the mail; it is read apart.
    keepDeliveryStatus: true,
  }).catch((error: unknown) => {
    throw new UnreadableMail(`the mail cannot be read: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  });
  const headers = firstHeaders(parsed.headerLines);
  if (headers.size === 0) throw new UnreadableMail('the mail has no headers');
  return {
    messageId: parsed.messageId,
    from: firstAddress(parsed.from),
    subject: parsed.subject ?? '',
    answers: [parsed.inReplyTo, ...list(parsed.references)].flatMap((id) => id?.trim() || []),
    headers,
    text: textOf(parsed),
    attachments: parsed.attachments.map(({ filename, contentType, size, content }) => ({
      name: filename ?? 'unnamed',
      type: contentType,
      bytes: size,
      sha256: hex(sha256(content)),
    })),
    ...machineParts(parsed.attachments),
  };
}

function machineParts(attachments: Parsed['attachments']): { machineParts?: MachinePart[] } {
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

function firstAddress(from: AddressObject | undefined) {
  const [first] = from?.value ?? [];
  if (!first?.address?.includes('@')) return undefined;
  return { address: first.address, name: first.name };
}

function textOf({ text, html }: Parsed): string {
  const plain = text?.trim();
  if (plain) return plain;
  if (!html) return '';
  const limits = { maxDepth: MAX_HTML_DEPTH, maxInputLength: MAX_HTML };
  return convert(html, { ...htmlTextOptions, limits }).trim();
}

function list(value: string | string[] | undefined): string[] {
  return value === undefined ? [] : Array.isArray(value) ? value : value.split(/\s+/);
}
