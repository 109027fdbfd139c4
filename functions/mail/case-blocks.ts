import { notKeptOf } from '../domain/attachments.ts';
import { type Case, isUnreachable } from '../domain/case.ts';
import { windowEnd } from '../domain/facts.ts';
import { formatMoney } from '../domain/money.ts';
import type { Policy } from '../domain/policy.ts';
import type { Precedent } from '../domain/precedents.ts';
import { askedAmount, isPartOfPaid, known } from '../domain/request.ts';
import { lastsUntil } from '../domain/round.ts';
import { dayOf } from '../domain/time.ts';
import { formatDay, formatInstant } from '../wording/format.ts';
import { oneLine, shorten } from '../wording/plain.ts';
import { personLine, requestFacts } from '../wording/request-facts.ts';
import { terms } from '../wording/terms.ts';
import { type AttachmentLinks, attachmentCount, attachmentList } from './attachments.ts';
import { type Block, section } from './blocks.ts';
import { catalogue } from './catalogue/index.ts';
import { earlierBlock } from './earlier-block.ts';
import { evaluationBlocks } from './evaluation-blocks.ts';
import { missingFacts } from './missing-facts.ts';
import { mayBeRead, objectionBlocks, readableRequest } from './objection-blocks.ts';
import { precedentBlocks, precedentLine } from './precedent-blocks.ts';

export type EvaluatedCase = Exclude<Case, { status: 'received' | 'withdrawn' }>;

const MAX_SUBJECT = 200;

/** A case as its approver reads it, in the staff's language. The mail and the decision page are made of the same blocks. */
export interface CaseBlocks {
  /** A few words that name the case in a subject: `$89.90, Wireless headphones`. */
  gist: string;
  /** The lines that have to be read in any case, and warnings. */
  essentials: Block[];
  /** What the customer wrote, in their own words. */
  words: Block[];
  /** The facts, what the guidelines say, cases like it, the customer's earlier cases. */
  background: Block[];
  /** The words and the background. */
  details: Block[];
  /** What came with the customer's mails, a line each. The page shows the things themselves. */
  attachments: Block[];
}

/**
 * How much is shown: characters of each mail and of each reason given in a case like it, how many later mails (the newest), and
 * attachments.
 */
export interface Limits {
  characters: number;
  reason: number;
  mails: number;
  attachments: number;
}
const { POSITIVE_INFINITY } = Number;
const ALL: Limits = {
  characters: POSITIVE_INFINITY,
  reason: POSITIVE_INFINITY,
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

/** Without limits everything the customer wrote is there. `links`: where each attachment can be looked at, by its hash. */
export function caseBlocks(
  found: EvaluatedCase,
  policy: Policy,
  { earlier, precedents }: Beside,
  limits = ALL,
  links: AttachmentLinks = {},
): CaseBlocks {
  const { staffLanguage: language } = policy.shop;
  const words = catalogue[language].approval;
  const request = readableRequest(found);
  const amount = known(askedAmount(request));
  const product = known(request.product);
  const money = amount && formatMoney(amount, language);
  const gist = [money, product && shorten(oneLine(product), 60)].filter(Boolean).join(', ');
  const told = precedents.map((one) =>
    one.reason ? { ...one, reason: shorten(one.reason, limits.reason) } : one,
  );
  const written = wordsBlocks(found, policy, limits);
  const background = [
    ...section(words.facts, { type: 'facts', rows: requestFacts(request, language) }),
    ...section(words.guidelines, ...evaluationBlocks(found.evaluation, policy)),
    ...section(terms[language].precedents.heading, ...precedentBlocks(found.evaluation, told, policy)),
    ...section(words.earlier, earlierBlock(earlier, policy)),
  ];
  return {
    gist: gist || words.someRequest,
    essentials: [
      ...objectionBlocks(found, policy, limits.characters),
      atStake(found, policy),
      essentialFacts(found, policy),
      ...warnings(found, policy),
      ...missingFacts(found, policy),
    ],
    words: written,
    background,
    details: [...written, ...background],
    attachments: section(words.attachments, ...attachmentBlocks(found, policy, limits, links)),
  };
}

function warnings(found: EvaluatedCase, policy: Policy): Block[] {
  const words = catalogue[policy.shop.staffLanguage].approval;
  const unreachable: Block[] = isUnreachable(found)
    ? [{ type: 'note', tone: 'warn', text: words.unreachable }]
    : [];
  const told = found.history.some((event) => event.type === 'mail-sent' && event.kind === 'within-policy');
  const ordinary = told ? words.toldWithinPolicy : wasWithinPolicy(found, policy);
  const window: Block[] = ordinary ? [{ type: 'note', tone: 'info', text: ordinary }] : [];
  return [...unreachable, ...whoWrites(found, policy), ...window];
}

/** Until when a customer could have returned it the ordinary way who was not told so: by now it may be too late for them. */
function wasWithinPolicy(
  { openedAt, request, evaluation }: EvaluatedCase,
  policy: Policy,
): string | undefined {
  const { staffLanguage: language, timeZone } = policy.shop;
  const until = windowEnd(request, policy);
  if (evaluation.route !== 'within-policy' || until === undefined || until < dayOf(openedAt, timeZone))
    return undefined;
  return catalogue[language].approval.wasWithinPolicy(formatDay(until, language));
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
  const asked = askedAmount(request);
  const amount = known(asked);
  const product = known(request.product);
  const paid = isPartOfPaid(request) ? known(request.amount) : undefined;
  const detail = [
    product && shorten(oneLine(product), 100),
    amount && sources[asked.source],
    paid && words.partOf(formatMoney(paid, shop.staffLanguage)),
  ];
  const value = amount ? formatMoney(amount, shop.staffLanguage) : words.noAmount;
  const line = detail.filter(Boolean).join(', ');
  return { type: 'figure', label: words.atStake, value, ...(line && { detail: line }) };
}

function essentialFacts(found: EvaluatedCase, { shop }: Policy): Block {
  const language = shop.staffLanguage;
  const { essentials, upTo } = catalogue[language].approval;
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
  rows.push({ label: essentials.attached, value: attachmentCount(found, language) });
  if (found.status === 'awaiting-decision') {
    const { deadline, limit } = found.round;
    if (limit) rows.push({ label: essentials.limit, value: upTo(formatMoney(limit, language)) });
    rows.push({ label: facts.deadline, value: formatInstant(deadline, language, shop.timeZone) });
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
  const written = found.history
    .filter((event) => event.type === 'customer-wrote' || event.type === 'staff-wrote')
    .filter((event) => event.type === 'customer-wrote' || mayBeRead(found, event));
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

function attachmentBlocks(
  found: EvaluatedCase,
  policy: Policy,
  { attachments }: Limits,
  links: AttachmentLinks,
): Block[] {
  const { staffLanguage: language, timeZone } = policy.shop;
  const words = catalogue[language].approval;
  const items = attachmentList(found, policy, links);
  const shown = items.slice(0, attachments);
  const small = (text: string): Block => ({ type: 'small', text });
  const more = shown.length < items.length || notKeptOf(found, 'customer') > 0;
  const linked = found.status === 'awaiting-decision' && shown.some(({ link }) => link !== undefined);
  return [
    shown.length > 0 ? { type: 'list', items: shown } : { type: 'paragraph', text: words.noAttachments },
    ...(linked
      ? [small(words.attachmentsUntil(formatInstant(lastsUntil(found.round), language, timeZone)))]
      : []),
    ...(more ? [small(words.attachmentsOnPage)] : []),
  ];
}
