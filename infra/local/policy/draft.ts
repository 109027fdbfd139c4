import { InvalidInput } from '../../../functions/domain/errors.ts';
import type { CompiledPolicy } from '../../../functions/domain/weighing.ts';
import { loadPolicy } from '../../../functions/policy/load.ts';
import { countUnsaid } from '../../../functions/replay/draft/count.ts';
import { LEAST_CASES, LEAST_SHARE, type Proposal, propose } from '../../../functions/replay/draft/propose.ts';
import { type DraftedFactor, factorOf, withFactor } from '../../../functions/replay/draft/write-factor.ts';
import { agrees } from '../../../functions/replay/reckon.ts';
import { replay } from '../../../functions/replay/replay.ts';
import type { Replayed } from '../../../functions/replay/replayed.ts';
import { replayColumns } from '../../../functions/replay/row.ts';
import { writeWhole } from '../files.ts';
import { caseFiles, exportedCases } from './exported-cases.ts';
import { findLive, findPolicy } from './find.ts';
import { readReplayOptions } from './replay-options.ts';
import { tellDraft } from './tell-draft.ts';

const usage =
  'npm run policy -- draft [policy] [--since 2026-01-01] [--until 2026-12-31] [--write draft.yaml [--take 2]] ' +
  '[--folder <folder of the export>] [--function <name>]; a policy is a file, a number or a name, without one the live one';

/** A factor that decided cases speak for, and what it would have changed of them. */
export interface Draft {
  proposal: Proposal;
  factor: DraftedFactor;
  /** The policy with it. */
  text: string;
  compiled: CompiledPolicy;
  replayed: Replayed;
  /** Cases it turns that people decided the other way: how many, and the first. */
  against: { cases: number; first: string[] };
}

/** Counter-examples that are named. */
const MOST_NAMED = 10;

/**
 * Says which groups of like cases people decided all or nearly all one way that the policy does not recommend, drafts a factor for each,
 * and replays the policy with it. Throws InvalidInput where there is no export, or no draft of the number that is to be written.
 */
export async function draft(args: string[]): Promise<void> {
  const { ask, which, days, folder, write, take } = readReplayOptions('draft', args, usage);
  const [one, ...more] = which;
  if (more.length > 0) throw new InvalidInput(usage);
  const files = await caseFiles(folder, days);
  const found = one === undefined ? await findLive(ask) : await findPolicy(ask, one);
  const policy = loadPolicy(found.text, found.title);
  const rows = (policies: CompiledPolicy[]) => exportedCases(files, replayColumns([...policies]));

  const proposals = propose(await countUnsaid(rows([policy]), policy));
  const drafts: Draft[] = [];
  for (const proposal of proposals) {
    const ids = policy.factors.map(({ id }) => id);
    const factor = factorOf(proposal, ids);
    const { text, compiled } = withFactor(found.text, policy, factor);
    const against: Draft['against'] = { cases: 0, first: [] };
    const policies = { before: policy, after: compiled, weighedBy: () => undefined };
    const replayed = await replay(rows([policy, compiled]), policies, ({ caseId, outcome, after }) => {
      if (agrees(after.route, outcome) !== false) return;
      against.cases++;
      if (against.first.length < MOST_NAMED) against.first.push(caseId);
    });
    drafts.push({ proposal, factor, text, compiled, replayed, against });
  }

  const least = `at least ${LEAST_CASES} cases, of which at least ${LEAST_SHARE * 100}% were decided alike beyond doubt (95%, Wilson's interval)`;
  if (drafts.length === 0) {
    console.log(`No group of like cases speaks for a factor that ${found.title} lacks. It takes ${least}.`);
    if (write !== undefined) throw new InvalidInput(`There is no draft to write to ${write}`);
    return;
  }
  console.log(
    `What people decided steadily and ${found.title} does not recommend. A group takes ${least}: fewer could be chance.\n`,
  );
  console.log(drafts.map((one, index) => tellDraft(one, index + 1)).join('\n\n'));
  if (write === undefined) return;
  const taken = drafts[take - 1];
  if (!taken) throw new InvalidInput(`--take ${take}: there are ${drafts.length} drafts`);
  await writeWhole(write, taken.text);
  console.log(`\n${write} is ${found.title} with draft ${take}. Give it a name of its own in "version:".`);
}
