/** What an approver can choose: the first four decide, the others do something else. */
const decisionChoices = ['approved', 'part-approved', 'alternative', 'declined'] as const;
const otherChoices = ['ask', 'hand-over', 'conflict', 'away'] as const;

/** The fields of the form, as they were sent. */
export const actionFields = [
  'choice',
  'confirm',
  'amount',
  'offer',
  'code',
  'reason',
  'question',
  'to',
  'why',
  'conflictWhy',
  'until',
  'instead',
  'awayCode',
  'way',
  'against',
  'note',
  'internal',
] as const;
export type ActionField = (typeof actionFields)[number];
export type ActionForm = Record<ActionField, string>;
export type ActionErrors = Partial<Record<ActionField, string>>;

export const emptyForm: ActionForm = formOf(() => '');

export function formOf(read: (field: ActionField) => string): ActionForm {
  return Object.fromEntries(actionFields.map((field) => [field, read(field)])) as ActionForm;
}

/**
 * The form without what says that a person means it: a page that has to be looked at anew asks for that anew. What they wrote
 * stays.
 */
export function unconfirmed(form: ActionForm): ActionForm {
  return { ...form, choice: '', confirm: '', code: '', awayCode: '' };
}

/** The choice a shortcut in a mail opens the page with: one of those there are, or none. */
export function knownChoice(text: string): string {
  const choices: readonly string[] = [...decisionChoices, ...otherChoices];
  return choices.includes(text) ? text : '';
}
