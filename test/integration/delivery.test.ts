import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeDeliveryEvent } from '../../functions/delivery-events/delivery-events.ts';
import { type Case, isUnreachable, type MailKind, unsentMails } from '../../functions/domain/case.ts';
import { InvalidInput, SendingPaused } from '../../functions/domain/errors.ts';
import { replay } from '../../functions/domain/evolve.ts';
import type { Deliveries, Mailer } from '../../functions/domain/ports.ts';
import { hoursAfter } from '../../functions/domain/time.ts';
import type { Sending } from '../../functions/notify/send-once.ts';
import { caseIfThere } from '../../functions/runtime/case-if-there.ts';
import { changeCase } from '../../functions/runtime/change-case.ts';
import { sendHeld } from '../../functions/send-held/send-held.ts';
import { received } from '../support/cases.ts';
import { openFlow } from '../support/flow.ts';
import { sesBounce, sesComplaint, sesReject } from '../support/ses-events.ts';

const ID = 'RX-0000-0001';
const MARIA = 'maria@example.com';
const MANAGER = 'manager@shop.example';
const HEAD = 'head@shop.example';

let flow: Awaited<ReturnType<typeof openFlow>>;
beforeEach(async () => {
  flow = await openFlow();
});
afterEach(async () => {
  await flow.close();
  // Whatever became of the mails, the log names nobody they are to.
  expect(flow.logged.filter((line) => line.includes('@'))).toEqual([]);
});

const tell = (event: object) => takeDeliveryEvent(flow.services, JSON.stringify(event));
const wrote = (kind: string) => (found: Case) =>
  found.history.some((event) => event.type === 'mail-sent' && event.kind === kind);
const kindsTo = async (person: string) =>
  (await flow.services.mails.sent(100))
    .filter(({ to, state }) => to === person && state === 'sent')
    .map(({ kind }) => kind)
    .toReversed();
const waiting = () => Array.fromAsync(flow.services.mails.waiting());
const all = ({ history }: Case, type: string) => history.filter((event) => event.type === type);
const asked = () => flow.until(ID, 'the manager to be asked', wrote('approval-request'));
const requestTo = (found: Case, person: string) => {
  const event = found.history.find(
    (one) => one.type === 'mail-sent' && one.kind === 'approval-request' && one.to === person,
  );
  return event?.type === 'mail-sent' ? event.mailId : '';
};

describe('what SES tells of a mail', () => {
  it('that did not reach the customer is on the case, and whoever has the case is asked to reach them', async () => {
    await flow.begin(ID);
    await asked();
    await tell(sesBounce(`${ID}.acknowledgement`));
    const found = await flow.load(ID);
    expect(all(found, 'mail-returned')).toMatchObject([
      { about: `${ID}.acknowledgement`, to: MARIA, why: 'bounced', status: '5.1.1', believed: true },
    ]);
    expect(isUnreachable(found)).toBe(true);
    expect(await kindsTo(MANAGER)).toEqual(['approval-request', 'customer-unreachable']);
    expect(flow.counted).toContain('MailFailed');
  });

  it('more than once, or in another order, says it once', async () => {
    await flow.begin(ID);
    await asked();
    const [bounce, complaint] = [sesBounce(`${ID}.acknowledgement`), sesComplaint(`${ID}.acknowledgement`)];
    for (const event of [complaint, bounce, bounce, complaint]) await tell(event);
    await Promise.all([tell(bounce), tell(complaint)]);
    expect(all(await flow.load(ID), 'mail-returned')).toMatchObject([
      { why: 'complained' },
      { why: 'bounced' },
    ]);
    expect(await kindsTo(MANAGER)).toEqual([
      'approval-request',
      'customer-unreachable',
      'customer-unreachable',
    ]);
    const { suppressionOf } = flow.services.deliveries;
    // A complaint is the later of the two.
    expect(await suppressionOf(MARIA, '2026-11-03T12:00:00.000Z')).toMatchObject({ why: 'complained' });
  });

  it('that bounced softly is shown, moves nothing, and the next is sent', async () => {
    await flow.begin(ID);
    const toManager = requestTo(await asked(), MANAGER);
    await tell(sesBounce(toManager, { bounceType: 'Transient', bounceSubType: 'MailboxFull' }));
    const found = await flow.load(ID);
    expect(found).toMatchObject({ status: 'awaiting-decision', round: { number: 1, approvers: [MANAGER] } });
    expect(all(found, 'mail-returned')).toHaveLength(1);
    expect(await flow.services.deliveries.suppressionOf(MANAGER, '2026-11-03T12:00:00.000Z')).toBeUndefined();
  });

  it('that an approver never got has the next one asked at once', async () => {
    await flow.begin(ID);
    await tell(sesBounce(requestTo(await asked(), MANAGER)));
    const next = await flow.until(ID, 'the head to be asked', (found) => requestTo(found, HEAD) !== '');
    expect(next).toMatchObject({ round: { number: 2, approvers: [HEAD] } });
  });

  it('that it would not deliver is shown as not delivered, and somebody is asked to reach the customer', async () => {
    await flow.begin(ID);
    await asked();
    await tell(sesReject(`${ID}.acknowledgement`));
    const found = await flow.load(ID);
    expect(all(found, 'mail-returned')).toMatchObject([{ why: 'rejected', to: MARIA }]);
    expect(isUnreachable(found)).toBe(true);
    expect(await kindsTo(MANAGER)).toContain('customer-unreachable');
  });

  it('that is none of ours any more is logged, and nothing else', async () => {
    await tell(sesBounce('RX-GONE-0000.decision'));
    expect(flow.logged).toEqual([expect.stringContaining('not there any more')]);
    expect(flow.counted).toEqual([]);
  });

  it('in a form that it never has is refused, and changes nothing', async () => {
    await flow.begin(ID);
    const before = await asked();
    await expect(tell({ eventType: 'Bounce', mail: { tags: {} } })).rejects.toThrow(InvalidInput);
    expect(await flow.load(ID)).toEqual(before);
  });
});

describe('an address that takes no mail', () => {
  const suppress = (address: string, why: 'bounced' | 'complained' = 'bounced') =>
    flow.services.deliveries.suppress({ address, why, since: hoursAfter(new Date().toISOString(), -1) });

  it('of a customer: people decide without delay, whoever decided is asked to tell them, and the money is followed', async () => {
    await suppress(MARIA);
    await flow.begin(ID);
    const waiting = await asked();
    expect(isUnreachable(waiting)).toBe(true);
    expect(unsentMails(waiting)).toMatchObject([
      {
        kind: 'acknowledgement',
        to: MARIA,
        error: expect.stringContaining('nothing is sent to this address since'),
      },
    ]);
    await flow.decide(ID, MANAGER, { choice: 'approved', confirm: '89.90' });
    const told = await flow.until(ID, 'the flow to go on', ({ status }) => status === 'told');
    expect(told.problem).toBeUndefined();
    expect(all(told, 'told')).toMatchObject([{ unreached: true }]);
    expect(await kindsTo(MANAGER)).toContain('customer-unreachable');
    expect(await kindsTo('finance@shop.example')).toEqual(['refund-request']);
    expect(await kindsTo(MARIA)).toEqual([]);
    expect(flow.entered).not.toContain('ReportFailure');
    expect(flow.counted).not.toContain('StepFailed');
  });

  it('of somebody who called a mail spam gets no follow-up', async () => {
    await flow.begin(ID);
    await asked();
    flow.hurry();
    await tell(sesComplaint(`${ID}.acknowledgement`));
    await suppress(MARIA, 'complained');
    await flow.decide(ID, MANAGER, { choice: 'declined', reason: 'It was used for a year.' });
    await flow.until(ID, 'the flow to go on', ({ status }) => status === 'told');
    expect(await kindsTo(MARIA)).toEqual(['acknowledgement']);
  });

  it('of an approver: whoever is next is asked in their place', async () => {
    await suppress(MANAGER);
    await flow.begin(ID);
    const found = await flow.until(ID, 'the head to be asked', (one) => requestTo(one, HEAD) !== '');
    expect(all(found, 'approver-left')).toMatchObject([{ person: MANAGER, why: 'unreachable' }]);
  });

  it('of everybody who could decide: the last stays asked, and the alarm is raised', async () => {
    await suppress(MANAGER);
    await suppress(HEAD);
    await flow.begin(ID);
    const found = await flow.until(ID, 'the head to be the last', (one) => unsentMails(one).length === 2);
    expect(found).toMatchObject({ status: 'awaiting-decision', round: { number: 2, approvers: [HEAD] } });
    expect(flow.counted.filter((one) => one === 'MailFailed')).toHaveLength(2);
  });

  it('is written to again once a person lifts that', async () => {
    await suppress(MARIA);
    await flow.services.deliveries.lift(MARIA, new Date().toISOString());
    await flow.begin(ID);
    await asked();
    expect(await kindsTo(MARIA)).toEqual(['acknowledgement']);
  });
});

describe('when more mails come back than SES puts up with', () => {
  const bounces = async (count: number) => {
    const { deliveries } = flow.services;
    for (let one = 0; one < count; one++)
      await deliveries.count(`RX-0000-${1000 + one}.acknowledgement`, 'bounced', new Date().toISOString());
  };
  /** What the schedule does, so many hours from now. */
  const later = (hours: number) => {
    const now = () => hoursAfter(new Date().toISOString(), hours);
    return sendHeld({ ...flow.services, clock: { ...flow.services.clock, now } });
  };

  it('mails to customers wait, everything else goes on, and what waits is sent in its order once that is over', async () => {
    await bounces(10);
    await flow.begin(ID);
    await asked();
    await flow.decide(ID, MANAGER, { choice: 'approved', confirm: '89.90' });
    const told = await flow.until(ID, 'the decision to be told', ({ status }) => status === 'told');
    expect(told.problem).toBeUndefined();
    expect(flow.entered).not.toContain('ReportFailure');
    expect(unsentMails(told)).toMatchObject([
      { type: 'mail-held', kind: 'acknowledgement' },
      { type: 'mail-held', kind: 'decision' },
    ]);
    expect(isUnreachable(told)).toBe(false);
    expect(await kindsTo(MARIA)).toEqual([]);
    expect(await kindsTo('finance@shop.example')).toEqual(['refund-request']);
    expect(flow.counted.filter((one) => one === 'MailHeld')).toHaveLength(2);

    await later(1);
    expect(await kindsTo(MARIA)).toEqual([]);
    expect(all(await flow.load(ID), 'mail-held')).toHaveLength(2);

    await later(73);
    expect(await kindsTo(MARIA)).toEqual(['acknowledgement', 'decision']);
    expect(unsentMails(await flow.load(ID))).toEqual([]);
    expect(await waiting()).toEqual([]);
    const alarms = flow.counted.length;
    await later(74);
    expect(await kindsTo(MARIA)).toHaveLength(2);
    expect(flow.counted).toHaveLength(alarms);
  });

  it('and only a few of them: what nobody asked for waits, and what people wait for does not', async () => {
    await bounces(7);
    await flow.begin(ID);
    await asked();
    expect(await kindsTo(MARIA)).toEqual(['acknowledgement']);
  });

  it('the alarm is raised while they come back, not only when the last has', async () => {
    await bounces(6);
    await flow.begin(ID);
    await asked();
    await tell(sesBounce(`${ID}.acknowledgement`, { timestamp: new Date().toISOString() }));
    expect(flow.counted).toContain('SendingAtRisk');
  });

  it('whoever sends what waits may die at any point: it is sent once, or shown as uncertain', async () => {
    class Crash extends Error {}
    await bounces(10);
    await flow.begin(ID);
    await asked();
    const { services } = flow;
    const crashing = (mailer: Mailer) => {
      const now = () => hoursAfter(new Date().toISOString(), 73);
      return sendHeld({ ...services, mailer, clock: { ...services.clock, now } });
    };
    let left = 0;
    const unknowing: Mailer = {
      send: async () => {
        left++;
        throw new Crash();
      },
      outcome: async () => 'unknown',
    };
    await crashing(unknowing);
    expect(left).toBe(1);
    expect(await waiting()).toMatchObject([{ state: 'claimed', kind: 'acknowledgement' }]);
    const now = () => hoursAfter(new Date().toISOString(), 74);
    await sendHeld({ ...services, mailer: unknowing, clock: { ...services.clock, now } });
    expect(left).toBe(1);
    expect(await waiting()).toEqual([]);
    expect(all(await flow.load(ID), 'mail-uncertain')).toHaveLength(1);
    expect(flow.counted).toContain('MailUncertain');
  });

  it('and a customer’s own address comes to be one of them meanwhile, what waits for them is given up, and shown', async () => {
    await bounces(10);
    await flow.begin(ID);
    await asked();
    const since = new Date().toISOString();
    await flow.services.deliveries.suppress({ address: MARIA, why: 'bounced', since });
    await later(73);
    expect(await kindsTo(MARIA)).toEqual([]);
    expect(await waiting()).toEqual([]);
    expect(isUnreachable(await flow.load(ID))).toBe(true);
  });

  it('nobody’s mail is held because the rates cannot be read: the step is tried again', async () => {
    const rates: Deliveries['rates'] = () => Promise.reject(new Error('throttled'));
    flow.services.deliveries = { ...flow.services.deliveries, rates };
    await flow.begin(ID);
    const found = await flow.until(ID, 'the step to fail', (one) => all(one, 'step-failed').length > 0);
    expect(all(found, 'mail-held')).toEqual([]);
    expect(await flow.services.mails.outgoing(`${ID}.acknowledgement`)).toBeUndefined();
  });
});

describe('when the provider sends nothing of ours', () => {
  it('every mail waits, whoever it is to, and is sent by itself afterwards', async () => {
    const { mailer } = flow.services;
    const send: Mailer['send'] = () => Promise.reject(new SendingPaused('Email sending is disabled.'));
    flow.services.mailer = { ...mailer, send };
    await flow.begin(ID);
    const found = await flow.until(ID, 'both mails to wait', (one) => all(one, 'mail-held').length === 2);
    expect(found).toMatchObject({ status: 'awaiting-decision' });
    expect(found.problem).toBeUndefined();
    await sendHeld(flow.services);
    expect(await waiting()).toHaveLength(2);
    flow.services.mailer = mailer;
    await sendHeld(flow.services);
    expect(await kindsTo(MARIA)).toEqual(['acknowledgement']);
    expect(await kindsTo(MANAGER)).toEqual(['approval-request']);
    expect(unsentMails(await flow.load(ID))).toEqual([]);
  });
});

describe('the queue of mails that wait', () => {
  const { hold, paused, ids, held, tick, stopped } = queue();

  it('goes past those that may not go yet, however many they are', async () => {
    await stopped(7);
    for (let one = 1; one <= 22; one++) await hold(one, 'follow-up');
    await hold(23, 'decision');
    await tick();
    expect(await kindsTo(MARIA)).toEqual(['decision']);
    expect(await ids()).toHaveLength(22);
    await tick(73);
    // Twenty at a go.
    expect(await ids()).toEqual([held(21, 'follow-up'), held(22, 'follow-up')]);
  });

  it('is not overtaken: while a customer’s mail waits, the next about the case does, too', async () => {
    await stopped(10);
    await flow.begin(ID);
    await asked();
    // Three of them are counted no more: what people wait for may be sent again.
    const { deliveries } = flow.services;
    flow.services.deliveries = { ...deliveries, rates: async () => ({ sent: 0, bounced: 7, complained: 0 }) };
    await flow.decide(ID, MANAGER, { choice: 'approved', confirm: '89.90' });
    await flow.until(ID, 'the decision to be told', ({ status }) => status === 'told');
    expect(await kindsTo(MARIA)).toEqual([]);
    await tick();
    expect(await kindsTo(MARIA)).toEqual(['acknowledgement', 'decision']);
  });

  it('is not held up by what nobody waits for', async () => {
    await hold(1, 'follow-up');
    const found = await flow.load('RX-0000-0001');
    await changeCase(flow.services.cases, found.id, {
      type: 'record-held-mail',
      at: now(),
      mailId: held(1, 'follow-up'),
      kind: 'follow-up',
      to: MARIA,
    });
    await hold(1, 'refund-paid');
    await stopped(7);
    await tick();
    expect(await kindsTo(MARIA)).toEqual(['refund-paid']);
  });

  it('keeps its order while the provider takes nothing, which is asked once', async () => {
    for (const one of [1, 2, 3]) await hold(one, 'decision');
    const asks = paused();
    await tick();
    await tick(1);
    expect(asks()).toBe(2);
    expect(await ids()).toEqual([1, 2, 3].map((one) => held(one, 'decision')));
  });

  it('loses nothing where whoever sends dies as the provider says that it takes nothing', async () => {
    await hold(1, 'decision');
    paused();
    const { mails } = flow.services;
    const dies = () => Promise.reject(new Error('killed'));
    await tick(0, { mails: { ...mails, hold: dies } });
    expect(await ids()).toEqual([held(1, 'decision')]);
  });

  it('is not blocked by mails of cases that are gone: they go as well, and no alarm tells of them again', async () => {
    for (let one = 1; one <= 21; one++) await hold(one, 'decision', { gone: true });
    await hold(22, 'decision');
    await tick();
    expect(await kindsTo(MARIA)).toEqual(['decision']);
    expect(await ids()).toEqual([]);
    expect(flow.counted).not.toContain('MailHeld');
  });

  it('begins with no mail for which there is no time', async () => {
    for (const one of [1, 2, 3]) await hold(one, 'decision');
    let left = 2;
    await sendHeld(flow.services, () => left-- === 0);
    expect(await ids()).toEqual([held(3, 'decision')]);
  });

  it('says of a mail that leaves on a later day that days it names may have passed, and of no other', async () => {
    await stopped(10);
    await flow.begin(ID);
    await asked();
    const [{ held: kept } = {}] = await waiting();
    const raws: string[] = [];
    const keep: Mailer['send'] = async ({ raw }) => {
      raws.push(((await simpleParser(Buffer.from(raw))).text ?? '').replaceAll(/\s+/g, ' '));
      throw new SendingPaused('not now');
    };
    const changes = {
      mailer: { ...flow.services.mailer, send: keep },
      deliveries: {
        ...flow.services.deliveries,
        rates: async () => ({ sent: 0, bounced: 0, complained: 0 }),
      },
    };
    const sameDay = { ...flow.services.clock, now: () => kept?.since ?? '' };
    await sendHeld({ ...flow.services, ...changes, clock: sameDay });
    await tick(73, changes);
    const [atOnce, later] = raws;
    expect(atOnce).toMatch(/You get an answer by mail by/);
    expect(atOnce).not.toMatch(/could only send it later/);
    expect(later).toMatch(/only send it later.+do not go by that day.+You get an answer by mail by/);
  });

  it.each([
    ['the mail service does not take', 'refused'],
    ['is for an address that nothing is sent to', 'suppressed'],
  ])('has whoever has the case told of a mail to its customer that %s at last', async (_, why) => {
    await flow.begin(ID);
    await asked();
    await hold(1, 'delay-notice');
    if (why === 'refused') flow.refused.add(MARIA);
    else await flow.services.deliveries.suppress({ address: MARIA, why: 'bounced', since: now() });
    await tick();
    expect(await ids()).toEqual([]);
    const told = (await flow.load(ID)).history.findLast(({ type }) => type === 'mail-sent');
    expect(told).toMatchObject({
      kind: 'customer-unreachable',
      to: MANAGER,
      mailId: expect.stringContaining(`.${why}.`),
    });
  });
});

const now = () => new Date().toISOString();

/** Mails that wait, numbered in the order in which they began to, and what befalls them. */
function queue() {
  const caseOf = (one: number) => `RX-0000-${`${one}`.padStart(4, '0')}`;
  const held = (one: number, kind: MailKind) => `${caseOf(one)}.${kind}`;
  return {
    held,
    ids: async () => (await waiting()).map(({ id }) => id),
    async hold(one: number, kind: MailKind, { gone = false } = {}) {
      const caseId = caseOf(one);
      const { cases, mails } = flow.services;
      if (!gone && !(await caseIfThere(cases, caseId))) await cases.create(replay(caseId, [received()]));
      const written = { subject: kind, html: `<p>${kind}</p>`, text: kind, language: 'en' } as const;
      const mail = { id: held(one, kind), caseId, kind, to: MARIA, subject: kind };
      await mails.hold(
        { ...mail, held: { ...written, answersCustomer: true } },
        hoursAfter(now(), one / 60 - 1),
      );
    },
    paused() {
      let asked = 0;
      const send: Mailer['send'] = () => {
        asked++;
        return Promise.reject(new SendingPaused('Daily message quota exceeded.'));
      };
      flow.services.mailer = { ...flow.services.mailer, send };
      return () => asked;
    },
    /** What the schedule does, so many hours from now. */
    tick: (hours = 0, changes: Partial<Sending> = {}) => {
      const clock = { ...flow.services.clock, now: () => hoursAfter(now(), hours) };
      return sendHeld({ ...flow.services, ...changes, clock });
    },
    /** So many mails came back. */
    async stopped(count: number) {
      for (let one = 0; one < count; one++)
        await flow.services.deliveries.count(`RX-9999-${1000 + one}.decision`, 'bounced', now());
    },
  };
}
