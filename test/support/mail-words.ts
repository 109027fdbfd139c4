import { convert } from 'html-to-text';

/** What a person reads in the HTML part: no preheader, which only a mailbox's list shows; links written out. */
export function readable(html: string): string {
  return convert(html, {
    wordwrap: false,
    selectors: [
      { selector: 'div[style^="display:none"]', format: 'skip' },
      { selector: 'td', format: 'block' },
      { selector: 'th', format: 'block' },
      { selector: 'h1', options: { uppercase: false } },
      { selector: 'h2', options: { uppercase: false } },
      { selector: 'a', options: { linkBrackets: ['\n', '\n'] } },
    ],
  });
}

/** The text with every link where it says how to get one from the first. */
export function linksWrittenOut(text: string): string {
  const [link = ''] = /https?:\S+\/decide\/\S+/.exec(text) ?? [];
  return text.replaceAll(
    /(?:the\s+link\s+to\s+the\s+case\s+with|o\s+link\s+do\s+caso\s+com)\s+(\?choice=[\w-]+)\s+(?:at\s+its\s+end|no\s+fim)/g,
    (_, query: string) => link + query,
  );
}

/** Every word as often as it occurs, in no order: a weight stands before a sentence in one form and after it in the other. */
export const wordsOf = (text: string) =>
  text
    .split(/[^\p{L}\p{N}$%+−@/=?]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .toSorted();
