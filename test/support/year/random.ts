/** Numbers that look random and are the same for the same seed: Mulberry32, which is fast and far good enough for a year of shops. */
export interface Random {
  /** From 0 to 1, without 1. */
  next(): number;
  chance(share: number): boolean;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  pick<T>(list: readonly T[]): T;
  /** One of some names by their weights. */
  weighed<T extends string>(weights: Readonly<Record<T, number>>): T;
  /** A number above zero with this median; the larger the spread, the longer the tail. */
  skewed(median: number, spread: number): number;
}

export function seeded(seed: number): Random {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  /** Box and Muller's. */
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    chance: (share) => next() < share,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick<T>(list: readonly T[]): T {
      return list[Math.floor(next() * list.length)] as T;
    },
    weighed<T extends string>(weights: Readonly<Record<T, number>>): T {
      const entries = Object.entries(weights) as Array<[T, number]>;
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [name, weight] of entries) {
        left -= weight;
        if (left < 0) return name;
      }
      return entries.at(-1)?.[0] as T;
    },
    skewed: (median, spread) => median * Math.exp(spread * normal()),
  };
}
