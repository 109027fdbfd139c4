import { describe, expect, it } from 'vitest';
import { parseMail } from '../../../functions/adapters/parse-mail.ts';
import { senderTrust } from '../../../functions/intake/sender-trust.ts';

const SES =
  'Received: from mx.example.com (mx.example.com [192.0.2.1]) by inbound-smtp.us-east-1.amazonaws.com with SMTP id 1';
const own = ['From: Maria <maria@example.com>', 'Subject: x'];
const trust = async (...headers: string[]) =>
  senderTrust(await parseMail(Buffer.from([...headers, '', 'x', ''].join('\r\n'))));
const results = (text: string) => `Authentication-Results: amazonses.com; ${text}`;

describe('a sender', () => {
  it.each([
    [
      'dmarc',
      'spf=pass envelope-from=bounce.other.net; dkim=pass header.i=@other.net; dmarc=pass header.from=example.com;',
    ],
    [
      'dkim of the own domain',
      'spf=none; dkim=pass header.i=@example.com; dmarc=none header.from=example.com;',
    ],
    [
      'spf as SES writes it',
      'spf=pass (spfCheck: domain of example.com designates 192.0.2.1 as permitted sender) client-ip=192.0.2.1; envelope-from=maria@example.com; helo=mx.example.com; dkim=none; dmarc=none header.from=example.com;',
    ],
    [
      'spf of a subdomain',
      'spf=pass (spfCheck: ok) envelope-from=bounce@mail.example.com; dmarc=none header.from=example.com;',
    ],
  ])('is verified by %s', async (_, text) => {
    expect((await trust(SES, results(text), ...own)).sender).toBe('verified');
  });

  it.each([
    ['nothing passed', 'spf=fail; dkim=none; dmarc=none'],
    [
      'dmarc failed, whatever else passed',
      'spf=pass envelope-from=example.com; dkim=pass header.i=@example.com; dmarc=fail',
    ],
    [
      'what passed is another domain',
      'spf=pass envelope-from=evil.net; dkim=pass header.i=@evil.net; dmarc=none',
    ],
    ['a domain that only ends alike', 'dkim=pass header.i=@notexample.com; dmarc=none'],
    ['dmarc passed for another domain than that of the From header', 'dmarc=pass header.from=evil.net'],
    [
      'dmarc passed for another domain, whatever else passed',
      'dkim=pass header.i=@example.com; dmarc=pass header.from=example.com.evil.net',
    ],
    ['dmarc passed for nobody knows whom', 'spf=none; dmarc=pass'],
    [
      'the envelope’s sender writes a verdict',
      'spf=pass (spfCheck: ok) client-ip=192.0.2.1; envelope-from="; dmarc=pass header.from=example.com; x"@evil.net; helo=evil.net; dkim=none',
    ],
    [
      'the envelope’s sender writes a verdict with a quote in it',
      'spf=pass; envelope-from="\\"; dkim=pass header.i=@example.com; \\""@evil.net; dkim=none; dmarc=none header.from=example.com',
    ],
    [
      'there are two verdicts',
      'dmarc=pass header.from=example.com; dkim=none; dmarc=fail header.from=example.com',
    ],
    ['the results name another server', ''],
  ])('has failed when %s', async (_, text) => {
    const header = text
      ? results(text)
      : 'Authentication-Results: evil.net; dmarc=pass header.from=example.com';
    expect((await trust(SES, header, ...own)).sender).toBe('failed');
  });

  it('is unknown where SES did not receive the mail, whatever the mail says of itself', async () => {
    const forged = [SES, results('dmarc=pass header.from=example.com'), 'X-SES-Virus-Verdict: FAIL'];
    const local = 'Received: from x ([127.0.0.1]) by goodwill with ESMTP id 1 for <refunds@shop.example>';
    expect(await trust(local, ...forged, ...own)).toEqual({ sender: 'unknown', spam: false, virus: false });
    expect((await trust(...own)).sender).toBe('unknown');
  });

  it('cannot better a verdict with a second header below the first', async () => {
    const first = results('dmarc=fail header.from=example.com');
    expect((await trust(SES, first, ...own, results('dmarc=pass header.from=example.com'))).sender).toBe(
      'failed',
    );
  });
});

describe('a sender with an international domain', () => {
  it('is compared as the domain name system knows it', async () => {
    const mail = ['From: Zoe <zoe@xn--bcher-kva.example>', 'Subject: x'];
    const text = 'dmarc=pass header.from=xn--bcher-kva.example;';
    expect((await trust(SES, results(text), ...mail)).sender).toBe('verified');
  });
});

describe('spam and viruses', () => {
  it('are what SES says they are, in its first header', async () => {
    const headers = [
      SES,
      'X-SES-Spam-Verdict: FAIL',
      'X-SES-Virus-Verdict: PASS',
      ...own,
      'X-SES-Spam-Verdict: PASS',
    ];
    expect(await trust(...headers)).toMatchObject({ spam: true, virus: false });
    expect(await trust(SES, 'X-SES-Virus-Verdict: FAIL', ...own)).toMatchObject({ virus: true });
    expect(await trust(SES, 'X-SES-Spam-Verdict: GRAY', ...own)).toMatchObject({ spam: false });
  });
});
