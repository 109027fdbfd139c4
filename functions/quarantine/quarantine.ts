import { hex } from '../adapters/sha256.ts';
import type { ReceivedMail } from '../domain/mail.ts';
import type { Needs } from '../domain/ports.ts';

/** The reason of a mail that broke intake every time it was tried. */
export const brokenMail = 'broken: reading this mail failed every time it was tried; the log says why';

/** Records a raw mail that nothing could be made of, with the reason, where a person sees it. The raw mail is kept. */
export async function quarantine(
  services: Needs<'mails' | 'clock' | 'log' | 'sha256'>,
  rawKey: string,
  reason: string,
  summary: { from: string; subject: string } = { from: '', subject: '' },
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
