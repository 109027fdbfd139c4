import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { MAX_WAIT_DAYS } from '../../functions/domain/time.ts';
import { FEEDBACK_DAYS, LATE_DAYS } from '../../functions/domain/lifetimes.ts';

const runbook = readFileSync('docs/runbook.md', 'utf8').replace(/\s+/g, ' ');

it('the runbook keeps an old link key for as long as the longest-lived link it can have signed', () => {
  const longest = Math.max(MAX_WAIT_DAYS + LATE_DAYS, FEEDBACK_DAYS);
  expect(runbook).toContain(`Leave the old link key out ${longest} days after that`);
});
