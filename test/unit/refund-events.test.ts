import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createRefundEvents } from '../../functions/adapters/event-bridge.ts';
import { confirmRefund } from '../../functions/confirm-refund/confirm-refund.ts';
import { EVENT_SCHEMAS, eventSchemas } from '../../functions/confirm-refund/schemas.ts';
import { CaseNotFound, InvalidInput, LinkEarly, RefundSettled } from '../../functions/domain/errors.ts';
import { RefundConfirmed, RefundRequested, refundRequested } from '../../functions/domain/refund-events.ts';
import { daysAfter } from '../../functions/domain/time.ts';
import { inFull, TOLD, told, waiting } from '../support/settling.ts';
import { openPages, type Pages } from '../support/web.ts';

const guide = readFileSync('docs/refunds.md', 'utf8');
const examplesOf = (name: string) =>
  [...guide.matchAll(new RegExp(`\`\`\`json ${name}\n([^\`]*)\`\`\``, 'g'))].map(([, json = '']) =>
    JSON.parse(json),
  );
const event = (detail: unknown) => ({
  source: 'payments.shop.example',
  'detail-type': 'RefundConfirmed',
  detail,
});
const [paid, failed] = examplesOf('RefundConfirmed');

describe('the published schemas', () => {
  it.each(Object.entries(eventSchemas()))(
    '%s says what the product checks; "npm run events" writes it anew',
    (name, schema) => {
      expect(JSON.parse(readFileSync(join(EVENT_SCHEMAS, name), 'utf8'))).toEqual(schema);
    },
  );

  it.each([
    ['RefundRequested', RefundRequested, 1],
    ['RefundConfirmed', RefundConfirmed, 2],
  ] as const)('and the examples of %s in docs/refunds.md fit each other', (name, schema, count) => {
    const examples = examplesOf(name);
    expect(examples).toHaveLength(count);
    const published = JSON.parse(readFileSync(join(EVENT_SCHEMAS, `${name}.schema.json`), 'utf8'));
    for (const example of examples) {
      expect(schema.parse(example)).toEqual(example);
      expect(z.fromJSONSchema(published).safeParse(example).success).toBe(true);
      const refused =
        'reference' in example ? { refundId: 'mine', reference: 'TX\n1' } : { refundId: 'mine' };
      for (const [field, value] of Object.entries(refused))
        expect(z.fromJSONSchema(published).safeParse({ ...example, [field]: value }).success).toBe(false);
    }
  });
});

describe('RefundRequested', () => {
  it('is as the guide has it', () => {
    const { found } = told(inFull);
    const [refund] = found.refunds;
    if (!refund) throw new Error('the case pays');
    expect(refundRequested(found, refund)).toEqual(examplesOf('RefundRequested')[0]);
  });

  it.each([
    [{ minor: 8_990, currency: 'USD' }, '89.90'],
    [{ minor: 5, currency: 'BRL' }, '0.05'],
    [{ minor: 8_990, currency: 'JPY' }, '8990'],
    [{ minor: 12_345, currency: 'KWD' }, '12.345'],
  ])('writes %o as %s', (amount, decimal) => {
    const { found } = told(inFull);
    expect(refundRequested(found, { number: 1, amount, dueBy: TOLD }).amount).toEqual({ ...amount, decimal });
  });

  it('names an order only as the shop has it, and nobody', () => {
    const { found } = waiting('noOrder');
    const requested = refundRequested(found, {
      number: 2,
      amount: { minor: 1, currency: 'USD' },
      dueBy: TOLD,
    });
    expect(requested).toMatchObject({ refundId: `${found.id}.refund.2` });
    expect(requested).not.toHaveProperty('orderNumber');
    expect(JSON.stringify(requested)).not.toMatch(/maria|souza|backpack/i);
  });

  it('that EventBridge did not take is an error, although the call succeeded', async () => {
    const sent: unknown[] = [];
    const answering = (Entries: object[]) =>
      ({
        send: async ({ input }: { input: unknown }) => {
          sent.push(input);
          return { Entries };
        },
      }) as unknown as Parameters<typeof createRefundEvents>[0];
    const requested = examplesOf('RefundRequested')[0] as RefundRequested;
    await createRefundEvents(answering([{ EventId: '1' }]), 'bus').requested(requested);
    expect(sent).toMatchObject([
      { Entries: [{ EventBusName: 'bus', Source: 'goodwill', DetailType: 'RefundRequested' }] },
    ]);
    const refusing = answering([{ ErrorCode: 'ThrottlingException', ErrorMessage: 'slow down' }]);
    await expect(createRefundEvents(refusing, 'bus').requested(requested)).rejects.toThrow(
      'RX-7K3F-9Q2M.refund.1: ThrottlingException: slow down',
    );
  });
});

describe('RefundConfirmed', () => {
  let pages: Pages;
  const load = () => pages.services.cases.load('RX-7K3F-9Q2M');
  const confirm = (given: unknown) => confirmRefund(pages.services, given);
  beforeAll(async () => {
    pages = await openPages();
    await pages.store(told(inFull).found);
    pages.setNow(daysAfter(TOLD, 1));
  });
  afterAll(() => pages.close());

  it.each([
    ['no object', 'paid', /RefundConfirmed/],
    ['another event', { ...event(paid), 'detail-type': 'RefundRequested' }, /detail-type/],
    ['no reference', event({ ...paid, reference: ' ' }), /detail\.reference/],
    ['a reference that is a book', event({ ...paid, reference: 'x'.repeat(101) }), /detail\.reference/],
    ['a reference of signs', event({ ...paid, reference: '—' }), /has letters or digits/],
    ['a reference of two lines', event({ ...paid, reference: 'TX-1\nCall 555' }), /detail\.reference/],
    ['a reference that turns round', event({ ...paid, reference: 'TX-\u202e1234' }), /turn text round/],
    ['a reference with a bell in it', event({ ...paid, reference: 'TX\u00071' }), /one line/],
    ['no reason', event({ ...failed, why: '' }), /detail\.why/],
    ['an outcome of its own', event({ ...paid, outcome: 'pending' }), /detail\.outcome/],
    ['a version of its own', event({ ...paid, schemaVersion: 2 }), /detail\.schemaVersion/],
    ['an id of its own', event({ ...paid, refundId: 'RX-7K3F-9Q2M' }), /the refundId of a RefundRequested/],
  ])('with %s is refused with what would be right', async (_, given, says) => {
    const refused = confirm(given);
    await expect(refused).rejects.toThrow(InvalidInput);
    await expect(refused).rejects.toThrow(says);
  });

  it('of a case or a refund that there is not is refused', async () => {
    await expect(confirm(event({ ...paid, refundId: 'RX-0000-0000.refund.1' }))).rejects.toThrow(
      CaseNotFound,
    );
    await expect(confirm(event({ ...paid, refundId: 'RX-7K3F-9Q2M.refund.2' }))).rejects.toThrow(
      RefundSettled,
    );
  });

  it('that it failed reaches whoever decided, with an alarm', async () => {
    await confirm(event(failed));
    expect((await load()).refunds).toMatchObject([
      { state: 'failed', failure: { by: 'payments.shop.example' } },
    ]);
    expect(pages.counted).toContain('RefundFailed');
    expect((await pages.services.mails.sent(10)).map(({ kind, to }) => [kind, to])).toContainEqual([
      'refund-failed',
      'manager@shop.example',
    ]);
  });

  it('that it was paid reaches the customer once, however often it comes, and wakes the flow', async () => {
    const before = pages.woken.length;
    await confirm(event(paid));
    await confirm(event(paid));
    const found = await load();
    expect(found.refunds).toMatchObject([{ state: 'paid', paid: { reference: 'TX-2026-11-0042' } }]);
    expect(found.history.filter(({ type }) => type === 'refund-paid')).toHaveLength(1);
    const told = (await pages.services.mails.sent(10)).filter(({ kind }) => kind === 'refund-paid');
    expect(told).toMatchObject([{ to: 'maria@example.com' }]);
    expect(pages.woken.length).toBeGreaterThan(before);
  });

  it('that it was paid otherwise changes nothing and raises the alarm', async () => {
    await expect(confirm(event({ ...paid, reference: 'TX-2' }))).rejects.toThrow(RefundSettled);
    expect(pages.counted).toContain('RefundPaidTwice');
    expect((await load()).refunds).toMatchObject([{ paid: { reference: 'TX-2026-11-0042' } }]);
  });

  it('that it failed, of what is paid, changes nothing and claims no second payment', async () => {
    const alarms = pages.counted.length;
    const before = await load();
    await expect(confirm(event({ ...failed, why: 'It came late.' }))).rejects.toThrow(RefundSettled);
    expect(pages.counted.slice(alarms)).toEqual([]);
    expect(await load()).toEqual(before);
  });

  it('that comes before the request is recorded is to come again', async () => {
    const early = waiting('cafeteira').decided({
      outcome: 'approved',
      amount: { minor: 100, currency: 'BRL' },
    });
    await pages.store(early.found);
    const { id } = early.found;
    await expect(confirm(event({ ...paid, refundId: `${id}.refund.1` }))).rejects.toThrow(LinkEarly);
  });
});
