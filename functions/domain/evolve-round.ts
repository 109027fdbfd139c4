import { isSameAddress } from './address.ts';
import type { Case, CaseEvent } from './case.ts';
import { impossible } from './impossible.ts';
import { isWithinLimit, levelKey, type Promised, type Round } from './round.ts';

type RoundEvent = Extract<
  CaseEvent,
  {
    type:
      | 'round-opened'
      | 'reminder-due'
      | 'overdue'
      | 'approver-answered'
      | 'question-asked'
      | 'round-resumed';
  }
>;

/** The case after something happened to its approval round. */
export function applyToRound(base: Case, event: RoundEvent): Case {
  if (event.type === 'round-opened' && base.status === 'evaluated') return open(base, event, { answers: [] });
  if (base.status !== 'awaiting-decision') throw impossible(base, event);
  const { round } = base;
  switch (event.type) {
    case 'round-opened':
      return open(base, event, round);
    case 'reminder-due':
      return { ...base, round: { ...round, stage: 'reminded' } };
    case 'overdue': {
      const { deadline } = event;
      return {
        ...base,
        round: { ...round, stage: 'overdue', deadline, overdueTimes: round.overdueTimes + 1 },
      };
    }
    case 'approver-answered': {
      const { by, at, decision } = event;
      const aboveLimit = !isWithinLimit(round, decision);
      const answer = { by, at, decision, level: levelKey(round), ...(aboveLimit && { aboveLimit }) };
      const answers = [...round.answers.filter((one) => !isSameAddress(one.by, by)), answer];
      const { disagreed: _, ...rest } = round;
      const askedAgain = round.askedAgain + (event.second || event.disagree ? 1 : 0);
      const disagreed = event.disagree && { disagreed: true as const };
      return { ...base, round: { ...rest, answers, askedAgain, ...disagreed } };
    }
    case 'question-asked': {
      const { at, by, text, until } = event;
      return { ...base, round: { ...round, question: { at, by, text, until } } };
    }
    case 'round-resumed': {
      const { question: _, ...rest } = round;
      const { remindAt, deadline } = event;
      const again = { stage: 'asked', remindAt, deadline, askedAgain: round.askedAgain + 1 } as const;
      const told = event.why === 'answered' ? outdate(rest) : rest;
      return { ...base, ...promisedAnew(event, true), round: { ...told, ...again } };
    }
    default:
      return event satisfies never;
  }
}

/** The round once the customer has told more than those knew who have answered. */
export function outdate<R extends Pick<Round, 'answers'>>(round: R): R {
  return { ...round, answers: round.answers.map((answer) => ({ ...answer, outdated: true as const })) };
}

/** The case without one of the people who are asked about it, or with somebody in their place. */
export function leave(base: Case, event: Extract<CaseEvent, { type: 'approver-left' }>): Case {
  const { person, why, to } = event;
  const isThem = (one: string) => isSameAddress(one, person);
  const left = why === 'handed-over' || base.left.some(isThem) ? base.left : [...base.left, person];
  if (base.status === 'evaluated') return { ...base, left };
  if (base.status !== 'awaiting-decision') throw impossible(base, event);
  const { round } = base;
  // Who must not decide has no say in it, and who is replaced is not counted twice. Any other answer stands.
  const isVoid = why === 'conflict' || to !== undefined;
  const answers = isVoid ? round.answers.filter(({ by }) => !isThem(by)) : round.answers;
  const staying = round.approvers.filter((one) => !isThem(one));
  if (to === undefined) return { ...base, left, round: { ...round, answers, approvers: staying } };
  const approvers = [...staying.filter((one) => !isSameAddress(one, to)), to];
  const standIns = [...round.standIns, { person: to, for: person }];
  return { ...base, left, round: { ...round, answers, approvers, standIns } };
}

/** What was answered goes on counting, and the customer, who was told that we wait for them, is waited for by whoever is asked next. */
function open(
  base: Extract<Case, { status: 'evaluated' | 'awaiting-decision' }>,
  event: Extract<RoundEvent, { type: 'round-opened' }>,
  { answers, question }: Pick<Round, 'answers' | 'question'>,
): Case {
  const { level, levelName, limit, approvers, standIns = [], answers: needed, remindAt, deadline } = event;
  return {
    ...base,
    ...promisedAnew(event, !isAcknowledged(base)),
    status: 'awaiting-decision',
    round: {
      number: event.round,
      level,
      levelName,
      limit,
      approvers,
      standIns,
      needed,
      remindAt,
      deadline,
      stage: 'asked',
      overdueTimes: 0,
      askedAgain: 0,
      answers,
      ...(question && { question }),
    },
  };
}

function promisedAnew(
  { promised }: { promised?: Pick<Promised, 'by' | 'warnAt'> | undefined },
  untold: boolean,
): { promised?: Promised } {
  return promised ? { promised: { ...promised, broken: false, ...(untold && { untold }) } } : {};
}

/** Whether nothing kept the last mail from leaving that tells a customer until when they have an answer. */
function isAcknowledged({ history }: Case): boolean {
  const last = history.findLast(
    (event) => 'kind' in event && (event.kind === 'acknowledgement' || event.kind === 'request-reopened'),
  );
  return last?.type !== 'mail-failed';
}
