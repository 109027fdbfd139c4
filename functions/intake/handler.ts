import { once, takingIn } from '../runtime/services.ts';
import { forEachStoredObject } from '../runtime/stored-objects.ts';
import { intake } from './intake.ts';

const services = once(takingIn);

export const handler = forEachStoredObject(async (rawKey) => intake(await services(), { rawKey }));
