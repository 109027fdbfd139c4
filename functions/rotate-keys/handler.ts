import * as z from 'zod';
import { secretsManager } from '../adapters/clients.ts';
import { createSecretVersions } from '../adapters/secret-versions.ts';
import { InvalidInput } from '../domain/errors.ts';
import { LINK_KEY_DAYS, replyKeyDays } from '../domain/lifetimes.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { basics } from '../runtime/services.ts';
import { rotate, rotationSteps } from './rotate-keys.ts';

/** What Secrets Manager calls a rotation function with. */
const Asked = z.object({
  Step: z.enum(rotationSteps),
  SecretId: z.string(),
  ClientRequestToken: z.string().min(32),
});

/** Secrets Manager calls it, four times a rotation: by its schedule, or when an operator asks for one (docs/runbook.md). */
export async function handler(event: unknown): Promise<void> {
  const asked = Asked.safeParse(event);
  if (!asked.success) {
    throw new InvalidInput(`this is no step of a rotation:\n${z.prettifyError(asked.error)}`, {
      cause: asked.error,
    });
  }
  const { Step: step, SecretId: arn, ClientRequestToken: version } = asked.data;
  const versions = createSecretVersions(secretsManager(), arn);
  await rotate({ ...basics(), versions }, { step, version, keptDays: keptDaysOf(arn) });
}

function keptDaysOf(arn: string): number {
  const names = ['LINK_SECRET_ARN', 'REPLY_SECRET_ARN', 'CLOSED_CASE_DAYS'] as const;
  const { LINK_SECRET_ARN, REPLY_SECRET_ARN, CLOSED_CASE_DAYS } = readEnvironment(names);
  if (arn === LINK_SECRET_ARN) return LINK_KEY_DAYS;
  if (arn === REPLY_SECRET_ARN) return replyKeyDays(CLOSED_CASE_DAYS);
  throw new InvalidInput(`${arn} is none of the secrets whose keys are rotated here`);
}
