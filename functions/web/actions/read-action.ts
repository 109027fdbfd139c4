import { type Decision, MAX_REASON } from '../../domain/decision.ts';
import { pageCatalogue } from '../catalogue/index.ts';
import type { ActionErrors, ActionForm } from './form.ts';
import { hasWords } from './has-words.ts';
import { type Purpose, readDecision, tooLong } from './read-decision.ts';
import { type Leaver, type Leaving, readAway, readConflict, readHandOver } from './read-leaving.ts';

/** What an approver wants done. */
export type Action =
  | { type: 'decide'; decision: Decision }
  | { type: 'ask'; text: string }
  | { type: 'leave'; leaving: Leaving }
  /** They are no longer away. */
  | { type: 'return' };

/** What a form asks for, or what is wrong with it by field, in the staff's language. */
export function readAction(
  form: ActionForm,
  leaver: Leaver,
  purpose: Purpose,
): { action: Action } | { errors: ActionErrors } {
  const { found, rules } = leaver;
  switch (form.choice) {
    case 'ask':
      return readQuestion(form, leaver);
    case 'hand-over':
      return asAction(readHandOver(form, leaver));
    case 'conflict':
      return asAction(readConflict(form, leaver));
    case 'away': {
      const read = readAway(form, leaver, purpose);
      return 'back' in read ? { action: { type: 'return' } } : asAction(read);
    }
    default: {
      const read = readDecision(form, found, rules.policy, purpose);
      return 'errors' in read ? read : { action: { type: 'decide', ...read } };
    }
  }
}

function readQuestion(
  { question }: ActionForm,
  { found, rules: { policy } }: Leaver,
): { action: Action } | { errors: ActionErrors } {
  const says = pageCatalogue[policy.shop.staffLanguage].decide.errors;
  if (!hasWords(question)) return { errors: { question: says.question } };
  if (question.length > MAX_REASON) return { errors: { question: tooLong(policy) } };
  if (found.round.question) return { errors: { choice: says.isAsked } };
  return { action: { type: 'ask', text: question } };
}

function asAction(
  read: { leaving: Leaving } | { errors: ActionErrors },
): { action: Action } | { errors: ActionErrors } {
  return 'errors' in read ? read : { action: { type: 'leave', leaving: read.leaving } };
}
