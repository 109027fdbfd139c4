import { formatDate } from '../../wording/format.ts';
import { personLine } from '../../wording/request-facts.ts';
import { scorePoint, terms } from '../../wording/terms.ts';
import type { MailDocument } from '../blocks.ts';
import { catalogue } from '../catalogue/index.ts';
import type { ContentOf } from '../write.ts';

/** To whoever decided: how the customer liked the way their request was dealt with. Throws where nobody has said so. */
export function feedbackReceived({ found, policy }: ContentOf<'feedback-received'>): MailDocument {
  const { staffLanguage: language, timeZone } = policy.shop;
  const { request, feedback, decided } = found;
  const words = catalogue[language];
  const says = words.feedbackReceived;
  const { facts, outcomes, scores } = terms[language];
  const point = scorePoint(feedback?.score);
  if (!feedback || !point) throw new Error(`case ${found.id} has no feedback to tell of`);
  const score = scores[point];
  return {
    language,
    subject: says.subject(score, found.id),
    preheader: says.preheader(personLine(request)),
    brand: policy.shop.name,
    title: says.title,
    blocks: [
      { type: 'figure', label: says.asked, value: score, detail: says.scale(point) },
      feedback.comment === ''
        ? { type: 'paragraph', text: says.noComment }
        : { type: 'quote', text: feedback.comment, language: request.language },
      ...(feedback.left === undefined
        ? []
        : [
            {
              type: 'note',
              tone: feedback.left ? 'warn' : 'info',
              text: feedback.left ? says.left : says.nothingLeft,
            } as const,
          ]),
      { type: 'paragraph', text: says.next },
      {
        type: 'facts',
        rows: [
          { label: facts.customer, value: personLine(request) },
          { label: facts.outcome, value: outcomes[decided.decision.outcome] },
          { label: facts.decidedAt, value: formatDate(decided.at, language, timeZone) },
          { label: facts.reference, value: found.id },
        ],
      },
    ],
    footer: [words.staffFooter(found.id)],
  };
}
