import { isSameAddress } from './address.ts';
import type { Case, CaseEvent } from './case.ts';
import { impossible } from './impossible.ts';
import type { Promised, Round } from './round.ts';

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
  if (event.type === 'round-opened' && base.status === 'evaluated') return open(base, event, []);
  if (base.status !== 'awaiting-decision') throw impossible(base, event);
  const { round } = base;
  switch (event.type) {
    case 'round-opened':
      return open(base, event, round.answers);
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
      const others = round.answers.filter(({ by }) => !isSameAddress(by, event.by));
      const answers = [...others, { by: event.by, at: event.at, decision: event.decision }];
      return { ...base, round: { ...round, answers, askedAgain: round.askedAgain + (event.second ? 1 : 0) } };
    }
    case 'question-asked': {
      const { at, by, text, until } = event;
      return { ...base, round: { ...round, question: { at, by, text, until } } };
    }
    case 'round-resumed': {
      const { question: _, ...rest } = round;
      const { remindAt, deadline } = event;
      const again = { stage: 'asked', remindAt, deadline, askedAgain: round.askedAgain + 1 } as const;
      return { ...base, ...promisedAnew(event), round: { ...rest, ...again } };
    }
    default:
      return event satisfies never;
  }
}

/** The case without one of the people who are asked about it, or with somebody in their place. */
export function leave(base: Case, event: Extract<CaseEvent, { type: 'approver-left' }>): Case {
  const left = event.why === 'handed-over' ? base.left : [...base.left, event.person];
  if (base.status === 'evaluated') return { ...base, left };
  if (base.status !== 'awaiting-decision') throw impossible(base, event);
  const staying = base.round.approvers.filter((one) => !isSameAddress(one, event.person));
  const { to } = event;
  if (to === undefined) return { ...base, left, round: { ...base.round, approvers: staying } };
  const others = staying.filter((one) => !isSameAddress(one, to));
  const standIns = [...base.round.standIns, { person: to, for: event.person }];
  return { ...base, left, round: { ...base.round, approvers: [...others, to], standIns } };
}

function open(
  base: Extract<Case, { status: 'evaluated' | 'awaiting-decision' }>,
  event: Extract<RoundEvent, { type: 'round-opened' }>,
  answers: Round['answers'],
): Case {
  const { level, levelName, limit, approvers, standIns = [], remindAt, deadline } = event;
  return {
    ...base,
    ...promisedAnew(event),
    status: 'awaiting-decision',
    round: {
      number: event.round,
      level,
      levelName,
      limit,
      approvers,
      standIns,
      remindAt,
      deadline,
      stage: 'asked',
      overdueTimes: 0,
      askedAgain: 0,
      answers,
    },
  };
}

function promisedAnew({ promised }: { promised?: Omit<Promised, 'broken'> | undefined }): {
  promised?: Promised;
} {
  return promised ? { promised: { ...promised, broken: false } } : {};
}
