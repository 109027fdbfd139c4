import { isSameAddress } from '../domain/address.ts';
import { type AwaitingCase, type DecidedCase, newsOf, newsSince } from '../domain/case.ts';
import { Decision } from '../domain/decision.ts';
import { CaseMovedOn, NotAsked, RoundOver } from '../domain/errors.ts';
import type { Needs } from '../domain/ports.ts';
import { answersHere } from '../domain/round.ts';
import type { Instant } from '../domain/time.ts';
import { rulesNow } from '../runtime/rules.ts';
import { wakeFlow } from '../runtime/wake-flow.ts';
import { changeAbsence } from './actions/absence.ts';
import { carryOut } from './actions/carry-out.ts';
import { type ActionForm, unconfirmed } from './actions/form.ts';
import { type Action, readAction } from './actions/read-action.ts';
import type { Purpose } from './actions/read-decision.ts';
import { type DecisionView, type OpenView, type ViewServices, viewDecision } from './decision-view.ts';
import { previewOf } from './preview.ts';

export type DecideServices = ViewServices & Needs<'tokens' | 'flow' | 'log'>;

/** A form as it was sent. `trap`: a field that no person sees, so that only a program fills it in. */
export interface SentForm {
  form: ActionForm;
  mark: string;
  trap: string;
  purpose: Purpose;
}

/**
 * Does what a form asks for, once. A form that is wrong, late or not from our own page changes nothing and says why; one that
 * repeats what is recorded only wakes the flow again, in case the first call was lost. Throws as viewDecision does.
 */
export async function decideCase(
  services: DecideServices,
  token: string,
  sent: SentForm,
): Promise<DecisionView> {
  const view = await viewDecision(services, token);
  if (view.state === 'decided') {
    const left = isLeftBehind(view.found, services.clock.now());
    await wakeFlow(services, view.found, left ? 'start it again' : 'leave it');
  }
  if (view.state === 'left') return changeAbsence(services, view, token, sent);
  if (view.state !== 'open') return view;
  const mark = await services.links.readFormMark(sent.mark, token);
  if (!mark || sent.trap !== '') {
    // The choice is not kept: a robot that sends whatever the page holds must not find it filled in.
    return { ...view, form: unconfirmed(sent.form), refused: 'stale' };
  }
  return answer(services, token, { ...view, form: sent.form }, { seen: mark.seen, purpose: sent.purpose });
}

async function answer(
  services: DecideServices,
  token: string,
  view: OpenView,
  { seen, purpose }: { seen: number; purpose: Purpose },
): Promise<DecisionView> {
  const { found, person, form } = view;
  const rules = await rulesNow(
    services,
    [form.to, form.instead].filter((one) => one !== ''),
    found,
  );
  const read = readAction(form, { found, person, rules }, purpose);
  const repeated = purpose === 'record' ? repeats(view, read) : undefined;
  if (repeated) {
    await wakeFlow(services, found, 'leave it');
    return repeated;
  }
  if (seen !== newsOf(found)) return behind(view, seen);
  if ('errors' in read) return { ...view, refused: read };
  const { action } = read;
  if (purpose === 'preview') return { ...view, preview: previewOf(action, { found, person, rules }) };
  try {
    return await carryOut(services, token, view, action, seen);
  } catch (error) {
    if (!(error instanceof RoundOver || error instanceof NotAsked || error instanceof CaseMovedOn))
      throw error;
    // Somebody was faster.
    const now = await viewDecision(services, token);
    return now.state === 'open' ? behind({ ...now, form }, seen) : now;
  }
}

/** What has happened since is to be read first, and chosen about anew. What was written stays. */
function behind(view: OpenView, seen: number): OpenView {
  return { ...view, form: unconfirmed(view.form), news: newsSince(view.found, seen) };
}

/** The page for a form that was sent before and recorded, or undefined. */
function repeats(
  { found, person, form }: OpenView,
  read: { action: Action } | object,
): DecisionView | undefined {
  const { question } = found.round;
  if (
    form.choice === 'ask' &&
    question &&
    isSameAddress(question.by, person) &&
    question.text === form.question
  )
    return { state: 'asked', person, found, recorded: false };
  if (!('action' in read) || read.action.type !== 'decide') return undefined;
  const { decision } = read.action;
  return hasGiven(found, person, decision)
    ? { state: 'answered', person, found, decision, recorded: false }
    : undefined;
}

function hasGiven({ round }: AwaitingCase, person: string, decision: Decision): boolean {
  const given = answersHere(round).find(({ by }) => isSameAddress(by, person));
  return given !== undefined && written(given.decision) === written(decision);
}

function written(decision: Decision): string {
  return JSON.stringify(Decision.parse(decision));
}

/** A flow goes on within seconds; one that has not within this time did not hear of the decision (ms). */
const HEARD_WITHIN_MS = 60_000;

/** Whether a second click finds that nothing has come of the first. */
function isLeftBehind({ decided, problem }: DecidedCase, now: Instant): boolean {
  return problem !== undefined || Date.parse(now) - Date.parse(decided.at) > HEARD_WITHIN_MS;
}
