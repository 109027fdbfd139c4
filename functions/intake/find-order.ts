import type { ParsedMail } from '../domain/mail.ts';
import type { Order } from '../domain/order.ts';
import type { Needs } from '../domain/ports.ts';
import { findOrderNumbers } from './extract.ts';

/** Numbers that are looked up: a person writes about one order, and mentions an earlier one at most. */
const MAX_LOOKED_UP = 5;

/** The order a mail is about: the first of the numbers it names that is on record. */
export async function findOrder(
  { orders, policy }: Needs<'orders' | 'policy'>,
  mail: ParsedMail,
): Promise<Order | undefined> {
  for (const number of findOrderNumbers(mail, policy.policy).slice(0, MAX_LOOKED_UP)) {
    const order = await orders.get(number);
    if (order) return order;
  }
  return undefined;
}
