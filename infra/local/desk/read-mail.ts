import { simpleParser } from 'mailparser';

/** The two views of a sent mail. */
export async function readSentMail(raw: Uint8Array): Promise<{ html: string | undefined; text: string }> {
  const { html, text } = await simpleParser(Buffer.from(raw), {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipTextLinks: true,
  });
  return { html: html || undefined, text: text ?? '' };
}

/** The HTML of a mail, its links opening a window of their own: a mail in a frame cannot navigate the desk around it. */
export function withLinksOutside(html: string): string {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + base) : base + html;
}
