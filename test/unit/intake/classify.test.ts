import { describe, expect, it } from 'vitest';
import { parseMail } from '../../../functions/adapters/parse-mail.ts';
import { UnreadableMail } from '../../../functions/domain/errors.ts';
import type { ParsedMail } from '../../../functions/domain/mail.ts';
import { classify } from '../../../functions/intake/classify.ts';

async function reasonFor(...headers: string[]): Promise<string | undefined> {
  const from = headers.some((header) => header.startsWith('From:'))
    ? []
    : ['From: Maria <maria@example.com>'];
  const raw = [...from, 'To: refunds@shop.example', 'Subject: hello', ...headers, '', 'text', ''].join(
    '\r\n',
  );
  return reasonOf(await parseMail(Buffer.from(raw)));
}

function reasonOf(mail: ParsedMail): string | undefined {
  const read = classify(mail, 'refunds@shop.example');
  return read.kind === 'person' ? undefined : `${read.kind}: ${read.evidence}`;
}

describe('a person’s mail', () => {
  it('is let through', async () => {
    expect(await reasonFor()).toBeUndefined();
    expect(await reasonFor('Auto-Submitted: no')).toBeUndefined();
    expect(await reasonFor('Return-Path: <maria@example.com>')).toBeUndefined();
    expect(await reasonFor('Precedence: first-class')).toBeUndefined();
  });
});

describe('everything else is held back, with the evidence', () => {
  it.each([
    ['Auto-Submitted: auto-replied', /Auto-Submitted is "auto-replied"/],
    ['Return-Path: <>', /return path is empty/],
    ['Precedence: bulk', /Precedence is "bulk"/],
    ['X-Auto-Response-Suppress: All', /x-auto-response-suppress/],
    ['X-Autoreply: yes', /x-autoreply/],
    ['List-Id: <news.example.com>', /mailing-list/],
    ['Content-Type: multipart/report; report-type=delivery-status; boundary=b', /report/],
    ['From: MAILER-DAEMON@mx.example.com', /MAILER-DAEMON/],
    // SES stores this when a receipt rule is set up.
    ['From: Amazon Web Services <no-reply-aws@amazon.com>', /no-reply-aws/],
    ['From: Refunds <REFUNDS@shop.example>', /own: it comes from our own address/],
    ['From: nobody', /no-sender/],
  ])('%s', async (header, reason) => {
    expect(await reasonFor(header)).toMatch(reason);
  });

  it('an empty mail', async () => {
    const mail = await parseMail(Buffer.from('From: maria@example.com\r\nTo: refunds@shop.example\r\n\r\n'));
    expect(reasonOf(mail)).toMatch(/empty/);
  });

  it('and a second, forged header below the first changes nothing', async () => {
    expect(await reasonFor('Auto-Submitted: auto-replied', 'Auto-Submitted: no')).toMatch(/auto-replied/);
  });
});

describe('bytes that are no mail', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['only a body', Buffer.from('\r\n\r\nhello')],
  ])('%s are unreadable', async (_, raw) => {
    await expect(parseMail(raw)).rejects.toThrow(UnreadableMail);
  });

  it('binary noise ends as a mail nobody sent, or as unreadable, never as an error', async () => {
    const noise = Buffer.from(Uint8Array.from({ length: 50_000 }, (_, index) => (index * 7919) % 256));
    const outcome = await parseMail(noise).then(
      (mail) => reasonOf(mail),
      (error: unknown) => (error instanceof UnreadableMail ? 'unreadable' : Promise.reject(error)),
    );
    expect(outcome).toMatch(/unreadable|no-sender/);
  });

  it('deeply nested HTML is still read', async () => {
    const html = `${'<div>'.repeat(4_000)}hello${'</div>'.repeat(4_000)}`;
    const raw = `From: maria@example.com\r\nSubject: x\r\nContent-Type: text/html\r\n\r\n${html}`;
    const mail = await parseMail(Buffer.from(raw));
    expect(reasonOf(mail)).toBeUndefined();
  });
});
