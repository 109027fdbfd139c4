import { describe, expect, test } from 'vitest';
import { behaviours, choosing } from '../scanners/behaviours.ts';
import { ourSettlingTarget, ourTarget } from '../scanners/ours.ts';
import { scan } from '../scanners/sessions.ts';
import type { Target } from '../scanners/target.ts';
import { tutorialTarget } from '../scanners/tutorial.ts';

/** A few sessions of each kind; `npm run scanners` lets ten thousand loose. */
const WAYS = Object.keys(behaviours).length;
const SESSIONS = 3 * WAYS;

describe('programs that look at a link before a person does', () => {
  test('decide nothing and record nothing on our pages', async () => {
    const target = await ourTarget();
    const { requests, decided } = await scan(target, SESSIONS);
    await target.close();
    expect(decided).toEqual({});
    expect(requests).toBeGreaterThan(SESSIONS);
  });

  test('decide nothing either where nothing is typed, as long as they choose nothing: a shortcut does not', async () => {
    const target = await ourTarget(1_000);
    const pressed: Target = {
      ...target,
      next: async (session) => {
        const prey = await target.next(session);
        return { ...prey, links: prey.links.filter((link) => /choice=(approved|alternative)/.test(link)) };
      },
    };
    const { decided } = await scan(pressed, SESSIONS, 1, choosing);
    await target.close();
    expect(decided).toEqual({});
  });

  test.each([
    ['pays', 0],
    ['chooses an offer', 1],
    ['objects', 2],
    ['says how it went', 3],
  ] as const)('record nothing on the page on which somebody %s', async (_, page) => {
    const target = await ourSettlingTarget();
    const before = await target.next(page);
    const { requests, decided } = await scan({ ...target, next: () => target.next(page) }, WAYS);
    expect(decided).toEqual({});
    expect(requests).toBeGreaterThan(WAYS);
    expect(await target.next(page)).toBe(before);
    await target.close();
  });

  test('decide where opening a link decides, so that the suite can fail', async () => {
    const { decided } = await scan(tutorialTarget(), SESSIONS);
    expect(decided['opens every link']).toBe(3);
    expect(Object.keys(decided).length).toBeGreaterThan(10);
  });
});
