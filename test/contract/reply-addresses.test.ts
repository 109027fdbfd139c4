import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReplyAddresses } from '../../functions/adapters/reply-addresses.ts';
import { SigningKeys } from '../../functions/adapters/signing-keys.ts';
import { reference } from '../../functions/domain/reference.ts';

const keys = SigningKeys.parse({ kid: 'k1', secret: 'a secret of more than thirty-two characters' });
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

  it('goes on naming its case after the key was replaced', () => {
    const rotated = SigningKeys.parse({
      kid: 'k2',
      secret: 'another secret of thirty-two characters or so',
      previous: [keys],
    });
    expect(createReplyAddresses(rotated, 'refunds@shop.example').caseOf(addresses.of('RX-7K3F-9Q2M'))).toBe(
      'RX-7K3F-9Q2M',
    );
  });
});
