import { parseMail } from '../adapters/parse-mail.ts';
import { basics, once, rawMails, records } from '../runtime/services.ts';
import { forEachStoredObject } from '../runtime/stored-objects.ts';
import { quarantineBroken } from './quarantine.ts';

/** Only the From and Subject headers are read here, which needs no thread with bounds. */
const parser = { parse: parseMail };
const services = once(async () => ({ ...basics(), ...records(), ...rawMails(), parser }));

/** Reads the intake queue's dead letters. */
export const handler = forEachStoredObject(async (rawKey) => quarantineBroken(await services(), rawKey));
