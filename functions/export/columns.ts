/** How a value is written: `decimal` has three places, enough for every currency that is paid in; `instant` is UTC. */
export type ColumnType = 'text' | 'boolean' | 'integer' | 'number' | 'decimal' | 'instant';

export interface Column {
  name: string;
  type: ColumnType;
  /** Whether a case may have no value here. */
  nullable: boolean;
  /** What it means to an analyst. */
  says: string;
}

/** Raised whenever a column is added, removed or changes its meaning. */
export const SCHEMA_VERSION = 2;

/**
 * The columns of the exported files, in their order: one row a decided case. Both files and docs/exports.md follow this
 * list. Nothing here names a person or holds anyone's words; `customer` is a keyed pseudonym.
 */
export const columns = [
  { name: 'case_id', type: 'text', nullable: false, says: 'The case’s reference.' },
  { name: 'opened_at', type: 'instant', nullable: false, says: 'When the customer’s mail was received.' },
  { name: 'decided_at', type: 'instant', nullable: false, says: 'When a person decided.' },
  {
    name: 'closed_at',
    type: 'instant',
    nullable: true,
    says: 'When nothing was left to do: the customer was asked how it went, money was paid, no offer open; empty before.',
  },
  {
    name: 'customer',
    type: 'text',
    nullable: false,
    says: 'A keyed pseudonym: the same customer has the same one in every row. It cannot be turned back without the key.',
  },
  {
    name: 'order_known',
    type: 'boolean',
    nullable: false,
    says: 'Whether the mail named an order the shop has.',
  },
  {
    name: 'product_category',
    type: 'text',
    nullable: true,
    says: 'From the order; empty where it is unknown or the products are of several.',
  },
  {
    name: 'reason',
    type: 'text',
    nullable: true,
    says: 'Why the customer asked; empty where the mail does not say.',
  },
  {
    name: 'wish',
    type: 'text',
    nullable: true,
    says: 'What the customer would like; empty where the mail does not say.',
  },
  {
    name: 'amount',
    type: 'decimal',
    nullable: true,
    says: 'What is asked for, in `currency`: a part where the mail names one, else what was paid.',
  },
  { name: 'currency', type: 'text', nullable: true, says: 'ISO 4217 code of `amount`.' },
  {
    name: 'days_since_purchase',
    type: 'integer',
    nullable: true,
    says: 'From the purchase until the case was opened.',
  },
  {
    name: 'days_past_window',
    type: 'integer',
    nullable: true,
    says:
      'From the end of the return window until the case was opened; negative inside it. Measured by the return windows ' +
      'in force when the file was written, so that cases of different policy versions compare.',
  },
  { name: 'route', type: 'text', nullable: false, says: 'What the policy recommended.' },
  { name: 'score', type: 'number', nullable: false, says: 'The sum of the weights of the factors.' },
  {
    name: 'factors',
    type: 'text',
    nullable: true,
    says: "Ids of the factors that spoke, in the policy’s order, joined by `;`: `string_split(factors, ';')`.",
  },
  { name: 'policy_version', type: 'text', nullable: false, says: 'The policy the case was evaluated by.' },
  {
    name: 'outcome',
    type: 'text',
    nullable: false,
    says: 'What was decided: `approved`, `part-approved`, `alternative`, `declined`.',
  },
  {
    name: 'refund_amount',
    type: 'decimal',
    nullable: true,
    says: 'The money given back, in `refund_currency`.',
  },
  { name: 'refund_currency', type: 'text', nullable: true, says: 'ISO 4217 code of `refund_amount`.' },
  { name: 'offer', type: 'text', nullable: true, says: 'Id of the alternative that was offered.' },
  {
    name: 'decided_level',
    type: 'integer',
    nullable: false,
    says: 'Who decided: 1 is the level asked first.',
  },
  { name: 'rounds', type: 'integer', nullable: false, says: 'How many times a level was asked.' },
  {
    name: 'reminders',
    type: 'integer',
    nullable: false,
    says: 'How many times approvers had to be reminded.',
  },
  { name: 'hours_to_decision', type: 'number', nullable: false, says: 'From `opened_at` to `decided_at`.' },
  {
    name: 'feedback_score',
    type: 'integer',
    nullable: true,
    says: 'From 1 (very dissatisfied) to 5 (very satisfied); empty without an answer.',
  },
  {
    name: 'offer_accepted',
    type: 'text',
    nullable: true,
    says: 'Id of the offer the customer accepted: the one decided, or one named when declining.',
  },
  {
    name: 'paid_amount',
    type: 'decimal',
    nullable: true,
    says: 'The money confirmed as paid, in `paid_currency`; empty where none was. Of a case that was decided again, of all its decisions.',
  },
  { name: 'paid_currency', type: 'text', nullable: true, says: 'ISO 4217 code of `paid_amount`.' },
  { name: 'paid_at', type: 'instant', nullable: true, says: 'When the last of it was confirmed.' },
  {
    name: 'refund_late',
    type: 'boolean',
    nullable: false,
    says: 'Whether the customer had to be told that their money was late.',
  },
  {
    name: 'objections',
    type: 'text',
    nullable: true,
    says: 'What the customer objected to, in order, joined by `;`: `fact`, `decision`. Empty where they did not.',
  },
  {
    name: 'first_outcome',
    type: 'text',
    nullable: true,
    says: 'What was decided before the first objection that was decided on; empty where it was decided once.',
  },
  { name: 'schema_version', type: 'integer', nullable: false, says: 'The version of this list of columns.' },
] as const satisfies readonly Column[];

interface Values {
  text: string;
  boolean: boolean;
  integer: number;
  number: number;
  /** In thousandths. */
  decimal: bigint;
  instant: string;
}

type AnyColumn = (typeof columns)[number];
type ValueOf<C extends AnyColumn> = Values[C['type']] | (C['nullable'] extends true ? null : never);

/** One decided case as the files have it. */
export type Row = { [C in AnyColumn as C['name']]: ValueOf<C> };
