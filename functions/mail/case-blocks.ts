import { type Case, isDecided, isUnreachable } from '../domain/case.ts';
import { refundOf } from '../domain/decision.ts';
import { formatMoney } from '../domain/money.ts';
import type { Policy } from '../domain/policy.ts';
import type { Precedent } from '../domain/precedents.ts';
import { known } from '../domain/request.ts';
import { formatInstant, formatShortDate } from '../wording/format.ts';
import { oneLine, shorten } from '../wording/plain.ts';
import { personLine, requestFacts } from '../wording/request-facts.ts';
import { terms } from '../wording/terms.ts';
import { everyAttachment } from './attachments.ts';
import { type Block, type ListItem, section } from './blocks.ts';
import { catalogue } from './catalogue/index.ts';
import { evaluationBlocks } from './evaluation-blocks.ts';
import { missingFacts } from './missing-facts.ts';
import { precedentBlocks, precedentLine } from './precedent-blocks.ts';

export type EvaluatedCase = Exclude<Case, { status: 'received' | 'withdrawn' }>;

/** More earlier cases than this say nothing that these do not. */
const MAX_EARLIER = 10;
const MAX_SUBJECT = 200;

/** A case as its approver reads it, in the staff's language. The mail and the decision page are made of the same blocks. */
export interface CaseBlocks {
  /** A few words that name the case in a subject: `$89.90, Wireless headphones`. */
  gist: string;
  /** Warnings, and the lines that have to be read in any case. */
  essentials: Block[];
  /** The customer's words, the facts, what the guidelines say, earlier cases. */
  details: Block[];
  /** What came with the customer's mails, a line each. The page shows the things themselves. */
  attachments: Block[];
}

/** How much of what the customer sent is shown: characters of each mail, how many later mails (the newest), and attachments. */
export interface Limits {
  characters: number;
  mails: number;
  attachments: number;
}
const { POSITIVE_INFINITY } = Number;
const ALL: Limits = {
  characters: POSITIVE_INFINITY,
  mails: POSITIVE_INFINITY,
  attachments: POSITIVE_INFINITY,
};

/** What a case is looked at beside. */
export interface Beside {
  /** The customer's other cases, this one not among them. */
  earlier: Case[];
  /** What the decided cases it was compared with left behind. */
  precedents: Precedent[];
}

/** Without limits everything the customer wrote is there. */
export function caseBlocks(
  found: EvaluatedCase,
  policy: Policy,
  { earlier, precedents }: Beside,
  limits = ALL,
): CaseBlocks {
  const { staffLanguage: language } = policy.shop;
  const words = catalogue[language].approval;
  const { request } = found;
  const amount = known(request.amount);
  const product = known(request.product);
  const money = amount && formatMoney(amount, language);
  const gist = [money, product && shorten(oneLine(product), 60)].filter(Boolean).join(', ');
  return {
    gist: gist || words.someRequest,
    essentials: [
      ...warnings(found, policy),
      ...missingFacts(found, policy),
      atStake(found, policy),
      essentialFacts(found, policy),
    ],
    details: [
      ...wordsBlocks(found, policy, limits),
      ...section(words.facts, { type: 'facts', rows: requestFacts(request, language) }),
      ...section(words.guidelines, ...evaluationBlocks(found.evaluation, policy)),
      ...section(
        terms[language].precedents.heading,
        ...precedentBlocks(found.evaluation, precedents, policy),
      ),
      ...section(words.earlier, earlierBlock(earlier, policy)),
    ],
    attachments: section(words.attachments, ...attachmentBlocks(found, policy, limits)),
  };
}

function warnings(found: EvaluatedCase, policy: Policy): Block[] {
  const words = catalogue[policy.shop.staffLanguage].approval;
  const unreachable: Block[] = isUnreachable(found)
    ? [{ type: 'note', tone: 'warn', text: words.unreachable }]
    : [];
  const told = found.history.some((event) => event.type === 'mail-sent' && event.kind === 'within-policy');
  const ordinary: Block[] = told ? [{ type: 'note', tone: 'info', text: words.toldWithinPolicy }] : [];
  return [...unreachable, ...whoWrites(found, policy), ...ordinary];
}

function whoWrites({ request, sender }: EvaluatedCase, { shop }: Policy): Block[] {
  const words = catalogue[shop.staffLanguage].approval;
  if (sender === 'failed') return [{ type: 'note', tone: 'warn', text: words.unverified }];
  if (request.ordersOwnAddress === false) return [{ type: 'note', tone: 'warn', text: words.otherAddress }];
  if (request.orderNumber.source !== 'order') return [{ type: 'note', tone: 'warn', text: words.noOrder }];
  return [];
}

function atStake({ request }: EvaluatedCase, { shop }: Policy): Block {
  const words = catalogue[shop.staffLanguage].approval;
  const { sources } = terms[shop.staffLanguage];
  const amount = known(request.amount);
  const product = known(request.product);
  const detail = [product && shorten(oneLine(product), 100), amount && sources[request.amount.source]];
  const value = amount ? formatMoney(amount, shop.staffLanguage) : words.noAmount;
  const line = detail.filter(Boolean).join(', ');
  return { type: 'figure', label: words.atStake, value, ...(line && { detail: line }) };
}

function essentialFacts(found: EvaluatedCase, { shop }: Policy): Block {
  const language = shop.staffLanguage;
  const { essentials } = catalogue[language].approval;
  const { facts, reasons, routes, unknown, wishes } = terms[language];
  const { reason, wish } = found.request;
  const why = known(reason);
  const wanted = known(wish);
  const rows = [
    { label: essentials.who, value: personLine(found.request) },
    { label: essentials.asksFor, value: wanted ? wishes[wanted] : unknown },
    { label: essentials.because, value: why ? reasons[why] : unknown },
    { label: facts.recommended, value: routes[found.evaluation.route] },
  ];
  const line = precedentLine(found.evaluation, language);
  if (line !== undefined) rows.push({ label: facts.precedents, value: line });
  if (found.status === 'awaiting-decision') {
    rows.push({ label: facts.deadline, value: formatInstant(found.round.deadline, language, shop.timeZone) });
  }
  rows.push({ label: facts.reference, value: found.id });
  return { type: 'facts', rows };
}

function wordsBlocks(found: EvaluatedCase, { shop }: Policy, { characters, mails }: Limits): Block[] {
  const words = catalogue[shop.staffLanguage].approval;
  const { language } = found.request;
  const quote = (text: string): Block[] =>
    text.trim() === ''
      ? [{ type: 'paragraph', text: words.noWords }]
      : [
          { type: 'quote', text: shorten(text, characters), language },
          ...(text.length > characters ? [{ type: 'small', text: words.restOnPage } as const] : []),
        ];
  const written = found.history.filter(
    (event) => event.type === 'customer-wrote' || event.type === 'staff-wrote',
  );
  const shown = written.slice(Math.max(0, written.length - mails));
  const later = shown.flatMap((event): Block[] => {
    const at = formatInstant(event.at, shop.staffLanguage, shop.timeZone);
    return [{ type: 'small', text: words.wroteAt(event.from, at) }, ...quote(event.text)];
  });
  if (shown.length < written.length) later.unshift({ type: 'small', text: words.moreOnPage });
  const title = shorten(oneLine(found.request.subject), MAX_SUBJECT);
  const subject: Block[] = title ? [{ type: 'small', text: words.subjectLine(title) }] : [];
  return [
    ...section(words.ownWords, ...subject, ...quote(found.request.text)),
    ...section(words.sinceThen, ...later),
  ];
}

function attachmentBlocks(found: EvaluatedCase, policy: Policy, { attachments }: Limits): Block[] {
  const { staffLanguage: language } = policy.shop;
  const words = catalogue[language].approval;
  const items = everyAttachment(found, language, policy);
  if (items.length === 0) return [{ type: 'paragraph', text: words.noAttachments }];
  const rest: Block[] = items.length > attachments ? [{ type: 'small', text: words.attachmentsOnPage }] : [];
  return [{ type: 'list', items: items.slice(0, attachments) }, ...rest];
}

function earlierBlock(earlier: Case[], { shop }: Policy): Block {
  const words = catalogue[shop.staffLanguage].approval;
  if (earlier.length === 0) return { type: 'paragraph', text: words.noEarlier };
  const newestFirst = earlier.toSorted((a, b) => b.openedAt.localeCompare(a.openedAt));
  return { type: 'list', items: newestFirst.slice(0, MAX_EARLIER).map((one) => earlierItem(one, shop)) };
}

function earlierItem(found: Case, { staffLanguage: language, timeZone }: Policy['shop']): ListItem {
  const { outcomes, reasons } = terms[language];
  const reason = known(found.request.reason);
  const decision = isDecided(found) ? found.decided.decision : undefined;
  const money = decision && refundOf(decision);
  const parts = [
    found.id,
    known(found.request.product),
    reason && reasons[reason],
    decision ? outcomes[decision.outcome] : catalogue[language].approval.undecided,
    money && formatMoney(money, language),
  ];
  return {
    lead: formatShortDate(found.openedAt, language, timeZone),
    text: parts.filter(Boolean).join(' · '),
  };
}
