/** How long one side is run before the other has its turn (ms): long against the timer, short against what else the machine does. */
const SLICE_MS = 100;
const SLICES = 11;
/** The share of slices that may be slower than the one that counts: what else runs on the machine only ever slows. */
const COUNTED = 0.8;

export interface Side {
  name: string;
  run(): Promise<unknown>;
}

/**
 * Runs the sides by turns in this process, `inFlight` runs at a time, so that whatever slows the machine slows all of them.
 * Returns runs per second.
 */
export async function sideBySide(sides: readonly Side[], inFlight = 1): Promise<Map<string, number>> {
  const rates = new Map<string, number[]>(sides.map(({ name }) => [name, []]));
  for (const { run } of sides) await slice(run, inFlight);
  for (let round = 0; round < SLICES; round++) {
    for (const { name, run } of sides) rates.get(name)?.push(await slice(run, inFlight));
  }
  return new Map([...rates].map(([name, measured]) => [name, quantile(measured, COUNTED)]));
}

async function slice(run: () => Promise<unknown>, inFlight: number): Promise<number> {
  const start = performance.now();
  let runs = 0;
  const oneAfterTheOther = async () => {
    for (; performance.now() - start < SLICE_MS; runs++) await run();
  };
  await Promise.all(Array.from({ length: inFlight }, oneAfterTheOther));
  return (runs * 1000) / (performance.now() - start);
}

export const median = (values: readonly number[]) => quantile(values, 0.5);

/** The value that this share of the values is at most. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Prints a table in Markdown, so that a run can be pasted as it is. */
export function printTable(title: string, rows: ReadonlyArray<Record<string, string | number>>): void {
  const columns = Object.keys(rows[0] ?? {});
  console.log(`\n## ${title}\n\n| ${columns.join(' | ')} |\n|${columns.map(() => '---').join('|')}|`);
  for (const row of rows) console.log(`| ${columns.map((column) => row[column]).join(' | ')} |`);
}
