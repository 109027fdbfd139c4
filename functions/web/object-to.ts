import type { Case, DecidedCase, Objection, ToldCase } from '../domain/case.ts';
import { MAX_REASON } from '../domain/decision.ts';
import { LinkEarly, LinkInvalid, ObjectionRefused } from '../domain/errors.ts';
import { replay } from '../domain/evolve.ts';
import { objectUntil } from '../domain/objections.ts';
import type { Needs } from '../domain/ports.ts';
import type { Learned } from '../domain/request.ts';
import type { Instant } from '../domain/time.ts';
import { changeCase } from '../runtime/change-case.ts';
import { startAnew, wakeFlow } from '../runtime/wake-flow.ts';
import { pageCatalogue } from './catalogue/index.ts';
import { correctable, readCorrections } from './corrections.ts';
import { isOfPage, type Sent } from './sent-form.ts';

export type ObjectServices = Needs<
  'cases' | 'clock' | 'flow' | 'links' | 'log' | 'orders' | 'policy' | 'tokens'
>;

export const objectFields = ['about', ...correctable, 'says', 'why'] as const;
export type ObjectField = (typeof objectFields)[number];
export type ObjectForm = Record<ObjectField, string>;
export type ObjectErrors = Partial<Record<ObjectField, string>>;
type About = Objection['about'];

/** What a customer's link to object leads to at this moment. */
export type ObjectView =
  /** `until`: the ways that are open, and when each ends. */
  | {
      state: 'open';
      found: ToldCase;
      until: Partial<Record<About, Instant>>;
      form: ObjectForm;
      refused?: { errors: ObjectErrors } | 'stale';
    }
  /** `recorded`: by this very request. */
  | { state: 'again'; found: Case; objection: Objection; recorded: boolean }
  | { state: 'settled'; found: DecidedCase; why: 'late'; until: Instant }
  | { state: 'settled'; found: DecidedCase; why: 'looked' | 'granted' | 'chosen' };

/** What the link shows. Reads only. Throws LinkInvalid, LinkExpired, LinkEarly, CaseNotFound. */
export async function viewObjection(services: ObjectServices, token: string): Promise<ObjectView> {
  const { caseId } = await services.links.read(token, 'object');
  const found = await services.cases.load(caseId);
  // The mail with the link leaves a moment before the case says that the customer was told.
  if (found.status === 'decided') throw new LinkEarly(`the customer of case ${caseId} is being told`);
  if (found.status !== 'told' && found.status !== 'closed') {
    const { objection } = found;
    if (!objection) throw new LinkInvalid(`case ${caseId} is ${found.status}: there is nothing to object to`);
    return { state: 'again', found, objection, recorded: false };
  }
  if (found.decided.decision.outcome === 'approved') return { state: 'settled', found, why: 'granted' };
  if (found.offers?.state === 'accepted') return { state: 'settled', found, why: 'chosen' };
  const { policy } = services.policy;
  const times = abouts.flatMap((about) => {
    const until = objectUntil(found, about, policy);
    return until ? [[about, until] as const] : [];
  });
  const now = Date.parse(services.clock.now());
  const open = times.filter(([, until]) => now < Date.parse(until));
  if (open.length > 0) return { state: 'open', found, until: Object.fromEntries(open), form: emptyForm };
  const [late] = times;
  return late
    ? { state: 'settled', found, why: 'late', until: late[1] }
    : { state: 'settled', found, why: 'looked' };
}

const abouts = ['fact', 'decision'] as const;
const emptyForm = Object.fromEntries(objectFields.map((field) => [field, ''])) as ObjectForm;

/**
 * Records once what a customer says against the decision and starts the case's way anew. A form that is wrong, late or not from our own page
 * changes nothing and says why; one that is sent again finds the request being looked at. Throws as viewObjection does.
 */
export async function objectTo(
  services: ObjectServices,
  token: string,
  sent: Sent<ObjectForm>,
): Promise<ObjectView> {
  const view = await viewObjection(services, token);
  const isOurs = await isOfPage(services.links, token, sent);
  if (view.state !== 'open') {
    if (view.state === 'again' && isOurs) await begin(services, view.found, 'leave it');
    return view;
  }
  if (!isOurs) return { ...view, form: { ...sent.form, about: '' }, refused: 'stale' };
  const read = await readObjection(services, view, sent.form);
  if ('errors' in read) return { ...view, form: sent.form, refused: read };
  const { policy } = services.policy;
  const at = services.clock.now();
  try {
    const found = await changeCase(services.cases, view.found.id, { type: 'object', at, policy, ...read });
    await begin(services, found, 'start it again');
  } catch (error) {
    // Somebody was faster, or the day has just passed.
    if (!(error instanceof ObjectionRefused)) throw error;
  }
  const now = await viewObjection(services, token);
  return now.state === 'again' ? { ...now, recorded: now.objection.at === at } : now;
}

/**
 * Lets the flow that waits for what is due go on with the objection, or begins another where the case was closed: once, however often it
 * is called. `otherwise`: where none waits.
 */
async function begin(
  services: ObjectServices,
  found: Case,
  otherwise: 'start it again' | 'leave it',
): Promise<void> {
  const index = found.history.findLastIndex(({ type }) => type === 'objected');
  if (found.status !== 'received') return;
  const before = replay(found.id, found.history.slice(0, index));
  if (before.status !== 'closed') return wakeFlow(services, found, otherwise);
  await startAnew(services, found, 'objected');
}

/** What a form says against the decision, or what is wrong with it by field, in the customer's language. */
async function readObjection(
  services: ObjectServices,
  { found, until }: Extract<ObjectView, { state: 'open' }>,
  form: ObjectForm,
): Promise<{ about: About; says: string; learned?: Learned } | { errors: ObjectErrors }> {
  const { language } = found.request;
  const { object, feedback } = pageCatalogue[language];
  const { errors: says } = object;
  const limit = new Intl.NumberFormat(language).format(MAX_REASON);
  const about = abouts.find((one) => one === form.about);
  if (!about) return { errors: { about: says.about } };
  if (!until[about]) return { errors: { about: says.gone } };
  if (about === 'decision') {
    if (form.why === '') return { errors: { why: says.why } };
    if (form.why.length > MAX_REASON) return { errors: { why: feedback.errors.tooLong(limit) } };
    return { about, says: form.why };
  }
  const read = await readCorrections(services, found.request, form);
  const errors: ObjectErrors = 'errors' in read ? read.errors : {};
  if (form.says.length > MAX_REASON) errors.says = feedback.errors.tooLong(limit);
  if (correctable.every((field) => form[field] === '')) errors.orderNumber = says.facts;
  if ('errors' in read || Object.keys(errors).length > 0) return { errors };
  return { about, says: form.says, learned: read.learned };
}
