import { cpus } from 'node:os';
import { reportScans } from '../scanners/report.ts';
import { benchBundles } from './bundles.ts';
import { benchEvaluations } from './evaluations.ts';
import { benchHostile } from './hostile.ts';
import { benchIntake, benchSteps } from './intake.ts';
import { benchPrecedents } from './precedents.ts';
import { benchTransitions } from './transitions.ts';

console.log(`node ${process.version}, ${cpus().length} x ${cpus()[0]?.model.trim()}`);
await benchIntake();
await benchSteps();
benchHostile();
benchBundles();
await benchEvaluations();
await benchPrecedents();
await benchTransitions();
await reportScans(1_000, 1);
process.exit(0);
