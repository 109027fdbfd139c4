import { expect, it } from 'vitest';
import { createPseudonyms } from '../../../functions/export/pseudonym.ts';
import { starOf } from '../../../functions/export/star.ts';
import { askAll } from '../../../functions/report/questions.ts';
import { HEAD, OPENED } from '../../support/sample-cases.ts';
import { declined, inFull, policy, type Story, told } from '../../support/settling.ts';
import { openYear } from '../../support/year/queries.ts';

async function november({ found }: Story) {
  const star = starOf(found, createPseudonyms('a-key-of-at-least-thirty-two-characters'));
  const queries = await openYear([{ day: OPENED.slice(0, 10), ...star }]);
  const { volumes, waits } = await askAll(queries, '2026-11', policy);
  queries.close();
  return { volumes, waits };
}

it('a month that is over is told as it was, whatever is decided again later, and how late', async () => {
  const first = told(declined);
  const before = await november(first);
  const again = first
    .objects('decision', '2026-11-20T10:00:00.000Z')
    .weighed('2026-11-20T10:01:00.000Z')
    .when({ type: 'pass-deadline', at: '2026-12-01T10:00:00.000Z', round: 2, policy })
    .decided(inFull, '2026-12-02T10:00:00.000Z', HEAD);
  expect(again.found.history.map(({ type }) => type)).toContain('promise-broken');
  expect(again.found.status).toBe('decided');
  expect(before).toEqual({
    volumes: [{ opened: '2026-11', decided: '2026-11', outcome: 'declined', withdrawn: null, cases: 1 }],
    waits: [{ month: '2026-11', hours: 20, cases: 1, missed: 0 }],
  });
  expect(await november(again)).toEqual(before);
});
