import { isDisclaimer, isPromotion } from './added-lines.ts';
import type { Part } from './mark-quotes.ts';

/** What stands below `--` is a signature up to this size; RFC 3676 and its forebears ask for four lines (lines). */
const MAX_SIGNATURE_LINES = 15;
/** And this one (characters). */
const MAX_SIGNATURE = 1_500;
/** A disclaimer is one paragraph of at most this many lines. */
const MAX_PARAGRAPH = 30;

/** Marks what programs, habits and companies put below the words. `lines` as written, `clean` as compared. */
export function markSignatures(lines: readonly string[], clean: readonly string[], parts: Part[]): void {
  let from = 0;
  while (from < parts.length) {
    const part = parts[from];
    let to = from + 1;
    while (to < parts.length && parts[to] === part) to++;
    if (part === 'words') markIn({ lines, clean, parts }, from, to);
    from = to;
  }
}

interface Marked {
  lines: readonly string[];
  clean: readonly string[];
  parts: Part[];
}

function markIn({ lines, clean, parts }: Marked, from: number, to: number): void {
  const below = delimiter(lines, clean, from, to);
  parts.fill('signature', below, to);
  let end = lastFilled(clean, from, below);
  while (end > from) {
    const start = addedAbove(clean, from, end);
    if (start === end) break;
    parts.fill('signature', start, end);
    end = lastFilled(clean, from, start);
  }
  // A telephone's line is where the cursor was not: people write below it as well.
  for (let at = from; at < end; at++) {
    const alone = (at === from || clean[at - 1] === '') && (at + 1 === end || clean[at + 1] === '');
    if (alone && isPromotion(clean[at] ?? '')) parts[at] = 'signature';
  }
}

/** Where the signature delimiter stands, or the end. Several bare `--` are someone's way to part sections. */
function delimiter(lines: readonly string[], clean: readonly string[], from: number, to: number): number {
  const found: number[] = [];
  for (let at = from; at < to; at++) if (clean[at] === '--') found.push(at);
  const proper = found.find((at) => /^--[ \u00a0]$/.test(lines[at] ?? ''));
  const at = proper ?? (found.length === 1 ? found[0] : undefined);
  if (at === undefined || (proper === undefined && at === from)) return to;
  const below = clean.slice(at + 1, to).filter((line) => line !== '');
  const size = below.reduce((sum, line) => sum + line.length, 0);
  return below.length > MAX_SIGNATURE_LINES || size > MAX_SIGNATURE ? to : at;
}

/** Where the added line or paragraph that ends here starts; the end itself where there is none. */
function addedAbove(clean: readonly string[], from: number, end: number): number {
  const last = clean[end - 1] ?? '';
  // A delimiter with nothing below is what is left of an empty signature.
  if (/^(?:--|–|—)$/.test(last) || isPromotion(last)) return end - 1;
  if (/^<?https?:\/\/\S+$/.test(last) && end - 2 >= from && isPromotion(clean[end - 2] ?? '')) return end - 2;
  let start = end;
  while (start > from && end - start < MAX_PARAGRAPH && clean[start - 1] !== '') start--;
  return isDisclaimer(clean.slice(start, end).join(' ')) ? start : end;
}

function lastFilled(clean: readonly string[], from: number, end: number): number {
  let at = end;
  while (at > from && clean[at - 1] === '') at--;
  return at;
}
