import {
  type Case,
  type CaseEvent,
  type MailKind,
  MailKind as MailKinds,
} from '../../functions/domain/case.ts';
import type { Evaluation } from '../../functions/domain/evaluation.ts';
import { evaluate } from '../../functions/domain/evaluation.ts';
import { replay } from '../../functions/domain/evolve.ts';
import { factsOf, NOTHING_KNOWN, unknownFacts } from '../../functions/domain/facts.ts';
import type { Request } from '../../functions/domain/request.ts';
import { hoursAfter } from '../../functions/domain/time.ts';
import { AT, aRequest } from './cases.ts';
import { defaultPolicy } from './policy.ts';

/** What stands where a person can write: `kind` says what it has to look like. */
export type Words = (kind: 'text' | 'name' | 'address' | 'number') => string;

const usd = (minor: number) => ({ minor, currency: 'USD' });

/** Cases that between them have every event there is, each with every field it may have; `words` fills in what people write. */
export function everyEvent(words: Words, { id = 'RX-7K3F-9Q2', from = AT } = {}): Case[] {
  let hour = 0;
  const at = () => ({ at: hoursAfter(from, hour++ / 2) });
  const text = () => words('text');
  const address = () => words('address');
  const customer = address();
  const [manager, deputy, head, finance] = [address(), address(), address(), address()];
  const waits = () => ({ remindAt: hoursAfter(from, 24), deadline: hoursAfter(from, 48) });
  const promised = { by: hoursAfter(from, 72), warnAt: hoursAfter(from, 60) };
  const attachment = () => ({
    name: `${words('name')}.jpg`,
    type: 'image/jpeg',
    declaredType: text(),
    bytes: 1,
    sha256: words('number'),
    kind: 'photo' as const,
  });
  const request = (): Request =>
    aRequest({
      customer: {
        address: customer,
        name: { source: 'mail', value: words('name'), words: text() },
        phone: { source: 'mail', value: words('number') },
        otherAddress: { source: 'mail', value: address() },
      },
      contact: { address: address(), name: words('name'), note: text() },
      orderNumber: { source: 'order', value: words('number') },
      product: { source: 'mail', value: text(), words: text() },
      category: { source: 'unknown' },
      categories: ['kitchen', 'electronics'],
      channel: 'web',
      amount: { source: 'mail', value: usd(8_990), words: text() },
      asked: { source: 'mail', value: usd(4_000), words: text() },
      reason: { source: 'mail', value: 'defective', words: text() },
      wish: { source: 'mail', value: 'refund', words: text() },
      attachments: [attachment(), { ...attachment(), kind: 'other' }],
      attachmentsNotKept: 2,
      subject: text(),
      text: text(),
      wholeText: text(),
    });
  const opened = request();
  const received: CaseEvent = {
    type: 'received',
    ...at(),
    mailId: words('number'),
    messageId: `<${address()}>`,
    sender: 'verified',
    request: opened,
  };
  const facts = factsOf(opened, NOTHING_KNOWN, defaultPolicy.policy, from);
  const evaluation = evaluate(defaultPolicy, facts, unknownFacts(opened, defaultPolicy.policy));
  const { facts: _, confidence: __, policyFingerprint: ___, ...ofOld } = evaluation;
  const evaluated = (given: Evaluation = evaluation): CaseEvent => ({
    type: 'evaluated',
    ...at(),
    evaluation: given,
  });
  const mail = (kind: MailKind, to: string) => ({ ...at(), mailId: words('number'), kind, to });
  const wrote = () => ({
    ...at(),
    mailId: words('number'),
    from: address(),
    text: text(),
    attachments: [attachment()],
  });
  const round = (number: number, level = number - 1): CaseEvent => ({
    type: 'round-opened',
    ...at(),
    round: number,
    level,
    levelName: `level ${level}`,
    limit: usd(50_000),
    approvers: [manager, head],
    standIns: [{ person: deputy, for: manager }],
    answers: 2,
    ...waits(),
    promised,
  });
  const notes = () => ({ note: text(), againstPrecedents: text(), internal: text() });
  const inPart = () => ({ outcome: 'part-approved', amount: usd(3_000), way: 'card', ...notes() }) as const;
  const due = () => ({
    amount: usd(3_000),
    way: 'card',
    dueBy: hoursAfter(from, 100),
    askAgainAt: hoursAfter(from, 90),
  });
  const offers = () => ({
    choices: ['store-credit', 'half'],
    remindAt: hoursAfter(from, 200),
    expiresAt: hoursAfter(from, 300),
  });
  const refused = words('number');
  const sentAs = (kind: MailKind, to: string): CaseEvent => ({ type: 'mail-sent', ...mail(kind, to) });

  const whole: CaseEvent[] = [
    received,
    ...MailKinds.options.map((kind) => sentAs(kind, kind === 'acknowledgement' ? customer : address())),
    evaluated(),
    round(1),
    {
      type: 'customer-wrote',
      ...wrote(),
      attachmentsNotKept: 1,
      learned: { product: { source: 'mail', value: text(), words: text() } },
    },
    evaluated(),
    { type: 'stranger-wrote', ...wrote() },
    { type: 'staff-wrote', ...wrote() },
    {
      type: 'approver-left',
      ...at(),
      round: 1,
      person: manager,
      why: 'handed-over',
      to: deputy,
      note: text(),
    },
    {
      type: 'approver-left',
      ...at(),
      round: 1,
      person: address(),
      why: 'away',
      until: '2026-12-01',
      note: text(),
    },
    { type: 'approver-left', ...at(), round: 1, person: address(), why: 'unreachable' },
    { type: 'approver-left', ...at(), round: 1, person: address(), why: 'conflict', note: text() },
    { type: 'question-asked', ...at(), round: 1, by: head, text: text(), until: hoursAfter(from, 20) },
    { type: 'round-resumed', ...at(), round: 1, why: 'answered', ...waits(), promised },
    { type: 'promise-broken', ...at(), promised: promised.by },
    { type: 'reminder-due', ...at(), round: 1 },
    { type: 'overdue', ...at(), round: 1, deadline: hoursAfter(from, 60) },
    {
      type: 'approver-answered',
      ...at(),
      round: 1,
      by: head,
      decision: { outcome: 'declined', reason: text(), ...notes() },
      second: true,
    },
    { type: 'step-failed', ...at(), step: 'AskApprover', error: text() },
    round(2),
    { type: 'decided', ...at(), round: 2, by: head, decision: inPart(), with: [deputy] },
    { type: 'mail-held', ...mail('decision', customer) },
    { type: 'mail-failed', ...at(), mailId: refused, kind: 'decision', to: customer, error: text() },
    { type: 'mail-uncertain', ...mail('refund-request', finance) },
    {
      type: 'mail-returned',
      ...at(),
      mailId: words('number'),
      about: refused,
      to: customer,
      why: 'bounced',
      status: '5.1.1',
      believed: true,
    },
    { type: 'refund-asked', ...at(), refund: due() },
    { type: 'refund-announced', ...at(), refund: 1 },
    { type: 'told', ...at(), followUpAt: hoursAfter(from, 150), offers: offers() },
    { type: 'refund-failed', ...at(), refund: 1, by: finance, why: text(), askAgainAt: hoursAfter(from, 95) },
    { type: 'refund-reminder-due', ...at(), refund: 1, askAgainAt: hoursAfter(from, 96) },
    { type: 'refund-late', ...at(), refund: 1, askAgainAt: hoursAfter(from, 97) },
    { type: 'refund-paid', ...at(), refund: 1, by: finance, reference: words('number') },
    { type: 'followed-up', ...at() },
    { type: 'feedback-given', ...at(), score: 2, comment: text(), left: true },
    { type: 'words-erased', ...at(), mailId: words('number') },
    {
      type: 'objected',
      ...at(),
      about: 'fact',
      says: text(),
      learned: { amount: { source: 'mail', value: usd(9_000), words: text() } },
    },
    evaluated(),
    round(3, 1),
    {
      type: 'decided',
      ...at(),
      round: 3,
      by: manager,
      decision: { outcome: 'alternative', offer: 'half', ...notes() },
    },
    { type: 'told', ...at(), followUpAt: hoursAfter(from, 400), offers: offers() },
    { type: 'offers-reminder-due', ...at() },
    { type: 'offer-accepted', ...at(), offer: 'half', refund: due() },
  ];
  const refusal = (): CaseEvent[] => [
    evaluated(ofOld),
    round(1),
    { type: 'decided', ...at(), round: 1, by: manager, decision: { outcome: 'declined', reason: text() } },
    { type: 'told', ...at(), followUpAt: hoursAfter(from, 150), offers: offers() },
  ];
  const back: CaseEvent[] = [
    received,
    { type: 'customer-wrote', ...wrote() },
    { type: 'withdrawn', ...at(), mailId: words('number') },
    { type: 'reopened', ...at(), mailId: words('number') },
    ...refusal(),
    { type: 'offers-declined', ...at() },
    { type: 'followed-up', ...at() },
  ];
  const expired: CaseEvent[] = [received, ...refusal(), { type: 'offers-expired', ...at() }];
  const gone: CaseEvent[] = [received, { type: 'withdrawn', ...at(), mailId: words('number') }];
  return [[received], whole, back, expired, gone].map((history, index) => replay(`${id}${index}`, history));
}

/** Words that say nothing: where only what happened matters. */
export function plainWords(): Words {
  let count = 0;
  return (kind) => (kind === 'address' ? `person-${count++}@mail.example` : `some ${kind} ${count++}`);
}
