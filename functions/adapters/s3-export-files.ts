import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import {
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3';

const MEDIA_TYPE = 'application/vnd.apache.parquet';
/** Where S3 keeps a file's digest for us: its own ETag is none of a file that was encrypted. */
const DIGEST = 'sha256';

/** Exported files in a bucket. S3 replaces an object as a whole: a reader finds the old one or the new one. */
export function createS3ExportFiles(client: S3Client, bucket: string) {
  const object = (path: string) => ({ Bucket: bucket, Key: path });
  return {
    async days(): Promise<string[]> {
      const prefix = 'cases/day=';
      const days: string[] = [];
      for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix })) {
        for (const { Key = '' } of page.Contents ?? []) {
          days.push(Key.slice(prefix.length, Key.indexOf('/', prefix.length)));
        }
      }
      return days;
    },

    async digest(path: string): Promise<string | undefined> {
      try {
        return (await client.send(new HeadObjectCommand(object(path)))).Metadata?.[DIGEST];
      } catch (error) {
        if (error instanceof NotFound) return undefined;
        throw error;
      }
    },

    /** One request, streamed: S3 takes 5 GB in it, and checks them against the digest. */
    async replace(path: string, file: string, digest: string): Promise<void> {
      await client.send(
        new PutObjectCommand({
          ...object(path),
          Body: createReadStream(file),
          ContentLength: (await stat(file)).size,
          ContentType: MEDIA_TYPE,
          ChecksumSHA256: Buffer.from(digest, 'hex').toString('base64'),
          Metadata: { [DIGEST]: digest },
        }),
      );
    },

    async readText(path: string): Promise<string | undefined> {
      try {
        const { Body } = await client.send(new GetObjectCommand(object(path)));
        return await Body?.transformToString();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },

    async writeText(path: string, text: string): Promise<void> {
      await client.send(
        new PutObjectCommand({ ...object(path), Body: text, ContentType: 'application/json' }),
      );
    },
  };
}
