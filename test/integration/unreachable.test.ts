import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordRefund } from '../../functions/confirm-refund/record-refund.ts';
import { type Case, unsentMails } from '../../functions/domain/case.ts';
import { changeCase } from '../../functions/runtime/change-case.ts';
import { openFlow } from '../support/flow.ts';
import { defaultPolicy } from '../support/policy.ts';

const ID = 'RX-0000-0001';
const MANAGER = 'manager@shop.example';
const DEPUTY = 'deputy@shop.example';

/** Two people decide at the first level. */
const { policy } = defaultPolicy;
const [first, ...rest] = policy.approval.levels;
if (!first) throw new Error('the sample policy has a first level');
const levels = [{ ...first, approvers: [MANAGER, DEPUTY] }, ...rest];
const twoApprovers = { ...defaultPolicy, policy: { ...policy, approval: { ...policy.approval, levels } } };

describe('somebody whose address is refused', () => {
  let flow: Awaited<ReturnType<typeof openFlow>>;
  beforeEach(async () => {
    flow = await openFlow({ policy: twoApprovers });
  });
  afterEach(() => flow.close());

  const failures = (history: Case['history']) => history.filter(({ type }) => type === 'step-failed');
  const wrote = (kind: string) => (found: Case) =>
    found.history.some((event) => event.type === 'mail-sent' && event.kind === kind);

  it('as one approver of two keeps nobody from deciding, and is on the case', async () => {
    flow.refused.add(DEPUTY);
    await flow.begin(ID);
    await flow.until(ID, 'the deputy to be refused', (one) => unsentMails(one).length > 0);
    const asked = await flow.until(ID, 'the manager to be asked', wrote('approval-request'));
    expect(unsentMails(asked)).toMatchObject([
      { kind: 'approval-request', to: DEPUTY, error: expect.stringContaining('not verified') },
    ]);
    expect(flow.counted).toEqual(['MailFailed']);
    await flow.decide(ID, MANAGER, { choice: 'declined', reason: 'It was used for a year.' });
    const told = await flow.until(ID, 'the customer to be told', ({ status }) => status === 'told');
    expect(told.problem).toBeUndefined();
    expect(flow.entered).not.toContain('ReportFailure');
  });

  it('as the only people there are to ask raises the alarm, and the flow waits for its deadline and the next level', async () => {
    flow.refused.add(MANAGER).add(DEPUTY);
    await flow.begin(ID);
    const waiting = await flow.until(ID, 'both to be refused', (one) => unsentMails(one).length === 2);
    expect(waiting.status).toBe('awaiting-decision');
    expect(waiting.problem).toBeUndefined();
    expect(flow.counted).toEqual(['MailFailed', 'MailFailed']);
    expect(flow.entered).not.toContain('ReportFailure');
  });

  it('as the customer still has a case that is decided, told by whoever decided, and paid', async () => {
    flow.refused.add('maria@example.com');
    await flow.begin(ID);
    const asked = await flow.until(ID, 'the manager to be asked', wrote('approval-request'));
    expect(failures(asked.history)).toHaveLength(1);
    expect(unsentMails(asked)).toMatchObject([{ kind: 'acknowledgement', to: 'maria@example.com' }]);
    await flow.decide(ID, MANAGER, { choice: 'approved', confirm: '89.90' });
    const told = await flow.until(ID, 'the flow to go on', ({ status }) => status === 'told');
    expect(failures(told.history)).toHaveLength(1);
    expect(told.history.at(-1)).toMatchObject({ type: 'told', unreached: true });
    expect(unsentMails(told).map(({ kind }) => kind)).toEqual(['acknowledgement', 'decision']);
    expect(wrote('customer-unreachable')(told)).toBe(true);
    expect(wrote('refund-request')(told)).toBe(true);
    const paid = { by: 'finance@shop.example', refund: 1, outcome: 'paid', reference: 'TX-1' } as const;
    const { found } = await recordRefund(flow.services, ID, { ...paid, at: flow.services.clock.now() });
    expect(found.refunds).toMatchObject([{ state: 'paid' }]);
    expect(flow.asked.map(({ refundId }) => refundId)).toContain(`${ID}.refund.1`);
  });

  it('for now only, as the customer, is told after all when the approver clicks again', async () => {
    await flow.begin(ID);
    await flow.until(ID, 'the manager to be asked', wrote('approval-request'));
    flow.outOfReach.add('maria@example.com');
    await flow.decide(ID, MANAGER, { choice: 'approved', confirm: '89.90' });
    const failed = await flow.until(ID, 'the problem', ({ problem }) => problem !== undefined);
    expect(failed.status).toBe('decided');
    flow.outOfReach.clear();
    await flow.decide(ID, MANAGER, {});
    const told = await flow.until(ID, 'the customer to be told', ({ status }) => status === 'told');
    expect(told.problem).toBeUndefined();
    expect(flow.counted.filter((metric) => metric === 'FlowNotWoken')).toHaveLength(1);
    const sent = await flow.sentTo();
    expect(sent.filter((to) => to === 'maria@example.com')).toHaveLength(2);
    expect(sent.filter((to) => to === 'finance@shop.example')).toHaveLength(1);
  });
});

describe('an objection of which the flow was not told', () => {
  it('is found when the flow looks next, and somebody else is asked', async () => {
    const flow = await openFlow({ policy: twoApprovers });
    try {
      await flow.begin(ID);
      // Whoever decides before the flow waits begins another one, which is not what this is about.
      await flow.until(ID, 'somebody to be asked', (found) =>
        found.history.some((event) => event.type === 'mail-sent' && event.kind === 'approval-request'),
      );
      flow.hurry();
      await flow.decide(ID, MANAGER, { choice: 'declined', reason: 'It was used for a year.' });
      await flow.until(ID, 'the customer to be told', ({ status }) => status === 'told');
      const { cases, clock } = flow.services;
      const says = { about: 'decision', says: 'Please look again.', policy } as const;
      await changeCase(cases, ID, { type: 'object', at: clock.now(), ...says });
      const asked = await flow.until(ID, 'a second round', ({ status }) => status === 'awaiting-decision');
      expect(asked).toMatchObject({ round: { number: 2 }, objection: { about: 'decision' } });
      expect('round' in asked && asked.round?.approvers).not.toContain(MANAGER);
      await flow.until(ID, 'the customer to hear of it', (found) =>
        found.history.some((event) => event.type === 'mail-sent' && event.kind === 'objection-received'),
      );
      expect(flow.entered.filter((state) => state === 'Acknowledge')).toHaveLength(2);
    } finally {
      await flow.close();
    }
  });
});
