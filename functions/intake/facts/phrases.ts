import { remembered } from './lexicon.ts';
import type { Word } from './words.ts';

/**
 * A phrase is written as people say it, folded like the words of a mail: `charged [me] twice`. A space separates words,
 * `a|b` is either, `quebrad*` any ending, `*ing` any beginning, `#` a number, `[me]` may be missing, `..3` stands for up to three other words of the
 * same sentence. It begins with a word; a `*` needs four letters before it where it begins a phrase.
 */
export interface Phrases<T> {
  means: T;
  /** How much it says: 3 names the matter, 1 only hints at it. Of two that overlap, the weightier is read. */
  weight: number;
  phrases: readonly string[];
}

interface Slot {
  words: ReadonlySet<string>;
  stems: readonly string[];
  endings: readonly string[];
  number: boolean;
  optional: boolean;
  /** Up to this many other words instead of a word of its own. */
  gap: number;
}

interface Phrase<T> {
  id: number;
  means: T;
  weight: number;
  slots: readonly Slot[];
  /** How many words of its own it needs. */
  own: number;
  /** The words that may come second; undefined where any may. */
  next: ReadonlySet<string> | undefined;
}

/** A phrase that was found, from one word to another, both included. */
export interface Match<T> {
  means: T;
  weight: number;
  phrase: number;
  own: number;
  from: number;
  to: number;
}

/** Phrases made ready for finding: those that begin with a word. */
export type Phrasebook<T> = (word: Word) => Beginning<T> | undefined;

/** What begins with a word: the phrases whose second word is known, by that word, and all others. */
interface Beginning<T> {
  bySecond: ReadonlyMap<string, ReadonlyArray<Phrase<T>>>;
  others: ReadonlyArray<Phrase<T>>;
}

/** How many letters of a stem are looked up at once. */
const STEM = 4;
/** More matches than this in one mail say nothing new. */
const MAX_MATCHES = 500;

/** Prepares phrases for finding. Finding throws, naming the phrase, where one cannot be read. */
export function phrasebook<T>(vocabulary: ReadonlyArray<Phrases<T>>): Phrasebook<T> {
  // Made when it is first needed: starting up does not wait for it.
  let index: Index<T> | undefined;
  return remembered((word) => {
    index ??= readPhrases(vocabulary);
    const exact = index.byWord.get(word) ?? [];
    const stemmed = index.byStem.get(word.slice(0, STEM)) ?? [];
    return beginning([...exact, ...stemmed.filter(({ slots: [first] }) => first && fits(first, word))]);
  });
}

interface Index<T> {
  byWord: ReadonlyMap<string, ReadonlyArray<Phrase<T>>>;
  byStem: ReadonlyMap<string, ReadonlyArray<Phrase<T>>>;
}

function readPhrases<T>(vocabulary: ReadonlyArray<Phrases<T>>): Index<T> {
  const byWord = new Map<string, Phrase<T>[]>();
  const byStem = new Map<string, Phrase<T>[]>();
  let id = 0;
  for (const { means, weight, phrases } of vocabulary) {
    for (const written of phrases) {
      const slots = written.split(' ').map(readSlot);
      const [first] = slots;
      if (
        !first ||
        first.optional ||
        first.gap > 0 ||
        first.number ||
        first.endings.length > 0 ||
        first.stems.some(({ length }) => length < STEM)
      ) {
        throw new Error(
          `the phrase "${written}" has to begin with a word, or with a stem of ${STEM} letters`,
        );
      }
      if (!/^[a-z0-9 |[\]*.#]+$/.test(written)) throw new Error(`the phrase "${written}" is not folded`);
      const phrase = {
        id: id++,
        means,
        weight,
        slots,
        own: slots.filter(({ optional, gap }) => !optional && gap === 0).length,
        next: secondWords(slots),
      };
      for (const word of first.words) add(byWord, word, phrase);
      for (const stem of new Set(first.stems.map((one) => one.slice(0, STEM)))) add(byStem, stem, phrase);
    }
  }
  return { byWord, byStem };
}

function beginning<T>(phrases: ReadonlyArray<Phrase<T>>): Beginning<T> | undefined {
  if (phrases.length === 0) return undefined;
  const bySecond = new Map<string, Phrase<T>[]>();
  for (const phrase of phrases) for (const word of phrase.next ?? []) add(bySecond, word, phrase);
  return { bySecond, others: phrases.filter(({ next }) => next === undefined) };
}

function secondWords(slots: readonly Slot[]): ReadonlySet<string> | undefined {
  const words = new Set<string>();
  for (const slot of slots.slice(1)) {
    if (slot.gap > 0 || slot.number || slot.stems.length > 0 || slot.endings.length > 0) return undefined;
    for (const word of slot.words) words.add(word);
    if (!slot.optional) return words;
  }
  // Nothing has to follow.
  return undefined;
}

function add<V>(index: Map<string, V[]>, key: string, value: V): void {
  const there = index.get(key);
  if (there) there.push(value);
  else index.set(key, [value]);
}

function readSlot(written: string): Slot {
  const gap = /^\.\.(\d)$/.exec(written);
  if (gap)
    return { words: new Set(), stems: [], endings: [], number: false, optional: false, gap: Number(gap[1]) };
  const optional = written.startsWith('[') && written.endsWith(']');
  const choices = (optional ? written.slice(1, -1) : written).split('|');
  return {
    words: new Set(choices.filter((choice) => choice !== '#' && !choice.includes('*'))),
    endings: choices.filter((choice) => choice.startsWith('*')).map((choice) => choice.slice(1)),
    number: choices.includes('#'),
    stems: choices.filter((choice) => choice.endsWith('*')).map((choice) => choice.slice(0, -1)),
    optional,
    gap: 0,
  };
}

/** Every phrase in the words, where phrases overlap only the weightiest (then the one that needs more words, then the tighter). In order. */
export function findPhrases<T>(book: Phrasebook<T>, words: readonly Word[]): Match<T>[] {
  const found: Match<T>[] = [];
  for (let at = 0; at < words.length && found.length < MAX_MATCHES; at++) {
    const word = words[at];
    const beginning = word && book(word);
    if (!beginning) continue;
    const { bySecond, others } = beginning;
    const second = bySecond.size > 0 ? bySecond.get(words[at + 1]?.text ?? '') : undefined;
    if (second) collect(second, words, at, found);
    if (others.length > 0) collect(others, words, at, found);
  }
  return found.length < 2 ? found : withoutOverlaps(found);
}

function collect<T>(phrases: readonly Phrase<T>[], words: readonly Word[], at: number, found: Match<T>[]) {
  const sentence = words[at]?.sentence ?? 0;
  for (const { id, means, weight, slots, own } of phrases) {
    const end = matchFrom(slots, 1, words, at + 1, sentence);
    if (end > at) found.push({ means, weight, phrase: id, own, from: at, to: end - 1 });
  }
}

/** The index after the last word of the phrase, or -1. Phrases are a few slots long, so this takes bounded time. */
function matchFrom(
  slots: readonly Slot[],
  slot: number,
  words: readonly Word[],
  at: number,
  sentence: number,
): number {
  const wanted = slots[slot];
  if (!wanted) return at;
  if (wanted.gap > 0) {
    for (let skipped = 0; skipped <= wanted.gap; skipped++) {
      const end = matchFrom(slots, slot + 1, words, at + skipped, sentence);
      if (end >= 0) return end;
      if (words[at + skipped]?.sentence !== sentence) return -1;
    }
    return -1;
  }
  const word = words[at];
  if (word && word.sentence === sentence && fits(wanted, word.text)) {
    const end = matchFrom(slots, slot + 1, words, at + 1, sentence);
    if (end >= 0) return end;
  }
  return wanted.optional ? matchFrom(slots, slot + 1, words, at, sentence) : -1;
}

function fits(slot: Slot, word: string): boolean {
  if (slot.words.has(word)) return true;
  if (slot.stems.length > 0 && slot.stems.some((stem) => word.startsWith(stem))) return true;
  if (slot.number && /^\d/.test(word)) return true;
  return slot.endings.some((ending) => word.length > ending.length + 1 && word.endsWith(ending));
}

function withoutOverlaps<T>(found: Match<T>[]): Match<T>[] {
  const byWeight = found.toSorted(
    (one, other) =>
      other.weight - one.weight ||
      other.own - one.own ||
      one.to - one.from - (other.to - other.from) ||
      one.from - other.from,
  );
  const taken = new Set<number>();
  const kept: Match<T>[] = [];
  for (const match of byWeight) {
    let free = true;
    for (let at = match.from; at <= match.to && free; at++) free = !taken.has(at);
    if (!free) continue;
    for (let at = match.from; at <= match.to; at++) taken.add(at);
    kept.push(match);
  }
  return kept.sort((one, other) => one.from - other.from);
}

/**
 * Whether something before the word denies it: a denying word with nothing but words between that a denial passes
 * through (`not`, then `at all really`). `broken` in `not just broken` is not denied.
 */
export function isDenied(
  words: readonly Word[],
  at: number,
  denials: ReadonlySet<string>,
  passed: ReadonlySet<string>,
  most = 6,
): boolean {
  const clause = words[at]?.clause;
  for (let before = at - 1; before >= 0 && before >= at - most; before--) {
    const word = words[before];
    if (!word || word.clause !== clause) return false;
    if (denials.has(word.text)) {
      const next = words[before + 1]?.text ?? '';
      return !(next === 'only' || next === 'just' || next === 'so' || next === 'apenas');
    }
    if (!passed.has(word.text)) return false;
  }
  return false;
}
