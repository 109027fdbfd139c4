import { type Case, type DecidedCase, isDecided } from '../domain/case.ts';
import { LinkInvalid } from '../domain/errors.ts';
import type { Needs } from '../domain/ports.ts';
import { feedbackLetters, isSilent } from '../follow-through/letters-due.ts';
import type { Sending } from '../notify/send-once.ts';
import { sendOrPassOn } from '../notify/send-or-pass-on.ts';
import { changeCase } from '../runtime/change-case.ts';
import { startAnew, wakeFlow } from '../runtime/wake-flow.ts';
import { scorePoint } from '../wording/terms.ts';
import { pageCatalogue } from './catalogue/index.ts';
import { isOfPage, type Sent } from './sent-form.ts';

export type FeedbackServices = Sending & Needs<'links' | 'tokens' | 'flow'>;

/** The longest comment kept (characters). */
export const MAX_COMMENT = 2_000;

/**
 * `left`: whether anything is left to put right, `yes`, `no`, or empty where they do not say; `confirm`: `yes` when the box beside
 * "this is my answer" is ticked.
 */
export const feedbackFields = ['score', 'comment', 'left', 'confirm'] as const;
export type FeedbackForm = Record<(typeof feedbackFields)[number], string>;
export type FeedbackErrors = Partial<Record<keyof FeedbackForm, string>>;

/** What a customer's feedback link leads to at this moment. */
export type FeedbackView =
  | { state: 'open'; found: DecidedCase; form: FeedbackForm; refused?: { errors: FeedbackErrors } | 'stale' }
  /** The customer has objected: the answer they were asked about is being looked at again. */
  | { state: 'again'; found: Case }
  /** `recorded`: by this very request. */
  | { state: 'given'; found: DecidedCase; recorded: boolean };

/** What the link shows; the score that was clicked is filled in. Reads only. Throws LinkInvalid, LinkExpired, CaseNotFound. */
export async function viewFeedback(
  services: FeedbackServices,
  token: string,
  clicked = '',
): Promise<FeedbackView> {
  const { caseId } = await services.links.read(token, 'feedback');
  const found = await services.cases.load(caseId);
  const isTold = found.status === 'told' || found.status === 'closed';
  if (found.objection && !isTold) return { state: 'again', found };
  if (!isDecided(found))
    throw new LinkInvalid(`case ${caseId} is ${found.status}: nobody was asked about it`);
  if (found.feedback) return { state: 'given', found, recorded: false };
  const score = String(scorePoint(clicked) ?? '');
  return { state: 'open', found, form: { score, comment: '', left: '', confirm: '' } };
}

/** Records the customer's answer once, from a form of our own page that a person has confirmed. Throws as viewFeedback does. */
export async function giveFeedback(
  services: FeedbackServices,
  token: string,
  sent: Sent<FeedbackForm>,
): Promise<FeedbackView> {
  const view = await viewFeedback(services, token);
  if (view.state === 'again') return view;
  const isOurs = await isOfPage(services.links, token, sent);
  if (view.state === 'given') {
    // Whoever told them the first time may have died before they could.
    if (isOurs) await tellDecider(services, view.found);
    return view;
  }
  if (!isOurs) {
    return { ...view, form: { ...sent.form, confirm: '' }, refused: 'stale' };
  }
  const score = scorePoint(sent.form.score);
  const errors = mistakesIn(sent.form, view.found);
  if (!score || Object.keys(errors).length > 0) return { ...view, form: sent.form, refused: { errors } };
  const at = services.clock.now();
  const { comment, left } = sent.form;
  const found = await changeCase(services.cases, view.found.id, {
    type: 'give-feedback',
    at,
    score,
    comment,
    ...(left !== '' && { left: left === 'yes' }),
  });
  if (!isDecided(found)) throw new Error(`case ${found.id} cannot go back from being decided`);
  await tellDecider(services, found);
  return { state: 'given', found, recorded: found.feedback?.at === at };
}

/**
 * The answer is on the case before this, and stays there: a mail that fails is shown on the case, and not to the customer. The flow sends
 * what may leave another time.
 */
async function tellDecider(services: FeedbackServices, found: DecidedCase): Promise<void> {
  const { cases, log, policy } = services;
  for (const letter of feedbackLetters(found, policy.policy)) {
    await sendOrPassOn(services, found, letter).catch((error: unknown) => {
      log.error('nobody could be told of a feedback', { caseId: found.id, error });
    });
    const now = await cases.load(found.id);
    if (now.status === 'told') await wakeFlow(services, now, 'leave it');
    if (now.status === 'closed' && isSilent(now, policy.policy))
      await startAnew(services, now, 'feedback-given');
  }
}

function mistakesIn(form: FeedbackForm, { request }: DecidedCase): FeedbackErrors {
  const says = pageCatalogue[request.language].feedback.errors;
  const limit = new Intl.NumberFormat(request.language).format(MAX_COMMENT);
  return {
    ...(!scorePoint(form.score) && { score: says.score }),
    ...(form.comment.length > MAX_COMMENT && { comment: says.tooLong(limit) }),
    ...(!['', 'yes', 'no'].includes(form.left) && { left: says.left }),
    ...(form.confirm !== 'yes' && { confirm: says.confirm }),
  };
}
