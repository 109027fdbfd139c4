import * as z from 'zod';
import { RefundConfirmed, RefundRequested } from '../domain/refund-events.ts';

/** Where the JSON Schemas of the events stand, by the event's name. */
export const EVENT_SCHEMAS = 'docs/events';

const events = { RefundRequested, RefundConfirmed };

/** The JSON Schema of each event on the bus, by the name of its file. */
export function eventSchemas(): Record<string, object> {
  return Object.fromEntries(
    Object.entries(events).map(([name, event]) => {
      const schema = z.toJSONSchema(event, { io: 'input' });
      return [`${name}.schema.json`, { title: name, ...schema }];
    }),
  );
}
