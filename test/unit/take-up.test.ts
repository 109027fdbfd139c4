import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { daysAfter, hoursAfter } from '../../functions/domain/time.ts';
import { takeUp } from '../../functions/take-up/take-up.ts';
import { awaiting, MANAGER } from '../support/sample-cases.ts';
import { declined, policy, type Story, TOLD, told, waiting } from '../support/settling.ts';
import { openPages, type Pages } from '../support/web.ts';

let pages: Pages;
beforeAll(async () => {
  pages = await openPages();
});
afterAll(() => pages.close());

/** What it takes up so many hours after the case was written, however old the case itself is. */
async function looks(hours: number): Promise<number> {
  const before = pages.startedAgain.length;
  const now = () => hoursAfter(new Date().toISOString(), hours);
  const clock = { ...pages.services.clock, now };
  await takeUp({ ...pages.services, clock, policy: { ...pages.services.policy, policy } });
  return pages.startedAgain.length - before;
}
const store = (id: string, { found }: Pick<Story, 'found'>) => pages.services.cases.create({ ...found, id });

test('a case that waits for nobody and that nothing moves for an hour gets another flow, with an alarm', async () => {
  const closed = told(declined).chooses(undefined, TOLD).followedUp(daysAfter(TOLD, 5));
  await store('RX-STAL-OBJE', closed.objects('decision', daysAfter(TOLD, 6)));
  await store('RX-STAL-DECI', waiting().decided(declined, undefined, MANAGER));
  const says = { type: 'give-feedback', at: daysAfter(TOLD, 6), score: 1, comment: 'Bad.' } as const;
  await store('RX-STAL-SAYS', closed.when(says));
  // These wait for a person, for a day, or for nothing.
  await store('RX-STAL-WAIT', { found: awaiting('kettle') });
  await store('RX-STAL-TOLD', told(declined));
  await store('RX-STAL-DONE', closed);
  const count = vi.spyOn(pages.services.log, 'count');
  expect(await looks(0.9)).toBe(0);
  expect(await looks(1.1)).toBe(3);
  expect(count.mock.calls).toEqual([['FlowNotWoken'], ['FlowNotWoken'], ['FlowNotWoken']]);
  expect(await looks(2)).toBe(3);
  expect(pages.startedVersions('RX-STAL-')).toHaveLength(3);
  expect(await looks(8)).toBe(0);
});
