import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CaseEvent } from '../../../functions/domain/case.ts';
import { replay } from '../../../functions/domain/evolve.ts';
import { anyMove, anyRequest, anyShop } from '../../support/rounds/any-move.ts';
import { holds, stands } from '../../support/rounds/invariants.ts';
import { begin, take } from '../../support/rounds/model.ts';

const shops = fc.array(anyShop, { minLength: 1, maxLength: 3 });
const moves = fc.array(anyMove, { minLength: 10, maxLength: 60, size: 'max' });

describe('any shop, with up to three levels and four people, and whatever happens', () => {
  it('decides a case once, by whoever may, and always has a deadline that leads on', () => {
    let decided = 0;
    fc.assert(
      fc.property(shops, anyRequest, moves, (policies, request, made) => {
        let world = begin(policies, request);
        for (const move of made) {
          const step = take(world, move);
          holds(step);
          world = step.after;
          stands(world);
        }
        // A case is stored as its history, and read from it.
        const stored = CaseEvent.array().parse(JSON.parse(JSON.stringify(world.found.history)));
        expect(replay(world.found.id, stored)).toEqual(world.found);
        if (world.found.status === 'decided') decided++;
      }),
      { numRuns: RUNS },
    );
    expect(decided).toBeGreaterThan(RUNS / 10);
  });
});
const RUNS = 150;
