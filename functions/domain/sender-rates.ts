import type { MailKind } from './case.ts';

/** What became of the mails of the last days: how many were sent, and of how many a server or a reader complained. */
export interface SenderRates {
  sent: number;
  /** Mails that came back for good, to addresses that SES did not know as bad. */
  bounced: number;
  /** Mails that somebody called spam. */
  complained: number;
}

/** open: everything is sent. slow: what nobody asked for waits. stop: every mail to a customer waits. */
export type Brake = 'open' | 'slow' | 'stop';

/**
 * What is counted: the mails of three days, and at most the newest 5,000. Short enough that a stop ends by itself, long enough that a
 * shop with a hundred mails a day has a rate. SES reckons with a volume that is typical of the sender, and tells no figure.
 */
export const WINDOW_HOURS = 72;
export const WINDOW_MAILS = 5_000;

/**
 * SES reviews an account at 5 % bounces and at 0.1 % complaints. It slows down at half of that, and stops at four fifths, because what
 * was sent before comes back for hours after. A rate is reckoned on no fewer mails than `least`: with few mails one bounce is a high
 * rate and no danger. So it takes 7 bounces to slow down and 10 to stop, or 3 complaints and 4.
 */
const BOUNCES = { slow: 0.025, stop: 0.04, least: 250 };
const COMPLAINTS = { slow: 0.0005, stop: 0.0008, least: 5_000 };

/** How far these rates have to slow down what is sent. */
export function brakeOf({ sent, bounced, complained }: SenderRates): Brake {
  const bounceRate = bounced / Math.max(sent, BOUNCES.least);
  const complaintRate = complained / Math.max(sent, COMPLAINTS.least);
  const reaches = (step: 'slow' | 'stop') => bounceRate >= BOUNCES[step] || complaintRate >= COMPLAINTS[step];
  if (reaches('stop')) return 'stop';
  return reaches('slow') ? 'slow' : 'open';
}

/** Mails that no customer waits for. */
const unasked: ReadonlySet<MailKind> = new Set(['follow-up', 'offers-reminder']);

/** Whether somebody waits for mails of a kind. */
export function isAwaited(kind: MailKind): boolean {
  return !unasked.has(kind);
}

/**
 * Whether a mail waits until the rates are better. What goes to staff never does: their addresses stand in the policy and take our mails
 * every day, so that it makes the rates better, and cases go on being decided. An address that was not proved may be a stranger's.
 */
export function waitsForBrake(
  brake: Brake,
  mail: { kind: MailKind; answersCustomer: boolean },
  sender: 'verified' | 'failed' | undefined,
): boolean {
  if (brake === 'open' || !mail.answersCustomer) return false;
  return brake === 'stop' || !isAwaited(mail.kind) || sender === 'failed';
}
