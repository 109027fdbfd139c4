import { attachmentsOf } from '../domain/attachments.ts';
import type { Case } from '../domain/case.ts';
import { type Evaluation, evaluate } from '../domain/evaluation.ts';
import { factsOf, NOTHING_KNOWN, unknownFacts } from '../domain/facts.ts';
import type { Needs } from '../domain/ports.ts';
import { precedentFacts } from '../domain/precedents.ts';
import { earlierCases } from '../runtime/earlier-cases.ts';
import { historyOf, isEarlierRequest } from './history.ts';
import { precedentsFor } from './precedents.ts';

/** The orders of one customer that are counted, the newest: guidelines tell a few from many, and the read is one query. */
const MOST_ORDERS = 100;

/** Weighs a case as it stands by the policy: with all the customer sent since, and what the shop knew of them before. */
export async function weigh(
  { cases, orders, policy, precedents }: Needs<'cases' | 'orders' | 'policy' | 'precedents'>,
  found: Case,
): Promise<Evaluation> {
  const { openedAt } = found;
  const counts = (one: Case) => isEarlierRequest(one, found);
  const earlier = await earlierCases(cases, found, { until: openedAt, counts });
  const bought = await orders.byCustomer(found.request.customer.address, MOST_ORDERS, openedAt);
  const background = {
    ...NOTHING_KNOWN,
    customer: historyOf(found, earlier, bought, policy.policy),
    sender: { verified: found.sender === 'verified' },
  };
  const request = { ...found.request, attachments: attachmentsOf(found, 'customer') };
  const alone = factsOf(request, background, policy.policy, openedAt);
  const alike = await precedentsFor({ precedents, policy }, found, alone);
  const facts = { ...alone, precedents: precedentFacts(alike) };
  return { ...evaluate(policy, facts, unknownFacts(request, policy.policy)), precedents: alike };
}
