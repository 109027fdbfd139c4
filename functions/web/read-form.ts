import type { Context } from 'hono';
import { plainText, trimUnseen } from '../wording/plain.ts';

/** A field of a form that was sent, by its name; empty where it was not. */
export type Field = (name: string) => string;

/** The fields of a form, in one spelling of line breaks, without what nobody sees around them; empty where nothing was sent. */
export async function readForm(c: Context): Promise<Field> {
  const isForm = c.req.header('Content-Type')?.startsWith('application/x-www-form-urlencoded');
  const sent = new URLSearchParams(isForm ? await c.req.text() : '');
  return (name) => trimUnseen(plainText(sent.get(name) ?? ''));
}
