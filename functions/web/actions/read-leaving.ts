import * as z from 'zod';
import { isSameAddress, isSamePerson } from '../../domain/address.ts';
import type { AwaitingCase, Case, LeftBecause } from '../../domain/case.ts';
import { decide } from '../../domain/decide.ts';
import { MAX_REASON } from '../../domain/decision.ts';
import { evolve } from '../../domain/evolve.ts';
import { answersHere, isInRound, silent } from '../../domain/round.ts';
import type { Rules } from '../../domain/round-rules.ts';
import { mayTakeOver } from '../../domain/rounds.ts';
import { isAmong, isOurs, isStaff } from '../../domain/staff.ts';
import { Day, dayAfter, dayOf } from '../../domain/time.ts';
import { pageCatalogue } from '../catalogue/index.ts';
import { confirmsReference } from './approvable.ts';
import type { ActionErrors, ActionForm } from './form.ts';
import { hasWords } from './has-words.ts';
import { type Purpose, tooLong } from './read-decision.ts';

/** Nobody plans to be away for longer than this (days); a later year is a slip of the finger. */
const LONGEST_AWAY = 366;

/** Who leaves the round, and how. `until`: the last day away. */
export interface Leaving {
  why: Exclude<LeftBecause, 'unreachable'>;
  to?: string;
  until?: Day;
  note?: string;
}

/** What a form of somebody who does not decide is read by. */
export interface Leaver {
  found: AwaitingCase;
  person: string;
  rules: Rules;
}

/** To a colleague whose address was typed, with a word why. */
export function readHandOver(
  form: ActionForm,
  leaver: Leaver,
): { leaving: Leaving } | { errors: ActionErrors } {
  const says = errorsOf(leaver);
  const errors: ActionErrors = {};
  const to = readColleague(form.to, leaver);
  if ('error' in to) errors.to = to.error;
  if (!hasWords(form.why)) errors.why = says.why;
  if (form.why.length > MAX_REASON) errors.why = tooLong(leaver.rules.policy);
  if ('error' in to || errors.why !== undefined) return { errors };
  return { leaving: { why: 'handed-over', to: to.colleague, note: form.why } };
}

/** Because they must not decide this, with a word why. */
export function readConflict(
  form: ActionForm,
  leaver: Leaver,
): { leaving: Leaving } | { errors: ActionErrors } {
  const says = errorsOf(leaver);
  const note = form.conflictWhy;
  if (!hasWords(note)) return { errors: { conflictWhy: says.conflict } };
  if (note.length > MAX_REASON) return { errors: { conflictWhy: tooLong(leaver.rules.policy) } };
  if (leavesNobody(leaver, 'conflict')) return { errors: { conflictWhy: says.nobodyElse } };
  return { leaving: { why: 'conflict', note } };
}

/**
 * Until a day, with a colleague who answers instead, or with the end of the reference: programs fill in days. A day that is over says
 * that they are back.
 */
export function readAway(
  form: ActionForm,
  leaver: Leaver,
  purpose: Purpose,
): { leaving: Leaving } | { back: true } | { errors: ActionErrors } {
  const says = errorsOf(leaver);
  const until = readUntil(form.until, leaver.rules);
  if (until === undefined) return { errors: { until: says.until } };
  const { id } = leaver.found;
  const isConfirmed = purpose === 'preview' || confirmsReference(form.awayCode, id);
  const unconfirmed = { errors: { awayCode: says.awayCode(id) } };
  if (until === 'back') return isConfirmed ? { back: true } : unconfirmed;
  const isAskedToo = leaver.found.round.approvers.some(
    (one) => isSameAddress(one, form.instead) && !isSamePerson(one, leaver.person),
  );
  // Who is asked about this case anyhow stands in for what comes later, and counts here for one.
  if (form.instead === '' || isAskedToo) {
    if (leavesNobody(leaver, 'away')) return { errors: { instead: says.nobodyInstead } };
    if (form.instead === '' && !isConfirmed) return unconfirmed;
    return { leaving: { why: 'away', until, ...(isAskedToo && { to: form.instead.toLowerCase() }) } };
  }
  const instead = readColleague(form.instead, leaver);
  if ('error' in instead) return { errors: { instead: instead.error } };
  return { leaving: { why: 'away', until, to: instead.colleague } };
}

/** The last day away, `back` where it is over today, undefined where nothing can be made of it. */
export function readUntil(text: string, { at, policy }: Rules): Day | 'back' | undefined {
  const day = Day.safeParse(text);
  if (!day.success) return undefined;
  const today = dayOf(at, policy.shop.timeZone);
  if (day.data <= today) return 'back';
  return day.data > dayAfter(today, LONGEST_AWAY) ? undefined : day.data;
}

/** Whether nobody at all could answer any more once somebody has left, unless they name who answers instead. */
export function leavesNobody({ found, person, rules }: Leaver, why: 'conflict' | 'away'): boolean {
  const command = { type: 'leave-round', round: found.round.number, person, why, ...rules } as const;
  const events = decide(command, found);
  const after = events.reduce<Case>(evolve, found);
  return events.length === 0 || (after.status === 'awaiting-decision' && silent(after.round).length === 0);
}

/** The approvers of the policy to whom a case can be handed. */
export function colleaguesFor({ found, person, rules }: Leaver): string[] {
  const approvers = rules.policy.approval.levels.flatMap((level) => level.approvers);
  return [...new Set(approvers)].filter(
    (one) => !isSamePerson(one, person) && mayTakeOver(found, one, rules),
  );
}

function readColleague(text: string, leaver: Leaver): { colleague: string } | { error: string } {
  const { found, person, rules } = leaver;
  const { policy } = rules;
  const says = errorsOf(leaver);
  const read = z.email().safeParse(text.toLowerCase());
  if (!read.success) return { error: says.address };
  const approvers = policy.approval.levels.flatMap((level) => level.approvers);
  const colleague = approvers.find((one) => isSameAddress(one, read.data)) ?? read.data;
  if (isSamePerson(colleague, person)) return { error: says.yourself };
  const isPerson = !isOurs(policy, colleague) && !isAmong([policy.shop.finance], colleague);
  if (!isStaff(policy, colleague) || !isPerson) return { error: says.notStaff(colleague) };
  if (hasAnswered(found, colleague)) return { error: says.hasAnswered(colleague) };
  if (isInRound(found.round, colleague)) return { error: says.isAskedToo(colleague) };
  return mayTakeOver(found, colleague, rules) ? { colleague } : { error: says.mayNot(colleague) };
}

function hasAnswered({ round }: AwaitingCase, person: string): boolean {
  return answersHere(round).some(({ by }) => isSamePerson(by, person));
}

function errorsOf({ rules }: Leaver) {
  return pageCatalogue[rules.policy.shop.staffLanguage].decide.errors;
}
