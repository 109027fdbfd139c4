import type { Absence } from './approvers.ts';
import type { Case, MailKind } from './case.ts';
import type { Language } from './language.ts';
import type { ParsedMail, ReceivedMail } from './mail.ts';
import type { Order } from './order.ts';
import type { Parameters } from './placeholders.ts';
import type { Candidate, Precedent } from './precedents.ts';
import type { PublishedPolicy } from './published-policy.ts';
import type { RefundRequested } from './refund-events.ts';
import type { SenderRates } from './sender-rates.ts';
import type { Day, Instant, Month } from './time.ts';
import type { CompiledPolicy } from './weighing.ts';

/** Time, which a local run may speed up. Stored instants and deadlines are in this clock's time. */
export interface Clock {
  now(): Instant;
  /** Whole seconds of real waiting until an instant, at least 1: what a flow's wait or timeout is given. */
  secondsUntil(instant: Instant): number;
}

/** The cases. Every write is one conditional write of one item. */
export interface Cases {
  /** Throws CaseExists when the reference is taken. */
  create(created: Case): Promise<void>;
  /** Throws CaseNotFound, or CaseUnreadable. */
  load(id: string): Promise<Case>;
  /** Writes a case that was read at `version`. Throws VersionConflict when someone else has written since. */
  save(changed: Case, version: number): Promise<void>;
  /** Newest first. */
  recent(limit: number): Promise<Case[]>;
  /** The newest `limit` cases of a customer that were opened until an instant, or all; oldest first. */
  byCustomer(address: string, limit?: number, until?: Instant): Promise<Case[]>;
  /** Every case, oldest first, a page at a time. */
  all(): AsyncIterable<Case>;
  /** The cases that were opened on a day in UTC, oldest first, a page at a time. */
  openedOn(day: Day): AsyncIterable<Case>;
  /** The cases that were last written between two instants by the machine's clock, in no order, a page at a time. */
  lastWritten(from: Instant, until: Instant): AsyncIterable<Case>;
}

/** On which days (UTC) cases were opened, and of which of them cases have changed. */
export interface CaseDays {
  /** Every day with a case, the oldest first. */
  all(): AsyncIterable<Day>;
  /**
   * The days of which a case was written, or deleted, from an instant on, the oldest first. It is the machine's clock that counts, not the
   * one that stands in the case.
   */
  changedSince(at: Instant): Promise<Day[]>;
}

export interface OutgoingMail {
  id: string;
  caseId: string;
  kind: MailKind;
  to: string;
  subject: string;
}

/** A mail as it was written, and what has to be known to send it later. */
export interface HeldMail {
  subject: string;
  html: string;
  text: string;
  language: Language;
  answersCustomer: boolean;
  /** What it says where it leaves on a later day than that on which it was written; absent where it says the same. */
  late?: { html: string; text: string } | undefined;
  /** When it began to wait, which is its place among those that do; absent before it waits. */
  since?: Instant | undefined;
}

/**
 * claimed: about to be sent. sent: handed over. rejected: refused by the sender, so it may be claimed again. held: waits.
 * uncertain: a crash fell between claiming and marking and nobody can say whether it left; a person looks.
 */
export type OutgoingState = 'claimed' | 'sent' | 'rejected' | 'uncertain' | 'held';

export interface OutgoingRecord extends OutgoingMail {
  state: OutgoingState;
  claimedAt: Instant;
  sentAt?: Instant | undefined;
  /** The sender's own name for it, which bounces refer to. */
  providerId?: string | undefined;
  /** Kept of a mail that waited, until it is known what became of it. */
  held?: HeldMail | undefined;
}

/** Received mails and what became of them, and sent mails and how far sending got. */
export interface Mails {
  /** Writes a received mail unless it is there; returns what is stored. */
  record(mail: ReceivedMail): Promise<ReceivedMail>;
  /** Writes what became of a received mail, unless something has become of it; returns what is stored. */
  settle(mail: ReceivedMail): Promise<ReceivedMail>;
  received(id: string): Promise<ReceivedMail | undefined>;
  /** Newest first; those whose release has begun and is not done are among them. */
  quarantined(limit: number): Promise<ReceivedMail[]>;
  /** Writes what a person decided about a mail, where it is in quarantine still. Returns whether it was. */
  review(mail: ReceivedMail): Promise<boolean>;
  /** How many mails an address has written within the hour up to `at`, this one among them however often it is counted. */
  countWithinHour(address: string, mailId: string, at: Instant): Promise<number>;
  /**
   * Claims a mail for sending: a new one, one that was rejected, or one that waits. Returns undefined when the claim is ours, else the
   * record that is there. With `held` it stays among the mails that wait until it is marked.
   */
  claim(
    mail: OutgoingMail & { held?: HeldMail | undefined },
    at: Instant,
  ): Promise<OutgoingRecord | undefined>;
  /**
   * Keeps a mail to send it later: one that nobody has claimed, or that whoever calls claimed at `claimedAt` and has certainly not
   * sent. One that waited before keeps its place. Returns the record that is there.
   */
  hold(mail: OutgoingMail & { held: HeldMail }, at: Instant, claimedAt?: Instant): Promise<OutgoingRecord>;
  /** Mails that wait, and those of them whose sending has begun; the longest waiting first. `limit` undefined means all. */
  waiting(limit?: number): AsyncIterable<OutgoingRecord>;
  /** Empties the record of a mail that waits and that nobody needs any more. What somebody has begun to do with it since stays. */
  giveUp(record: OutgoingRecord): Promise<void>;
  /** Writes what became of a claimed mail, unless that is certain already; returns the record as it then is. */
  mark(id: string, state: OutgoingState, at: Instant, providerId?: string): Promise<OutgoingRecord>;
  outgoing(id: string): Promise<OutgoingRecord | undefined>;
  /** Every mail that is no longer merely claimed, and does not wait, newest first. */
  sent(limit: number): Promise<OutgoingRecord[]>;
}

/** An address that nothing is sent to. */
export interface Suppression {
  address: string;
  why: 'bounced' | 'complained';
  since: Instant;
}

/** What is known of how our mails arrive. */
export interface Deliveries {
  /** Counts that a mail came back, or was called spam; each mail once for each. */
  count(mailId: string, why: 'bounced' | 'complained', at: Instant): Promise<void>;
  /** What is counted at an instant (domain/sender-rates.ts). `sent` is 0 where it makes no difference. */
  rates(at: Instant): Promise<SenderRates>;
  /** Keeps that nothing is sent to an address: for a month after mails came back, for a year after one was called spam; the later of both. */
  suppress(suppression: Suppression): Promise<void>;
  /** Mails are sent to it again; what comes late of what was said before takes nothing back. */
  lift(address: string, at: Instant): Promise<void>;
  suppressionOf(address: string, at: Instant): Promise<Suppression | undefined>;
}

export interface Orders {
  get(number: string): Promise<Order | undefined>;
  /** The newest `limit` orders of an address that were placed until an instant, newest first. */
  byCustomer(address: string, limit: number, until: Instant): Promise<Order[]>;
  /** Those that are not stored just so: new ones, and changed ones. */
  changed(orders: Order[]): Promise<Order[]>;
  /** Writes an order, unless it is there from a file that came in later than `importedAt`. */
  put(order: Order, importedAt: Instant): Promise<void>;
}

/** The policies that were published, numbered from 1 without gaps. */
export interface Policies {
  /** The newest of those that came after a number, 0 for all; undefined where none did. */
  newestAfter(number: number): Promise<PublishedPolicy | undefined>;
  version(number: number): Promise<PublishedPolicy | undefined>;
  /** The `limit` versions up to a number, newest first. */
  upTo(number: number, limit: number): Promise<PublishedPolicy[]>;
  /** Puts the next one live. Returns false where somebody else has published that number. */
  publish(policy: PublishedPolicy): Promise<boolean>;
}

/** What decided cases leave behind for the ones like them. */
export interface Precedents {
  /** Keeps the precedent of a case. What a case left is changed by a later decision and by nothing else. */
  keep(precedent: Precedent): Promise<void>;
  /**
   * The newest decided cases with this reason for asking, in one query whatever there is: at most `MOST_CANDIDATES`, of one
   * category of products or of all.
   */
  candidates(reason: string, category?: string): Promise<Candidate[]>;
  /** Those of these cases that left a precedent which is there still, in the order asked for. */
  of(caseIds: readonly string[]): Promise<Precedent[]>;
}

/** What approvers said of themselves: when they are away, the last that each said; and whose requests they must not decide. */
export interface Absences {
  /** Of these people, those who said something; however long ago. */
  of(people: readonly string[]): Promise<Absence[]>;
  put(absence: Absence): Promise<void>;
  /** Keeps that somebody must not decide on a customer's requests. Saying it again changes nothing. */
  nameConflict(person: string, customer: string): Promise<void>;
  /** Who has said so of a customer. */
  conflictsWith(customer: string): Promise<string[]>;
}

/** Task tokens, which never leave the table: the flow's waiting place for each case. */
export interface TaskTokens {
  /** Keeps a token, unless one of a later try is there. `since` orders the tries (ms, the greater the later). */
  put(caseId: string, token: string, since: number): Promise<void>;
  get(caseId: string): Promise<string | undefined>;
}

/** Raw mails as they arrived, by key. */
export interface RawMails {
  /** Throws RawMailMissing. */
  get(key: string): Promise<Uint8Array>;
}

/** What came with mails, each content once, by the SHA-256 of its bytes in hexadecimal. */
export interface Attachments {
  /** Keeps a content. Keeping it again changes nothing but how long it stays. */
  keep(sha256: string, content: Uint8Array): Promise<void>;
  /** Throws AttachmentMissing. */
  get(sha256: string): Promise<Uint8Array>;
  /**
   * An address that serves the content to whoever has it, as a download of that name and never inline, for a minute; undefined
   * where the store has no addresses, and contents of every size are handed through.
   */
  link(sha256: string, name: string): Promise<string | undefined>;
}

/** Finds and deletes what is recorded about people. Only what forgets has it: everything else adds and never deletes. */
export interface PersonalRecords {
  /** Every case of a customer. Throws CaseUnreadable rather than leave one out. */
  casesOf(address: string): Promise<Case[]>;
  mailsFrom(address: string): Promise<ReceivedMail[]>;
  /** Where the raw form of a mail lies that was delivered more than once, beside the first. */
  rawCopiesOf(mailId: string): Promise<string[]>;
  /** Mails received before an instant that became no part of a case. */
  mailsWithoutCase(before: Instant): AsyncIterable<ReceivedMail>;
  /** The mails sent about a case, however far their sending got. */
  mailsAbout(caseId: string): Promise<OutgoingRecord[]>;
  ordersOf(address: string): Promise<Order[]>;
  /** Deletes a case as it was read. Throws VersionConflict when someone has written since. What is gone already is gone. */
  removeCase(found: Case): Promise<void>;
  removeRawCopy(mailId: string, rawKey: string): Promise<void>;
  removeReceived(mailId: string): Promise<void>;
  removeSent(mailId: string): Promise<void>;
  removeOrder(number: string): Promise<void>;
  removeToken(caseId: string): Promise<void>;
  removePrecedent(caseId: string): Promise<void>;
  /** What is counted of the mails of an address. */
  removeCount(address: string): Promise<void>;
  /** What a person said of when they are away, where they are an approver. */
  removeAbsence(person: string): Promise<void>;
  /** That nothing is sent to an address. */
  removeSuppression(address: string): Promise<void>;
  /** Who must not decide on a customer's requests. */
  removeConflicts(customer: string): Promise<void>;
}

/** Deletes the files that records lead to. What is gone already is gone. */
export interface PersonalFiles {
  removeRawMail(key: string): Promise<void>;
  removeAttachment(sha256: string): Promise<void>;
  /** The copy of a sent mail, where the sender keeps one. */
  removeSentCopy(mailId: string): Promise<void>;
}

/** Reads raw mails within bounds. */
export interface MailParser {
  /** Throws UnreadableMail for bytes no mail can be made of, LimitExceeded for a mail that takes too much to read. */
  parse(raw: Uint8Array): Promise<ParsedMail>;
  close(): Promise<void>;
}

/** Sends composed mails. */
export interface Mailer {
  /**
   * Hands a mail over; returns the sender's own name for it. Throws MailRejected when it has certainly not left, SendingPaused where no
   * mail of ours leaves.
   */
  send(mail: { id: string; from: string; to: string; raw: Uint8Array }): Promise<string>;
  /** Whether a mail that was claimed and never marked has left. Most senders cannot say. */
  outcome(id: string): Promise<'sent' | 'not-sent' | 'unknown'>;
}

/** Tells a payment system of money that is due, where one listens. It may hear of a refund more than once. */
export interface RefundEvents {
  requested(event: RefundRequested): Promise<void>;
}

/** A value of an answer: days as `2026-03-03`, instants as stored, numbers of every kind as numbers (exact to 15 digits). */
export type Answer = string | number | boolean | null;
/** One row of an answer, by the names of its columns. */
export type AnswerRow = Record<string, Answer>;

/** Reads the exported tables (functions/export/tables), of which `cases` and the others are the names. */
export interface Queries {
  /**
   * The rows of one SELECT. `:name` in it stands for the parameter of that name, which is passed as a value whatever is in it. Throws QueryFailed with the
   * reason, NothingExported where there are no tables yet.
   */
  run(sql: string, parameters?: Parameters): Promise<AnswerRow[]>;
}

/** The state machine. */
export interface Flow {
  /** Starts the flow of a case; starting twice is starting once. */
  start(caseId: string): Promise<void>;
  /**
   * Starts the flow once more where it may have ended before its case did: finished steps do nothing twice. Starting again at
   * one version of the case is starting once.
   */
  startAgain(caseId: string, version: number): Promise<void>;
  /** Wakes the step that waits with this token. Throws NotWaiting when it no longer waits. */
  succeed(token: string): Promise<void>;
}

export type LinkClaims =
  | { purpose: 'decide'; caseId: string; round: number; person: string }
  /** One attachment, for as long as the round runs: for mails, so that a photo can be looked at without the page. */
  | { purpose: 'attachment'; caseId: string; sha256: string; person: string }
  | { purpose: 'feedback'; caseId: string; person: string }
  /** To say that a refund was paid, or why not. */
  | { purpose: 'refund'; caseId: string; refund: number; person: string }
  /** To choose an offer. */
  | { purpose: 'offers'; caseId: string; person: string }
  /** To object to what was decided. */
  | { purpose: 'object'; caseId: string; person: string }
  /** To read the report of a month. */
  | { purpose: 'report'; month: Month; person: string };
export type Purpose = LinkClaims['purpose'];

/** The monthly reports, each page whole. */
export interface Reports {
  put(month: Month, language: Language, page: string): Promise<void>;
  /** Throws ReportMissing. */
  get(month: Month, language: Language): Promise<string>;
  /**
   * Claims a mail that tells of a report; of several runs one has it. Returns undefined when the claim is ours, else how far sending
   * got. Such a mail belongs to no case, so what became of it lies beside the report.
   */
  claim(month: Month, mailId: string, at: Instant): Promise<ReportMail | undefined>;
  /** Writes what became of a claimed mail. `released`: it has certainly not left and may be claimed again. */
  mark(month: Month, mailId: string, state: 'sent' | 'uncertain' | 'released', at: Instant): Promise<void>;
}
export interface ReportMail {
  state: 'claimed' | 'sent' | 'uncertain';
  at: Instant;
}

/** Signed links and the marks a page puts into its form. */
export interface Links {
  /** The full address of the page a link opens. */
  create(claims: LinkClaims, expires: Instant): Promise<string>;
  /** Throws LinkInvalid or LinkExpired. */
  read<P extends Purpose>(token: string, purpose: P): Promise<Extract<LinkClaims, { purpose: P }>>;
  /** The case that a link of ours is about, though it may have run out; undefined where it is about none, or is not ours. */
  caseOf(token: string): Promise<string | undefined>;
  /**
   * A mark that only a page opened through this link carries; it lasts as long as the link, and says how much of the case the page
   * showed (`seen`, see newsOf). Throws as read does.
   */
  formMark(token: string, seen?: number): Promise<string>;
  /** What the page with this mark showed, or undefined where the mark is not one of this link's. */
  readFormMark(mark: string, token: string): Promise<{ seen: number } | undefined>;
}

/** The signed addresses replies are asked for, one a case. */
export interface ReplyAddresses {
  of(caseId: string): string;
  /** The case an address was made for, or undefined where it is not one of ours. */
  caseOf(address: string): string | undefined;
  /** The name a mail of ours goes under in its headers: its id, and behind it what only those can know who had the mail. */
  sealed(mailId: string): string;
  /** The id of the mail that goes under a name, or undefined where its seal is not ours. */
  unsealed(name: string): string | undefined;
}

/** Digests, kept out of the pure domain. */
export type Sha256 = (content: string | Uint8Array) => Uint8Array;

export interface Log {
  info(message: string, fields?: Record<string, unknown>): void;
  warn(message: string, fields?: Record<string, unknown>): void;
  error(message: string, fields?: Record<string, unknown>): void;
  /** One more of something an operator is alarmed by. */
  count(metric: Metric): void;
}
export type Metric =
  | 'CaseOverdue'
  | 'CaseUnreadable'
  | 'ExportBehind'
  | 'FinanceUnreachable'
  | 'FlowNotWoken'
  | 'MailFailed'
  | 'MailHeld'
  | 'MailQuarantined'
  | 'MailUncertain'
  | 'OrdersRejected'
  | 'PolicyUnreadable'
  | 'RefundFailed'
  | 'RefundLate'
  | 'RefundPaidTwice'
  | 'SendingAtRisk'
  | 'StepFailed';

/** Everything a use case may reach, wired once where the process starts. A use case names the parts it needs. */
export interface Services {
  /** The live one, for as long as one mail, step or page takes. */
  policy: CompiledPolicy;
  policies: Policies;
  clock: Clock;
  cases: Cases;
  caseDays: CaseDays;
  absences: Absences;
  mails: Mails;
  deliveries: Deliveries;
  orders: Orders;
  precedents: Precedents;
  tokens: TaskTokens;
  rawMails: RawMails;
  attachments: Attachments;
  reports: Reports;
  parser: MailParser;
  mailer: Mailer;
  refundEvents: RefundEvents;
  flow: Flow;
  links: Links;
  replyAddresses: ReplyAddresses;
  sha256: Sha256;
  log: Log;
}

export type Needs<K extends keyof Services> = Pick<Services, K>;
