import type { Policy } from '../../domain/policy.ts';
import { quoteBetween, type Read } from './words.ts';

/** Each is looked up; a mail with more numbers than this is a list, not a request. */
const MAX_NUMBERS = 20;

/** An order number as the shop writes it, and as the customer did. */
export interface FoundNumber {
  number: string;
  words: string;
  /** False for a number without the shop's letters, which only the word before it makes an order number. */
  whole: boolean;
}

interface Reader {
  strict: RegExp;
  /** The same, with letters as the shop writes them. */
  exact: RegExp;
  /** Its odd groups are the number's own parts; the even ones are what the customer has between them. */
  tolerant: RegExp;
  /** What the shop has between the parts. */
  between: readonly string[];
  /** `further` reads the next of a list. */
  bare: { pattern: RegExp; further: RegExp; prefix: string } | undefined;
}

const BETWEEN = '([\\s\\p{Pd}_.:#/]{0,3})';
const ENDS_IN_WORD = /[\p{L}\p{N}]$/u;
const readers = new Map<string, Reader>();
/** Patterns come from the policy, of which a process has one; tests have more. */
const MAX_READERS = 50;

/**
 * Every order number in a text, in the order they stand there. What people leave out or put between the parts is forgiven:
 * `SH 10001`, `sh10001`, `#SH-10001`; and where there is none such, `10001` after "order" is one.
 */
export function orderNumbers(read: Read, policy: Policy): FoundNumber[] {
  const { strict, exact, tolerant, between, bare } = readerFor(policy.shop.orderNumber);
  // Full-width digits and letters are already ordinary ones here; the letters' case is only in what was written.
  const text = withCase(read);
  const found = new Map<string, FoundNumber>();
  const keep = (written: string, from: number, to: number, whole: boolean) => {
    const key = written.toUpperCase();
    if (found.has(key) || !strict.test(written)) return;
    const number = [written, key, written.toLowerCase()].find((one) => exact.test(one)) ?? written;
    found.set(key, { number, words: quoteBetween(read.text, from, to), whole });
  };
  for (const match of text.matchAll(tolerant)) {
    if (found.size >= MAX_NUMBERS) break;
    // `CASH 10001` is none of a shop whose numbers begin with SH.
    if (ENDS_IN_WORD.test(text.slice(Math.max(0, match.index - 2), match.index))) continue;
    keep(rebuild(match, between), match.index, match.index + match[0].length, true);
  }
  if (found.size > 0 || !bare || !/\d/.test(text)) return [...found.values()];
  for (const match of text.matchAll(bare.pattern)) {
    if (found.size >= MAX_NUMBERS) break;
    let [from, to] = [match.index, match.index + match[0].length];
    let digits = match[1];
    while (digits !== undefined && found.size < MAX_NUMBERS) {
      keep(bare.prefix + digits, from, to, false);
      bare.further.lastIndex = to;
      const next = bare.further.exec(text);
      [from, to] = [to, bare.further.lastIndex];
      digits = next?.[1];
    }
  }
  return [...found.values()];
}

function withCase({ text, folded }: Read): string {
  return /[\uff01-\uff5e]/.test(text)
    ? text.replace(/[\uff01-\uff5e]/g, (_, index: number) => folded.charAt(index))
    : text;
}

function rebuild(match: RegExpMatchArray, between: readonly string[]): string {
  if (between.length === 0) return match[0];
  return between.reduce((number, put, index) => number + put + (match[2 * index + 3] ?? ''), match[1] ?? '');
}

function readerFor(pattern: string): Reader {
  const there = readers.get(pattern);
  if (there) return there;
  const reader = createReader(pattern);
  if (readers.size >= MAX_READERS) readers.clear();
  readers.set(pattern, reader);
  return reader;
}

function createReader(pattern: string): Reader {
  const strict = new RegExp(`^(?:${pattern})$`, 'iu');
  const { source, between, prefix, rest } = loosen(pattern);
  const tolerant = new RegExp(`(?:${source})(?!\\p{N})`, 'giu');
  const bare =
    prefix && rest
      ? {
          prefix,
          pattern: new RegExp(
            BARE.replace('NUMBER', () => rest),
            'giu',
          ),
          further: new RegExp(
            FURTHER.replace('NUMBER', () => rest),
            'iuy',
          ),
        }
      : undefined;
  return { strict, exact: new RegExp(`^(?:${pattern})$`, 'u'), tolerant, between, bare };
}

/** A number without the shop's letters, after a word that makes it an order's. */
const BARE = [
  '(?:orders?|pedidos?|compras?|encomendas?|numbers?|n[uú]meros?|no|n[oº°]|#)[^\\p{L}\\p{N}]{0,4}',
  '(?:(?:numbers?|n[uú]meros?|nos?|n[oº°]?s?|id|ref|reference|refer[eê]ncia|code|c[oó]digo|de|is|are|é|e|was|foi|s[aã]o)[^\\p{L}\\p{N}]{1,3}){0,2}',
  '(NUMBER)(?![\\p{L}\\p{N}]|[.,/]\\p{N})',
].join('');
/** `10031, 10032 and 10033` */
const FURTHER = '(?:\\s?[,;&/+]\\s?|\\s(?:and|e|y)\\s)(NUMBER)(?![\\p{L}\\p{N}]|[.,/]\\p{N})';

/**
 * The pattern with room between its parts: where it has a literal separator, and at the seam between literal letters and
 * the digits after them. A pattern with groups of its own is used as it is.
 */
function loosen(pattern: string) {
  if (/[()|^$]/.test(pattern)) return { source: pattern, between: [] as string[], prefix: '', rest: '' };
  const between: string[] = [];
  const parts = [''];
  let prefix = '';
  let rest = '';
  let afterLetter = false;
  for (const [part, atom = '', quantifier = ''] of pattern.matchAll(ATOM)) {
    const separator = quantifier === '' && /^\\?[-\s_./#]$/.test(atom) ? atom.slice(-1) : undefined;
    const isLetter = quantifier === '' && /^\p{L}$/u.test(atom);
    if (rest === '' && (separator !== undefined || isLetter)) prefix += atom.slice(-1);
    else rest += part;
    const isSeam = afterLetter && /^(?:\\d|\[0-9\])/.test(atom);
    if (separator !== undefined || isSeam) {
      between.push(separator ?? '');
      parts.push('');
    }
    if (separator === undefined) parts[parts.length - 1] += part;
    afterLetter = isLetter;
  }
  const source = between.length > 0 ? parts.map((part) => `(${part})`).join(BETWEEN) : pattern;
  return { source, between, prefix: rest ? prefix : '', rest };
}

/** One part of a pattern without groups: an escape, a class or a character, and how often it comes. */
const ATOM = /(\\p\{[^}]*\}|\\.|\[(?:\\.|[^\]\\])*\]|[^\\[])([*+?]|\{\d+(?:,\d*)?\})?\??/gsu;
