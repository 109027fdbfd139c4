import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { attachmentsOf, isEvidence, notKeptOf, withinLimits } from '../../../functions/domain/attachments.ts';
import { factsOf, NOTHING_KNOWN } from '../../../functions/domain/facts.ts';
import type { ParsedMail } from '../../../functions/domain/mail.ts';
import { Attachment, type AttachmentKind } from '../../../functions/domain/request.ts';
import { keepAttachments } from '../../../functions/intake/evidence.ts';
import { openAttachments } from '../../../infra/local/attachments.ts';
import { AT, aRequest, given, received } from '../../support/cases.ts';
import { defaultPolicy } from '../../support/policy.ts';

const one = (at: number, kind: AttachmentKind = 'photo', more: Partial<Attachment> = {}): Attachment => ({
  name: `${at}.jpg`,
  type: kind === 'photo' ? 'image/jpeg' : 'application/zip',
  bytes: 1,
  sha256: at.toString(16).padStart(64, '0'),
  kind,
  ...more,
});
const many = (count: number, from = 0) => Array.from({ length: count }, (_, at) => one(from + at));
const mailWith = (attachments: Attachment[]): ParsedMail => ({
  messageId: '<1@example.com>',
  from: { address: 'maria@example.com', name: 'Maria' },
  subject: '',
  answers: [],
  headers: new Map(),
  text: 'See the photo.',
  attachments,
  contents: new Map(attachments.map(({ sha256 }, at) => [sha256, new Uint8Array([at])])),
});

describe('of the attachments of a mail a case has', () => {
  test('each content once, under its first name', () => {
    const again = one(1, 'photo', { name: 'again.jpg' });
    expect(withinLimits([one(1), again, one(2)])).toEqual([one(1), one(2)]);
  });

  test('no more than twenty, evidence before anything else and logos last, in the order of the mail', () => {
    const logos = Array.from({ length: 30 }, (_, at) => one(100 + at, 'photo', { decoration: true }));
    const archive = one(200, 'other');
    const photos = many(19);
    expect(withinLimits([...logos, archive, ...photos])).toEqual([archive, ...photos]);
  });

  test('none that is larger than mail services carry', () => {
    const huge = one(1, 'video', { bytes: 21 * 1024 * 1024 });
    expect(withinLimits([huge, one(2)])).toEqual([one(2)]);
  });
});

describe('keeping what came with a mail', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'goodwill-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('stores the contents, and gives the mail as the case is to have it', async () => {
    const attachments = openAttachments(folder);
    const kept = await keepAttachments({ attachments }, mailWith(many(25)));
    expect(kept.attachments).toEqual(many(20));
    expect(kept.attachmentsNotKept).toBe(5);
    expect(kept.contents).toBeUndefined();
    expect(await readdir(join(folder, 'attachments'))).toHaveLength(20);
    expect(await attachments.get(one(3).sha256)).toEqual(Buffer.from([3]));
  });

  test('again changes nothing', async () => {
    const attachments = openAttachments(folder);
    const mail = mailWith(many(3));
    expect(await keepAttachments({ attachments }, mail)).toEqual(
      await keepAttachments({ attachments }, mail),
    );
    expect(await readdir(join(folder, 'attachments'))).toHaveLength(3);
  });

  test('counts among the rest what the parser gave no content of', async () => {
    const mail = mailWith(many(3));
    const contents = new Map([...(mail.contents ?? [])].slice(1));
    const kept = await keepAttachments({ attachments: openAttachments(folder) }, { ...mail, contents });
    expect(kept.attachments).toEqual(many(2, 1));
    expect(kept.attachmentsNotKept).toBe(1);
  });

  test('of a mail without attachments leaves nothing and says nothing', async () => {
    const { contents: _, ...mail } = mailWith([]);
    expect(await keepAttachments({ attachments: openAttachments(folder) }, mail)).toEqual(mail);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('a case', () => {
  const wrote = (by: 'customer' | 'stranger', attachments: Attachment[]) =>
    given(received({ attachments: [one(1)], attachmentsNotKept: 2 })).after({
      type: 'record-words',
      policy: defaultPolicy.policy,
      by,
      at: AT,
      mailId: 'later',
      from: 'x@example.com',
      text: 'Here.',
      attachments,
      attachmentsNotKept: 3,
    });

  test('has what came with its customer’s later mails, and says when; what came twice it has once', () => {
    const found = wrote('customer', [one(1), one(2)]);
    expect(attachmentsOf(found, 'customer')).toEqual([one(1), { ...one(2), later: AT }]);
    expect(notKeptOf(found, 'customer')).toBe(5);
  });

  test('does not take a stranger’s pictures for its customer’s', () => {
    const found = wrote('stranger', [one(2)]);
    expect(attachmentsOf(found, 'customer')).toEqual([one(1)]);
    expect(attachmentsOf(found, 'everybody')).toHaveLength(2);
    expect(notKeptOf(found, 'customer')).toBe(2);
  });

  test('of before attachments had kinds is read as it was', () => {
    const old = { name: 'crack.jpg', type: 'image/jpeg', bytes: 1, sha256: 'a1' };
    expect(Attachment.parse(old)).toEqual(old);
    expect(isEvidence(old)).toBe(true);
  });

  test('is weighed by its photos, videos and documents, not by logos and archives', () => {
    const attachments = [
      one(1),
      one(2, 'video'),
      one(3, 'document'),
      one(4, 'other'),
      one(5, 'photo', { decoration: true }),
    ];
    const { request } = factsOf(aRequest({ attachments }), NOTHING_KNOWN, defaultPolicy.policy, AT);
    expect(request.evidence).toBe(3);
  });
});
