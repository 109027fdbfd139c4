import * as z from 'zod';
import { isSameAddress } from './address.ts';
import { Decision } from './decision.ts';
import { Evaluation } from './evaluation.ts';
import { Money } from './money.ts';
import { Attachment, Learned, Request } from './request.ts';
import type { Promised, Round } from './round.ts';
import type { Refund, Settling } from './settlement.ts';
import { Day, Instant } from './time.ts';

/** The mail kinds the product sends. */
export const MailKind = z.enum([
  'acknowledgement',
  'approval-request',
  'approval-reminder',
  'overdue-notice',
  'decision',
  'refund-request',
  'follow-up',
  'customer-reply',
  'request-joined',
  'already-decided',
  'withdrawal',
  'within-policy',
  'request-reopened',
  'staff-note',
  'feedback-received',
  'customer-question',
  'delay-notice',
  'refund-reminder',
  'refund-paid',
  'refund-late',
  'refund-failed',
  'offers-reminder',
  'offer-accepted',
  'offer-to-fulfil',
  'objection-received',
  'new-promise',
  'customer-unreachable',
]);
export type MailKind = z.infer<typeof MailKind>;

/** A score from 1 (very dissatisfied) to 5 (very satisfied): the five-point customer satisfaction (CSAT) scale. */
const Score = z.int().min(1).max(5);

const at = { at: Instant };
const round = { round: z.int().positive() };
const waits = { remindAt: Instant, deadline: Instant };
/** The number of a refund of the case, from 1. */
const refund = { refund: z.int().positive() };
const RefundDue = z.object({
  amount: Money,
  way: z.string().optional(),
  dueBy: Instant,
  askAgainAt: Instant,
});
const PromisedAnswer = z.object({ by: Instant, warnAt: Instant });

/**
 * conflict: they said that they must not decide this. handed-over: to a colleague. away: they, or their mail program, said that they
 * are not there. unreachable: a mail to them came back.
 */
const LeftBecause = z.enum(['conflict', 'handed-over', 'away', 'unreachable']);
export type LeftBecause = z.infer<typeof LeftBecause>;
const mail = { mailId: z.string(), kind: MailKind, to: z.string() };
/** A later mail: its sender's own words, and what came with them. */
const words = {
  mailId: z.string(),
  from: z.string(),
  text: z.string(),
  attachments: z.array(Attachment).default([]),
  attachmentsNotKept: z.int().positive().optional(),
};

/** What happened to a case, in the past tense. The list of them is the case: its state is computed from nothing else. */
export const CaseEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('received'),
    ...at,
    mailId: z.string(),
    /** The customer's own Message-ID, so that our mails join their conversation. */
    messageId: z.string().optional(),
    /** Whether the sender's address was proved; absent where no server of ours could tell. */
    sender: z.enum(['verified', 'failed']).optional(),
    request: Request,
  }),
  z.object({ type: z.literal('mail-sent'), ...at, ...mail }),
  /** A mail was refused, or broke on its way out. Where it left later after all, `mail-sent` follows. */
  z.object({
    type: z.literal('mail-failed'),
    ...at,
    ...mail,
    error: z.string(),
    /** Set where trying again would not help. */
    refused: z.literal(true).optional(),
  }),
  /** Nobody can say whether a mail left: whoever sent it died on the way. It is not sent again. */
  z.object({ type: z.literal('mail-uncertain'), ...at, ...mail }),
  /** A mail waits until it can be sent without putting the account in danger. `mail-sent` follows. */
  z.object({ type: z.literal('mail-held'), ...at, ...mail }),
  /** `learned`: facts that were missing and stand in these words. */
  z.object({ type: z.literal('customer-wrote'), ...at, ...words, learned: Learned.optional() }),
  /** Somebody the case does not know named it in a mail. A note for a person; none of the customer's words. */
  z.object({ type: z.literal('stranger-wrote'), ...at, ...words }),
  /** Somebody of the shop answered a mail about the case. A note for their colleagues; it decides nothing. */
  z.object({ type: z.literal('staff-wrote'), ...at, ...words }),
  /** The customer no longer asks for anything. `mailId` is the mail in which they say so. */
  z.object({ type: z.literal('withdrawn'), ...at, mailId: z.string() }),
  /** The customer goes on after all. */
  z.object({ type: z.literal('reopened'), ...at, mailId: z.string() }),
  /**
   * A server says that our mail `about` did not arrive, or somebody's mail program that it was called spam. rejected: the provider
   * would not deliver it. `mailId`: the report, or what the provider calls it.
   */
  z.object({
    type: z.literal('mail-returned'),
    ...at,
    mailId: z.string(),
    about: z.string(),
    to: z.string(),
    why: z.enum(['bounced', 'complained', 'rejected']),
    /** What the server gave as its reason: an enhanced status code (RFC 3463). */
    status: z.string().optional(),
    /**
     * Set where it is for good, and told by the provider or with what only the server of the mail's recipient can know; any other
     * moves nothing.
     */
    believed: z.literal(true).optional(),
  }),
  z.object({ type: z.literal('evaluated'), ...at, evaluation: Evaluation }),
  /**
   * `level` is a place in the policy of that day; `levelName` finds the level in a later one. `limit`: the most that its approvers
   * may approve, whatever a later policy says; absent where there is none.
   */
  z.object({
    type: z.literal('round-opened'),
    ...at,
    ...round,
    level: z.int().nonnegative(),
    levelName: z.string().optional(),
    limit: Money.optional(),
    approvers: z.array(z.string()),
    standIns: z.array(z.object({ person: z.string(), for: z.string() })).optional(),
    /** How many answers of one kind the level takes, whoever leaves later. */
    answers: z.int().positive().optional(),
    ...waits,
    promised: PromisedAnswer.optional(),
  }),
  /** One answer of a round that takes more than one. `second`: a colleague is asked for the second that it takes. */
  z.object({
    type: z.literal('approver-answered'),
    ...at,
    ...round,
    by: z.string(),
    decision: Decision,
    second: z.boolean().optional(),
    /** Set where everybody has answered, they do not agree, and nobody else can be asked: all of them are to hear of it. */
    disagree: z.literal(true).optional(),
  }),
  /** Somebody is asked no longer: `to` is who is asked instead of them; `until` the last day on which they are away. */
  z.object({
    type: z.literal('approver-left'),
    ...at,
    ...round,
    person: z.string(),
    why: LeftBecause,
    to: z.string().optional(),
    until: Day.optional(),
    note: z.string().optional(),
  }),
  /** An approver asks the customer something; the round waits for the answer. */
  z.object({
    type: z.literal('question-asked'),
    ...at,
    ...round,
    by: z.string(),
    text: z.string(),
    until: Instant,
  }),
  /** The round goes on: the customer answered, did not within their time, or could not be asked. */
  z.object({
    type: z.literal('round-resumed'),
    ...at,
    ...round,
    why: z.enum(['answered', 'unanswered', 'unreachable']),
    ...waits,
    promised: PromisedAnswer.optional(),
  }),
  /** The promised day will be missed: the customer is to be told. */
  z.object({ type: z.literal('promise-broken'), ...at, promised: Instant }),
  z.object({ type: z.literal('reminder-due'), ...at, ...round }),
  z.object({ type: z.literal('overdue'), ...at, ...round, deadline: Instant }),
  /** `with`: who had given the same answer before. */
  z.object({
    type: z.literal('decided'),
    ...at,
    ...round,
    by: z.string(),
    decision: Decision,
    with: z.array(z.string()).min(1).optional(),
  }),
  /** What a decision grants is asked for, whether or not the customer can be told of it. */
  z.object({ type: z.literal('refund-asked'), ...at, refund: RefundDue }),
  /** Where a payment system listens, it was told of a refund. */
  z.object({ type: z.literal('refund-announced'), ...at, ...refund }),
  /** With the offers that the customer was told of; and with the money, where nobody had asked for it before. */
  z.object({
    type: z.literal('told'),
    ...at,
    followUpAt: Instant,
    /** Set where the customer's address takes no mail: whoever decided was asked to tell them. */
    unreached: z.literal(true).optional(),
    refund: RefundDue.optional(),
    offers: z
      .object({ choices: z.array(z.string()).min(1), remindAt: Instant, expiresAt: Instant })
      .optional(),
  }),
  /** Whoever pays has said that the money left, and under which reference. */
  z.object({ type: z.literal('refund-paid'), ...at, ...refund, by: z.string(), reference: z.string() }),
  z.object({
    type: z.literal('refund-failed'),
    ...at,
    ...refund,
    by: z.string(),
    why: z.string(),
    askAgainAt: Instant,
  }),
  z.object({ type: z.literal('refund-reminder-due'), ...at, ...refund, askAgainAt: Instant }),
  /** The day that was told has passed and nobody has said that it was paid: the customer is told so. */
  z.object({ type: z.literal('refund-late'), ...at, ...refund, askAgainAt: Instant }),
  /** `refund`: where the offer is a partial refund. */
  z.object({ type: z.literal('offer-accepted'), ...at, offer: z.string(), refund: RefundDue.optional() }),
  z.object({ type: z.literal('offers-declined'), ...at }),
  /**
   * The customer objects. `fact`: something the decision rests on is wrong, and `learned` is what is right; it is weighed anew and
   * decided once more. `decision`: somebody else decides, who does not see the first opinion.
   */
  z.object({
    type: z.literal('objected'),
    ...at,
    about: z.enum(['fact', 'decision']),
    says: z.string(),
    learned: Learned.optional(),
  }),
  z.object({ type: z.literal('offers-reminder-due'), ...at }),
  z.object({ type: z.literal('offers-expired'), ...at }),
  z.object({ type: z.literal('followed-up'), ...at }),
  /** `left`: whether anything is left to put right, where they said. */
  z.object({
    type: z.literal('feedback-given'),
    ...at,
    score: Score,
    comment: z.string(),
    left: z.boolean().optional(),
  }),
  /** What somebody else than the customer had written was erased from this history, as they asked. */
  z.object({ type: z.literal('words-erased'), ...at, mailId: z.string() }),
  z.object({ type: z.literal('step-failed'), ...at, step: z.string(), error: z.string() }),
]);
export type CaseEvent = z.infer<typeof CaseEvent>;

export interface Decided {
  at: Instant;
  by: string;
  round: number;
  decision: Decision;
  /** Who had given the same answer before, where it took more than one. */
  with?: string[] | undefined;
}

/** What a customer says against a decision. */
export interface Objection {
  at: Instant;
  about: 'fact' | 'decision';
  says: string;
  learned?: Learned | undefined;
}

export interface Feedback {
  at: Instant;
  score: number;
  comment: string;
  /** Whether anything is left to put right, where they said. */
  left?: boolean | undefined;
}

interface Common {
  id: string;
  /** How many events the case has; checked at every write. */
  version: number;
  openedAt: Instant;
  updatedAt: Instant;
  firstMailId: string;
  firstMessageId?: string | undefined;
  sender?: 'verified' | 'failed' | undefined;
  request: Request;
  feedback?: Feedback;
  /** What the customer was promised; absent before anybody was asked. */
  promised?: Promised;
  /** Money that was asked for, in the order in which it was. */
  refunds: Refund[];
  /** What was decided before the customer objected, the oldest first. */
  earlier: Decided[];
  /** Why it is, or was, looked at again. */
  objection?: Objection;
  /** Who is not asked any more about this case. */
  left: string[];
  /** Set while a step has failed and nothing has succeeded since. */
  problem?: { at: Instant; step: string; error: string };
  history: CaseEvent[];
}

/** One customer's request and all that happened to it. */
export type Case = Common &
  (
    | { status: 'received' }
    | { status: 'evaluated'; evaluation: Evaluation }
    | { status: 'withdrawn'; withdrawnAt: Instant; evaluation?: Evaluation; round?: Round }
    | { status: 'awaiting-decision'; evaluation: Evaluation; round: Round }
    | { status: 'decided'; evaluation: Evaluation; round: Round; decided: Decided }
    /** `told` until the customer was asked how it went, the money has been paid and no offer is open; then `closed`. */
    | ({
        status: 'told' | 'closed';
        evaluation: Evaluation;
        round: Round;
        decided: Decided;
      } & Settling)
  );

export type Status = Case['status'];
export type DecidedCase = Extract<Case, { decided: Decided }>;
export type AwaitingCase = Extract<Case, { status: 'awaiting-decision' }>;
export type ToldCase = Extract<Case, { status: 'told' | 'closed' }>;
export type WithdrawnCase = Extract<Case, { status: 'withdrawn' }>;

/** The mails of a case that did not leave, may not have, or wait, in the order in which that was found out. */
export function unsentMails({ history }: Case) {
  const sent = new Set(history.flatMap((event) => (event.type === 'mail-sent' ? [event.mailId] : [])));
  return history
    .filter(
      (event) =>
        event.type === 'mail-failed' || event.type === 'mail-uncertain' || event.type === 'mail-held',
    )
    .filter(({ mailId }) => !sent.has(mailId))
    .filter(
      ({ mailId, type }, index, all) =>
        all.findIndex((one) => one.mailId === mailId && one.type === type) === index,
    );
}

/** Whether a mail to the customer is known not to have reached them. */
export function isUnreachable(found: Case): boolean {
  const isTheirs = ({ to }: { to: string }) => isSameAddress(to, found.request.customer.address);
  const returned = found.history.some(
    (event) => event.type === 'mail-returned' && event.why !== 'complained' && isTheirs(event),
  );
  return returned || unsentMails(found).some((event) => event.type === 'mail-failed' && isTheirs(event));
}

/** The people a case is with: who is asked, then who decided. Nobody before anybody was asked. */
export function caseHolders(found: Case): string[] {
  if (found.status === 'awaiting-decision') return found.round.approvers;
  if (found.status === 'withdrawn') return found.round?.approvers ?? [];
  return isDecided(found) ? [found.decided.by] : [];
}

/** Whether a person has decided, whatever has happened since. */
export function isDecided(found: Case): found is DecidedCase {
  return 'decided' in found;
}

/** What was decided about a case, the oldest first: more than once where its customer objected. */
export function decisionsOf(found: Case): Decided[] {
  return isDecided(found) ? [...found.earlier, found.decided] : found.earlier;
}

/** Whether a decision is still to come. A case that was withdrawn has none coming. */
export function isUndecided(found: Case): boolean {
  return found.status !== 'withdrawn' && !isDecided(found);
}

/**
 * What an approver has to have seen to answer: how often something happened to a case that bears on the answer. A page that was
 * opened before the last of it is behind.
 */
export function newsOf(found: Case): number {
  return newsSince(found, 0).length;
}

/** What has happened since a page that showed so much of it, as far as it bears on the answer; oldest first. */
export function newsSince({ history }: Case, seen: number): CaseEvent[] {
  return history.filter(({ type }) => news.has(type)).slice(seen);
}
const news: ReadonlySet<CaseEvent['type']> = new Set([
  'customer-wrote',
  'evaluated',
  'round-opened',
  'approver-answered',
  'question-asked',
  'round-resumed',
]);
