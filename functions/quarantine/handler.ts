import { basics, once, records } from '../runtime/services.ts';
import { forEachStoredObject } from '../runtime/stored-objects.ts';
import { quarantine } from './quarantine.ts';

const services = once(async () => ({ ...basics(), ...records() }));

/** Reads the intake queue's dead letters: mails that broke intake every time it was tried. */
export const handler = forEachStoredObject(async (rawKey) =>
  quarantine(
    await services(),
    rawKey,
    'broken: reading this mail failed every time it was tried; the log says why',
  ),
);
