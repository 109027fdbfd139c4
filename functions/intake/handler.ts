import { attachments, flow, once, parser, rawMails, sending } from '../runtime/services.ts';
import { forEachStoredObject } from '../runtime/stored-objects.ts';
import { intake } from './intake.ts';

const services = once(async () => ({
  ...(await sending()),
  ...rawMails(),
  ...attachments(),
  ...flow(),
  ...parser(),
}));

export const handler = forEachStoredObject(async (rawKey) => intake(await services(), { rawKey }));
