import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hoursAfter } from '../../../functions/domain/time.ts';
import { openClock } from '../../../infra/local/clock.ts';

const START = Date.UTC(2026, 10, 2, 10);
const SECOND = 1000;

describe('the clock of a folder', () => {
  let folder: string;
  let real: number;
  const open = (scale: number) => openClock(folder, scale, () => real);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'goodwill-'));
    real = START;
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is real time at scale 1', async () => {
    const clock = await open(1);
    real += 90 * SECOND;
    expect(clock.now()).toBe(new Date(real).toISOString());
    expect(clock.secondsUntil(hoursAfter(clock.now(), 1))).toBe(3600);
  });

  it('runs faster at a greater scale, and waits are as much shorter', async () => {
    const clock = await open(3600);
    real += 2 * SECOND;
    expect(clock.now()).toBe('2026-11-02T12:00:00.000Z');
    expect(clock.secondsUntil(hoursAfter(clock.now(), 24))).toBe(24);
  });

  it('waits at least a second, also for what is past, and never less than the rest of a wait', async () => {
    const clock = await open(86_400);
    expect(clock.secondsUntil(hoursAfter(clock.now(), -5))).toBe(1);
    expect(clock.secondsUntil(hoursAfter(clock.now(), 25))).toBe(2);
  });

  it('goes on where it would be after a restart', async () => {
    await open(3600);
    real += 10 * SECOND;
    expect((await open(3600)).now()).toBe('2026-11-02T20:00:00.000Z');
  });

  it('never runs backwards when the scale changes', async () => {
    const fast = await open(86_400);
    real += 10 * SECOND;
    const before = fast.now();
    const slow = await open(1);
    expect(slow.now()).toBe(before);
    real += SECOND;
    expect(Date.parse(slow.now()) - Date.parse(before)).toBe(SECOND);
  });
});
