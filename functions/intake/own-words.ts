import { cleanLines, isBlank } from './own-words/lines.ts';
import { markQuotes, type Part } from './own-words/mark-quotes.ts';
import { markSignatures } from './own-words/signatures.ts';

/** Nobody writes this many lines into a mail; what stands below them is the history of a long thread (lines). */
export const MAX_LINES = 10_000;
/** Taking a quote out brings lines together that may look like another quote. People's mails settle at once (rounds). */
const MAX_ROUNDS = 6;

/** What a person wrote, the signature their program or habit added, and what was quoted. Each in its own spelling, trimmed. */
export interface OwnWords {
  words: string;
  signature: string;
  rest: string;
}

/**
 * Parts a mail's text into the new words, the signature and the quoted history. Every line is in exactly one of the three;
 * a forwarded mail stays with the words. A mail that only quotes has no words. Its own words have nothing more to take off.
 */
export function ownWords(text: string): OwnWords {
  const { lines, beyond } = firstLines(text.trim(), MAX_LINES);
  const parts: Part[] = lines.map(() => 'words');
  let kept = closeGaps(numbered(lines), everyLine);
  for (let round = 0; ; round++) {
    if (round === MAX_ROUNDS) return { words: assemble(lines, everyLine), signature: '', rest: beyond };
    const found = mark(kept.map(({ line }) => line));
    if (found.every((part) => part === 'words')) break;
    found.forEach((part, at) => {
      const index = kept[at]?.index ?? -1;
      if (index >= 0) parts[index] = part;
    });
    kept = closeGaps(kept, (at) => found[at] === 'words');
  }
  const rest = assemble(lines, (index) => parts[index] === 'quote');
  return {
    words: joined(kept),
    signature: assemble(lines, (index) => parts[index] === 'signature'),
    rest: [rest, beyond].filter(Boolean).join('\n'),
  };
}

interface Line {
  line: string;
  /** Where it stands in the mail; -1 for a blank line that is not in it. */
  index: number;
}

const everyLine = () => true;
const numbered = (lines: readonly string[]): Line[] => lines.map((line, index) => ({ line, index }));

function mark(lines: string[]): Part[] {
  const clean = cleanLines(lines);
  const parts = markQuotes(clean);
  markSignatures(lines, clean, parts);
  return parts.map((part) => (part === 'forward' ? 'words' : part));
}

function assemble(lines: string[], wanted: (index: number) => boolean): string {
  return joined(closeGaps(numbered(lines), wanted));
}

/** The wanted lines without blank ones around them, and with at most one between: HTML leaves rows of them. */
function closeGaps(lines: readonly Line[], wanted: (at: number) => boolean): Line[] {
  const left: Line[] = [];
  let gap = true;
  lines.forEach((one, at) => {
    if (!wanted(at) || isBlank(one.line)) {
      gap = true;
      return;
    }
    if (gap && left.length > 0) left.push({ line: '', index: -1 });
    gap = false;
    left.push(one);
  });
  return left.map((one, at) => ({
    ...one,
    line: trimmed(one.line, at === 0, at === left.length - 1),
  }));
}

function trimmed(line: string, first: boolean, last: boolean): string {
  const started = first ? line.trimStart() : line;
  return last ? started.trimEnd() : started;
}

const joined = (lines: readonly Line[]) => lines.map(({ line }) => line).join('\n');

/** The first lines of a text, and what stands below them in one piece, so that it costs nothing. */
function firstLines(text: string, count: number): { lines: string[]; beyond: string } {
  const lines: string[] = [];
  let from = 0;
  while (lines.length < count) {
    const end = text.indexOf('\n', from);
    if (end < 0) return { lines: [...lines, text.slice(from)], beyond: '' };
    lines.push(text.slice(from, end).replace(/\r$/, ''));
    from = end + 1;
  }
  return { lines, beyond: text.slice(from) };
}
