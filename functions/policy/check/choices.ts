/** How many ways there are to choose one of each. */
export function ways(sizes: readonly number[]): number {
  return sizes.reduce((product, size) => product * size, 1);
}

/**
 * Every way to choose one of each, as indexes; where there are more than `most`, that many of them, spread evenly and always the
 * same ones. The array is used again for the next.
 */
export function* choices(sizes: readonly number[], most: number): Generator<readonly number[]> {
  const all = ways(sizes);
  const chosen = sizes.map(() => 0);
  if (all <= most) {
    for (let number = 0; number < all; number++) {
      let rest = number;
      for (const [at, size] of sizes.entries()) {
        chosen[at] = rest % size;
        rest = Math.floor(rest / size);
      }
      yield chosen;
    }
    return;
  }
  const next = numbers();
  for (let number = 0; number < most; number++) {
    for (const [at, size] of sizes.entries()) chosen[at] = next(size);
    yield chosen;
  }
}

/** A multiplicative congruential generator (Park and Miller, 1988): chance is not wanted, only an even spread. */
function numbers(): (below: number) => number {
  let state = 20_261_101;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return Math.floor((state / 2_147_483_647) * below);
  };
}
