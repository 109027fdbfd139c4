import type { Absence } from '../../domain/approvers.ts';
import type { Needs } from '../../domain/ports.ts';
import { dayAfter, dayOf } from '../../domain/time.ts';
import { rulesNow } from '../../runtime/rules.ts';
import { pageCatalogue } from '../catalogue/index.ts';
import type { DecideServices, SentForm } from '../decide-case.ts';
import type { LeftView } from '../decision-view.ts';
import { confirmsReference } from './approvable.ts';
import { readUntil } from './read-leaving.ts';

/** Somebody is there again: what they said of being away ended yesterday. */
export async function endAbsence(
  { absences, clock, policy: { policy } }: Needs<'absences' | 'clock' | 'policy'>,
  person: string,
): Promise<void> {
  await absences.put({ person, until: dayAfter(dayOf(clock.now(), policy.shop.timeZone), -1) });
}

/**
 * Whoever left a round because they are away says until when, or that they are back; the request stays with whom it went to. Any
 * other form of somebody who has left changes nothing.
 */
export async function changeAbsence(
  services: DecideServices,
  view: LeftView,
  token: string,
  { form, mark, trap, purpose }: SentForm,
): Promise<LeftView> {
  const isAway = form.choice === 'away' && view.left.why === 'away';
  if (!isAway || purpose === 'preview')
    return { ...view, isRepeated: isRepeated(view, form.choice, form.to) };
  if (trap !== '' || !(await services.links.readFormMark(mark, token))) return { ...view, refused: 'stale' };
  const rules = await rulesNow(services);
  const until = readUntil(form.until, rules);
  const says = pageCatalogue[rules.policy.shop.staffLanguage].decide.errors;
  if (until === undefined) return { ...view, refused: { errors: { until: says.until } } };
  if (!confirmsReference(form.awayCode, view.found.id))
    return { ...view, until: form.until, refused: { errors: { awayCode: says.awayCode(view.found.id) } } };
  if (until === 'back') {
    await endAbsence(services, view.person);
    return { ...view, away: undefined, isRepeated: true };
  }
  const away: Absence = { ...view.away, person: view.person, until };
  await services.absences.put(away);
  return { ...view, away, isRepeated: true };
}

function isRepeated({ left }: LeftView, choice: string, to: string): boolean {
  if (left.why === 'handed-over')
    return choice === 'hand-over' && to.toLowerCase() === left.to?.toLowerCase();
  return choice === left.why;
}
