import { expect, it } from 'vitest';
import { EVER, queryText, readQuery } from '../../../functions/analytics/queries.ts';
import type { Evaluation } from '../../../functions/domain/evaluation.ts';
import { daysAfter } from '../../../functions/domain/time.ts';
import { createPseudonyms } from '../../../functions/export/pseudonym.ts';
import { starOf } from '../../../functions/export/star.ts';
import { declined, inPart, policy, TOLD, told } from '../../support/settling.ts';
import { openYear } from '../../support/year/queries.ts';

it('who decided as was recommended has not left the guidelines, though they say otherwise after an objection', async () => {
  const at = daysAfter(TOLD, 3);
  const once = told(inPart(4_000));
  const weighed = once.found.history.find((event) => event.type === 'evaluated');
  if (!weighed) throw new Error('the case was weighed');
  // Four of five were approved, and then none of nine.
  const seen = (count: number, approvedShare: number) => ({
    ...weighed.evaluation.facts,
    'precedents.count': count,
    'precedents.approvedShare': approvedShare,
  });
  const evaluation: Evaluation = {
    ...weighed.evaluation,
    facts: seen(9, 0),
    route: 'recommend-declining',
    policyVersion: 'next',
  };
  const { found } = once
    .objects('fact', at)
    .when({ type: 'record-evaluation', at, evaluation, policy })
    .decided(declined, at);
  const history = found.history.map((event) =>
    event === weighed ? { ...event, evaluation: { ...event.evaluation, facts: seen(5, 0.8) } } : event,
  );
  const star = starOf({ ...found, history }, createPseudonyms('a-key-of-at-least-thirty-two-characters'));
  const queries = await openYear([{ day: found.openedAt.slice(0, 10), ...star }]);
  expect(await queries.run(readQuery('leaving-the-guidelines').sql, EVER)).toMatchObject([
    { recommended: 1, left_recommendation: 0, with_precedents: 1, left_precedents: 0 },
  ]);
  const given = { ...EVER, line: 4, share: 0.8 };
  expect(await queries.run(queryText('report/departures'), given)).toMatchObject([
    { policy: weighed.evaluation.policyVersion, pointed: 1, approved_against: 0, lined: 1, off_line: 0 },
  ]);
  queries.close();
});
