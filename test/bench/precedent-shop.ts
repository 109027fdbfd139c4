import { replay } from '../../functions/domain/evolve.ts';
import { factsOf, NamedReason, NOTHING_KNOWN } from '../../functions/domain/facts.ts';
import type { Likeness } from '../../functions/domain/likeness.ts';
import type { Precedent } from '../../functions/domain/precedents.ts';

import { dayAfter } from '../../functions/domain/time.ts';
import { AT, received } from '../support/cases.ts';
import { defaultPolicy } from '../support/policy.ts';

const CATEGORIES = [
  'clothing',
  'kitchen',
  'home',
  'toys',
  'sports',
  'books',
  'garden',
  'tools',
  'pets',
  'office',
];
const FIRST = Date.parse('2024-11-01T00:00:00.000Z');
const TWO_YEARS_MS = 2 * 365 * 86_400_000;
const MOST = 1_000_000;

/** A number from 0 to 1 that belongs to a case and a property of it, the same at every run. */
function chance(index: number, property: number): number {
  let bits = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(property + 1, 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
  return ((bits ^ (bits >>> 15)) >>> 0) / 2 ** 32;
}

function pick<T>(from: readonly T[], share: number): T {
  const [first] = from;
  const one = from[Math.floor(share * from.length)] ?? first;
  if (one === undefined) throw new Error('there is nothing to pick from');
  return one;
}

/** Few requests come long after the window, and few are about much money. */
const daysPast = (index: number) => Math.round(-10 + 190 * chance(index, 1) ** 2);
const minorOf = (index: number) => Math.round(1_000 * 50 ** chance(index, 2));

/** What one of a million cases of a shop is compared by. */
export function likenessAt(index: number): Likeness {
  return {
    reason: reasonAt(index),
    category: pick(CATEGORIES, chance(index, 5)),
    finalSale: chance(index, 6) < 0.1,
    daysPastWindow: daysPast(index),
    amount: { minor: minorOf(index), currency: 'USD' },
    earlierRequests: Math.floor(4 * chance(index, 7) ** 3),
  };
}

export function reasonAt(index: number): string {
  return pick(NamedReason.options, chance(index, 4));
}

/** One of them as it was decided, within two years, one after the other. */
export function precedentAt(index: number): Precedent {
  const approved = chance(index, 3) < 0.6;
  const like = likenessAt(index);
  return {
    caseId: `RX-${index.toString(36).toUpperCase().padStart(8, '0')}`,
    decidedAt: new Date(FIRST + (TWO_YEARS_MS * index) / MOST).toISOString(),
    level: 0,
    like,
    outcome: approved ? 'approved' : 'declined',
    ...(approved && like.amount && { amount: like.amount }),
    reason: 'What the approver wrote, in a sentence of ordinary length, about this one case.',
  };
}

/** A new request of the same shop, and its facts. */
export function requestAt(look: number) {
  const like = likenessAt(MOST + look);
  const { policy } = defaultPolicy;
  const day = dayAfter(AT.slice(0, 10), -(like.daysPastWindow ?? 0) - policy.window.days);
  const found = replay(`RX-NEW-${look}`, [
    received({
      reason: { source: 'mail', value: NamedReason.parse(like.reason) },
      category: { source: 'order', value: like.category },
      finalSale: like.finalSale ?? false,
      amount: like.amount ? { source: 'order', value: like.amount } : { source: 'unknown' },
      purchasedOn: { source: 'order', value: day },
      deliveredOn: { source: 'order', value: day },
    }),
  ]);
  const customer = { ...NOTHING_KNOWN.customer, earlierRequests: like.earlierRequests };
  return { found, facts: factsOf(found.request, { ...NOTHING_KNOWN, customer }, policy, AT) };
}
