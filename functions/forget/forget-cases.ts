import type { Case } from '../domain/case.ts';
import type { Needs, PersonalFiles, PersonalRecords } from '../domain/ports.ts';

/** What forgetting needs: to find and to delete, which nothing else may. */
export type Forgetting = Needs<'cases' | 'mails' | 'clock' | 'log'> & {
  records: PersonalRecords;
  files: PersonalFiles;
};

/**
 * Deletes cases with all that belongs to them: mails that came and their raw form, what was attached, mails that were sent, the
 * waiting place of the flow, and its precedent. The case itself goes last, so that a run that was cut short is finished by the next.
 */
export async function forgetCases(services: Forgetting, cases: readonly Case[]): Promise<void> {
  const { records, log } = services;
  const needed = await attachmentsNeededElsewhere(services, cases);
  for (const found of cases) {
    for (const id of await mailIdsOf(services, found)) await forgetMail(services, id);
    await removeAttachments(services, attachmentsIn(found), needed);
    await records.removeToken(found.id);
    await records.removePrecedent(found.id);
    await records.removeCase(found);
    log.info('a case was erased', { caseId: found.id });
  }
}

/** Deletes a mail, received or sent: what is recorded of it, its raw form, and the sender's copy. The record goes last. */
export async function forgetMail({ mails, records, files }: Forgetting, id: string): Promise<void> {
  const received = await mails.received(id);
  if (received) {
    for (const rawKey of await records.rawCopiesOf(id)) {
      await files.removeRawMail(rawKey);
      await records.removeRawCopy(id, rawKey);
    }
    await files.removeRawMail(received.rawKey);
    await records.removeReceived(id);
    return;
  }
  await files.removeSentCopy(id);
  await records.removeSent(id);
}

/** Deletes contents of attachments that no case is left to need: one photo or logo may have come with mails of many. */
export async function removeAttachments(
  { files }: Forgetting,
  hashes: ReadonlySet<string>,
  needed: ReadonlySet<string>,
): Promise<void> {
  for (const sha256 of hashes) if (!needed.has(sha256)) await files.removeAttachment(sha256);
}

/** Of the attachments of some cases, those that other cases have as well. */
export async function attachmentsNeededElsewhere(
  { cases }: Forgetting,
  leaving: readonly Case[],
): Promise<ReadonlySet<string>> {
  const theirs = new Set(leaving.flatMap((found) => [...attachmentsIn(found)]));
  const needed = new Set<string>();
  if (theirs.size === 0) return needed;
  const ids = new Set(leaving.map(({ id }) => id));
  for await (const other of cases.all()) {
    if (ids.has(other.id)) continue;
    for (const sha256 of attachmentsIn(other)) if (theirs.has(sha256)) needed.add(sha256);
  }
  return needed;
}

export function attachmentsIn({ history }: Case): ReadonlySet<string> {
  const attached = history.flatMap((event) => {
    if (event.type === 'received') return event.request.attachments;
    return 'attachments' in event ? event.attachments : [];
  });
  return new Set(attached.map(({ sha256 }) => sha256));
}

/** The mails a history names, and those that were sent, or nearly, and never got that far. */
async function mailIdsOf({ records }: Forgetting, { id, history }: Case): Promise<ReadonlySet<string>> {
  const named = history.flatMap((event) => ('mailId' in event ? [event.mailId] : []));
  const sent = await records.mailsAbout(id);
  return new Set([...named, ...sent.map((mail) => mail.id)]);
}
