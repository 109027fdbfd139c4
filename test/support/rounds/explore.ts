import { nextDeadline } from '../../../functions/domain/round.ts';
import { holds, stands } from './invariants.ts';
import { type Move, take, type World } from './model.ts';

/** How far an exploration came. */
export interface Explored {
  worlds: number;
  steps: number;
  decided: number;
}

/**
 * Takes every move in every world that `depth` moves lead to, each world once, and checks what has to hold. Throws with the moves
 * that led to where it does not.
 */
export function explore(start: World, moves: readonly Move[], depth: number): Explored {
  const seen = new Set([keyOf(start)]);
  let edge = [{ world: start, path: [] as Move[] }];
  const explored = { worlds: 1, steps: 0, decided: 0 };
  for (let far = 0; far < depth; far++) {
    const next: typeof edge = [];
    for (const { world, path } of edge) {
      for (const move of moves) {
        const taken = [...path, move];
        const step = take(world, move);
        explored.steps++;
        const key = keyOf(step.after);
        const isNew = !seen.has(key);
        try {
          holds(step);
          if (isNew) stands(step.after);
        } catch (error) {
          throw new Error(`after ${tell(taken)}: ${error instanceof Error ? error.message : error}`, {
            cause: error,
          });
        }
        if (!isNew) continue;
        seen.add(key);
        explored.worlds++;
        if (step.after.found.status === 'decided') explored.decided++;
        next.push({ world: step.after, path: taken });
      }
    }
    edge = next;
  }
  return explored;
}

/** The moves as a person reads them. */
export function tell(moves: readonly Move[]): string {
  return moves.map(({ move, ...rest }) => [move, ...Object.values(rest)].join(' ')).join(', ');
}

/** What tells two worlds apart: not how they came about, nor when, but what can follow. */
function keyOf({ found, at, policy, absences }: World): string {
  const { status, left } = found;
  if (status === 'decided') return JSON.stringify([status, found.decided.by, found.decided.decision.outcome]);
  const ago = (instant: string | undefined) => instant && Date.parse(instant) - Date.parse(at);
  const round = 'round' in found && found.round;
  if (!round || status !== 'awaiting-decision') return JSON.stringify([status, left, policy.version]);
  const answers = round.answers.map(({ by, decision, at: _, ...rest }) => [by, decision.outcome, rest]);
  return JSON.stringify([
    [status, policy.approval, absences, [...left].sort(), round.levelName, round.limit, round.needed],
    [round.approvers, round.standIns, round.stage, round.question && ago(round.question.until), answers],
    [ago(nextDeadline(found)), ago(round.deadline), found.promised?.broken, ago(found.promised?.warnAt)],
    round.number === 1,
  ]);
}
