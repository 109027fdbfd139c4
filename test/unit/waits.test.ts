import { describe, expect, test } from 'vitest';
import { isSooner } from '../../functions/runtime/seconds-to-wait.ts';

describe('a step that was told how long to wait', () => {
  test.each([
    ['is not woken for the seconds it took to begin', 86_400 - 20, 86_400, false],
    ['is woken where something is due clearly sooner', 3_600, 86_400, true],
    ['is not woken for a moment of a short wait', 22, 24, false],
    ['is woken in a short wait where it is over', 1, 24, true],
    ['is not woken where it has longer than it was told', 90_000, 86_400, false],
  ])('%s', (_, left, wait, woken) => {
    expect(isSooner(left, wait)).toBe(woken);
  });
});
