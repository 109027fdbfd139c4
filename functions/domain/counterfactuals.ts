import * as z from 'zod';
import { type FactName, type Facts, FactValue, readFact } from './facts.ts';
import { type Change, changedFacts, otherValues, withChanges } from './other-facts.ts';
import { Route } from './policy.ts';
import { type CompiledPolicy, type Weighed, weighFacts } from './weighing.ts';

/** Facts that would have led to a better route; `from` is `unknown` where nobody knows what the fact is. */
export const WouldChange = z.object({
  changes: z.array(z.object({ fact: z.string(), from: FactValue, to: FactValue })).min(1),
  route: Route,
});
export type WouldChange = z.infer<typeof WouldChange>;

/** How many are shown: whoever decides reads them in a mail. */
const MOST_SHOWN = 4;

/** From what a customer hopes for least to most. */
const HOPED_FOR: readonly Route[] = [
  'recommend-declining',
  'ask-customer',
  'manager',
  'approve-as-goodwill',
  'within-policy',
];

/** Whether a customer would rather have the one route than the other. */
export function isBetter(one: Route, other: Route): boolean {
  return HOPED_FOR.indexOf(one) > HOPED_FOR.indexOf(other);
}

interface Found {
  changes: readonly Change[];
  route: Route;
}

/**
 * The smallest changes that lead to a better route: of one fact, then of two where neither alone leads as far. Only facts that
 * evidence could change are tried, never who the customer is; each change was found by evaluating it. For facts that would do with
 * several values the nearest is named.
 */
export function whatWouldChange(
  compiled: CompiledPolicy,
  facts: Facts,
  weighed: Weighed,
  unknown: readonly FactName[],
): WouldChange[] {
  const steps = possibleSteps(compiled, facts, unknown);
  if (!isReachable(compiled, facts, weighed, steps)) return [];
  const best = (combinations: readonly Change[][]): Found | undefined => {
    let found: Found = { changes: [], route: weighed.route };
    for (const changes of combinations) {
      const like = { weighed, changed: changedFacts(changes) };
      const { route } = weighFacts(compiled, withChanges(facts, changes), like);
      if (isBetter(route, found.route)) found = { changes, route };
    }
    return found.changes.length > 0 ? found : undefined;
  };
  const alone = steps.map((step) =>
    step.withDays ? undefined : best(step.values.map((to) => [{ fact: step.fact, to }])),
  );
  const single = byHope(alone.filter((found) => found !== undefined));
  const pairs = steps.flatMap((one, index) =>
    steps.slice(index + 1).flatMap((other, offset) => {
      if ([one, other].some((step) => step.withDays && other.fact !== 'order.daysPastWindow')) return [];
      const found = best(
        one.values.flatMap((first) =>
          other.values.map((second) => [
            { fact: one.fact, to: first },
            { fact: other.fact, to: second },
          ]),
        ),
      );
      const parts = [alone[index], alone[index + 1 + offset]];
      const further = found && parts.every((part) => !part || isBetter(found.route, part.route));
      return further ? [found] : [];
    }),
  );
  return [...single, ...byHope(pairs)].slice(0, MOST_SHOWN).map(({ changes, route }) => ({
    changes: changes.map(({ fact, to }) => ({
      fact,
      from: unknown.includes(fact) && fact !== 'order.known' ? 'unknown' : readFact(facts, fact),
      to,
    })),
    route,
  }));
}

function byHope(found: readonly Found[]): Found[] {
  return found.toSorted((one, other) => HOPED_FOR.indexOf(other.route) - HOPED_FOR.indexOf(one.route));
}

/** Whether a better route could be reached at all: by its score, or because its condition asks about what may change. */
function isReachable(
  compiled: CompiledPolicy,
  facts: Facts,
  { route }: Weighed,
  steps: readonly Step[],
): boolean {
  const changing = changedFacts(steps.map(({ fact }) => ({ fact, to: '' })));
  return compiled.routes
    .filter((rule) => isBetter(rule.route, route))
    .some((rule) => rule.names.some((name) => changing.has(name)) || rule.applies(facts));
}

interface Step {
  fact: FactName;
  /** The values to try, the nearest first. */
  values: FactValue[];
  /** An order of which nobody knows when it came promises nothing by being found: its days belong to it. */
  withDays?: boolean;
}

function possibleSteps(compiled: CompiledPolicy, facts: Facts, unknown: readonly FactName[]): Step[] {
  const others = (name: FactName) => otherValues(compiled, facts, name);
  const daysUnknown = unknown.includes('order.daysPastWindow');
  const more = others('request.evidence').filter((value) => Number(value) > facts.request.evidence);
  const steps: Step[] = [{ fact: 'request.evidence', values: more }];
  if (!facts.order.known) steps.push({ fact: 'order.known', values: [true], withDays: daysUnknown });
  if (daysUnknown) {
    const days = [...others('order.daysPastWindow'), facts.order.daysPastWindow].map(Number);
    // Nobody knows how many they are, so the nearest is what takes least for granted: the most.
    steps.push({ fact: 'order.daysPastWindow', values: days.toSorted((one, other) => other - one) });
  }
  steps.push({ fact: 'request.reason', values: others('request.reason') });
  steps.push({ fact: 'request.wish', values: others('request.wish') });
  return steps.filter(({ values }) => values.length > 0);
}
