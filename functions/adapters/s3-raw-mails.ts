import { GetObjectCommand, NoSuchKey, type S3Client } from '@aws-sdk/client-s3';
import { RawMailMissing } from '../domain/errors.ts';
import type { RawMails } from '../domain/ports.ts';

/** Raw mails in the bucket SES writes them to. */
export function createS3RawMails(client: S3Client, bucket: string): RawMails {
  return {
    async get(key) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        if (!Body) throw new RawMailMissing(`${key} is empty`);
        return await Body.transformToByteArray();
      } catch (error) {
        if (error instanceof NoSuchKey)
          throw new RawMailMissing(`there is no raw mail ${key}`, { cause: error });
        throw error;
      }
    },
  };
}
