import { attachmentsOf } from '../domain/attachments.ts';
import { type Case, isDecided } from '../domain/case.ts';
import { type Evaluation, evaluate } from '../domain/evaluation.ts';
import { factsOf } from '../domain/facts.ts';
import type { Needs } from '../domain/ports.ts';

/** Weighs a case as it stands by the policy: with all the customer sent since, and what they asked for before. */
export async function weigh({ cases, policy }: Needs<'cases' | 'policy'>, found: Case): Promise<Evaluation> {
  const known = await cases.byCustomer(found.request.customer.address);
  const earlier = known.filter(({ id, openedAt }) => id !== found.id && openedAt <= found.openedAt);
  const approvals = earlier.filter((one) => isDecided(one) && one.decided.decision.outcome !== 'declined');
  const interactions = { earlierRequests: earlier.length, earlierApprovals: approvals.length };
  const request = { ...found.request, attachments: attachmentsOf(found, 'customer') };
  return evaluate(policy, factsOf(request, interactions, policy.policy, found.openedAt));
}
