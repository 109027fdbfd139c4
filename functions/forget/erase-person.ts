import type { Case } from '../domain/case.ts';
import { withoutWords } from '../domain/erase-words.ts';
import { CaseStillOpen, VersionConflict } from '../domain/errors.ts';
import type { ReceivedMail } from '../domain/mail.ts';
import { caseIfThere } from '../runtime/case-if-there.ts';
import {
  attachmentsIn,
  attachmentsNeededElsewhere,
  type Forgetting,
  forgetCases,
  forgetMail,
  removeAttachments,
} from './forget-cases.ts';
import { isOver } from './forget-old.ts';

/** A case changes a few times a day; past this many lost races something is wrong. */
const ATTEMPTS = 8;

/** What was deleted of a person. `kept`: mails of theirs that opened somebody else's case, which belong to that person. */
export interface Erased {
  cases: string[];
  mails: number;
  orders: number;
  kept: string[];
}

/**
 * Deletes what is kept of the person with this address: their cases, their mails, what they wrote about others' cases, their
 * orders, when they are away, who must not decide for them, and that their address takes no mail. An open case is deleted only when asked for (`evenOpen`): nobody will be answered, paid or asked any more. Throws
 * CaseStillOpen naming the open ones otherwise. Running it again finishes what was cut short.
 */
export async function erasePerson(
  services: Forgetting,
  { address, evenOpen }: { address: string; evenOpen: boolean },
): Promise<Erased> {
  const { records, log } = services;
  const before = await records.mailsFrom(address);
  const cases = await eraseCases(services, address, evenOpen);
  const left = await records.mailsFrom(address);
  const kept: string[] = [];
  for (const mail of left) {
    const other = await otherCaseOf(services, mail);
    if (other?.firstMailId === mail.id) {
      kept.push(mail.id);
      continue;
    }
    if (other) await eraseWords(services, other, mail);
    await forgetMail(services, mail.id);
  }
  const orders = await records.ordersOf(address);
  for (const { number } of orders) await records.removeOrder(number);
  await records.removeCount(address);
  await records.removeAbsence(address);
  await records.removeConflicts(address);
  await records.removeSuppression(address);
  log.info('a person was erased', {
    cases: cases.length,
    mails: before.length - kept.length,
    orders: orders.length,
  });
  return {
    cases,
    mails: before.length - kept.length,
    orders: orders.length,
    kept,
  };
}

/** Deletes a person's cases, and returns their references. An open case goes on meanwhile: then it is read and deleted again. */
async function eraseCases(services: Forgetting, address: string, evenOpen: boolean): Promise<string[]> {
  const erased = new Set<string>();
  for (let attempt = 1; ; attempt++) {
    const theirs = await services.records.casesOf(address);
    const open = theirs.filter((found) => !isOver(found));
    if (open.length > 0 && !evenOpen) throw new CaseStillOpen(stillOpen(open));
    for (const { id } of theirs) erased.add(id);
    try {
      await forgetCases(services, theirs);
      return [...erased];
    } catch (error) {
      if (!(error instanceof VersionConflict) || attempt === ATTEMPTS) throw error;
    }
  }
}

/** The case of another customer that a mail became a part of, if it is still there. */
async function otherCaseOf({ cases }: Forgetting, { fate }: ReceivedMail): Promise<Case | undefined> {
  return 'caseId' in fate ? caseIfThere(cases, fate.caseId) : undefined;
}

/** Takes what a mail said out of somebody else's case, and out of the copies of what was written about it since. */
async function eraseWords(services: Forgetting, found: Case, mail: ReceivedMail): Promise<void> {
  const { cases, clock, records, files } = services;
  const changed = withoutWords(found, mail.id, clock.now());
  for (const sent of await records.mailsAbout(found.id)) {
    const since = Date.parse(sent.claimedAt) >= Date.parse(mail.receivedAt);
    if (since && sent.state !== 'claimed') await files.removeSentCopy(sent.id);
  }
  const gone = [...attachmentsIn(found)].filter((sha256) => !attachmentsIn(changed).has(sha256));
  await removeAttachments(services, new Set(gone), await attachmentsNeededElsewhere(services, [found]));
  await cases.save(changed, found.version);
}

function stillOpen(open: readonly Case[]): string {
  const named = open.map(({ id, status }) => `${id} (${status})`).join(', ');
  return (
    `still open: ${named}. Let every case be decided and followed up first, or erase even open ones ` +
    '(--even-open, deployed "evenOpen": true): then nobody is answered, asked or paid any more'
  );
}
