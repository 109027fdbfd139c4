import { hex, sha256 } from '../adapters/sha256.ts';

/** Enough that no two texts of one shop share it (characters). */
const LENGTH = 12;

/** The first digits of the SHA-256 of a policy's text, as `sha256sum policy.yaml` prints them: what a name can only promise. */
export function fingerprintOf(text: string): string {
  return hex(sha256(text)).slice(0, LENGTH);
}
