import type { Absence } from '../domain/approvers.ts';
import type { Case } from '../domain/case.ts';
import type { Needs } from '../domain/ports.ts';
import type { Rules } from '../domain/round-rules.ts';

/**
 * What an approval round goes by at this moment: the live policy, and which of the people it may ask have said that they are away,
 * and whoever answers instead, who may be away as well. `others`: people who may be asked beside those of the policy. `about`: the case,
 * whose customer some may have named as a conflict.
 */
export async function rulesNow(
  { policy: { policy }, absences, clock }: Needs<'policy' | 'absences' | 'clock'>,
  others: readonly string[] = [],
  about?: Pick<Case, 'request'>,
): Promise<Rules> {
  const { levels, absences: planned } = policy.approval;
  const named = planned.flatMap(({ instead }) => instead ?? []);
  let people = [...levels.flatMap(({ approvers }) => approvers), ...named, ...others];
  const known = new Set<string>();
  const away: Absence[] = [];
  while (people.length > 0) {
    for (const person of people) known.add(person.toLowerCase());
    const found = await absences.of(people);
    away.push(...found);
    people = found.flatMap(({ instead }) => instead ?? []).filter((one) => !known.has(one.toLowerCase()));
  }
  const conflicted = about && (await absences.conflictsWith(about.request.customer.address));
  return { at: clock.now(), policy, absences: away, ...(conflicted && { conflicted }) };
}
