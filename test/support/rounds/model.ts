import type { Absence } from '../../../functions/domain/approvers.ts';
import type { Case, CaseEvent } from '../../../functions/domain/case.ts';
import { type Command, decide } from '../../../functions/domain/decide.ts';
import type { Decision } from '../../../functions/domain/decision.ts';
import { GoodwillError } from '../../../functions/domain/errors.ts';
import { evolve, replay } from '../../../functions/domain/evolve.ts';
import type { Policy } from '../../../functions/domain/policy.ts';
import type { Learned, Request } from '../../../functions/domain/request.ts';
import { nextDeadline } from '../../../functions/domain/round.ts';
import type { Rules } from '../../../functions/domain/round-rules.ts';
import { dayAfter, dayOf, hoursAfter, type Instant } from '../../../functions/domain/time.ts';
import { AT, received } from '../cases.ts';
import { evaluation, MARIA } from './shop.ts';

/** Whatever can happen to a case that people are asked about. */
export type Move =
  /** An approver sends the form of the round that is open, or of the first. */
  | { move: 'answer'; by: string; says: Says; round?: 'first' }
  | { move: 'conflict'; person: string }
  | { move: 'hand-over'; person: string; to: string }
  /** They say until when they are away, or their mail program does. */
  | { move: 'away'; person: string; days: number; instead?: string }
  | { move: 'ask'; by: string }
  /** `tells`: something that was not known. */
  | { move: 'write'; says?: 'withdraw' | 'thanks'; tells?: true }
  | { move: 'bounce'; to: string }
  /** Nothing happens until the next deadline, which the flow then passes. */
  | { move: 'wait' }
  /** The flow looks at the case after some time, deadline or not. */
  | { move: 'look'; hours: number }
  | { move: 'publish'; policy: number };
export type Says = 'full' | 'part' | 'declined';

/** A case, the time, and what else decides on whom it asks. */
export interface World {
  found: Case;
  at: Instant;
  policies: readonly Policy[];
  policy: Policy;
  absences: readonly Absence[];
  /** How many mails came in: each has an id of its own. */
  mails: number;
}

/** What a move came to. `refused`: what was said to whoever made it, where it changed nothing for a reason. */
export interface Step {
  before: World;
  after: World;
  commands: readonly Command[];
  events: readonly CaseEvent[];
  refused?: GoodwillError;
}

export const decisions: Readonly<Record<Says, Decision>> = {
  full: { outcome: 'approved', amount: { minor: 8990, currency: 'USD' } },
  part: { outcome: 'part-approved', amount: { minor: 4000, currency: 'USD' } },
  declined: { outcome: 'declined', reason: 'It was worn for a year.' },
};

const FELL: Learned = { reason: { source: 'mail', value: 'other', words: 'I dropped it down the stairs' } };

/** A case that came in just now, and the people asked about it. */
export function begin(policies: readonly Policy[], request: Partial<Request> = {}, at: Instant = AT): World {
  const [policy] = policies;
  if (!policy) throw new Error('a shop has a policy');
  const found = replay('RX-MODEL-001', [received(request, at)]);
  return evaluated({ found, at, policies, policy, absences: [], mails: 1 });
}

/** What follows when this happens. The flow evaluates a case that was taken up again. */
export function take(before: World, move: Move): Step {
  const moved = worldOf(before, move);
  const command = commandOf(moved, move);
  if (!command) return { before, after: moved, commands: [], events: [] };
  try {
    const events = decide(command, moved.found);
    const after = { ...moved, found: events.reduce<Case>(evolve, moved.found) };
    return { before, after: evaluated(after), commands: [command], events };
  } catch (error) {
    if (!(error instanceof GoodwillError)) throw error;
    return { before, after: moved, commands: [command], events: [], refused: error };
  }
}

export function rulesOf({ at, policy, absences }: World): Rules {
  return { at, policy, absences };
}

function evaluated(world: World): World {
  if (world.found.status !== 'received') return world;
  const command = { type: 'record-evaluation', evaluation, ...rulesOf(world) } as const;
  return { ...world, found: decide(command, world.found).reduce<Case>(evolve, world.found) };
}

/** The world in which a move is made: time goes on, policies are published, people say that they are away. */
function worldOf(before: World, move: Move): World {
  switch (move.move) {
    case 'wait': {
      const { found, at } = before;
      if (found.status !== 'awaiting-decision') return before;
      const due = nextDeadline(found);
      return { ...before, at: Date.parse(due) > Date.parse(at) ? due : at };
    }
    case 'look':
      return { ...before, at: hoursAfter(before.at, move.hours) };
    case 'publish':
      return { ...before, policy: before.policies[move.policy % before.policies.length] ?? before.policy };
    case 'away': {
      const others = before.absences.filter(({ person }) => person !== move.person);
      return { ...before, absences: [...others, absenceOf(before, move)] };
    }
    case 'write':
    case 'bounce':
      return { ...before, mails: before.mails + 1 };
    default:
      return before;
  }
}

function absenceOf({ at, policy }: World, move: Move & { move: 'away' }): Absence {
  const until = dayAfter(dayOf(at, policy.shop.timeZone), move.days);
  return { person: move.person, until, ...(move.instead && { instead: move.instead }) };
}

function commandOf(world: World, move: Move): Command | undefined {
  const { found, mails } = world;
  const rules = rulesOf(world);
  const round = 'round' in found ? (found.round?.number ?? 1) : 1;
  const mail = { mailId: `mail-${mails}`, ...rules };
  switch (move.move) {
    case 'answer': {
      const { by, says } = move;
      const asked = move.round === 'first' ? 1 : round;
      return { type: 'decide-round', round: asked, by, decision: decisions[says], ...rules };
    }
    case 'conflict':
      return { type: 'leave-round', round, person: move.person, why: 'conflict', ...rules };
    case 'hand-over':
      return { type: 'leave-round', round, person: move.person, why: 'handed-over', to: move.to, ...rules };
    case 'away': {
      const { person, until, instead } = absenceOf(world, move);
      return { type: 'leave-round', round, person, why: 'away', until, to: instead, ...rules };
    }
    case 'ask':
      return { type: 'ask-customer', round, by: move.by, text: 'Which colour was it?', ...rules };
    case 'write': {
      const { says, tells } = move;
      const wrote = { from: MARIA, text: 'Hello.', attachments: [], ...(tells && { learned: FELL }) };
      return { type: 'record-words', ...wrote, ...mail, by: 'customer', says };
    }
    case 'bounce':
      return {
        type: 'record-return',
        about: `about-${mails}`,
        to: move.to,
        why: 'bounced',
        believed: true,
        ...mail,
      };
    case 'wait':
    case 'look':
      return { type: 'pass-deadline', round, ...rules };
    case 'publish':
      return undefined;
    default:
      return move satisfies never;
  }
}
