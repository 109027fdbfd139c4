import {
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { ReportMissing } from '../domain/errors.ts';
import type { Reports } from '../domain/ports.ts';
import { mailKey, pageKey, ReportMail } from './report-keys.ts';

/** Another run has written since; both are told, and each reads again. */
const LOST = new Set(['PreconditionFailed', 'ConditionalRequestConflict']);

/** The monthly reports in a bucket. A claim is a file that only one of several writers can make. */
export function createS3Reports(client: S3Client, bucket: string): Reports {
  const text = async (key: string) => {
    try {
      const { Body, ETag } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return { text: (await Body?.transformToString()) ?? '', etag: ETag };
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  };
  const put = (
    key: string,
    body: string,
    type: string,
    only: { IfNoneMatch?: string; IfMatch?: string } = {},
  ) =>
    client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: type, ...only }));

  return {
    async put(month, language, page) {
      await put(pageKey(month, language), page, 'text/html; charset=utf-8');
    },

    async get(month, language) {
      const found = await text(pageKey(month, language));
      if (!found) throw new ReportMissing(`there is no report of ${month} in ${language}`);
      return found.text;
    },

    async claim(month, mailId, at) {
      const key = mailKey(month, mailId);
      for (;;) {
        const found = await text(key);
        const there = found && ReportMail.parse(JSON.parse(found.text));
        if (there && there.state !== 'released') return { ...there, state: there.state };
        const only = found?.etag ? { IfMatch: found.etag } : { IfNoneMatch: '*' };
        try {
          await put(key, JSON.stringify({ state: 'claimed', at }), 'application/json', only);
          return undefined;
        } catch (error) {
          if (!(error instanceof S3ServiceException && LOST.has(error.name))) throw error;
        }
      }
    },

    async mark(month, mailId, state, at) {
      await put(mailKey(month, mailId), JSON.stringify({ state, at }), 'application/json');
    },
  };
}
