import { AUXILIARIES, CITING, LEADS, PRONOUNS, WROTE, WROTE_FIRST } from './attribution-words.ts';
import { isQuoted, nextFilled } from './lines.ts';

/** Long names and addresses wrap an attribution over this many lines, as Gmail and Apple Mail do. */
const MAX_WRAPPED = 4;
/** A wrapped line is at least this long (characters), so a shorter one that ends with a full stop ends a sentence. */
const MIN_WRAPPED = 50;
/** A date stands near the beginning of the line, if the line begins with it (characters). */
const NEAR = 14;
/** How far behind its first word (characters): "No dia segunda-feira, 3". */
const BEHIND_LEAD = 48;

/** How many lines from here say when who wrote what is quoted below ("On 3 March 2026 at 10:00 X wrote:"); 0 for none. */
export function attributionAt(lines: readonly string[], at: number): number {
  const first = lines[at] ?? '';
  if (isQuoted(first)) return 0;
  if (isBeforeText(first)) return 1;
  const wraps = isLead(first) || (first.length >= MIN_WRAPPED && /[<@]/.test(first));
  let text = '';
  for (let count = 1; count <= (wraps ? MAX_WRAPPED : 1); count++) {
    const line = lines[at + count - 1];
    if (!line || isQuoted(line)) return 0;
    text = count === 1 ? line : `${text} ${line}`;
    if (isEnd(line)) {
      const quoteNext = isQuoted(lines[nextFilled(lines, at + count)]);
      if (isAttribution(text, quoteNext)) return count;
    }
    if (/[?!;]$/.test(line) || (line.endsWith('.') && line.length < MIN_WRAPPED)) return 0;
  }
  return 0;
}

/** Yahoo's telephones put the attribution and the beginning of what is quoted on one line, some blanks between them. */
const BEFORE_TEXT = /^.{10,200}?<[^<>\s]{1,100}@[^<>\s]{1,100}>,?\s?[\p{L}\p{M}]{2,20}\s?[:：](?=\s{2,}\S)/u;

function isBeforeText(line: string): boolean {
  const [attribution] = BEFORE_TEXT.exec(line) ?? [];
  return (
    attribution !== undefined &&
    isDated(attribution) &&
    isTimed(attribution) &&
    isAttribution(attribution, false)
  );
}

const isEnd = (line: string) => /(?:[:：>]|-{3,})$/.test(line);

function isAttribution(text: string, quoteNext: boolean): boolean {
  const closed = /[:：]$|-{3,}$/.test(text);
  const words = text.match(/[\p{L}\p{M}’'/]+/gu) ?? [];
  const lower = words.map((word) => word.toLowerCase());
  const verb = lower.findIndex((word) => WROTE.has(word) || /(?:写道|寫道|書きました)$/.test(word));
  const address = text.includes('@');
  const named = address && /[<([]/.test(text);
  const dated = isDated(text);
  const timed = isTimed(text);
  if (closed && CITING.has(lower[0] ?? '')) return address || quoteNext;
  if (quoteNext) return closed && (verb >= 0 || named || (dated && timed));
  if (words.some((word) => PRONOUNS.has(word))) return false;
  // No person writes an address in brackets, a date and a time before a colon: this holds in any language.
  if (closed && named && dated && timed && !/[:：]\s/.test(text)) return true;
  if (verb < 0) return false;
  const last = isLast(lower, verb);
  const lead = isLead(text);
  if (named) return (closed && last) || ((dated || timed) && (lead || verb > addressed(lower, text)));
  if (!closed || !lead || !dated || !timed) return closed && last && lead && address;
  if (last) return address || isName(words, verb);
  return WROTE_FIRST.has(lower[verb] ?? '') || isWrittenOn(text, words[verb] ?? '');
}

/** Whether the verb ends the line; Polish and Russian programs add "(a)". */
const isLast = (words: readonly string[], verb: number) =>
  verb === words.length - 1 ||
  (verb === words.length - 2 && /^(?:a|la|ла|а|following)$/.test(words.at(-1) ?? ''));

/** How many words stand before the address: a verb behind them belongs to whoever has it. */
const addressed = (words: readonly string[], text: string) =>
  Math.min(words.length, (text.slice(0, text.indexOf('@')).match(/[\p{L}\p{M}’'/]+/gu) ?? []).length - 1);

/** Whether a name stands before the verb: "the seller wrote:" is a sentence. */
function isName(words: readonly string[], verb: number): boolean {
  let at = verb - 1;
  while (at > 0 && AUXILIARIES.has(words[at] ?? '')) at--;
  return !/^\p{Ll}/u.test(words[at] ?? '');
}

/** "X escreveu no dia segunda, 3/03/2026 às 10:00:" */
function isWrittenOn(text: string, verb: string): boolean {
  const behind = text.slice(text.indexOf(verb) + verb.length);
  return behind.length < BEHIND_LEAD && isDated(behind) && isTimed(behind);
}

function isLead(line: string): boolean {
  const digit = line.search(/[\d٠-٩]/);
  if (digit < 0) return false;
  if (digit <= NEAR) return true;
  const word = /^[-\s"(]*([\p{L}\p{M}]+)/u.exec(line)?.[1] ?? '';
  return digit <= BEHIND_LEAD && LEADS.has(word.toLowerCase());
}

const isDated = (text: string) =>
  /(?<!\d)(?:19|20)\d\d(?!\d)|\d{1,2}[/.-]\s?\d{1,2}[/.-]\s?\d{2,4}|[٠-٩]{4}/.test(text);

const isTimed = (text: string) =>
  /(?<!\d)\d{1,2}[:h]\s?\d{2}(?!\d)|(?<!\d)\d{1,2}\s?[ap]\.?\s?m\b|\bklo?\.? ?\d{1,2}\.\d{2}|[٠-٩][:٫][٠-٩]/i.test(
    text,
  );
