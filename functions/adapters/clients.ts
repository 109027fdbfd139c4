import { AthenaClient } from '@aws-sdk/client-athena';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { S3Client } from '@aws-sdk/client-s3';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESClient } from '@aws-sdk/client-ses';
import { SFNClient } from '@aws-sdk/client-sfn';
import type * as z from 'zod';
import { InvalidInput } from '../domain/errors.ts';

/** AWS clients; region, credentials and endpoint come from the environment, as AWS documents. */
export const dynamoDb = () => new DynamoDBClient({});
export const s3 = () => new S3Client({});
export const athena = () => new AthenaClient({});
export const eventBridge = () => new EventBridgeClient({});
export const stepFunctions = () => new SFNClient({});

/** One attempt: SES cannot tell a retry from a second mail, so retrying is left to the flow, which knows what was claimed. */
export const ses = () => new SESClient({ maxAttempts: 1 });

let client: SecretsManagerClient | undefined;
/** One for as long as the function lives, since it is asked again and again. */
export function secretsManager(): SecretsManagerClient {
  client ??= new SecretsManagerClient({});
  return client;
}

/** Reads a secret that holds JSON. Throws InvalidInput when it is not as the schema has it. */
export async function readSecret<S extends z.ZodType>(arn: string, schema: S): Promise<z.output<S>> {
  const secret = await secretsManager().send(new GetSecretValueCommand({ SecretId: arn }));
  const read = schema.safeParse(JSON.parse(secret.SecretString ?? 'null'));
  if (read.success) return read.data;
  const fields = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new InvalidInput(`the secret ${arn} is not as it has to be: ${fields.join('; ')}`);
}
