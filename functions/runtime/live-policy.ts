import { InvalidInput } from '../domain/errors.ts';
import type { Needs, Policies } from '../domain/ports.ts';
import type { PublishedPolicy } from '../domain/published-policy.ts';
import type { CompiledPolicy } from '../domain/weighing.ts';
import { loadPolicy } from '../policy/load.ts';

export interface LivePolicyOptions {
  /** The policy of the deployment: live until one is published. Mails come from its refunds address, whichever is live. */
  deployed: CompiledPolicy;
  /** How long the live one is not asked for again (ms). */
  lifetimeMs: number;
  now?: () => number;
}

/**
 * Gives the live policy: the newest that was published and can be read, else the one of the deployment. One that cannot be
 * read raises the alarm and stops no case. While the table does not answer, the last one that was live goes on.
 */
export function createLivePolicy(
  { policies, log }: Needs<'policies' | 'log'>,
  { deployed, lifetimeMs, now = Date.now }: LivePolicyOptions,
): () => Promise<CompiledPolicy> {
  let live = deployed;
  /** The newest version that was looked at, whether or not it could be read. */
  let seen = -1;
  let askAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | undefined;

  const refresh = async () => {
    const newest = await policies.newestAfter(Math.max(seen, 0));
    if (newest) live = (await newestReadable(policies, log, newest, Math.max(seen, 0), deployed)) ?? live;
    seen = newest?.number ?? Math.max(seen, 0);
    askAt = now() + lifetimeMs;
  };

  return async () => {
    if (now() < askAt) return live;
    asking ??= refresh().finally(() => {
      asking = undefined;
    });
    try {
      await asking;
    } catch (error) {
      if (seen < 0) throw error;
      log.warn('the live policy could not be asked for; the last one goes on', { number: seen, error });
    }
    return live;
  };
}

/** The newest from `newest` down to before `known` that can be read; the alarm goes off for each that cannot. */
async function newestReadable(
  policies: Policies,
  log: Needs<'log'>['log'],
  newest: PublishedPolicy,
  known: number,
  deployed: CompiledPolicy,
): Promise<CompiledPolicy | undefined> {
  for (let number = newest.number; number > known; number--) {
    const published = number === newest.number ? newest : await policies.version(number);
    if (!published) continue;
    try {
      return withAddressOf(deployed, loadPolicy(published.text, nameOf(published)));
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      log.error('a published policy cannot be read; an older one is used', { number, why: error.message });
      log.count('PolicyUnreadable');
    }
  }
  return undefined;
}

/** How messages about a published policy's lines call it. */
function nameOf({ number }: PublishedPolicy): string {
  return `policy ${number}`;
}

/** SES sends from the address that was deployed, and customers write to it. */
function withAddressOf({ policy: { shop } }: CompiledPolicy, published: CompiledPolicy): CompiledPolicy {
  const { policy } = published;
  if (policy.shop.refunds === shop.refunds) return published;
  return { ...published, policy: { ...policy, shop: { ...policy.shop, refunds: shop.refunds } } };
}

/** Makes something of the services once for each policy that is live, since it is made with its words and limits. */
export function oncePerPolicy<S extends Needs<'policy'>, T>(make: (services: S) => T): (services: S) => T {
  let last: { policy: CompiledPolicy; made: T } | undefined;
  return (services) => {
    if (last?.policy !== services.policy) last = { policy: services.policy, made: make(services) };
    return last.made;
  };
}
