import { levelOf } from '../../domain/approvers.ts';
import { formatInstant } from '../../wording/format.ts';
import { terms } from '../../wording/terms.ts';
import { type Block, type MailDocument, section } from '../blocks.ts';
import { caseBlocks } from '../case-blocks.ts';
import { catalogue } from '../catalogue/index.ts';
import { shortcuts } from '../choices.ts';
import { decisionLines } from '../decision-lines.ts';
import { askedBecause, askedSince, roundBlocks } from '../round-blocks.ts';
import type { ContentOf } from '../write.ts';

type Content = ContentOf<'approval-request' | 'approval-reminder' | 'overdue-notice'>;

/** The mail stays well under the size (102 KB) at which Gmail cuts it off; the page shows all of it. */
const LIMITS = { characters: 3_000, reason: 300, mails: 2, attachments: 20 };

/**
 * To an approver: what is at stake, for whom, why, what is recommended and until when, and the links with which they answer; below
 * it the whole case.
 */
export function approval(content: Content): MailDocument {
  const { kind, found, policy, approver, link, attachmentLinks } = content;
  const { staffLanguage: language, timeZone } = policy.shop;
  const words = catalogue[language];
  const says = words.approval;
  const blocks = caseBlocks(found, policy, content, LIMITS, attachmentLinks);
  const deadline = formatInstant(found.round.deadline, language, timeZone);
  const because = kind === 'approval-request' ? askedBecause(found, approver) : undefined;
  const { subject, title } = because
    ? says.asked[because]
    : { subject: says.subjects[kind], title: says.titles[kind] };
  const { answers, instead } = shortcuts(found, policy, link);
  return {
    language,
    subject: subject(blocks.gist, found.id),
    preheader: says.preheader(terms[language].routes[found.evaluation.route], deadline),
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
