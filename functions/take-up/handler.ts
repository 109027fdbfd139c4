import { basics, flow, records, withPolicy } from '../runtime/services.ts';
import { takeUp } from './take-up.ts';

const services = withPolicy(() => ({ ...basics(), ...records(), ...flow() }));

/** Called again and again by a schedule. */
export const handler = async () => takeUp(await services());
