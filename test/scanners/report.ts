import { ourSettlingTarget, ourTarget } from './ours.ts';
import { scan } from './sessions.ts';
import { tutorialTarget } from './tutorial.ts';

/** Lets scanners loose on the pages and on the baseline, and prints what came of it. Returns whether a page of ours recorded anything. */
export async function reportScans(sessions: number, seed: number): Promise<boolean> {
  let isRecorded = false;
  for (const open of [ourTarget, ourSettlingTarget, async () => tutorialTarget()]) {
    const target = await open();
    const started = performance.now();
    const { requests, decided } = await scan(target, sessions, seed);
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    const changed = Object.values(decided).reduce((sum, one) => sum + one, 0);
    console.log(
      `${target.name}: ${sessions} sessions, ${requests} requests in ${seconds} s; decided in ${changed} of them`,
    );
    for (const [behaviour, times] of Object.entries(decided)) console.log(`  ${times} x ${behaviour}`);
    if (target.name !== tutorialTarget().name && changed > 0) isRecorded = true;
    await target.close();
  }
  return isRecorded;
}
