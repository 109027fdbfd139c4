import { type FactName, factNames, factTypes } from '../../domain/facts.ts';
import type { Column, ColumnType } from './column.ts';

/** `fact_order_days_past_window` */
export type FactColumn = `fact_${string}`;

/** Money among the facts is in the shop's currency. */
const MONEY: ReadonlySet<FactName> = new Set(['product.price', 'request.amount', 'customer.spend']);
const types: Record<'string' | 'bool' | 'int' | 'double', ColumnType> = {
  string: 'text',
  bool: 'boolean',
  int: 'integer',
  double: 'number',
};

/** The column in which a fact is kept: `order.daysPastWindow` in `fact_order_days_past_window`. */
export function factColumn(name: FactName): FactColumn {
  const snake = name.replace('.', '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return `fact_${snake}`;
}

/**
 * What the policy was applied to, one column a fact (docs/policy.md says what each means). Empty where nobody knew it, so that a
 * stand-in counts as nothing; with the others the evaluation can be done again.
 */
export const factColumns: readonly (Column & { name: FactColumn; fact: FactName })[] = factNames.map(
  (fact) => {
    return {
      name: factColumn(fact),
      type: typeOf(fact),
      nullable: true,
      says: `The fact \`${fact}\`.`,
      fact,
    };
  },
);

function typeOf(fact: FactName): ColumnType {
  if (MONEY.has(fact)) return 'decimal';
  const [group, field] = fact.split('.') as [keyof typeof factTypes, string];
  const type = (factTypes[group] as Record<string, keyof typeof types>)[field];
  if (!type) throw new Error(`there is no fact ${fact}`);
  return types[type];
}
