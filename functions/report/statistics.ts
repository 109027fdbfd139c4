/** 95 % of a normal distribution lie within so many standard deviations. */
const Z95 = 1.96;

export interface Interval {
  low: number;
  high: number;
}

/** Between what a share lies in 19 of 20 such samples (Wilson's score interval): honest for few cases and for shares near 0 and 1. */
export function shareInterval(hits: number, of: number, z = Z95): Interval {
  if (of === 0) return { low: 0, high: 1 };
  const share = hits / of;
  const middle = (share + z ** 2 / (2 * of)) / (1 + z ** 2 / of);
  const half = (z / (1 + z ** 2 / of)) * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** By how many standard deviations two shares differ; 0 where one of them has no cases, or both are the same. */
export function shareDifference(one: readonly [number, number], other: readonly [number, number]): number {
  const [hits, of] = one;
  const [hitsBefore, ofBefore] = other;
  if (of === 0 || ofBefore === 0) return 0;
  const pooled = (hits + hitsBefore) / (of + ofBefore);
  const deviation = Math.sqrt(pooled * (1 - pooled) * (1 / of + 1 / ofBefore));
  return deviation === 0 ? 0 : (hits / of - hitsBefore / ofBefore) / deviation;
}

/** The value that this share of counted values is at most; undefined where nothing was counted. */
export function quantileOf(counted: ReadonlyArray<readonly [value: number, times: number]>, share: number) {
  const sorted = counted.toSorted(([one], [other]) => one - other);
  const all = sorted.reduce((sum, [, times]) => sum + times, 0);
  let seen = 0;
  for (const [value, times] of sorted) {
    seen += times;
    if (seen >= share * all) return value;
  }
  return undefined;
}

export function sumOf<T>(rows: readonly T[], value: (row: T) => number): number {
  return rows.reduce((sum, row) => sum + value(row), 0);
}
