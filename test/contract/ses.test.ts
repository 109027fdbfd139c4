import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SESClient } from '@aws-sdk/client-ses';
import { describe, expect, it } from 'vitest';
import { createSesMailer } from '../../functions/adapters/ses.ts';
import { MailRejected } from '../../functions/domain/errors.ts';

const refusal = (code: string, message: string) =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;
const taken =
  '<SendRawEmailResponse><SendRawEmailResult><MessageId>ses-1</MessageId></SendRawEmailResult></SendRawEmailResponse>';

/** Sends a mail to a server that answers as SES does: with these, in this order. */
async function send(...answers: string[]) {
  let asked = 0;
  const server = createServer((request, response) => {
    request.resume();
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
    .send({ id: 'm', from: 'refunds@shop.example', to: 'maria@example.com', raw: Buffer.from('x') })
    .catch((error: unknown) => error);
  client.destroy();
  server.close();
  return { outcome, asked };
}

describe('a mail that SES is given', () => {
  it('too quickly is tried again a moment later: it has not left', async () => {
    const throttled = refusal('Throttling', 'Maximum sending rate exceeded.');
    expect(await send(throttled, throttled, taken)).toEqual({ outcome: 'ses-1', asked: 3 });
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

  it('and does not answer about is not sent again: it may have left', async () => {
    const { outcome, asked } = await send('', taken);
    expect(outcome).not.toBeInstanceOf(MailRejected);
    expect(asked).toBe(1);
  });
});
