import { kindOf, withinLimits } from '../domain/attachments.ts';
import { fileName } from '../domain/file-name.ts';
import type { ParsedMail } from '../domain/mail.ts';
import type { Attachment } from '../domain/request.ts';
import { hex, sha256 } from './sha256.ts';

/** A part of a mail, as far as it says what it is. */
interface Part {
  filename?: string | false | undefined;
  contentType: string;
  content: Buffer;
}

/** Kept of what a mail calls a type (characters): RFC 6838 allows 127 on either side of the slash. */
const MAX_TYPE = 255;
/** Other names of types that programs still write. */
const SAME: Record<string, string> = {
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
  'image/x-png': 'image/png',
  'application/x-pdf': 'application/pdf',
  'application/x-zip-compressed': 'application/zip',
  'application/x-gzip': 'application/gzip',
  'application/vnd.ms-tnef': 'application/ms-tnef',
};

/** Describes what came with a mail by its bytes, and gives the content of what a case may have of it. */
export async function readAttachments<P extends Part>(
  parts: readonly P[],
  isDecoration: (part: P) => boolean,
): Promise<Pick<ParsedMail, 'attachments' | 'contents'>> {
  const attachments: Attachment[] = [];
  const found = new Map<string, Buffer>();
  for (const part of parts) {
    const described = { ...(await describe(part)), ...(isDecoration(part) && { decoration: true as const }) };
    attachments.push(described);
    found.set(described.sha256, part.content);
  }
  const kept = withinLimits(attachments);
  if (kept.length === 0) return { attachments };
  // In buffers of their own: who hands one to another thread hands over all that lies in it.
  const contents = new Map(kept.map(({ sha256 }) => [sha256, new Uint8Array(found.get(sha256) ?? [])]));
  return { attachments, contents };
}

async function describe({ filename, contentType, content }: Part): Promise<Attachment> {
  // Most mails bring nothing, and reading them does not wait for the library that knows every type of file.
  const { sniffType } = await import('./sniff-type.ts');
  const called = contentType.toLowerCase().slice(0, MAX_TYPE);
  const declared = Object.hasOwn(SAME, called) ? (SAME[called] ?? called) : called;
  const type = await sniffType(content, declared);
  return {
    name: fileName(filename || ''),
    type,
    ...(declared !== type && { declaredType: declared }),
    bytes: content.byteLength,
    sha256: hex(sha256(content)),
    kind: kindOf(type),
  };
}
