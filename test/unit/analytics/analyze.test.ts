import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { InvalidInput, QueryFailed } from '../../../functions/domain/errors.ts';
import { readArguments } from '../../../infra/local/analytics/arguments.ts';
import { prompt } from '../../../infra/local/analytics/prompt.ts';
import { asCsv, asJson, asTable } from '../../../infra/local/analytics/show.ts';

const answered = {
  columns: ['outcome', 'cases', 'share'],
  rows: [
    { outcome: 'approved', cases: 1_200, share: 0.75 },
    { outcome: '=cmd()', cases: 7, share: 0.5 },
    { outcome: null, cases: 40, share: null },
  ],
};

describe('an answer', () => {
  it('is a table with numbers to the right, each column with as many decimals', () => {
    expect(asTable(answered)).toBe(
      [
        'outcome   cases  share',
        '--------  -----  -----',
        'approved   1200   0.75',
        '=cmd()        7   0.50',
        'NULL         40   NULL',
        '(3 rows)',
      ].join('\n'),
    );
  });

  it('stands a line a column where it is wider than the terminal', () => {
    expect(asTable({ ...answered, rows: answered.rows.slice(0, 1) }, 12)).toBe(
      'outcome  approved\ncases    1200\nshare    0.75\n\n(1 row)',
    );
  });

  it('shows a hundred rows and says how to have all', () => {
    const rows = Array.from({ length: 101 }, (_, n) => ({ n }));
    const shown = asTable({ columns: ['n'], rows }).split('\n');
    expect(shown).toHaveLength(103);
    expect(shown.at(-1)).toBe('(101 rows, of which the first 100 are shown; --csv <file> has all)');
    expect(asTable({ columns: ['n'], rows: [] })).toContain('(no rows)');
    expect(asTable({ columns: ['n'], rows, isAll: false })).toContain('(more than 10000 rows, of which');
  });

  it('that is a plan is drawn as the engine draws it', () => {
    const plan = {
      columns: ['explain_key', 'explain_value'],
      rows: [{ explain_key: 'plan', explain_value: '┌─┐\n└─┘' }],
    };
    expect(asTable(plan)).toBe('┌─┐\n└─┘');
  });

  it('steers no terminal, whatever a shop calls a category', () => {
    const shown = asTable({ columns: ['category'], rows: [{ category: '\u001b[2J\u0007kitchen\r\n' }] });
    expect(shown.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });

  it('is a file that a spreadsheet opens and does not run', () => {
    expect(asCsv(answered, { bom: true })).toBe(
      '\uFEFF"outcome","cases","share"\r\n"approved",1200,0.75\r\n"\'=cmd()",7,0.5\r\n,40,\r\n',
    );
    expect(asCsv(answered, { bom: false, language: 'pt-BR' })).toBe(
      '"outcome";"cases";"share"\r\n"approved";1200;0,75\r\n"\'=cmd()";7;0,5\r\n;40;\r\n',
    );
    expect(JSON.parse(asJson(answered))).toEqual(answered.rows);
  });
});

describe('what stands behind "npm run analyze --"', () => {
  it('is a query, or the name of one, for a time', () => {
    expect(readArguments(['select 1'])).toMatchObject({ sql: 'select 1', query: undefined });
    expect(readArguments(['--query', 'months', '--since', '2026-01-01'])).toMatchObject({
      query: 'months',
      period: { since: '2026-01-01', until: '2100-01-01' },
    });
  });

  it('has the last day in its time, as the replay has: in SQL `:until` is the day after', () => {
    const { period } = readArguments(['select 1', '--since', '2026-02-01', '--until', '2026-02-28']);
    expect(period).toEqual({ since: '2026-02-01', until: '2026-03-01' });
  });

  it.each([
    [['--since', 'May'], '--since May: a day such as 2026-01-31'],
    [['--query', 'months', 'select 1'], 'a query in SQL, or --query, not both'],
    [['--csv', 'a.csv'], '--csv and --json go with a query'],
    [['select 1', '--bom'], '--bom goes with --csv <file>'],
    [['select 1', '--csv', 'a.csv', '--language', 'pt'], '--language is one of en, pt-BR'],
    [['--sinse', '2026-01-01'], '--sinse'],
  ])('%j is answered with what would be right', (args, message) => {
    expect(() => readArguments(args)).toThrow(InvalidInput);
    expect(() => readArguments(args)).toThrow(message);
    expect(() => readArguments(args)).toThrow('How to ask:');
  });
});

describe('the prompt', () => {
  async function converse(...lines: string[]): Promise<string> {
    const input = new PassThrough();
    const output = new PassThrough();
    input.end(lines.join('\n'));
    const ask = async (sql: string) => {
      if (sql.includes('outcom ')) throw new QueryFailed('Candidate bindings: "outcome"');
      return `[${sql}]`;
    };
    await prompt({ input, output, isTerminal: false, ask, askQuery: async (name) => `<${name}>` });
    output.end();
    return text(output);
  }

  it('asks what ends with a semicolon, over several lines, and the last without', async () => {
    expect(await converse('select 1', '  , 2;', '', 'select 3')).toBe('[select 1\n  , 2;]\n[select 3]\n');
  });

  it('says what is wrong and goes on', async () => {
    expect(await converse('select outcom from cases;', 'select 1;')).toBe(
      'Candidate bindings: "outcome"\n[select 1;]\n',
    );
  });

  it('tells of tables, columns and questions', async () => {
    expect(await converse('.tables')).toContain('factors');
    expect(await converse('.tables cases')).toMatch(/^refund_amount +decimal +The money granted/m);
    expect(await converse('.tables case')).toContain('There are: cases, factors, events, mails');
    expect(await converse('.queries')).toMatch(/^precedent-creep +Which exceptions/m);
    expect(await converse('.query months')).toBe('<months>\n');
    const left = await converse('.hlep', '.quit', 'select 1;');
    expect(left).toMatch(/^There is no \.hlep\.\n/);
    expect(left).not.toContain('[select 1;]');
  });
});
