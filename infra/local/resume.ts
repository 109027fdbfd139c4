import type { Needs } from '../../functions/domain/ports.ts';
import type { LocalFlow } from './flow.ts';

/** So many cases are taken up at a time that mails and pages are answered meanwhile. */
export const AT_A_TIME = 8;

/**
 * Executions live in memory, and the cases know how far they are: starts the flow of every open case, a few at a time, each
 * group once the one before waits for a person or for time.
 */
export async function resumeOpenCases(
  { cases, flow }: Needs<'cases'> & { flow: LocalFlow },
  stopped: () => boolean = () => false,
): Promise<void> {
  let group: Promise<void>[] = [];
  for await (const found of cases.all()) {
    if (stopped()) return;
    if (found.status === 'closed') continue;
    await flow.start(found.id);
    group.push(flow.rested(found.id));
    if (group.length < AT_A_TIME) continue;
    await Promise.all(group);
    group = [];
  }
}
