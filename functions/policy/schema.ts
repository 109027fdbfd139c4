import * as z from 'zod';
import { Policy } from '../domain/policy.ts';

/** Where the JSON Schema of the policy stands; the first line of a policy file names it to editors. */
export const SCHEMA_FILE = 'functions/policy/policy.schema.json';

/** The JSON Schema of a policy file, as text: editors complete fields by it, show what they mean and mark mistakes. */
export function policySchema(): string {
  // Editors' YAML support reads draft 7 best.
  const schema = z.toJSONSchema(Policy, { io: 'input', target: 'draft-7' });
  return `${JSON.stringify({ title: 'Goodwill policy', ...schema }, null, 2)}\n`;
}
