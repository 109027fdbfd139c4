import { may, must, type RowOf } from './column.ts';
import { version } from './version.ts';

export const mails = {
  name: 'mails',
  says: 'One mail of a case: that there was one, never what it says or whose address it has.',
  columns: [
    must('case_id', 'text', 'The case it belongs to.'),
    must('position', 'integer', 'Its place among the case’s mails, from 1.'),
    must('at', 'instant', 'When it came or left, or was found not to.'),
    must('direction', 'text', '`in` or `out`.'),
    must('party', 'text', 'Who it is from, or to: `customer`, `approver`, `finance`, `staff` or `stranger`.'),
    may('kind', 'text', 'What kind of mail went out: `decision`, `approval-request` …'),
    must(
      'state',
      'text',
      '`received`, `sent`, `held` (it waits), `failed`, `uncertain`, `bounced` or `complained`: the last that is known.',
    ),
    must('attachments', 'integer', 'Files that came with it.'),
    version,
  ],
} as const;
export type MailRow = RowOf<typeof mails>;
