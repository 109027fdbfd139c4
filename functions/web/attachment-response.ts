import type { Context, MiddlewareHandler } from 'hono';
import { isDrawn } from '../domain/attachments.ts';
import { asDownload } from '../domain/file-name.ts';
import type { Needs } from '../domain/ports.ts';
import type { Attachment } from '../domain/request.ts';

/** The largest content a function hands through (bytes): its answer has 6 MB at most, and base64 makes it a third larger. */
export const MAX_HANDED_THROUGH = 4_500_000;

/** For attachments: whatever they are, nothing in them runs, loads or is taken for another type. Goes around the pages' headers. */
export const attachmentHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  if (!c.res.headers.has('Content-Disposition')) return;
  c.header('Content-Security-Policy', "sandbox; default-src 'none'; frame-ancestors 'none'");
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Cache-Control', 'no-store');
};

/**
 * An attachment as a download: to a browser photos are what they are by their bytes, so that a page can show them, and all else
 * is bytes. What is too large to be handed through is fetched from the store itself. Throws AttachmentMissing.
 */
export async function sendAttachment(
  c: Context,
  { attachments }: Needs<'attachments'>,
  attachment: Attachment,
): Promise<Response> {
  const { sha256, name, type, bytes } = attachment;
  const link = bytes > MAX_HANDED_THROUGH ? await attachments.link(sha256, name) : undefined;
  if (link) return c.redirect(link, 303);
  const content = new Uint8Array(await attachments.get(sha256));
  c.header('Content-Type', isDrawn(attachment) ? type : 'application/octet-stream');
  c.header('Content-Disposition', asDownload(name));
  return c.body(content.buffer);
}
