import { createKeyRing } from '../../functions/adapters/key-ring.ts';
import type { SecretVersions, VersionLabel } from '../../functions/adapters/secret-versions.ts';
import { SigningKeys } from '../../functions/adapters/signing-keys.ts';

export const signingKeys = (kid: string, previous: readonly SigningKeys[] = []): SigningKeys =>
  SigningKeys.parse({ kid, secret: `the secret of ${kid}, which has enough characters`, previous });

export const ringOf = (keys: SigningKeys) => createKeyRing(async () => keys);

/** A secret in memory, whose versions and labels move as Secrets Manager moves them. */
export function openSecret(initial: string) {
  const versions = new Map<string, { text?: string; labels: Set<string> }>([
    ['first', { text: initial, labels: new Set(['AWSCURRENT']) }],
  ]);
  const labelled = (label: string) =>
    [...versions].flatMap(([version, { labels }]) => (labels.has(label) ? [version] : []));
  const move = (label: VersionLabel | 'AWSPREVIOUS', to: string) => {
    for (const { labels } of versions.values()) labels.delete(label);
    versions.get(to)?.labels.add(label);
  };
  const secret: SecretVersions = {
    labelled: async (label) => labelled(label),
    read: async (version) => versions.get(version)?.text,
    async write(version, text) {
      const found = versions.get(version);
      if (!found) throw new Error(`there is no version ${version}`);
      found.text ??= text;
    },
    async makeCurrent(version, from) {
      if (!labelled('AWSCURRENT').includes(from)) throw new Error(`AWSCURRENT is not attached to ${from}`);
      move('AWSPREVIOUS', from);
      move('AWSCURRENT', version);
    },
    async giveUp(version) {
      versions.get(version)?.labels.delete('AWSPENDING');
    },
  };
  return {
    secret,
    /** What Secrets Manager does before it calls the first step. */
    async begin(version: string): Promise<void> {
      versions.set(version, { labels: new Set() });
      move('AWSPENDING', version);
    },
    /** What whoever reads the secret gets. */
    current: (): SigningKeys =>
      SigningKeys.parse(JSON.parse(versions.get(labelled('AWSCURRENT')[0] ?? '')?.text ?? 'null')),
    /** What an operator does by hand. */
    async put(keys: SigningKeys): Promise<void> {
      const version = `by-hand-${versions.size}`;
      versions.set(version, { text: JSON.stringify(keys), labels: new Set() });
      move('AWSCURRENT', version);
    },
  };
}
