import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Services } from '../../../functions/domain/ports.ts';
import { hoursAfter } from '../../../functions/domain/time.ts';

type Records = Pick<Services, 'deliveries' | 'mails'>;

/** What every adapter has to do that keeps how our mails arrive. `open` gives records that may hold others' data already. */
export function deliveriesContract(
  name: string,
  open: () => Promise<{ records: Records; close(): Promise<void> }>,
): void {
  describe(`what came back: ${name}`, () => {
    let records: Records;
    let close: () => Promise<void>;
    const run = Date.now().toString(36);
    let count = 0;
    const fresh = () => `${run}-${count++}`;

    beforeAll(async () => {
      ({ records, close } = await open());
    });
    afterAll(() => close());

    // Of a time that nothing else is of.
    const late = (hours: number) => hoursAfter('2150-06-01T00:00:00.000Z', hours);

    it('is counted once a mail for each reason, for three days', async () => {
      const { deliveries } = records;
      const before = await deliveries.rates(late(0));
      const ids = Array.from({ length: 10 }, () => `RX-${fresh()}.decision`);
      for (const id of [...ids, ...ids]) await deliveries.count(id, 'bounced', late(0));
      await deliveries.count(ids[0] ?? '', 'complained', late(0));
      const rates = await deliveries.rates(late(1));
      expect(rates.bounced - before.bounced).toBe(10);
      expect(rates.complained - before.complained).toBe(1);
      expect(await deliveries.rates(late(73))).toMatchObject({ bounced: 0, complained: 0 });
    });

    it('is reckoned on the mails that were sent meanwhile, where there is enough to ask', async () => {
      const { deliveries, mails } = records;
      // Somewhere else in time in every run, since what is counted stays.
      const start = 1_000 + (Date.now() % 1_000_000);
      const at = late(start);
      for (const hours of [0, 1, -100]) {
        const mail = {
          id: `RX-${fresh()}.decision`,
          caseId: 'RX-1',
          kind: 'decision',
          to: 'x@example.com',
        } as const;
        await mails.claim({ ...mail, subject: 'x' }, at);
        await mails.mark(mail.id, 'sent', late(start + hours));
      }
      expect((await deliveries.rates(late(start + 2))).sent).toBe(0);
      for (let count = 0; count < 10; count++)
        await deliveries.count(`RX-${fresh()}.decision`, 'bounced', at);
      expect(await deliveries.rates(late(start + 2))).toEqual({ sent: 2, bounced: 10, complained: 0 });
    });

    it('keeps us from writing to the address for a while, or until a person lifts that, whatever comes late', async () => {
      const { deliveries } = records;
      const address = `Maria-${fresh()}@example.com`;
      const bounced = { address, why: 'bounced', since: late(0) } as const;
      expect(await deliveries.suppressionOf(address, late(0))).toBeUndefined();
      await deliveries.suppress(bounced);
      expect(await deliveries.suppressionOf(address.toLowerCase(), late(1))).toEqual(bounced);
      expect(await deliveries.suppressionOf(address, late(31 * 24))).toBeUndefined();
      await deliveries.suppress({ ...bounced, why: 'complained', since: late(2) });
      expect(await deliveries.suppressionOf(address, late(31 * 24))).toMatchObject({ why: 'complained' });
      await deliveries.lift(address, late(3));
      expect(await deliveries.suppressionOf(address, late(3))).toBeUndefined();
      await deliveries.suppress(bounced);
      expect(await deliveries.suppressionOf(address, late(4))).toBeUndefined();
      await deliveries.suppress({ ...bounced, since: late(5) });
      expect(await deliveries.suppressionOf(address, late(6))).toBeDefined();
    });

    it('keeps us from writing for as long as the longer of two reasons says, in whatever order we hear of them', async () => {
      const { deliveries } = records;
      const ends = async (...told: ['bounced' | 'complained', number][]) => {
        const address = `${fresh()}@example.com`;
        for (const [why, day] of told) await deliveries.suppress({ address, why, since: late(day * 24) });
        const on = async (day: number) => (await deliveries.suppressionOf(address, late(day * 24)))?.why;
        return [await on(31), await on(364), await on(366), await on(381)];
      };
      const forAYear = ['complained', 'complained', undefined, undefined];
      expect(await ends(['complained', 0], ['bounced', 1])).toEqual(forAYear);
      expect(await ends(['bounced', 1], ['complained', 0])).toEqual(forAYear);
      // The address does not exist at the end of that year either.
      const longer = ['complained', 'complained', 'complained', undefined];
      expect(await ends(['complained', 0], ['bounced', 350])).toEqual(longer);
    });

    it('keeps both of what is told at the same moment', async () => {
      const { deliveries } = records;
      const address = `${fresh()}@example.com`;
      await Promise.all(
        (['complained', 'bounced', 'bounced'] as const).map((why, day) =>
          deliveries.suppress({ address, why, since: late(day * 24) }),
        ),
      );
      expect(await deliveries.suppressionOf(address, late(300 * 24))).toMatchObject({ why: 'complained' });
    });
  });
}
