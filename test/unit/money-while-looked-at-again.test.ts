import { afterAll, beforeAll, expect, test } from 'vitest';
import { daysAfter, hoursAfter } from '../../functions/domain/time.ts';
import { requestApproval } from '../../functions/request-approval/request-approval.ts';
import { DECIDED, MANAGER } from '../support/sample-cases.ts';
import { inPart, policy, TOLD, told } from '../support/settling.ts';
import { FINANCE, openPages, type Pages } from '../support/web.ts';

let pages: Pages;
beforeAll(async () => {
  pages = await openPages();
});
afterAll(() => pages.close());

const OBJECTED = hoursAfter(TOLD, 2);
const HALF_WAY = hoursAfter(DECIDED, 3.5 * 24);
const round = told(inPart(4_000)).objects('decision', OBJECTED).weighed(OBJECTED);

test('money of the first decision is asked for again when that is due, though somebody looks at the case again', async () => {
  const later = (at: string) => ({ type: 'pass-deadline', at, round: 2, policy }) as const;
  const reminded = round.when(later(HALF_WAY));
  expect(reminded.types).toContain('refund-reminder-due');
  pages.setNow(HALF_WAY);
  await pages.store({ ...reminded.found, id: 'RX-AGAI-N001' });
  const at = { enteredAt: HALF_WAY, attempt: 1, waitSeconds: 60, round: 2 };
  const step = { caseId: 'RX-AGAI-N001', taskToken: 'task', ...at };
  await requestApproval.run(pages.services, step);
  await requestApproval.run(pages.services, step);
  const sent = await pages.services.mails.sent(20);
  const of = (kind: string) => sent.filter((mail) => mail.kind === kind);
  expect(of('refund-reminder')).toMatchObject([{ to: FINANCE }]);
  expect(of('refund-request')).toHaveLength(1);
  const mail = await pages.sentMail(of('refund-reminder')[0]?.id ?? '');
  expect(String(mail)).toContain(MANAGER);
});

test('is found late on its day: the customer and finance hear of it while somebody looks', async () => {
  const late = round.when({ type: 'pass-deadline', at: daysAfter(DECIDED, 9), round: 2, policy });
  pages.setNow(daysAfter(DECIDED, 9));
  await pages.store({ ...late.found, id: 'RX-AGAI-N002' });
  const at = { enteredAt: daysAfter(DECIDED, 9), attempt: 1, waitSeconds: 60, round: 2 };
  await requestApproval.run(pages.services, { caseId: 'RX-AGAI-N002', taskToken: 'task', ...at });
  const sent = (await pages.services.mails.sent(50)).filter(({ caseId }) => caseId === 'RX-AGAI-N002');
  expect(sent.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['refund-late', 'refund-reminder']));
});
