import { compose } from '../adapters/compose.ts';
import { MailRejected, SendingPaused } from '../domain/errors.ts';
import { REPORT_LINK_DAYS } from '../domain/lifetimes.ts';
import type { Needs } from '../domain/ports.ts';
import { daysAfter, type Month } from '../domain/time.ts';
import { reportReady } from '../mail/kinds/report-ready.ts';
import { renderMail } from '../mail/write.ts';

export type Sending = Needs<'reports' | 'mailer' | 'links' | 'policy' | 'clock' | 'log' | 'sha256'>;

/** No run of the function takes as long (a test sees to it), so a claim this old belongs to one that died. */
export const LEASE_MS = 15 * 60_000;

/**
 * Tells one owner of the policy that the report of a month is there, at most once: claimed, sent, marked. Where a crash fell between and
 * nobody can say whether the mail left, the alarm goes off and it is not sent again. A mail that was refused may be sent again.
 */
export async function sendReport(
  services: Sending,
  { month, to, findings }: { month: Month; to: string; findings: readonly string[] },
): Promise<void> {
  const { reports, mailer, clock, log } = services;
  const id = mailIdOf(services, month, to);
  const earlier = await reports.claim(month, id, clock.now());
  if (earlier) {
    const isOver = Date.parse(clock.now()) - Date.parse(earlier.at) >= LEASE_MS;
    if (earlier.state !== 'claimed' || !isOver) return;
    const outcome = await mailer.outcome(id);
    if (outcome !== 'not-sent') {
      await reports.mark(month, id, outcome === 'sent' ? 'sent' : 'uncertain', clock.now());
      if (outcome === 'sent') return;
      log.warn('nobody can say whether the mail about a report has left', { month, mailId: id });
      log.count('MailUncertain');
      return;
    }
  }
  try {
    await mailer.send({
      id,
      from: fromOf(services),
      to,
      raw: await written(services, id, { month, to, findings }),
    });
  } catch (error) {
    if (error instanceof MailRejected || error instanceof SendingPaused)
      await reports.mark(month, id, 'released', clock.now());
    log.error('the mail about a report could not be sent', { month, mailId: id, error: `${error}` });
    log.count('MailFailed');
    throw error;
  }
  await reports.mark(month, id, 'sent', clock.now());
  log.info('an owner of the policy was told of a report', { month });
}

/** The same for the same month and person, however often it is asked for; nobody's address is in it. */
function mailIdOf({ sha256 }: Sending, month: Month, to: string): string {
  return `report-${month}-${Buffer.from(sha256(to)).toString('hex').slice(0, 16)}`;
}

const fromOf = ({ policy }: Sending) => policy.policy.shop.refunds;

async function written(
  { links, policy: { policy }, clock }: Sending,
  id: string,
  { month, to, findings }: { month: Month; to: string; findings: readonly string[] },
): Promise<Uint8Array> {
  const until = daysAfter(clock.now(), REPORT_LINK_DAYS);
  const link = await links.create({ purpose: 'report', month, person: to }, until);
  const { shop, review } = policy;
  const mail = {
    ...renderMail(reportReady({ month, policy, findings, link, until })),
    id,
    from: { name: shop.name, address: shop.refunds },
    to,
    // Who answers talks to the others who answer for the guidelines. The refunds address would make a case of it.
    replyTo: review.owners.join(', '),
  };
  return compose(mail, new Date(clock.now()));
}
