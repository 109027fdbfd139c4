import type { Decision } from '../../domain/decision.ts';
import { refundOf } from '../../domain/decision.ts';
import { newMoney, refundsBefore } from '../../domain/granted.ts';
import { refundWay } from '../../domain/limits.ts';
import type { Money } from '../../domain/money.ts';
import { askedAmount, isPartOfPaid, known } from '../../domain/request.ts';
import { dayAfter, dayOf } from '../../domain/time.ts';
import { formatFullDay } from '../../wording/format.ts';
import type { MailDocument } from '../blocks.ts';
import { catalogue } from '../catalogue/index.ts';
import { customerView } from '../customer-view.ts';
import { approved, partApproved, unchanged } from '../decision/granted.ts';
import { alternative, declined } from '../decision/refused.ts';
import type { Answer, Told } from '../decision/told.ts';
import type { ContentOf } from '../write.ts';

/** To the customer: what was decided, why, how and by when, and what they can do next. */
export function decision({ found, policy, offers, object }: ContentOf<'decision'>): MailDocument {
  const { language } = found.request;
  const words = catalogue[language];
  const view = customerView(found.request);
  const made = found.decided.decision;
  const asked = known(askedAmount(found.request));
  const way = refundWay(policy, 'way' in made ? made.way : undefined);
  const arrives = dayAfter(dayOf(found.decided.at, policy.shop.timeZone), way.days);
  const answer = answerTo(made, {
    found,
    links: { offers, object },
    reference: found.id,
    language,
    policy,
    day: formatFullDay(arrives, language),
    method: way.method[language],
    asked: view.asked,
    isPart: isLess(refundOf(made), asked),
    isAsked: isPartOfPaid(found.request) && refundOf(made)?.minor === asked?.minor,
    before: refundsBefore(found),
    more: newMoney(found),
  });
  const { patience, again } = words.decision;
  return {
    ...answer,
    language,
    brand: policy.shop.name,
    blocks: [
      { type: 'paragraph', text: words.greeting(view.name) },
      { type: 'paragraph', text: found.earlier.length > 0 ? again.patience : patience },
      ...answer.blocks,
    ],
    footer: [words.replyFooter(found.id)],
  };
}

function isLess(given: Money | undefined, asked: Money | undefined): boolean {
  return asked !== undefined && given?.currency === asked.currency && given.minor < asked.minor;
}

function answerTo(made: Decision, told: Told): Answer {
  if (refundOf(made) && !told.more) return unchanged('note' in made ? made.note : undefined, told);
  switch (made.outcome) {
    case 'approved':
      return approved(made, told);
    case 'part-approved':
      return partApproved(made, told);
    case 'alternative':
      return alternative(made, told);
    case 'declined':
      return declined(made, told);
    default:
      return made satisfies never;
  }
}
