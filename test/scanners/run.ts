import { ourTarget } from './ours.ts';
import { scan } from './sessions.ts';
import { tutorialTarget } from './tutorial.ts';

/** `npm run scanners [sessions] [seed]`: scanners let loose on the pages, and on the baseline; fails where a page of ours decided. */
const [sessions = 10_000, seed = 1] = process.argv.slice(2).map(Number);
let failed = false;
for (const open of [ourTarget, async () => tutorialTarget()]) {
  const target = await open();
  const started = performance.now();
  const { requests, decided } = await scan(target, sessions, seed);
  const changed = Object.values(decided).reduce((sum, one) => sum + one, 0);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(
    `${target.name}: ${sessions} sessions, ${requests} requests in ${seconds} s, ${changed} with a decision`,
  );
  for (const [behaviour, times] of Object.entries(decided)) console.log(`  ${times} x ${behaviour}`);
  if (open === ourTarget && changed > 0) failed = true;
  await target.close();
}
process.exit(failed ? 1 : 0);
