import { hex } from '../adapters/sha256.ts';
import { RawMailMissing } from '../domain/errors.ts';
import type { ReceivedMail } from '../domain/mail.ts';
import type { MailParser, Needs } from '../domain/ports.ts';
import { type Summary, summarize } from './summary.ts';

/** The reason of a mail that broke intake every time it was tried. */
const BROKEN = 'broken: reading this mail failed every time it was tried; the log says why';

type Services = Needs<'mails' | 'clock' | 'log' | 'sha256'>;

/** Records a raw mail that nothing could be made of, with the reason, where a person sees it. The raw mail is kept. */
export async function quarantine(
  services: Services,
  rawKey: string,
  reason: string,
  summary: Summary,
): Promise<ReceivedMail> {
  const { mails, clock, log, sha256 } = services;
  log.warn('a mail was quarantined', { rawKey, reason });
  log.count('MailQuarantined');
  return mails.record({
    id: hex(sha256(rawKey)).slice(0, 32),
    rawKey,
    receivedAt: clock.now(),
    ...summary,
    fate: { state: 'quarantined', reason },
  });
}

/** Records a mail that broke intake every time it was tried. Nothing is read of it but who wrote, and about what. */
export async function quarantineBroken(
  services: Services & Needs<'rawMails'> & { parser: Pick<MailParser, 'parse'> },
  rawKey: string,
): Promise<ReceivedMail> {
  const raw = await services.rawMails.get(rawKey).catch((error: unknown) => {
    if (error instanceof RawMailMissing) return new Uint8Array();
    throw error;
  });
  return quarantine(services, rawKey, BROKEN, await summarize(services.parser, raw));
}
