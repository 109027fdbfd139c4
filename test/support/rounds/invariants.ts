import assert from 'node:assert/strict';
import { isSameAddress } from '../../../functions/domain/address.ts';
import { absenceOf } from '../../../functions/domain/approvers.ts';
import type { AwaitingCase, Case, CaseEvent } from '../../../functions/domain/case.ts';
import { decide } from '../../../functions/domain/decide.ts';
import { type Decision, refundOf } from '../../../functions/domain/decision.ts';
import { CaseMovedOn, GoodwillError, NotAsked, RoundOver } from '../../../functions/domain/errors.ts';
import { replay } from '../../../functions/domain/evolve.ts';
import { isWithin } from '../../../functions/domain/limits.ts';
import type { Policy } from '../../../functions/domain/policy.ts';
import { isAlike, nextDeadline } from '../../../functions/domain/round.ts';
import { isAmong } from '../../../functions/domain/staff.ts';
import { type Step, take, type World } from './model.ts';

type Of<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

/** What holds of every step, whatever came before. Written from what is promised, and with none of the code that keeps it. */
export function holds(step: Step): void {
  const { before, after, commands, events, refused } = step;
  if (refused) assert(isSaid(refused), `${refused}`);
  decidedOnce(after.found);
  for (const event of events) if (event.type === 'decided') byWhoeverMay(before, event, after.policy);
  if (commands[0]?.type === 'pass-deadline') assert(!typesOf(events).includes('decided'), 'time decided');
  nobodyExcludedIsAsked(step);
  takesWhatThePolicySays(step);
  noAnswerIsLost(step);
  twiceIsOnce(step);
}

/** What holds of every world, however it came about. */
export function stands(world: World): void {
  const { found } = world;
  assert.deepStrictEqual(replay(found.id, found.history), found);
  if (found.status !== 'awaiting-decision') return;
  alwaysGoesOn(world, found);
  leadsToAnAlarm(world);
}

/** However long nobody does anything: once every level was asked an alarm is raised, nothing is decided, and the case waits for a person. */
function leadsToAnAlarm(world: World): void {
  let now = world;
  const events: CaseEvent[] = [];
  // A reminder and a deadline for each level and the round there is; beside them a question, and the notice to the customer.
  const most = 2 * (world.policy.approval.levels.length + 1) + 2;
  for (let waits = 0; waits < most; waits++) {
    const { after, events: more } = take(now, { move: 'wait' });
    events.push(...more);
    now = after;
  }
  assert(typesOf(events).includes('overdue'), `no alarm after ${typesOf(events)}`);
  assert.equal(now.found.status, 'awaiting-decision');
}

/** What people and steps are told that come too late, are not asked, or ask for what cannot be. */
function isSaid(error: GoodwillError): boolean {
  return [RoundOver, NotAsked, CaseMovedOn].some((known) => error instanceof known);
}

function decidedOnce({ status, history }: Case): void {
  const times = history.filter(({ type }) => type === 'decided').length;
  assert.equal(times, status === 'decided' ? 1 : 0);
}

function byWhoeverMay({ found }: World, event: Of<'decided'>, policy: Policy): void {
  if (found.status !== 'awaiting-decision') throw new Error(`decided while ${found.status}`);
  const { round, history } = found;
  assert(round.approvers.includes(event.by), `${event.by} was not asked`);
  assert.equal(event.round, round.number);
  const all = [event.by, ...(event.with ?? [])];
  for (const person of all) assert(mayBeAsked(found, policy, person), `${person} must not decide`);
  assert.equal(new Set(all).size, all.length);

  const money = refundOf(event.decision);
  if (money && round.limit) {
    assert.equal(money.currency, round.limit.currency);
    assert(money.minor <= round.limit.minor, `${money.minor} is above the limit`);
  }

  const answers = answersOf(history, event).filter(({ by }) => mayBeAsked(found, policy, by));
  const alike = answers.filter(({ decision }) => isAlike(decision, event.decision));
  assert.deepStrictEqual(alike.map(({ by }) => by).sort(), [...all].sort());
  const ofLevel = answers.filter(({ level }) => level === round.levelName);
  const asked = history.findLast((one) => one.type === 'round-opened' && one.round === round.number);
  const needed = (asked?.type === 'round-opened' && asked.answers) || 1;
  const own = ofLevel.filter((one) => alike.includes(one)).length;
  assert(own >= needed, `${own} answers where ${needed} were needed`);
  const { secondAbove } = policy.approval;
  if (money && secondAbove !== undefined && !isWithin(money, secondAbove, policy))
    assert(all.length >= 2, 'one person decided on much');
}

/** The last answer of everybody, and at which level; not of those who had to keep out, nor of those whom somebody replaced, nor what was above a limit. */
function answersOf(history: readonly CaseEvent[], decided: Of<'decided'>) {
  const rounds = new Map<number, Of<'round-opened'>>();
  const answers = new Map<string, { by: string; decision: Decision; level: string | undefined }>();
  for (const event of [...history, decided]) {
    if (event.type === 'reopened' || tellsMore(event)) answers.clear();
    if (event.type === 'round-opened') rounds.set(event.round, event);
    if (event.type === 'approver-left' && (event.why === 'conflict' || event.to))
      answers.delete(event.person);
    if (event.type === 'approver-answered' || event.type === 'decided') {
      const { by, decision } = event;
      const { levelName: level, limit } = rounds.get(event.round) ?? {};
      const money = refundOf(decision);
      answers.delete(by);
      if (!money || !limit || money.minor <= limit.minor) answers.set(by, { by, decision, level });
    }
  }
  return [...answers.values()];
}

/** Whoever had answered before this did not know it. */
function tellsMore(event: CaseEvent): boolean {
  if (event.type === 'round-resumed') return event.why === 'answered';
  return event.type === 'customer-wrote' && event.learned !== undefined;
}

function mayBeAsked({ request, history }: Case, { approval }: Policy, person: string): boolean {
  const { address } = request.customer;
  if (isSameAddress(person, address)) return false;
  const out = history.some(
    (event) => event.type === 'approver-left' && event.why === 'conflict' && event.person === person,
  );
  return (
    !out && !approval.conflicts.some((one) => one.approver === person && isAmong(one.customers, address))
  );
}

function nobodyExcludedIsAsked({ before, after, events }: Step): void {
  const { policy, absences, at, found } = after;
  const asked = events.flatMap((event) => {
    if (event.type === 'round-opened') return event.approvers;
    return event.type === 'approver-left' ? (event.to ?? []) : [];
  });
  const gone = before.found.left;
  const staffing = { policy, absences, at, customer: found.request.customer.address, excluded: [] };
  for (const person of asked) {
    assert(mayBeAsked(found, policy, person), `${person} must not be asked`);
    assert(!gone.includes(person), `${person} had left`);
    assert.equal(absenceOf(staffing, person), undefined);
  }
  if (found.status !== 'awaiting-decision') return;
  const { approvers } = found.round;
  assert.equal(new Set(approvers.map((one) => one.toLowerCase())).size, approvers.length);
  for (const person of approvers) assert(!found.left.includes(person), `${person} has left`);
}

/** A round takes as many answers as its level does when its people are asked, and whoever takes a case over counts for one. */
function takesWhatThePolicySays({ before: { found }, after: { policy }, events }: Step): void {
  for (const event of events) {
    if (event.type === 'round-opened') {
      const wanted = policy.approval.levels.find(({ name }) => name === event.levelName)?.answers ?? 'first';
      const { answers = 0 } = event;
      if (wanted === 'all') assert(answers >= event.approvers.length, `${answers} of all`);
      else assert.equal(answers, wanted === 'first' ? 1 : wanted);
    }
    if (event.type === 'approver-left' && event.to !== undefined && found.status === 'awaiting-decision')
      assert(!found.round.approvers.includes(event.to), `${event.to} was asked already`);
  }
}

/** What somebody who is asked answers decides, or stands on the case as their answer at this level. */
function noAnswerIsLost({ after: { found }, commands, refused }: Step): void {
  const [command] = commands;
  if (command?.type !== 'decide-round' || refused || found.status === 'decided') return;
  const rounds = found.history.filter((event) => event.type === 'round-opened');
  const level = rounds.find(({ round }) => round === command.round)?.levelName;
  const ofLevel = rounds.flatMap(({ round, levelName }) => (levelName === level ? [round] : []));
  const last = found.history.findLast(
    (event) => event.type === 'approver-answered' && event.by === command.by && ofLevel.includes(event.round),
  );
  assert(last?.type === 'approver-answered', `the answer of ${command.by} is not on the case`);
  assert.deepStrictEqual(last.decision, command.decision);
}

/** A step that is run again, a form that is sent again and a mail that comes again change nothing. */
function twiceIsOnce({ after, commands }: Step): void {
  for (const command of commands) {
    try {
      assert.deepStrictEqual(decide(command, after.found), []);
    } catch (error) {
      if (!(error instanceof GoodwillError)) throw error;
    }
  }
}

/** There is a deadline, within the longest wait, and passing it is the end of it. */
function alwaysGoesOn(world: World, found: AwaitingCase): void {
  const hours = (Date.parse(nextDeadline(found)) - Date.parse(world.at)) / 3_600_000;
  assert(hours <= 24 * 24, `the next deadline is in ${hours} hours`);
  const { events, after } = take(world, { move: 'wait' });
  assert(events.length > 0, 'passing the deadline changed nothing');
  assert(!typesOf(events).includes('decided'));
  if (after.found.status !== 'awaiting-decision') throw new Error(`time alone made it ${after.found.status}`);
  assert(Date.parse(nextDeadline(after.found)) > Date.parse(after.at), 'the deadline is due still');
}

function typesOf(events: readonly CaseEvent[]): string[] {
  return events.map(({ type }) => type);
}
