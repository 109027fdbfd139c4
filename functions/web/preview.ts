import { answersNeeded } from '../domain/answers.ts';
import type { AwaitingCase, DecidedCase } from '../domain/case.ts';
import type { Language } from '../domain/language.ts';
import { isWithinLimit } from '../domain/round.ts';
import type { Rules } from '../domain/round-rules.ts';
import { daysAfter } from '../domain/time.ts';
import type { MailDocument } from '../mail/blocks.ts';
import { customerQuestion } from '../mail/kinds/customer-question.ts';
import { decision } from '../mail/kinds/decision.ts';
import type { Action } from './actions/read-action.ts';

export interface Preview {
  /** The mail to the customer in their language, and once more in the staff's where that is another; none where none is sent. */
  mails: MailDocument[];
  /** Whether it takes others who answer alike before it is sent. */
  isShared: boolean;
  /** Whether it is more than this person may approve, and so goes on as a recommendation. */
  isRecommended: boolean;
}

/** What an action sends to the customer. What a person wrote stays in the words and the language it was written in. */
export function previewOf(
  action: Action,
  { found, person, rules }: { found: AwaitingCase; person: string; rules: Rules },
): Preview {
  const isDecision = action.type === 'decide';
  if (isDecision && !isWithinLimit(found.round, action.decision))
    return { mails: [], isShared: false, isRecommended: true };
  const theirs = found.request.language;
  const ours = rules.policy.shop.staffLanguage;
  const inLanguage = (language: Language) => {
    const told = { ...found, request: { ...found.request, language } };
    return mailOf(action, told, person, rules).map((mail) => quotedIn(theirs, mail));
  };
  const mails = [...new Set([theirs, ours])].flatMap(inLanguage);
  const isShared = isDecision && answersNeeded(found, action.decision, rules.policy) > 1;
  return { mails, isShared, isRecommended: false };
}

function mailOf(action: Action, found: AwaitingCase, person: string, rules: Rules): MailDocument[] {
  const { at, policy } = rules;
  switch (action.type) {
    case 'decide': {
      const made = { at, by: person, round: found.round.number, decision: action.decision };
      // On an appeal nobody is shown what was granted first.
      const refunds = found.objection?.about === 'decision' ? [] : found.refunds;
      const decided: DecidedCase = { ...found, status: 'decided', decided: made, refunds };
      return [decision({ kind: 'decision', found: decided, policy })];
    }
    case 'ask': {
      const question = { text: action.text, until: daysAfter(at, policy.approval.customerDays) };
      return [customerQuestion({ kind: 'customer-question', found, policy, question })];
    }
    case 'leave':
    case 'return':
      return [];
    default:
      return action satisfies never;
  }
}

/** A person writes to a customer in the customer's language. */
function quotedIn(language: Language, mail: MailDocument): MailDocument {
  const blocks = mail.blocks.map((block) => (block.type === 'quote' ? { language, ...block } : block));
  return { ...mail, blocks };
}
