import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { SESClient } from '@aws-sdk/client-ses';
import { describe, expect, it } from 'vitest';
import { createSesMailer } from '../../functions/adapters/ses.ts';
import { MailRejected, SendingPaused } from '../../functions/domain/errors.ts';

const refusal = (code: string, message: string) =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;
const taken =
  '<SendRawEmailResponse><SendRawEmailResult><MessageId>ses-1</MessageId></SendRawEmailResult></SendRawEmailResponse>';

const encoded = (text: string) => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Sends a mail to a server that answers as SES does: with these, in this order. */
async function send(...answers: string[]) {
  let asked = 0;
  let body = '';
  const server = createServer((request, response) => {
    request.on('data', (part) => {
      body += part;
    });
    const answer = answers[asked++] ?? '';
    response.writeHead(answer.startsWith('<Error') ? 400 : answer ? 200 : 500).end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const client = new SESClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'local',
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
    maxAttempts: 1,
  });
  const mailer = createSesMailer(client, undefined, 1);
  const outcome = await mailer
    .send({
      id: 'RX-7K3F-9Q2M.decision',
      from: 'refunds@shop.example',
      to: 'maria@example.com',
      raw: Buffer.from('x'),
    })
    .catch((error: unknown) => error);
  client.destroy();
  server.close();
  return { outcome, asked, sent: new URLSearchParams(body) };
}

describe('a mail that SES is given', () => {
  it('too quickly is tried again a moment later: it has not left', async () => {
    const throttled = refusal('Throttling', 'Maximum sending rate exceeded.');
    expect(await send(throttled, throttled, taken)).toMatchObject({ outcome: 'ses-1', asked: 3 });
  });

  it('too quickly for as long as it was tried waits, and is not refused', async () => {
    const throttled = refusal('Throttling', 'Maximum sending rate exceeded.');
    const { outcome, asked } = await send(...Array.from({ length: 9 }, () => throttled));
    expect(outcome).toBeInstanceOf(SendingPaused);
    expect(asked).toBe(4);
  });

  it('when the mails of the day are used up waits at once: a moment later is too early', async () => {
    const { outcome, asked } = await send(refusal('Throttling', 'Daily message quota exceeded.'), taken);
    expect(outcome).toBeInstanceOf(SendingPaused);
    expect(asked).toBe(1);
  });

  it('for an address it refuses is rejected at once, with its reason', async () => {
    const { outcome, asked } = await send(
      refusal('MessageRejected', 'Email address is not verified.'),
      taken,
    );
    expect(outcome).toBeInstanceOf(MailRejected);
    expect(String(outcome)).toContain('Email address is not verified.');
    expect(asked).toBe(1);
  });

  it('for an address it refuses names it in no error, as logs have those', async () => {
    const named =
      'Failed the check in region EU-WEST-1: maria@example.com, "M. S."@example.com, <josé@exemplo.com.br>';
    for (const code of ['MessageRejected', 'Throttling', 'AccountSendingPausedException']) {
      const { outcome } = await send(...Array.from({ length: 4 }, () => refusal(code, encoded(named))));
      const logged = inspect(outcome, { depth: null, showHidden: true });
      expect(logged).toContain('Failed the check in region EU-WEST-1: an address, an address');
      expect(logged).toContain(code);
      expect(logged).not.toMatch(/maria|M\. S\.|josé|exemplo|example/);
    }
  });

  it('while it sends nothing of ours waits, whoever it is to', async () => {
    for (const code of ['AccountSendingPausedException', 'ConfigurationSetSendingPausedException']) {
      const { outcome, asked } = await send(refusal(code, 'Email sending is disabled.'), taken);
      expect(outcome).toBeInstanceOf(SendingPaused);
      expect(asked).toBe(1);
    }
  });

  it('bears its id as a tag, in the characters that tags have', async () => {
    const { sent } = await send(taken);
    expect(sent.get('Tags.member.1.Name')).toBe('goodwill-mail');
    expect(sent.get('Tags.member.1.Value')).toBe('RX-7K3F-9Q2M_decision');
  });

  it('and does not answer about is not sent again: it may have left', async () => {
    const { outcome, asked } = await send('', taken);
    expect(outcome).not.toBeInstanceOf(MailRejected);
    expect(asked).toBe(1);
  });
});
