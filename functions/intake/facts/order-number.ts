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
  /** Groups stand for what is between the parts; `put` is what the shop has there. */
  tolerant: RegExp;
  put: readonly string[];
  bare: { pattern: RegExp; prefix: string } | undefined;
}

const BETWEEN = '([\\s\\p{Pd}_.:#/]{0,3})';
const readers = new Map<string, Reader>();
/** Patterns come from the policy, of which a process has one; tests have more. */
const MAX_READERS = 50;

/**
 * Every order number in a text, in the order they stand there, those with the shop's letters first. What people leave out
 * or put between the parts is forgiven: `SH 10001`, `sh10001`, `#SH-10001`, and after "order" `10001` alone.
 */
export function orderNumbers(read: Read, policy: Policy): FoundNumber[] {
  const { strict, tolerant, put, bare } = readerFor(policy.shop.orderNumber);
  // Full-width digits and letters are already ordinary ones here; the letters' case is only in what was written.
  const text = withCase(read);
  const found = new Map<string, FoundNumber>();
  const keep = (number: string, from: number, to: number, whole: boolean) => {
    const key = number.toUpperCase();
    if (found.has(key) || found.size >= MAX_NUMBERS || !strict.test(number)) return;
    found.set(key, { number, words: quoteBetween(read.text, from, to), whole });
  };
  for (const match of text.matchAll(tolerant)) {
    if (found.size >= MAX_NUMBERS) break;
    keep(rebuild(match, put), match.index, match.index + match[0].length, true);
  }
  if (!bare || !/\d/.test(text)) return [...found.values()];
  for (const match of text.matchAll(bare.pattern)) {
    if (found.size >= MAX_NUMBERS) break;
    keep(bare.prefix + (match[1] ?? ''), match.index, match.index + match[0].length, false);
  }
  return [...found.values()];
}

function withCase({ text, folded }: Read): string {
  return /[\uff01-\uff5e]/.test(text)
    ? text.replace(/[\uff01-\uff5e]/g, (_, index: number) => folded.charAt(index))
    : text;
}

function rebuild(match: RegExpMatchArray, put: readonly string[]): string {
  const between = match.indices ?? [];
  const start = match.index ?? 0;
  let number = '';
  let done = start;
  put.forEach((part, index) => {
    const group = between[index + 1];
    if (!group) return;
    number += (match.input ?? '').slice(done, group[0]) + part;
    done = group[1];
  });
  return number + (match.input ?? '').slice(done, start + match[0].length);
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
  const { source, put, prefix, rest } = loosen(pattern);
  const tolerant = new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?!\\p{N})`, 'dgiu');
  const bare =
    prefix && rest
      ? {
          prefix,
          pattern: new RegExp(
            `(?<!\\p{L})(?:order|pedido|compra|encomenda|number|numero|número|no|n[oº°]|#)[^\\p{L}\\p{N}]{0,4}(?:(?:number|numero|número|no|n[oº°]?|id|de|is|é|e|was|foi)[^\\p{L}\\p{N}]{1,3}){0,2}(${rest})(?![\\p{L}\\p{N}]|[.,/]\\p{N})`,
            'giu',
          ),
        }
      : undefined;
  return { strict, tolerant, put, bare };
}

/**
 * The pattern with room between its parts. Only what stands at the pattern's top level is loosened: literal separators, and
 * the seam between literal letters and the digits after them. A pattern with groups of its own is used as it is.
 */
function loosen(pattern: string) {
  const asIs = { source: pattern, put: [] as string[], prefix: '', rest: '' };
  if (/[()|^$]/.test(pattern)) return asIs;
  const put: string[] = [];
  let source = '';
  let prefix = '';
  let literal = true;
  let rest = '';
  let afterLetter = false;
  for (const [part, atom = '', quantifier = ''] of pattern.matchAll(ATOM)) {
    const separator = /^\\?[-\s_./#]$/.test(atom) ? atom.slice(-1) : undefined;
    const isLiteral = quantifier === '' && (separator !== undefined || /^[\p{L}]$/u.test(atom));
    if (literal && isLiteral) prefix += atom.slice(-1);
    else {
      literal = false;
      rest += part;
    }
    if (separator !== undefined && quantifier === '') {
      put.push(separator);
      source += BETWEEN;
    } else {
      if (afterLetter && /^(?:\\d|\[0-9\])/.test(atom)) {
        put.push('');
        source += BETWEEN;
      }
      source += part;
    }
    afterLetter = isLiteral && separator === undefined;
  }
  return { source, put, prefix: rest ? prefix : '', rest };
}

/** One part of a pattern without groups: an escape, a class or a character, and how often it comes. */
const ATOM = /(\\p\{[^}]*\}|\\.|\[(?:\\.|[^\]\\])*\]|[^\\[])([*+?]|\{\d+(?:,\d*)?\})?\??/gsu;
