import { describe, expect, it } from 'vitest';
import { type CaseEvent, unsentMails } from '../../../functions/domain/case.ts';
import type { Decision } from '../../../functions/domain/decision.ts';
import { RoundOver } from '../../../functions/domain/errors.ts';
import type { Evaluation } from '../../../functions/domain/evaluation.ts';
import type { Policy } from '../../../functions/domain/policy.ts';
import type { Request } from '../../../functions/domain/request.ts';
import { hoursAfter } from '../../../functions/domain/time.ts';
import { AT, given, received } from '../../support/cases.ts';
import { defaultPolicy } from '../../support/policy.ts';

const { policy } = defaultPolicy;
const evaluation: Evaluation = { route: 'manager', score: 1, factors: [], policyVersion: 'test' };
const evaluated: CaseEvent = { type: 'evaluated', at: AT, evaluation };
const opened = (round = 1, level = 0): CaseEvent => ({
  type: 'round-opened',
  at: AT,
  round,
  level,
  approvers: [level === 0 ? 'manager@shop.example' : 'head@shop.example'],
  remindAt: hoursAfter(AT, 24),
  deadline: hoursAfter(AT, 36),
});
const reminded: CaseEvent = { type: 'reminder-due', at: hoursAfter(AT, 24), round: 1 };
const declined: Decision = { outcome: 'declined', reason: 'It was worn for a year.' };
const decided: CaseEvent = {
  type: 'decided',
  at: AT,
  round: 1,
  by: 'manager@shop.example',
  decision: declined,
};
const told: CaseEvent = { type: 'told', at: AT, followUpAt: hoursAfter(AT, 120) };
const waiting = () => given(received(), evaluated, opened());

describe('an evaluation', () => {
  const command = {
    type: 'record-evaluation',
    at: AT,
    evaluation,
    policy,
  } as const;

  it('opens the first round at the first level, with a reminder before the deadline', () => {
    expect(given(received()).when(command)).toEqual([
      evaluated,
      {
        ...opened(),
        remindAt: '2026-11-03T10:00:00.000Z',
        deadline: '2026-11-03T22:00:00.000Z',
        levelName: 'Manager',
        answers: 1,
        promised: { by: '2026-11-05T10:00:00.000Z', warnAt: '2026-11-05T04:00:00.000Z' },
      },
    ]);
  });

  describe('starts at the first level whose limit covers the amount at stake', () => {
    const [manager, head] = policy.approval.levels;
    if (!manager || !head) throw new Error('the default policy has two levels');
    const limited: Policy = {
      ...policy,
      approval: {
        ...policy.approval,
        levels: [{ ...manager, upTo: 100 }, { ...manager, upTo: 250.5 }, head],
      },
    };
    const levelFor = (amount: Request['amount']) => {
      const [, round] = given(received({ amount })).when({ ...command, policy: limited });
      return round?.type === 'round-opened' ? round.level : undefined;
    };
    const usd = (minor: number) => ({ source: 'order', value: { minor, currency: 'USD' } }) as const;

    it.each([
      ['the first up to its limit', usd(100_00), 0],
      ['the next for one cent more', usd(100_01), 1],
      ['the next up to its own limit', usd(250_50), 1],
      ['the last for whatever is more', usd(250_51), 2],
      ['the first for an amount nobody knows yet', { source: 'unknown' } as const, 0],
      ['one without a limit for another currency', { ...usd(1), value: { minor: 1, currency: 'BRL' } }, 2],
    ])('%s', (_, amount, level) => {
      expect(levelFor(amount)).toBe(level);
    });
  });

  it('counts reminder and deadline in business hours where the shop has them', () => {
    // AT is a Monday, 05:00 in New York.
    const businessHours = { mon: '09:00-17:00', tue: '09:00-17:00', wed: '09:00-17:00', thu: '09:00-17:00' };
    const shop = { ...policy.shop, businessHours, holidays: ['2026-11-03'] };
    expect(given(received()).when({ ...command, policy: { ...policy, shop } })[1]).toMatchObject({
      remindAt: '2026-11-05T22:00:00.000Z',
      deadline: '2026-11-10T18:00:00.000Z',
    });
  });

  it('changes nothing when it is recorded a second time', () => {
    expect(waiting().when(command)).toEqual([]);
  });
});

describe('a deadline that passes', () => {
  const pass = (at: string, round = 1) => ({ type: 'pass-deadline', at, round, policy }) as const;

  it('changes nothing before its time', () => {
    expect(waiting().when(pass(hoursAfter(AT, 23)))).toEqual([]);
  });

  it('first leads to a reminder', () => {
    expect(waiting().when(pass(hoursAfter(AT, 24)))).toEqual([reminded]);
  });

  it('then asks the next level in a round of its own', () => {
    const [event] = given(received(), evaluated, opened(), reminded).when(pass(hoursAfter(AT, 36)));
    expect(event).toMatchObject({
      type: 'round-opened',
      round: 2,
      level: 1,
      approvers: ['head@shop.example'],
    });
  });

  it('raises the alarm when nobody is left to ask, and goes on asking', () => {
    const last = given(received(), evaluated, opened(2, 1), { ...reminded, round: 2 });
    const late = hoursAfter(AT, 36);
    expect(last.when(pass(late, 2))).toEqual([
      { type: 'overdue', at: late, round: 2, deadline: hoursAfter(late, 24) },
    ]);
    const after = last.after(pass(late, 2));
    expect(after.status).toBe('awaiting-decision');
  });

  describe('under another policy than the round was opened under', () => {
    const [manager, head] = policy.approval.levels;
    if (!manager || !head) throw new Error('the default policy has two levels');
    const others = { ...manager, approvers: ['new@shop.example'], reminderHours: 1, deadlineHours: 2 };
    const withLevels = (...levels: Policy['approval']['levels']): Policy => ({
      ...policy,
      approval: { ...policy.approval, levels },
    });

    it('leaves those who were asked, and until when, as they were told', () => {
      const command = { ...pass(hoursAfter(AT, 2)), policy: withLevels(others) };
      expect(waiting().when(command)).toEqual([]);
      const after = waiting().after({ ...command, at: hoursAfter(AT, 24) });
      expect(after).toMatchObject({
        round: { approvers: ['manager@shop.example'], stage: 'reminded', deadline: hoursAfter(AT, 36) },
      });
    });

    it('asks those whom it names at the next level', () => {
      const [event] = given(received(), evaluated, opened(), reminded).when({
        ...pass(hoursAfter(AT, 36)),
        policy: withLevels(manager, { ...others, name: 'Director' }),
      });
      expect(event).toMatchObject({ round: 2, level: 1, approvers: ['new@shop.example'] });
    });

    it('goes on asking where it has lost the level', () => {
      const late = hoursAfter(AT, 36);
      const lost = { ...pass(late, 2), policy: withLevels({ ...manager, approvers: ['head@shop.example'] }) };
      const last = given(received(), evaluated, opened(2, 1), { ...reminded, round: 2 });
      expect(last.when(lost)).toEqual([
        { type: 'overdue', at: late, round: 2, deadline: hoursAfter(late, 36) },
      ]);
    });

    it('asks whom it names at the last level instead of those who were asked', () => {
      const last = given(received(), evaluated, opened(2, 1), { ...reminded, round: 2 });
      const events = last.when({ ...pass(hoursAfter(AT, 36), 2), policy: withLevels(manager, others) });
      expect(events).toMatchObject([
        { type: 'overdue', round: 2 },
        { type: 'round-opened', round: 3, level: 1, approvers: ['new@shop.example'] },
      ]);
    });
  });

  it('never decides: whatever time passes, the case still waits for a person', () => {
    let history: CaseEvent[] = [received(), evaluated, opened()];
    for (let day = 1; day <= 60; day++) {
      const at = hoursAfter(AT, 24 * day);
      const { found } = given(...history);
      if (!('round' in found)) throw new Error('no round');
      history = [...history, ...given(...history).when(pass(at, found.round.number))];
    }
    expect(given(...history).found.status).toBe('awaiting-decision');
    expect(history.filter(({ type }) => type === 'overdue').length).toBeGreaterThan(50);
  });

  it('leaves a round alone that is over', () => {
    expect(given(received(), evaluated, opened(), decided).when(pass(hoursAfter(AT, 40)))).toEqual([]);
    expect(
      given(received(), evaluated, opened(), reminded, opened(2, 1)).when(pass(hoursAfter(AT, 40), 1)),
    ).toEqual([]);
  });
});

describe('a decision', () => {
  const decide = (round: number) =>
    ({
      type: 'decide-round',
      policy: defaultPolicy.policy,
      at: AT,
      round,
      by: 'manager@shop.example',
      decision: declined,
    }) as const;

  it('is made once', () => {
    expect(waiting().when(decide(1))).toEqual([decided]);
    expect(() => given(received(), evaluated, opened(), decided).when(decide(1))).toThrow(RoundOver);
  });

  it('cannot be made for a round that was passed on', () => {
    expect(() => given(received(), evaluated, opened(), reminded, opened(2, 1)).when(decide(1))).toThrow(
      RoundOver,
    );
  });

  it('cannot be made before anybody was asked', () => {
    expect(() => given(received()).when(decide(1))).toThrow(RoundOver);
  });
});

describe('telling and following up', () => {
  it('sets the follow-up the policy’s days after the customer was told', () => {
    const events = given(received(), evaluated, opened(), decided).when({
      type: 'record-told',
      at: AT,
      policy,
    });
    expect(events).toMatchObject([{ type: 'told', at: AT, followUpAt: '2026-11-07T10:00:00.000Z' }]);
  });

  it('happens once each', () => {
    const after = given(received(), evaluated, opened(), decided, told, { type: 'followed-up', at: AT });
    expect(after.when({ type: 'record-told', at: AT, policy })).toEqual([]);
    expect(after.when({ type: 'record-follow-up', at: AT })).toEqual([]);
    expect(after.found.status).toBe('closed');
  });

  it('keeps the first feedback', () => {
    const feedback = { type: 'give-feedback', at: AT, score: 5, comment: '' } as const;
    const closed = [received(), evaluated, opened(), decided, told] as const;
    const [given1] = given(...closed).when(feedback);
    expect(given1).toMatchObject({ type: 'feedback-given', score: 5 });
    if (!given1) throw new Error('nothing happened');
    expect(given(...closed, given1).when({ ...feedback, score: 1 })).toEqual([]);
  });

  it('takes no feedback on a decision that was not made', () => {
    expect(waiting().when({ type: 'give-feedback', at: AT, score: 1, comment: '' })).toEqual([]);
  });
});

describe('a mail that did not leave', () => {
  const mail = { at: AT, mailId: 'm', kind: 'acknowledgement', to: 'maria@example.com' } as const;
  const failed = { ...mail, type: 'record-mail-failure', error: 'not verified' } as const;

  it('is on the case once, until it leaves after all', () => {
    const after = given(received()).after(failed);
    expect(unsentMails(after)).toEqual([{ ...mail, type: 'mail-failed', error: 'not verified' }]);
    expect(given(...after.history).when(failed)).toEqual([]);
    expect(unsentMails(given(...after.history).after({ ...mail, type: 'record-mail' }))).toEqual([]);
  });
});

describe('what is recorded by the way', () => {
  it('is recorded once for each mail', () => {
    const mail = {
      type: 'record-mail',
      at: AT,
      mailId: 'm',
      kind: 'acknowledgement',
      to: 'maria@example.com',
    } as const;
    const [sent] = given(received()).when(mail);
    if (!sent) throw new Error('nothing happened');
    expect(given(received(), sent).when(mail)).toEqual([]);
  });

  describe('a failed step', () => {
    const report = { type: 'report-failure', at: AT, step: 'received', error: 'Boom: no' } as const;
    const failed = (...history: CaseEvent[]) => given(...history).after(report);

    it('shows until a step succeeds again', () => {
      const found = failed(received());
      expect(found.problem).toMatchObject({ error: 'Boom: no' });
      expect(given(...found.history, evaluated, opened()).found.problem).toBeUndefined();
    });

    it('is not mended by what a person decides, says or is told beside the flow', () => {
      const { history } = failed(received(), evaluated, opened());
      const found = given(...history, decided).found;
      expect(found.problem).toBeDefined();
      const reply = { type: 'mail-sent', at: AT, mailId: 'm', kind: 'customer-reply', to: 'a@b' } as const;
      const feedback = { type: 'feedback-given', at: AT, score: 5, comment: '' } as const;
      expect(given(...found.history, reply, feedback).found.problem).toBeDefined();
      const answer = { ...reply, kind: 'decision' } as const;
      expect(given(...found.history, answer).found.problem).toBeUndefined();
    });
  });
});
