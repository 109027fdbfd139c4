import type { Needs } from '../domain/ports.ts';
import type { Rules } from '../domain/rounds.ts';

/** What an approval round goes by at this moment: the live policy, and which of its approvers have said that they are away. */
export async function rulesNow({
  policy: { policy },
  absences,
  clock,
}: Needs<'policy' | 'absences' | 'clock'>): Promise<Rules> {
  const asked = policy.approval.levels.flatMap(({ approvers }) => approvers);
  // Whoever answers instead may be away as well.
  const away = await absences.of(asked);
  const standIns = away.flatMap(({ instead }) => instead ?? []).filter((one) => !asked.includes(one));
  const more = standIns.length > 0 ? await absences.of(standIns) : [];
  return { at: clock.now(), policy, absences: [...away, ...more] };
}
