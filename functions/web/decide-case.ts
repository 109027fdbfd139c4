import { type AwaitingCase, type DecidedCase, isDecided, type WithdrawnCase } from '../domain/case.ts';
import type { Decision } from '../domain/decision.ts';
import { CaseMovedOn, LinkInvalid, NotAsked, RoundOver } from '../domain/errors.ts';
import type { Needs } from '../domain/ports.ts';
import type { Instant } from '../domain/time.ts';
import type { Beside } from '../mail/case-blocks.ts';
import { changeCase } from '../runtime/change-case.ts';
import { earlierCases } from '../runtime/earlier-cases.ts';
import { rulesNow } from '../runtime/rules.ts';
import { toldPrecedents } from '../runtime/told-precedents.ts';
import { wakeFlow } from '../runtime/wake-flow.ts';
import { type DecisionErrors, type DecisionForm, emptyDecisionForm, readDecision } from './decision-form.ts';

export type DecideServices = Needs<
  'absences' | 'cases' | 'links' | 'clock' | 'tokens' | 'flow' | 'policy' | 'precedents' | 'log'
>;

/** What an approver's link leads to at this moment. */
export type DecisionView =
  | (Beside & {
      state: 'open';
      person: string;
      found: AwaitingCase;
      form: DecisionForm;
      /** What was wrong with a form that was sent; `stale` when the page it came from was too old or not ours. */
      refused?: { errors: DecisionErrors } | 'stale';
    })
  /** `recorded`: by this very request. */
  | { state: 'decided'; person: string; found: DecidedCase; recorded: boolean; byThisLink: boolean }
  | { state: 'passed-on'; person: string; found: AwaitingCase; round: number }
  | { state: 'withdrawn'; person: string; found: WithdrawnCase };

/** What the link shows. Reads only. Throws LinkInvalid, LinkExpired, CaseNotFound. */
export async function viewDecision(services: DecideServices, token: string): Promise<DecisionView> {
  const { caseId, person, round } = await services.links.read(token, 'decide');
  const found = await services.cases.load(caseId);
  if (isDecided(found)) {
    const byThisLink = found.decided.round === round && found.decided.by === person;
    return { state: 'decided', person, found, recorded: false, byThisLink };
  }
  if (found.status === 'withdrawn') return { state: 'withdrawn', person, found };
  if (found.status !== 'awaiting-decision') {
    throw new LinkInvalid(`case ${caseId} is ${found.status}: nobody has been asked to decide it`);
  }
  if (round > found.round.number) throw new LinkInvalid(`case ${caseId} has had no round ${round}`);
  if (round < found.round.number) return { state: 'passed-on', person, found, round };
  const earlier = await earlierCases(services.cases, found);
  const precedents = await toldPrecedents(services.precedents, found);
  return { state: 'open', person, found, earlier, precedents, form: emptyDecisionForm };
}

/**
 * Decides once. A form that is wrong, late or not from our own page changes nothing and says why; one that repeats what is
 * decided only wakes the flow again, in case the first call was lost. Throws as viewDecision does.
 */
export async function decideCase(
  services: DecideServices,
  token: string,
  sent: { form: DecisionForm; mark: string },
): Promise<DecisionView> {
  const view = await viewDecision(services, token);
  if (view.state === 'decided') {
    const left = isLeftBehind(view.found, services.clock.now());
    await wakeFlow(services, view.found, left ? 'start it again' : 'leave it');
  }
  if (view.state !== 'open') return view;
  const mark = await services.links.readFormMark(sent.mark, token);
  if (!mark) {
    // The choice is not kept: a robot that sends whatever the page holds must not find it filled in.
    return { ...view, form: { ...sent.form, choice: '' }, refused: 'stale' };
  }
  const read = readDecision(sent.form, view.found, services.policy.policy);
  if ('errors' in read) return { ...view, form: sent.form, refused: read };
  const made = { round: view.found.round.number, by: view.person, decision: read.decision, seen: mark.seen };
  const found = await decideOnce(services, view.found.id, made);
  if (!found) return viewDecision(services, token);
  services.log.info('a case was decided', { caseId: found.id, outcome: read.decision.outcome });
  await wakeFlow(services, found, 'start it again');
  return { state: 'decided', person: view.person, found, recorded: true, byThisLink: true };
}

/** A flow goes on within seconds; one that has not within this time did not hear of the decision (ms). */
const HEARD_WITHIN_MS = 60_000;

/** Whether a second click finds that nothing has come of the first. */
function isLeftBehind({ decided, problem }: DecidedCase, now: Instant): boolean {
  return problem !== undefined || Date.parse(now) - Date.parse(decided.at) > HEARD_WITHIN_MS;
}

/** The decided case, or undefined where somebody was faster. */
async function decideOnce(
  services: DecideServices,
  caseId: string,
  made: { round: number; by: string; decision: Decision; seen: number },
): Promise<DecidedCase | undefined> {
  try {
    const found = await changeCase(services.cases, caseId, {
      type: 'decide-round',
      ...made,
      ...(await rulesNow(services)),
    });
    return isDecided(found) ? found : undefined;
  } catch (error) {
    if (error instanceof RoundOver || error instanceof NotAsked || error instanceof CaseMovedOn)
      return undefined;
    throw error;
  }
}
