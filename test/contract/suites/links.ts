import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LinkExpired, LinkInvalid } from '../../../functions/domain/errors.ts';
import type { Clock, Links } from '../../../functions/domain/ports.ts';
import { hoursAfter } from '../../../functions/domain/time.ts';
import { AT } from '../../support/cases.ts';

/** What every adapter that signs links has to do. `open` takes the clock its links run out by. */
export function linksContract(name: string, open: (clock: Clock) => Links): void {
  describe(`links: ${name}`, () => {
    let now = AT;
    const links = open({ now: () => now, secondsUntil: () => 1 });
    const claims = { purpose: 'decide', caseId: 'RX-1', round: 2, person: 'manager@shop.example' } as const;
    const tokenOf = (link: string) => link.split('/').at(-1) ?? '';
    const aToken = async () => tokenOf(await links.create(claims, hoursAfter(AT, 10)));

    it('name the case, the round, the person and the purpose they were made for', async () => {
      expect(await links.read(await aToken(), 'decide')).toMatchObject(claims);
    });

    it('open nothing but what they were made for', async () => {
      await expect(links.read(await aToken(), 'feedback')).rejects.toThrow(LinkInvalid);
      await expect(links.read(await links.formMark(await aToken()), 'decide')).rejects.toThrow(LinkInvalid);
    });

    it('run out', async () => {
      const token = await aToken();
      now = hoursAfter(AT, 11);
      await expect(links.read(token, 'decide')).rejects.toThrow(LinkExpired);
      now = AT;
    });

    it('are refused when any character was changed', async () => {
      const token = await aToken();
      await fc.assert(
        fc.asyncProperty(
          fc.nat(token.length - 2),
          fc.constantFrom(...'AbZ09-_.'),
          async (index, character) => {
            fc.pre(token.charAt(index) !== character);
            const tampered = token.slice(0, index) + character + token.slice(index + 1);
            await expect(links.read(tampered, 'decide')).rejects.toThrow(LinkInvalid);
          },
        ),
        { numRuns: 200 },
      );
    });

    it.each(['', 'x', '..', 'a.b.c', `${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`])(
      'refuse %j',
      async (token) => {
        await expect(links.read(token, 'decide')).rejects.toThrow(LinkInvalid);
      },
    );

    it('give their page a mark that no other page has', async () => {
      const token = await aToken();
      const other = tokenOf(
        await links.create({ ...claims, person: 'eve@shop.example' }, hoursAfter(AT, 10)),
      );
      const mark = await links.formMark(token);
      expect(await links.readFormMark(mark, token)).toEqual({ seen: 0 });
      expect(await links.readFormMark(mark, other)).toBeUndefined();
      expect(await links.readFormMark('', token)).toBeUndefined();
      expect(await links.readFormMark(token, token)).toBeUndefined();
    });

    it('leave no trace of themselves in their mark but a hash', async () => {
      const token = await aToken();
      const read = Buffer.from((await links.formMark(token)).split('.')[1] ?? '', 'base64url').toString();
      expect(JSON.parse(read)).toEqual({
        purpose: 'form',
        link: createHash('sha256').update(token).digest('hex'),
        seen: 0,
        iss: 'goodwill',
        exp: Date.parse(hoursAfter(AT, 10)) / 1000,
      });
    });

    it('hold what they were made for and nothing else', async () => {
      const read = Buffer.from((await aToken()).split('.')[1] ?? '', 'base64url').toString();
      expect(Object.keys(JSON.parse(read)).sort()).toEqual([...Object.keys(claims), 'iss', 'exp'].sort());
    });

    it('let a form be sent for as long as its link may be opened, and no longer', async () => {
      const token = tokenOf(await links.create(claims, hoursAfter(AT, 60 * 24)));
      now = hoursAfter(AT, 24);
      const mark = await links.formMark(token);
      now = hoursAfter(AT, 60 * 24 - 1);
      expect(await links.readFormMark(mark, token)).toEqual({ seen: 0 });
      now = hoursAfter(AT, 60 * 24 + 1);
      expect(await links.readFormMark(mark, token)).toBeUndefined();
      await expect(links.formMark(token)).rejects.toThrow(LinkExpired);
      now = AT;
    });
  });
}
