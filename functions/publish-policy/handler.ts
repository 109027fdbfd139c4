import { basics, deployedPolicy, once, records } from '../runtime/services.ts';
import { answerPolicyRequest } from './answer.ts';

const services = once(async () => ({ ...basics(), ...records(), deployed: deployedPolicy() }));

/** What an operator does with the policy of a deployment: `npm run policy` calls it with their credentials (docs/policy.md). */
export async function handler(event: unknown): Promise<object> {
  return answerPolicyRequest(await services(), event);
}
