import { describe, expect, it } from 'vitest';
import { createPseudonyms } from '../../../functions/export/pseudonym.ts';
import { starOf } from '../../../functions/export/star.ts';
import { replay } from '../../../functions/replay/replay.ts';
import { defaultPolicy } from '../../support/policy.ts';
import { inBatches } from '../../support/replay-rows.ts';
import { decided, inFull, samples } from '../../support/sample-cases.ts';

describe('the rows of an export', () => {
  it('hold all that it takes to weigh a case again', async () => {
    const pseudonyms = createPseudonyms('k'.repeat(32));
    const all = (Object.keys(samples) as Array<keyof typeof samples>).map((sample) =>
      decided(sample, inFull(sample)),
    );
    const rows = all.flatMap((found) => starOf(found, pseudonyms).cases);
    const policies = { before: defaultPolicy, after: defaultPolicy, weighedBy: () => undefined };
    const { cases, held, mismatches } = await replay(inBatches(rows), policies, () => {});
    expect({ cases, held, mismatches }).toEqual({ cases: all.length, held: all.length, mismatches: [] });
  });
});
