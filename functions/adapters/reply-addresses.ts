import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ReplyAddresses } from '../domain/ports.ts';
import { findReference } from '../domain/reference.ts';
import { believedKeys, type SigningKeys, signingKey } from './signing-keys.ts';

/** 48 bits: a guess reaches a case once in 280 million million mails, and then still has to come from its customer. */
const MAC_BYTES = 6;
const TAG = /\+([0-9a-z]{10})\.([0-9a-f]{12})@/;

/** 64 bits: a mail's id can be guessed, and a report that names one must not be made from a guess. */
const SEAL_BYTES = 8;
const SEALED = /^(.{1,200})\.([0-9a-f]{16})$/i;

/**
 * Signed addresses under the refunds address, one a case (subaddressing, RFC 5233): `refunds+rx7k3f9q2m.0f1e2d3c4b5a@...`.
 * A mail program keeps the address it answers to, whatever it does to subject and headers. Nothing in it names its key: it is
 * tried with every one that is believed, so who reads addresses goes by keys that are at most some minutes old.
 */
export function createReplyAddresses(keys: SigningKeys, refunds: string): ReplyAddresses {
  const [local = '', domain = ''] = refunds.split('@');
  const sign = (secret: string, caseId: string) =>
    createHmac('sha256', secret).update(`reply-address\n${caseId}`).digest().subarray(0, MAC_BYTES);

  const seal = (secret: string, mailId: string) =>
    createHmac('sha256', secret).update(`mail\n${mailId.toLowerCase()}`).digest().subarray(0, SEAL_BYTES);

  return {
    of(caseId) {
      const reference = caseId.replaceAll('-', '').toLowerCase();
      return `${local}+${reference}.${sign(signingKey(keys).secret, caseId).toString('hex')}@${domain}`;
    },

    caseOf(address) {
      const tag = TAG.exec(address.toLowerCase());
      if (!tag) return undefined;
      const [, reference = '', mac = ''] = tag;
      const caseId = findReference(`${reference.slice(0, 2)}-${reference.slice(2, 6)}-${reference.slice(6)}`);
      if (!caseId) return undefined;
      const given = Buffer.from(mac, 'hex');
      const believed = believedKeys(keys).some(({ secret }) => timingSafeEqual(sign(secret, caseId), given));
      return believed ? caseId : undefined;
    },

    sealed(mailId) {
      return `${mailId}.${seal(signingKey(keys).secret, mailId).toString('hex')}`;
    },

    unsealed(name) {
      const [, mailId, mac = ''] = SEALED.exec(name) ?? [];
      if (mailId === undefined) return undefined;
      const given = Buffer.from(mac, 'hex');
      const believed = believedKeys(keys).some(({ secret }) => timingSafeEqual(seal(secret, mailId), given));
      return believed ? mailId : undefined;
    },
  };
}
