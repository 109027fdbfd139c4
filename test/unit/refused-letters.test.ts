import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { recordRefund } from '../../functions/confirm-refund/record-refund.ts';
import { unsentMails } from '../../functions/domain/case.ts';
import { MailRejected } from '../../functions/domain/errors.ts';
import type { Mailer } from '../../functions/domain/ports.ts';
import { daysAfter, hoursAfter } from '../../functions/domain/time.ts';
import { followThrough } from '../../functions/follow-through/follow-through.ts';
import { lookAfter } from '../../functions/look-after/look-after.ts';
import { notify } from '../../functions/notify/notify.ts';
import { requestApproval } from '../../functions/request-approval/request-approval.ts';
import { changeCase } from '../../functions/runtime/change-case.ts';
import { type FeedbackServices, giveFeedback } from '../../functions/web/give-feedback.ts';
import { DECIDED, HEAD, MANAGER } from '../support/sample-cases.ts';
import { declined, inFull, inPart, policy, type Story, TOLD, told, waiting } from '../support/settling.ts';
import { FINANCE, openPages, type Pages } from '../support/web.ts';

const CUSTOMER = 'maria@example.com';
const LATER = daysAfter(TOLD, 6);
let pages: Pages;
let serial = 0;
/** Addresses that refuse every mail, and for which it breaks this often. */
let refuses: string[] = [];
let breaks = 0;
/** Whether the event bus takes nothing, and what it took. */
let silent = false;
let announced: string[] = [];
beforeAll(async () => {
  pages = await openPages();
});
beforeEach(() => {
  refuses = [];
  breaks = 0;
  silent = false;
  announced = [];
  pages.setNow(LATER);
});
afterAll(() => pages.close());

/** A case whose last letter is still to be written, and the steps that write it. */
async function open({ found }: Story) {
  serial += 1;
  const id = `RX-REFU-${String(serial).padStart(4, '0')}`;
  await pages.store({ ...found, id });
  const mailer: Mailer = {
    ...pages.services.mailer,
    async send(mail) {
      if (refuses.includes(mail.to)) throw new MailRejected('no such address');
      if (breaks-- > 0) throw new Error('the sender is out of reach');
      return pages.services.mailer.send(mail);
    },
  };
  const services = {
    ...pages.services,
    policy: { ...pages.services.policy, policy },
    mailer,
    refundEvents: {
      async requested({ refundId }: { refundId: string }) {
        if (silent) throw new Error('EventBridge took no event');
        announced.push(refundId);
      },
    },
  };
  const before = pages.counted.length;
  const waits = { taskToken: 'task', enteredAt: LATER, attempt: 1, waitSeconds: 60 };
  return {
    paid: () =>
      recordRefund(services, id, { at: LATER, refund: 1, by: FINANCE, outcome: 'paid', reference: 'TX-1' }),
    failed: (refund: number) =>
      recordRefund(services, id, { at: LATER, refund, by: FINANCE, outcome: 'failed', why: 'It is closed.' }),
    chooses: (offer: string) =>
      changeCase(services.cases, id, { type: 'choose-offer', at: LATER, offer, policy }),
    decides: () => notify.run(services, { caseId: id, mail: 'decision' }),
    looks: async () => (await lookAfter.run(services, { caseId: id })).next,
    asks: () => requestApproval.run(services, { caseId: id, ...waits, round: 2 }),
    tells: () => followThrough.run(services, { caseId: id, ...waits }),
    says: (comment: string) => feedback(services, id, comment),
    now: () => services.cases.load(id),
    counted: (metric: string) => pages.counted.slice(before).filter((one) => one === metric).length,
    read: async (mail: string) => simpleParser(Buffer.from((await pages.sentMail(`${id}.${mail}`)) ?? [])),
    startedAnew: () => pages.startedVersions(id).length,
    mailed: async () =>
      (await services.mails.sent(100))
        .filter(({ caseId, state }) => caseId === id && state === 'sent')
        .map(({ kind, to }) => `${kind} to ${to}`),
  };
}

async function feedback(services: FeedbackServices, id: string, comment: string) {
  const token = (await pages.feedbackPath(id)).split('/').at(-1) ?? '';
  const mark = await services.links.formMark(token);
  const form = { score: '1', comment, left: '', confirm: 'yes' };
  return giveFeedback(services, token, { form, mark, trap: '' });
}

const followedUp = (story: Story) => story.followedUp(daysAfter(TOLD, 5));

describe('the last letter of a case', () => {
  test('that the customer’s address refuses goes to whoever decided, before the case is left alone', async () => {
    const story = await open(followedUp(told(inFull)));
    refuses = [CUSTOMER];
    await story.paid();
    expect((await story.now()).status).toBe('closed');
    expect(await story.mailed()).toEqual([`customer-unreachable to ${MANAGER}`]);
    expect(unsentMails(await story.now())).toMatchObject([{ kind: 'refund-paid', refused: true }]);
    expect(await story.looks()).toBe('close');
  });

  test('that may leave another time is sent then, and the case is waited for', async () => {
    const story = await open(followedUp(told(inFull)));
    breaks = 1;
    await story.paid();
    expect(await story.mailed()).toEqual([]);
    expect(await story.looks()).toBe('wait');
    await story.tells();
    expect(await story.mailed()).toEqual([`refund-paid to ${CUSTOMER}`]);
    expect(await story.looks()).toBe('close');
  });

  test('that is refused after it broke is waited for no longer', async () => {
    const story = await open(followedUp(told(inFull)));
    breaks = 1;
    await story.paid();
    refuses = [CUSTOMER];
    await story.tells();
    expect(await story.looks()).toBe('close');
    expect(unsentMails(await story.now())).toHaveLength(1);
  });

  test('that whoever decided does not get goes to a colleague', async () => {
    const story = await open(followedUp(told(declined)));
    refuses = [MANAGER];
    await story.chooses('store-credit');
    expect(await story.looks()).toBe('wait');
    await story.tells();
    await story.tells();
    expect((await story.mailed()).sort()).toEqual([
      `offer-accepted to ${CUSTOMER}`,
      `offer-to-fulfil to ${HEAD}`,
    ]);
    expect(await story.looks()).toBe('close');
  });
});

describe('what a customer says of it all', () => {
  const says = `feedback-received to ${MANAGER}`;
  const paid = `refund-paid to ${CUSTOMER}`;

  test('that could not be mailed once the case was closed is mailed by a flow of its own', async () => {
    const story = await open(followedUp(told(inFull)));
    await story.paid();
    expect(await story.looks()).toBe('close');
    breaks = 1;
    await story.says('Nobody called.');
    expect([await story.mailed(), story.startedAnew()]).toEqual([[paid], 1]);
    expect(await story.looks()).toBe('wait');
    await story.tells();
    expect((await story.mailed()).sort()).toEqual([says, paid]);
    expect(await story.looks()).toBe('close');
  });

  test('that could not be mailed while money is on its way is mailed at the next look, for which the flow is woken', async () => {
    const story = await open(followedUp(told(inFull)));
    breaks = 1;
    const before = pages.woken.length;
    await story.says('Nobody called.');
    expect([await story.mailed(), pages.woken.length, story.startedAnew()]).toEqual([[], before + 1, 0]);
    await story.tells();
    expect((await story.mailed()).filter((one) => one.startsWith('feedback'))).toEqual([says]);
  });
});

describe('finance that takes no mail', () => {
  const asked = ['decision to maria@example.com', `refund-request to ${MANAGER}`];

  test('holds nothing up: whoever decided is asked to see that the money is paid, once', async () => {
    const story = await open(waiting().decided(inFull));
    refuses = [FINANCE];
    await story.decides();
    await story.decides();
    expect(await story.now()).toMatchObject({ status: 'told', refunds: [{ state: 'asked' }] });
    expect((await story.mailed()).sort()).toEqual(asked);
    expect(unsentMails(await story.now())).toMatchObject([
      { kind: 'refund-request', to: FINANCE, refused: true },
    ]);
    expect(story.counted('FinanceUnreachable')).toBe(1);
    const { subject, text = '' } = await story.read('refund-request.1.instead1');
    expect(subject).toMatch(/^Please see that \$89\.90 is paid/);
    expect(text).toContain(
      'Finance takes no mail from us, so this comes to you: please see that\n  this is paid',
    );
    const [, token = ''] = /\/refund\/(\S+)/.exec(text) ?? [];
    expect(await pages.services.links.read(token, 'refund')).toMatchObject({ person: MANAGER, refund: 1 });
  });

  test('because a mail to it came back, or was called spam, too', async () => {
    const story = await open(waiting().decided(inFull));
    const { deliveries } = pages.services;
    await deliveries.suppress({ address: FINANCE, why: 'complained', since: TOLD });
    await story.decides();
    await deliveries.lift(FINANCE, LATER);
    expect((await story.now()).status).toBe('told');
    expect((await story.mailed()).sort()).toEqual(asked);
  });

  test('and whoever decided, who takes none either, has a colleague asked', async () => {
    const story = await open(waiting().decided(inFull));
    refuses = [FINANCE, MANAGER];
    await story.decides();
    expect((await story.now()).status).toBe('told');
    expect(await story.mailed()).toContain(`refund-request to ${HEAD}`);
  });

  test('and nobody at all who does leaves the case to its day, which raises the alarm', async () => {
    const story = await open(waiting().decided(inFull));
    refuses = [FINANCE, MANAGER, HEAD];
    await story.decides();
    expect((await story.now()).status).toBe('told');
    pages.setNow(daysAfter(DECIDED, 9));
    expect(await story.looks()).toBe('wait');
    expect(story.counted('RefundLate')).toBe(1);
  });

  test('has each of its reminders passed on, and the case is waited for as ever', async () => {
    const story = await open(told(inFull).time(hoursAfter(DECIDED, 3.5 * 24)));
    refuses = [FINANCE];
    await story.tells();
    await story.tells();
    expect((await story.mailed()).filter((one) => one.startsWith('refund'))).toEqual(
      expect.arrayContaining([`refund-reminder to ${MANAGER}`, `refund-request to ${MANAGER}`]),
    );
    expect(story.counted('FinanceUnreachable')).toBe(2);
    expect(await story.looks()).toBe('wait');
  });

  test('tells of the first money nobody but who granted it, while somebody decides anew', async () => {
    const at = daysAfter(TOLD, 1);
    const story = await open(told(inPart(4_000)).objects('decision', at).weighed(at));
    refuses = [FINANCE];
    await story.asks();
    expect(await story.mailed()).toContain(`refund-request to ${MANAGER}`);
    expect(await story.mailed()).not.toContain(`refund-request to ${HEAD}`);
  });
});

test('a decision that the customer’s address refuses is told by whoever made it, and the case goes on', async () => {
  const story = await open(waiting().decided(inFull));
  refuses = [CUSTOMER];
  await story.decides();
  const found = await story.now();
  expect(found.status).toBe('told');
  expect(found.history.at(-1)).toMatchObject({ type: 'told', unreached: true });
  expect((await story.mailed()).sort()).toEqual([
    `customer-unreachable to ${MANAGER}`,
    `refund-request to ${FINANCE}`,
  ]);
});

describe('an event bus that takes no events', () => {
  test('keeps neither the customer nor finance from being told, and hears of the money once it takes them', async () => {
    const story = await open(waiting().decided(inFull));
    silent = true;
    await story.decides();
    expect((await story.now()).status).toBe('told');
    expect((await story.mailed()).sort()).toEqual([
      `decision to ${CUSTOMER}`,
      `refund-request to ${FINANCE}`,
    ]);
    await expect(story.tells()).rejects.toThrow('EventBridge took no event');
    silent = false;
    await story.tells();
    await story.tells();
    expect(announced).toEqual([expect.stringMatching(/\.refund\.1$/)]);
  });

  test('keeps no letter back of an offer that was accepted, and the step is tried again', async () => {
    const story = await open(told(declined));
    await story.chooses('half');
    silent = true;
    await expect(story.tells()).rejects.toThrow('EventBridge took no event');
    expect((await story.mailed()).sort()).toEqual([
      `follow-up to ${CUSTOMER}`,
      `offer-accepted to ${CUSTOMER}`,
      `refund-request to ${FINANCE}`,
    ]);
    silent = false;
    await story.tells();
    expect(announced).toHaveLength(1);
  });
});

test('money of one decision that could not be paid is not told once more because that of another could not either', async () => {
  const at = daysAfter(TOLD, 1);
  const twice = told(inPart(4_000)).objects('decision', at).weighed(at).decided(inFull, at, HEAD).told(at);
  const story = await open(twice.failed(LATER));
  await story.tells();
  await story.failed(2);
  await story.tells();
  const failures = (await story.mailed()).filter((one) => one.startsWith('refund-failed'));
  expect(failures.sort()).toEqual([`refund-failed to ${HEAD}`, `refund-failed to ${MANAGER}`]);
});

test('what could not be paid tells nobody of a first opinion who decides anew', async () => {
  const at = daysAfter(TOLD, 1);
  const story = await open(told(inPart(4_000)).objects('decision', at).weighed(at).failed(LATER));
  refuses = [MANAGER];
  await story.asks();
  expect((await story.mailed()).filter((one) => one.includes(HEAD))).not.toContain(
    `refund-failed to ${HEAD}`,
  );
});
