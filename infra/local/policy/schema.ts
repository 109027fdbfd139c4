import { policySchema, SCHEMA_FILE } from '../../../functions/policy/schema.ts';
import { writeWhole } from '../files.ts';

/** `npm run policy -- schema`: writes the JSON Schema that editors read, from the one the product checks with. */
export async function schema(): Promise<void> {
  await writeWhole(SCHEMA_FILE, policySchema());
  console.log(SCHEMA_FILE);
}
