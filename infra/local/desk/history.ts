import type { CaseEvent } from '../../../functions/domain/case.ts';
import type { Decision } from '../../../functions/domain/decision.ts';
import { formatMoney, type Money } from '../../../functions/domain/money.ts';
import type { Policy } from '../../../functions/domain/policy.ts';
import type { Offers, Refund } from '../../../functions/domain/settlement.ts';
import { formatInstant, formatWeight } from '../../../functions/wording/format.ts';
import { oneLine, shorten } from '../../../functions/wording/plain.ts';
import { scorePoint, terms } from '../../../functions/wording/terms.ts';

const words = terms.en;

/** What happened, in a sentence for the person at the desk. */
export function tell(event: CaseEvent, policy: Policy): string {
  const when = (at: string) => formatInstant(at, 'en', policy.shop.timeZone);
  switch (event.type) {
    case 'received':
      return `A mail from ${event.request.customer.address} opened the case.`;
    case 'mail-sent':
      return `${words.mailKinds[event.kind]} sent to ${event.to}.`;
    case 'mail-uncertain':
      return `${words.mailKinds[event.kind]} to ${event.to}: nobody can say whether it left, and it is not sent again.`;
    case 'mail-held':
      return `${words.mailKinds[event.kind]} to ${event.to} waits: too many mails came back lately. It is sent by itself once fewer do.`;
    case 'mail-failed':
      return `${words.mailKinds[event.kind]} to ${event.to} could not be sent: ${event.error}`;
    case 'stranger-wrote':
      return `${event.from}, whom the case does not know, wrote about it: “${shorten(oneLine(event.text), 300)}”`;
    case 'customer-wrote':
      return `${event.from} wrote again.`;
    case 'staff-wrote':
      return `${event.from}, of the shop, wrote about it: “${shorten(oneLine(event.text), 300)}”`;
    case 'withdrawn':
      return 'The customer took the request back.';
    case 'reopened':
      return 'The customer goes on with the request after all.';
    case 'mail-returned':
      return RETURNED[event.why](event);
    case 'evaluated': {
      const { route, score, policyVersion, policyFingerprint } = event.evaluation;
      const text = policyFingerprint === undefined ? '' : ` (${policyFingerprint})`;
      return `Evaluated by policy ${policyVersion}${text}: ${words.routes[route]} (score ${formatWeight(score, 'en')}).`;
    }
    case 'round-opened':
      return `${event.approvers.join(', ') || 'Nobody'} asked to decide (${event.levelName ?? levelName(event.level, policy)}${inPlace(event.standIns)}), until ${when(event.deadline)}.`;
    case 'approver-answered':
      return `${event.by} answered: ${tellDecision(event.decision, policy)}. ${event.second ? 'A second approver has to agree.' : 'It takes more than one answer.'}`;
    case 'approver-left':
      return `${event.person} ${LEFT[event.why]}${event.until ? ` until ${event.until}` : ''}.${event.to ? ` ${event.to} is asked instead.` : ''}${event.note ? ` “${shorten(oneLine(event.note), 300)}”` : ''}`;
    case 'question-asked':
      return `${event.by} asked the customer: “${shorten(oneLine(event.text), 300)}” The case waits until ${when(event.until)}.`;
    case 'round-resumed':
      return `${RESUMED[event.why]} The approvers are asked again, until ${when(event.deadline)}.`;
    case 'promise-broken':
      return `The answer promised for ${when(event.promised)} will be late: the customer is told.`;
    case 'reminder-due':
      return 'No decision yet: a reminder was due.';
    case 'overdue':
      return `Every level was asked and nobody decided: the alarm was raised, and the last level is asked again until ${when(event.deadline)}.`;
    case 'decided':
      return `${event.by} decided: ${tellDecision(event.decision, policy)}.${otherwise(event.decision)}`;
    case 'refund-asked':
      return `Finance is asked for the money.${askedFor(event.refund, when)}`;
    case 'refund-announced':
      return 'A payment system that listens has been told of the money.';
    case 'told':
      return `${event.unreached ? 'The customer could not be told by mail: whoever decided was asked to.' : 'The customer has been told.'}${askedFor(event.refund, when)}${offered(event.offers, when)} The follow-up is due ${when(event.followUpAt)}.`;
    case 'followed-up':
      return 'The customer was asked how it went.';
    case 'refund-paid':
      return `${event.by} says that the refund was paid (reference ${shorten(oneLine(event.reference), 100)}).`;
    case 'refund-failed':
      return `${event.by} says that the refund could not be paid: “${shorten(oneLine(event.why), 300)}”`;
    case 'refund-reminder-due':
      return 'Nobody has said that the refund was paid: finance is asked again.';
    case 'refund-late':
      return 'The day the customer was told has passed without a word that the refund was paid: the alarm was raised, and the customer is told so.';
    case 'offer-accepted':
      return `The customer accepted an offer: ${policy.offers.find(({ id }) => id === event.offer)?.name.en ?? event.offer}.${askedFor(event.refund, when)}`;
    case 'offers-declined':
      return 'The customer wants none of the offers.';
    case 'offers-reminder-due':
      return 'The offers run out soon: the customer is reminded.';
    case 'objected':
      return event.about === 'fact'
        ? `The customer says that a fact is wrong: “${shorten(oneLine(event.says), 300)}”`
        : `The customer asks that somebody else looks again: “${shorten(oneLine(event.says), 300)}”`;
    case 'offers-expired':
      return 'The offers have run out.';
    case 'feedback-given': {
      const point = scorePoint(event.score);
      return `The customer answered: ${event.score} of 5${point ? `, ${words.scores[point].toLowerCase()}` : ''}.`;
    }
    case 'words-erased':
      return 'What somebody else had written about the case was erased, as they asked.';
    case 'step-failed':
      return `A step failed while the case was “${event.step}”: ${event.error}`;
    default:
      return event satisfies never;
  }
}

function askedFor(
  refund: { amount: Money; dueBy: string } | undefined,
  when: (at: string) => string,
): string {
  return refund ? ` ${formatMoney(refund.amount, 'en')} is to be paid until ${when(refund.dueBy)}.` : '';
}

function offered(offers: { expiresAt: string } | undefined, when: (at: string) => string): string {
  return offers ? ` They can choose an offer until ${when(offers.expiresAt)}.` : '';
}

const RETURNED = {
  bounced: ({ about, to, status }: Returned) =>
    `The mail ${about} did not reach ${to}${status ? ` (${status})` : ''}.`,
  complained: ({ about, to }: Returned) => `${to} marked the mail ${about} as spam.`,
  rejected: ({ about, to }: Returned) =>
    `The mail ${about} to ${to} was not delivered: the mail service held it for dangerous.`,
};
type Returned = Extract<CaseEvent, { type: 'mail-returned' }>;

const LEFT = {
  conflict: 'must not decide this',
  'handed-over': 'handed the case over',
  away: 'is away',
  unreachable: 'cannot be reached by mail',
} as const;

const RESUMED = {
  answered: 'The customer answered.',
  unanswered: 'The customer did not answer in time.',
  unreachable: 'The customer could not be asked.',
} as const;

function inPlace(standIns: ReadonlyArray<{ person: string; for: string }> = []): string {
  return standIns.map((one) => `; ${one.person} in place of ${one.for}`).join('');
}

function otherwise({ againstPrecedents }: Decision): string {
  return againstPrecedents
    ? ` Otherwise than cases like it: “${shorten(oneLine(againstPrecedents), 300)}”`
    : '';
}

/** A decision in a few words: `An amount approved, $40.00`. */
export function tellDecision(decision: Decision, { offers }: Policy): string {
  const outcome = words.outcomes[decision.outcome];
  switch (decision.outcome) {
    case 'approved':
    case 'part-approved':
      return `${outcome}, ${formatMoney(decision.amount, 'en')}`;
    case 'alternative':
      return `${outcome}, ${offers.find(({ id }) => id === decision.offer)?.name.en ?? decision.offer}`;
    case 'declined':
      return outcome;
    default:
      return decision satisfies never;
  }
}

/** A level's name in the policy; a policy may have lost a level since. */
export function levelName(level: number, { approval }: Policy): string {
  return approval.levels[level]?.name ?? `level ${level + 1}`;
}

/** What became of money, in a few words. */
export function tellRefund({ state, isLate, paid, failure }: Refund): string {
  if (paid) return `paid (${shorten(oneLine(paid.reference), 100)})`;
  if (state === 'failed' && failure) return `could not be paid: “${shorten(oneLine(failure.why), 100)}”`;
  return isLate ? 'late' : 'asked for';
}

/** What became of offers, in a few words. */
export function tellOffers({ state, choices, accepted }: Offers, { offers }: Policy): string {
  const name = (choice: string) => offers.find(({ id }) => id === choice)?.name.en ?? choice;
  if (accepted !== undefined) return `${name(accepted)}, accepted`;
  const words = { open: 'open', declined: 'none wanted', expired: 'run out', accepted: 'accepted' };
  return `${choices.map(name).join(', ')}: ${words[state]}`;
}
