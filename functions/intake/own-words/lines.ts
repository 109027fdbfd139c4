/** How much of a line is looked at (characters): no header line or attribution of a mail program is longer. */
const MAX_LOOKED_AT = 400;

/** Marks that are not seen: zero-width and direction marks. Apple Mail starts what it quotes with one. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** The lines as they are compared: their beginning, without what is not seen and without spaces around. */
export function cleanLines(lines: readonly string[]): string[] {
  return lines.map((line) => {
    const trimmed = line.trimStart();
    return trimmed.slice(0, MAX_LOOKED_AT).replace(INVISIBLE, '').trim();
  });
}

/** Whether nothing of a line is seen. */
export const isBlank = (line: string): boolean => line.trim().replace(INVISIBLE, '') === '';

/** The next line from here on that is not blank, or the number of lines. */
export function nextFilled(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && lines[at] === '') at++;
  return at;
}

/** Whether a line has the mark of a quote; `>=` and `>> look here <<` have none, and `> 1 > 2` is looked at elsewhere. */
export function isQuoted(line: string | undefined): boolean {
  if (line === undefined || !(line.startsWith('>') || line.startsWith('＞'))) return false;
  return !/^>=(?!=)|^>-(?!-)|^>>+[^<>]+<</.test(line);
}

/** Lower case, without the marks of bold text and of links, with single ordinary spaces. */
export function plain(line: string): string {
  return line
    .replace(/<(?:https?|mailto):[^<>\s]{0,300}>/gi, ' ')
    .replace(/[*_\s]+/g, ' ')
    .trim()
    .toLowerCase();
}
