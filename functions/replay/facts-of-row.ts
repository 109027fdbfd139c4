import { type FactName, type Facts, factNames, NEVER_DAYS } from '../domain/facts.ts';
import { categoryOf, type Policy, strictestCategory } from '../domain/policy.ts';
import { type FactColumn, factColumns } from '../export/tables/facts.ts';
import { ofCategory, type ReplayRow } from './row.ts';

const columns = Object.fromEntries(factColumns.map(({ fact, name }) => [fact, name])) as Record<
  FactName,
  FactColumn
>;

/**
 * The facts of a case as a policy would have seen them: what was known is what it was, what nobody knew is what stands for it
 * (domain/facts.ts), and the product's flags and the days of the window are those of this policy. Undefined where the export does not
 * have them all.
 */
export function factsOfRow(row: ReplayRow, policy: Policy): Facts | undefined {
  if (missingFacts(row)) return undefined;
  const evidence = number(row, 'request.evidence');
  const category = categoryNow(row, policy);
  const { days: windowDays, returnable, perishable, digital, hygiene } = categoryOf(policy, category);
  const sinceDelivery = asNumber(row[columns['order.daysSinceDelivery']]);
  return {
    product: {
      category: category ?? 'unknown',
      price: number(row, 'product.price'),
      finalSale: truth(row, 'product.finalSale'),
      returnable,
      perishable,
      digital,
      hygiene,
    },
    order: {
      known: truth(row, 'order.known'),
      daysSincePurchase: number(row, 'order.daysSincePurchase'),
      daysSinceDelivery: sinceDelivery ?? 0,
      windowDays,
      daysPastWindow: sinceDelivery === undefined ? 0 : sinceDelivery - windowDays,
      channel: text(row, 'order.channel'),
    },
    request: {
      reason: text(row, 'request.reason'),
      wish: text(row, 'request.wish'),
      amount: number(row, 'request.amount'),
      evidence,
    },
    customer: {
      ordersOwnAddress: truth(row, 'customer.ordersOwnAddress'),
      orders: number(row, 'customer.orders'),
      spend: number(row, 'customer.spend'),
      earlierRequests: number(row, 'customer.earlierRequests'),
      earlierExceptions: number(row, 'customer.earlierExceptions'),
      daysSinceLastRequest: asNumber(row[columns['customer.daysSinceLastRequest']]) ?? NEVER_DAYS,
    },
    sender: { verified: truth(row, 'sender.verified') },
    precedents: {
      count: number(row, 'precedents.count'),
      approvedShare: number(row, 'precedents.approvedShare'),
    },
  };
}

/**
 * Why the facts of a case cannot be restored: it was evaluated before facts were kept (`withoutFacts`), or its category is a word of
 * its writer's, which no export has (`withheld`).
 */
export function missingFacts(row: ReplayRow): 'withoutFacts' | 'withheld' | undefined {
  // Known of every case, so that a case without it has none.
  if (asNumber(row[columns['request.evidence']]) === undefined) return 'withoutFacts';
  const isNamed = typeof row[columns['product.category']] === 'string';
  return !isNamed && typeof row[columns['product.returnable']] === 'boolean' ? 'withheld' : undefined;
}

/** The facts that only stand for what nobody knew. */
export function unknownOfRow(row: ReplayRow): FactName[] {
  const isUnknown = (name: FactName) => (row[columns[name]] ?? null) === null;
  const category = isUnknown('product.category');
  return factNames.filter((name) => {
    if (!ofCategory.has(name)) return isUnknown(name);
    return category || (name === 'order.daysPastWindow' && isUnknown('order.daysSinceDelivery'));
  });
}

/** Of an order of several the strictest by this policy. Undefined where nobody knew one. */
function categoryNow(row: ReplayRow, policy: Policy): string | undefined {
  const weighed = row[columns['product.category']];
  if (typeof weighed !== 'string') return undefined;
  if (row.product_categories === null) return weighed;
  const all = row.product_categories.split(';');
  // What was weighed is one of them, or they are of the case as it stands since then.
  return all.includes(weighed) ? strictestCategory(policy, all) : weighed;
}

function text(row: ReplayRow, name: FactName): string {
  const value = row[columns[name]];
  return typeof value === 'string' ? value : 'unknown';
}

function number(row: ReplayRow, name: FactName): number {
  return asNumber(row[columns[name]]) ?? 0;
}

function truth(row: ReplayRow, name: FactName): boolean {
  return row[columns[name]] === true;
}

/** Money is kept in thousandths; the nearest number to their thousandth is the one that was weighed. */
function asNumber(value: ReplayRow[FactColumn] | undefined): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'bigint' ? Number(value) / 1_000 : undefined;
}
