import { isDeepStrictEqual } from 'node:util';
import type { Policy } from '../domain/policy.ts';
import { type Difference, type Fields, isObject, nameOf, tell } from './tell-difference.ts';

/** What another policy changes of one, each in a sentence, in the order of the file; none where only comments or its name differ. */
export function differences(before: Policy, after: Policy): string[] {
  const { version: _, ...one } = before;
  const { version: __, ...other } = after;
  return compare(one, other, []).map(tell);
}

function compare(before: unknown, after: unknown, path: string[]): Difference[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (isNamedList(before) && isNamedList(after)) return compareLists(before, after, path);
  if (isObject(before ?? {}) && isObject(after ?? {})) {
    return compareFields((before ?? {}) as Fields, (after ?? {}) as Fields, path);
  }
  return [{ path, before, after }];
}

function compareFields(before: Fields, after: Fields, path: string[]): Difference[] {
  const names = new Set([...Object.keys(after), ...Object.keys(before)]);
  return [...names].flatMap((name) =>
    // A category that comes or goes does so as a whole, as the things in lists do.
    path.at(-1) === 'categories'
      ? compareThings(before[name], after[name], [...path, name])
      : compare(before[name], after[name], [...path, name]),
  );
}

function compareLists(before: Fields[], after: Fields[], path: string[]): Difference[] {
  const pairs = matched(before, after, path.at(-1) === 'routes');
  const [old, now] = [labels(before), labels(after)];
  const found = after.flatMap((thing, index): Difference[] => {
    const at = pairs.findIndex(([, other]) => other === index);
    const [earlier] = pairs[at] ?? [];
    const here = [...path, now[index] ?? ''];
    if (earlier === undefined)
      return [
        { path: here, before: undefined, after: thing, place: { number: index + 1, of: after.length } },
      ];
    const was = before[earlier] ?? {};
    const [name, called] = [nameOf(was), nameOf(thing)];
    if (name?.name === called?.name || !name) return compare(was, thing, here);
    const renamed: Difference = {
      path: [...path, old[earlier] ?? ''],
      before: name.name,
      after: called?.name,
      renamed: true,
    };
    return [renamed, ...compare({ ...was, [name.field]: called?.name }, thing, here)];
  });
  for (const [index, thing] of before.entries()) {
    if (pairs.some(([one]) => one === index)) continue;
    found.push({ path: [...path, old[index] ?? ''], before: thing, after: undefined });
  }
  const inOrder = (side: 0 | 1) =>
    pairs.toSorted((one, other) => one[side] - other[side]).map(([, at]) => now[at] ?? '');
  const [kept, order] = [inOrder(0), inOrder(1)];
  if (!isDeepStrictEqual(kept, order)) found.push({ path, before: kept, after: order, order: true });
  return found;
}

/**
 * Which thing of a list became which, by index: what stayed as it was first, so that of two with one name the right one is new; then
 * by the name; then by what it does, where only the name changed. A rule's route is no name it could lose.
 */
function matched(
  before: Fields[],
  after: Fields[],
  areRules: boolean,
): Array<[before: number, after: number]> {
  const pairs: Array<[number, number]> = [];
  const pairUp = (isSame: (one: Fields, other: Fields) => boolean) => {
    for (const [at, thing] of after.entries()) {
      if (pairs.some(([, other]) => other === at)) continue;
      const found = before.findIndex(
        (one, index) => !pairs.some(([taken]) => taken === index) && isSame(one, thing),
      );
      if (found >= 0) pairs.push([found, at]);
    }
  };
  pairUp(isDeepStrictEqual);
  pairUp((one, other) => nameOf(one)?.name === nameOf(other)?.name);
  if (!areRules) pairUp((one, other) => doesTheSame(one, other));
  return pairs;
}

function doesTheSame(one: Fields, other: Fields): boolean {
  if (typeof one['when'] === 'string') return one['when'] === other['when'];
  const { field = '' } = nameOf(one) ?? {};
  return isDeepStrictEqual({ ...one, [field]: '' }, { ...other, [field]: '' });
}

function compareThings(before: unknown, after: unknown, path: string[]): Difference[] {
  if (before !== undefined && after !== undefined) return compare(before, after, path);
  return [{ path, before, after }];
}

/** What things are called. Two rules may have one route: the second of them is `manager (2)`. */
function labels(things: Fields[]): string[] {
  const names = things.map((thing) => nameOf(thing)?.name ?? '');
  return names.map((name, index) => {
    const count = names.slice(0, index + 1).filter((one) => one === name).length;
    return count > 1 ? `${name} (${count})` : name;
  });
}

function isNamedList(value: unknown): value is Fields[] {
  return Array.isArray(value) && value.every((one) => isObject(one) && nameOf(one) !== undefined);
}
