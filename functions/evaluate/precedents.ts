import type { Case } from '../domain/case.ts';
import type { Facts } from '../domain/facts.ts';
import { crossesCategories, likenessOf } from '../domain/likeness.ts';
import type { Needs } from '../domain/ports.ts';
import { CLOSEST, closest, type FoundPrecedents } from '../domain/precedents.ts';

/** An index follows its table a little later, so that some of the closest may be gone: twice as many are read as are wanted. */
const READ = 2 * CLOSEST;

/**
 * The decided cases closest to a case with these facts, by the policy's measure: one query and one read of a few items. Where nobody
 * can tell why the customer asks, no case is like theirs.
 */
export async function precedentsFor(
  { precedents, policy }: Needs<'precedents' | 'policy'>,
  { id, request }: Case,
  facts: Facts,
): Promise<FoundPrecedents> {
  const like = likenessOf(request, facts, policy.policy);
  if (like.reason === 'unknown') return { like, closest: [] };
  const rules = policy.policy.precedents;
  const category = crossesCategories(rules) ? undefined : like.category;
  const candidates = await precedents.candidates(like.reason, category);
  const others = candidates.filter(({ caseId }) => caseId !== id);
  const nearest = closest(others, like, rules).slice(0, READ);
  const alike = new Map(nearest.map(({ caseId, similarity }) => [caseId, similarity]));
  const there = await precedents.of(nearest.map(({ caseId }) => caseId));
  return {
    like,
    closest: there.slice(0, CLOSEST).map(({ caseId, decidedAt, outcome, amount, offer }) => ({
      caseId,
      decidedAt,
      outcome,
      ...(amount && { amount }),
      ...(offer && { offer }),
      similarity: alike.get(caseId) ?? 0,
    })),
  };
}
