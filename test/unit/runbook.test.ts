import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  FEEDBACK_DAYS,
  LATE_DAYS,
  LINK_KEY_DAYS,
  LINK_ROTATION_DAYS,
  REPLY_ROTATION_DAYS,
} from '../../functions/domain/lifetimes.ts';
import { MAX_WAIT_DAYS } from '../../functions/domain/time.ts';

const words = (file: string) => readFileSync(file, 'utf8').replace(/\s+/g, ' ');
const runbook = words('docs/runbook.md');

it('an earlier link key is kept for longer than the longest-lived link it can have signed, and the runbook says so', () => {
  expect(LINK_KEY_DAYS).toBeGreaterThan(MAX_WAIT_DAYS + LATE_DAYS);
  expect(LINK_KEY_DAYS).toBeGreaterThan(FEEDBACK_DAYS);
  expect(runbook).toContain(
    `left out by a rotation once it is ${LINK_KEY_DAYS} days that its successor signs`,
  );
  expect(runbook).toContain(`most ${MAX_WAIT_DAYS} days, and ${LATE_DAYS} days longer`);
  expect(runbook).toContain(`a feedback link lives ${FEEDBACK_DAYS} days`);
});

it('keys are rotated as often as the runbook and the decision about it say', () => {
  expect(runbook).toContain(`changes every ${LINK_ROTATION_DAYS} and every ${REPLY_ROTATION_DAYS} days`);
  const decided = words('docs/adr/0009-keys-are-believed-before-they-sign.md');
  expect(decided).toContain(`| links | every ${LINK_ROTATION_DAYS} days | ${LINK_KEY_DAYS} days`);
  expect(decided).toContain(`| reply addresses | every ${REPLY_ROTATION_DAYS} days |`);
});
