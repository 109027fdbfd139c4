import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { AttachmentMissing } from '../domain/errors.ts';
import { asDownload } from '../domain/file-name.ts';
import type { Attachments } from '../domain/ports.ts';

/** Long enough to follow a redirect, too short to be passed on (seconds). */
const LINK_SECONDS = 60;
/** Whoever opens an object by whatever way gets bytes to save, nothing a browser draws or runs. */
const OPAQUE = 'application/octet-stream';

/** Where in the bucket a content lies. */
export const attachmentKey = (sha256: string) => `attachments/${sha256}`;

/** Contents of attachments under `attachments/` of a bucket, each under its own hash. */
export function createS3Attachments(client: S3Client, bucket: string): Attachments {
  const object = (sha256: string) => ({ Bucket: bucket, Key: attachmentKey(sha256) });
  return {
    /**
     * Not conditional: what is there already has the same bytes, for S3 checks them against the hash they lie under. Written
     * again they stay as long as the newest case that has them, and not as long as the first.
     */
    async keep(sha256, content) {
      const ChecksumSHA256 = Buffer.from(sha256, 'hex').toString('base64');
      await client.send(
        new PutObjectCommand({
          ...object(sha256),
          Body: content,
          ChecksumSHA256,
          ContentType: OPAQUE,
          ContentDisposition: 'attachment',
        }),
      );
    },

    async get(sha256) {
      try {
        const { Body } = await client.send(new GetObjectCommand(object(sha256)));
        return (await Body?.transformToByteArray()) ?? new Uint8Array();
      } catch (error) {
        if (!(error instanceof NoSuchKey)) throw error;
        throw new AttachmentMissing(`there is no attachment ${sha256}`, { cause: error });
      }
    },

    link: (sha256, name) =>
      getSignedUrl(
        client,
        new GetObjectCommand({
          ...object(sha256),
          ResponseContentType: OPAQUE,
          ResponseContentDisposition: asDownload(name),
        }),
        { expiresIn: LINK_SECONDS },
      ),
  };
}
