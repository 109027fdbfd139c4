import { isDecided } from '../../domain/case.ts';
import { formatDate } from '../../wording/format.ts';
import { oneLine, shorten } from '../../wording/plain.ts';
import { learnedFacts, personLine } from '../../wording/request-facts.ts';
import { terms } from '../../wording/terms.ts';
import { attachmentItems } from '../attachments.ts';
import { type Block, type MailDocument, section } from '../blocks.ts';
import { catalogue } from '../catalogue/index.ts';
import type { ContentOf } from '../write.ts';

/** As much as fits a mail that Gmail does not cut; the case has the rest. */
const MAX_WORDS = 4_000;
const MAX_ATTACHMENTS = 30;

/** To whoever has the case, or decided it: what the customer wrote since, and what they sent with it. */
export function customerReply(content: ContentOf<'customer-reply'>): MailDocument {
  const { found, policy, from, stranger, tookBack } = content;
  const { staffLanguage: language, timeZone } = policy.shop;
  const words = catalogue[language];
  const says = words.customerReply;
  const { facts, outcomes } = terms[language];
  const standing = isDecided(found)
    ? says.decided(outcomes[found.decided.decision.outcome], formatDate(found.decided.at, language, timeZone))
    : found.status === 'withdrawn'
      ? says.withdrawn
      : found.status === 'awaiting-decision' && found.round.question
        ? says.stillAsked(formatDate(found.round.question.until, language, timeZone))
        : says.open;
  const who = personLine(found.request);
  return {
    language,
    subject: stranger ? says.strangerSubject(found.id) : says.subject(found.id),
    preheader: says.preheader(stranger ? from : who),
    brand: policy.shop.name,
    title: stranger ? says.strangerTitle : says.title,
    blocks: [
      ...(stranger ? [{ type: 'note', tone: 'warn', text: says.stranger(oneLine(from)) } as const] : []),
      ...whatCame(content),
      ...whatIsNew(content),
      ...(isDecided(found) && tookBack
        ? [{ type: 'note', tone: 'warn', text: says.tookBack[tookBack] } as const]
        : []),
      ...(stranger ? [] : [{ type: 'paragraph', text: standing } as const]),
      ...(isDecided(found) && !stranger ? [{ type: 'paragraph', text: says.answer } as const] : []),
      {
        type: 'facts',
        rows: [
          { label: facts.customer, value: who },
          { label: facts.reference, value: found.id },
        ],
      },
    ],
    footer: [words.staffFooter(found.id)],
  };
}

function whatCame({ found, policy, text, attachments }: ContentOf<'customer-reply'>): Block[] {
  const { staffLanguage } = policy.shop;
  const { approval, customerReply: says } = catalogue[staffLanguage];
  const items = attachmentItems(attachments.slice(0, MAX_ATTACHMENTS), staffLanguage);
  const more = attachments.length - items.length;
  const rest: Block[] = more > 0 ? [{ type: 'small', text: says.moreAttachments(more) }] : [];
  return [
    text.trim() === ''
      ? { type: 'paragraph', text: approval.noWords }
      : { type: 'quote', text: shorten(text, MAX_WORDS), language: found.request.language },
    ...(items.length > 0 ? section(approval.attachments, { type: 'list', items }, ...rest) : []),
  ];
}

function whatIsNew({ found, policy, learned }: ContentOf<'customer-reply'>): Block[] {
  const { staffLanguage } = policy.shop;
  const { customerReply: says } = catalogue[staffLanguage];
  const rows = learned ? learnedFacts(found.request, learned, staffLanguage) : [];
  if (rows.length === 0 || found.status !== 'awaiting-decision') return [];
  return section(
    says.learned,
    { type: 'facts', rows },
    { type: 'paragraph', text: says.weighedAnew(terms[staffLanguage].routes[found.evaluation.route]) },
  );
}
