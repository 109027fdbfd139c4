import {
  basics,
  flow,
  mailer,
  once,
  parser,
  policy,
  rawMails,
  records,
  replies,
} from '../runtime/services.ts';
import { forEachStoredObject } from '../runtime/stored-objects.ts';
import { intake } from './intake.ts';

const services = once(async () => {
  const rules = policy();
  return {
    ...basics(),
    ...records(),
    ...rules,
    ...(await replies(rules)),
    ...rawMails(),
    ...flow(),
    ...mailer(),
    ...parser(),
  };
});

export const handler = forEachStoredObject(async (rawKey) => intake(await services(), { rawKey }));
