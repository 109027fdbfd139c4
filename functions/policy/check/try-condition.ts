import { type FactName, type Facts, type FactValue, factTypes } from '../../domain/facts.ts';
import type { Condition } from '../../domain/weighing.ts';
import { choices, ways } from './choices.ts';
import type { Aspect, Option } from './possible-facts.ts';

/** The combinations one condition is tried on: far more than one that a person wrote has, and less than a second. */
const MOST_OF_CONDITION = 10_000;

/** What one condition came to on the possible combinations of the facts it asks about. */
export interface ConditionTrial {
  tried: number;
  held: number;
  /** False where there are more combinations than were tried. */
  all: boolean;
  /** The values of each fact with which it held at least once. */
  holdsWith: ReadonlyMap<FactName, ReadonlySet<FactValue>>;
  /** Facts on which it could not be worked out, and why. */
  failed?: { facts: Option; why: string };
  /** The aspects it asks about, and whether it holds for a choice of an option of each aspect of the policy. */
  over: readonly number[];
  holds(chosen: readonly number[], facts: () => Facts): boolean;
  /** What it comes to on every combination of those aspects, as text to compare. */
  outcome: string;
  /** What it comes to with one option of an aspect and every choice of the others, as text to compare. */
  with(aspect: number, option: number): string;
}

/** Tries a condition on every possible combination of the facts it asks about. */
export function tryCondition(condition: Condition, aspects: readonly Aspect[]): ConditionTrial {
  const over = aspects.flatMap(({ names }, index) =>
    names.some((name) => condition.names.includes(name)) ? [index] : [],
  );
  const sizes = over.map((index) => aspects[index]?.options.length ?? 0);
  const all = ways(sizes) <= MOST_OF_CONDITION;
  const holdsWith = new Map<FactName, Set<FactValue>>();
  const table: boolean[] = [];
  let failed: ConditionTrial['failed'];
  let held = 0;
  for (const chosen of choices(sizes, MOST_OF_CONDITION)) {
    const values = together(chosen.map((option, at) => aspects[over[at] ?? 0]?.options[option] ?? {}));
    const result = attempt(condition, toFacts(values));
    if (typeof result === 'string') failed ??= { facts: values, why: result };
    const holds = result === true;
    table.push(holds);
    if (!holds) continue;
    held++;
    for (const [name, value] of Object.entries(values) as Array<[FactName, FactValue]>) {
      const seen = holdsWith.get(name) ?? new Set();
      holdsWith.set(name, seen.add(value));
    }
  }
  const holds = (chosen: readonly number[], facts: () => Facts): boolean => {
    if (!all) return attempt(condition, facts()) === true;
    let place = 0;
    for (let at = over.length - 1; at >= 0; at--)
      place = place * (sizes[at] ?? 0) + (chosen[over[at] ?? 0] ?? 0);
    return table[place] === true;
  };
  const withOption = (aspect: number, option: number): string => {
    const at = over.indexOf(aspect);
    const stride = ways(sizes.slice(0, at));
    const size = sizes[at] ?? 1;
    const seen = table.filter((_, place) => Math.floor(place / stride) % size === option);
    return seen.map(Number).join('');
  };
  const tried = table.length;
  const outcome = `${over}: ${table.map(Number).join('')}`;
  return { tried, held, all, holdsWith, ...(failed && { failed }), over, holds, outcome, with: withOption };
}

/** The values of one option of each of some aspects. */
export function together(options: readonly Option[]): Option {
  return Object.assign({}, ...options);
}

/** Whether it holds, or why it cannot be worked out: a division by nothing, or a number larger than there are. */
function attempt({ applies }: Condition, facts: Facts): boolean | string {
  try {
    return applies(facts);
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
  }
}

/** Facts with these values; the others, which nobody asks about, are empty. */
export function toFacts(option: Option): Facts {
  const empty = { string: '', bool: false, int: 0, double: 0 } as const;
  const facts: Record<string, Record<string, FactValue>> = {};
  for (const [group, types] of Object.entries(factTypes)) {
    const fields: Record<string, FactValue> = {};
    for (const [field, type] of Object.entries<keyof typeof empty>(types)) {
      fields[field] = option[`${group}.${field}` as FactName] ?? empty[type];
    }
    facts[group] = fields;
  }
  return facts as unknown as Facts;
}
