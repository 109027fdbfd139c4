import type { Links } from '../domain/ports.ts';
import type { Field } from './read-form.ts';

/** A form as it was sent. `trap`: what fields hold that no person sees, so that only a program fills them in. */
export interface Sent<F> {
  form: F;
  mark: string;
  trap: string;
}

/** A form with these fields. */
export function sentForm<N extends string>(field: Field, names: readonly N[]): Sent<Record<N, string>> {
  const form = Object.fromEntries(names.map((name) => [name, field(name)])) as Record<N, string>;
  return { form, mark: field('mark'), trap: trapOf(field) };
}

/** What was written into the field that no person sees, or ticked. */
export function trapOf(field: Field): string {
  return field('leave-empty') + field('leave-unticked');
}

/** Whether a form comes from our own page, opened with this link, and from somebody who saw what a person sees. */
export async function isOfPage(links: Links, token: string, { mark, trap }: Sent<unknown>): Promise<boolean> {
  return trap === '' && (await links.readFormMark(mark, token)) !== undefined;
}
