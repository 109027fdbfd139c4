import { type FactName, factNames } from '../domain/facts.ts';
import type { CompiledPolicy } from '../domain/weighing.ts';
import type { CaseRow } from '../export/tables/cases.ts';
import { type FactColumn, factColumn } from '../export/tables/facts.ts';

/** What a replay reads of a case, beside the facts that were weighed. */
const own = [
  'case_id',
  'opened_at',
  'product_categories',
  'route',
  'score',
  'confidence',
  'factors',
  'policy_version',
  'policy_fingerprint',
  'outcome',
  'refund_amount',
  'refund_currency',
] as const satisfies readonly (keyof CaseRow)[];

/** A case of the export, as far as a replay reads it. Every `CaseRow` is one. */
export type ReplayRow = Pick<CaseRow, (typeof own)[number]> &
  Readonly<Record<FactColumn, CaseRow[FactColumn]>>;

/** Facts that follow from a category by the policy, and are not known where it is not (facts-of-row.ts). */
export const ofCategory: ReadonlySet<FactName> = new Set([
  'product.returnable',
  'product.perishable',
  'product.digital',
  'product.hygiene',
  'order.windowDays',
  'order.daysPastWindow',
]);
/** Facts that others follow from, that say who is touched and how much is asked for, or that drafts tell cases apart by. */
const needed: ReadonlySet<FactName> = new Set([
  'product.category',
  // There where a category was known, whether or not its name is.
  'product.returnable',
  'order.daysSinceDelivery',
  'request.reason',
  'order.known',
  'request.amount',
  'request.evidence',
  'customer.earlierRequests',
]);

/** The columns of `cases` that a replay by these policies reads: a fact that none of them asks about is not among them. */
export function replayColumns(policies: readonly CompiledPolicy[]): string[] {
  const asked = new Set<FactName>(
    policies.flatMap(({ factors, routes }) => [...factors, ...routes].flatMap(({ names }) => names)),
  );
  const facts = factNames.filter((name) => needed.has(name) || (asked.has(name) && !ofCategory.has(name)));
  return [...own, ...facts.map(factColumn)];
}
