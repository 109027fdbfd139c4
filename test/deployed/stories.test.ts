import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Case, isDecided } from '../../functions/domain/case.ts';
import type { Purpose } from '../../functions/domain/ports.ts';
import { type StoryLanguage as Language, words } from '../support/story-words.ts';
import { miniStack, type SentMail } from './ministack.ts';
import { openPaymentSystem } from './payment-system.ts';
import { linkIn, peopleAround } from './people.ts';
import { deployedStack, until } from './stack.ts';

const MANAGER = 'manager@shop.example';
const HEAD = 'head@shop.example';
const stack = deployedStack();
const { cases, mails, orders } = stack.records;
const people = peopleAround(stack, miniStack(process.env['AWS_ENDPOINT_URL'] ?? ''));
const run = Date.now().toString(36);
const PAYMENTS = `payments-${run}`;

let payments: Awaited<ReturnType<typeof openPaymentSystem>>;
beforeAll(async () => {
  await people.arrive();
  payments = await openPaymentSystem(stack.outputs.RefundBusName, PAYMENTS);
  await stack.store('orders/sample.csv', readFileSync('functions/policy/sample-orders.csv'));
  await until('the orders to be imported', () => orders.get('SH-10001'));
});

/** The mail of a kind that a case says was sent, as SES had it. */
const mail = (kind: string, id: string, which = 1): Promise<SentMail> =>
  until(`mail ${kind} ${which} of ${id}`, async () => {
    const sent = (await cases.load(id)).history.filter(
      (event) => event.type === 'mail-sent' && event.kind === kind,
    )[which - 1];
    if (sent?.type !== 'mail-sent') return undefined;
    const { providerId } = (await mails.outgoing(sent.mailId)) ?? {};
    return (await people.mails()).find(({ MessageId }) => MessageId === providerId);
  });
const ends = (id: string, status: Case['status']) =>
  until(`the case to be ${status}`, async () => {
    const found = await cases.load(id);
    return found.status === status && found;
  });

let count = 0;
async function send(from: string, subject: string, text: string, type = 'text/plain'): Promise<void> {
  const name = `${run}-story-${++count}`;
  const head = [
    `From: ${from}`,
    'To: refunds@shop.example',
    `Subject: ${subject.replace(/[^ -~]/g, '')}`,
    `Message-ID: <${name}@mail.example>`,
    `Content-Type: ${type}; charset=utf-8`,
  ];
  await stack.store(`inbound/${name}`, `${head.join('\r\n')}\r\n\r\n${text}\r\n`);
}

/** A request of somebody new, as far as the manager's mail about it. */
async function asked(language: Language) {
  const from = `customer-${run}-${++count}@mail.example`;
  await send(from, 'SH-10001', words[language].asks);
  const found = await until('the case', async () => (await cases.byCustomer(from))[0]);
  return { id: found.id, from, request: await mail('approval-request', found.id) };
}

/** Opens the link of a mail and sends its form. */
async function click(one: SentMail, page: Purpose, fields: Record<string, string>): Promise<void> {
  const answered = await stack.fillIn(linkIn(one, page), fields);
  expect(answered.status, answered.body).toBe(200);
}
/** By then the other stories may be a clear line of refusals, which takes a word of why. */
const approve = (one: SentMail) =>
  click(one, 'decide', { choice: 'approved', confirm: '49.90', against: 'It broke in ordinary use.' });
const ask = (one: SentMail) => click(one, 'decide', { choice: 'ask', question: 'What does it do?' });

/** What the mail server of somebody says whose address there is not: SES gave the mail its Message-ID. */
const bounce = ({ MessageId, Subject, To }: SentMail) =>
  send(
    'MAILER-DAEMON@mx.mail.example',
    'Undelivered Mail Returned to Sender',
    [
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.mail.example',
      '',
      `Final-Recipient: rfc822; ${To}`,
      'Action: failed',
      'Status: 5.1.1',
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: <${MessageId}>`,
      `Subject: ${Subject.replace(/[^ -~]/g, '')}`,
      '--b--',
    ].join('\r\n'),
    'multipart/report; report-type=delivery-status; boundary=b',
  );

/** Each tells a case to where nobody has to do anything any more. */
const stories: Record<string, (language: Language) => Promise<Case>> = {
  async 'approved, paid by a payment system, and followed up'(language) {
    const { id, request } = await asked(language);
    await approve(request);
    const { refundId, amount } = await until('the payment system to be asked', async () =>
      (await payments.asked(id)).at(0),
    );
    expect(amount).toMatchObject({ decimal: '49.90', currency: 'USD' });
    for (let times = 0; times < 2; times++) await payments.confirm(refundId, 'TX-1');
    expect((await mail('refund-paid', id)).BodyText).toContain('TX-1');
    await people.followUpComes(id);
    await mail('follow-up', id);
    const found = await ends(id, 'closed');
    expect(await payments.asked(id)).toHaveLength(1);
    expect(found.history.filter(({ type }) => type === 'refund-paid')).toMatchObject([{ by: PAYMENTS }]);
    return found;
  },

  async 'declined, and settled by an offer that is accepted'(language) {
    const { id, request } = await asked(language);
    await click(request, 'decide', { choice: 'declined', reason: 'It was used for a year.' });
    await click(await mail('decision', id), 'offers', { offer: 'store-credit', confirm: 'yes' });
    expect((await mail('offer-to-fulfil', id)).To).toEqual([MANAGER]);
    await mail('offer-accepted', id);
    await people.followUpComes(id);
    const found = await ends(id, 'closed');
    expect(found).toMatchObject({ offers: { state: 'accepted', accepted: 'store-credit' }, refunds: [] });
    return found;
  },

  async 'declined, appealed against and approved by somebody else'(language) {
    const { id, request } = await asked(language);
    const reason = `Only the first approver of ${language} says so.`;
    await click(request, 'decide', { choice: 'declined', reason });
    const first = await mail('decision', id);
    for (let times = 0; times < 2; times++)
      await click(first, 'object', { about: 'decision', why: words[language].appeals });
    await mail('objection-received', id);
    const again = await mail('approval-request', id, 2);
    expect(again.To).toEqual([HEAD]);
    expect(again.BodyText).toContain(words[language].appeals);
    expect(again.BodyText).not.toContain(reason);
    await approve(again);
    await mail('decision', id, 2);
    await click(await mail('refund-request', id), 'refund', { outcome: 'paid', reference: 'TX-2' });
    await mail('refund-paid', id);
    await people.followUpComes(id);
    const found = await ends(id, 'closed');
    expect(found).toMatchObject({ decided: { by: HEAD }, earlier: [{ by: MANAGER }] });
    return found;
  },

  async 'asked about, answered and approved'(language) {
    const { id, from, request } = await asked(language);
    await ask(request);
    const question = await mail('customer-question', id);
    await send(from, `Re: ${question.Subject}`, words[language].answers);
    const again = await mail('approval-request', id, 2);
    expect(again.BodyText).toContain(words[language].answers);
    await approve(again);
    await mail('decision', id);
    return ends(id, 'told');
  },

  async withdrawn(language) {
    const { id, from, request } = await asked(language);
    const { Subject } = await mail('acknowledgement', id);
    await send(from, `Re: ${Subject}`, words[language].withdraws);
    await mail('withdrawal', id);
    await stack.fillIn(linkIn(request, 'decide'), { choice: 'approved', confirm: '49.90' });
    return ends(id, 'withdrawn');
  },

  async 'asked about in vain: the mail bounces, and a person who knows that decides'(language) {
    const { id, request } = await asked(language);
    await ask(request);
    await bounce(await mail('customer-question', id));
    const again = await mail('approval-request', id, 2);
    expect(again.BodyText).toMatch(/did\s+not\s+reach\s+the\s+customer/);
    await approve(again);
    // Nothing more is written to an address that does not exist.
    const found = await ends(id, 'told');
    expect(found.history).toContainEqual(expect.objectContaining({ type: 'told', unreached: true }));
    const returned = { type: 'mail-returned', why: 'bounced', status: '5.1.1', believed: true };
    expect(found.history).toContainEqual(expect.objectContaining(returned));
    return found;
  },
};

/** At the same time, since most of it is waiting. */
describe.concurrent.each(Object.keys(words) as Language[])('a request in %s', (language) => {
  it.each(Object.entries(stories))('is %s', async (_, tell) => {
    const found = await tell(language);
    expect(found.problem).toBeUndefined();
    if (isDecided(found)) expect(found.refunds.length).toBeLessThanOrEqual(1);
    const { address } = found.request.customer;
    const letters = (await people.mails()).filter(({ To }) => To.includes(address));
    expect(letters).not.toEqual([]);
    for (const { BodyHtml } of letters) expect(BodyHtml).toContain(`<html lang="${language}">`);
  });
});
