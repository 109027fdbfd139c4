import type { Case, CaseEvent } from '../../functions/domain/case.ts';
import { type Command, decide } from '../../functions/domain/decide.ts';
import { evolve, replay } from '../../functions/domain/evolve.ts';
import { type Request, unknown } from '../../functions/domain/request.ts';

export const AT = '2026-11-02T10:00:00.000Z';

/** A request with an order, unless told otherwise. */
export function aRequest(changes: Partial<Request> = {}): Request {
  return {
    customer: { address: 'maria@example.com', name: { source: 'mail', value: 'Maria Souza' } },
    ordersOwnAddress: true,
    orderNumber: { source: 'order', value: 'SH-10001' },
    product: { source: 'order', value: 'Gooseneck kettle' },
    category: { source: 'order', value: 'kitchen' },
    finalSale: false,
    amount: { source: 'order', value: { minor: 8990, currency: 'USD' } },
    purchasedOn: { source: 'order', value: '2026-09-01' },
    deliveredOn: { source: 'order', value: '2026-09-05' },
    reason: { source: 'mail', value: 'defective', words: 'stopped working' },
    wish: unknown,
    language: 'en',
    attachments: [],
    subject: 'My kettle',
    text: 'It stopped working.',
    ...changes,
  };
}

export function received(changes: Partial<Request> = {}, at = AT): CaseEvent {
  return { type: 'received', at, mailId: 'mail-1', messageId: '<1@example.com>', request: aRequest(changes) };
}

/** Reads like the specification: given what happened, when something is asked, then this follows. */
export function given(...history: CaseEvent[]) {
  const found = replay('RX-TEST-0001', history);
  return {
    found,
    when: (command: Command): CaseEvent[] => decide(command, found),
    after: (command: Command): Case => decide(command, found).reduce<Case>(evolve, found),
  };
}
