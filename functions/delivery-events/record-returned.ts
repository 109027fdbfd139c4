import { isSameAddress } from '../domain/address.ts';
import type { Case } from '../domain/case.ts';
import { CaseNotFound } from '../domain/errors.ts';
import type { Needs, OutgoingMail } from '../domain/ports.ts';
import { brakeOf } from '../domain/sender-rates.ts';
import type { Instant } from '../domain/time.ts';
import type { Sending } from '../notify/send-once.ts';
import { tellUnreachable } from '../notify/tell-unreachable.ts';
import { changeCase } from '../runtime/change-case.ts';
import { rulesNow } from '../runtime/rules.ts';
import { wakeFlow } from '../runtime/wake-flow.ts';

export type Recording = Sending & Needs<'absences' | 'tokens' | 'flow'>;

/** What is said of a mail of ours. */
export interface Returned {
  /** The report, or what the provider calls it. */
  reportId: string;
  why: 'bounced' | 'complained' | 'rejected';
  status?: string | undefined;
  /** It moves the round: for good, and told by whoever knows. */
  believed: boolean;
  /** Nothing is sent to the address any more. */
  suppresses: boolean;
  /** It counts against us with the provider. */
  counts: boolean;
  at: Instant;
}

/**
 * Writes onto its case that a mail of ours did not arrive, or was called spam, and does what follows: nothing more is sent to the
 * address, whoever is next is asked, and somebody is told of a customer who cannot be reached. Once more changes nothing, and finishes
 * what was cut short. Returns undefined where the case is gone.
 */
export async function recordReturned(
  services: Recording,
  about: OutgoingMail,
  returned: Returned,
): Promise<Case | undefined> {
  const { cases, deliveries, log } = services;
  const { reportId, why, status, believed, at } = returned;
  if (returned.suppresses && why !== 'rejected')
    await deliveries.suppress({ address: about.to, why, since: at });
  if (returned.counts && why !== 'rejected') await countReturn(services, about, why, at);
  try {
    const before = await cases.load(about.caseId);
    const found = await changeCase(cases, about.caseId, {
      type: 'record-return',
      ...(await rulesNow(services, [], before)),
      mailId: reportId,
      about: about.id,
      to: about.to,
      why,
      ...(status && { status }),
      ...(believed && { believed: true as const }),
    });
    if (found.version > before.version) log.count('MailFailed');
    if (believed) await follow(services, found, about, returned);
    return found;
  } catch (error) {
    if (!(error instanceof CaseNotFound)) throw error;
    log.warn('a mail came back of a case that is gone', { caseId: about.caseId });
    return undefined;
  }
}

/** Counts it, and tells when it brings us near what the provider would stop. */
async function countReturn(
  { deliveries, clock, log }: Recording,
  { id }: OutgoingMail,
  why: 'bounced' | 'complained',
  at: Instant,
): Promise<void> {
  await deliveries.count(id, why, at);
  const rates = await deliveries.rates(clock.now());
  const brake = brakeOf(rates);
  if (brake === 'open') return;
  log.warn('many mails come back', { ...rates, brake });
  log.count('SendingAtRisk');
}

async function follow(
  services: Recording,
  found: Case,
  about: OutgoingMail,
  { reportId, why }: Returned,
): Promise<void> {
  const isCustomer = isSameAddress(about.to, found.request.customer.address);
  const isStillAsked =
    found.status === 'awaiting-decision' && found.round.approvers.some((one) => isSameAddress(one, about.to));
  if (why === 'bounced' && isStillAsked) {
    services.log.warn('the only person who could decide cannot be reached', { caseId: found.id });
    services.log.count('CaseOverdue');
  }
  if (movesRound(found, reportId)) await wakeFlow(services, found, 'leave it');
  if (isCustomer) await tellUnreachable(services, found, why, about.kind);
}

/** Whether a report changed who is asked, or what is waited for. It and what it brought about were written as one. */
function movesRound({ history }: Case, reportId: string): boolean {
  const returned = history.findIndex((event) => event.type === 'mail-returned' && event.mailId === reportId);
  const next = history[returned + 1]?.type;
  return returned >= 0 && (next === 'approver-left' || next === 'round-resumed');
}
