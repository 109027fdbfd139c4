import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '../../../infra/local/settings.ts';
import { writeDays } from './write.ts';
import { daysOf } from './year.ts';

/** `npm run made-up-year`: writes the year of docs/analysts.md to try queries on, in the place of one that is there. */
const folder = join(readSettings(process.env).dataDir, 'made-up-year');
rmSync(folder, { recursive: true, force: true });
writeDays(folder, daysOf());
console.log(`${folder}: a made-up year of 20,000 cases. Ask it: npm run analyze -- --folder ${folder}`);
