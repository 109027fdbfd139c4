import { describe, expect, it } from 'vitest';
import { deployedStack, until } from './stack.ts';

const stack = deployedStack();
const { cases, mails } = stack.records;
const run = Date.now().toString(36);
const address = `vera-${run}@mail.example`;
let count = 0;

const write = (subject: string, text: string, header = '') =>
  stack.store(
    `inbound/${run}-vera-${count++}`,
    `From: Vera <${address}>\r\nTo: refunds@shop.example\r\nSubject: ${subject}\r\n` +
      `Message-ID: <${run}-${count}@mail.example>\r\n${header}\r\n${text}\r\n`,
  );
const only = async () => (await cases.byCustomer(address))[0];
const when = (what: string, status: string, asked = 1) =>
  until(what, async () => {
    const found = await only();
    const requests = found?.history.filter(
      (event) => event.type === 'mail-sent' && event.kind === 'approval-request',
    );
    return found?.status === status && requests?.length === asked && found;
  });

describe('a customer who takes a request back, and up again', () => {
  it('ends the flow that waits, and begins another', async () => {
    await write('Lamp', 'My lamp is broken and I want a refund.');
    const { id } = await when('the case to wait', 'awaiting-decision');
    await write(`Re: ${id}`, 'Never mind, I will keep it.');
    await when('the case to be withdrawn', 'withdrawn');
    await until('the customer to be told', async () =>
      (await only())?.history.some((event) => event.type === 'mail-sent' && event.kind === 'withdrawal'),
    );
    await write(`Re: ${id}`, 'It broke again. I would like my money back after all.');
    const again = await when('somebody to be asked anew', 'awaiting-decision', 2);
    expect(again.problem).toBeUndefined();
  });
});

describe('a mail in quarantine', () => {
  const review = async (asked: unknown) => (await stack.invoke('ReviewQuarantine', asked)).answer;

  it('is released into its case by an operator, once', async () => {
    const { id } = await when('the case to wait', 'awaiting-decision', 2);
    await write(`Re: ${id}`, 'Here is what I forgot.', 'Precedence: bulk\r\n');
    const held = await until('the mail in quarantine', async () =>
      (await mails.quarantined(100)).find(({ from }) => from === address),
    );
    expect(await review({ action: 'list' })).toMatchObject({
      mails: expect.arrayContaining([expect.objectContaining({ id: held.id, from: address })]),
    });
    await review({ action: 'release', id: held.id, by: 'ops' });
    expect((await only())?.history).toContainEqual(
      expect.objectContaining({ type: 'customer-wrote', text: 'Here is what I forgot.' }),
    );
    expect(await review({ action: 'dismiss', id: held.id, by: 'ops' })).toMatchObject({
      refused: expect.any(String),
    });
  });
});
