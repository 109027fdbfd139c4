import { join } from 'node:path';
import { EVENT_SCHEMAS, eventSchemas } from '../../functions/confirm-refund/schemas.ts';
import { writeWhole } from './files.ts';

/** `npm run events`: writes the JSON Schemas of the events that payment systems read, from the ones the product checks with. */
for (const [name, schema] of Object.entries(eventSchemas())) {
  await writeWhole(join(EVENT_SCHEMAS, name), JSON.stringify(schema, null, 2));
  console.log(join(EVENT_SCHEMAS, name));
}
