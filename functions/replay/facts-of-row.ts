import { type FactName, type Facts, factNames, NEVER_DAYS } from '../domain/facts.ts';
import { categoryOf, type Policy, strictestCategory } from '../domain/policy.ts';
import { type FactColumn, factColumns } from '../export/tables/facts.ts';
import type { ReplayRow } from './row.ts';

/** The facts that were weighed, and which of them only stand for what nobody knew. */
export interface Restored {
  facts: Facts;
  unknown: readonly FactName[];
}

const columns = Object.fromEntries(factColumns.map(({ fact, name }) => [fact, name])) as Record<
  FactName,
  FactColumn
>;

/**
 * The facts of a case as a policy would have seen them: what was known is what it was, what nobody knew is what stands for it
 * (domain/facts.ts), and the product's flags and the days of the window are those of this policy. Undefined for a case that was
 * evaluated before facts were kept.
 */
export function factsOfRow(row: ReplayRow, policy: Policy): Restored | undefined {
  // Known of every case, so that a case without it has none.
  if (asNumber(row[columns['request.evidence']]) === undefined) return undefined;
  const text = (name: FactName) => asText(row[columns[name]]);
  const number = (name: FactName) => asNumber(row[columns[name]]) ?? 0;
  const truth = (name: FactName) => row[columns[name]] === true;
  const category = categoryNow(row, policy);
  const { days: windowDays, returnable, perishable, digital, hygiene } = categoryOf(policy, category);
  const sinceDelivery = asNumber(row[columns['order.daysSinceDelivery']]);
  return {
    facts: {
      product: {
        category: category ?? 'unknown',
        price: number('product.price'),
        finalSale: truth('product.finalSale'),
        returnable,
        perishable,
        digital,
        hygiene,
      },
      order: {
        known: truth('order.known'),
        daysSincePurchase: number('order.daysSincePurchase'),
        daysSinceDelivery: sinceDelivery ?? 0,
        windowDays,
        daysPastWindow: sinceDelivery === undefined ? 0 : sinceDelivery - windowDays,
        channel: text('order.channel') ?? 'unknown',
      },
      request: {
        reason: text('request.reason') ?? 'unknown',
        wish: text('request.wish') ?? 'unknown',
        amount: number('request.amount'),
        evidence: number('request.evidence'),
      },
      customer: {
        ordersOwnAddress: truth('customer.ordersOwnAddress'),
        orders: number('customer.orders'),
        spend: number('customer.spend'),
        earlierRequests: number('customer.earlierRequests'),
        earlierExceptions: number('customer.earlierExceptions'),
        daysSinceLastRequest: asNumber(row[columns['customer.daysSinceLastRequest']]) ?? NEVER_DAYS,
      },
      sender: { verified: truth('sender.verified') },
      precedents: { count: number('precedents.count'), approvedShare: number('precedents.approvedShare') },
    },
    unknown: factNames.filter((name) => (row[columns[name]] ?? null) === null),
  };
}

/** Of an order of several the strictest by this policy. Undefined where nobody knew one. */
function categoryNow(row: ReplayRow, policy: Policy): string | undefined {
  const weighed = asText(row[columns['product.category']]);
  const all = row.product_categories?.split(';') ?? [];
  // What was weighed is one of them, or they are of the case as it stands since then.
  return weighed !== undefined && all.includes(weighed) ? strictestCategory(policy, all) : weighed;
}

function asText(value: ReplayRow[FactColumn] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Money is kept in thousandths; the nearest number to their thousandth is the one that was weighed. */
function asNumber(value: ReplayRow[FactColumn] | undefined): number | undefined {
  if (typeof value === 'bigint') return Number(value) / 1_000;
  return typeof value === 'number' ? value : undefined;
}
