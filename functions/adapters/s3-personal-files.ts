import { DeleteObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { PersonalFiles } from '../domain/ports.ts';
import { attachmentKey } from './s3-attachments.ts';

/** Raw mails and attachments in the bucket. It keeps earlier versions for some days, and SES no copy of what it sent. */
export function createS3PersonalFiles(client: S3Client, bucket: string): PersonalFiles {
  const remove = async (key: string) => {
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
  };
  return {
    removeRawMail: remove,
    removeAttachment: (sha256) => remove(attachmentKey(sha256)),
    removeSentCopy: async () => {},
  };
}
