import type { Decision } from '../domain/decision.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import type { Policy } from '../domain/policy.ts';
import { clearLine, directionOf, type Line } from '../domain/precedents.ts';
import { terms } from '../wording/terms.ts';

/** A clear line of precedents as an approver reads it: `4 of 5 like this were approved`. Undefined where there is none. */
export function clearLineText(
  { precedents }: Evaluation,
  policy: Policy,
): (Pick<Line, 'direction'> & { text: string }) | undefined {
  const line = clearLine(precedents, policy.precedents);
  if (!line) return undefined;
  const { direction, count, of } = line;
  return { direction, text: terms[policy.shop.staffLanguage].precedents.line[direction](count, of) };
}

/**
 * A decision with why it goes against a clear line of precedents, where it does: in the words written for colleagues, else in the
 * reason a declined customer is given. `missing`: the line it goes against without a word of why.
 */
export function withReason(
  decision: Decision,
  words: string,
  evaluation: Evaluation,
  policy: Policy,
): { decision: Decision } | { missing: string } {
  const line = clearLineText(evaluation, policy);
  if (!line || directionOf(decision.outcome) === line.direction) return { decision };
  const againstPrecedents = words || (decision.outcome === 'declined' ? decision.reason : '');
  return againstPrecedents === '' ? { missing: line.text } : { decision: { ...decision, againstPrecedents } };
}
