import { type Detector, FileTypeParser } from 'file-type';
import { TNEF } from '../domain/attachments.ts';

/** How much of a file is looked at (bytes): what says its type stands before this, behind an embedded preview and profile. */
const SNIFFED = 256 * 1024;
/** Types that are text. The bytes cannot tell one from another, so the mail's word is taken for which. */
const TEXT =
  /^(text|message)\/[\w.+-]+$|^application\/(json|xml|xhtml\+xml|rtf|javascript|[\w.-]+\+(json|xml))$|^image\/svg\+xml$/;
/** Controls that texts have: tab, line feed, form feed, carriage return, escape (in Japanese mails). */
const CONTROLS = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x1b]);
const isBinary = (byte: number) => byte === 0x7f || (byte < 0x20 && !CONTROLS.has(byte));

/** Known by their first bytes and left at that: the library would go on and unpack them to see what is inside. */
const unopened: Record<string, readonly number[]> = {
  'application/zip': [0x50, 0x4b, 0x03, 0x04],
  'application/gzip': [0x1f, 0x8b],
  [TNEF]: [0x78, 0x9f, 0x3e, 0x22],
};
const neverUnpack: Detector = {
  id: 'goodwill.unopened',
  async detect(tokenizer) {
    const start = new Uint8Array(4);
    await tokenizer.peekBuffer(start, { mayBeLess: true });
    const found = Object.entries(unopened).find(([, bytes]) => bytes.every((byte, at) => byte === start[at]));
    return found && { ext: '', mime: found[0] };
  },
};

/**
 * What a file is by its bytes, whatever the mail says: `application/octet-stream` where nothing tells. `declared` is believed
 * only among texts, and only of what has no binary bytes.
 */
export async function sniffType(content: Uint8Array, declared: string): Promise<string> {
  const start = content.subarray(0, SNIFFED);
  const found = await new FileTypeParser({ customDetectors: [neverUnpack] }).fromBuffer(start);
  const says = declared.toLowerCase();
  if (found && !TEXT.test(found.mime)) return found.mime;
  if (start.byteLength === 0 || start.some(isBinary)) return 'application/octet-stream';
  if (TEXT.test(says)) return says;
  return found?.mime ?? 'text/plain';
}
