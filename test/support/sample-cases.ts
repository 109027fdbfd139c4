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
import { hoursAfter, type Instant } from '../../functions/domain/time.ts';
import { aRequest } from './cases.ts';
import { defaultPolicy } from './policy.ts';

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
export function askedOf(found: AwaitingCase, ...approvers: string[]): AwaitingCase {
  return waiting(
    replay(
      found.id,
      found.history.map((event) => (event.type === 'round-opened' ? { ...event, approvers } : event)),
    ),
  );
}

/** The case, asked about where two have to answer alike. */
export function takesTwo(found: AwaitingCase): AwaitingCase {
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

/** A decided case, once the customer was told, and with what was asked of it since. */
export function toldOf(decidedCase: DecidedCase, ...commands: Command[]): ToldCase {
  const telling: Command = { type: 'record-told', at: hoursAfter(DECIDED, 0.1), policy: rules };
  const found = [telling, ...commands].reduce<Case>(
    (before, command) => decide(command, before).reduce<Case>(evolve, before),
    decidedCase,
  );
  if (found.status !== 'told') throw new Error(`case ${found.id} is ${found.status}`);
  return found;
}

/** All that a customer asked for; where nobody knows how much that is, 40 dollars. */
export const inFull = (sample: Sample) => {
  const amount = samples[sample].amount ?? aRequest().amount;
  const value = amount.source === 'unknown' ? { minor: 4_000, currency: 'USD' } : amount.value;
  return { outcome: 'approved', amount: value } as const;
};
