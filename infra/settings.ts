import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Document, isSeq, parseDocument } from 'yaml';
import * as z from 'zod';
import { InvalidInput } from '../functions/domain/errors.ts';
import { checkPolicy } from '../functions/policy/check/check.ts';

/** What a deployment is told, as CDK context. `-c approvers=ana@example.com,rui@example.com` gives several addresses. */
export const deployExample =
  'npx cdk deploy --all -c domain=example.com -c approvers=ana@example.com,rui@example.com';
const address = z.email('an email address such as ana@example.com');
const addresses = z.preprocess(
  (given) => (typeof given === 'string' ? given.split(',').map((one) => one.trim()) : given),
  z.array(address).min(1),
);
const Context = z.object({
  domain: z.string().regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, 'a mail domain such as example.com, in lower case'),
  shop: z.string().min(1).optional(),
  approvers: addresses.optional(),
  escalation: addresses.optional(),
  finance: address.optional(),
  policy: z.string().min(1).optional(),
  alarmEmail: address.optional(),
});
type Context = z.infer<typeof Context>;
export const contextNames = Object.keys(Context.shape);

export interface Settings {
  /** The sample shop: nothing was set. It can be looked at and not be deployed. */
  sample: boolean;
  domain: string;
  /** The address customers write to and mails come from. */
  refunds: string;
  alarmEmail?: string | undefined;
  /** How long a case is kept once it is over. */
  closedCaseDays: number;
  /** The policy as YAML, with the addresses of the context in it, checked. */
  policy: string;
}

const defaultPolicy = fileURLToPath(new URL('../functions/policy/default.yaml', import.meta.url));
const SAMPLE_DOMAIN = 'shop.example';

/** Reads the settings and the policy they name. Throws InvalidInput naming what is missing or wrong, with an example. */
export function readSettings(given: Record<string, unknown>): Settings {
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const sample = Object.keys(set).length === 0;
  const context = check(sample ? { domain: SAMPLE_DOMAIN } : set);
  if (!sample && !context.approvers && !context.policy) {
    throw new InvalidInput(`approvers is missing: who decides? For example:\n  ${deployExample}`);
  }
  const file = context.policy ?? defaultPolicy;
  const written = read(file);
  // As it was written first, so that a mistake in it is named by its own line.
  checkPolicy(written, file);
  const text = sample ? written : addressed(written, context);
  const { policy } = checkPolicy(text, file).compiled;
  return {
    sample,
    domain: context.domain,
    refunds: policy.shop.refunds,
    alarmEmail: context.alarmEmail,
    closedCaseDays: policy.retention.closedCaseDays,
    policy: text,
  };
}

function check(given: Record<string, unknown>): Context {
  if (given['domain'] === undefined) {
    throw new InvalidInput(
      `domain is missing: where do customers write to? For example:\n  ${deployExample}`,
    );
  }
  const checked = Context.safeParse(given);
  if (checked.success) return checked.data;
  const mistakes = checked.error.issues.map(
    ({ path, message }) =>
      `${path.join('.')} is ${JSON.stringify(given[String(path[0])])}, but has to be: ${message}`,
  );
  throw new InvalidInput(`${mistakes.join('\n')}\nFor example:\n  ${deployExample}`, {
    cause: checked.error,
  });
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new InvalidInput(`policy is ${file}, but there is no such file to read`, { cause: error });
  }
}

/** The policy with the addresses of the context written into it; its comments and everything else stay. */
function addressed(text: string, context: Context): string {
  const document = parseDocument(text);
  const { domain, approvers, shop } = context;
  const own = context.policy !== undefined;
  document.setIn(['shop', 'refunds'], `refunds@${domain}`);
  if (shop ?? !own) document.setIn(['shop', 'name'], shop ?? domain);
  // Somebody who is there has to learn that money is due: the first approver is, an invented address may not be.
  const finance = context.finance ?? (own ? undefined : approvers?.[0]);
  if (finance) document.setIn(['shop', 'finance'], finance);
  if (!own) document.setIn(['shop', 'staff'], [`*@${domain}`]);
  setApprovers(document, context);
  return document.toString({ lineWidth: 0 });
}

function setApprovers(document: Document, { approvers, escalation, policy }: Context): void {
  const levels = document.getIn(['approval', 'levels']);
  const count = isSeq(levels) ? levels.items.length : 0;
  [approvers, escalation].forEach((people, level) => {
    if (!people) return;
    if (level >= count) {
      throw new InvalidInput(
        `escalation is set, but ${policy} has only one level: add a second to approval.levels`,
      );
    }
    document.setIn(['approval', 'levels', level, 'approvers'], people);
  });
  if (policy !== undefined) return;
  // The default policy's other levels are people of the sample shop.
  for (let level = count - 1; level >= (escalation ? 2 : 1); level--)
    document.deleteIn(['approval', 'levels', level]);
}
