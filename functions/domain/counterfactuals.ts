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

/**
 * Whether a customer would rather have the one route than the other. Whoever is to get their money has nothing to hope for from an
 * ordinary return: it would only take another reason than theirs.
 */
export function isBetter(one: Route, other: Route): boolean {
  if (other === 'approve-as-goodwill') return false;
  return HOPED_FOR.indexOf(one) > HOPED_FOR.indexOf(other);
}

/** What an order that is found shows as well: whether the customer writes from the address on it. */
const OWN_ADDRESS = 'customer.ordersOwnAddress';

interface Found {
  changes: readonly Change[];
  route: Route;
}

/**
 * The smallest changes that lead to each better route: of one fact, then of two where neither alone leads as far. Only facts that
 * evidence could change are tried, never who the customer is; each change was found by evaluating it. Of several values of a fact that
 * would do the nearest is named.
 */
export function whatWouldChange(
  compiled: CompiledPolicy,
  facts: Facts,
  weighed: Weighed,
  unknown: readonly FactName[],
): WouldChange[] {
  const steps = possibleSteps(compiled, facts, unknown);
  if (!isReachable(compiled, facts, weighed, steps)) return [];
  const reached = (tried: readonly Change[][]) => reachedBy(compiled, facts, weighed, tried);
  const alone = steps.map(({ tried }) => reached(tried));
  const pairs = steps.flatMap((one, index) =>
    steps.slice(index + 1).flatMap((other, offset) => {
      if (one.withDays || other.withDays) return [];
      const both = one.tried.flatMap((first) => other.tried.map((second) => [...first, ...second]));
      const parts = [...(alone[index] ?? []), ...(alone[index + 1 + offset] ?? [])];
      return reached(both).filter(({ route }) => parts.every((part) => isBetter(route, part.route)));
    }),
  );
  return mostHopeful([...alone.flat(), ...pairs]).map(({ changes, route }) => ({
    changes: changes.map(({ fact, to }) => ({
      fact,
      from: unknown.includes(fact) && fact !== 'order.known' ? 'unknown' : readFact(facts, fact),
      to,
    })),
    route,
  }));
}

/**
 * The first of the changes tried that lead to each better route. What the order would have to say of the address is asked for only
 * where it does not come to the same without: both are named where it would do with other days.
 */
function reachedBy(
  compiled: CompiledPolicy,
  facts: Facts,
  { route: now }: Weighed,
  tried: readonly Change[][],
): Found[] {
  const routeWith = (changes: readonly Change[]) => weighFacts(compiled, withChanges(facts, changes)).route;
  const found = new Map<string, Found>();
  for (const changes of tried) {
    const route = routeWith(changes);
    const key = `${route} by ${changes.length}`;
    if (!isBetter(route, now) || found.has(key)) continue;
    const elsewhere = changes.filter(({ fact }) => fact !== OWN_ADDRESS);
    if (elsewhere.length === changes.length || isBetter(route, routeWith(elsewhere))) {
      found.set(key, { changes, route });
    }
  }
  return [...found.values()];
}

/** As many as are shown, the most hoped for first: one for each route, then the smallest of the others. */
function mostHopeful(found: readonly Found[]): Found[] {
  const first = HOPED_FOR.flatMap((route) => found.find((one) => one.route === route) ?? []);
  const others = byHope(found.filter((one) => !first.includes(one)));
  return byHope([...first, ...others].slice(0, MOST_SHOWN));
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
  const changing = changedFacts(steps.flatMap(({ tried }) => tried.flat()));
  return compiled.routes
    .filter((rule) => isBetter(rule.route, route))
    .some((rule) => rule.names.some((name) => changing.has(name)) || rule.applies(facts));
}

interface Step {
  /** What is tried, the nearest first. */
  tried: Change[][];
  /** An order of which nobody knows when it came promises nothing by being found: its days belong to it. */
  withDays?: boolean;
}

function possibleSteps(compiled: CompiledPolicy, facts: Facts, unknown: readonly FactName[]): Step[] {
  const others = (name: FactName) => otherValues(compiled, facts, name);
  const each = (fact: FactName, values: readonly FactValue[]) => values.map((to) => [{ fact, to }]);
  const more = others('request.evidence').filter((value) => Number(value) > facts.request.evidence);
  const days = unknown.includes('order.daysPastWindow') ? daysTried(compiled, facts) : [];
  const steps: Step[] = [{ tried: each('request.evidence', more) }];
  if (!facts.order.known) {
    const known = { fact: 'order.known', to: true } as const;
    const found =
      days.length === 0 ? [[known]] : each('order.daysPastWindow', days).map((of) => [known, ...of]);
    const own = unknown.includes(OWN_ADDRESS) ? each(OWN_ADDRESS, others(OWN_ADDRESS)) : [];
    const withAddress = own.flatMap((of) => found.map((one) => [...one, ...of]));
    steps.push({ tried: [...found, ...withAddress], withDays: days.length > 0 });
  }
  return [
    ...steps,
    { tried: each('order.daysPastWindow', days) },
    { tried: each('request.reason', others('request.reason')) },
    { tried: each('request.wish', others('request.wish')) },
  ];
}

/** Nobody knows how many they are, so the nearest is what takes least for granted: the most. None where the policy does not ask. */
function daysTried(compiled: CompiledPolicy, facts: Facts): number[] {
  const others = otherValues(compiled, facts, 'order.daysPastWindow').map(Number);
  const all = others.length > 0 ? [...others, facts.order.daysPastWindow] : [];
  return all.toSorted((one, other) => other - one);
}
