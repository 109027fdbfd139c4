import { warnOfOtherTexts } from '../runtime/other-texts.ts';
import { basics, deployedPolicy, once, records, withPolicy } from '../runtime/services.ts';
import { stepHandler } from '../runtime/step.ts';
import { evaluateCase } from './evaluate-case.ts';

const services = withPolicy(async () => ({ ...basics(), ...records() }));
const warned = once(async () => warnOfOtherTexts(await services(), deployedPolicy().compiled));

export const handler = stepHandler(evaluateCase, async () => {
  await warned();
  return services();
});
