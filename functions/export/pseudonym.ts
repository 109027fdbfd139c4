import { createHmac } from 'node:crypto';

/** Half of SHA-256, 128 bits: far beyond any chance of two people sharing one. */
const LENGTH = 32;

/** Names for people that join what one person did and say nothing of who they are. */
export interface Pseudonyms {
  customer(address: string): string;
  approver(address: string): string;
}

/**
 * The pseudonyms under a key (at least 32 random characters): the same for the same address in any case, and not to be turned back
 * without the key. Somebody who is both a customer and an approver has two that nobody can bring together.
 */
export function createPseudonyms(key: string): Pseudonyms {
  return {
    customer: (address) => `c_${digest(key, 'export-pseudonym', address)}`,
    approver: (address) => `a_${digest(key, 'export-pseudonym-approver', address)}`,
  };
}

/** Names a key, so that files that were written under another can be told apart; the key cannot be found from it. */
export function keyFingerprint(key: string): string {
  return digest(key, 'export-pseudonym-key', '').slice(0, 16);
}

function digest(key: string, purpose: string, address: string): string {
  return createHmac('sha256', key)
    .update(`${purpose}\n${address.trim().toLowerCase()}`)
    .digest('hex')
    .slice(0, LENGTH);
}
