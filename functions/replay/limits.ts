import type { FactName } from '../domain/facts.ts';
import type { Policy } from '../domain/policy.ts';
import type { CompiledPolicy } from '../domain/weighing.ts';

/**
 * What a replay cannot do again, since the export has no names, dates or decisions of others: which cases were alike by another
 * measure, which earlier requests were exceptions by other windows, which day it was in another time zone. `people`: the change is also
 * of what a recommendation does not depend on.
 */
export type Limit = 'precedents' | 'exceptions' | 'days' | 'people';

/** What of this change a replay cannot show. */
export function limitsOf(before: CompiledPolicy, after: CompiledPolicy): Limit[] {
  const asks = (...names: FactName[]) =>
    [before, after].some(({ factors, routes }) =>
      [...factors, ...routes].some((condition) => condition.names.some((name) => names.includes(name))),
    );
  const [one, other] = [before.policy, after.policy];
  const differs = (...sections: (keyof Policy)[]) =>
    sections.some((section) => JSON.stringify(one[section]) !== JSON.stringify(other[section]));
  const limits: Record<Limit, boolean> = {
    precedents: asks('precedents.count', 'precedents.approvedShare') && differs('precedents', 'window'),
    exceptions: asks('customer.earlierExceptions') && differs('window'),
    days: one.shop.timeZone !== other.shop.timeZone,
    people: differs('approval', 'offers', 'offerDays', 'refund', 'decisions', 'followUp'),
  };
  return (Object.keys(limits) as Limit[]).filter((limit) => limits[limit]);
}
