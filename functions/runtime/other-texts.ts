import type { Needs } from '../domain/ports.ts';
import type { CompiledPolicy } from '../domain/weighing.ts';
import { fingerprintOf } from '../policy/fingerprint.ts';

/** The cases that are looked at, the newest. */
const NEWEST = 50;

/** A policy of a name that is in use, by its text, and how many of the newest cases were weighed by it. */
export interface OtherText {
  version: string;
  fingerprint: string;
  cases: number;
}

/**
 * Texts by which the newest cases were weighed and that are neither published nor the file of the deployment, though one of these has
 * their name: the file was changed and kept its name, so that the name alone no longer says by which rules a case was weighed.
 */
export async function otherTexts(
  { cases, policies }: Needs<'cases' | 'policies'>,
  { policy, fingerprint }: CompiledPolicy,
): Promise<OtherText[]> {
  const weighed = (await cases.recent(NEWEST)).flatMap((found) => {
    const evaluation = 'evaluation' in found ? found.evaluation : undefined;
    const by = evaluation?.policyFingerprint;
    return evaluation && by && by !== fingerprint
      ? [{ version: evaluation.policyVersion, fingerprint: by }]
      : [];
  });
  if (weighed.length === 0) return [];
  const live = (await policies.newestAfter(0))?.number ?? 0;
  const published = await policies.upTo(live, live);
  const names = new Set([policy.version, ...published.map(({ version }) => version)]);
  const kept = new Set(published.map(({ text }) => fingerprintOf(text)));
  const others = weighed.filter((one) => names.has(one.version) && !kept.has(one.fingerprint));
  return [...Map.groupBy(others, ({ fingerprint }) => fingerprint).values()].flatMap((alike) =>
    alike.slice(0, 1).map((one) => ({ ...one, cases: alike.length })),
  );
}

/** Says so in the log, where whoever started or deployed this looks. What cannot be found out stops nothing. */
export async function warnOfOtherTexts(
  services: Needs<'cases' | 'policies' | 'log'>,
  deployed: CompiledPolicy,
): Promise<void> {
  const { log } = services;
  try {
    for (const { version, fingerprint, cases } of await otherTexts(services, deployed)) {
      log.warn(
        `policy ${version} is another text than before: give a changed policy file a name of its own`,
        {
          before: fingerprint,
          'cases weighed by it': cases,
        },
      );
    }
  } catch (error) {
    log.warn('nobody can say whether the policy file was changed under its name', { error: `${error}` });
  }
}
