import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseMail } from '../../functions/adapters/parse-mail.ts';
import type { AwaitingCase, CaseEvent } from '../../functions/domain/case.ts';
import type { Command } from '../../functions/domain/decide.ts';
import { LinkExpired, MailRejected } from '../../functions/domain/errors.ts';
import { hoursAfter } from '../../functions/domain/time.ts';
import { requestApproval } from '../../functions/request-approval/request-approval.ts';
import { changeCase } from '../../functions/runtime/change-case.ts';
import { formatDate } from '../../functions/wording/format.ts';
import {
  asks,
  awaiting,
  awaitingUnder,
  DEPUTY,
  HEAD,
  leaves,
  MANAGER,
  OPENED,
  policyFor,
  writes,
} from '../support/sample-cases.ts';
import { type Letter, openVirtualShop } from '../support/virtual-shop.ts';

/** The same, within the ordinary policy because of when it arrived. */
function within(found: AwaitingCase, deliveredOn: string): AwaitingCase {
  const request = { ...found.request, deliveredOn: { source: 'order', value: deliveredOn } } as const;
  const route = 'within-policy';
  const history = found.history.map((event): CaseEvent => {
    if (event.type === 'evaluated')
      return { ...event, evaluation: { ...event.evaluation, route, confidence: 'high' } };
    return event.type === 'received' ? { ...event, request } : event;
  });
  return { ...found, request, history };
}

const CUSTOMER = 'maria@example.com';
const id = 'RX-7K3F-9Q2M';

describe('who is written to while a round runs', () => {
  let shop: Awaited<ReturnType<typeof openVirtualShop>>;
  let hours: number;
  let letters: Letter[];
  let refuse: ((error: string) => Error) | undefined;
  beforeEach(async () => {
    [hours, letters] = [1, []];
    const now = () => Date.parse(hoursAfter(OPENED, hours));
    refuse = undefined;
    shop = await openVirtualShop('shop.example', now, (letter) => {
      if (refuse && letter.to === CUSTOMER) throw refuse(`the mailbox of ${CUSTOMER} takes no mail`);
      letters.push(letter);
    });
  });
  afterEach(() => shop.close());

  /** The flow looks at the case; returns the mails that leave. */
  async function look(): Promise<Array<{ to: string; subject: string; text: string; replyTo: string }>> {
    letters = [];
    const entered = { taskToken: 'token', enteredAt: hoursAfter(OPENED, hours), attempt: 1 };
    await requestApproval.run(shop.services, { caseId: id, round: 1, waitSeconds: 1, ...entered });
    return Promise.all(
      letters.map(async ({ to, raw }) => {
        const { headers, subject, text } = await parseMail(Buffer.from(raw, 'latin1'));
        const replyTo = /[^\s<>]+@[^\s<>]+/.exec(headers.get('reply-to') ?? '')?.[0] ?? '';
        return { to, subject, text, replyTo };
      }),
    );
  }
  const begin = (...commands: Command[]) => shop.services.cases.create(awaiting('kettle', ...commands));
  const happens = (command: Command) => changeCase(shop.services.cases, id, command);
  const briefly = (mails: Awaited<ReturnType<typeof look>>) =>
    mails.map(({ to, subject }) => `${to}: ${subject.replace(/: .*/, '')}`);

  test('an approver is asked once, with links to the photos that are theirs and last as long as the round', async () => {
    await begin();
    const [asked] = await look();
    const found = (await shop.services.cases.load(id)) as AwaitingCase;
    const tokens = [...(asked?.text ?? '').matchAll(/\/attachment\/([\w.-]+)/g)].map(
      ([, token]) => token ?? '',
    );
    const claims = await Promise.all(tokens.map((token) => shop.services.links.read(token, 'attachment')));
    expect(claims).toMatchObject([
      { caseId: id, sha256: 'a1', person: MANAGER },
      { caseId: id, sha256: 'a2', person: MANAGER },
    ]);
    expect(await look()).toEqual([]);
    hours = (Date.parse(found.round.deadline) - Date.parse(OPENED)) / 3_600_000 + 0.01;
    await expect(shop.services.links.read(tokens[0] ?? '', 'attachment')).rejects.toThrow(LinkExpired);
  });

  test('attachments that only the raw mail has are named without a link', async () => {
    const found = awaiting('kettle');
    const old = found.request.attachments.map(({ kind: _, ...one }) => one);
    const request = { ...found.request, attachments: old };
    const history = found.history.map((event) => (event.type === 'received' ? { ...event, request } : event));
    await shop.services.cases.create({ ...found, request, history });
    const [asked] = await look();
    expect(asked?.text).toContain('kettle-base.jpg');
    expect(asked?.text).not.toContain('/attachment/');
  });

  test.each([
    ['that the ordinary return window is open', 'on its last day', 12, true],
    ['nothing of the ordinary return window', 'once it has closed', 30, false],
  ])('the customer is told %s %s, and whoever decides reads which', async (_, __, later, isOpen) => {
    await shop.services.cases.create(within(awaiting('kettle'), '2026-10-03'));
    hours = later;
    const mails = await look();
    expect(briefly(mails)).toEqual([
      ...(isOpen ? [`${CUSTOMER}: You can return it the ordinary way (${id})`] : []),
      `${MANAGER}: Your decision, please`,
    ]);
    expect(mails.at(-1)?.text.replace(/\s+/g, ' ')).toContain(
      isOpen
        ? 'The customer was told that the ordinary return window is open'
        : 'the ordinary return window was open: it runs until November 2, 2026. They have not been told so.',
    );
  });

  test('the customer is asked an approver’s question, and nobody else is written to until it is answered', async () => {
    await begin();
    await look();
    await happens(asks('Does the light go on?'));
    const [question, ...others] = await look();
    expect(question).toMatchObject({ to: CUSTOMER, subject: `A question about your request (${id})` });
    expect(question?.text).toContain('> Does the light go on?');
    expect(others).toEqual([]);
    expect(await look()).toEqual([]);
  });

  test.each([
    ['by the address it is sent to', 'Subject: hello'],
    ['by the Message-ID it answers', `In-Reply-To: <${id}.customer-question.1@shop.example>`],
    ['by the reference in its subject', `Subject: Re: A question about your request (${id})`],
  ])('the answer finds its case %s, and the approver is asked anew with it', async (how, header) => {
    await begin(asks('Does the light go on?'));
    const [question] = await look();
    const to = how.includes('address') ? question?.replyTo : 'refunds@shop.example';
    hours = 30;
    await shop.receive(
      [
        `From: Maria <${CUSTOMER}>`,
        `To: ${to}`,
        header,
        'Message-ID: <a@example.com>',
        '',
        'It does not.',
        '',
      ].join('\r\n'),
    );
    expect(await shop.services.cases.load(id)).toMatchObject({
      status: 'awaiting-decision',
      history: expect.arrayContaining([expect.objectContaining({ type: 'round-resumed', why: 'answered' })]),
    });
    const asked = (await look()).find(({ to }) => to === MANAGER);
    expect(asked?.text).toMatch(/had asked: “Does the light go\s+on\?”\s+> It does not\./);
  });

  test('a question that is refused is waited for no longer: the approver is asked again at once, and told why', async () => {
    await begin();
    await look();
    refuse = (error) => new MailRejected(error);
    await happens(asks('Does the light go on?'));
    const [again, ...others] = await look();
    expect(others).toEqual([]);
    expect(again).toMatchObject({
      to: MANAGER,
      subject: expect.stringContaining('The question did not arrive; your decision, please: '),
    });
    expect(again?.text).toContain('Does the light go on?');
    const found = await shop.services.cases.load(id);
    expect(found.history.filter(({ type }) => type === 'round-resumed')).toMatchObject([
      { why: 'unreachable' },
    ]);
    expect(await look()).toEqual([]);
  });

  test('a question that could not leave for a while fails the step, which tries again, and is waited for', async () => {
    await begin();
    await look();
    refuse = (error) => new Error(error);
    await happens(asks('Does the light go on?'));
    await expect(look()).rejects.toThrow('the mailbox of maria@example.com');
    refuse = undefined;
    expect(briefly(await look())).toEqual([`${CUSTOMER}: A question about your request (${id})`]);
    expect(await shop.services.cases.load(id)).toMatchObject({ round: { question: { by: MANAGER } } });
  });

  test('whoever a case comes to while it waits for the customer is told so, with the question, and asked when it is over', async () => {
    await begin(asks('Does the light go on?'));
    await look();
    await happens(leaves({ to: DEPUTY, note: 'Yours.' }));
    const [told, ...others] = await look();
    expect(others).toEqual([]);
    expect(told).toMatchObject({
      to: DEPUTY,
      subject: expect.stringContaining('Waiting for the customer: '),
    });
    expect(told?.text).toContain('> Does the light go on?');
    expect(told?.text).toContain('> Yours.');
    await happens(leaves({ person: DEPUTY, why: 'away', to: undefined }));
    const passedOn = await look();
    expect(briefly(passedOn)).toEqual([`${HEAD}: Waiting for the customer`]);
    expect(passedOn[0]?.text).toContain('> Does the light go on?');
    expect(await look()).toEqual([]);
    hours = 30;
    await happens(writes({ at: hoursAfter(OPENED, hours), text: 'It does not.' }));
    expect(briefly(await look())).toContain(`${HEAD}: The customer answered; your decision, please`);
  });

  test('whoever a case is handed to is asked, and so is who gets it back', async () => {
    await begin();
    await look();
    await happens(leaves({ to: DEPUTY, note: 'Yours.' }));
    expect(briefly(await look())).toEqual([`${DEPUTY}: Handed over to you`]);
    await happens(leaves({ person: DEPUTY, to: MANAGER, note: 'No, yours.' }));
    const [back] = await look();
    expect(back?.to).toBe(MANAGER);
    expect(back?.text).toContain('> No, yours.');
    expect(await look()).toEqual([]);
  });

  test('who takes a case over after the reminder is asked, not reminded', async () => {
    const policy = policyFor('en');
    await begin();
    await happens({ type: 'pass-deadline', at: hoursAfter(OPENED, 25), round: 1, policy });
    expect(briefly(await look())).toEqual([`${MANAGER}: Reminder, your decision, please`]);
    await happens(leaves({ at: hoursAfter(OPENED, 26), to: DEPUTY }));
    expect(briefly(await look())).toEqual([`${DEPUTY}: Handed over to you`]);
    expect(await look()).toEqual([]);
  });

  test('who has answered a round that takes more is not asked again', async () => {
    const policy = policyFor('en');
    const [first, ...more] = policy.approval.levels;
    if (!first) throw new Error('the policy has a level');
    const two = { ...first, approvers: [MANAGER, DEPUTY, HEAD], answers: 2 };
    const levels = { ...policy, approval: { ...policy.approval, levels: [two, ...more] } };
    const found = awaiting('kettle');
    const history = found.history.map((event) =>
      event.type === 'round-opened' ? { ...event, approvers: two.approvers, answers: 2 } : event,
    );
    await shop.services.cases.create({
      ...found,
      round: { ...found.round, approvers: two.approvers, needed: 2 },
      history,
    });
    const decision = { outcome: 'declined', reason: 'No.' } as const;
    await happens({
      type: 'decide-round',
      at: hoursAfter(OPENED, 2),
      round: 1,
      by: DEPUTY,
      decision,
      policy: levels,
    });
    expect((await look()).map(({ to }) => to).toSorted()).toEqual([HEAD, MANAGER]);
  });

  test('who answered before the customer told more is asked again, once, with what they had answered', async () => {
    const policy = policyFor('en');
    const [first, ...more] = policy.approval.levels;
    if (!first) throw new Error('the policy has a level');
    const both = { ...first, approvers: [MANAGER, DEPUTY], answers: 'all' as const };
    const rules = { policy: { ...policy, approval: { ...policy.approval, levels: [both, ...more] } } };
    const declines = (by: string, at: number): Command => {
      const decision = { outcome: 'declined', reason: 'It was worn.' } as const;
      return { type: 'decide-round', at: hoursAfter(OPENED, at), round: 1, by, decision, ...rules };
    };
    const tells = (at: number, mailId: string): Command =>
      writes({
        at: hoursAfter(OPENED, at),
        mailId,
        text: 'I dropped it down the stairs.',
        learned: { reason: { source: 'mail', value: 'other', words: 'dropped it down the stairs' } },
        ...rules,
      });
    const again = [`${MANAGER}: News; your answer again, please`];
    await shop.services.cases.create(awaitingUnder(rules.policy, 'kettle'));
    expect(await look()).toHaveLength(2);
    await happens(declines(MANAGER, 2));
    await happens({ type: 'pass-deadline', at: hoursAfter(OPENED, 25), round: 1, ...rules });
    expect(briefly(await look())).toEqual([`${DEPUTY}: Reminder, your decision, please`]);
    await happens(tells(26, 'told-1'));
    const asked = await look();
    expect(briefly(asked)).toEqual(again);
    expect(asked[0]?.text.replace(/\s+/g, ' ')).toContain(
      'You had answered: Declined. The customer has told us more',
    );
    await happens(tells(27, 'told-2'));
    expect(await look()).toEqual([]);
    await happens(declines(MANAGER, 28));
    await happens(tells(29, 'told-3'));
    expect(briefly(await look())).toEqual(again);
  });

  test('where all have answered and do not agree, all are told what each of them answered', async () => {
    const found = awaiting('kettle');
    const approvers = [MANAGER, DEPUTY];
    const history = found.history.map((event) =>
      event.type === 'round-opened' ? { ...event, approvers, answers: 2 } : event,
    );
    await shop.services.cases.create({ ...found, round: { ...found.round, approvers, needed: 2 }, history });
    await look();
    const policy = policyFor('en');
    const [first] = policy.approval.levels;
    if (!first) throw new Error('the policy has a level');
    const levels = [{ ...first, approvers, answers: 'all' as const }];
    const last = { ...policy, approval: { ...policy.approval, levels } };
    const at = hoursAfter(OPENED, 2);
    const answers = [
      [MANAGER, { outcome: 'approved', amount: { minor: 8990, currency: 'USD' } }],
      [DEPUTY, { outcome: 'declined', reason: 'No.' }],
    ] as const;
    for (const [by, decision] of answers)
      await happens({ type: 'decide-round', at, round: 1, by, decision, policy: last });
    const mails = await look();
    expect(mails.map(({ to }) => to).toSorted()).toEqual([DEPUTY, MANAGER]);
    for (const { subject, text } of mails) {
      expect(subject).toContain('You do not agree yet');
      expect(text).toContain(MANAGER);
      expect(text).toContain(DEPUTY);
    }
    expect(await look()).toEqual([]);
  });

  test('a customer is told by when they have an answer now, once their question is answered, and never another time', async () => {
    await begin(asks('Does the light go on?'));
    await look();
    hours = 30;
    await happens(writes({ at: hoursAfter(OPENED, hours), text: 'It does not.' }));
    const [receipt, ...others] = await look();
    expect(receipt).toMatchObject({ to: CUSTOMER, subject: `We have your answer (${id})` });
    const found = (await shop.services.cases.load(id)) as AwaitingCase;
    expect(found.promised?.untold).toBeUndefined();
    const day = formatDate(found.promised?.by ?? OPENED, 'en', policyFor('en').shop.timeZone);
    expect(receipt?.text.replace(/\s+/g, ' ')).toContain(`You get our decision by mail by ${day}.`);
    expect(others.map(({ to }) => to)).toEqual([MANAGER]);
    expect(await look()).toEqual([]);
  });

  test('a customer who did not answer in time is told that it is decided without, and by when', async () => {
    await begin(asks('Does the light go on?'));
    await look();
    hours = 10 * 24;
    await happens({
      type: 'pass-deadline',
      at: hoursAfter(OPENED, hours),
      round: 1,
      policy: policyFor('en'),
    });
    const [letter] = await look();
    expect(letter).toMatchObject({ to: CUSTOMER, subject: `We decide with what we have (${id})` });
  });

  test('the day a customer is told is the day that is watched', async () => {
    hours = 8;
    await shop.receive(
      [
        `From: Maria <${CUSTOMER}>`,
        'To: refunds@shop.example',
        'Subject: Refund',
        '',
        'My kettle broke.',
        '',
      ].join('\r\n'),
    );
    const { raw } = letters.find(({ to }) => to === CUSTOMER) ?? {};
    const { text } = await parseMail(Buffer.from(raw ?? '', 'latin1'));
    const [found] = await shop.services.cases.recent(1);
    const day = formatDate(found?.promised?.by ?? OPENED, 'en', policyFor('en').shop.timeZone);
    expect(text.replace(/\s+/g, ' ')).toContain(`You get an answer by mail by ${day}.`);
  });

  test('a customer who only says thanks has not answered', async () => {
    await begin(asks('Does the light go on?'));
    await happens(writes({ text: 'Thank you.', says: 'thanks' }));
    expect((await look()).map(({ to }) => to)).toEqual([CUSTOMER]);
  });
});
