import { App } from 'aws-cdk-lib';
import { InvalidInput } from '../functions/domain/errors.ts';
import { bundledCode } from './code.ts';
import { contextNames, readSettings } from './settings.ts';
import { goodwill } from './stacks/goodwill.ts';

const app = new App();
try {
  const context = Object.fromEntries(contextNames.map((name) => [name, app.node.tryGetContext(name)]));
  const settings = readSettings(context);
  goodwill(app, settings, bundledCode(settings.policy));
} catch (error) {
  if (!(error instanceof InvalidInput)) throw error;
  console.error(error.message);
  process.exit(1);
}
