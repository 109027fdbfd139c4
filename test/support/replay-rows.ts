import { type Evaluation, evaluate } from '../../functions/domain/evaluation.ts';
import { type Background, factsOf, NOTHING_KNOWN, unknownFacts } from '../../functions/domain/facts.ts';
import type { Request } from '../../functions/domain/request.ts';
import type { CompiledPolicy } from '../../functions/domain/weighing.ts';
import { factColumns } from '../../functions/export/tables/facts.ts';
import type { ReplayRow } from '../../functions/replay/row.ts';
import { AT, aRequest } from './cases.ts';

interface Given {
  request?: Partial<Request>;
  background?: Partial<Background>;
  /** How people decided: approved what was asked for, unless told otherwise. */
  decided?: Partial<Pick<ReplayRow, 'outcome' | 'refund_amount' | 'refund_currency'>>;
  at?: string;
}

/** The row of a decided case, as it was evaluated by a policy. */
export function rowOf(
  caseId: string,
  policy: CompiledPolicy,
  { request: changes = {}, background = {}, decided = {}, at = AT }: Given = {},
): ReplayRow {
  const request = aRequest(changes);
  const facts = factsOf(request, { ...NOTHING_KNOWN, ...background }, policy.policy, at);
  const evaluation = evaluate(policy, facts, unknownFacts(request, policy.policy));
  return {
    case_id: caseId,
    opened_at: at,
    product_categories: request.categories?.join(';') ?? null,
    route: evaluation.route,
    score: evaluation.score,
    confidence: evaluation.confidence ?? null,
    factors: evaluation.factors.map(({ id }) => id).join(';') || null,
    policy_version: evaluation.policyVersion,
    policy_fingerprint: evaluation.policyFingerprint ?? null,
    outcome: 'approved',
    refund_amount: thousandths(facts.request.amount),
    refund_currency: 'USD',
    ...decided,
    ...factCells(evaluation),
  };
}

function factCells({ facts = {} }: Evaluation) {
  const cells = factColumns.map(({ fact, name, type }) => {
    const value = facts[fact] ?? null;
    return [name, type === 'decimal' && value !== null ? thousandths(Number(value)) : value];
  });
  return Object.fromEntries(cells) as Pick<ReplayRow, `fact_${string}`>;
}

const thousandths = (amount: number) => BigInt(Math.round(amount * 1_000));

/** The rows as they are read: some at a time. */
export async function* inBatches(rows: readonly ReplayRow[], size = 100): AsyncGenerator<ReplayRow[]> {
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size);
}
