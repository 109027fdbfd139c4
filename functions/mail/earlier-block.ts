import { type Case, isDecided } from '../domain/case.ts';
import { refundOf } from '../domain/decision.ts';
import { formatMoney } from '../domain/money.ts';
import type { Policy } from '../domain/policy.ts';
import { known } from '../domain/request.ts';
import { formatShortDate } from '../wording/format.ts';
import { oneLine, shorten } from '../wording/plain.ts';
import { terms } from '../wording/terms.ts';
import type { Block, ListItem } from './blocks.ts';
import { catalogue } from './catalogue/index.ts';

/** More earlier cases than this say nothing that these do not. */
const MAX_EARLIER = 10;
/** A product's name as a mail gave it may be a whole text (characters). */
const MAX_PRODUCT = 80;

/** The customer's other cases, newest first, a line each: when, about what, why, and how it ended. */
export function earlierBlock(earlier: Case[], { shop }: Policy): Block {
  const words = catalogue[shop.staffLanguage].approval;
  if (earlier.length === 0) return { type: 'paragraph', text: words.noEarlier };
  const newestFirst = earlier.toSorted((a, b) => b.openedAt.localeCompare(a.openedAt));
  return { type: 'list', items: newestFirst.slice(0, MAX_EARLIER).map((one) => earlierItem(one, shop)) };
}

function earlierItem(found: Case, { staffLanguage: language, timeZone }: Policy['shop']): ListItem {
  const { outcomes, reasons } = terms[language];
  const reason = known(found.request.reason);
  const product = known(found.request.product);
  const decision = isDecided(found) ? found.decided.decision : undefined;
  const money = decision && refundOf(decision);
  const parts = [
    found.id,
    product && shorten(oneLine(product), MAX_PRODUCT),
    reason && reasons[reason],
    decision ? outcomes[decision.outcome] : catalogue[language].approval.undecided,
    money && formatMoney(money, language),
  ];
  return {
    lead: formatShortDate(found.openedAt, language, timeZone),
    text: parts.filter(Boolean).join(' · '),
  };
}
