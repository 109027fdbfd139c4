import { formatInstant } from '../../wording/format.ts';
import { terms } from '../../wording/terms.ts';
import type { Block, MailDocument } from '../blocks.ts';
import { caseBlocks } from '../case-blocks.ts';
import { catalogue } from '../catalogue/index.ts';
import type { ContentOf } from '../write.ts';

type Content = ContentOf<'approval-request' | 'approval-reminder' | 'overdue-notice'>;

/** The mail stays well under the size (102 KB) at which Gmail cuts it off; the page shows all of it. */
const LIMITS = { characters: 4_000, mails: 3, attachments: 30 };

/** To an approver: the whole case, the essentials first, and the one link with which they decide. */
export function approval(content: Content): MailDocument {
  const { kind, found, policy, approver, link } = content;
  const { staffLanguage: language, timeZone } = policy.shop;
  const words = catalogue[language];
  const says = words.approval;
  const { gist, essentials, details, attachments } = caseBlocks(found, policy, content, LIMITS);
  const deadline = formatInstant(found.round.deadline, language, timeZone);
  return {
    language,
    subject: says.subjects[kind](gist, found.id),
    preheader: says.preheader(terms[language].routes[found.evaluation.route], deadline),
    brand: policy.shop.name,
    title: says.titles[kind],
    blocks: [
      ...urgency(content),
      ...essentials,
      { type: 'buttons', look: 'action', buttons: [{ label: says.button, href: link }] },
      { type: 'small', text: says.yours(approver) },
      ...details,
      ...attachments,
    ],
    footer: [words.staffFooter(found.id)],
  };
}

function urgency({ kind, found, policy }: Content): Block[] {
  const { staffLanguage: language, timeZone } = policy.shop;
  const says = catalogue[language].approval;
  const since = (at: string) => formatInstant(at, language, timeZone);
  if (kind === 'overdue-notice')
    return [{ type: 'note', tone: 'warn', text: says.overdue(since(found.openedAt)) }];
  if (kind === 'approval-request') return [];
  const { number, level } = found.round;
  const opened = found.history.findLast((event) => event.type === 'round-opened' && event.round === number);
  const reminder = policy.approval.levels[level + 1] ? says.reminder : says.lastReminder;
  return [{ type: 'note', tone: 'warn', text: reminder(since(opened?.at ?? found.openedAt)) }];
}
