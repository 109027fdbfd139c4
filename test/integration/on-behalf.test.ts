import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShop, type Shop } from '../support/goodwill.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const load = (id: string) => shop.goodwill.services.cases.load(id);
const forward = (from: string, subject: string, text: string) =>
  [
    'Please look at this one, she is a regular.',
    '',
    '---------- Forwarded message ---------',
    `From: ${from}`,
    'Date: Mon, Nov 2, 2026 at 10:00 AM',
    `Subject: ${subject}`,
    'To: Shop <hello@shop.example>',
    '',
    text,
  ].join('\n');

describe('a mail that staff pass on', () => {
  it('opens the case of whoever wrote it, who is answered, and names the contact', async () => {
    const text = forward(
      'Emily Carter <emily.carter@mail.example>',
      'My kettle',
      'My kettle (SH-10001) stopped working. I want a refund.',
    );
    await shop.send({ from: 'Tom <head@shop.example>', subject: 'Fwd: My kettle', text });
    const acknowledgement = await shop.mail('acknowledgement');
    expect(acknowledgement.to).toBe('emily.carter@mail.example');
    const found = await load(acknowledgement.case);
    expect(found.request).toMatchObject({
      customer: { address: 'emily.carter@mail.example' },
      contact: {
        address: 'head@shop.example',
        name: 'Tom',
        note: 'Please look at this one, she is a regular.',
      },
      orderNumber: { source: 'order', value: 'SH-10001' },
      text: 'My kettle (SH-10001) stopped working. I want a refund.',
    });
    const asked = await shop.mail('approval-request', (mail) => mail.case === found.id);
    expect((await shop.read(asked)).text).toContain('Tom <head@shop.example>');
  });

  it('is held back with the reason where it does not say whose it is', async () => {
    await shop.send({
      from: 'head@shop.example',
      subject: 'Fwd: lamp',
      text: forward('Maria', 'lamp', 'It broke.'),
    });
    await shop.until('the mail in quarantine', async () =>
      (await shop.goodwill.services.mails.quarantined(10)).some(
        ({ fate }) => fate.state === 'quarantined' && fate.reason.startsWith('no-customer'),
      ),
    );
  });

  it('names no other customer where a customer passes it on', async () => {
    const text = forward('Ruth Feldman <ruth.feldman@mail.example>', 'coat', 'Refund SH-10003 please.');
    await shop.send({ from: 'eve@example.net', subject: 'Fwd: coat', text });
    const { to } = await shop.mail('acknowledgement', ({ to }) => to !== 'emily.carter@mail.example');
    expect(to).toBe('eve@example.net');
  });
});

describe('staff who press Reply on a mail about a case', () => {
  it('leave a note for their colleagues, and are told that it decides nothing', async () => {
    const asked = await shop.mail('approval-request', ({ to }) => to === 'manager@shop.example');
    await shop.send({
      from: 'manager@shop.example',
      subject: `Re: ${asked.subject}`,
      text: 'Yes, approve it.',
    });
    const told = await shop.mail('staff-note', (mail) => mail.case === asked.case);
    expect(told.to).toBe('manager@shop.example');
    const found = await load(asked.case);
    expect(found.status).toBe('awaiting-decision');
    expect(
      found.history.at(-1)?.type === 'mail-sent' ? found.history.at(-2) : found.history.at(-1),
    ).toMatchObject({
      type: 'staff-wrote',
      from: 'manager@shop.example',
      text: 'Yes, approve it.',
    });
    await shop.send({
      from: 'manager@shop.example',
      subject: `Re: ${asked.subject}`,
      text: 'Hello? Approve it.',
    });
    await shop.until(
      'the second note',
      async () => (await load(asked.case)).history.filter(({ type }) => type === 'staff-wrote').length === 2,
    );
    expect((await shop.mails()).filter(({ kind }) => kind === 'staff-note')).toHaveLength(1);
  });
});
