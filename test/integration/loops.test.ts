import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Letter, openVirtualShop } from '../support/virtual-shop.ts';

const ROUNDS = 10_000;
const ROUND_MS = 3_600_000;
const START = Date.parse('2026-11-02T10:00:00.000Z');

/** What somebody's machine writes when a mail comes. Each is a kind that is met in the world. */
type Responder = (
  mail: { from: string; replyTo: string; subject: string; id: string },
  round: number,
) => string;

const answer = (from: string, to: string, headers: string[], text: string) =>
  [
    `From: ${from}`,
    `To: ${to}`,
    `Message-ID: <${Math.random().toString(36).slice(2)}@${from.split('@')[1]}>`,
    ...headers,
    '',
    text,
    '',
  ].join('\r\n');

const away = 'I am out of the office until further notice. For urgent matters please call the front desk.';
const responders: Record<string, (from: string) => Responder> = {
  'an out-of-office note by the standard':
    (me) =>
    ({ from, subject, id }) =>
      answer(
        me,
        from,
        [`Subject: Automatic reply: ${subject}`, 'Auto-Submitted: auto-replied', `In-Reply-To: ${id}`],
        away,
      ),
  'an out-of-office note without a sign, to the reply address':
    (me) =>
    ({ replyTo, subject, id }) =>
      answer(
        me,
        replyTo,
        [`Subject: Re: ${subject}`, `In-Reply-To: ${id}`],
        'Thanks for your mail! I am travelling and will read it next week.',
      ),
  'a ticket system without a sign, with a number of its own each time':
    (me) =>
    ({ from }, round) =>
      answer(
        me,
        from,
        [`Subject: [Ticket ${round}] We got it`],
        `Hello, your ticket ${round} is being looked at by our people.`,
      ),
  'a machine that asks about an order each time':
    (me) =>
    ({ from }, round) =>
      answer(
        me,
        from,
        [`Subject: Question ${round}`],
        `What about order SH-10007? I am still waiting, day ${round}.`,
      ),
};

describe('machines that answer each other', () => {
  let now = START;
  const box: Letter[] = [];
  let total = 0;
  let lastSent = 0;
  const post = (letter: Letter) => {
    box.push(letter);
    total++;
    lastSent = (now - START) / ROUND_MS;
  };
  let shops: Array<Awaited<ReturnType<typeof openVirtualShop>>>;
  const people = new Map<string, Responder>();

  beforeAll(async () => {
    shops = [
      await openVirtualShop('a.example', () => now, post),
      await openVirtualShop('b.example', () => now, post),
    ];
    for (const domain of ['a.example', 'b.example']) {
      for (const who of ['manager', 'finance', 'head']) {
        const address = `${who}@${domain}`;
        const make =
          responders[
            who === 'finance'
              ? 'a ticket system without a sign, with a number of its own each time'
              : 'an out-of-office note without a sign, to the reply address'
          ];
        if (make) people.set(address, make(address));
      }
    }
    for (const [index, make] of Object.values(responders).entries()) {
      const address = `c${index}@customer.example`;
      people.set(address, make(address));
    }
  });
  afterAll(() => Promise.all(shops.map((shop) => shop.close())));

  const field = (raw: string, name: string) =>
    new RegExp(`^${name}:[ \\t]*(.*)$`, 'im').exec(raw)?.[1]?.trim() ?? '';
  const addressOf = (value: string) => /[^\s<>"]+@[^\s<>"]+/.exec(value)?.[0] ?? '';
  const shopOf = (to: string) =>
    /^refunds(\+[^@]*)?@a\.example$/.test(to)
      ? shops[0]
      : /^refunds(\+[^@]*)?@b\.example$/.test(to)
        ? shops[1]
        : undefined;

  async function deliver({ to, raw }: Letter, round: number): Promise<Letter[]> {
    const shop = shopOf(to);
    if (shop) {
      await shop.receive(raw);
      return [];
    }
    const respond = people.get(to);
    if (!respond) return [];
    const from = addressOf(field(raw, 'From'));
    const replyTo = addressOf(field(raw, 'Reply-To')) || from;
    const written = respond(
      { from, replyTo, subject: field(raw, 'Subject'), id: field(raw, 'Message-ID') },
      round,
    );
    return [{ to: addressOf(field(written, 'To')), raw: written }];
  }

  it(`fall silent: ${ROUNDS} rounds end with a bounded number of mails`, async () => {
    const first = (from: string, to: string): Letter => ({
      to,
      raw: answer(
        from,
        to,
        ['Subject: My lamp'],
        'Hello, my lamp stopped working after two weeks and I would like a refund, please.',
      ),
    });
    // Each product gets a mail that names the other as its sender, and one of them a mail of everybody with a machine.
    post(first('refunds@b.example', 'refunds@a.example'));
    post(first('refunds@a.example', 'refunds@b.example'));
    for (const person of people.keys()) post(first(person, 'refunds@a.example'));
    for (let round = 0; round < ROUNDS; round++) {
      for (const shop of shops) await shop.work();
      for (const letter of box.splice(0)) (await deliver(letter, round)).forEach(post);
      now += ROUND_MS;
    }
    expect(shops.every((shop) => shop.idle())).toBe(true);
    const month = (30 * 24 * ROUND_MS) / ROUND_MS;
    expect(lastSent).toBeLessThan(2 * month);
    // Each case that was declined has one reminder of its offers.
    expect(total).toBeLessThan(1_300);
    // Nothing was lost on the way: what was not answered is held back, or on a case.
    const held = await Promise.all(shops.map((shop) => shop.services.mails.quarantined(5_000)));
    expect(
      held.flat().some(({ fate }) => fate.state === 'quarantined' && fate.reason.startsWith('too many')),
    ).toBe(true);
  }, 180_000);
});
