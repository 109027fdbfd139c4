import { cpus } from 'node:os';
import { benchBundles } from './bundles.ts';
import { benchEvaluations } from './evaluations.ts';
import { benchIntake } from './intake.ts';
import { benchPrecedents } from './precedents.ts';
import { benchTransitions } from './transitions.ts';

console.log(`node ${process.version}, ${cpus().length} x ${cpus()[0]?.model.trim()}`);
await benchIntake();
benchBundles();
await benchEvaluations();
await benchPrecedents();
await benchTransitions();
process.exit(0);
