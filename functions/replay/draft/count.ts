import type { Facts } from '../../domain/facts.ts';
import type { Route } from '../../domain/policy.ts';
import { directionOf } from '../../domain/precedents.ts';
import { type CompiledPolicy, routeOf, weighFacts } from '../../domain/weighing.ts';
import { factsOfRow } from '../facts-of-row.ts';
import { outcomeOf } from '../reckon.ts';
import type { ReplayRow } from '../row.ts';
import { type BandName, bandNames, bandOf, bands } from './bands.ts';

/** Which way people decided: the money or a part of it, or not. */
export type Way = 'approve' | 'decline';
export const ways: readonly Way[] = ['approve', 'decline'];

/** The heaviest factor a policy can have. */
export const HEAVIEST = 10;

/** Cases in which the recommendation did not say what a factor of some weight could make it say. */
export interface Unsaid {
  cases: number;
  /** Those that people decided this way all the same. */
  agreed: number;
  /** How many need at least a weight of so much, by the weight. */
  needs: readonly number[];
}

/** Like cases: of one reason, of one category or of any, in one band of one fact. */
export interface Cell {
  reason: string;
  category: string | undefined;
  band: BandName;
  at: number;
  unsaid: Record<Way, { cases: number; agreed: number; needs: number[] }>;
}

/** Categories that are counted each for itself; a hostile file has more. */
const MOST_CATEGORIES = 300;

/** Counts decided cases in cells, by what the policy recommends and what people decided. Memory is bounded by the cells there can be. */
export async function countUnsaid(
  rows: AsyncIterable<readonly ReplayRow[]>,
  compiled: CompiledPolicy,
): Promise<Cell[]> {
  const cells = new Map<string, Cell>();
  const categories = new Set<string>();
  for await (const some of rows) {
    for (const row of some) {
      const facts = factsOfRow(row, compiled.policy);
      const outcome = outcomeOf(row);
      if (!facts || !outcome || facts.request.reason === 'unknown') continue;
      const decided: Way = directionOf(outcome) === 'approved' ? 'approve' : 'decline';
      const { category } = facts.product;
      if (categories.size < MOST_CATEGORIES && category !== 'unknown') categories.add(category);
      for (const way of ways) {
        const weight = leastWeight(compiled, facts, way);
        if (weight === undefined) continue;
        for (const cell of cellsOf(cells, facts, categories.has(category))) {
          const unsaid = cell.unsaid[way];
          unsaid.cases++;
          if (decided === way) unsaid.agreed++;
          unsaid.needs[weight] = (unsaid.needs[weight] ?? 0) + 1;
        }
      }
    }
  }
  return [...cells.values()];
}

const said: Record<Way, ReadonlySet<Route>> = {
  approve: new Set<Route>(['within-policy', 'approve-as-goodwill']),
  decline: new Set<Route>(['recommend-declining']),
};

/** The least whole weight that leads the recommendation to say so; undefined where it says so already, or no weight would. */
function leastWeight(compiled: CompiledPolicy, facts: Facts, way: Way): number | undefined {
  const { route, score } = weighFacts(compiled, facts);
  if (said[way].has(route)) return undefined;
  const sign = way === 'approve' ? 1 : -1;
  for (let weight = 1; weight <= HEAVIEST; weight++) {
    if (said[way].has(routeOf(compiled, facts, score + sign * weight))) return weight;
  }
  return undefined;
}

function* cellsOf(cells: Map<string, Cell>, facts: Facts, isCounted: boolean): Generator<Cell> {
  const { reason } = facts.request;
  for (const band of bandNames) {
    const value = bands[band].value(facts);
    if (value === undefined) continue;
    const at = bandOf(bands[band], value);
    for (const category of isCounted ? [undefined, facts.product.category] : [undefined]) {
      const key = JSON.stringify([reason, category, band, at]);
      const cell = cells.get(key) ?? { reason, category, band, at, unsaid: none() };
      cells.set(key, cell);
      yield cell;
    }
  }
}

const none = () => ({
  approve: { cases: 0, agreed: 0, needs: [] },
  decline: { cases: 0, agreed: 0, needs: [] },
});
