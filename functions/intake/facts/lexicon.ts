/**
 * The words met so far, each with a number. A word is found again by its letters where they stand, without making a string
 * of them: cutting and hashing strings is most of what reading a mail costs otherwise. 0 stands for a word that is not kept.
 */

/** Slots of the table; a power of two, and several times the words it holds, so that searches are short. */
const SLOTS = 1 << 16;
/** How many words are kept: more than people use, and no hostile mail's memory. */
const MAX_WORDS = 16_000;
/** The longest word kept (letters). */
const MAX_LENGTH = 24;
/** How far a search goes (slots), should somebody choose words that fall together. */
const MAX_SEARCH = 32;

const slots = new Uint16Array(SLOTS);
const written: string[] = [''];
const texts: string[] = [''];

/** One more letter of a word's hash. */
export function hashOf(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

/** The number of the word that stands from `start` to `end` of a folded text. */
export function numberOf(folded: string, start: number, end: number, hash: number): number {
  const length = end - start;
  // The lower bits of short words are much alike.
  let slot = (hash ^ (hash >>> 13)) & (SLOTS - 1);
  for (let step = 0; step < MAX_SEARCH; step++) {
    const number = slots[slot] ?? 0;
    if (number === 0) return length <= MAX_LENGTH ? keep(folded.slice(start, end), slot) : 0;
    if (stands(written[number] ?? '', folded, start, length)) return number;
    slot = (slot + 1) & (SLOTS - 1);
  }
  return 0;
}

/** The word of a number, without its apostrophes. */
export function wordOf(number: number): string {
  return texts[number] ?? '';
}

export function withoutApostrophes(word: string): string {
  return word.includes("'") ? word.replaceAll("'", '') : word;
}

function stands(word: string, folded: string, start: number, length: number): boolean {
  if (word.length !== length) return false;
  for (let index = 0; index < length; index++) {
    if (word.charCodeAt(index) !== folded.charCodeAt(start + index)) return false;
  }
  return true;
}

function keep(word: string, slot: number): number {
  if (written.length > MAX_WORDS) return 0;
  slots[slot] = written.length;
  written.push(word);
  texts.push(withoutApostrophes(word));
  return written.length - 1;
}

/** Remembers what a word means to one reader, so that it is looked up once and not in every mail. */
export function remembered<V>(find: (word: string) => V): (word: { number: number; text: string }) => V {
  const known: { value: V }[] = [];
  return ({ number, text }) => {
    const there = known[number];
    if (there !== undefined && number !== 0) return there.value;
    const value = find(text);
    known[number] = { value };
    return value;
  };
}
