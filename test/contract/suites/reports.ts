import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ReportMissing } from '../../../functions/domain/errors.ts';
import type { Reports } from '../../../functions/domain/ports.ts';

const AT = '2026-11-01T06:00:00.000Z';
const LATER = '2026-11-01T06:05:00.000Z';
const MONTH = '2026-10';

/** What every store of monthly reports has to do. `open` gives one that may hold others' reports already. */
export function reportsContract(
  name: string,
  open: () => Promise<{ reports: Reports; close(): Promise<void> }>,
): void {
  describe(`reports: ${name}`, () => {
    let reports: Reports;
    let close: () => Promise<void>;
    const id = () => `report-${crypto.randomUUID()}`;
    beforeAll(async () => {
      ({ reports, close } = await open());
    });
    afterAll(() => close());

    it('give a page back as it was written last, in its language', async () => {
      await reports.put(MONTH, 'en', '<p>first</p>');
      await reports.put(MONTH, 'en', '<p>So many “quotes” – açúcar</p>');
      await reports.put(MONTH, 'pt-BR', '<p>outro</p>');
      expect(await reports.get(MONTH, 'en')).toBe('<p>So many “quotes” – açúcar</p>');
      expect(await reports.get(MONTH, 'pt-BR')).toBe('<p>outro</p>');
    });

    it('say which one is not there', async () => {
      await expect(reports.get('1999-01', 'en')).rejects.toThrow(ReportMissing);
      await expect(reports.get('1999-01', 'en')).rejects.toThrow('1999-01');
    });

    it('give a mail to one of several runs, and tell the others how far it got', async () => {
      const mail = id();
      const claims = await Promise.all([1, 2, 3, 4].map(() => reports.claim(MONTH, mail, AT)));
      expect(claims.filter((one) => one === undefined)).toHaveLength(1);
      expect(claims.filter((one) => one !== undefined)).toEqual(Array(3).fill({ state: 'claimed', at: AT }));
      await reports.mark(MONTH, mail, 'sent', LATER);
      expect(await reports.claim(MONTH, mail, LATER)).toEqual({ state: 'sent', at: LATER });
    });

    it('keep that nobody knows whether a mail has left', async () => {
      const mail = id();
      await reports.claim(MONTH, mail, AT);
      await reports.mark(MONTH, mail, 'uncertain', LATER);
      expect(await reports.claim(MONTH, mail, LATER)).toEqual({ state: 'uncertain', at: LATER });
    });

    it('give a mail that was refused to one run again', async () => {
      const mail = id();
      await reports.claim(MONTH, mail, AT);
      await reports.mark(MONTH, mail, 'released', AT);
      const claims = await Promise.all([1, 2, 3].map(() => reports.claim(MONTH, mail, LATER)));
      expect(claims.filter((one) => one === undefined)).toHaveLength(1);
      expect(await reports.claim(MONTH, mail, LATER)).toEqual({ state: 'claimed', at: LATER });
    });
  });
}
