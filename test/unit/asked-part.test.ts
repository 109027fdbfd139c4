import { describe, expect, test } from 'vitest';
import type { AwaitingCase, Case, CaseEvent } from '../../functions/domain/case.ts';
import { decide } from '../../functions/domain/decide.ts';
import type { Decision } from '../../functions/domain/decision.ts';
import { evolve, replay } from '../../functions/domain/evolve.ts';
import type { Language } from '../../functions/domain/language.ts';
import type { MailContent } from '../../functions/mail/write.ts';
import { approvalWith } from '../support/approval.ts';
import { deciding } from '../support/deciding.ts';
import { read } from '../support/read-mail.ts';
import { awaiting, DECIDED, HEAD, MANAGER } from '../support/sample-cases.ts';
import { everyMail } from '../support/sample-mails.ts';

const usd = (minor: number) => ({ minor, currency: 'USD' });
const part = { source: 'mail', value: usd(2_000), certainty: 'stated' } as const;

/** A customer who paid $89.90 and would like $20 of it back. */
function asksPart(policy = approvalWith({ upTo: 50 }), language: Language = 'en'): AwaitingCase {
  const whole = awaiting('kettle');
  const before = whole.history.flatMap((event): CaseEvent[] => {
    if (event.type === 'received')
      return [{ ...event, request: { ...event.request, language, asked: part } }];
    return event.type === 'evaluated' || event.type === 'round-opened' ? [] : [event];
  });
  const { evaluation, updatedAt: at } = whole;
  const received = replay(whole.id, before);
  const found = decide({ type: 'record-evaluation', at, evaluation, policy }, received).reduce<Case>(
    evolve,
    received,
  );
  if (found.status !== 'awaiting-decision') throw new Error(`the case is ${found.status}`);
  return found;
}

function decisionMail(decision: Decision, language: Language = 'en') {
  const found = asksPart(undefined, language);
  const made = { at: DECIDED, by: MANAGER, round: 1, decision };
  const policy = approvalWith();
  return read({ kind: 'decision', found: { ...found, status: 'decided', decided: made }, policy }).text;
}

describe('a customer who asks for a part of what they paid', () => {
  test('is answered by the level that decides on as much as they ask for', () => {
    expect(asksPart().round.approvers).toContain(MANAGER);
    expect(asksPart(approvalWith({ upTo: 10 })).round.approvers).toEqual([HEAD]);
  });

  test('puts that part at stake in the approver’s mail, with what was paid beside it', () => {
    const content = everyMail('kettle')['approval-request'];
    const mail = read({ ...content, found: asksPart() } as MailContent);
    expect(mail.subject).toContain('$20.00');
    expect(mail.text).toMatch(/Money at stake: \$20\.00 [^:]*, a part of \$89\.90/);
    expect(mail.text).toContain('Approve $20.00');
    expect(mail.text).not.toContain('Approve $89.90');
    expect(mail.text).toContain('you get back what you asked for');
    expect(mail.text).toContain('[amount] of $20.00');
  });

  test('is offered alternatives, and is confirmed by typing, by what they ask for', async () => {
    const policy = approvalWith({}, { typeAbove: 20 });
    const asked = await deciding(policy, 'kettle', asksPart(policy));
    const { html } = await asked.get(await asked.path());
    expect(html).toContain('Approve what is asked for: $20.00');
    expect(html).toContain('this much of the $89.90');
    expect(html).toContain('$22.00');
    expect(html).not.toContain('name="confirm"');
    expect(html).toContain('at most $89.90');
  });

  test('gets it in full by its own amount, and no more than was paid', async () => {
    const policy = approvalWith();
    const asked = await deciding(policy, 'kettle', asksPart(policy));
    const approve = async (confirm: string) =>
      (await asked.fillIn(await asked.path(), { choice: 'approved', confirm })).status;
    expect(await approve('89.90')).toBe(422);
    const more = { choice: 'part-approved', amount: '89.91' };
    expect((await asked.fillIn(await asked.path(), more)).status).toBe(422);
    expect(await approve('20')).toBe(200);
    expect((await asked.decision())?.decision).toEqual({ outcome: 'approved', amount: usd(2_000) });
  });

  test('may be given all that was paid', async () => {
    const policy = approvalWith();
    const asked = await deciding(policy, 'kettle', asksPart(policy));
    await asked.fillIn(await asked.path(), { choice: 'part-approved', amount: '89.90' });
    expect((await asked.decision())?.decision).toEqual({ outcome: 'approved', amount: usd(8_990) });
  });

  test('reads that they get what they asked for, and nothing of a hope for all of it', () => {
    const text = decisionMail({ outcome: 'approved', amount: usd(2_000) });
    expect(text).toContain('you get back what you asked for. Your refund: $20.00');
    expect(text).not.toMatch(/89\.90|hoped/);
    expect(decisionMail({ outcome: 'part-approved', amount: usd(5_000) })).not.toMatch(/89\.90|hoped/);
    expect(decisionMail({ outcome: 'approved', amount: usd(2_000) }, 'pt-BR')).toContain(
      'você vai receber de volta o valor que pediu',
    );
  });

  test('reads of how much less is given, and what an offer is worth, by what they asked for', () => {
    const less = decisionMail({ outcome: 'part-approved', amount: usd(1_000) });
    expect(less).toContain('We can refund you $10.00 of $20.00.');
    expect(decisionMail({ outcome: 'alternative', offer: 'store-credit' })).toContain('Store credit: $22.00');
  });
});
