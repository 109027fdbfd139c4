import { may, must, type RowOf } from './column.ts';
import { version } from './version.ts';

export const events = {
  name: 'events',
  says: 'One change of a case. Together they are its history; nobody’s words are in it.',
  columns: [
    must('case_id', 'text', 'The case that changed.'),
    must('position', 'integer', 'Its place in the case’s history, from 1.'),
    must('at', 'instant', 'When it happened.'),
    must(
      'type',
      'text',
      'What happened, in the past tense: `received`, `evaluated`, `round-opened`, `decided`, `refund-paid` …',
    ),
    must(
      'actor',
      'text',
      '`customer`, `approver`, `finance`, `staff`, `stranger`, or `flow`: what happens by itself.',
    ),
    may('person', 'text', 'A keyed pseudonym of the approver.'),
    may('round', 'integer', 'The approval round, from 1.'),
    may('level', 'integer', 'The level a round asked, from 1.'),
    may('outcome', 'text', 'What was answered or decided.'),
    may('route', 'text', 'What an evaluation recommended.'),
    may(
      'why',
      'text',
      'The reason, where it is one of a closed list: why an approver left, what was objected to, why a mail came back.',
    ),
    may('amount', 'decimal', 'Money granted, asked for or paid.'),
    may('currency', 'text', 'ISO 4217 code of `amount`.'),
    may('offer', 'text', 'Id of an offer.'),
    may('mail_kind', 'text', 'Of mails that were sent, failed or came back.'),
    may('score', 'integer', 'Of feedback, from 1 to 5.'),
    version,
  ],
} as const;
export type EventRow = RowOf<typeof events>;
