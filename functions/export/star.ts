import type { Case } from '../domain/case.ts';
import { caseRow } from './case-row.ts';
import { eventRows } from './event-rows.ts';
import { lastEvaluated } from './last-evaluated.ts';
import { mailRows } from './mail-rows.ts';
import type { Pseudonyms } from './pseudonym.ts';
import type { CaseRow } from './tables/cases.ts';
import type { EventRow } from './tables/events.ts';
import type { FactorRow } from './tables/factors.ts';
import type { MailRow } from './tables/mails.ts';
import { SCHEMA_VERSION } from './tables/version.ts';

/** The rows of each table; what a partition holds, and what one case has in it. */
export interface Star {
  cases: CaseRow[];
  factors: FactorRow[];
  events: EventRow[];
  mails: MailRow[];
}

/**
 * What the tables hold of a case, whatever has become of it. Only numbers, instants, ids of the policy and words of closed sets are
 * taken from it, and people as pseudonyms: nothing that anybody wrote.
 */
export function starOf(found: Case, pseudonyms: Pseudonyms): Star {
  return {
    cases: [caseRow(found, pseudonyms)],
    factors: factorRows(found),
    events: eventRows(found, pseudonyms),
    mails: mailRows(found),
  };
}

function factorRows(found: Case): FactorRow[] {
  const evaluation = lastEvaluated(found)?.evaluation;
  if (!evaluation) return [];
  return evaluation.factors.map(({ id, weight }, index) => ({
    case_id: found.id,
    position: index + 1,
    factor: id,
    weight,
    policy_version: evaluation.policyVersion,
    schema_version: SCHEMA_VERSION,
  }));
}
