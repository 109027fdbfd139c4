import { attachmentsOf } from '../../functions/domain/attachments.ts';
import type { AwaitingCase, Case, CaseEvent, DecidedCase, ToldCase } from '../../functions/domain/case.ts';
import { type Command, decide } from '../../functions/domain/decide.ts';
import type { Decision } from '../../functions/domain/decision.ts';
import { evaluate } from '../../functions/domain/evaluation.ts';
import { evolve, replay } from '../../functions/domain/evolve.ts';
import { factsOf, NOTHING_KNOWN, unknownFacts } from '../../functions/domain/facts.ts';
import type { Language } from '../../functions/domain/language.ts';
import type { Money } from '../../functions/domain/money.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import { type Request, unknown } from '../../functions/domain/request.ts';
import { settlementOf } from '../../functions/domain/settlement.ts';
import { daysAfter, hoursAfter, type Instant } from '../../functions/domain/time.ts';
import type { MailContent } from '../../functions/mail/write.ts';
import { aRequest } from './cases.ts';
import { defaultPolicy } from './policy.ts';
import { beside, precedentsLike } from './precedents.ts';

export const OPENED: Instant = '2026-11-02T10:00:00.000Z';
const EVALUATED = hoursAfter(OPENED, 0.1);
export const DECIDED = hoursAfter(OPENED, 20);

/** The sample shop's policy with its staff reading one language or the other. */
export function policyFor(staffLanguage: Language) {
  const { policy } = defaultPolicy;
  return { ...policy, shop: { ...policy.shop, staffLanguage } };
}

const kettle: Partial<Request> = {
  reason: { source: 'mail', value: 'defective', words: 'stopped heating' },
  wish: { source: 'mail', value: 'refund', words: 'I would like my money back' },
  attachments: [
    { name: 'kettle-base.jpg', type: 'image/jpeg', bytes: 481_920, sha256: 'a1', kind: 'photo' },
    { name: 'receipt.pdf', type: 'application/pdf', bytes: 88_100, sha256: 'a2', kind: 'document' },
  ],
  subject: 'Refund for a kettle after the return window',
  text: `Hello,

I bought the Gooseneck kettle in September (order SH-10001). Two weeks ago it stopped heating: the base lights up, the water stays cold. I only noticed now because my mother was in hospital and I was hardly at home.

I know the 30 days are over. I would like my money back all the same.

Kind regards
Maria Souza`,
};

const cafeteira: Partial<Request> = {
  customer: { address: 'joana.ribeiro@example.com.br', name: { source: 'order', value: 'Joana Ribeiro' } },
  orderNumber: { source: 'order', value: 'SH-10014' },
  product: { source: 'order', value: 'Cafeteira italiana, 6 xícaras' },
  amount: { source: 'order', value: { minor: 18_990, currency: 'BRL' } },
  reason: { source: 'mail', value: 'damaged-in-transit', words: 'chegou com a alça quebrada' },
  wish: { source: 'mail', value: 'refund', words: 'gostaria do meu dinheiro de volta' },
  language: 'pt-BR',
  subject: 'Cafeteira chegou quebrada',
  text: `Olá,

minha cafeteira (pedido SH-10014) chegou com a alça quebrada. Só abri a caixa agora, porque era um presente de aniversário.

Gostaria do meu dinheiro de volta, por favor.

Obrigada
Joana`,
};

/** No order number and no amount: everything comes from the mail, or is not known. */
const noOrder: Partial<Request> = {
  ordersOwnAddress: undefined,
  orderNumber: unknown,
  product: { source: 'mail', value: 'blue backpack', words: 'the blue backpack' },
  category: unknown,
  amount: unknown,
  purchasedOn: unknown,
  deliveredOn: unknown,
  reason: { source: 'mail', value: 'changed-mind', words: 'I changed my mind' },
  subject: 'backpack',
  text: 'Can I still give back the blue backpack? I changed my mind about the colour.',
};

/** Somebody who knows an order number and writes from another address. */
const stranger: Partial<Request> = {
  customer: { address: 'someone@elsewhere.example', name: { source: 'order', value: 'Helena Order-Owner' } },
  ordersOwnAddress: false,
  orderNumber: { source: 'order', value: 'SH-10007' },
  product: { source: 'order', value: 'Secret birthday necklace' },
  amount: { source: 'order', value: { minor: 41_350, currency: 'USD' } },
  subject: 'Refund please',
  text: 'Please refund order SH-10007 to me.',
};

export const HOSTILE_NAME = '<script>alert("x")</script>\r\nBcc: victim@example.com';
export const HOSTILE_TEXT = `</td></table><style>*{display:none}</style><img src=x onerror=alert(1)> & "quotes" 'and' <b>bold</b>
\u202Eevoli\u202C \u0007\u001b[31m ${'x'.repeat(300)}
<a href="https://evil.example/decide/1">Approve</a>`;

const hostile: Partial<Request> = {
  customer: { address: 'mallory@example.com', name: { source: 'mail', value: HOSTILE_NAME } },
  product: { source: 'mail', value: `<b>kettle</b>${'w'.repeat(500)}`, words: HOSTILE_TEXT },
  reason: { source: 'mail', value: 'other', words: HOSTILE_TEXT },
  attachments: [
    { name: '"><script>\u202Egpj.exe', type: 'image/"><b>', bytes: 12, sha256: 'a3', kind: 'other' },
  ],
  subject: `Refund\r\nBcc: victim@example.com ${HOSTILE_TEXT}`,
  text: HOSTILE_TEXT,
};

export const samples = { kettle, cafeteira, noOrder, stranger, hostile } as const;
export type Sample = keyof typeof samples;

/** A case that begins with a sample request and goes on with what is asked of it, by the domain's own rules. */
export function caseOf(sample: Sample, ...commands: Command[]): Case {
  return caseUnder(defaultPolicy.policy, sample, ...commands);
}

/** The same, asked of whom a policy says. */
export function caseUnder(policy: Policy, sample: Sample, ...commands: Command[]): Case {
  const request = aRequest(samples[sample]);
  const first: CaseEvent = {
    type: 'received',
    at: OPENED,
    mailId: `mail-of-${sample}`,
    messageId: `<${sample}@example.com>`,
    request,
  };
  const facts = factsOf(request, NOTHING_KNOWN, policy, EVALUATED);
  const evaluated: Command = {
    type: 'record-evaluation',
    at: EVALUATED,
    evaluation: evaluate(defaultPolicy, facts, unknownFacts(request, policy)),
    policy,
  };
  return [evaluated, ...commands].reduce<Case>(
    (found, command) => decide(command, found).reduce<Case>(evolve, found),
    replay(REFERENCES[sample], [first]),
  );
}

const REFERENCES: Record<Sample, string> = {
  kettle: 'RX-7K3F-9Q2M',
  cafeteira: 'RX-4TZ8-B1NW',
  noOrder: 'RX-0M5C-J6PV',
  stranger: 'RX-9E2R-GH7D',
  hostile: 'RX-3SAX-QK8Y',
};

/** A case that waits for its approver. */
export function awaiting(sample: Sample, ...commands: Command[]): AwaitingCase {
  return waiting(caseOf(sample, ...commands));
}

/** The same, asked of whom a policy says. */
export function awaitingUnder(policy: Policy, sample: Sample, ...commands: Command[]): AwaitingCase {
  return waiting(caseUnder(policy, sample, ...commands));
}

export const MANAGER = 'manager@shop.example';
export const DEPUTY = 'deputy@shop.example';
export const HEAD = 'head@shop.example';

/** The case, with other people asked at its first level. */
function askedOf(found: AwaitingCase, ...approvers: string[]): AwaitingCase {
  return waiting(
    replay(
      found.id,
      found.history.map((event) => (event.type === 'round-opened' ? { ...event, approvers } : event)),
    ),
  );
}

/** The case, asked about where two have to answer alike. */
function takesTwo(found: AwaitingCase): AwaitingCase {
  const history = found.history.map((event) =>
    event.type === 'round-opened' ? { ...event, answers: 2 } : event,
  );
  return waiting(replay(found.id, history));
}

/** The case after something more has happened to it. */
export function followedBy(found: AwaitingCase, ...events: CaseEvent[]): AwaitingCase {
  return waiting(events.reduce<Case>(evolve, found));
}

function waiting(found: Case): AwaitingCase {
  if (found.status !== 'awaiting-decision') throw new Error(`case ${found.id} is ${found.status}`);
  return found;
}

const { policy: rules } = defaultPolicy;
export const asks = (text: string, by = MANAGER): Command => {
  return { type: 'ask-customer', at: hoursAfter(OPENED, 2), round: 1, by, text, policy: rules };
};
export const leaves = (left: Partial<Command & { type: 'leave-round' }>): Command => ({
  type: 'leave-round',
  at: hoursAfter(OPENED, 3),
  round: 1,
  person: MANAGER,
  why: 'handed-over',
  policy: rules,
  ...left,
});
export const writes = (words: Partial<Command & { type: 'record-words' }>): Command => ({
  type: 'record-words',
  at: hoursAfter(OPENED, 30),
  by: 'customer',
  mailId: 'answer',
  from: 'maria@example.com',
  text: '',
  attachments: [],
  policy: rules,
  ...words,
});

/** A case without an order that waits for its approver, about an amount that only the mail names. */
export function awaitingGuess(value: Money): AwaitingCase {
  const found = awaiting('noOrder');
  const request: Request = { ...found.request, amount: { source: 'mail', value, certainty: 'guess' } };
  const history = found.history.map((event) => (event.type === 'received' ? { ...event, request } : event));
  return { ...found, request, history };
}

/** A case somebody has decided. */
export function decided(sample: Sample, decision: Decision, by = MANAGER) {
  const found = caseOf(sample, {
    type: 'decide-round',
    at: DECIDED,
    round: 1,
    by,
    decision,
    policy: defaultPolicy.policy,
  });
  if (found.status !== 'decided') throw new Error(`case ${found.id} is ${found.status}`);
  return found;
}

/** The same, once the customer was told, and with what was asked of it since. */
export function told(sample: Sample, decision: Decision, ...commands: Command[]): ToldCase {
  return toldOf(decided(sample, decision), ...commands);
}

function toldOf(decidedCase: DecidedCase, ...commands: Command[]): ToldCase {
  const telling: Command = { type: 'record-told', at: hoursAfter(DECIDED, 0.1), policy: rules };
  const found = [telling, ...commands].reduce<Case>(
    (before, command) => decide(command, before).reduce<Case>(evolve, before),
    decidedCase,
  );
  if (found.status !== 'told') throw new Error(`case ${found.id} is ${found.status}`);
  return found;
}

/** The mail that asks finance for the money a decision grants. */
export function refundRequestFor(
  found: DecidedCase,
  policy: Policy,
): MailContent & { kind: 'refund-request' } {
  const { refund } = settlementOf(found, hoursAfter(found.decided.at, 0.1), policy);
  if (!refund) throw new Error(`case ${found.id} gives no money`);
  return { kind: 'refund-request', found, policy, refund, link: REFUND };
}

const usd = (minor: number) => ({ minor, currency: 'USD' });
const inFull = (sample: Sample) => {
  const amount = samples[sample].amount ?? aRequest().amount;
  return { outcome: 'approved', amount: amount.source === 'unknown' ? usd(4_000) : amount.value } as const;
};
const LINK = 'https://pages.shop.example/decide/eyJhbGciOiJIUzI1NiJ9.eyJwIjoiZGVjaWRlIn0.c2lnbmF0dXJl';
const ATTACHMENT = 'https://pages.shop.example/attachment/eyJhbGciOiJIUzI1NiJ9.eyJwIjoiYXR0In0';
const FEEDBACK = 'https://pages.shop.example/feedback/eyJhbGciOiJIUzI1NiJ9.eyJwIjoiZmIifQ.c2lnbmF0dXJl';
const REFUND = 'https://pages.shop.example/refund/eyJhbGciOiJIUzI1NiJ9.eyJwIjoicmYifQ.c2lnbmF0dXJl';
const OFFERS = 'https://pages.shop.example/offers/eyJhbGciOiJIUzI1NiJ9.eyJwIjoib2YifQ.c2lnbmF0dXJl';
const OBJECT = 'https://pages.shop.example/object/eyJhbGciOiJIUzI1NiJ9.eyJwIjoib2IifQ.c2lnbmF0dXJl';

/** Every kind of mail (every outcome of a decision, too) about a sample, to staff who read the sample's own language. */
export function everyMail(sample: Sample): Record<string, MailContent> {
  const waiting = awaiting(sample);
  const policy = policyFor(waiting.request.language);
  const precedents = precedentsLike(
    waiting,
    'approved',
    'part-approved',
    'approved',
    'alternative',
    'declined',
  );
  const approver = MANAGER;
  const earlier = [
    decided('noOrder', { outcome: 'declined', reason: 'No.' }),
    decided('kettle', inFull('kettle')),
  ];
  const asked = {
    found: beside(waiting, precedents),
    policy,
    approver,
    link: LINK,
    attachmentLinks: linksTo(waiting),
    earlier: earlier.filter(({ id }) => id !== waiting.id),
    precedents,
  };
  const reminded = awaiting(sample, { type: 'pass-deadline', at: hoursAfter(OPENED, 25), round: 1, policy });
  const note = 'Sorry for the trouble, and thank you for the clear photos.';
  const half = {
    outcome: 'part-approved',
    amount: { ...inFull(sample).amount, minor: 4_000 },
    note,
  } as const;
  const declined = {
    outcome: 'declined',
    reason: 'The kettle was used for a year.\n\nWe can only take back what can be sold again.',
  } as const;
  const inDoubt = awaiting(sample, asks(QUESTION));
  const { question } = inDoubt.round;
  if (!question) throw new Error('the customer was asked');
  const approved = decided(sample, { ...inFull(sample), note });
  const scoreLinks = Object.fromEntries(
    [1, 2, 3, 4, 5].map((score) => [score, `${FEEDBACK}?score=${score}`]),
  );
  return {
    acknowledgement: { kind: 'acknowledgement', found: waiting, policy, answerBy: hoursAfter(OPENED, 72) },
    'approval-request': { kind: 'approval-request', ...asked },
    'approval-reminder': { kind: 'approval-reminder', ...asked, found: reminded },
    'overdue-notice': { kind: 'overdue-notice', ...asked },
    ...unusualRounds(sample, asked),
    'decision-approved': { kind: 'decision', found: approved, policy },
    'decision-part-approved': { kind: 'decision', found: decided(sample, half), policy, object: OBJECT },
    'decision-alternative': {
      kind: 'decision',
      found: decided(sample, { outcome: 'alternative', offer: 'store-credit', note }),
      policy,
      offers: OFFERS,
      object: OBJECT,
    },
    'decision-declined': {
      kind: 'decision',
      found: decided(sample, declined),
      policy,
      offers: OFFERS,
      object: OBJECT,
    },
    'refund-request': refundRequestFor(approved, policy),
    ...settlementMails(sample, policy),
    'follow-up': {
      kind: 'follow-up',
      found: approved,
      policy,
      scoreLinks: scoreLinks as Record<1 | 2 | 3 | 4 | 5, string>,
      commentLink: FEEDBACK,
    },
    'feedback-received': {
      kind: 'feedback-received',
      found: {
        ...approved,
        feedback: { at: hoursAfter(DECIDED, 200), score: 1, comment: waiting.request.text },
      },
      policy,
    },
    'request-joined': { kind: 'request-joined', found: waiting, policy, answerBy: hoursAfter(OPENED, 72) },
    'request-joined-late': { kind: 'request-joined', found: waiting, policy, answerBy: undefined },
    'already-decided': { kind: 'already-decided', found: approved, policy },
    withdrawal: { kind: 'withdrawal', found: waiting, policy },
    'within-policy': { kind: 'within-policy', found: waiting, policy },
    'request-reopened': {
      kind: 'request-reopened',
      found: waiting,
      policy,
      answerBy: hoursAfter(OPENED, 72),
    },
    'customer-question': { kind: 'customer-question', found: inDoubt, policy, question },
    'delay-notice': { kind: 'delay-notice', found: waiting, policy, promised: hoursAfter(OPENED, 72) },
    'new-promise-answered': {
      kind: 'new-promise',
      found: waiting,
      policy,
      why: 'answered',
      answerBy: hoursAfter(OPENED, 144),
    },
    'new-promise-unanswered': {
      kind: 'new-promise',
      found: waiting,
      policy,
      why: 'unanswered',
      answerBy: hoursAfter(OPENED, 240),
    },
    'staff-note': { kind: 'staff-note', found: waiting, policy },
    'customer-reply-learned': {
      kind: 'customer-reply',
      found: waiting,
      policy,
      text: 'The order number is SH-10001.',
      from: waiting.request.customer.address,
      attachments: [],
      stranger: false,
      learned: { orderNumber: waiting.request.orderNumber, product: waiting.request.product },
    },
    'customer-reply-open': {
      kind: 'customer-reply',
      found: waiting,
      policy,
      text: waiting.request.text,
      from: waiting.request.customer.address,
      attachments: waiting.request.attachments,
      stranger: false,
    },
    'customer-reply-asked': {
      kind: 'customer-reply',
      found: inDoubt,
      policy,
      text: 'Thank you, I am looking for it.',
      from: waiting.request.customer.address,
      attachments: [],
      stranger: false,
    },
    'customer-reply-stranger': {
      kind: 'customer-reply',
      found: waiting,
      policy,
      text: 'Send it to my account.',
      from: 'eve@example.net',
      attachments: [],
      stranger: true,
    },
    'customer-reply-decided': {
      kind: 'customer-reply',
      found: approved,
      policy,
      text: 'The money has not come yet.',
      from: approved.request.customer.address,
      attachments: [],
      stranger: false,
    },
  };
}

/** What is written while money and offers of a told case are settled. */
function settlementMails(sample: Sample, policy: Policy): Record<string, MailContent> {
  const late = told(sample, inFull(sample), { type: 'pass-time', at: daysAfter(DECIDED, 8) });
  const failed = told(sample, inFull(sample), {
    type: 'confirm-refund',
    at: daysAfter(DECIDED, 2),
    refund: 1,
    by: policy.shop.finance,
    outcome: 'failed',
    why: sample === 'hostile' ? HOSTILE_TEXT : 'The bank says that the card was closed in August.',
  });
  const paid = told(sample, inFull(sample), {
    type: 'confirm-refund',
    at: daysAfter(DECIDED, 3),
    refund: 1,
    by: policy.shop.finance,
    outcome: 'paid',
    reference: 'TX-2026-11-0042',
  });
  const offer = { outcome: 'alternative', offer: 'store-credit' } as const;
  const reminded = told(sample, offer, { type: 'pass-time', at: daysAfter(DECIDED, 25) });
  const accepted = told(sample, offer, {
    type: 'choose-offer',
    at: daysAfter(DECIDED, 1),
    offer: 'store-credit',
    policy: rules,
  });
  const objected = decide(
    {
      type: 'object',
      at: daysAfter(DECIDED, 1),
      about: 'decision',
      says: samples[sample].text ?? 'Please look at it again.',
      policy: rules,
    },
    told(sample, { outcome: 'declined', reason: 'It was used.' }),
  ).reduce<Case>(evolve, told(sample, { outcome: 'declined', reason: 'It was used.' }));
  const [lateRefund] = late.refunds;
  const [failedRefund] = failed.refunds;
  const [paidRefund] = paid.refunds;
  if (!lateRefund || !failedRefund || !paidRefund) throw new Error('the sample shop pays refunds');
  return {
    'refund-reminder': { kind: 'refund-reminder', found: late, policy, refund: lateRefund, link: REFUND },
    'refund-late': { kind: 'refund-late', found: late, policy, refund: lateRefund },
    'refund-failed': { kind: 'refund-failed', found: failed, policy, refund: failedRefund },
    'refund-paid': { kind: 'refund-paid', found: paid, policy, refund: paidRefund },
    'offers-reminder': { kind: 'offers-reminder', found: reminded, policy, link: OFFERS },
    'offer-accepted': { kind: 'offer-accepted', found: accepted, policy },
    'offer-to-fulfil': { kind: 'offer-to-fulfil', found: accepted, policy },
    'objection-received': {
      kind: 'objection-received',
      found: objected,
      policy,
      answerBy: daysAfter(DECIDED, 4),
    },
  };
}

const QUESTION = `Does the base light up when the kettle is empty?

A photo of it would help us, and what the label below it says.`;

/** Where the attachments of a case can be looked at. */
export function linksTo(found: Case): Record<string, string> {
  const hashes = attachmentsOf(found, 'customer').map(({ sha256 }) => sha256);
  return Object.fromEntries(hashes.map((sha256) => [sha256, `${ATTACHMENT}.${sha256}`]));
}

/** The approval mail where something is particular about the round, as an approver reads it then. */
function unusualRounds(
  sample: Sample,
  asked: Omit<MailContent & { kind: 'approval-request' }, 'kind'>,
): Record<string, MailContent> {
  const { policy, found, precedents } = asked;
  const request = (about: AwaitingCase, more: Partial<typeof asked> = {}): MailContent => {
    return { kind: 'approval-request', ...asked, found: beside(about, precedents), ...more };
  };
  const customer = found.request.customer.address;
  const photo = {
    name: 'label.jpg',
    type: 'image/jpeg',
    bytes: 300_000,
    sha256: 'b1',
    kind: 'photo',
  } as const;
  const answered = awaiting(
    sample,
    asks(QUESTION),
    writes({ from: customer, text: samples[sample].text ?? 'It does.', attachments: [photo] }),
  );
  const resumedAt = hoursAfter(OPENED, 24 * 7 + 3);
  const unanswered = awaiting(sample, asks(QUESTION), {
    type: 'pass-deadline',
    at: resumedAt,
    round: 1,
    policy: rules,
  });
  const away = awaiting(sample, leaves({ why: 'away', to: DEPUTY, until: '2026-11-09' }));
  const note = 'You know this product better than I do.\n\nShe has bought from us for years.';
  const full = inFull(sample);
  const withOthers = askedOf(found, MANAGER, DEPUTY, HEAD);
  const answeredBy = (by: string, second: boolean): CaseEvent => {
    return {
      type: 'approver-answered',
      at: hoursAfter(OPENED, 5),
      round: 1,
      by,
      decision: full,
      ...(second && { second }),
    };
  };
  const [first, ...others] = policy.approval.levels;
  if (!first) throw new Error('the sample shop has a level');
  const twoAnswers = { ...first, approvers: [MANAGER, DEPUTY, HEAD], answers: 2 };
  const approval = { ...policy.approval, levels: [twoAnswers, ...others] };
  return {
    'approval-stand-in': request(away, { approver: DEPUTY }),
    'approval-handed-over': request(awaiting(sample, leaves({ to: DEPUTY, note })), { approver: DEPUTY }),
    'approval-second': request(followedBy(withOthers, answeredBy(DEPUTY, true)), {
      policy: { ...policy, approval: { ...policy.approval, secondAbove: 20 } },
    }),
    'approval-several': request(followedBy(takesTwo(withOthers), answeredBy(HEAD, false)), {
      policy: { ...policy, approval },
    }),
    'approval-answered': request(answered, { attachmentLinks: linksTo(answered) }),
    'approval-unanswered': request(unanswered),
  };
}
