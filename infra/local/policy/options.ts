import { parseArgs } from 'node:util';
import { InvalidInput } from '../../../functions/domain/errors.ts';
import { type Ask, askWhere } from './ask.ts';

/** What a command about published policies was told. */
export interface Told {
  ask: Ask;
  /** Files, numbers or names of policies. */
  which: string[];
  /** Who publishes, where it is not whoever is at this machine. */
  by?: string | undefined;
  /** The number of the policy that was looked at before publishing. */
  replaces?: number | undefined;
}

/** Reads what stands after a command. Throws InvalidInput with its usage. */
export function readOptions(args: string[], usage: string): Told {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { function: { type: 'string' }, by: { type: 'string' }, replaces: { type: 'string' } },
    });
    const { function: functionName, by, replaces } = values;
    if (replaces !== undefined && !/^\d+$/.test(replaces))
      throw new Error(`--replaces ${replaces}: the number of a policy, as "history" lists it`);
    const number = replaces === undefined ? undefined : Number(replaces);
    return { ask: askWhere(functionName), which: positionals, by, replaces: number };
  } catch (error) {
    if (error instanceof InvalidInput) throw error;
    throw new InvalidInput(`${error instanceof Error ? error.message : error}\n${usage}`, { cause: error });
  }
}
