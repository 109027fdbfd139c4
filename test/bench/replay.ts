import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { NamedReason } from '../../functions/domain/facts.ts';
import { loadPolicy } from '../../functions/policy/load.ts';
import { factsOfRow } from '../../functions/replay/facts-of-row.ts';
import { type Policies, replay } from '../../functions/replay/replay.ts';
import { type ReplayRow, replayColumns } from '../../functions/replay/row.ts';
import { caseFiles, exportedCases } from '../../infra/local/policy/exported-cases.ts';
import { anyFacts } from '../support/any-facts.ts';
import { changedPolicy, defaultPolicy } from '../support/policy.ts';
import { writeCases } from '../support/replay-files.ts';
import { inBatches, rowOf } from '../support/replay-rows.ts';
import { weighByHand } from './default-policy-by-hand.ts';
import { median, printTable, type Side } from './measure.ts';

/** Cases of a year, on as many days. */
const CASES = 60_000;
const DAYS = 365;
const ROUNDS = 5;

const after = loadPolicy(
  changedPolicy(['daysPastWindow <= 14', 'daysPastWindow <= 21'], ['weight: -3', 'weight: -2']),
  'changed',
);

/**
 * A year of decided cases, replayed against a plain loop that does nothing but what it cannot do without: of files, reading the same
 * columns and counting the routes they name; in memory, restoring the facts and weighing them by the policy written by hand, twice.
 */
export async function benchReplay(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'goodwill-replay-'));
  try {
    const rows = aYear();
    writeCases(folder, rows);
    const files = await caseFiles(folder, {});
    const columns = replayColumns([defaultPolicy, after]);
    const changed = policies(after);
    const same = policies(defaultPolicy);
    const sides = (read: () => AsyncIterable<readonly ReplayRow[]>, plain: (row: ReplayRow) => unknown) => [
      { name: 'loop', run: () => loop(read(), plain) },
      { name: 'changed', run: () => replay(read(), changed, () => {}) },
      { name: 'same', run: () => replay(read(), same, () => {}) },
    ];
    const measured = [
      ['in memory', await perCoreSecond(sides(() => inBatches(rows, 20_000), weighTwice))],
      [
        'from Parquet files',
        await perCoreSecond(
          sides(
            () => exportedCases(files, columns),
            ({ route }) => route,
          ),
        ),
      ],
    ] as const;
    const table = measured.map(([of, rates]) => {
      const rate = (side: string) => Math.round(rates.get(side) ?? Number.NaN);
      return {
        [`${CASES.toLocaleString('en')} cases`]: of,
        'loop/s': rate('loop'),
        'replay/s': rate('changed'),
        ratio: (rate('changed') / rate('loop')).toFixed(2),
        'at least/s': 50_000,
        'the same policy/s': rate('same'),
      };
    });
    printTable('Replaying a changed policy against a plain loop', table);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** By turns, cases in a second of one core's own time: how much of the core others had meanwhile does not count. */
async function perCoreSecond(sides: readonly Side[]): Promise<Map<string, number>> {
  const rates = new Map<string, number[]>(sides.map(({ name }) => [name, []]));
  for (const { run } of sides) await run();
  for (let round = 0; round < ROUNDS; round++) {
    for (const { name, run } of sides) {
      const start = process.cpuUsage();
      await run();
      const { user, system } = process.cpuUsage(start);
      rates.get(name)?.push((CASES * 1e6) / (user + system));
    }
  }
  return new Map([...rates].map(([name, measured]) => [name, median(measured)]));
}

function policies(changed: typeof defaultPolicy): Policies {
  return { before: defaultPolicy, after: changed, weighedBy: () => undefined };
}

async function loop(rows: AsyncIterable<readonly ReplayRow[]>, plain: (row: ReplayRow) => unknown) {
  const counts = new Map<unknown, number>();
  for await (const some of rows) {
    for (const row of some) {
      const value = plain(row);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return counts;
}

function weighTwice(row: ReplayRow): unknown {
  const one = factsOfRow(row, defaultPolicy.policy);
  const other = factsOfRow(row, after.policy);
  return one && other && weighByHand(one).route + weighByHand(other).route;
}

/** Each with an order, as most decided cases have; of one in eight nobody knows why it was asked. */
function aYear(): ReplayRow[] {
  const facts = fc.sample(anyFacts, { numRuns: CASES, seed: 7 });
  return facts.map(({ customer: { ordersOwnAddress, ...customer }, product, request, order }, index) => {
    const at = new Date(Date.UTC(2025, 10, 2, 12) + (index % DAYS) * 86_400_000).toISOString();
    const delivered = new Date(Date.parse(at) - (order.daysSinceDelivery % 150) * 86_400_000);
    const reason = NamedReason.options.find((one) => one === request.reason);
    return rowOf(`RX-${String(index).padStart(8, '0')}`, defaultPolicy, {
      at,
      request: {
        ordersOwnAddress,
        category: { source: 'order', value: product.category },
        finalSale: product.finalSale,
        deliveredOn: { source: 'order', value: delivered.toISOString().slice(0, 10) },
        reason: reason ? { source: 'mail', value: reason } : { source: 'unknown' },
      },
      background: { customer },
      decided: index % 3 === 0 ? { outcome: 'declined', refund_amount: null, refund_currency: null } : {},
    });
  });
}
