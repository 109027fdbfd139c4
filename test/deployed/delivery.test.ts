import { describe, expect, it } from 'vitest';
import { sesBounce } from '../support/ses-events.ts';
import { miniStack } from './ministack.ts';
import { peopleAround } from './people.ts';
import { deployedStack, until } from './stack.ts';

const stack = deployedStack();
const { cases, deliveries, mails } = stack.records;
const people = peopleAround(stack, miniStack(process.env['AWS_ENDPOINT_URL'] ?? ''));
const run = Date.now().toString(36);
const address = `nina-${run}@mail.example`;
let count = 0;

const write = (subject: string, text: string) =>
  stack.store(
    `inbound/${run}-nina-${count++}`,
    `From: Nina <${address}>\r\nTo: refunds@shop.example\r\nSubject: ${subject}\r\n` +
      `Message-ID: <${run}-nina-${count}@mail.example>\r\n\r\n${text}\r\n`,
  );
const asked = (number: number) =>
  until('the manager to be asked', async () => {
    const found = (await cases.byCustomer(address))[number];
    return found?.history.some((one) => one.type === 'mail-sent' && one.kind === 'approval-request') && found;
  });

describe('a mail of which SES says that it bounced', () => {
  let id = '';

  it('is shown on its case, and the manager is asked to reach the customer in another way', async () => {
    await people.arrive();
    await write('Lamp', 'My lamp is broken and I want a refund.');
    ({ id } = await asked(0));
    const event = sesBounce(`${id}.acknowledgement`, { timestamp: new Date().toISOString() });
    for (const again of [event, event]) await stack.sesTells(again);
    const toManager = await people.mailTo('manager@shop.example', id, /in another way/);
    expect(toManager.BodyText).toContain(address);
    const { history } = await cases.load(id);
    expect(history.filter(({ type }) => type === 'mail-returned')).toMatchObject([
      { about: `${id}.acknowledgement`, to: address, why: 'bounced', believed: true },
    ]);
  });

  it('is the last to its address: a later request is decided all the same, by somebody who knows', async () => {
    await write('Kettle', 'My kettle from SH-10001 leaks, please refund it.');
    const later = await asked(1);
    expect(later.problem).toBeUndefined();
    expect(await mails.outgoing(`${later.id}.acknowledgement`)).toBeUndefined();
    expect(later.history).toContainEqual(
      expect.objectContaining({ type: 'mail-failed', kind: 'acknowledgement', to: address }),
    );
  });

  it('is one of few, and no other mail waits for it', async () => {
    expect(await deliveries.suppressionOf(address, new Date().toISOString())).toMatchObject({
      why: 'bounced',
    });
    expect(await Array.fromAsync(mails.waiting())).toEqual([]);
  });
});
