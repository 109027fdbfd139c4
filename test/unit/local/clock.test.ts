import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InvalidInput } from '../../../functions/domain/errors.ts';
import { hoursAfter } from '../../../functions/domain/time.ts';
import { openClock } from '../../../infra/local/clock.ts';

const START = Date.UTC(2026, 10, 2, 10);
const SECOND = 1000;

describe('the clock of a folder', () => {
  let folder: string;
  let real: number;
  const opened: Array<{ close(): Promise<void> }> = [];
  const open = async (scale: number) => {
    const clock = await openClock(folder, scale, () => real);
    opened.push(clock);
    return clock;
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'goodwill-'));
    real = START;
  });
  afterEach(async () => {
    for (const clock of opened.splice(0)) await clock.close();
    await rm(folder, { recursive: true });
  });

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

  it('goes on with real time while the product is stopped, at scale 1', async () => {
    await (await open(1)).close();
    real += 3600 * SECOND;
    expect((await open(1)).now()).toBe('2026-11-02T11:00:00.000Z');
  });

  it('stands still while the product is stopped, sped up', async () => {
    const clock = await open(1_000_000);
    real += SECOND;
    const before = clock.now();
    await clock.close();
    real += 3 * 24 * 3600 * SECOND;
    expect((await open(1_000_000)).now()).toBe(before);
  });

  it('stands still while the machine sleeps, sped up', async () => {
    const clock = await open(1_000_000);
    real += 12 * 3600 * SECOND;
    expect(Date.parse(clock.now()) - START).toBe(2 * SECOND * 1_000_000);
  });

  it('is not behind what was read of it when the product was killed', async () => {
    const clock = await open(86_400);
    real += 1.5 * SECOND;
    const read = clock.now();
    expect((await open(86_400)).now() >= read).toBe(true);
  });

  it('never reaches a year of five digits', async () => {
    const file = join(folder, 'clock.json');
    await writeFile(file, JSON.stringify({ real, virtual: Date.UTC(9998, 11, 31), scale: 1_000_000 }));
    const clock = await open(1_000_000);
    real += SECOND;
    expect(clock.now()).toBe('9999-01-01T00:00:00.000Z');
  });

  it('that cannot be read stops the start, naming the file', async () => {
    await writeFile(join(folder, 'clock.json'), '{"real":');
    await expect(open(1)).rejects.toThrow(InvalidInput);
    await expect(open(1)).rejects.toThrow('clock.json');
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
