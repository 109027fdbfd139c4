import { type FactName, type Facts, type FactValue, factTypes, NamedReason, readFact } from './facts.ts';
import { Wish } from './request.ts';
import type { CompiledPolicy } from './weighing.ts';

/**
 * The values of a fact at which a condition of the policy may turn, other than the one it has: every reason and wish, what the policy
 * compares the fact with, its neighbours, for amounts one between each two, for texts another one. Smallest first; none where the policy does not
 * ask about the fact. All of them: one left out would be a change that nobody tried.
 */
export function otherValues(compiled: CompiledPolicy, facts: Facts, name: FactName): FactValue[] {
  const now = readFact(facts, name);
  return turningPoints(compiled, name).filter((value) => value !== now);
}

const found = new WeakMap<CompiledPolicy, Map<FactName, readonly FactValue[]>>();

/** A policy is loaded once and asked many times. */
function turningPoints(compiled: CompiledPolicy, name: FactName): readonly FactValue[] {
  const ofPolicy = found.get(compiled) ?? new Map<FactName, readonly FactValue[]>();
  found.set(compiled, ofPolicy);
  const there = ofPolicy.get(name);
  if (there) return there;
  const asking = [...compiled.factors, ...compiled.routes].filter(({ names }) => names.includes(name));
  const compared = asking.flatMap((condition) => condition.compared.get(name) ?? []);
  const values = asking.length > 0 ? [...new Set(candidates(name, compared))] : [];
  ofPolicy.set(name, values);
  return values;
}

function candidates(name: FactName, compared: readonly FactValue[]): FactValue[] {
  if (name === 'request.reason') return NamedReason.options;
  if (name === 'request.wish') return Wish.options;
  const [group, field] = name.split('.') as [keyof typeof factTypes, string];
  const type = (factTypes[group] as Record<string, string>)[field];
  if (type === 'bool') return [false, true];
  if (type === 'string') return [...compared.filter((value) => typeof value === 'string'), ANOTHER];
  const numbers = compared.filter((value) => typeof value === 'number');
  const near = numbers.flatMap((value) => [value - 1, value, value + 1]).toSorted(ascending);
  if (type === 'int') return near;
  const between = near.slice(1).map((value, index) => (value + (near[index] ?? value)) / 2);
  return [...near, ...between].toSorted(ascending);
}

/** A text that no policy names. */
const ANOTHER = '';

const ascending = (one: number, other: number) => one - other;

/** A fact that would be another one. */
export interface Change {
  fact: FactName;
  to: FactValue;
}

/**
 * The facts with some of them changed, and with what follows from these: an order that is that many days past its window was
 * delivered that many days earlier, and bought no later than that.
 */
export function withChanges(facts: Facts, changes: readonly Change[]): Facts {
  const changed: Record<string, Record<string, FactValue>> = { ...facts };
  for (const { fact, to } of changes) {
    const [group = '', field = ''] = fact.split('.');
    changed[group] = { ...changed[group], [field]: to };
  }
  const result = changed as unknown as Facts;
  const { order } = result;
  if (order.daysPastWindow === facts.order.daysPastWindow) return result;
  const daysSinceDelivery = order.daysSinceDelivery + order.daysPastWindow - facts.order.daysPastWindow;
  const daysSincePurchase = Math.max(order.daysSincePurchase, daysSinceDelivery);
  return { ...result, order: { ...order, daysSinceDelivery, daysSincePurchase } };
}

/** Every fact that is another one after these changes. */
export function changedFacts(changes: readonly Change[]): Set<FactName> {
  const names = new Set(changes.map(({ fact }) => fact));
  if (names.has('order.daysPastWindow')) names.add('order.daysSinceDelivery').add('order.daysSincePurchase');
  return names;
}
