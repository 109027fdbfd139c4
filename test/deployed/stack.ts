import { readFileSync } from 'node:fs';
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import * as z from 'zod';
import { createRecords } from '../../functions/adapters/dynamodb/records.ts';

export const OUTPUTS_FILE = '.build/deployed.json';

const Outputs = z.object({
  GoodwillCore: z.object({
    TableName: z.string(),
    RawBucketName: z.string(),
    StateMachineArn: z.string(),
    RefundBusName: z.string(),
    DeliveryTopicArn: z.string(),
    ForgetFunctionName: z.string(),
    ReviewQuarantineFunctionName: z.string(),
    PublishPolicyFunctionName: z.string(),
    RotateKeysFunctionName: z.string(),
    LinkKeysArn: z.string(),
    ReplyKeysArn: z.string(),
    PublicUrl: z.url(),
  }),
});

export interface Page {
  status: number;
  body: string;
}

/** The deployed core stack, as the people around it reach it. */
export function deployedStack() {
  const { GoodwillCore: outputs } = Outputs.parse(JSON.parse(readFileSync(OUTPUTS_FILE, 'utf8')));
  // An emulator has no DNS for a host name that begins with the name of a bucket.
  const s3 = new S3Client({ forcePathStyle: true });
  const dynamodb = new DynamoDBClient({});
  return {
    outputs,
    s3,
    dynamodb,
    records: createRecords(dynamodb, outputs.TableName),

    /** What SES does with a mail, and a person with an orders file. */
    async store(key: string, body: Uint8Array | string): Promise<void> {
      await s3.send(new PutObjectCommand({ Bucket: outputs.RawBucketName, Key: key, Body: body }));
    },

    /** What SES does when it hears of one of our mails. */
    async sesTells(event: object): Promise<void> {
      const Message = JSON.stringify(event);
      await new SNSClient({}).send(new PublishCommand({ TopicArn: outputs.DeliveryTopicArn, Message }));
    },

    /** Calls a function as an operator or Secrets Manager does (docs/runbook.md). */
    async invoke(name: 'Forget' | 'ReviewQuarantine' | 'RotateKeys', asked: unknown) {
      const FunctionName = outputs[`${name}FunctionName`];
      const { Payload, FunctionError } = await new LambdaClient({}).send(
        new InvokeCommand({ FunctionName, Payload: Buffer.from(JSON.stringify(asked)) }),
      );
      const answer: unknown = JSON.parse(Buffer.from(Payload ?? []).toString());
      return { failed: FunctionError !== undefined, answer };
    },

    open: (link: string, method: 'GET' | 'HEAD' = 'GET') => visit(link, method),

    /** Opens a page and sends its form, as a browser does. */
    async fillIn(link: string, fields: Record<string, string>): Promise<Page> {
      const { body } = await visit(link, 'GET');
      const mark = /name="mark" value="([^"]+)"/.exec(body)?.[1] ?? '';
      return visit(link.replace(/\?.*/, ''), 'POST', new URLSearchParams({ mark, ...fields }).toString());
    },
  };
}

/** Asks again and again until there is an answer. Throws with what it waited for. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | false>,
  seconds = 60,
): Promise<T> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(250)) {
    const answer = await ask();
    if (answer) return answer;
  }
  throw new Error(`waited ${seconds} s for ${what}`);
}

async function visit(link: string, method: string, form?: string): Promise<Page> {
  const url = new URL(link);
  const local = url.hostname.endsWith('.localhost');
  const request = (url.protocol === 'https:' ? overHttps : overHttp)(url, {
    method,
    headers:
      form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded', origin: url.origin },
    // Names under .localhost are this machine (RFC 6761), but not every resolver knows, and no certificate names them all.
    ...(local && { hostname: '127.0.0.1', servername: 'localhost', setHost: false }),
  });
  if (local) request.setHeader('host', url.host);
  const answered = new Promise<Page>((resolve, reject) => {
    request.once('error', reject);
    request.once('response', (response) => {
      text(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject);
    });
  });
  request.end(form);
  return answered;
}
