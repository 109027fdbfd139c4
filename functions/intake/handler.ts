import { replies, takingIn, withPolicy } from '../runtime/services.ts';
import { forEachStoredObject } from '../runtime/stored-objects.ts';
import { intake } from './intake.ts';

const services = withPolicy(takingIn, replies);

export const handler = forEachStoredObject(async (rawKey) => intake(await services(), { rawKey }));
