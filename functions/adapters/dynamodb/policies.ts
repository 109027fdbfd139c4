import type { Policies } from '../../domain/ports.ts';
import { PublishedPolicy } from '../../domain/published-policy.ts';
import type { Item, Table } from './table.ts';

const SORT = 'policy';
const LIST = 'policies';

/**
 * Published policies, one item each. Numbers have no gaps, so the newest is the last that is there: the index says where to begin,
 * and as it follows the table a little later, the numbers after that are asked for one by one.
 */
export function createPolicies(table: Table): Policies {
  const version = async (number: number) => {
    const item = await table.get(pkOf(number), SORT);
    return item && PublishedPolicy.parse(item);
  };

  return {
    version,

    async newestAfter(number) {
      let newest: PublishedPolicy | undefined;
      if (number === 0) {
        for await (const item of table.byIndex('by-list', LIST, 'newest', 1))
          newest = PublishedPolicy.parse(item);
      }
      for (let next = (newest?.number ?? number) + 1; ; next++) {
        const found = await version(next);
        if (!found) return newest;
        newest = found;
      }
    },

    async upTo(number, limit) {
      const oldest = Math.max(1, number - limit + 1);
      const keys = Array.from({ length: number - oldest + 1 }, (_, index) => ({
        pk: pkOf(oldest + index),
        sk: SORT,
      }));
      const items = await table.getAll(keys);
      return items.map((item) => PublishedPolicy.parse(item)).sort((one, other) => other.number - one.number);
    },

    publish: (policy) => table.putIf(itemOf(policy), 'attribute_not_exists(pk)'),
  };
}

function pkOf(number: number): string {
  return `policy#${number}`;
}

function itemOf(policy: PublishedPolicy): Item {
  // An index sorts text, so that numbers need as many digits as any will ever have.
  return {
    pk: pkOf(policy.number),
    sk: SORT,
    ...policy,
    list: LIST,
    listedAt: `${policy.number}`.padStart(9, '0'),
  };
}
