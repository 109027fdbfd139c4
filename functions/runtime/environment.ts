import * as z from 'zod';
import { InvalidInput } from '../domain/errors.ts';

/**
 * The environment of a deployed function. The infrastructure sets these names and the runtime reads them; both from this list.
 * TABLE_NAME: records table. RAW_BUCKET: raw mails, attachments and imports. STATE_MACHINE_ARN: the flow. LINK_SECRET_ARN: keys that
 * sign links. REPLY_SECRET_ARN: keys that sign the addresses replies go to. PUBLIC_URL: address of the pages, no slash at its
 * end. POLICY_FILE: path of the policy inside the bundle, live until one is published. EXPORT_BUCKET: where exports are written. REPORT_BUCKET: the monthly
 * reports. ATHENA_WORKGROUP, ATHENA_DATABASE: where the exported tables are queried. PSEUDONYM_SECRET_ARN: key of the pseudonyms in exports. CONFIGURATION_SET: the SES configuration set mails are sent with. CLOSED_CASE_DAYS: how long cases are
 * kept once they are over. EVENT_BUS_NAME: the event bus on which refunds are asked for.
 */
export const Environment = z.object({
  TABLE_NAME: z.string().min(1),
  RAW_BUCKET: z.string().min(1),
  STATE_MACHINE_ARN: z.string().startsWith('arn:').optional(),
  LINK_SECRET_ARN: z.string().startsWith('arn:'),
  REPLY_SECRET_ARN: z.string().startsWith('arn:'),
  PUBLIC_URL: z.url(),
  POLICY_FILE: z.string().min(1),
  EXPORT_BUCKET: z.string().min(1),
  REPORT_BUCKET: z.string().min(1),
  ATHENA_WORKGROUP: z.string().min(1),
  ATHENA_DATABASE: z.string().min(1),
  PSEUDONYM_SECRET_ARN: z.string().startsWith('arn:'),
  CONFIGURATION_SET: z.string().min(1).optional(),
  EVENT_BUS_NAME: z.string().min(1),
  CLOSED_CASE_DAYS: z.coerce.number().positive(),
});
export type Environment = z.infer<typeof Environment>;
export type EnvironmentName = keyof Environment;

/** Reads just the names a function needs. Throws InvalidInput naming what is missing. */
export function readEnvironment<N extends EnvironmentName>(
  names: readonly N[],
  from: Record<string, string | undefined> = process.env,
): Pick<Environment, N> {
  const mask = Object.fromEntries(names.map((name) => [name, true])) as Record<N, true>;
  const read = Environment.pick(mask as never).safeParse(from);
  if (read.success) return read.data as Pick<Environment, N>;
  throw new InvalidInput(`the environment is incomplete:\n${z.prettifyError(read.error)}`, {
    cause: read.error,
  });
}
