import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { InvalidInput } from '../../../functions/domain/errors.ts';
import { Day } from '../../../functions/domain/time.ts';
import { readSettings } from '../settings.ts';
import { type Ask, askWhere } from './ask.ts';
import type { Days } from './exported-cases.ts';

/** What a command over the export was told. */
interface ToldReplay {
  ask: Ask;
  /** Files, numbers or names of policies. */
  which: string[];
  days: Days;
  /** The folder of the export. */
  folder: string;
  page?: string | undefined;
  json?: string | undefined;
  /** Where a drafted policy is written, and which of the drafts. */
  write?: string | undefined;
  take: number;
}

const text = { type: 'string' } as const;
const shared = { since: text, until: text, folder: text, function: text };
const own = { replay: { page: text, json: text }, draft: { write: text, take: text } };

/** Reads what stands after `replay` or `draft`. Throws InvalidInput naming what is wrong, with the usage. */
export function readReplayOptions(command: keyof typeof own, args: string[], usage: string): ToldReplay {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { ...shared, ...own[command] },
    });
    // Every option is a text; which there are depends on the command.
    const said = values as Record<string, string | undefined>;
    return {
      ask: askWhere(said['function']),
      which: positionals,
      days: { since: day('since', said['since']), until: day('until', said['until']) },
      folder: resolve(said['folder'] ?? join(readSettings(process.env).dataDir, 'export')),
      page: said['page'],
      json: said['json'],
      write: said['write'],
      take: whole('take', said['take'] ?? '1'),
    };
  } catch (error) {
    if (error instanceof InvalidInput) throw error;
    throw new InvalidInput(`${error instanceof Error ? error.message : error}\n${usage}`, { cause: error });
  }
}

function day(option: string, said: string | undefined): string | undefined {
  if (said === undefined || Day.safeParse(said).success) return said;
  throw new Error(`--${option} ${said}: a day such as 2026-11-02`);
}

function whole(option: string, said: string): number {
  if (/^[1-9]\d{0,2}$/.test(said)) return Number(said);
  throw new Error(`--${option} ${said}: the number of a draft, from 1`);
}
