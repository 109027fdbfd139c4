import * as z from 'zod';
import { InvalidInput } from '../domain/errors.ts';
import { Month } from '../domain/time.ts';
import {
  basics,
  exported,
  links,
  mailer,
  queries,
  records,
  reports,
  withPolicy,
} from '../runtime/services.ts';
import { lastMonth, makeReport } from './make-report.ts';

/** The schedule says nothing and means the month that is over; an operator may name another (docs/runbook.md). */
const Asked = z.object({ month: Month.optional() });

const services = withPolicy(() => ({
  ...basics(),
  ...records(),
  ...queries(),
  ...exported(),
  ...reports(),
  ...links(),
  ...mailer(),
}));

export async function handler(event: unknown) {
  const asked = Asked.safeParse(event ?? {});
  if (!asked.success) {
    throw new InvalidInput(`the month is not said right:\n${z.prettifyError(asked.error)}`, {
      cause: asked.error,
    });
  }
  const given = await services();
  return makeReport(given, asked.data.month ?? lastMonth(given));
}
