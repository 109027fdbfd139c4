import { levelOf } from '../../domain/approvers.ts';
import { formatInstant } from '../../wording/format.ts';
import { terms } from '../../wording/terms.ts';
import { type Block, type MailDocument, section } from '../blocks.ts';
import { caseBlocks, type Limits } from '../case-blocks.ts';
import { catalogue } from '../catalogue/index.ts';
import { shortcuts } from '../choices.ts';
import { decisionLines } from '../decision-lines.ts';
import { renderHtml } from '../render-html.tsx';
import { askedBecause, askedSince, roundBlocks } from '../round-blocks.ts';
import type { ContentOf } from '../write.ts';

type Content = ContentOf<'approval-request' | 'approval-reminder' | 'overdue-notice'>;

/** Gmail cuts a mail off at 102 KB of HTML; the page shows all of it. */
const MAX_BYTES = 100_000;
/** How much is shown, the most that fits. An ordinary case has half the size with the first; the last is for what is written to fill it. */
const LIMITS: readonly [Limits, ...Limits[]] = [
  { characters: 4_000, reason: 300, mails: 3, attachments: 20 },
  { characters: 2_000, reason: 150, mails: 2, attachments: 10 },
  { characters: 600, reason: 80, mails: 1, attachments: 5 },
];

/**
 * To an approver: what is at stake, for whom, why, what is recommended and until when, and the links with which they answer; below
 * it the whole case.
 */
export function approval(content: Content): MailDocument {
  const [most, ...less] = LIMITS;
  return less.reduce(
    (mail, limits) => (fits(mail) ? mail : written(content, limits)),
    written(content, most),
  );
}

function fits(mail: MailDocument): boolean {
  return new TextEncoder().encode(renderHtml(mail)).length <= MAX_BYTES;
}

function written(content: Content, limits: Limits): MailDocument {
  const { kind, found, policy, approver, link, attachmentLinks } = content;
  const { staffLanguage: language, timeZone } = policy.shop;
  const words = catalogue[language];
  const says = words.approval;
  const blocks = caseBlocks(found, policy, content, limits, attachmentLinks);
  const { question, deadline } = found.round;
  const when = formatInstant(question?.until ?? deadline, language, timeZone);
  const preheader = question ? says.waiting.preheader : says.preheader;
  const because = kind === 'approval-request' ? askedBecause(found, approver) : undefined;
  const { subject, title } = because
    ? says.asked[because]
    : { subject: says.subjects[kind], title: says.titles[kind] };
  const { answers, instead } = shortcuts(found, policy, link);
  return {
    language,
    subject: subject(blocks.gist, found.id),
    preheader: preheader(terms[language].routes[found.evaluation.route], when),
    brand: policy.shop.name,
    title,
    blocks: [
      ...urgency(content),
      ...roundBlocks(found, policy, approver),
      ...blocks.essentials,
      { type: 'buttons', look: 'action', buttons: [{ label: says.button, href: link }] },
      { type: 'buttons', look: 'shortcuts', buttons: answers },
      { type: 'buttons', look: 'quiet', buttons: instead },
      { type: 'small', text: says.yours(approver) },
      ...blocks.words,
      ...blocks.attachments,
      ...section(says.wouldRead, ...decisionLines(found, policy)),
      ...blocks.background,
    ],
    footer: [words.staffFooter(found.id)],
  };
}

function urgency({ kind, found, policy, approver }: Content): Block[] {
  const { staffLanguage: language, timeZone } = policy.shop;
  const says = catalogue[language].approval;
  const since = (at: string) => formatInstant(at, language, timeZone);
  if (kind === 'overdue-notice')
    return [{ type: 'note', tone: 'warn', text: says.overdue(since(found.openedAt)) }];
  if (kind === 'approval-request') return [];
  const isLast = levelOf(policy, found.round) + 1 >= policy.approval.levels.length;
  const reminder = isLast ? says.lastReminder : says.reminder;
  return [{ type: 'note', tone: 'warn', text: reminder(since(askedSince(found, approver))) }];
}
