import { basics, once, rawMails, records } from '../runtime/services.ts';
import { forEachStoredObject } from '../runtime/stored-objects.ts';
import { importObject } from './import-object.ts';

const services = once(async () => ({ ...basics(), ...records(), ...rawMails() }));

/** Imports each orders file that arrived under `orders/`. */
export const handler = forEachStoredObject(async (key, arrivedAt) =>
  importObject(await services(), key, arrivedAt),
);
