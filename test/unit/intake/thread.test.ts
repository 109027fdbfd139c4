import { describe, expect, it } from 'vitest';
import { parseMail } from '../../../functions/adapters/parse-mail.ts';
import { createReplyAddresses } from '../../../functions/adapters/reply-addresses.ts';
import { SigningKeys } from '../../../functions/adapters/signing-keys.ts';
import { threadOf } from '../../../functions/intake/thread.ts';

const keys = SigningKeys.parse({ kid: 'k1', secret: 'a secret of more than thirty-two characters' });
const addresses = createReplyAddresses(keys, 'refunds@shop.example');
const own = addresses.of('RX-AAAA-0001');

const thread = async (...headers: string[]) =>
  threadOf(
    await parseMail(Buffer.from(['From: maria@example.com', ...headers, '', 'x', ''].join('\r\n'))),
    addresses,
  );

describe('the case a mail answers', () => {
  it.each([
    [`To: Sample Shop <${own}>`],
    [`To: someone@example.com, "Shop, the" <${own.toUpperCase()}>`],
    [`Cc: <${own}>`],
    [`Delivered-To: ${own}`],
    [`Received: from mx.example ([192.0.2.1]) by goodwill for <${own}>; Mon, 2 Nov 2026 10:00:00 +0000`],
  ])('is named by our signed address: %s', async (header) => {
    expect(await thread(header, 'Subject: Re: nothing')).toEqual({
      caseId: 'RX-AAAA-0001',
      by: 'reply-address',
    });
  });

  it('else by the Message-ID it answers, else by the reference in its subject', async () => {
    const answers = 'In-Reply-To: <RX-BBBB-0002.decision@shop.example>';
    const subject = 'Subject: Re: Our answer (rx-cccc-0003)';
    expect(await thread(answers, subject)).toEqual({ caseId: 'RX-BBBB-0002', by: 'references' });
    expect(await thread(subject)).toEqual({ caseId: 'RX-CCCC-0003', by: 'subject' });
    expect(await thread(`To: ${own}`, answers, subject)).toMatchObject({ by: 'reply-address' });
  });

  it('is not named by an address that we did not sign, nor by anything in the text', async () => {
    expect(await thread('To: refunds+rxaaaa0001.000000000000@shop.example')).toBeUndefined();
    expect(await thread('Subject: hello')).toBeUndefined();
  });

  it('is looked for in bounded time', async () => {
    const start = performance.now();
    expect(await thread(`To: ${'a@b.example, '.repeat(1_900)}x@y.example`)).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
