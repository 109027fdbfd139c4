import { cleanLines, isQuoted } from '../own-words/lines.ts';

/** The lines of a passed-on mail without the marks of the quote they stand in, and what stands below the quote. */
export interface Below {
  lines: string[];
  /** Which of them had the marks; absent where none is expected to. */
  quoted?: boolean[];
  tail: string;
}

const MARKS = /^[\s\u200b-\u200f\ufeff]*(?:[>＞][ \u00a0]?)+/;
const ONE_MARK = /^[\s\u200b-\u200f\ufeff]*[>＞][ \u00a0]?/;

/** Whether a line has the marks of a quote and nothing else. */
export const isOnlyMarks = (line: string): boolean => /^[>＞\s]*$/.test(line);

/**
 * What stands from here on. Where its first line is quoted, only the quote belongs to it, to the last quoted line: people sign
 * below, and lines that a server wrapped lose their marks in between.
 */
export function below(lines: readonly string[], clean: readonly string[], from: number): Below {
  let first = from;
  while (first < clean.length && isOnlyMarks(clean[first] ?? '')) first++;
  if (!isQuoted(clean[first])) return { lines: lines.slice(first), tail: '' };
  const depth = depthOf(clean[first] ?? '');
  let last = clean.length - 1;
  while (!isQuoted(clean[last])) last--;
  const inside = lines.slice(first, last + 1);
  return {
    lines: inside.map((line) => unquoted(line, depth)),
    quoted: clean.slice(first, last + 1).map(isQuoted),
    tail: lines.slice(last + 1).join('\n'),
  };
}

const depthOf = (line: string) => (MARKS.exec(line)?.[0] ?? '').replace(/[^>＞]/g, '').length;

/** Without so many marks, and the one blank behind each. Apple Mail puts an invisible mark of direction before them. */
function unquoted(line: string, depth: number): string {
  if (!MARKS.test(line)) return line;
  let rest = line;
  for (let level = 0; level < depth; level++) rest = rest.replace(ONE_MARK, '');
  return rest;
}

/** The lines without their marks, where every one of them has some: Proton Mail quotes the text and not its headers. */
export function unquoteWhole(lines: readonly string[]): readonly string[] {
  const clean = cleanLines(lines);
  const whole = clean.every((line) => line === '' || isQuoted(line));
  return whole ? lines.map((line) => unquoted(line, 1)) : lines;
}
