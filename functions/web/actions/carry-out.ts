import { isSameAddress } from '../../domain/address.ts';
import { type Case, isDecided } from '../../domain/case.ts';
import type { Decision } from '../../domain/decision.ts';
import type { Needs } from '../../domain/ports.ts';
import type { Round } from '../../domain/round.ts';
import { changeCase } from '../../runtime/change-case.ts';
import { MOST_EARLIER } from '../../runtime/earlier-cases.ts';
import { rulesNow } from '../../runtime/rules.ts';
import { wakeFlow } from '../../runtime/wake-flow.ts';
import { type DecisionView, type OpenView, type ViewServices, viewDecision } from '../decision-view.ts';
import { endAbsence } from './absence.ts';
import type { Action } from './read-action.ts';
import type { Leaving } from './read-leaving.ts';

type Services = ViewServices & Needs<'tokens' | 'flow' | 'log'>;
type Asked = Pick<OpenView, 'found' | 'person'>;

/**
 * Records what an approver wants and wakes the flow, which writes to whoever is to know. `seen`: what their page had shown of the
 * case. Throws RoundOver, NotAsked, CaseMovedOn.
 */
export async function carryOut(
  services: Services,
  token: string,
  view: OpenView,
  action: Action,
  seen: number,
): Promise<DecisionView> {
  switch (action.type) {
    case 'decide':
      return decideRound(services, view, action.decision, seen);
    case 'ask':
      return askCustomer(services, view, action.text);
    case 'leave':
      return leaveRound(services, token, view, action.leaving);
    case 'return':
      await endAbsence(services, view.person);
      return { ...view, away: undefined, isBack: true };
    default:
      return action satisfies never;
  }
}

async function decideRound(
  services: Services,
  { found: asked, person }: Asked,
  decision: Decision,
  seen: number,
): Promise<DecisionView> {
  const { id, round } = asked;
  const made = { round: round.number, by: person, decision, seen };
  const found = await changeCase(services.cases, id, {
    type: 'decide-round',
    ...made,
    ...(await rulesNow(services, [], asked)),
  });
  services.log.info('an approver answered', { caseId: id, outcome: decision.outcome, status: found.status });
  if (found.status === 'awaiting-decision' && isAlarm(found.round, round)) {
    services.log.error('nobody can be asked who could decide', { caseId: id, round: round.number });
    services.log.count('CaseOverdue');
  }
  await wakeFlow(services, found, 'start it again');
  if (isDecided(found)) return { state: 'decided', person, found, recorded: true, byThisLink: true };
  const open = stillOpen(found);
  // More than they may approve was a recommendation, or all have answered: others are asked.
  if (open.round.number !== round.number)
    return { state: 'passed-on', person, found: open, round: round.number, link: undefined, recorded: true };
  return { state: 'answered', person, found: open, decision, recorded: true };
}

async function askCustomer(
  services: Services,
  { found: about, person }: Asked,
  text: string,
): Promise<DecisionView> {
  const { id, round } = about;
  const asked = { round: round.number, by: person, text };
  const rules = await rulesNow(services, [], about);
  const found = stillOpen(await changeCase(services.cases, id, { type: 'ask-customer', ...asked, ...rules }));
  services.log.info('an approver asked the customer', { caseId: id });
  await wakeFlow(services, found, 'leave it');
  // Where two asked at once, the customer reads one question: whose it is stands on the page.
  const { question } = found.round;
  const recorded = question !== undefined && question.text === text && isSameAddress(question.by, person);
  return { state: 'asked', person, found, recorded };
}

async function leaveRound(
  services: Services,
  token: string,
  { found: asked, person }: Asked,
  { why, to, until, note }: Leaving,
): Promise<DecisionView> {
  const { id, round } = asked;
  const { address: customer } = asked.request.customer;
  // Before the round is left, so that nobody is asked in it, or in a new one, who has just said that they are away.
  if (until !== undefined) await services.absences.put({ person, until, instead: to });
  if (why === 'conflict') await services.absences.nameConflict(person, customer);
  const found = await changeCase(services.cases, id, {
    type: 'leave-round',
    round: round.number,
    person,
    why,
    to,
    until,
    note,
    ...(await rulesNow(services, to === undefined ? [] : [to], asked)),
  });
  services.log.info('an approver left a round', { caseId: id, why });
  await wakeFlow(services, found, 'leave it');
  if (why === 'conflict') await leaveOthers(services, asked, person, note);
  const view = await viewDecision(services, token);
  return view.state === 'left' ? { ...view, recorded: true } : view;
}

/** Whoever must not decide for a customer is asked in none of their other open cases either; others are asked there at once. */
async function leaveOthers(
  services: Services,
  { id, request }: Asked['found'],
  person: string,
  note: string | undefined,
): Promise<void> {
  for (const other of await services.cases.byCustomer(request.customer.address, MOST_EARLIER)) {
    if (other.id === id || other.status !== 'awaiting-decision') continue;
    if (!other.round.approvers.some((one) => isSameAddress(one, person))) continue;
    const left = await changeCase(services.cases, other.id, {
      type: 'leave-round',
      round: other.round.number,
      person,
      why: 'conflict',
      note,
      ...(await rulesNow(services, [], other)),
    });
    services.log.info('an approver left a round', { caseId: other.id, why: 'conflict' });
    await wakeFlow(services, left, 'leave it');
  }
}

/** Whether an answer was one that nobody who could be asked may act on: the case became overdue by it. */
function isAlarm(now: Round, before: Round): boolean {
  return now.number === before.number && now.overdueTimes > before.overdueTimes;
}

function stillOpen(found: Case) {
  if (found.status !== 'awaiting-decision') throw new Error(`case ${found.id} is ${found.status}`);
  return found;
}
