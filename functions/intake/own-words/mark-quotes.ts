import { attributionAt } from './attribution.ts';
import { isForward, isHistory, isRule } from './dividers.ts';
import { headerBlockAt } from './header-block.ts';
import { isQuoted, nextFilled } from './lines.ts';

export type Part = 'words' | 'signature' | 'quote' | 'forward';

/** A line of someone's list behind `>` is short (characters); quoted sentences are longer or end like sentences. */
const MAX_LIST_LINE = 60;
/** A quoted line from here on may have been wrapped by a mail server (characters); they wrap between 60 and 78. */
const MIN_WRAPPED = 55;

/** Tells quoted history from the rest. A forwarded mail, from its heading to the end, is no history. */
export function markQuotes(lines: readonly string[]): Part[] {
  const parts: Part[] = lines.map(() => 'words');
  const fill = (from: number, to: number, part: Part) => parts.fill(part, from, to);
  let introduced = false;
  let at = nextFilled(lines, 0);
  while (at < lines.length) {
    if (isForward(lines, at) && !(introduced && isQuoted(lines[at]))) {
      fill(at, lines.length, 'forward');
      break;
    }
    const length = headingAt(lines, at, introduced);
    const next = nextFilled(lines, at + length);
    if (length > 0) {
      fill(at, next, 'quote');
      introduced = true;
      // What follows the heading without a mark is quoted to the end: nothing says where it would stop.
      if (next < lines.length && !isQuoted(lines[next]) && headingAt(lines, next, true) === 0) {
        fill(next, lines.length, 'quote');
        break;
      }
      at = next;
    } else if (isQuoted(lines[at])) {
      const end = quotedUntil(lines, at);
      if (introduced || !isList(lines, at, end)) fill(at, end, 'quote');
      at = nextFilled(lines, end);
    } else {
      at = nextFilled(lines, at + 1);
    }
  }
  return parts;
}

/** How many lines from here are the heading of quoted history; 0 for none. */
function headingAt(lines: readonly string[], at: number, introduced: boolean): number {
  if (isHistory(lines[at] ?? '')) return 1;
  if (isRule(lines[at] ?? '')) {
    const next = nextFilled(lines, at + 1);
    if (next - at > 3) return 0;
    const length = headerBlockAt(lines, next, true);
    return length > 0 ? next - at + length : 0;
  }
  return headerBlockAt(lines, at, introduced) || attributionAt(lines, at);
}

/** Where the quoted lines that start here end, with what a server wrapped onto a line of its own between them. */
function quotedUntil(lines: readonly string[], from: number): number {
  let end = from + 1;
  while (end < lines.length) {
    const next = nextFilled(lines, end);
    if (isQuoted(lines[next])) end = next + 1;
    else if (next === end && isWrapped(lines[end - 1] ?? '', lines[end] ?? '', lines[end + 1])) end++;
    else break;
  }
  return end;
}

function isWrapped(before: string, line: string, after: string | undefined): boolean {
  if (before.length < MIN_WRAPPED || line.length > MAX_LIST_LINE || /[.?!:]$/.test(before)) return false;
  if (/^<?https?:\/\/\S+$/.test(line)) return true;
  return isQuoted(after) && /^[\p{Ll}\d(]/u.test(line);
}

/** Whether lines behind `>` are someone's own list, prices or a path through a menu, as nothing introduces them as a quote. */
function isList(lines: readonly string[], from: number, to: number): boolean {
  const colon = /[:：]$/.test(lines[from - 1] ?? '');
  for (let at = from; at < to; at++) {
    const line = (lines[at] ?? '').replace(/^[>＞]\s*/, '');
    if (line === '' && lines[at] === '') continue;
    if (line === '' || line.length > MAX_LIST_LINE || /^[>＞]|[.?!,;:]$/.test(line)) return false;
    const starts = /^[\p{Ll}\d$€£(+-]|^(?:R|US)\$/u.test(line);
    if (!starts && !colon && !/\S\s*>\s*\S/.test(line)) return false;
  }
  return true;
}
