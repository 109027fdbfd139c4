import { attachmentsOf } from '../domain/attachments.ts';
import { type Case, isDecided } from '../domain/case.ts';
import { type Evaluation, evaluate } from '../domain/evaluation.ts';
import { factsOf } from '../domain/facts.ts';
import type { Needs } from '../domain/ports.ts';
import { earlierCases } from '../runtime/earlier-cases.ts';

/** Weighs a case as it stands by the policy: with all the customer sent since, and what they asked for before. */
export async function weigh({ cases, policy }: Needs<'cases' | 'policy'>, found: Case): Promise<Evaluation> {
  const earlier = await earlierCases(cases, found, found.openedAt);
  const approvals = earlier.filter((one) => isDecided(one) && one.decided.decision.outcome !== 'declined');
  const interactions = { earlierRequests: earlier.length, earlierApprovals: approvals.length };
  const request = { ...found.request, attachments: attachmentsOf(found, 'customer') };
  return evaluate(policy, factsOf(request, interactions, policy.policy, found.openedAt));
}
