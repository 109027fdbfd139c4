import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { InvalidInput } from '../../functions/domain/errors.ts';
import { Language, languages } from '../../functions/domain/language.ts';
import { type TableName, tables } from '../../functions/export/tables/index.ts';
import { copyExport } from './copy-export.ts';
import { writeWhole } from './files.ts';
import { tellMistake } from './mistake.ts';
import { readSettings } from './settings.ts';

const usage =
  'npm run export [-- folder], or with --csv for spreadsheets: --csv [--bom] [--language pt-BR] [--table cases] [folder]';
const names = Object.keys(tables) as TableName[];
const Table = z.enum(names);
const Place = z.object({ folder: z.string() });
const Answer = z.object({ folder: z.string(), days: z.number(), files: z.number() });

/** Asks the running desk: the table is open in one process at a time. */
async function ask(url: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(url, init).catch((error: unknown) => {
    throw new InvalidInput(
      `Nothing answers at ${new URL(url).origin}. Start Goodwill with "npm start", or set WEB_PORT to its port`,
      { cause: error },
    );
  });
  if (response.ok) return response;
  throw new InvalidInput(`${url} answered ${response.status}; is it Goodwill?`);
}

/** The partitions, where the running Goodwill keeps them, and copied from there where another folder is named. */
async function partitions(url: string, folder: string | undefined): Promise<void> {
  const headers = { 'Content-Type': 'application/json' };
  const answer = await ask(`${url}/export`, { method: 'POST', headers, body: '{}' });
  const written = Answer.parse(await answer.json());
  if (folder !== undefined && resolve(folder) !== resolve(written.folder))
    await copyExport(written.folder, resolve(folder));
  const all = written.days * names.length;
  console.log(
    `${folder ?? written.folder}: ${all} files, of which ${written.files} are new or have changed.`,
  );
}

/** Where the running Goodwill keeps its export: the demonstration has a folder of its own. */
async function ownFolder(url: string): Promise<string> {
  return Place.parse(await (await ask(`${url}/export/folder`)).json()).folder;
}

async function csv(url: string, folder: string, { table, bom, language }: Asked): Promise<void> {
  const form = new URLSearchParams({ ...(bom && { bom: '1' }), ...(language && { language }) });
  for (const name of table ? [table] : names) {
    const file = join(folder, `${name}.csv`);
    const answer = await ask(`${url}/export/${name}.csv?${form}`);
    await writeWhole(file, await answer.bytes());
    console.log(file);
  }
}

interface Asked {
  folder: string | undefined;
  csv: boolean;
  bom: boolean;
  language: Language | undefined;
  table: TableName | undefined;
}

function readArguments(): Asked {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        csv: { type: 'boolean', default: false },
        bom: { type: 'boolean', default: false },
        language: { type: 'string' },
        table: { type: 'string' },
      },
    });
    const [folder, ...more] = positionals;
    const table = Table.optional().safeParse(values.table);
    if (!table.success) throw new Error(`--table is one of ${names.join(', ')}`);
    if (more.length > 0) throw new Error('there is one folder');
    const language = Language.optional().safeParse(values.language);
    if (!language.success) throw new Error(`--language is one of ${languages.join(', ')}`);
    if (!values.csv && (values.bom || values.language || values.table))
      throw new Error('--bom, --language and --table go with --csv');
    return { folder, csv: values.csv, bom: values.bom, language: language.data, table: table.data };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new InvalidInput(`What is to be exported? ${why}. It is ${usage}`, { cause: error });
  }
}

try {
  const asked = readArguments();
  const { webPort } = readSettings(process.env);
  const url = `http://localhost:${webPort}`;
  if (asked.csv) await csv(url, resolve(asked.folder ?? (await ownFolder(url))), asked);
  else await partitions(url, asked.folder);
} catch (error) {
  tellMistake(error);
}
