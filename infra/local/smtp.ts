import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { InvalidInput } from '../../functions/domain/errors.ts';
import { isCode } from './files.ts';

/**
 * The largest mail taken in (bytes). Mails above what intake reads are kept and quarantined; this stops what would fill the
 * disk. SES refuses above 40 MB.
 */
const MAX_SMTP_BYTES = 150 * 1024 * 1024;

/** A mail server for one address, on loopback. A mail is answered with 250 only when `accept` has it safe. */
export async function startSmtp(
  port: number,
  address: string,
  accept: (raw: Uint8Array) => Promise<void>,
): Promise<{ port: number; close(): Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: MAX_SMTP_BYTES,
    logger: false,
    banner: 'Goodwill',
    onRcptTo(recipient, _session, callback) {
      if (isFor(recipient.address, address)) return callback();
      callback(refusal(550, `Only ${address} takes mail here`));
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        // Beyond the limit the rest is read and thrown away, so that the sender hears the refusal.
        if (!stream.sizeExceeded) chunks.push(chunk);
      });
      stream.on('error', (error: Error) => callback(error));
      stream.on('end', () => {
        if (stream.sizeExceeded) {
          return callback(refusal(552, `A mail holds at most ${MAX_SMTP_BYTES / 1024 / 1024} MB`));
        }
        accept(Buffer.concat([trace(session), ...chunks])).then(
          () => callback(null, 'Message accepted'),
          (error: unknown) => callback(refusal(451, `The mail could not be kept: ${error}`)),
        );
      });
    },
  });
  // A client that hangs up in the middle of a command is its own business.
  server.on('error', () => {});
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', (error) => {
      const taken = isCode(error, 'EADDRINUSE');
      reject(
        taken
          ? new InvalidInput(`SMTP_PORT: port ${port} is in use; choose another, such as ${port + 1}`)
          : error,
      );
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  const bound = server.server.address();
  return {
    port: typeof bound === 'object' && bound ? bound.port : port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The address itself, or with a tag after a plus sign (RFC 5233), in any case. */
function isFor(recipient: string, address: string): boolean {
  const [local = '', domain = ''] = recipient.toLowerCase().split('@');
  const [ownLocal = '', ownDomain = ''] = address.toLowerCase().split('@');
  return domain === ownDomain && local.split('+', 1)[0] === ownLocal;
}

/** What a receiving server writes on top of a mail (RFC 5321, section 4.4), as SES does. */
function trace(session: SMTPServerSession): Buffer {
  const { mailFrom, rcptTo } = session.envelope;
  const sender = mailFrom ? mailFrom.address : '';
  const recipients = rcptTo.map(({ address }) => `<${address}>`).join(', ');
  const lines = [
    `Return-Path: <${sender}>`,
    `Received: from ${session.hostNameAppearsAs || 'unknown'} ([${session.remoteAddress}])`,
    `\tby goodwill with ${session.transmissionType} id ${session.id} for ${recipients};`,
    `\t${new Date().toUTCString().replace('GMT', '+0000')}`,
  ];
  return Buffer.from(`${lines.map((line) => line.replace(/[\r\n]/g, '')).join('\r\n')}\r\n`);
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
