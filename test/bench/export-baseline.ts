import { DuckDBInstance } from '@duckdb/node-api';

/** What is printed: the time on all threads, and the time on one with what it took of a processor (ms). */
export interface Copied {
  all: number;
  one: number;
  cpuMs: number;
}

/** Writes the rows of a Parquet file once more, by DuckDB alone, from its own table in memory; on one thread, as we do, and on all. */
const [, , from = '', to = ''] = process.argv;
const connection = await (await DuckDBInstance.create()).connect();
await connection.run(`CREATE TABLE written AS FROM '${from}'`);
const copy = async () => {
  const start = performance.now();
  await connection.run(`COPY written TO '${to}' (FORMAT parquet, COMPRESSION zstd)`);
  return performance.now() - start;
};
const all = await copy();
await connection.run('SET threads = 1');
const cpu = process.cpuUsage();
const one = await copy();
const { user, system } = process.cpuUsage(cpu);
const copied: Copied = { all, one, cpuMs: (user + system) / 1_000 };
console.log(JSON.stringify(copied));
