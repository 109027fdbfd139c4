import { isSameAddress } from '../domain/address.ts';
import { answersNeeded, answersOfLevel } from '../domain/answers.ts';
import { absenceOf } from '../domain/approvers.ts';
import type { AwaitingCase, CaseEvent } from '../domain/case.ts';
import { type Decision, refundOf } from '../domain/decision.ts';
import { formatMoney } from '../domain/money.ts';
import type { Policy } from '../domain/policy.ts';
import { type Answer, disagrees, outdatedAnswer, type Question, type Round } from '../domain/round.ts';
import type { Instant } from '../domain/time.ts';
import { formatFullDay, formatInstant } from '../wording/format.ts';
import { oneLine, shorten } from '../wording/plain.ts';
import { terms } from '../wording/terms.ts';
import type { Block, ListItem } from './blocks.ts';
import { catalogue } from './catalogue/index.ts';
import { mayBeRead } from './objection-blocks.ts';
import { resumedBlocks } from './resumed-blocks.ts';

/** As much of a colleague's note as a mail shows (characters). */
const MAX_NOTE = 1_000;

type Left = Extract<CaseEvent, { type: 'approver-left' }>;
/** Why a person is asked who was not asked when the round began, or is asked anew. */
export type AskedBecause =
  | 'waiting'
  | 'news'
  | 'handed-over'
  | 'answered'
  | 'unanswered'
  | 'unreachable'
  | 'second'
  | 'disagree';

/** The last reason there was to ask this person, beside the round's beginning. */
export function askedBecause({ history, round }: AwaitingCase, person: string): AskedBecause | undefined {
  if (round.question) return 'waiting';
  const event = history.findLast(
    (one) =>
      ('round' in one && one.round === round.number && one.type === 'round-resumed') ||
      isHandedTo(one, round.number, person) ||
      (isNews(one) && outdatedAnswer(round, person) !== undefined) ||
      (one.type === 'approver-answered' && one.round === round.number && (one.second || one.disagree)),
  );
  if (event?.type === 'round-resumed') return event.why;
  if (event?.type === 'approver-left') return 'handed-over';
  if (event?.type === 'customer-wrote') return 'news';
  if (disagrees(round)) return 'disagree';
  return othersAnswers(round, person).some(({ aboveLimit }) => !aboveLimit) ? 'second' : undefined;
}

/** Since when a person has had the case in this round. */
export function askedSince({ history, openedAt, round }: AwaitingCase, person: string): Instant {
  const began = history.findLast(
    (one) =>
      (one.type === 'round-opened' && one.round === round.number) ||
      (one.type === 'round-resumed' && one.round === round.number) ||
      isHandedTo(one, round.number, person),
  );
  return began?.at ?? openedAt;
}

/** Whether somebody who left the round asked this person to answer instead. */
export function isHandedTo(event: CaseEvent, round: number, person: string): event is Left {
  return (
    event.type === 'approver-left' &&
    event.round === round &&
    event.to !== undefined &&
    isSameAddress(event.to, person)
  );
}

/** Whether the customer told something that whoever had answered did not know. */
export function isNews(event: CaseEvent): boolean {
  return event.type === 'customer-wrote' && event.learned !== undefined;
}

/** What is particular about the round for one of its people: what became of a question, for whom they stand in, who has answered. */
export function roundBlocks(found: AwaitingCase, policy: Policy, person: string): Block[] {
  return [
    ...(found.round.question
      ? questionBlocks(found.round.question, policy)
      : resumedBlocks(found, policy, person)),
    ...standInBlocks(found, policy, person),
    ...answersBlocks(found, policy, person),
  ];
}

/** That the case waits for the customer, and for what: to somebody who came to it meanwhile. */
function questionBlocks({ by, text, until }: Question, { shop }: Policy): Block[] {
  const { staffLanguage: language, timeZone } = shop;
  const { waiting: says } = catalogue[language].approval;
  return [
    { type: 'note', tone: 'info', text: says.asked(oneLine(by), formatInstant(until, language, timeZone)) },
    { type: 'quote', text },
    { type: 'small', text: says.allTheSame },
  ];
}

function standInBlocks(found: AwaitingCase, policy: Policy, person: string): Block[] {
  const { history, round } = found;
  const { staffLanguage: language, timeZone } = policy.shop;
  const { standIn: says } = catalogue[language].approval;
  const place = round.standIns.findLast((one) => isSameAddress(one.person, person));
  if (!place) return [];
  const left = history.findLast(
    (one): one is Left =>
      one.type === 'approver-left' &&
      isSameAddress(one.person, place.for) &&
      (one.to === undefined || isSameAddress(one.to, person)),
  );
  const who = oneLine(place.for);
  if (left?.why === 'handed-over') {
    const text = says.handedOver(who, formatInstant(left.at, language, timeZone));
    const note: Block[] =
      left.note && mayBeRead(found, left) ? [{ type: 'quote', text: shorten(left.note, MAX_NOTE) }] : [];
    return [{ type: 'note', tone: 'info', text }, ...note];
  }
  const at = askedSince(found, person);
  const planned = absenceOf({ policy, absences: [], customer: '', excluded: [], at }, place.for);
  const until = left?.why === 'away' ? left.until : left ? undefined : planned?.until;
  const why = left?.why ?? (planned ? 'away' : 'other');
  const text = until ? says.awayUntil(who, formatFullDay(until, language)) : says[why](who);
  return [{ type: 'note', tone: 'info', text }];
}

function answersBlocks(found: AwaitingCase, policy: Policy, person: string): Block[] {
  const { round } = found;
  const { staffLanguage: language, timeZone } = policy.shop;
  const { answers: says } = catalogue[language].approval;
  const given = disagrees(round) ? round.answers : othersAnswers(round, person);
  const takes = answersOfLevel(found, policy);
  const others = listed(
    round.approvers.filter((one) => !isSameAddress(one, person)),
    language,
  );
  const items = given.map(({ at, by, decision, outdated }): ListItem => {
    const when = formatInstant(at, language, timeZone);
    return { lead: by, text: told(decision, policy), source: outdated ? says.before(when) : when };
  });
  const own = outdatedAnswer(round, person);
  const again: Block[] = own
    ? [{ type: 'note', tone: 'warn', text: says.again(told(own.decision, policy)) }]
    : [];
  const list: Block[] = items.length > 0 ? [{ type: 'list', items }] : [];
  const note = (text: string): Block[] => [...again, { type: 'note', tone: 'info', text }, ...list];
  if (disagrees(round)) return note(says.disagree);
  if (takes > 1) return note(says.several(takes, others));
  const counted = given.filter(({ aboveLimit, outdated }) => !aboveLimit && !outdated);
  if (counted.some(({ decision }) => answersNeeded(found, decision, policy) > 1)) return note(says.second);
  if (counted.length > 0) return note(says.notEnough);
  if (given.some(({ aboveLimit }) => aboveLimit)) return note(says.aboveLimit);
  if (given.length > 0) return note(says.outdated);
  return [...again, ...(others ? [{ type: 'small', text: says.first(others) } as const] : [])];
}

function othersAnswers({ answers }: Round, person: string): Answer[] {
  return answers.filter(({ by }) => !isSameAddress(by, person));
}

/** A decision in a few words: `Approved in full, $89.90`. */
function told(decision: Decision, { offers, shop }: Policy): string {
  const { staffLanguage: language } = shop;
  const money = refundOf(decision);
  const offer =
    decision.outcome === 'alternative'
      ? (offers.find(({ id }) => id === decision.offer)?.name[language] ?? decision.offer)
      : undefined;
  const parts = [terms[language].outcomes[decision.outcome], money && formatMoney(money, language), offer];
  return parts.filter(Boolean).join(', ');
}

function listed(names: readonly string[], language: Policy['shop']['staffLanguage']): string {
  return new Intl.ListFormat(language).format(names);
}
