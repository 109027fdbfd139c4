import { isSameAddress } from '../domain/address.ts';
import { type Absence, absenceOf, mayDecide } from '../domain/approvers.ts';
import {
  type AwaitingCase,
  type CaseEvent,
  type DecidedCase,
  isDecided,
  type WithdrawnCase,
} from '../domain/case.ts';
import type { Decision } from '../domain/decision.ts';
import { LinkEarly, LinkInvalid } from '../domain/errors.ts';
import type { Needs } from '../domain/ports.ts';
import type { Rules } from '../domain/round-rules.ts';
import { type Day, dayOf } from '../domain/time.ts';
import type { Beside } from '../mail/case-blocks.ts';
import { mayBeRead } from '../mail/objection-blocks.ts';
import { decideLink } from '../runtime/decide-link.ts';
import { earlierCases } from '../runtime/earlier-cases.ts';
import { rulesNow } from '../runtime/rules.ts';
import { toldPrecedents } from '../runtime/told-precedents.ts';
import { type ActionErrors, type ActionForm, emptyForm } from './actions/form.ts';
import { colleaguesFor, leavesNobody } from './actions/read-leaving.ts';
import type { Preview } from './preview.ts';

export type ViewServices = Needs<'absences' | 'cases' | 'links' | 'clock' | 'policy' | 'precedents'>;
type Left = Extract<CaseEvent, { type: 'approver-left' }>;
/** `excluded`: the policy has come to say that they must not decide this. */
export type Leave = Pick<Left, 'at' | 'to' | 'note'> & { why: Left['why'] | 'excluded' };

/** Why somebody is asked in another's place. */
export type StandsIn = { for: string } & (
  | { why: 'handed-over'; at: string; note: string | undefined }
  | { why: 'away'; until: Day }
  | { why: 'other' }
);

/** What was wrong with a form that was sent; `stale` when the page it came from was too old or not ours. */
export type Refused = { errors: ActionErrors } | 'stale';

/** The page with the form. */
export type OpenView = Beside & {
  state: 'open';
  person: string;
  found: AwaitingCase;
  form: ActionForm;
  /** The choice a shortcut leads to without making it. */
  aimed?: string;
  /** To whom it can be handed over. */
  colleagues: readonly string[];
  /** Whether nobody else could answer, so that only naming somebody lets this person leave. */
  isAlone: boolean;
  /** Until when they said that they are away. */
  away?: Absence | undefined;
  standsIn?: StandsIn | undefined;
  refused?: Refused;
  /** What has happened since the page was opened, where it was sent too late. */
  news?: CaseEvent[];
  preview?: Preview;
  /** They said just now that they are back. */
  isBack?: boolean;
};

/** Somebody who is asked no longer, though nobody has decided. `recorded`: by this very request; `link`: to where they are asked now. */
export type LeftView = {
  state: 'left';
  person: string;
  found: AwaitingCase;
  left: Leave;
  away: Absence | undefined;
  recorded: boolean;
  link: string | undefined;
  refused?: Refused;
  /** The day of a form that was refused. */
  until?: string;
  /** Whether the request repeats what was recorded before. */
  isRepeated?: boolean;
};

/** What an approver's link leads to at this moment. */
export type DecisionView =
  | OpenView
  | LeftView
  /** An answer that decides nothing by itself. */
  | { state: 'answered'; person: string; found: AwaitingCase; decision: Decision; recorded: boolean }
  | { state: 'asked'; person: string; found: AwaitingCase; recorded: boolean }
  | { state: 'decided'; person: string; found: DecidedCase; recorded: boolean; byThisLink: boolean }
  /** `recorded`: by an answer of this very request. */
  | {
      state: 'passed-on';
      person: string;
      found: AwaitingCase;
      round: number;
      link: string | undefined;
      recorded?: boolean;
    }
  | { state: 'withdrawn'; person: string; found: WithdrawnCase };

/** What the link shows. Reads only. Throws LinkInvalid, LinkExpired, LinkEarly, CaseNotFound. */
export async function viewDecision(services: ViewServices, token: string): Promise<DecisionView> {
  const { caseId, person, round } = await services.links.read(token, 'decide');
  const found = await services.cases.load(caseId);
  if (isDecided(found)) {
    const byThisLink = found.decided.round === round && isSameAddress(found.decided.by, person);
    return { state: 'decided', person, found, recorded: false, byThisLink };
  }
  if (found.status === 'withdrawn') return { state: 'withdrawn', person, found };
  // It is weighed again, and somebody is asked in a moment.
  if (found.status !== 'awaiting-decision' && found.history.some(({ type }) => type === 'round-opened'))
    throw new LinkEarly(`case ${caseId} is being looked at again`);
  if (found.status !== 'awaiting-decision') {
    throw new LinkInvalid(`case ${caseId} is ${found.status}: nobody has been asked to decide it`);
  }
  if (round > found.round.number) throw new LinkInvalid(`case ${caseId} has had no round ${round}`);
  const conflicted = await services.absences.conflictsWith(found.request.customer.address);
  const isAsked =
    found.round.approvers.some((one) => isSameAddress(one, person)) &&
    mayStill(services, found, person, conflicted);
  if (isAsked && round === found.round.number) return viewForm(services, found, person);
  const link = isAsked ? await decideLink(services, found, person) : undefined;
  const left = leaveOf(services, found, person, round, conflicted);
  if (left) {
    const away = await absenceNow(services, person);
    return { state: 'left', person, found, left, away, recorded: false, link };
  }
  if (round < found.round.number) return { state: 'passed-on', person, found, round, link };
  throw new LinkInvalid(`case ${caseId} has not asked ${person} in round ${round}`);
}

function mayStill(
  { policy: { policy } }: ViewServices,
  { left, request }: AwaitingCase,
  person: string,
  conflicted: readonly string[],
): boolean {
  const excluded = [...left, ...conflicted];
  return mayDecide({ policy, customer: request.customer.address, excluded }, person);
}

/** How somebody left a round, where they did. */
function leaveOf(
  services: ViewServices,
  found: AwaitingCase,
  person: string,
  round: number,
  conflicted: readonly string[],
): Leave | undefined {
  const left = found.history.findLast(
    (event): event is Left =>
      event.type === 'approver-left' && event.round === round && isSameAddress(event.person, person),
  );
  const isExcluded = round === found.round.number && !mayStill(services, found, person, conflicted);
  return left ?? (isExcluded ? { why: 'excluded', at: found.updatedAt } : undefined);
}

/** The page for somebody who is asked at this moment. */
async function viewForm(services: ViewServices, found: AwaitingCase, person: string): Promise<OpenView> {
  const [rules, earlier, precedents, away] = await Promise.all([
    rulesNow(services, [], found),
    earlierCases(services.cases, found),
    toldPrecedents(services.precedents, found),
    absenceNow(services, person),
  ]);
  const leaver = { found, person, rules };
  return {
    state: 'open',
    person,
    found,
    earlier,
    precedents,
    away,
    form: { ...emptyForm, note: colleaguesNote(found, person) },
    colleagues: colleaguesFor(leaver),
    isAlone: leavesNobody(leaver, 'conflict'),
    standsIn: standsInFor(found, person, rules),
  };
}

/** What a colleague wrote to the customer is offered to who agrees; what they decided never is. */
function colleaguesNote({ round }: AwaitingCase, person: string): string {
  const others = round.answers.filter(({ by }) => !isSameAddress(by, person));
  const notes = others.flatMap(({ decision }) => ('note' in decision && decision.note) || []);
  return notes.at(-1) ?? '';
}

async function absenceNow(
  { absences, clock, policy: { policy } }: ViewServices,
  person: string,
): Promise<Absence | undefined> {
  const [absence] = await absences.of([person]);
  return absence && absence.until >= dayOf(clock.now(), policy.shop.timeZone) ? absence : undefined;
}

function standsInFor(found: AwaitingCase, person: string, rules: Rules): StandsIn | undefined {
  const place = found.round.standIns.findLast((one) => isSameAddress(one.person, person));
  if (!place) return undefined;
  const handed = found.history.findLast(
    (event) =>
      event.type === 'approver-left' &&
      event.why === 'handed-over' &&
      event.to !== undefined &&
      isSameAddress(event.to, person) &&
      isSameAddress(event.person, place.for),
  );
  if (handed?.type === 'approver-left')
    return {
      for: place.for,
      why: 'handed-over',
      at: handed.at,
      note: mayBeRead(found, handed) ? handed.note : undefined,
    };
  const { at, policy, absences = [] } = rules;
  const staffing = { at, policy, absences, customer: found.request.customer.address, excluded: found.left };
  const absence = absenceOf(staffing, place.for);
  return absence ? { for: place.for, why: 'away', until: absence.until } : { for: place.for, why: 'other' };
}
