import { join, resolve } from 'node:path';
import { GoodwillError, InvalidInput } from '../../../functions/domain/errors.ts';
import { readSettings } from '../../../infra/local/settings.ts';
import { makePlace } from './place.ts';
import { writeDays } from './write.ts';
import { daysOf } from './year.ts';

/** `npm run made-up-year [-- folder]`: writes the year of docs/analysts.md to try queries on, in the place of one that is there. */
try {
  const [named, ...more] = process.argv.slice(2);
  if (more.length > 0 || named?.startsWith('-'))
    throw new InvalidInput('Where to? It is npm run made-up-year [-- folder]');
  const own = join(readSettings(process.env).dataDir, 'made-up-year');
  const folder = named ?? own;
  makePlace(folder, { isOwn: resolve(folder) === resolve(own) });
  writeDays(folder, daysOf());
  console.log(`${folder}: a made-up year of 20,000 cases. Ask it: npm run analyze -- --folder ${folder}`);
} catch (error) {
  if (!(error instanceof GoodwillError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
