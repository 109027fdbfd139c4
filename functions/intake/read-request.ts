import type { ParsedMail } from '../domain/mail.ts';
import type { Order } from '../domain/order.ts';
import type { Needs } from '../domain/ports.ts';
import { type Fact, MAX_WHOLE_TEXT, type Request } from '../domain/request.ts';
import { extractRequest } from './extract.ts';
import { findOrder } from './find-order.ts';
import type { Author } from './forwarded.ts';

/** Facts that may stand in what a mail only quotes or passes on. Why somebody writes, and what for, are their own to say. */
const BESIDE = ['orderNumber', 'product', 'amount', 'purchasedOn', 'deliveredOn'] as const;

export type Written = Exclude<Author, { by: 'nobody' }>;

/** The order a mail is about: one that its author names, else one in what stands beside their words. */
export async function orderOf(
  services: Needs<'orders' | 'policy'>,
  { mail, background }: Pick<Written, 'mail' | 'background'>,
): Promise<Order | undefined> {
  return (await findOrder(services, mail)) ?? (await findOrder(services, beside(mail, background)));
}

/** What a mail's author asks for. What is not in their words is taken from what stands beside them, and is never sure. */
export function readRequest(
  written: Written & { outer: ParsedMail },
  order: Order | undefined,
  { policy }: Needs<'policy'>,
): Request {
  const { mail, outer, customer, background } = written;
  const request: Request = {
    ...extractRequest(mail, customer, order, policy.policy),
    ...(outer.text.trim() !== mail.text.trim() && { wholeText: outer.text.slice(0, MAX_WHOLE_TEXT) }),
    ...(written.by === 'staff' && { contact: { ...written.contact, note: written.note.slice(0, MAX_NOTE) } }),
  };
  if (order || !background) return request;
  const said = extractRequest(beside(mail, background), customer, undefined, policy.policy);
  for (const name of BESIDE) {
    if (request[name].source === 'unknown') Object.assign(request, { [name]: lessSure<unknown>(said[name]) });
  }
  return request;
}

/** How much of a contact's note is kept (characters); the raw mail has the rest. */
const MAX_NOTE = 2_000;

function beside(mail: ParsedMail, background: string): ParsedMail {
  return { ...mail, subject: '', text: background };
}

function lessSure<T>(fact: Fact<T>): Fact<T> {
  if (fact.source !== 'mail') return fact;
  return { ...fact, certainty: fact.certainty === 'stated' ? 'likely' : 'guess' };
}
