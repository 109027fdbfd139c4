import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Case, unsentMails } from '../../functions/domain/case.ts';
import { type Command, decide } from '../../functions/domain/decide.ts';
import { evolve } from '../../functions/domain/evolve.ts';
import { hoursAfter } from '../../functions/domain/time.ts';
import { DECIDED, decided, told } from '../support/sample-cases.ts';
import { FINANCE, MANAGER, openPages, type Pages } from '../support/web.ts';

let pages: Pages;
let serial = 0;
beforeAll(async () => {
  pages = await openPages();
});
beforeEach(() => pages.setNow(hoursAfter(DECIDED, 30)));
/** Time goes on between two clicks. */
const later = () => pages.setNow(hoursAfter(DECIDED, 31));
afterAll(() => pages.close());

const half = { outcome: 'part-approved', amount: { minor: 4_000, currency: 'USD' }, note: 'Sorry.' } as const;

/** A case whose customer was told that they get half back, and what happened to it since. */
async function owed(...since: Command[]) {
  serial += 1;
  const id = `RX-PAID-${String(serial).padStart(4, '0')}`;
  const made = since.reduce<Case>(
    (found, command) => decide(command, found).reduce<Case>(evolve, found),
    told('kettle', half),
  );
  await pages.store({ ...made, id });
  return {
    id,
    path: await pages.refundPath(id),
    mailed: async () => (await pages.services.mails.sent(100)).filter(({ caseId }) => caseId === id),
    now: () => pages.services.cases.load(id),
  };
}
const paid = (reference = 'E2E-7781') => ({ outcome: 'paid', reference });
const failed = { outcome: 'failed', why: 'The card is closed.' };

describe('the page of whoever pays', () => {
  test('says how much, to whom, for which order, by when and who decided, and has nothing chosen', async () => {
    const { id, path } = await owed();
    const { status, html } = await pages.get(path);
    expect(status).toBe(200);
    for (const text of ['$40.00', 'SH-10001', 'Maria Souza', 'Tuesday, November 10, 2026', MANAGER, id])
      expect(html).toContain(text);
    expect(html).not.toMatch(/<input[^>]* checked/);
    expect(html).toMatch(/id="reference"[^>]* value=""/);
  });

  test('speaks the language of the staff, whatever the customer’s is', async () => {
    const brazilian = await openPages({ staffLanguage: 'pt-BR' });
    const found = await brazilian.store(told('kettle', half));
    const { html } = await brazilian.get(await brazilian.refundPath(found.id));
    expect(html).toContain('<html lang="pt-BR">');
    expect(html).toContain('Código do pagamento');
    await brazilian.close();
  });

  test('asks for a moment while the money is still being written down', async () => {
    const found = await pages.store({ ...decided('kettle', half), id: 'RX-PAID-SOON' });
    const { status, html } = await pages.get(await pages.refundPath(found.id));
    expect(status).toBe(503);
    expect(html).toContain('open the link again in a minute');
  });

  test('is not there for a refund that never was', async () => {
    const { id } = await owed();
    expect((await pages.get(await pages.refundPath(id, 2))).status).toBe(404);
  });
});

describe('a payment', () => {
  test('is recorded with its reference, told to the customer at once, and wakes the flow', async () => {
    const { id, path, mailed, now } = await owed();
    const { status, html } = await pages.fillIn(path, paid('  E2E-7781 '));
    expect(status).toBe(200);
    expect(html).toContain('It is recorded as paid');
    const { refunds } = await now();
    expect(refunds).toMatchObject([{ state: 'paid', paid: { by: FINANCE, reference: 'E2E-7781' } }]);
    expect(await mailed()).toMatchObject([
      { id: `${id}.refund-paid.1`, kind: 'refund-paid', to: 'maria@example.com', state: 'sent' },
    ]);
    expect(pages.woken).toContain(`task-of-${id}`);
  });

  test('that is sent twice is one payment and one mail, and is answered kindly', async () => {
    const { path, mailed, now } = await owed();
    await Promise.all([pages.fillIn(path, paid()), pages.fillIn(path, paid())]);
    later();
    const mark = await pages.services.links.formMark(path.split('/').at(-1) ?? '');
    const again = await pages.post(path, { mark, ...paid() });
    expect(again.status).toBe(200);
    expect(again.html).toContain('This refund is recorded as paid');
    expect((await now()).history.filter(({ type }) => type === 'refund-paid')).toHaveLength(1);
    expect(await mailed()).toHaveLength(1);
  });

  test.each([
    [
      'another reference: an alarm goes off',
      paid('OTHER-2'),
      'You gave the reference OTHER-2.',
      ['RefundPaidTwice'],
      'confirmed once more, otherwise',
    ],
    [
      'that it could not be paid, which claims no second payment',
      failed,
      'You said that it could not be paid.',
      [],
      'a refund that is paid was said to have failed',
    ],
  ])('is recorded, the page says so, and nothing changes with %s', async (_, said, says, alarm, log) => {
    const { id, path, mailed, now } = await owed();
    await pages.fillIn(path, paid('FIRST-1'));
    const before = await now();
    const alarms = pages.counted.length;
    const mark = await pages.services.links.formMark(path.split('/').at(-1) ?? '');
    const { status, html } = await pages.post(path, { mark, ...said });
    expect(status).toBe(409);
    expect(html).toContain(says);
    expect(html).toContain('FIRST-1');
    expect(await now()).toEqual(before);
    expect(await mailed()).toHaveLength(1);
    expect(pages.counted.slice(alarms)).toEqual(alarm);
    expect(pages.logged.join('\n')).toContain(`${log} {"caseId":"${id}","refund":1}`);
  });

  test('is recorded though the mail about it cannot be sent; the case shows that', async () => {
    const { path, now } = await owed();
    pages.answers.takesMail = false;
    const { status } = await pages.fillIn(path, paid());
    pages.answers.takesMail = true;
    expect(status).toBe(200);
    const found = await now();
    expect(found.refunds).toMatchObject([{ state: 'paid' }]);
    expect(unsentMails(found)).toMatchObject([
      { kind: 'refund-paid' },
      { kind: 'customer-unreachable', mailId: expect.stringContaining('.customer-unreachable.refused.') },
    ]);
  });

  test('is told to the customer although they have objected and the case is looked at again', async () => {
    const { policy } = pages.services.policy;
    const objects = {
      type: 'object',
      at: hoursAfter(DECIDED, 2),
      about: 'decision',
      says: 'Please.',
      policy,
    } as const;
    const { path, mailed, now } = await owed(objects);
    expect((await pages.get(path)).html).toContain(MANAGER);
    await pages.fillIn(path, paid());
    expect(await now()).toMatchObject({ status: 'received', refunds: [{ state: 'paid' }] });
    expect(await mailed()).toMatchObject([{ kind: 'refund-paid' }]);
  });
});

describe('money that could not be paid', () => {
  test('is told with its reason to whoever granted it, and stays to be paid', async () => {
    const { path, mailed, now } = await owed();
    const { status, html } = await pages.fillIn(path, failed);
    expect(status).toBe(200);
    expect(html).toContain(`${MANAGER} is told by mail`);
    expect((await now()).refunds).toMatchObject([
      { state: 'failed', failure: { why: 'The card is closed.' } },
    ]);
    expect(await mailed()).toMatchObject([{ kind: 'refund-failed', to: MANAGER }]);
    expect(pages.counted).toContain('RefundFailed');
    expect((await pages.get(path)).html).toContain('The card is closed.');
    await pages.fillIn(path, paid());
    expect((await now()).refunds).toMatchObject([{ state: 'paid' }]);
  });

  test('with the same reason twice is said once', async () => {
    const { path, mailed, now } = await owed();
    await pages.fillIn(path, failed);
    later();
    const { html } = await pages.fillIn(path, failed);
    expect(html).toContain('We have this reason already');
    expect((await now()).history.filter(({ type }) => type === 'refund-failed')).toHaveLength(1);
    expect(await mailed()).toHaveLength(1);
  });
});

describe('nothing is recorded', () => {
  test.each([
    ['nothing chosen', { reference: 'E2E-1', why: 'x' }, 'Choose whether it is paid or could not be paid.'],
    ['no reference', { outcome: 'paid' }, 'Type the reference of the payment'],
    [
      'a reference of signs',
      { outcome: 'paid', reference: '—' },
      'A payment reference has letters or digits and is one line.',
    ],
    [
      'a reference of two lines',
      { outcome: 'paid', reference: 'TX-1\nPay it once more' },
      'A payment reference has letters or digits and is one line.',
    ],
    [
      'a reference without end',
      { outcome: 'paid', reference: 'x'.repeat(101) },
      'A payment reference has at most 100 characters.',
    ],
    ['no reason', { outcome: 'failed', reference: 'E2E-1' }, 'Say in a few words why it could not be paid.'],
    ['another outcome', { outcome: 'maybe' }, 'Choose whether it is paid or could not be paid.'],
  ])('of a form with %s, and the page says why', async (_, form, error) => {
    const { path, now } = await owed();
    const before = await now();
    const { status, html } = await pages.fillIn(path, form);
    expect(status).toBe(422);
    expect(html).toContain(error);
    expect(await now()).toEqual(before);
  });

  test('by opening the page, by pressing its button as it is, or by filling in what no person sees', async () => {
    const { path, now, mailed } = await owed();
    const before = await now();
    for (const method of ['GET', 'HEAD']) await pages.open(path, method);
    await pages.fillIn(path, {});
    const trapped = await pages.fillIn(path, { ...paid(), 'leave-empty': 'x' });
    const strange = await pages.post(path, { ...paid(), mark: 'old' });
    expect([trapped.status, strange.status]).toEqual([422, 422]);
    expect(strange.html).not.toMatch(/<input[^>]* checked/);
    expect(await now()).toEqual(before);
    expect(await mailed()).toEqual([]);
  });

  test('by a link for another purpose', async () => {
    const { id } = await owed();
    const crossed = (await pages.feedbackPath(id)).replace('/feedback/', '/refund/');
    expect((await pages.get(crossed)).status).toBe(404);
  });
});
