import { afterAll } from 'vitest';
import { type Case, isDecided } from '../../functions/domain/case.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import { changeCase } from '../../functions/runtime/change-case.ts';
import { awaitingUnder, type Sample } from './sample-cases.ts';
import { openPages } from './web.ts';

const words = { type: 'record-words', by: 'customer', from: 'maria@example.com' } as const;

/** Pages under a policy, and on them one case that waits for its approvers. Closed when the tests of the file are done. */
export async function deciding(
  policy: Policy,
  sample: Sample = 'kettle',
  made = awaitingUnder(policy, sample),
) {
  const pages = await openPages({ policy });
  opened.push(pages.close);
  const { id } = await pages.store(made);
  const { cases } = pages.services;
  return {
    ...pages,
    id,
    /** The end of the reference, as a person types it. */
    code: id.slice(-4),
    path: (person?: string, round?: number) => pages.decidePath(id, round, person),
    case: (): Promise<Case> => cases.load(id),
    decision: async () => {
      const found: Case = await cases.load(id);
      return isDecided(found) ? found.decided : undefined;
    },
    /** What happened to the case since it was made. */
    happened: async () => (await cases.load(id)).history.slice(made.history.length),
    /** The customer writes again. */
    customerWrites: (text: string) => {
      const at = pages.services.clock.now();
      return changeCase(cases, id, { ...words, attachments: [], at, mailId: text, text, policy });
    },
  };
}
export type Deciding = Awaited<ReturnType<typeof deciding>>;

const opened: Array<() => Promise<void>> = [];
afterAll(async () => {
  for (const close of opened) await close();
});
