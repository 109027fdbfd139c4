import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Policies } from '../../../functions/domain/ports.ts';
import type { PublishedPolicy } from '../../../functions/domain/published-policy.ts';
import { AT } from '../../support/cases.ts';

/** What every adapter of published policies has to do. `open` gives one in which nothing is published yet. */
export function policiesContract(
  name: string,
  open: () => Promise<{ policies: Policies; close(): Promise<void> }>,
): void {
  describe(`published policies: ${name}`, () => {
    let policies: Policies;
    let close: () => Promise<void>;
    const policy = (number: number, by = 'ana@shop.example'): PublishedPolicy => ({
      number,
      version: `2026-12-${number}`,
      text: `version: "2026-12-${number}" # ✨\n`,
      by,
      at: AT,
      changes: [`Factor "evidence" weighs +${number} instead of +1.`],
    });

    beforeAll(async () => {
      ({ policies, close } = await open());
    });
    afterAll(() => close());

    it('are none at first', async () => {
      expect(await policies.newestAfter(0)).toBeUndefined();
      expect(await policies.version(1)).toBeUndefined();
      expect(await policies.upTo(0, 10)).toEqual([]);
    });

    it('are put live by one of those who publish at the same moment', async () => {
      const all = ['ana', 'rui', 'eva'].map((by) => policy(1, by));
      const won = await Promise.all(all.map((one) => policies.publish(one)));
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await policies.version(1)).toEqual(all[won.indexOf(true)]);
    });

    it('stay as they were, whoever publishes their number again', async () => {
      const before = await policies.version(1);
      expect(await policies.publish(policy(1, 'somebody'))).toBe(false);
      expect(await policies.version(1)).toEqual(before);
    });

    it('are seen as soon as they are published, from wherever one looks', async () => {
      for (let number = 2; number <= 12; number++) {
        expect(await policies.publish(policy(number))).toBe(true);
        for (const known of [0, 1, number - 1])
          expect(await policies.newestAfter(known)).toEqual(policy(number));
      }
      expect(await policies.newestAfter(12)).toBeUndefined();
    });

    it('are listed newest first, as many as asked for', async () => {
      const numbers = async (limit: number) => (await policies.upTo(12, limit)).map(({ number }) => number);
      expect(await numbers(3)).toEqual([12, 11, 10]);
      expect(await numbers(100)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    });
  });
}
