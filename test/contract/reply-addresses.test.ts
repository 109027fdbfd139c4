import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReplyAddresses } from '../../functions/adapters/reply-addresses.ts';
import { reference } from '../../functions/domain/reference.ts';
import { signingKeys } from '../support/keys.ts';

const keys = signingKeys('k1');
const addresses = createReplyAddresses(keys, 'refunds@shop.example');
const caseIds = fc.uint8Array({ minLength: 5, maxLength: 5 }).map(reference);

describe('the address replies are asked for', () => {
  it('names its case, however a mail program spells it', () => {
    fc.assert(
      fc.property(caseIds, (caseId) => {
        const address = addresses.of(caseId);
        expect(address).toMatch(/^refunds\+rx[0-9a-z]{8}\.[0-9a-f]{12}@shop\.example$/);
        expect(addresses.caseOf(address)).toBe(caseId);
        expect(addresses.caseOf(address.toUpperCase())).toBe(caseId);
        // RFC 5321, section 4.5.3.1.1: a local part has at most 64 octets.
        expect(address.split('@')[0]?.length).toBeLessThanOrEqual(64);
      }),
    );
  });

  it('of another case, or changed in one place, names none', () => {
    const address = addresses.of('RX-7K3F-9Q2M');
    const [tag = ''] = address.split('@');
    for (let index = 'refunds+rx'.length; index < tag.length; index++) {
      const other = address[index] === '0' ? '1' : '0';
      expect(addresses.caseOf(address.slice(0, index) + other + address.slice(index + 1))).toBeUndefined();
    }
    for (const none of ['refunds@shop.example', 'refunds+hello@shop.example', '', '+@', 'a+b.c@d']) {
      expect(addresses.caseOf(none)).toBeUndefined();
    }
  });

  it('goes on naming its case after the key was replaced, and after many were', () => {
    const address = addresses.of('RX-7K3F-9Q2M');
    for (const previous of [[keys], [signingKeys('k3'), signingKeys('k2'), keys]]) {
      const rotated = createReplyAddresses(signingKeys('new', previous), 'refunds@shop.example');
      expect(rotated.caseOf(address)).toBe('RX-7K3F-9Q2M');
      expect(rotated.of('RX-7K3F-9Q2M')).not.toBe(address);
    }
  });

  it('is made with no key that another running function may not know yet', () => {
    const soon = new Date(Date.now() + 60_000).toISOString();
    const rotated = createReplyAddresses(
      { ...signingKeys('new', [keys]), signsFrom: soon },
      'refunds@shop.example',
    );
    expect(rotated.of('RX-7K3F-9Q2M')).toBe(addresses.of('RX-7K3F-9Q2M'));
  });

  it('has beside it a name for every mail, which cannot be made from its id', () => {
    const id = 'RX-7K3F-9Q2M.approval-request.1.0a1b2c3d';
    const name = addresses.sealed(id);
    expect(addresses.unsealed(name)).toBe(id);
    expect(addresses.unsealed(name.toUpperCase())).toBe(id.toUpperCase());
    const rotated = createReplyAddresses(signingKeys('new', [keys]), 'refunds@shop.example');
    expect(rotated.unsealed(name)).toBe(id);
    const mac = name.slice(id.length);
    const forged = [id, `${id}.0123456789abcdef`, `RX-7K3F-9Q2M.acknowledgement${mac}`, `${name}0`, ''];
    for (const none of forged) expect(addresses.unsealed(none)).toBeUndefined();
    const others = createReplyAddresses(signingKeys('links'), 'refunds@shop.example');
    expect(others.unsealed(name)).toBeUndefined();
  });

  it('names no case where its key is one for links, or one that was left out', () => {
    const others = createReplyAddresses(signingKeys('links', [signingKeys('k0')]), 'refunds@shop.example');
    expect(others.caseOf(addresses.of('RX-7K3F-9Q2M'))).toBeUndefined();
  });
});
