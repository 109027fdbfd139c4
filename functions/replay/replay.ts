import { type CompiledPolicy, weighFacts } from '../domain/weighing.ts';
import { factsOfRow, missingFacts } from './facts-of-row.ts';
import { type Flip, flipOf, type Side, speaksOtherwise } from './flip.ts';
import { moneyOf, outcomeOf } from './reckon.ts';
import type { Replayed } from './replayed.ts';
import { mismatchOf } from './reproduce.ts';
import type { ReplayRow } from './row.ts';
import { startTally, type Tally } from './tally.ts';

export interface Policies {
  before: CompiledPolicy;
  after: CompiledPolicy;
  /** The policy of a name and fingerprint, where its text is still there. */
  weighedBy(version: string, fingerprint: string): CompiledPolicy | undefined;
}

/**
 * Weighs decided cases by the policy before and the one after a change, and tells what comes out otherwise. Reads the rows once and
 * keeps counts only, so memory is bounded whatever there is; every flip is handed over as it is found.
 */
export async function replay(
  rows: AsyncIterable<readonly ReplayRow[]>,
  policies: Policies,
  onFlip: (flip: Flip) => void,
): Promise<Replayed> {
  const tally = startTally();
  for await (const some of rows) for (const row of some) replayCase(row, policies, tally, onFlip);
  return tally.result();
}

function replayCase(row: ReplayRow, policies: Policies, tally: Tally, onFlip: (flip: Flip) => void): void {
  const { before, after } = policies;
  const outcome = outcomeOf(row);
  if (!outcome) {
    tally.leaveOut('undecided');
    return;
  }
  const facts = factsOfRow(row, before.policy);
  if (!facts || row.route === null) {
    tally.leaveOut(missingFacts(row) ?? 'withoutFacts');
    return;
  }
  const was: Side = { compiled: before, facts, weighed: weighFacts(before, facts) };
  const isSame = before === after;
  const other = isSame ? facts : (factsOfRow(row, after.policy) ?? facts);
  const is: Side = isSame ? was : { compiled: after, facts: other, weighed: weighFacts(after, other) };
  holdToItsOwn(row, was, policies, tally);
  const money = moneyOf(row, before.policy.shop.currency);
  tally.add(outcome, was, is, money);
  if (was.weighed.route !== is.weighed.route) onFlip(flipOf(row, outcome, was, is, money));
  else if (!isSame && speaksOtherwise(was, is)) tally.stirs();
}

/** Whether what was recorded comes out again under the policy that made it. */
function holdToItsOwn(row: ReplayRow, was: Side, { before, weighedBy }: Policies, tally: Tally): void {
  const [version, fingerprint] = [row.policy_version ?? '', row.policy_fingerprint ?? ''];
  const isBefore = version === before.policy.version && fingerprint === before.fingerprint;
  const own = isBefore ? before : weighedBy(version, fingerprint);
  const then = own && (isBefore ? was.facts : factsOfRow(row, own.policy));
  if (then) tally.held(mismatchOf(row, then, own, isBefore ? was.weighed : undefined));
  else tally.unheld(version, fingerprint);
}
