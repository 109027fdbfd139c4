import { createHash } from 'node:crypto';
import type { Sha256 } from '../domain/ports.ts';

export const sha256: Sha256 = (content) => createHash('sha256').update(content).digest();

/** The digest as lower-case hexadecimal digits. */
export function hex(digest: Uint8Array): string {
  return Buffer.from(digest).toString('hex');
}
