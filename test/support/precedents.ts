import type { AwaitingCase, CaseEvent } from '../../functions/domain/case.ts';
import type { Outcome } from '../../functions/domain/decision.ts';
import { replay } from '../../functions/domain/evolve.ts';
import { factsOf, NOTHING_KNOWN } from '../../functions/domain/facts.ts';
import { likenessOf } from '../../functions/domain/likeness.ts';
import type { FoundPrecedents, Precedent } from '../../functions/domain/precedents.ts';
import { hoursAfter } from '../../functions/domain/time.ts';
import { defaultPolicy } from './policy.ts';

const REASONS = [
  'The heating coil was broken; it cannot have been the customer.',
  'Fiel há muitos anos, e o produto tinha defeito.',
  'Only just past the window.',
  undefined,
  'Used for a year, with signs of <b>wear</b> & a cut cable.',
];

/** Decided cases like this one, the closest first, decided one way after the other. */
export function precedentsLike(found: AwaitingCase, ...outcomes: Outcome[]): Precedent[] {
  const facts = factsOf(found.request, NOTHING_KNOWN, defaultPolicy.policy, found.openedAt);
  const like = likenessOf(found.request, facts, defaultPolicy.policy);
  const amount = like.amount ?? { minor: 4_000, currency: 'USD' };
  return outcomes.map((outcome, index) => {
    const reason = REASONS[index % REASONS.length];
    return {
      caseId: `RX-PREC-000${index + 1}`,
      decidedAt: hoursAfter(found.openedAt, -24 * 20 * (index + 1)),
      level: 0,
      like: { ...like, daysPastWindow: (like.daysPastWindow ?? 3) + index },
      outcome,
      ...(outcome === 'approved' && { amount }),
      ...(outcome === 'part-approved' && { amount: { ...amount, minor: Math.ceil(amount.minor / 2) } }),
      ...(outcome === 'alternative' && { offer: 'store-credit' }),
      ...(reason && { reason }),
    };
  });
}

/** The case, evaluated beside these precedents. */
export function beside(found: AwaitingCase, precedents: readonly Precedent[]): AwaitingCase {
  const [first] = precedentsLike(found, 'approved');
  if (!first) throw new Error('there is one');
  const alike: FoundPrecedents = {
    like: first.like,
    closest: precedents.map(({ caseId, decidedAt, outcome, amount, offer }, index) => ({
      caseId,
      decidedAt,
      outcome,
      ...(amount && { amount }),
      ...(offer && { offer }),
      similarity: 1 - index * 0.037,
    })),
  };
  const history = found.history.map(
    (event): CaseEvent =>
      event.type === 'evaluated'
        ? { ...event, evaluation: { ...event.evaluation, precedents: alike } }
        : event,
  );
  const changed = replay(found.id, history);
  if (changed.status !== 'awaiting-decision') throw new Error(`case ${found.id} is ${changed.status}`);
  return changed;
}
