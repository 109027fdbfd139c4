import * as z from 'zod';
import { InvalidInput, PublishRefused } from '../domain/errors.ts';
import { fingerprintOf } from '../policy/fingerprint.ts';
import { otherTexts } from '../runtime/other-texts.ts';
import { type Publishing, publish } from './publish.ts';

const number = z.int().nonnegative();
const Request = z.discriminatedUnion('action', [
  z.object({ action: z.literal('list'), limit: z.int().min(1).max(1_000).default(20) }),
  z.object({ action: z.literal('read'), number }),
  z.object({
    action: z.literal('publish'),
    text: z.string().min(1, 'the policy, as YAML'),
    by: z.string().trim().min(1, 'who publishes: a name or an address'),
    replaces: number,
  }),
]);
export type PolicyRequest = z.input<typeof Request>;

/** Number 0 is the file of the deployment, which nobody published. */
const Version = z.object({
  number,
  version: z.string(),
  /** Of its text, as evaluations record it. */
  fingerprint: z.string(),
  by: z.string().optional(),
  at: z.string().optional(),
});

/** What is answered to each request; `refused` says why it was not done. */
export const PolicyAnswers = {
  /** Newest first; `changes` counts what the version changed of the one before, and `change` is the first of it. */
  list: z.object({
    live: number,
    versions: z.array(Version.extend({ change: z.string().optional(), changes: z.int().optional() })),
    /** Texts that some of the newest cases were weighed by, and that nothing here has any more. */
    others: z.array(z.object({ version: z.string(), fingerprint: z.string(), cases: z.int() })),
  }),
  read: Version.extend({ text: z.string() }),
  publish: Version.extend({ changes: z.array(z.string()) }),
  refused: z.object({ refused: z.string() }),
};
type Answers = { [Action in PolicyRequest['action']]: z.infer<(typeof PolicyAnswers)[Action]> };

/** What an operator asks of the policies, here and deployed. What cannot be done is answered with why; a fault is thrown. */
export async function answerPolicyRequest(services: Publishing, asked: unknown): Promise<object> {
  try {
    const request = read(asked);
    switch (request.action) {
      case 'list':
        return await list(services, request.limit);
      case 'read':
        return await readVersion(services, request.number);
      case 'publish': {
        const { text, ...published } = await publish(services, request);
        return { ...published, fingerprint: fingerprintOf(text) } satisfies Answers['publish'];
      }
      default:
        return request satisfies never;
    }
  } catch (error) {
    if (error instanceof InvalidInput || error instanceof PublishRefused) return { refused: error.message };
    throw error;
  }
}

async function list(services: Publishing, limit: number): Promise<Answers['list']> {
  const { policies, deployed } = services;
  const live = (await policies.newestAfter(0))?.number ?? 0;
  const versions = (await policies.upTo(live, limit)).map(({ text, changes, ...version }) => ({
    ...version,
    fingerprint: fingerprintOf(text),
    change: changes[0],
    changes: changes.length,
  }));
  const others = await otherTexts(services, deployed.compiled);
  return { live, versions: versions.length < limit ? [...versions, fileOf(deployed)] : versions, others };
}

async function readVersion({ policies, deployed }: Publishing, number: number): Promise<Answers['read']> {
  if (number === 0) return { ...fileOf(deployed), text: deployed.text };
  const found = await policies.version(number);
  if (!found) throw new PublishRefused(`there is no policy ${number}: "history" lists those there are`);
  return { ...found, fingerprint: fingerprintOf(found.text) };
}

function fileOf({ compiled }: Publishing['deployed']) {
  return { number: 0, version: compiled.policy.version, fingerprint: compiled.fingerprint };
}

function read(asked: unknown): z.output<typeof Request> {
  const request = Request.safeParse(asked);
  if (request.success) return request.data;
  throw new InvalidInput(
    `Ask with {"action":"list"}, {"action":"read","number":1} or {"action":"publish","text":"…","by":"…","replaces":1}: ${z.prettifyError(request.error)}`,
    { cause: request.error },
  );
}
