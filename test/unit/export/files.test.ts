import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csvHeader, csvLines } from '../../../functions/export/csv.ts';
import { parquetFile, toParquet } from '../../../functions/export/parquet.ts';
import { createPseudonyms } from '../../../functions/export/pseudonym.ts';
import { starOf } from '../../../functions/export/star.ts';
import type { Cell, Column, ColumnType, Row, Table } from '../../../functions/export/tables/column.ts';
import { type TableName, tables } from '../../../functions/export/tables/index.ts';
import { SCHEMA_VERSION } from '../../../functions/export/tables/version.ts';
import { columnTables } from '../../support/column-table.ts';
import { everyEvent, plainWords } from '../../support/every-event.ts';
import { samples } from '../../support/sample-cases.ts';
import { waiting } from '../../support/settling.ts';
import { trinoMistakes } from '../analytics/trino.ts';

const names = Object.keys(tables) as TableName[];
const pseudonyms = createPseudonyms('a-key-of-at-least-thirty-two-characters');
const found = [
  ...everyEvent(plainWords()),
  ...(Object.keys(samples) as (keyof typeof samples)[]).map((sample) => waiting(sample).found),
];
const rowsOf = (name: TableName): Row[] => found.flatMap((one) => starOf(one, pseudonyms)[name] as Row[]);

const duckTypes: Record<ColumnType, string> = {
  text: 'VARCHAR',
  boolean: 'BOOLEAN',
  integer: 'INTEGER',
  number: 'DOUBLE',
  decimal: 'DECIMAL(18,3)',
  instant: 'TIMESTAMP WITH TIME ZONE',
};

let folder: string;
let db: DuckDBConnection;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'goodwill-export-'));
  db = await (await DuckDBInstance.create()).connect();
});
afterAll(() => {
  db.closeSync();
  rmSync(folder, { recursive: true });
});

const query = async (sql: string) => (await db.runAndReadAll(sql)).getRowObjectsJson();
function written(name: string, content: Uint8Array | string): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return `'${file}'`;
}

/** The rows as DuckDB reads them, in the forms they were written in. */
async function readByDuckDb({ columns }: Table, file: string): Promise<Row[]> {
  const select = columns.map(({ name, type }) => {
    if (type === 'decimal') return `("${name}" * 1000)::BIGINT::VARCHAR AS "${name}"`;
    return type === 'instant' ? `epoch_ms("${name}")::VARCHAR AS "${name}"` : `"${name}"`;
  });
  const rows = await query(`SELECT ${select} FROM ${file}`);
  return rows.map((row) => mapRow(columns, row as Record<string, string | null>, fromDuckDb));
}

function fromDuckDb(type: ColumnType, value: string | null): Cell {
  if (value === null) return null;
  if (type === 'decimal') return BigInt(value);
  return type === 'instant' ? new Date(Number(value)).toISOString() : value;
}

async function readByHyparquet({ columns }: Table, bytes: Uint8Array): Promise<Row[]> {
  const file = new Uint8Array(bytes).buffer;
  const compressors = { ZSTD: (input: Uint8Array) => new Uint8Array(zstdDecompressSync(input)) };
  const rows = await parquetReadObjects({ file, compressors, parsers: {} });
  return rows.map((row) =>
    mapRow(columns, row, (type, value) => {
      if (value === null || value === undefined) return null;
      if (type === 'decimal') return BigInt(Math.round(Number(value) * 1000));
      return value instanceof Date ? value.toISOString() : (value as Cell);
    }),
  );
}

function mapRow<T>(
  columns: readonly Column[],
  row: Record<string, T>,
  cell: (type: ColumnType, value: T) => Cell,
): Row {
  return Object.fromEntries(columns.map(({ name, type }) => [name, cell(type, row[name] as T)]));
}

describe.each(names)('the file of %s', (name) => {
  const table: Table = tables[name];

  test('is read back by DuckDB and by hyparquet as the rows it was made of', async () => {
    const rows = rowsOf(name);
    const bytes = toParquet(table, rows);
    expect(rows.length).toBeGreaterThan(5);
    expect(await readByDuckDb(table, written(`${name}.parquet`, bytes))).toEqual(rows);
    expect(await readByHyparquet(table, bytes)).toEqual(rows);
  });

  test('has the columns and types of the table, and says its version', async () => {
    const file = written(`${name}.parquet`, toParquet(table, []));
    const described = (await query(`DESCRIBE FROM ${file}`)).map((row) => [
      row['column_name'],
      row['column_type'],
    ]);
    expect(described).toEqual(table.columns.map((column) => [column.name, duckTypes[column.type]]));
    const said = await query(
      `SELECT key::VARCHAR k, value::VARCHAR v FROM parquet_kv_metadata(${file}) ORDER BY 1`,
    );
    expect(said).toEqual([
      { k: 'goodwill.schema_version', v: String(SCHEMA_VERSION) },
      { k: 'goodwill.table', v: name },
    ]);
  });

  test('is CSV with the same rows, which DuckDB reads as the same types', async () => {
    const rows = rowsOf(name);
    const file = written(`${name}.csv`, csvHeader(table) + csvLines(table, rows));
    const columns = table.columns.map((column) => `'${column.name}': '${duckTypes[column.type]}'`);
    expect(await readByDuckDb(table, `read_csv(${file}, columns = {${columns}})`)).toEqual(rows);
  });
});

const cells: Record<ColumnType, fc.Arbitrary<Cell>> = {
  text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  boolean: fc.boolean(),
  integer: fc.integer(),
  number: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  // What a DECIMAL(18,3) holds and a float64 shows exactly: hyparquet reads decimals as numbers.
  decimal: fc.bigInt({ min: -(2n ** 48n), max: 2n ** 48n }),
  instant: fc
    .date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true })
    .map((at) => at.toISOString()),
};
const anyRow = fc.record(
  Object.fromEntries(
    tables.cases.columns.map(({ name, type, nullable }) => [
      name,
      nullable ? fc.option(cells[type], { freq: 3 }) : cells[type],
    ]),
  ),
) as fc.Arbitrary<Row>;

test('whatever rows there are come back as they are', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyRow, { maxLength: 12 }), async (rows) => {
      const bytes = toParquet(tables.cases, rows);
      expect(await readByDuckDb(tables.cases, written('any.parquet', bytes))).toEqual(rows);
      expect(await readByHyparquet(tables.cases, bytes)).toEqual(rows);
    }),
    { numRuns: 15, endOnFailure: true },
  );
});

test('a file of several groups of rows is written a group at a time, and is one table', async () => {
  const [row] = rowsOf('factors');
  if (!row) throw new Error('there are factors');
  const parts: Uint8Array[] = [];
  const file = parquetFile(tables.factors, (bytes) => parts.push(bytes.slice()));
  for (let position = 1; position <= 45_000; position++) file.add({ ...row, position });
  const before = parts.length;
  file.finish();
  const bytes = new Uint8Array(Buffer.concat(parts));
  expect(before).toBeGreaterThan(1);
  expect(parquetMetadata(bytes.buffer).row_groups).toHaveLength(3);
  expect(
    await query(`SELECT count(*)::INT n, max(position) m FROM ${written('many.parquet', bytes)}`),
  ).toEqual([{ n: 45_000, m: 45_000 }]);
});

test('the same rows are the same bytes', () => {
  for (const name of names)
    expect(toParquet(tables[name], rowsOf(name))).toEqual(toParquet(tables[name], rowsOf(name)));
});

describe('CSV', () => {
  const formulas = [
    '=HYPERLINK("https://evil.example","a"),\r\nkitchen',
    '+1',
    '-1',
    '@x',
    '\tx',
    '\rx',
    '＝1',
  ];
  const lineOf = (factor: string) =>
    csvLines(tables.factors, [{ ...rowsOf('factors')[0], factor, weight: -1.5 } as Row]);

  test('is as RFC 4180 has it', () => {
    expect(csvHeader(tables.factors)).toBe(
      '"case_id","position","factor","weight","policy_version","schema_version"\r\n',
    );
    expect(lineOf('a "quoted"\nline')).toContain(',"a ""quoted""\nline",-1.5,');
    expect(lineOf('x').endsWith('\r\n')).toBe(true);
  });

  test.each(formulas)('starts no formula in a spreadsheet: %j', (formula) => {
    expect(lineOf(formula)).toContain(`,"'${formula.replaceAll('"', '""')}",-1.5,`);
  });

  test.each([
    [79_990n, '79.99', '79,99'],
    [1_234_500n, '1234.5', '1234,5'],
    [79_000n, '79', '79'],
    [0n, '0', '0'],
    [-5n, '-0.005', '-0,005'],
    [-500n, '-0.5', '-0,5'],
    [-12_000n, '-12', '-12'],
  ])(
    'has an amount with the decimals it has, as who reads it writes them: %d thousandths',
    (amount, en, pt) => {
      const { columns } = tables.cases;
      const table = {
        ...tables.cases,
        columns: columns.filter(({ name }) => name === 'amount' || name === 'score'),
      };
      const rows = [{ amount, score: -1.5 }];
      expect(csvLines(table, rows)).toBe(`${en},-1.5\r\n`);
      expect(csvLines(table, rows, { language: 'pt-BR' })).toBe(`${pt};-1,5\r\n`);
      expect(csvHeader(table, { language: 'pt-BR' })).toBe('"amount";"score"\r\n');
    },
  );

  test('begins with a byte order mark where a spreadsheet needs one', () => {
    expect(new TextEncoder().encode(csvHeader(tables.cases, { bom: true })).slice(0, 3)).toEqual(
      new Uint8Array([0xef, 0xbb, 0xbf]),
    );
    expect(csvHeader(tables.cases)).not.toContain('\uFEFF');
  });
});

describe('the documentation', () => {
  const text = readFileSync('docs/exports.md', 'utf8');

  test('has the columns as they are', () => {
    expect(text).toContain(columnTables());
  });

  test('has queries that Athena can read', () => {
    const blocks = [...text.matchAll(/```sql\n(.*?)```/gs)].map(([, sql = '']) => sql);
    // The other is a statement of Hive's, which Athena takes as well.
    const queries = blocks.filter((sql) => !sql.startsWith('CREATE EXTERNAL'));
    expect(queries).toHaveLength(2);
    expect(queries.flatMap(trinoMistakes)).toEqual([]);
  });
});
