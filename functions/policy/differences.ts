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
  const [old, now] = [named(before), named(after)];
  const found: Difference[] = [...now].flatMap(([name, thing], index) =>
    compareThings(old.get(name), thing, [...path, name], { number: index + 1, of: now.size }),
  );
  for (const [name, thing] of old) {
    if (!now.has(name)) found.push({ path: [...path, name], before: thing, after: undefined });
  }
  const kept = [...old.keys()].filter((name) => now.has(name));
  const order = [...now.keys()].filter((name) => old.has(name));
  if (!isDeepStrictEqual(kept, order)) found.push({ path, before: kept, after: order, order: true });
  return found;
}

function compareThings(before: unknown, after: unknown, path: string[], place?: Difference['place']) {
  if (before !== undefined && after !== undefined) return compare(before, after, path);
  return [{ path, before, after, ...(place && { place }) }];
}

/** Things by their name. Two rules may have one route: the second of them is `manager (2)`. */
function named(things: Fields[]): Map<string, Fields> {
  const found = new Map<string, Fields>();
  for (const thing of things) {
    const name = nameOf(thing)?.name ?? '';
    let unique = name;
    for (let count = 2; found.has(unique); count++) unique = `${name} (${count})`;
    found.set(unique, thing);
  }
  return found;
}

function isNamedList(value: unknown): value is Fields[] {
  return Array.isArray(value) && value.every((one) => isObject(one) && nameOf(one) !== undefined);
}
