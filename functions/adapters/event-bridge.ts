import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { RefundEvents } from '../domain/ports.ts';

/** What events of ours say they are from; rules of others look for it. */
const EVENT_SOURCE = 'goodwill';

/** Puts events onto a bus of Amazon EventBridge. */
export function createRefundEvents(client: EventBridgeClient, busName: string): RefundEvents {
  return {
    async requested(event) {
      const { Entries = [] } = await client.send(
        new PutEventsCommand({
          Entries: [
            {
              EventBusName: busName,
              Source: EVENT_SOURCE,
              DetailType: 'RefundRequested',
              Detail: JSON.stringify(event),
              Resources: [],
            },
          ],
        }),
      );
      // The call succeeds although an event did not.
      const failed = Entries.find(({ ErrorCode }) => ErrorCode !== undefined);
      if (failed)
        throw new Error(`EventBridge took no ${event.refundId}: ${failed.ErrorCode}: ${failed.ErrorMessage}`);
    },
  };
}
