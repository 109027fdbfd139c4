import type { ReceivedMail } from '../../../functions/domain/mail.ts';
import type { Needs } from '../../../functions/domain/ports.ts';
import type { Erased } from '../../../functions/forget/erase-person.ts';
import type { Verdict } from '../../../functions/review-quarantine/review.ts';
import type { LocalExport } from '../exporting.ts';
import type { CustomerMail } from '../send-as-customer.ts';

/** What the desk shows and does, given by the machine it runs on. */
export interface DeskDeps
  extends Needs<
    | 'cases'
    | 'deliveries'
    | 'mails'
    | 'policy'
    | 'precedents'
    | 'rawMails'
    | 'parser'
    | 'attachments'
    | 'clock'
    | 'sha256'
    | 'log'
  > {
  /** A sent mail as it left, or undefined where the mailbox has none. */
  sentMail(id: string): Promise<Uint8Array | undefined>;
  /** Puts a quarantined mail into a case. Throws ReviewRefused. */
  release(verdict: Verdict): Promise<ReceivedMail>;
  /** Sends to the refunds address as a customer's own mail program would. */
  sendAsCustomer(mail: CustomerMail): Promise<void>;
  /** Deletes what is kept of a person. Throws CaseStillOpen. */
  erase(person: { address: string; evenOpen: boolean }): Promise<Erased>;
  /** Lists, reads and publishes policies (functions/publish-policy). */
  answerPolicy(asked: unknown): Promise<object>;
  exporting: LocalExport;
}

/** How many cases and mails the lists show, newest first. */
export const MOST_LISTED = 1_000;
