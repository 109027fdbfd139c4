import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { createAthenaQueries } from '../adapters/athena.ts';
import { createAwsLog } from '../adapters/aws-log.ts';
import { createBoundedParser } from '../adapters/bounded-parser.ts';
import { athena, dynamoDb, eventBridge, readSecret, s3, ses, stepFunctions } from '../adapters/clients.ts';
import { createPersonalRecords } from '../adapters/dynamodb/personal-records.ts';
import { createRecords } from '../adapters/dynamodb/records.ts';
import { createRefundEvents } from '../adapters/event-bridge.ts';
import { createKeyRing, type KeyRing } from '../adapters/key-ring.ts';
import { createLinks } from '../adapters/links.ts';
import { createReplyAddresses } from '../adapters/reply-addresses.ts';
import { createS3Attachments } from '../adapters/s3-attachments.ts';
import { createS3ExportFiles } from '../adapters/s3-export-files.ts';
import { createS3PersonalFiles } from '../adapters/s3-personal-files.ts';
import { createS3RawMails } from '../adapters/s3-raw-mails.ts';
import { createS3Reports } from '../adapters/s3-reports.ts';
import { createSesMailer } from '../adapters/ses.ts';
import { createSfnFlow } from '../adapters/sfn.ts';
import { sha256 } from '../adapters/sha256.ts';
import { SigningKeys } from '../adapters/signing-keys.ts';
import type { Clock, Needs, Queries } from '../domain/ports.ts';
import type { CompiledPolicy } from '../domain/weighing.ts';
import { loadPolicy } from '../policy/load.ts';
import { readEnvironment } from './environment.ts';
import { createLivePolicy } from './live-policy.ts';

/**
 * The parts of `Services` as they are on AWS. A handler puts together just the parts its use case needs, so that a bundle
 * carries no client, and a function no permission, that it does not use.
 */

/** Real time. What the flow is given is rounded up, so that a wait is never over before its instant. */
const clock: Clock = {
  now: () => new Date().toISOString(),
  secondsUntil: (instant) => Math.max(1, Math.ceil((Date.parse(instant) - Date.now()) / 1000)),
};

export const basics = () => ({ clock, sha256, log: createAwsLog() });

export function records() {
  const { TABLE_NAME } = readEnvironment(['TABLE_NAME']);
  return createRecords(dynamoDb(), TABLE_NAME, createAwsLog());
}

let deployed: { text: string; compiled: CompiledPolicy } | undefined;

/** The policy the functions were deployed with, as text and compiled; live until one is published. */
export function deployedPolicy() {
  const { POLICY_FILE } = readEnvironment(['POLICY_FILE']);
  if (!deployed) {
    const text = readFileSync(POLICY_FILE, 'utf8');
    deployed = { text, compiled: loadPolicy(text, POLICY_FILE) };
  }
  return deployed;
}

export function rawMails() {
  const { RAW_BUCKET } = readEnvironment(['RAW_BUCKET']);
  return { rawMails: createS3RawMails(s3(), RAW_BUCKET) };
}

/** The exported tables, where Athena reads them. */
export function queries(): { queries: Queries } {
  const { ATHENA_WORKGROUP, ATHENA_DATABASE } = readEnvironment(['ATHENA_WORKGROUP', 'ATHENA_DATABASE']);
  const place = { workgroup: ATHENA_WORKGROUP, database: ATHENA_DATABASE };
  return { queries: createAthenaQueries(athena(), place) };
}

/** What says how far the export is; it writes nothing. */
export function exported() {
  const { EXPORT_BUCKET } = readEnvironment(['EXPORT_BUCKET']);
  return { exports: createS3ExportFiles(s3(), EXPORT_BUCKET) };
}

export function reports() {
  const { REPORT_BUCKET } = readEnvironment(['REPORT_BUCKET']);
  return { reports: createS3Reports(s3(), REPORT_BUCKET) };
}

export function attachments() {
  const { RAW_BUCKET } = readEnvironment(['RAW_BUCKET']);
  return { attachments: createS3Attachments(s3(), RAW_BUCKET) };
}

/** What finds and deletes people's data; the one function that forgets has it. */
export function personalData() {
  const { TABLE_NAME, RAW_BUCKET } = readEnvironment(['TABLE_NAME', 'RAW_BUCKET']);
  return {
    records: createPersonalRecords(dynamoDb(), TABLE_NAME),
    files: createS3PersonalFiles(s3(), RAW_BUCKET),
  };
}

/** What a function that reads mails and makes cases of them needs. */
export function takingIn() {
  const parser = createBoundedParser();
  return { ...sending(), ...rawMails(), ...attachments(), ...flow(), parser };
}

export function mailer() {
  const { CONFIGURATION_SET } = readEnvironment(['CONFIGURATION_SET']);
  return { mailer: createSesMailer(ses(), CONFIGURATION_SET) };
}

/** For functions that answer a waiting flow; only one that starts flows has a STATE_MACHINE_ARN. */
export function flow() {
  const { STATE_MACHINE_ARN } = readEnvironment(['STATE_MACHINE_ARN']);
  return { flow: createSfnFlow(stepFunctions(), STATE_MACHINE_ARN) };
}

/** For functions that ask for money: the bus on which a payment system may listen. */
export function refundEvents() {
  const { EVENT_BUS_NAME } = readEnvironment(['EVENT_BUS_NAME']);
  return { refundEvents: createRefundEvents(eventBridge(), EVENT_BUS_NAME) };
}

export function links() {
  const { PUBLIC_URL, LINK_SECRET_ARN } = readEnvironment(['PUBLIC_URL', 'LINK_SECRET_ARN']);
  return { links: createLinks(keyRing(LINK_SECRET_ARN), PUBLIC_URL, clock) };
}

const keyRing = (arn: string) => createKeyRing(() => readSecret(arn, SigningKeys), { log: createAwsLog() });

/** What a function that writes to people needs, beside `replies`. */
export const sending = () => ({ ...basics(), ...records(), ...mailer() });

let replyKeys: KeyRing | undefined;

/**
 * The addresses replies are asked for, by the keys as they are now; they belong to the refunds address of the deployment. Their keys
 * are their own, so that who only takes mail in can sign no link.
 */
export async function replies(): Promise<Needs<'replyAddresses'>> {
  const { refunds } = deployedPolicy().compiled.policy.shop;
  const { REPLY_SECRET_ARN } = readEnvironment(['REPLY_SECRET_ARN']);
  replyKeys ??= keyRing(REPLY_SECRET_ARN);
  return { replyAddresses: createReplyAddresses(await replyKeys.keys(), refunds) };
}

const PseudonymSecret = z.object({ key: z.string().min(32, 'at least 32 random characters') });

/** Where exports are written, and the key of the pseudonyms in them: a key of its own, so that exporting can sign no link. */
export async function exportTarget() {
  const { EXPORT_BUCKET, PSEUDONYM_SECRET_ARN } = readEnvironment(['EXPORT_BUCKET', 'PSEUDONYM_SECRET_ARN']);
  const { key } = await readSecret(PSEUDONYM_SECRET_ARN, PseudonymSecret);
  return { files: createS3ExportFiles(s3(), EXPORT_BUCKET), pseudonymKey: key };
}

/** How long a function goes by a policy without asking whether there is a newer one: far less than people wait for it. */
const POLICY_LIFETIME_MS = 20_000;

/**
 * Puts the parts together at the first call, and gives them at every call with the policy that is live then, and with what is made
 * anew each time. Who calls it once for each mail, step or page goes by one policy from its beginning to its end.
 */
export function withPolicy<T extends Needs<'policies' | 'log'>, U extends object = object>(
  make: () => Promise<T> | T,
  eachTime: () => Promise<U> | U = () => ({}) as U,
): () => Promise<T & U & Needs<'policy'>> {
  const parts = once(async () => {
    const made = await make();
    const { compiled } = deployedPolicy();
    return { made, live: createLivePolicy(made, { deployed: compiled, lifetimeMs: POLICY_LIFETIME_MS }) };
  });
  return async () => {
    const { made, live } = await parts();
    return { ...made, ...(await eachTime()), policy: await live() };
  };
}

/** Runs `make` at the first call and keeps what it made for the life of the function; a failure is tried again. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
