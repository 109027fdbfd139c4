import { type FactName, type FactValue, factTypes, NamedReason, NEVER_DAYS } from '../../domain/facts.ts';
import { categoryOf, type Policy } from '../../domain/policy.ts';
import { CLOSEST } from '../../domain/precedents.ts';
import { Wish } from '../../domain/request.ts';
import type { CompiledPolicy } from '../../domain/weighing.ts';
import { reckonedNumbers, textsIn, type WrittenCondition, writtenConditions } from './written.ts';

/** Values of some facts that can stand together. */
export type Option = Partial<Record<FactName, FactValue>>;

/**
 * Facts that depend on each other, and every combination of their values that is tried. Facts of two aspects are taken to be
 * independent, which is never too few combinations: what is said to be impossible is.
 */
export interface Aspect {
  names: readonly FactName[];
  options: readonly Option[];
}

/**
 * The facts a policy asks about with the values at which its conditions can turn: both truths, every text it compares with and
 * another one, and the numbers at, just below and just above each it compares with, as far as they are possible.
 */
export function possibleFacts(compiled: CompiledPolicy): Aspect[] {
  const conditions = writtenConditions(compiled);
  const asked = new Set(conditions.flatMap(({ names }) => names));
  const around = valuesAround(conditions);
  const all = [
    goods(compiled.policy, around),
    order(around),
    ...(
      ['request.reason', 'request.wish', 'product.price', 'request.amount', 'request.evidence'] as const
    ).map((name) => around(name).map((value): Option => ({ [name]: value }))),
    flags(['sender.verified']),
    earlier(around),
    pairs('customer.orders', 'customer.spend', around).filter(
      (one) => one['customer.orders'] !== 0 || one['customer.spend'] === 0,
    ),
    precedents(),
  ];
  return all.flatMap((options) => onlyAsked(options, asked));
}

type Around = (name: FactName) => FactValue[];

function valuesAround(conditions: readonly WrittenCondition[]): Around {
  return (name) => {
    const asking = conditions.filter(({ names }) => names.includes(name));
    if (name === 'request.reason') return ['unknown', ...NamedReason.options];
    if (name === 'request.wish') return ['unknown', ...Wish.options];
    const [group, field] = name.split('.') as [keyof typeof factTypes, string];
    const type = (factTypes[group] as Record<string, string>)[field];
    if (type === 'bool') return [false, true];
    if (type === 'string') {
      return unique(['unknown', ...asking.flatMap(textsIn), 'another']);
    }
    const step = type === 'int' ? 1 : 0.01;
    const compared = asking.flatMap((condition) => condition.compared.get(name) ?? []);
    const numbers = [...numbersOf(compared), ...asking.flatMap(reckonedNumbers)];
    const near = [0, ...numbers.flatMap((value) => [value - step, value, value + step])];
    const exact = near.map((value) => (type === 'int' ? Math.round(value) : Math.round(value * 100) / 100));
    return unique(exact).toSorted((one, other) => one - other);
  };
}

/** What was bought and when it arrived: a category has its window and flags, and days past the window follow from both. */
function goods(policy: Policy, around: Around): Option[] {
  const named = [...Object.keys(policy.window.categories), ...around('product.category').map(String)];
  return unique(named).flatMap((category) => {
    const { days: windowDays, ...flags } = categoryOf(policy, category);
    const kind: Option = {
      'product.category': category,
      ...Object.fromEntries(Object.entries(flags).map(([flag, value]) => [`product.${flag}`, value])),
      'order.windowDays': windowDays,
    };
    const past = numbersOf(around('order.daysPastWindow')).map((days) => days + windowDays);
    const arrivals = unique([0, ...past, ...numbersOf(around('order.daysSinceDelivery'))]).filter(
      (days) => days >= 0,
    );
    const dated = arrivals.flatMap((arrived) => {
      const bought = numbersOf(around('order.daysSincePurchase')).filter((days) => days > arrived);
      return [arrived, ...bought].map((since) => ({
        ...kind,
        'order.daysSinceDelivery': arrived,
        'order.daysSincePurchase': since,
        'order.daysPastWindow': arrived - windowDays,
      }));
    });
    const nobodyKnowsWhen = {
      'order.daysSinceDelivery': 0,
      'order.daysSincePurchase': 0,
      'order.daysPastWindow': 0,
    };
    return [...dated, { ...kind, ...nobodyKnowsWhen }];
  });
}

/** Where no order is known, nothing of it is. */
function order(around: Around): Option[] {
  const names = ['customer.ordersOwnAddress', 'product.finalSale'] as const;
  const known = flags(names).flatMap((one) =>
    around('order.channel').map((channel) => ({ ...one, 'order.known': true, 'order.channel': channel })),
  );
  const unknown = {
    'customer.ordersOwnAddress': false,
    'product.finalSale': false,
    'order.channel': 'unknown',
  };
  return [...known, { ...unknown, 'order.known': false }];
}

/** Exceptions are requests that were granted; days since the last are there where there was one. */
function earlier(around: Around): Option[] {
  return pairs('customer.earlierRequests', 'customer.earlierExceptions', around).flatMap((one) => {
    const requests = Number(one['customer.earlierRequests']);
    if (Number(one['customer.earlierExceptions']) > requests) return [];
    if (requests === 0) return [{ ...one, 'customer.daysSinceLastRequest': NEVER_DAYS }];
    return around('customer.daysSinceLastRequest')
      .filter((days) => Number(days) < NEVER_DAYS)
      .map((days) => ({ ...one, 'customer.daysSinceLastRequest': days }));
  });
}

/** Up to five, and any number of them approved. */
function precedents(): Option[] {
  return Array.from({ length: CLOSEST + 1 }, (_, count) =>
    Array.from({ length: count + 1 }, (_, approved) => ({
      'precedents.count': count,
      'precedents.approvedShare': count === 0 ? 0 : approved / count,
    })),
  ).flat();
}

function pairs(one: FactName, other: FactName, around: Around): Option[] {
  // A condition on one of them needs values of the other that let it hold: as many requests as exceptions, for one.
  const values = unique([...numbersOf(around(one)), ...numbersOf(around(other))]).filter(
    (value) => value >= 0,
  );
  const whole = (name: FactName) => (name === 'customer.spend' ? values : values.filter(Number.isInteger));
  return whole(one).flatMap((first) =>
    whole(other).map((second): Option => ({ [one]: first, [other]: second })),
  );
}

function flags(names: readonly FactName[]): Option[] {
  return names.reduce<Option[]>(
    (options, name) =>
      options.flatMap((option) => [false, true].map((value) => ({ ...option, [name]: value }))),
    [{}],
  );
}

/** The facts that are asked about, each combination of their values once; nothing where none is. */
function onlyAsked(options: readonly Option[], asked: ReadonlySet<FactName>): Aspect[] {
  const names = (Object.keys(options[0] ?? {}) as FactName[]).filter((name) => asked.has(name));
  if (names.length === 0) return [];
  const distinct = new Map<string, Option>();
  for (const option of options) {
    const kept = Object.fromEntries(names.map((name) => [name, option[name]])) as Option;
    if (names.some((name) => !isPossible(name, kept[name]))) continue;
    const key = JSON.stringify(kept);
    if (!distinct.has(key)) distinct.set(key, kept);
  }
  return [{ names, options: [...distinct.values()] }];
}

/** Only days past the window can be below zero: before it ends. */
function isPossible(name: FactName, value: FactValue | undefined): boolean {
  return typeof value !== 'number' || value >= 0 || name === 'order.daysPastWindow';
}

function numbersOf(values: readonly FactValue[]): number[] {
  return values.filter((value) => typeof value === 'number');
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
