/**
 * Characters that show nothing and change what is around them: controls other than tab and line feed, and the marks that
 * turn the direction of text round, by which `gpj.exe` reads `exe.jpg`.
 */
const INVISIBLE = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Someone else's text as it may be shown: line breaks in one form, nothing that hides or turns round what is beside it. */
export function plainText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(INVISIBLE, (character) => (character === '\n' || character === '\t' ? character : ''));
}

/** What takes no ink: spaces, characters that are ignored where they cannot be shown (soft hyphens, no width), blank Braille. */
const UNSEEN = /[\s\p{Default_Ignorable_Code_Point}\ufff9-\ufffb\u2800]/u;
/** They change how the character before them looks: `❤️`, the flag of Scotland. */
const SELECTOR = /\p{Variation_Selector}|[\u{e0020}-\u{e007f}]/u;

/** The text without what nobody sees at its ends: empty where a reader sees nothing at all. In time linear in the text. */
export function trimUnseen(text: string): string {
  const characters = [...text];
  const first = characters.findIndex((character) => !UNSEEN.test(character));
  if (first < 0) return '';
  const last = characters.findLastIndex((character) => !UNSEEN.test(character) || SELECTOR.test(character));
  return characters.slice(first, last + 1).join('');
}

/** The same in one line, so that it can stand in a heading, a subject or a label. Spaces that must not break stay (`R$ 89,90`). */
export function oneLine(text: string): string {
  return plainText(text)
    .replace(/[^\S\u00a0\u202f]+/g, ' ')
    .trim();
}

/** At most `length` characters, cut where a reader sees a character end, with an ellipsis where something was left out. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (kept.length + segment.length > length - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
