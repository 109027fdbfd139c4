import type { Outcome } from '../domain/decision.ts';
import { factReaders } from '../domain/fact-readers.ts';
import { type FactName, type Facts, type FactValue, factNames } from '../domain/facts.ts';
import type { Route } from '../domain/policy.ts';
import type { CompiledPolicy, Weighed } from '../domain/weighing.ts';
import type { Money, Turn } from './reckon.ts';
import { turnOf } from './reckon.ts';
import type { ReplayRow } from './row.ts';

/** What a policy made of a case. */
export interface Side {
  compiled: CompiledPolicy;
  facts: Facts;
  weighed: Weighed;
}

/** A case whose recommendation is another under the changed policy, with what shows why. Amounts are in major units. */
export interface Flip {
  caseId: string;
  openedAt: string;
  reason: string;
  category: string;
  before: Recommendation;
  after: Recommendation;
  turn: Turn;
  outcome: Outcome;
  /** What was asked for and granted, where it is known, in the shop's currency. */
  asked: number | null;
  granted: number | null;
  /** The recommendation people had before them, where it was another than that of the policy before. */
  recommendedThen: string | null;
  /** The factors that speak otherwise: with another weight, or on one side only. */
  factors: TurnedFactor[];
  /** The facts that the policies themselves make different: windows, flags of categories. */
  facts: Array<{ name: FactName; before: FactValue; after: FactValue }>;
}

interface Recommendation {
  route: Route;
  score: number;
  /** Every factor that spoke, with its weight. */
  factors: Array<{ id: string; weight: number }>;
  /** Which of the policy's routes was taken, from 0. */
  rule: number;
}

export interface TurnedFactor {
  id: string;
  /** Its weight where it spoke, else null. */
  before: number | null;
  after: number | null;
  /** The facts its condition asks about, as they are under the policy in which it speaks. */
  facts: Array<{ name: FactName; value: FactValue }>;
}

export function flipOf(
  row: ReplayRow,
  outcome: Outcome,
  before: Side,
  after: Side,
  { asked, granted }: Money,
): Flip {
  const { facts } = before;
  return {
    caseId: row.case_id,
    openedAt: row.opened_at,
    reason: facts.request.reason,
    category: facts.product.category,
    before: recommendation(before),
    after: recommendation(after),
    turn: turnOf(before.weighed.route, after.weighed.route),
    outcome,
    asked: major(asked),
    granted: major(granted),
    recommendedThen: row.route === before.weighed.route ? null : row.route,
    factors: turnedFactors(before, after),
    facts: factNames.flatMap((name) => {
      const [was, is] = [factReaders[name](before.facts), factReaders[name](after.facts)];
      return was === is ? [] : [{ name, before: was, after: is }];
    }),
  };
}

const major = (thousandths: bigint | undefined) =>
  thousandths === undefined ? null : Number(thousandths) / 1_000;

function recommendation({ compiled, facts, weighed }: Side): Recommendation {
  const { factors, routes } = compiled;
  return {
    route: weighed.route,
    score: weighed.score,
    factors: factors.filter((_, index) => weighed.spoke[index]).map(({ id, weight }) => ({ id, weight })),
    rule: routes.findIndex((rule) => weighed.score >= rule.scoreAtLeast && rule.applies(facts)),
  };
}

function turnedFactors(before: Side, after: Side): TurnedFactor[] {
  const [was, is] = [spoken(before), spoken(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((id) => {
    const [one, other] = [was.get(id), is.get(id)];
    if (one?.weight === other?.weight) return [];
    const [names, facts] = other ? [other.names, after.facts] : [one?.names ?? [], before.facts];
    const asked = names.map((name) => ({ name, value: factReaders[name](facts) }));
    return [{ id, before: one?.weight ?? null, after: other?.weight ?? null, facts: asked }];
  });
}

function spoken({ compiled, weighed }: Side) {
  return new Map(
    compiled.factors.filter((_, index) => weighed.spoke[index]).map((factor) => [factor.id, factor]),
  );
}

/** Whether anything came out otherwise, the route left aside: the score, a factor that spoke on one side only, or with another weight. */
export function speaksOtherwise(before: Side, after: Side): boolean {
  if (before.weighed.score !== after.weighed.score) return true;
  return speakAlike(before, after) ? false : turnedFactors(before, after).length > 0;
}

/** Whether the same factors stand in the same order and spoke alike: of most cases, and quickly told. */
function speakAlike({ compiled: one, weighed: was }: Side, { compiled: other, weighed: is }: Side): boolean {
  return (
    one.factors.length === other.factors.length &&
    one.factors.every(({ id, weight }, index) => {
      const factor = other.factors[index];
      return (
        was.spoke[index] === is.spoke[index] &&
        (!was.spoke[index] || (factor?.id === id && factor.weight === weight))
      );
    })
  );
}
