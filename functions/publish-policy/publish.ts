import { isDeepStrictEqual } from 'node:util';
import { InvalidInput, PublishRefused } from '../domain/errors.ts';
import type { Policy } from '../domain/policy.ts';
import type { Needs } from '../domain/ports.ts';
import type { PublishedPolicy } from '../domain/published-policy.ts';
import type { CompiledPolicy } from '../domain/weighing.ts';
import { checkPolicy } from '../policy/check/check.ts';
import { differences } from '../policy/differences.ts';
import { loadPolicy } from '../policy/load.ts';

export type Publishing = Needs<'cases' | 'policies' | 'clock'> & {
  /** The policy of the deployment, which counts as number 0. */
  deployed: { text: string; compiled: CompiledPolicy };
};

export interface ToPublish {
  text: string;
  /** Who publishes: a name or an address. */
  by: string;
  /** The number of the live policy this one was compared with; another one that came meanwhile is not overwritten unseen. */
  replaces: number;
}

/** An item of the table has 400 KB, and what changed is kept beside the text (bytes); guidelines of a shop have 10 to 20 KB. */
const MAX_TEXT = 100_000;
const MAX_CHANGES = 200;

/**
 * Puts a policy live as the next version. The same once more changes nothing. Throws InvalidInput naming line and field of every
 * mistake, and PublishRefused where it must not go live and what to do instead.
 */
export async function publish(services: Publishing, given: ToPublish): Promise<PublishedPolicy> {
  const { policies, clock, deployed } = services;
  const { text, by, replaces } = given;
  const bytes = Buffer.byteLength(text);
  if (bytes > MAX_TEXT) throw new InvalidInput(`the policy has ${bytes} bytes; ${MAX_TEXT} is the most`);
  const { policy } = checkPolicy(text, 'policy').compiled;
  refuseWhatIsDeployed(policy, deployed.compiled.policy);

  const newest = await policies.newestAfter(0);
  const live = newest?.number ?? 0;
  const isRepeated = newest?.text === text && live === replaces + 1;
  if (newest && isRepeated) return newest;
  if (live !== replaces) throw overtaken(live, replaces, newest);
  refuseOtherCurrency(policy, (newest && readable(newest.text)) ?? deployed.compiled.policy);
  if ((newest?.text ?? deployed.text) === text)
    throw new PublishRefused(`version ${live} is live and has just this text: there is nothing to publish`);
  await refuseUsedName(services, policy, live);

  const next: PublishedPolicy = {
    number: live + 1,
    version: policy.version,
    text,
    by,
    at: clock.now(),
    changes: changesOf(newest ? newest.text : deployed.text, policy),
  };
  if (await policies.publish(next)) return next;
  throw overtaken(live + 1, replaces, await policies.version(live + 1));
}

/** What a policy says of the deployment itself takes a deployment to change. */
function refuseWhatIsDeployed({ shop, retention }: Policy, deployed: Policy): void {
  if (shop.refunds !== deployed.shop.refunds) {
    throw new PublishRefused(
      `shop.refunds is ${shop.refunds}, and mail is received at and sent from ${deployed.shop.refunds}: ` +
        'another address takes a deployment (docs/runbook.md). Leave it as it is',
    );
  }
  // The bucket lets go of mails by itself, some time after this many days.
  if (retention.closedCaseDays > deployed.retention.closedCaseDays) {
    throw new PublishRefused(
      `retention.closedCaseDays is ${retention.closedCaseDays}, and mails are stored for cases of ` +
        `${deployed.retention.closedCaseDays} days: more takes a deployment (docs/runbook.md)`,
    );
  }
}

/** What is written down of money is in one currency, and nothing here can turn it into another. */
function refuseOtherCurrency({ shop }: Policy, { shop: before }: Policy): void {
  if (shop.currency === before.currency) return;
  throw new PublishRefused(
    `shop.currency is ${shop.currency}, and open cases, precedents and limits are in ${before.currency}: an amount of the one would be ` +
      `read as the other. Leave it at ${before.currency}, and start or deploy another Goodwill for ${shop.currency} (docs/policy.md)`,
  );
}

/** Cases record the name, so it has to lead to one set of rules. */
async function refuseUsedName(
  { policies, deployed }: Publishing,
  policy: Policy,
  live: number,
): Promise<void> {
  const published = await policies.upTo(live, live);
  const file = { number: 0, version: deployed.compiled.policy.version, text: deployed.text };
  for (const { number, version, text } of [...published, file]) {
    if (version !== policy.version || isSame(text, policy)) continue;
    throw new PublishRefused(
      `version: "${version}" is the name of policy ${number} already, which says something else. ` +
        'Cases record the name, so give this one a name of its own, such as the date',
    );
  }
}

function isSame(text: string, policy: Policy): boolean {
  const read = readable(text);
  return read !== undefined && isDeepStrictEqual(read, policy);
}

function changesOf(before: string, policy: Policy): string[] {
  const read = readable(before);
  if (!read)
    return ['The policy before cannot be read by this version of Goodwill, so what changed cannot be told.'];
  const changes = differences(read, policy);
  if (changes.length === 0) return ['Only comments, the layout or the name changed.'];
  if (changes.length <= MAX_CHANGES) return changes;
  return [...changes.slice(0, MAX_CHANGES), `And ${changes.length - MAX_CHANGES} changes more.`];
}

/** A policy of another time, where the code of today can read it. */
function readable(text: string): Policy | undefined {
  try {
    return loadPolicy(text, 'policy').policy;
  } catch (error) {
    if (error instanceof InvalidInput) return undefined;
    throw error;
  }
}

function overtaken(live: number, replaces: number, newest: PublishedPolicy | undefined): PublishRefused {
  if (live < replaces)
    return new PublishRefused(`there is no policy ${replaces}: the live one is policy ${live}`);
  const who = newest ? ` (${newest.version}, published by ${newest.by} at ${newest.at})` : '';
  return new PublishRefused(
    `policy ${live}${who} is live by now, and not ${replaces}, which yours was compared with. Nothing was published. ` +
      `See what it changed: npm run policy -- diff ${replaces} ${live}. Then publish yours again, with what has to stay of it`,
  );
}
