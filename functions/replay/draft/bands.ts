import type { Facts } from '../../domain/facts.ts';

/** A fact that cases are told apart by, in steps small enough to be told and few enough to be counted. */
export interface Banded {
  /** The last value of each band but the last one, rising. */
  ends: readonly number[];
  /** The band's value of a case; undefined where the fact only stands for what nobody knows. */
  value(facts: Facts): number | undefined;
  /** A condition in CEL of the bands from one to another, the ends of which may be open. */
  when(above: number | undefined, upTo: number | undefined): string;
  /** The same in words. */
  says(above: number | undefined, upTo: number | undefined): string;
}

const comparison = (fact: string, write: (value: number) => string) => {
  return (above: number | undefined, upTo: number | undefined) =>
    [
      ...(above === undefined ? [] : [`${fact} > ${write(above)}`]),
      ...(upTo === undefined ? [] : [`${fact} <= ${write(upTo)}`]),
    ].join(' && ');
};
const inWords = (of: string) => (above: number | undefined, upTo: number | undefined) => {
  if (above === undefined) return `at most ${upTo} ${of}`;
  return upTo === undefined ? `more than ${above} ${of}` : `more than ${above} and at most ${upTo} ${of}`;
};
const past = comparison('order.daysPastWindow', String);
/** Sums of any currency, from a book to a car. */
const SUMS = [10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 1e6];

export const bands = {
  days: {
    ends: [0, 7, 14, 21, 30, 45, 60, 90, 180],
    value: ({ order }) => (order.known ? order.daysPastWindow : undefined),
    when: (above, upTo) => ['order.known', past(above, upTo)].filter((part) => part !== '').join(' && '),
    says: inWords('days past the return window'),
  },
  amount: {
    ends: SUMS,
    value: ({ request }) => (request.amount > 0 ? request.amount : undefined),
    // What nobody knows is 0.
    when: (above = 0, upTo = undefined) => comparison('request.amount', (sum) => sum.toFixed(1))(above, upTo),
    says: inWords('asked for'),
  },
  evidence: {
    ends: [0],
    value: ({ request }) => request.evidence,
    when: comparison('request.evidence', String),
    says: inWords('photos, films and documents'),
  },
  requests: {
    ends: [0, 2],
    value: ({ customer }) => customer.earlierRequests,
    when: comparison('customer.earlierRequests', String),
    says: inWords('earlier requests'),
  },
} as const satisfies Record<string, Banded>;
export type BandName = keyof typeof bands;
export const bandNames = Object.keys(bands) as BandName[];

/** The band of a value, from 0. */
export function bandOf({ ends }: Banded, value: number): number {
  const found = ends.findIndex((end) => value <= end);
  return found < 0 ? ends.length : found;
}
