import { basics, once, records } from '../runtime/services.ts';
import { forEachStoredObject } from '../runtime/stored-objects.ts';
import { brokenMail, quarantine } from './quarantine.ts';

const services = once(async () => ({ ...basics(), ...records() }));

/** Reads the intake queue's dead letters. */
export const handler = forEachStoredObject(async (rawKey) =>
  quarantine(await services(), rawKey, brokenMail),
);
