/** How long one side is run before the other has its turn (ms): long against the timer, short against what else the machine does. */
const SLICE_MS = 150;
const SLICES = 8;

export interface Side {
  name: string;
  run(): Promise<unknown>;
}

/** Runs the sides by turns in this process, so that whatever slows the machine slows all of them. Returns runs per second, each the median of its slices. */
export async function sideBySide(sides: readonly Side[]): Promise<Map<string, number>> {
  const rates = new Map<string, number[]>(sides.map(({ name }) => [name, []]));
  for (const { run } of sides) await slice(run);
  for (let round = 0; round < SLICES; round++) {
    for (const { name, run } of sides) rates.get(name)?.push(await slice(run));
  }
  return new Map([...rates].map(([name, measured]) => [name, median(measured)]));
}

async function slice(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  let runs = 0;
  let passed = 0;
  while (passed < SLICE_MS) {
    await run();
    runs++;
    passed = performance.now() - start;
  }
  return (runs * 1000) / passed;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Prints a table in Markdown, so that a run can be pasted as it is. */
export function printTable(title: string, rows: ReadonlyArray<Record<string, string | number>>): void {
  const columns = Object.keys(rows[0] ?? {});
  console.log(`\n## ${title}\n\n| ${columns.join(' | ')} |\n|${columns.map(() => '---').join('|')}|`);
  for (const row of rows) console.log(`| ${columns.map((column) => row[column]).join(' | ')} |`);
}
