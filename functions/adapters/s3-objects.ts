import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';

/** Writes objects of a bucket. S3 replaces an object as a whole: a reader finds the old one or the new one. */
export function createS3Writer(client: S3Client, bucket: string) {
  return async (key: string, bytes: Uint8Array, contentType: string): Promise<void> => {
    await client.send(
      new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes, ContentType: contentType }),
    );
  };
}
