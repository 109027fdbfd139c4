import { readFile } from 'node:fs/promises';
import { InvalidInput } from '../../../functions/domain/errors.ts';
import { isCode } from '../files.ts';
import type { Ask } from './ask.ts';

/** A policy that somebody named, a file or a version that was published, whether or not it can be read as one. */
export interface Found {
  /** How messages call it: `policy 3 (2026-12-01)`, or the file. */
  title: string;
  text: string;
}

/** How far back a version is looked for by its name. */
const MOST_LISTED = 1_000;

/**
 * Finds a policy by its number (a file of that name is `./3`), as a file, or by the name that cases record. Throws InvalidInput where
 * there is none.
 */
export async function findPolicy(ask: Ask, which: string): Promise<Found> {
  if (/^\d+$/.test(which)) return published(ask, Number(which));
  const text = await readFile(which, 'utf8').catch((cause: unknown) => {
    if (isCode(cause, 'ENOENT')) return undefined;
    throw new InvalidInput(`${which} cannot be read: ${cause}`, { cause });
  });
  if (text !== undefined) return { title: which, text };
  const looksLikeFile = /[/\\]|\.ya?ml$/.test(which);
  const named = looksLikeFile
    ? undefined
    : (await ask.list(MOST_LISTED)).versions.find(({ version }) => version === which);
  if (named) return published(ask, named.number);
  throw new InvalidInput(
    `${which} is no file here${looksLikeFile ? '' : ', and no policy of that name was published'}. ` +
      'Name a file, or a version as "history" lists it',
  );
}

/** The live policy and its number. */
export async function findLive(ask: Ask): Promise<Found & { number: number }> {
  const { live } = await ask.list(1);
  return { ...(await published(ask, live)), number: live };
}

async function published(ask: Ask, number: number): Promise<Found> {
  const { version, text } = await ask.read(number);
  return { title: `policy ${number} (${version})`, text };
}
