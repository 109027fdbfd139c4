import type { CaseRow } from '../export/tables/cases.ts';
import { type FactColumn, factColumns } from '../export/tables/facts.ts';

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

/** The columns of `cases` that a replay reads. */
export const replayColumns: readonly string[] = [...own, ...factColumns.map(({ name }) => name)];

/** A case of the export, as far as a replay reads it. Every `CaseRow` is one. */
export type ReplayRow = Pick<CaseRow, (typeof own)[number]> &
  Readonly<Record<FactColumn, CaseRow[FactColumn]>>;
