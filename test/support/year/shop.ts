import type * as z from 'zod';
import type { NamedReason } from '../../../functions/domain/facts.ts';
import { createPseudonyms } from '../../../functions/export/pseudonym.ts';

/** The shop of the made-up year: what it sells, why people write, who decides. */
export const shop = {
  /** Of all requests, and what such a thing costs (median, in the shop's currency). */
  categories: {
    clothing: { share: 24, price: 60 },
    electronics: { share: 20, price: 140 },
    kitchen: { share: 16, price: 70 },
    home: { share: 14, price: 90 },
    sports: { share: 10, price: 55 },
    beauty: { share: 8, price: 30 },
    digital: { share: 5, price: 25 },
    food: { share: 3, price: 20 },
  },
  reasons: {
    defective: 24,
    'changed-mind': 22,
    'damaged-in-transit': 11,
    'not-as-described': 9,
    'arrived-late': 8,
    hardship: 7,
    'wrong-item': 6,
    'never-arrived': 5,
    unknown: 4,
    'subscription-renewed': 2,
    'charged-twice': 2,
  } satisfies Record<z.infer<typeof NamedReason> | 'unknown', number>,
  wishes: { refund: 55, unknown: 25, exchange: 12, 'store-credit': 4, repair: 4 },
  channels: { web: 70, app: 20, store: 10 },
  offers: { 'store-credit': 60, exchange: 30, repair: 10 },
  /** From Sunday on. */
  weekdays: [0.7, 1.35, 1.15, 1.05, 1, 0.95, 0.8],
  /** From January on: presents come back, then sales, a quiet summer, and the season before Christmas. */
  months: [1.35, 1, 0.95, 0.95, 0.95, 1, 0.9, 0.85, 0.95, 1, 1.15, 1.25],
} as const;

export type Category = keyof typeof shop.categories;
export type Reason = keyof typeof shop.reasons;

const KEY = 'the-key-of-the-made-up-years-pseudonyms';
const named = (people: readonly string[]) =>
  people.map((name) => createPseudonyms(KEY).approver(`${name}@shop.example`));

/** Who decides, by level: pseudonyms as the export has them. */
export const approvers: readonly (readonly string[])[] = [
  named(['ana', 'bruno', 'carla', 'david', 'elisa', 'farid']),
  named(['greta', 'hugo']),
];
