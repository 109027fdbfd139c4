import { type BandName, bandNames, bands } from './bands.ts';
import { type Cell, HEAVIEST, type Unsaid, type Way, ways } from './count.ts';

/** Like cases that people decided one way, and what a factor of theirs would have to weigh. */
export interface Proposal {
  reason: string;
  /** Undefined for any. */
  category: string | undefined;
  /** The bands of a fact, the first and the last included; undefined for any value. */
  range: { band: BandName; first: number; last: number } | undefined;
  way: Way;
  cases: number;
  agreed: number;
  /** The least share of agreement that such numbers allow for (Wilson, 95 %). */
  atLeast: number;
  /** Below zero where it speaks against the customer. */
  weight: number;
}

/**
 * From which number of cases on a group is proposed. Below 16 even all of one mind leave it open whether it is four fifths (Wilson's
 * lower bound of 15 of 15 is 0.796), and a policy is no place for a handful. One of another mind takes 25, two take 35.
 */
export const LEAST_CASES = 20;
/** The share of agreement that has to be beyond doubt: what is less is for a person to weigh, each time. */
export const LEAST_SHARE = 0.8;
/** The share of the cases that the proposed weight turns; the last ones may need more weight than the others bear. */
const TURNED = 0.9;
/** What is proposed at a time: each is to be thought about. */
const MOST_PROPOSED = 5;

/**
 * Groups of like cases that people decided all or nearly all one way and the policy did not recommend so, the largest first; one of
 * each reason and category. Where two say the same, the one that takes less for granted: it claims nothing of cases that were not there.
 */
export function propose(cells: readonly Cell[]): Proposal[] {
  const groups = Map.groupBy(cells, ({ reason, category }) => JSON.stringify([reason, category]));
  const found = [...groups.values()]
    .flatMap((group) => ways.flatMap((way) => best(group, way) ?? []))
    .toSorted((one, other) => worth(other) - worth(one) || Number(!one.category) - Number(!other.category));
  const chosen: Proposal[] = [];
  for (const one of found) {
    if (chosen.length < MOST_PROPOSED && !chosen.some((other) => overlaps(one, other))) chosen.push(one);
  }
  return chosen;
}

/** Those who agree, less four for each who does not: a group grows only by what is of one mind itself. */
function worth({ cases, agreed }: Pick<Unsaid, 'cases' | 'agreed'>): number {
  return agreed - (cases - agreed) * (LEAST_SHARE / (1 - LEAST_SHARE));
}

function overlaps(one: Proposal, other: Proposal): boolean {
  const isSame = one.category === other.category || !one.category || !other.category;
  return one.reason === other.reason && one.way === other.way && isSame;
}

/** The range of one reason and category that is worth most. */
function best(group: readonly Cell[], way: Way): Proposal | undefined {
  const candidates = bandNames.flatMap((band) => {
    const own = group.filter((cell) => cell.band === band);
    return rangesOf(band).flatMap(({ first, last }) => {
      const inside = own.filter(({ at }) => at >= first && at <= last).map(({ unsaid }) => unsaid[way]);
      const isAll = first === 0 && last === bands[band].ends.length;
      // Every case has some number of photos and of earlier requests: all of these bands are all cases, which are said once.
      if (isAll && band === 'requests') return [];
      const range = isAll && band === 'evidence' ? undefined : { band, first, last };
      return [{ range, ...sum(inside) }];
    });
  });
  const [first] = candidates
    .filter(({ cases, agreed }) => cases >= LEAST_CASES && lowerBound(agreed, cases) >= LEAST_SHARE)
    .toSorted((one, other) => worth(other) - worth(one) || claims(one.range) - claims(other.range));
  const [cell] = group;
  const weight = first && weightOf(first);
  if (!cell || !first || weight === undefined) return undefined;
  const { reason, category } = cell;
  const { range, cases, agreed } = first;
  const atLeast = lowerBound(agreed, cases);
  return {
    reason,
    category,
    range,
    way,
    cases,
    agreed,
    atLeast,
    weight: way === 'approve' ? weight : -weight,
  };
}

/** How much a range claims of cases that were not there: few days claim little, other facts more, none most of all. */
function claims(range: Proposal['range']): number {
  if (!range) return 2_000;
  return (range.band === 'days' ? 0 : 10_000) + range.last - range.first;
}

function rangesOf(band: BandName): Array<{ first: number; last: number }> {
  const count = bands[band].ends.length + 1;
  const all = Array.from({ length: count }, (_, index) => index);
  return all.flatMap((first) => all.slice(first).map((last) => ({ first, last })));
}

function sum(all: readonly Unsaid[]): Unsaid {
  const needs = Array.from({ length: HEAVIEST + 1 }, (_, weight) =>
    all.reduce((total, one) => total + (one.needs[weight] ?? 0), 0),
  );
  const total = (of: 'cases' | 'agreed') => all.reduce((count, one) => count + one[of], 0);
  return { cases: total('cases'), agreed: total('agreed'), needs };
}

/** The least weight that turns nearly all of them. */
function weightOf({ cases, needs }: Unsaid): number | undefined {
  let turned = 0;
  for (const [weight, count] of needs.entries()) {
    turned += count;
    if (turned >= cases * TURNED) return weight;
  }
  return undefined;
}

/** 95 % of a normal distribution are within so many standard deviations. */
const Z = 1.96;

/** Wilson's lower bound of a share (E. B. Wilson, Journal of the American Statistical Association 22, 1927). */
export function lowerBound(agreed: number, of: number): number {
  if (of === 0) return 0;
  const share = agreed / of;
  const spread = Z * Math.sqrt((share * (1 - share) + (Z * Z) / (4 * of)) / of);
  return (share + (Z * Z) / (2 * of) - spread) / (1 + (Z * Z) / of);
}
