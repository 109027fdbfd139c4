import type { Log, RefundEvents } from '../../functions/domain/ports.ts';

/** On one machine no payment system listens: the mail to finance is the way, and the log says what would be told. */
export function createLoggedRefunds(log: Log): RefundEvents {
  return {
    async requested({ refundId, amount }) {
      log.info('money is asked for', { refundId, amount: `${amount.decimal} ${amount.currency}` });
    },
  };
}
