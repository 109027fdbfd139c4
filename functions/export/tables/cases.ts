import { may, must, type RowOf } from './column.ts';
import { type FactColumn, factColumns } from './facts.ts';
import { version } from './version.ts';

const known = [
  must('case_id', 'text', 'The case’s reference; it leads back to the case, for those who may open it.'),
  must('opened_at', 'instant', 'When the customer’s mail was received. Its day in UTC is the partition.'),
  must(
    'status',
    'text',
    '`received`, `evaluated`, `awaiting-decision`, `decided`, `told`, `closed` or `withdrawn`. What is decided and looked at again is back at the first three.',
  ),
  must(
    'customer',
    'text',
    'A keyed pseudonym: the same customer has the same one in every row. It cannot be turned back without the key.',
  ),
  must('language', 'text', 'The customer’s language: `en`, `pt-BR`. The evaluation does not see it.'),
  may('sender_verified', 'boolean', 'Whether the sender was proved; empty where no server could tell.'),
  must('order_known', 'boolean', 'Whether the mail named an order the shop has.'),
  may('channel', 'text', 'Where it was bought, as the order says.'),
  may(
    'product_category',
    'text',
    'From the order, the strictest of an order of several; empty where nobody knows.',
  ),
  may('product_categories', 'text', 'All categories of an order of several, joined by `;`.'),
  may('reason', 'text', 'Why the customer asked; empty where the mail does not say.'),
  may('wish', 'text', 'What the customer would like; empty where the mail does not say.'),
  may('amount', 'decimal', 'What is asked for: a part where the mail names one, else what was paid.'),
  may('currency', 'text', 'ISO 4217 code of `amount`.'),
  must('evidence', 'integer', 'Photos, videos and documents the customer sent.'),
] as const;

const evaluated = [
  may('evaluated_at', 'instant', 'When the guidelines were applied last.'),
  may(
    'route',
    'text',
    'What they recommended: `within-policy`, `approve-as-goodwill`, `ask-customer`, `manager` or `recommend-declining`.',
  ),
  may('score', 'number', 'The sum of the weights of the factors that spoke.'),
  may('confidence', 'text', '`high`, `medium` or `low`.'),
  may('factors', 'text', 'Ids of the factors that spoke, in the policy’s order, joined by `;`.'),
  may('policy_version', 'text', 'The policy it was evaluated by.'),
  may('policy_fingerprint', 'text', 'Tells policies of the same name apart.'),
] as const;

const decided = [
  may(
    'outcome',
    'text',
    'What was decided last: `approved`, `part-approved`, `alternative` or `declined`; empty where nobody decided yet.',
  ),
  may('decided_at', 'instant', 'When a person decided.'),
  may('refund_amount', 'decimal', 'The money granted.'),
  may('refund_currency', 'text', 'ISO 4217 code of `refund_amount`.'),
  may('offer', 'text', 'Id of the alternative that was decided.'),
  may('approver', 'text', 'A keyed pseudonym of who decided.'),
  may('answers', 'integer', 'How many people’s answers the decision took.'),
  may('decided_level', 'integer', 'The level that decided: 1 is the one asked first.'),
  must('rounds', 'integer', 'How many times a level was asked.'),
  must('reminders', 'integer', 'How many times approvers had to be reminded.'),
  must('questions', 'integer', 'How many times an approver asked the customer something.'),
  must('overdue', 'boolean', 'Whether a round’s deadline passed with nobody left to ask.'),
  may('promised_by', 'instant', 'Until when the customer was last promised an answer.'),
  must(
    'promise_broken',
    'boolean',
    'Whether the customer had to be told that a promised day would be missed.',
  ),
  may('hours_to_decision', 'number', 'From `opened_at` to `decided_at`, nights and weekends included.'),
] as const;

const settled = [
  may('offers_open', 'text', 'Ids of the offers the customer was told of, joined by `;`.'),
  may('offer_accepted', 'text', 'Id of the offer the customer accepted.'),
  may('paid_amount', 'decimal', 'The money confirmed as paid, of all decisions of the case.'),
  may('paid_currency', 'text', 'ISO 4217 code of `paid_amount`.'),
  may('paid_at', 'instant', 'When the last of it was confirmed.'),
  must('refund_late', 'boolean', 'Whether the customer had to be told that their money was late.'),
  may(
    'objections',
    'text',
    'What the customer objected to, in order, joined by `;`: `fact`, `decision` (an appeal).',
  ),
  may(
    'first_outcome',
    'text',
    'What was decided before the first objection; empty where it was decided once.',
  ),
  may('first_decided_at', 'instant', 'When that was.'),
  may('first_approver', 'text', 'A keyed pseudonym of who decided that.'),
  may(
    'first_level',
    'integer',
    'The level that decided first. This and the five below are there wherever somebody decided, once or more often.',
  ),
  may('first_route', 'text', 'What the guidelines recommended when it was first decided.'),
  may('first_score', 'number', 'The score as it was then.'),
  may('first_policy_version', 'text', 'The policy it was evaluated by then.'),
  may('first_precedents_count', 'integer', 'The fact `precedents.count` as it was then.'),
  may('first_precedents_approved_share', 'number', 'The fact `precedents.approvedShare` as it was then.'),
  must('unreachable', 'boolean', 'Whether a mail to the customer is known not to have arrived.'),
  may('followed_up_at', 'instant', 'When the customer was asked how it went.'),
  may('feedback_score', 'integer', 'From 1 (very dissatisfied) to 5 (very satisfied).'),
  may('feedback_left', 'boolean', 'Whether something is left to put right, where they said.'),
  may('feedback_at', 'instant', 'When they answered.'),
  may('withdrawn_at', 'instant', 'When the customer took the request back.'),
  may('closed_at', 'instant', 'When nothing was left to do.'),
] as const;

export const cases = {
  name: 'cases',
  says: 'One case, as it stands: what was asked, what the guidelines said, what people decided, what became of it.',
  columns: [...known, ...evaluated, ...decided, ...settled, ...factColumns, version],
} as const;

type Own = RowOf<{
  columns: readonly [
    ...typeof known,
    ...typeof evaluated,
    ...typeof decided,
    ...typeof settled,
    typeof version,
  ];
}>;
export type CaseRow = Own & Record<FactColumn, string | number | boolean | bigint | null>;
