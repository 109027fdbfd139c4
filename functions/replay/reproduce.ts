import { confidenceOf, openQuestions } from '../domain/confidence.ts';
import type { Facts } from '../domain/facts.ts';
import { type CompiledPolicy, type Weighed, weighFacts } from '../domain/weighing.ts';
import { unknownOfRow } from './facts-of-row.ts';
import type { ReplayRow } from './row.ts';

/** What an evaluation of the export says, as far as replaying it can show that it is the same. */
interface Outcome {
  route: string | null;
  score: number | null;
  /** Ids of the factors that spoke, joined by `;`. */
  factors: string;
  confidence: string | null;
}

/** A case whose recorded evaluation did not come out again under its own policy. */
export interface Mismatch {
  caseId: string;
  policy: string;
  recorded: Outcome;
  replayed: Outcome;
}

/** Weighs a case once more by the policy it was weighed by. Undefined where it comes to what was recorded. */
export function mismatchOf(
  row: ReplayRow,
  facts: Facts,
  compiled: CompiledPolicy,
  weighed: Weighed = weighFacts(compiled, facts),
): Mismatch | undefined {
  const { route, score, spoke } = weighed;
  const factors = compiled.factors.filter((_, index) => spoke[index]).map(({ id }) => id);
  const replayed = {
    route,
    score,
    factors: factors.join(';'),
    // Evaluations of before it was found out have none.
    confidence:
      row.confidence === null
        ? null
        : confidenceOf(compiled, facts, weighed, openQuestions(compiled, facts, weighed, unknownOfRow(row))),
  };
  const { confidence } = row;
  const recorded = { route: row.route, score: row.score, factors: row.factors ?? '', confidence };
  const isSame =
    recorded.route === replayed.route &&
    recorded.score === replayed.score &&
    recorded.factors === replayed.factors &&
    recorded.confidence === replayed.confidence;
  return isSame ? undefined : { caseId: row.case_id, policy: row.policy_version ?? '', recorded, replayed };
}
