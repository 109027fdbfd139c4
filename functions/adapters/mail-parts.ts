import { Readable, type Transform } from 'node:stream';
import { type AttachmentStream, type HeaderLines, MailParser, type MessageText } from 'mailparser';
import { LimitExceeded, UnreadableMail } from '../domain/errors.ts';
import { MAX_HEADER_BYTES } from './mail-head.ts';
import { quotedPrintable } from './quoted-printable.ts';

/** Parts beyond this are not read: forty mails with their pictures, forwarded one in the other, have some three hundred. */
const MAX_PARTS = 500;
/** Parts in parts beyond this are not read: a mail forwarded as an attachment twenty times over nests to sixty. */
const MAX_NESTING = 100;
/** Text of parts beyond this is cut (bytes, decoded, all parts together): nobody writes it, and the raw mail has it. */
const MAX_TEXT_BYTES = 512 * 1024;
/** Attachments beyond this are not read: every picture of a long newsletter is one, and a person sends a few dozen. */
const MAX_ATTACHMENTS = 250;
/** A file's name beyond this is not read (characters): no file system takes more than 255. */
const MAX_FILE_NAME = 1_000;

/** A mail is given to mailparser in pieces (bytes): given a whole one, it makes all of its lines before it reads the first. */
const PIECE = 64 * 1024;

/** What bytes are of which nobody says more (RFC 2046, section 4.5.1). */
const UNTYPED = 'application/octet-stream';

/** An attachment and its bytes. */
export type Part = Omit<AttachmentStream, 'content'> & { content: Buffer };

/** What mailparser finds in a mail. */
export interface Parts {
  /** Values as mailparser reads them: addresses, ids, decoded words. */
  headers: ReadonlyMap<string, unknown>;
  /** Whole lines, from the top. */
  headerLines: HeaderLines;
  text: string;
  html: string;
  attachments: Part[];
}

/** What is used of mailparser's parser beyond its declared types; test/unit/parsing/limits.test.ts holds it to that. */
interface Inner {
  headers: ReadonlyMap<string, unknown> | false;
  headerLines: HeaderLines | false;
  createNode(part: MimePart): Node;
}
interface MimePart {
  encoding?: string | false;
  getDecoder(): Transform;
}
interface Node {
  parent?: Node;
  headerLines: HeaderLines;
  isAttachment?: boolean;
  decoder?: Transform;
}

const options = {
  // Text is made from HTML where its size and depth are bounded, and only when there is no text part.
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipTextLinks: true,
  skipImageLinks: true,
  // A delivery report is no text of the mail; it is read apart.
  keepDeliveryStatus: true,
  // A mail in the mail is one of its own, whether it is to be shown inline (Apple Mail, Thunderbird) or not.
  ignoreEmbedded: true,
  maxHeadSize: MAX_HEADER_BYTES,
  maxChildNodes: MAX_PARTS,
};

/** Takes a mail apart. Throws LimitExceeded naming the limit and the figure, UnreadableMail for what cannot be read. */
export async function readParts(raw: Buffer): Promise<Parts> {
  const parser = new MailParser(options);
  limitNodes(parser);
  const attachments: Part[] = [];
  let found: MessageText | undefined;
  try {
    if (raw.length <= PIECE) parser.end(raw);
    else Readable.from(piecesOf(raw)).pipe(parser);
    for await (const part of parser as AsyncIterable<AttachmentStream | MessageText>) {
      if (part.type === 'text') {
        found = part;
        continue;
      }
      checkAttachment(part, attachments.length + 1);
      const chunks: Buffer[] = [];
      for await (const chunk of part.content as unknown as AsyncIterable<Buffer>) chunks.push(chunk);
      part.release();
      // mailparser gives an empty Content-Type as what it parsed of it, which is no text.
      const contentType = typeof part.contentType === 'string' ? part.contentType : UNTYPED;
      attachments.push(Object.assign(part, { contentType, content: Buffer.concat(chunks) }));
    }
  } catch (error) {
    throw named(error);
  }
  const { headers, headerLines } = parser as unknown as Inner;
  return {
    headers: headers || new Map(),
    headerLines: headerLines || [],
    text: found?.text ?? '',
    html: typeof found?.html === 'string' ? found.html : '',
    attachments,
  };
}

function* piecesOf(raw: Buffer): Generator<Buffer> {
  for (let start = 0; start < raw.length; start += PIECE) yield raw.subarray(start, start + PIECE);
}

function checkAttachment({ filename = '' }: AttachmentStream, count: number): void {
  if (count > MAX_ATTACHMENTS) {
    throw new LimitExceeded(`MAX_ATTACHMENTS: more than ${MAX_ATTACHMENTS} attachments`);
  }
  if (filename.length > MAX_FILE_NAME) {
    throw new LimitExceeded(
      `MAX_FILE_NAME: a file’s name of ${filename.length} characters, and at most ${MAX_FILE_NAME} are read`,
    );
  }
}

/** Looks at each part as mailparser meets it, so that what a mail is too large for is never made of it. */
function limitNodes(parser: MailParser): void {
  const inner = parser as unknown as Inner;
  const createNode = inner.createNode.bind(parser);
  const depths = new WeakMap<Node, number>();
  let headerBytes = 0;
  let textLeft = MAX_TEXT_BYTES;
  inner.createNode = (part) => {
    if (part.encoding === 'quoted-printable') part.getDecoder = quotedPrintable;
    const node = createNode(part);
    const depth = node.parent ? (depths.get(node.parent) ?? 0) + 1 : 1;
    depths.set(node, depth);
    for (const { line } of node.headerLines) headerBytes += line.length;
    const limit =
      depth > MAX_NESTING
        ? `MAX_NESTING: parts nested more than ${MAX_NESTING} deep`
        : headerBytes > 2 * MAX_HEADER_BYTES &&
          `MAX_HEADER_BYTES: parts’ headers of more than ${(2 * MAX_HEADER_BYTES) / 1024} KB`;
    if (limit) parser.destroy(new LimitExceeded(limit));
    if (node.decoder && !node.isAttachment) {
      const push = node.decoder.push.bind(node.decoder);
      node.decoder.push = (chunk: Buffer | null) => {
        if (chunk === null) return push(null);
        const kept = chunk.subarray(0, textLeft);
        textLeft -= kept.length;
        return kept.length === 0 || push(kept);
      };
      // What would be cut is not decoded first.
      const write: (chunk: Buffer) => boolean = node.decoder.write.bind(node.decoder);
      node.decoder.write = (chunk: Buffer) => textLeft === 0 || write(chunk);
    }
    return node;
  };
}

/** mailparser marks its limits with a code; which of them it was is in its words. */
function named(error: unknown): Error {
  if (error instanceof LimitExceeded) return error;
  const { code, message } = error as Error & { code?: string };
  if (code === 'EMAXLEN') {
    return /child nodes/.test(message)
      ? new LimitExceeded(`MAX_PARTS: more than ${MAX_PARTS} parts`, { cause: error })
      : new LimitExceeded(`MAX_HEADER_BYTES: a part’s headers of more than ${MAX_HEADER_BYTES / 1024} KB`, {
          cause: error,
        });
  }
  return new UnreadableMail(`the mail cannot be read: ${message}`, { cause: error });
}
