import { type Money, parseMoney } from '../../domain/money.ts';
import type { Certainty, Fact } from '../../domain/request.ts';
import { isAskedFor, scoreAround } from './amount-score.ts';
import { remembered } from './lexicon.ts';
import { numberEndingAt } from './number-words.ts';
import { fromMail, nothing } from './said.ts';
import { quoteBetween, type Read, type Word } from './words.ts';

/** Words after and before a number that make it money, and in which currency; `$` is the shop's own dollar. */
const unitsAfter: ReadonlyMap<string, string> = new Map(
  Object.entries({
    usd: 'USD',
    dollar: 'USD',
    dollars: 'USD',
    dolares: 'USD',
    bucks: 'USD',
    brl: 'BRL',
    real: 'BRL',
    reais: 'BRL',
    conto: 'BRL',
    contos: 'BRL',
    pila: 'BRL',
    pilas: 'BRL',
    eur: 'EUR',
    euro: 'EUR',
    euros: 'EUR',
    gbp: 'GBP',
    pound: 'GBP',
    pounds: 'GBP',
    quid: 'GBP',
  }),
);
const unitsBefore: ReadonlyMap<string, string> = new Map(
  Object.entries({
    usd: 'USD',
    brl: 'BRL',
    rs: 'BRL',
    eur: 'EUR',
    gbp: 'GBP',
  }),
);

/** More sums than this in one mail are a price list. */
const MAX_AMOUNTS = 50;

interface Candidate extends Sum {
  /** The number's place among the words; the unit's, where it is spelt out. */
  at: number;
}
interface Sum {
  money: Money;
  words: string;
  score: number;
  hasCurrency: boolean;
}

/** The sum it is about: what was paid or is asked back, rather than the shipping or somebody else's price. */
export function findAmount(read: Read, shopCurrency: string): Fact<Money> {
  const [best, ...rest] = findSums(read, shopCurrency).toSorted(
    (one, other) =>
      other.score - one.score ||
      Number(other.hasCurrency) - Number(one.hasCurrency) ||
      // Of sums that nothing tells apart, the price is the largest.
      other.money.minor - one.money.minor,
  );
  if (!best) return nothing;
  return fromMail(best.money, best.words, certainty(best, rest));
}

/** The sum that is asked back in so many words; of several nobody can tell. */
export function findAsked(read: Read, shopCurrency: string): Fact<Money> {
  const [asked, ...more] = findSums(read, shopCurrency).filter(({ at }) => isAskedFor(read.words, at));
  const isOne = asked && more.every(({ money }) => money.minor === asked.money.minor);
  return isOne ? fromMail(asked.money, asked.words, 'stated') : nothing;
}

function findSums(read: Read, shopCurrency: string): Candidate[] {
  const found: Candidate[] = [];
  for (let at = 0; at < read.words.length && found.length < MAX_AMOUNTS; at++) {
    const code = read.words[at]?.text.charCodeAt(0) ?? 0;
    const isDigit = code >= 48 && code <= 57;
    const candidate = isDigit ? readAmount(read, at, shopCurrency) : readSpelt(read, at);
    if (candidate) found.push({ ...candidate, at });
  }
  return found;
}

function certainty(best: Candidate, rest: readonly Candidate[]): Certainty {
  const rival = rest.find(({ money }) => money.minor !== best.money.minor);
  if (best.score < 0) return 'guess';
  if (best.score > 0 && best.hasCurrency && (rival?.score ?? 0) < best.score) return 'stated';
  return rival && rival.score === best.score && best.score === 0 ? 'guess' : 'likely';
}

function readAmount(read: Read, at: number, shopCurrency: string): Sum | undefined {
  const { folded, text, words } = read;
  const word = words[at];
  if (!word) return undefined;
  // Most numbers are none of money, and are told by what touches them.
  const isPlain = word.text.length < 3 || !/[.,]/.test(word.text);
  if (isPlain && !isSigned(folded, word) && !hasUnit(word, words[at - 1], words[at + 1], shopCurrency)) {
    return undefined;
  }
  const parts = /^(\d[\d.,]*)([a-z]*)$/.exec(word.text);
  const thousands = thousandsBefore(word, words[at - 1]);
  const digits = parts?.[1] && thousands + parts[1];
  if (!parts || !digits) return undefined;
  const written = spanOf(folded, word, words[at - 1], words[at + 1], parts[2] ?? '', shopCurrency);
  // Without a currency it is a sum only where it is written like one, and (below) where the words say so.
  if (!written && (parts[2] || !/[.,]\d{2}$/.test(digits))) return undefined;
  const money = parseMoney(digits, written?.currency ?? shopCurrency);
  if (!money || money.minor === 0) return undefined;
  const score = scoreAround(words, at);
  if (written) {
    const { from, to } = written;
    const thousandsWidth = thousands && from === word.start ? thousands.length + 1 : 0;
    const instalments = countInstalments(words, at, from === word.start ? 0 : 1);
    return {
      money: instalments > 1 ? { ...money, minor: money.minor * instalments } : money,
      words: quoteBetween(text, instalments > 1 ? (words[at - 2]?.start ?? from) : from - thousandsWidth, to),
      score,
      hasCurrency: true,
    };
  }
  if (score <= 0) return undefined;
  return { money, words: quoteBetween(text, word.start, word.end), score: score - 1, hasCurrency: false };
}

const unitOf = remembered((word) => unitsAfter.get(word));

/** `forty dollars`, `cento e vinte reais`, found by the currency. */
function readSpelt({ text, words }: Read, at: number): Sum | undefined {
  const unit = words[at];
  const currency = unit && unitOf(unit);
  // `two real problems`, `two pounds of coffee`
  if (unit?.text === 'real' || words[at + 1]?.text === 'of') return undefined;
  const number = currency && numberEndingAt(words, at - 1);
  const money = number && parseMoney(String(number.value), currency);
  if (!number || !money) return undefined;
  const score = scoreAround(words, at);
  return {
    money,
    words: quoteBetween(text, words[number.from]?.start ?? 0, unit.end),
    score,
    hasCurrency: true,
  };
}

/** `1 299,00 €`: much of Europe puts a blank between the thousands. */
function thousandsBefore(word: Word, before: Word | undefined): string {
  const isGroup = before && word.start - before.end === 1 && /^[1-9]\d{0,2}$/.test(before.text);
  return isGroup && /^\d{3}(?:[.,]\d{2})?[a-z]*$/.test(word.text) ? before.text : '';
}

/** `$`, `€` or `£` within two spaces of the number. */
function isSigned(folded: string, { start, end }: Word): boolean {
  let before = start - 1;
  while (before > start - 3 && folded.charCodeAt(before) === 32) before--;
  let after = end;
  while (after < end + 2 && folded.charCodeAt(after) === 32) after++;
  return (
    isSign(folded.charCodeAt(before)) ||
    isSign(folded.charCodeAt(after)) ||
    isSign(folded.charCodeAt(after + 1)) ||
    isSign(folded.charCodeAt(after + 2))
  );
}

function isSign(code: number): boolean {
  return code === 36 || code === 0x20ac || code === 0xa3;
}

function hasUnit(
  word: Word,
  before: Word | undefined,
  after: Word | undefined,
  shopCurrency: string,
): boolean {
  const suffixed = word.text.charCodeAt(word.text.length - 1) > 57;
  return (
    suffixed ||
    (after !== undefined &&
      (unitsAfter.get(after.text) ?? ownCode(after.text, shopCurrency)) !== undefined) ||
    (before !== undefined &&
      (unitsBefore.get(before.text) ?? ownCode(before.text, shopCurrency)) !== undefined)
  );
}

interface Span {
  currency: string;
  from: number;
  to: number;
}

/** Where an amount with a currency begins and ends, and which currency it is. */
function spanOf(
  folded: string,
  word: Word,
  before: Word | undefined,
  after: Word | undefined,
  suffix: string,
  shopCurrency: string,
): Span | undefined {
  const lead = folded.slice(Math.max(0, word.start - 6), word.start);
  const sign = /((?:(?<![a-z])(?:us|r|a|c|ca|au|nz)\s?)?\$|€|£)\s{0,2}$/.exec(lead);
  if (sign?.[1]) {
    const currency = currencyOfSign(sign[1].replace(/\s/g, ''), shopCurrency);
    return { currency, from: word.start - sign[0].length, to: word.end };
  }
  if (suffix) {
    const currency = unitsAfter.get(suffix);
    return currency ? { currency, from: word.start, to: word.end } : undefined;
  }
  const trail = /^\s?(r\$|us\$|€|£|\$)/.exec(folded.slice(word.end, word.end + 4));
  if (
    trail?.[1] &&
    !/^\s?\d/.test(folded.slice(word.end + trail[0].length, word.end + trail[0].length + 2))
  ) {
    return {
      currency: currencyOfSign(trail[1], shopCurrency),
      from: word.start,
      to: word.end + trail[0].length,
    };
  }
  const near = (other: Word | undefined, gap: number) => other !== undefined && gap >= 0 && gap <= 2;
  if (after && near(after, after.start - word.end)) {
    const currency = unitsAfter.get(after.text) ?? ownCode(after.text, shopCurrency);
    if (currency) return { currency, from: word.start, to: after.end };
  }
  if (before && near(before, word.start - before.end)) {
    const currency = unitsBefore.get(before.text) ?? ownCode(before.text, shopCurrency);
    if (currency) return { currency, from: before.start, to: word.end };
  }
  return undefined;
}

function ownCode(word: string, shopCurrency: string): string | undefined {
  return word.length === 3 && word.toUpperCase() === shopCurrency ? shopCurrency : undefined;
}

function currencyOfSign(sign: string, shopCurrency: string): string {
  if (sign === '€') return 'EUR';
  if (sign === '£') return 'GBP';
  if (sign === 'r$') return 'BRL';
  if (sign === 'us$') return 'USD';
  if (sign === 'a$' || sign === 'au$') return 'AUD';
  if (sign === 'c$' || sign === 'ca$') return 'CAD';
  if (sign === 'nz$') return 'NZD';
  return writtenWithDollar.has(shopCurrency) ? shopCurrency : 'USD';
}

/** Currencies whose own people write a bare `$`; Brazilians do, too. */
const writtenWithDollar = new Set('USD CAD AUD NZD SGD HKD TWD MXN ARS CLP COP UYU BRL'.split(' '));

/** `3x de R$ 30` is 90. */
function countInstalments(words: readonly Word[], at: number, signed: number): number {
  for (let back = 1; back <= 2 + signed; back++) {
    const times = /^(\d{1,2})x$/.exec(words[at - back]?.text ?? '');
    if (times?.[1] && words[at - back]?.sentence === words[at]?.sentence) return Number(times[1]);
    const text = words[at - back]?.text;
    if (text !== 'de' && text !== 'of' && text !== 'r') return 1;
  }
  return 1;
}
