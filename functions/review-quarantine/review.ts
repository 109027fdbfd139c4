import { ReviewRefused } from '../domain/errors.ts';
import { type ReceivedMail, whyNotReleased } from '../domain/mail.ts';
import type { Needs } from '../domain/ports.ts';
import { intake } from '../intake/intake.ts';

/** Which mail, and who decides about it. */
export interface Verdict {
  id: string;
  by: string;
}

/**
 * A person says of a quarantined mail that it is a person's: it is read again and goes into a case, whatever it looks like.
 * Releasing it again goes on where an earlier release stopped, and makes no second case. Throws ReviewRefused with what is in
 * the way; whatever else goes wrong is thrown as it is, and the mail stays in quarantine.
 */
export async function release(
  services: Parameters<typeof intake>[0],
  verdict: Verdict,
): Promise<ReceivedMail> {
  const { mails } = services;
  const mail = await find(services, verdict.id);
  if (mail.fate.state === 'quarantined') {
    const { reason } = mail.fate;
    const never = whyNotReleased(reason);
    if (never) throw new ReviewRefused(`This mail cannot be released, because ${never}. ${INSTEAD}`);
    const released = { reason, by: verdict.by, at: services.clock.now() };
    const begun: ReceivedMail = { ...mail, fate: { state: 'stored' }, released };
    return (await mails.review(begun)) ? finish(services, begun) : release(services, verdict);
  }
  if (mail.released && mail.fate.state === 'stored') return finish(services, mail);
  if (mail.released && mail.fate.state !== 'dismissed') return mail;
  throw new ReviewRefused(toldOf(mail));
}

/** Takes a mail from the list for good, as one that nobody needs to answer. Throws ReviewRefused where somebody was faster. */
export async function dismiss(
  services: Needs<'mails' | 'clock' | 'log'>,
  { id, by }: Verdict,
): Promise<ReceivedMail> {
  const mail = await find(services, id);
  if (mail.fate.state === 'dismissed') return mail;
  if (mail.fate.state !== 'quarantined') throw new ReviewRefused(toldOf(mail));
  const { reason } = mail.fate;
  const dismissed: ReceivedMail = {
    ...mail,
    fate: { state: 'dismissed', reason, by, at: services.clock.now() },
  };
  if (!(await services.mails.review(dismissed))) return dismiss(services, { id, by });
  services.log.info('a mail was dismissed', { mailId: id, reason, by });
  return dismissed;
}

/** A quarantined mail for a list; `notReleasable` says why it can only be dismissed. */
export function entryOf({ id, from, subject, receivedAt, fate, released }: ReceivedMail) {
  const reason = fate.state === 'quarantined' ? fate.reason : (released?.reason ?? '');
  return { id, from, subject, receivedAt, reason, notReleasable: whyNotReleased(reason) ?? null };
}

const INSTEAD = 'Read the mail as it arrived, answer by hand if it needs an answer, and dismiss it here.';

async function find({ mails }: Needs<'mails'>, id: string): Promise<ReceivedMail> {
  const mail = await mails.received(id);
  if (!mail) throw new ReviewRefused(`There is no mail ${id}. The list has the ids of those in quarantine.`);
  return mail;
}

async function finish(services: Parameters<typeof intake>[0], begun: ReceivedMail): Promise<ReceivedMail> {
  const { mails, log } = services;
  const { released, ...mail } = begun;
  const putBack = async (reason: string) => mails.settle({ ...mail, fate: { state: 'quarantined', reason } });
  let read: ReceivedMail;
  try {
    read = await intake(services, { rawKey: mail.rawKey, released });
  } catch (error) {
    await putBack(released?.reason ?? '');
    throw error;
  }
  if (!('caseId' in read.fate)) {
    const reason = 'reason' in read.fate ? read.fate.reason : (released?.reason ?? '');
    await putBack(reason);
    throw new ReviewRefused(`This mail was read again and cannot go into a case: ${reason}. ${INSTEAD}`);
  }
  log.info('a mail was released', { mailId: mail.id, ...released });
  // A mail that could not be read has a record of its own; what it is a copy of may have ended before.
  return read.id === mail.id ? read : mails.settle({ ...begun, fate: read.fate });
}

function toldOf({ fate, released }: ReceivedMail): string {
  switch (fate.state) {
    case 'dismissed':
      return `This mail was dismissed by ${fate.by} at ${fate.at}; it can neither be released nor dismissed any more.`;
    case 'opened-case':
    case 'joined-case':
      return released
        ? `This mail was released by ${released.by} at ${released.at} and is in case ${fate.caseId}.`
        : `This mail is not in quarantine: it is in case ${fate.caseId}.`;
    case 'stored':
      return released
        ? `This mail is being released by ${released.by}. Should that have stopped, release it again.`
        : 'This mail is being read. Look again in a moment.';
    case 'quarantined':
      return 'This mail is in quarantine.';
    default:
      return fate satisfies never;
  }
}
