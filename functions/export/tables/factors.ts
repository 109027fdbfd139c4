import { must, type RowOf } from './column.ts';
import { version } from './version.ts';

export const factors = {
  name: 'factors',
  says: 'One factor of the policy that spoke when a case was last evaluated.',
  columns: [
    must('case_id', 'text', 'The case it spoke in.'),
    must('position', 'integer', 'Its place among those that spoke, from 1.'),
    must('factor', 'text', 'The factor’s id in the policy.'),
    must('weight', 'number', 'Above zero it spoke for the customer, below against.'),
    must('policy_version', 'text', 'The policy that says so.'),
    version,
  ],
} as const;
export type FactorRow = RowOf<typeof factors>;
