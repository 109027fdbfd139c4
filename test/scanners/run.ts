import { reportScans } from './report.ts';

/** `npm run scanners -- [sessions] [seed]`: fails where a scanner got anything recorded. */
const [sessions = 10_000, seed = 1] = process.argv.slice(2).map(Number);
process.exit((await reportScans(sessions, seed)) ? 1 : 0);
