import { cpus } from 'node:os';
import { benchBundles } from './bundles.ts';
import { benchHostile } from './hostile.ts';
import { benchIntake, benchSteps } from './intake.ts';
import { benchTransitions } from './transitions.ts';

console.log(`node ${process.version}, ${cpus().length} x ${cpus()[0]?.model.trim()}`);
await benchIntake();
await benchSteps();
benchHostile();
benchBundles();
await benchTransitions();
process.exit(0);
