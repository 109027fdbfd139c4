import type { Policy } from '../../domain/policy.ts';
import type { OpenView } from '../decision-view.ts';
import { approvable, isTyped } from './approvable.ts';
import { knownChoice } from './form.ts';

/** What takes nothing but a press of the button once it is chosen, where the policy has it typed by nobody. */
const oncePressed = ['approved', 'alternative'];

/**
 * The page as a shortcut of the mail opens it. It makes the choice where something is still to be typed; where nothing is, it only
 * leads there: a program that follows a link and presses a button has chosen nothing.
 */
export function openedWith(view: OpenView, shortcut: string, policy: Policy): OpenView {
  const choice = knownChoice(shortcut);
  const isTypedAbout = isTyped(approvable(view.found, policy).asked, policy);
  if (oncePressed.includes(choice) && !isTypedAbout) return { ...view, aimed: choice };
  return { ...view, form: { ...view.form, choice } };
}
