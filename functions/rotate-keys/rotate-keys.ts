import { SIGNS_AFTER_MS } from '../adapters/key-ring.ts';
import type { SecretVersions } from '../adapters/secret-versions.ts';
import {
  believedKeys,
  type Key,
  newKey,
  readKeys,
  rotateKeys,
  type SigningKeys,
} from '../adapters/signing-keys.ts';
import { InvalidInput } from '../domain/errors.ts';
import type { Needs } from '../domain/ports.ts';

export const rotationSteps = ['createSecret', 'setSecret', 'testSecret', 'finishSecret'] as const;
export type RotationStep = (typeof rotationSteps)[number];

export interface Rotation {
  step: RotationStep;
  /** The version that is to hold the new keys. */
  version: string;
  /** How long an earlier key is believed after its successor signs. */
  keptDays: number;
}

type Services = Needs<'clock' | 'log'> & { versions: SecretVersions };

/**
 * One step of a rotation by Secrets Manager, which may call each any number of times. The new key is believed by every function
 * before it signs (SIGNS_AFTER_MS), and the earlier ones for as long as anything they signed is in use. Throws where a step
 * cannot be done: then the keys stay as they are, and the alarm tells.
 */
export async function rotate(services: Services, { step, version, keptDays }: Rotation): Promise<void> {
  const { versions, clock, log } = services;
  const [current] = await versions.labelled('AWSCURRENT');
  if (current === undefined) throw new InvalidInput('the secret has no current version to go on from');
  if (current === version) return;
  if (!(await versions.labelled('AWSPENDING')).includes(version)) {
    throw new InvalidInput(`version ${version} is not the one that is to come (AWSPENDING)`);
  }
  const keys = readKeys(await versions.read(current), current);
  const written = await versions.read(version);

  switch (step) {
    case 'createSecret': {
      if (written !== undefined) return;
      const signsFrom = new Date(Date.parse(clock.now()) + SIGNS_AFTER_MS).toISOString();
      const next = rotateKeys(keys, newKey(kidOf(version, keys), signsFrom), clock.now(), keptDays);
      return versions.write(version, JSON.stringify(next));
    }
    // Nobody outside has to be told of a key.
    case 'setSecret':
      return;
    case 'testSecret':
      // Run alone when a schedule is made, to see whether this function can be called: there may be nothing yet.
      if (written !== undefined) await check(services, keys, written, { version, keptDays });
      return;
    case 'finishSecret': {
      const next = await check(services, keys, written, { version, keptDays });
      await versions.makeCurrent(version, current);
      log.info('signing keys were rotated', { kid: next.kid, earlier: next.previous.map(({ kid }) => kid) });
      return;
    }
    default:
      return step satisfies never;
  }
}

/** A short id, since every link has it: the first of the version's, which an operator finds again. */
function kidOf(version: string, keys: SigningKeys): string {
  const short = version.slice(0, 8);
  return believedKeys(keys).some(({ kid }) => kid === short) ? version : short;
}

/**
 * The keys to come, which believe just what the current ones do, and one key more. They do not where somebody has changed the
 * current ones by hand since, and a key that was taken out must not come back: then this version is given up, and it throws.
 */
async function check(
  { versions, clock }: Services,
  keys: SigningKeys,
  written: string | undefined,
  { version, keptDays }: Omit<Rotation, 'step'>,
): Promise<SigningKeys> {
  const next = readKeys(written, version);
  const { previous, ...newest } = next;
  const known = new Set(believedKeys(keys).map(nameOf));
  const brought = new Set(believedKeys(next).map(nameOf));
  const needed = rotateKeys(keys, newest, clock.now(), keptDays).previous.map(nameOf);
  if (previous.every((key) => known.has(nameOf(key))) && needed.every((name) => brought.has(name)))
    return next;
  await versions.giveUp(version);
  throw new InvalidInput(
    `the keys were changed by hand while version ${version} was made of them, so it is given up: rotate again`,
  );
}

function nameOf({ kid, secret }: Key): string {
  return `${kid} ${secret}`;
}
