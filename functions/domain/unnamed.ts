import type { Case } from './case.ts';
import { known } from './request.ts';

/** Enough to understand a decision by (UTF-16 units). */
const MAX_WORDS = 300;
/** An initial is in every text, and says nothing of anybody. */
const MIN_NAME = 2;
const GONE = '…';

const ADDRESS = /[^\s<>"]+@[^\s<>"]+/g;
const WEB = /\b(?:https?:\/\/|www\.)\S+/gi;
/** Telephone numbers, cards, accounts, order numbers, and days: eight characters of digits and what stands between them. */
const NUMBER = /\+?\d[\d\s()./-]{6,}\d/g;

/**
 * An approver's words as colleagues with another customer's case may read them: without the customer's name, addresses, telephone
 * and order number, without anything that looks like one, on one line, cut where they are long. What happened to the customer
 * stays; to whom, goes.
 */
export function unnamed(words: string, { id, request }: Case): string {
  const { customer, contact } = request;
  const own = [
    id,
    known(request.orderNumber),
    customer.phone && known(customer.phone),
    ...namesIn(known(customer.name)),
    ...namesIn(contact?.name),
    ...namesIn(customer.address.split('@')[0]),
  ].filter((one) => one !== undefined && one !== '');
  const line = own
    .toSorted((one, other) => (other?.length ?? 0) - (one?.length ?? 0))
    .reduce<string>((text, one) => text.replace(wholeWord(one ?? ''), GONE), words.replace(ADDRESS, GONE))
    .replace(WEB, GONE)
    .replace(NUMBER, GONE)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > MAX_WORDS
    ? `${line
        .slice(0, MAX_WORDS - 1)
        .toWellFormed()
        .trimEnd()}…`
    : line;
}

function namesIn(text: string | undefined): string[] {
  return (text ?? '').split(/[^\p{L}\p{M}]+/u).filter((word) => word.length >= MIN_NAME);
}

/**
 * Two letters may be a name or any word, so they have to be written as the name is. Scripts without capitals mostly write without
 * spaces too: a name in them has no edges to look for.
 */
function wholeWord(text: string): RegExp {
  const literal = text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const pattern = /\p{Lo}/u.test(text) ? literal : `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`;
  return new RegExp(pattern, text.length > 2 ? 'giu' : 'gu');
}
