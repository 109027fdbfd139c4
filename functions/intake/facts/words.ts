import { MAX_TEXT } from '../../domain/request.ts';
import { hashOf, numberOf, withoutApostrophes, wordOf } from './lexicon.ts';

/** How much of a mail is searched for facts (characters); people state them at the top. */
const MAX_SEARCHED = MAX_TEXT;
/** The longest quotation kept with a fact (characters); a longer one shows nothing a person would read. */
const MAX_QUOTED = 200;
/** A line shorter than this did not end because it was full (characters): mail programs wrap at 72 and more. */
const FULL_LINE = 50;

/** One word or number, folded: lower case, no accents, no apostrophes (`don’t` is `dont`). */
export interface Word {
  /** The same for the same word in every mail; 0 for numbers and for words that are not kept. */
  readonly number: number;
  readonly text: string;
  /** Where it stands in the customer's own text. */
  readonly start: number;
  readonly end: number;
  /** Counts sentences and clauses from the top; words of one sentence belong together. */
  readonly sentence: number;
  readonly clause: number;
}

/** A text and its words, read once for all facts. */
export interface Read {
  /** What the customer wrote, in their own spelling. */
  readonly text: string;
  /** The same, folded, every character where it was. */
  readonly folded: string;
  readonly words: readonly Word[];
  /** Where the subject ends and what was written below it begins. */
  readonly bodyStart: number;
}

/** Reads a text, with the subject above it, into words, in time linear in what is searched of it. */
export function readWords(written: string, subject = ''): Read {
  const heading = subject === '' ? '' : `${clean(subject)}\n\n`;
  const text = heading + clean(written);
  const folded = text.replace(NOT_ASCII, foldUnit).toLowerCase();
  return { text, folded, words: split(text, folded), bodyStart: heading.length };
}

function clean(written: string): string {
  return written.slice(0, MAX_SEARCHED).replace(INVISIBLE, '').replace(LINE_END, '\n').normalize('NFC');
}

/** The customer's own words from one word to another, both included, on one line. */
export function quote({ text, words }: Read, from: number, to: number): string {
  return quoteBetween(text, words[from]?.start ?? 0, words[to]?.end ?? 0);
}

export function quoteBetween(text: string, start: number, end: number): string {
  return text
    .slice(start, Math.min(end, start + MAX_QUOTED))
    .replace(/\s+/g, ' ')
    .trim();
}

/** Soft hyphens and characters of no width, which mail programs and copied text leave inside words. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const LINE_END = /\r\n?/g;
const NOT_ASCII = /[\u0080-\uffff]/g;
/** At most as many entries as there are UTF-16 units. */
const foldedUnits = new Map<string, string>();

function foldUnit(unit: string): string {
  const known = foldedUnits.get(unit);
  if (known !== undefined) return known;
  const folded = foldNew(unit);
  foldedUnits.set(unit, folded);
  return folded;
}

function foldNew(unit: string): string {
  if (unit === '\u2028' || unit === '\u2029') return '\n';
  if (/\s/u.test(unit)) return ' ';
  if (/[\u2018\u2019\u02bc\u00b4\u2032]/.test(unit)) return "'";
  if (/\p{Pd}/u.test(unit)) return '-';
  // Full-width forms are what East Asian keyboards give; the ordinals stand in `nº` and `1ª`.
  const form = /[\uff01-\uff5e\u00aa\u00ba]/.test(unit) ? 'NFKD' : 'NFD';
  const base = unit.normalize(form).charAt(0).toLowerCase();
  return base.length === 1 ? base : unit;
}

const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
const APOSTROPHE = 3;
const PAUSE = 4;
const STOP = 5;
const NEWLINE = 6;

const kinds = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (/[a-z]/.test(char)) return LETTER;
  if (/\d/.test(char)) return DIGIT;
  if (char === "'") return APOSTROPHE;
  if (',;:()"'.includes(char)) return PAUSE;
  if ('.!?'.includes(char)) return STOP;
  return char === '\n' ? NEWLINE : OTHER;
});

function kindAt(folded: string, index: number): number {
  const code = folded.charCodeAt(index);
  if (code < 128) return kinds[code] ?? OTHER;
  // Letters of other scripts; not the punctuation and signs between them.
  return code >= 0xc0 && !(code >= 0x2000 && code < 0x2c00) && !(code >= 0x3000 && code < 0x3040)
    ? LETTER
    : OTHER;
}

function split(text: string, folded: string): Word[] {
  const words: Word[] = [];
  let sentence = 0;
  let clause = 0;
  let lineStart = 0;
  let index = 0;
  while (index < folded.length) {
    if (folded.charCodeAt(index) === 32) {
      index++;
      continue;
    }
    const kind = kindAt(folded, index);
    if (kind === LETTER || kind === DIGIT) {
      index =
        kind === DIGIT
          ? pushNumber(words, folded, index, sentence, clause)
          : pushWord(words, folded, index, sentence, clause);
      continue;
    }
    if (kind === PAUSE) clause++;
    if (kind === STOP && isStop(folded, index)) {
      sentence++;
      clause++;
    }
    if (kind === NEWLINE) {
      if (endsSentence(text, lineStart, index)) {
        sentence++;
        clause++;
      }
      lineStart = index + 1;
    }
    index++;
  }
  return words;
}

/** Reads the word that begins here; returns where it ends. */
function pushWord(words: Word[], folded: string, start: number, sentence: number, clause: number): number {
  let end = start;
  let hash = 0;
  for (;;) {
    const code = folded.charCodeAt(end);
    if (!(code >= 97 && code <= 122) && !isWithin(folded, end, code)) break;
    hash = hashOf(hash, code);
    end++;
  }
  const number = numberOf(folded, start, end, hash);
  const text = number > 0 ? wordOf(number) : withoutApostrophes(folded.slice(start, end));
  words.push({ number, text, start, end, sentence, clause });
  return end;
}

/** Letters of any script, digits, and an apostrophe before a letter. */
function isWithin(folded: string, index: number, code: number): boolean {
  if (code === 32) return false;
  const kind = kindAt(folded, index);
  return kind === LETTER || kind === DIGIT || (kind === APOSTROPHE && kindAt(folded, index + 1) === LETTER);
}

/** Reads `89,90`, `1.234,56`, `3/3/2026`, `2026-03-03`, and what is written onto it: `3rd`, `2x`, `89usd`. */
function pushNumber(words: Word[], folded: string, start: number, sentence: number, clause: number): number {
  let end = start + 1;
  for (;;) {
    const code = folded.charCodeAt(end);
    if (code >= 48 && code <= 57) end++;
    else if (isInNumber(code) && kindAt(folded, end + 1) === DIGIT) end += 2;
    else break;
  }
  while (isWithin(folded, end, folded.charCodeAt(end))) end++;
  const text = withoutApostrophes(folded.slice(start, end));
  words.push({ number: 0, text, start, end, sentence, clause });
  return end;
}

/** One of , - . / (44 to 47). */
function isInNumber(code: number): boolean {
  return code >= 44 && code <= 47;
}

/** The full stop of `shop.example` and of `1.7` ends nothing. */
function isStop(folded: string, index: number): boolean {
  const next = kindAt(folded, index + 1);
  return folded.charCodeAt(index) !== 46 || (next !== LETTER && next !== DIGIT);
}

/** A blank line ends a sentence, and so does a short line before a capital or a number: a greeting, a list, a form. */
function endsSentence(text: string, lineStart: number, newline: number): boolean {
  if (newline - lineStart >= FULL_LINE) return text.charCodeAt(newline + 1) === 10;
  const next = text.charCodeAt(newline + 1);
  return !(next >= 97 && next <= 122) && !(next > 127 && isLowerCase(text.charAt(newline + 1)));
}

function isLowerCase(char: string): boolean {
  return char !== char.toUpperCase();
}
