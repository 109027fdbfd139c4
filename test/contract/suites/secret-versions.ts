import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SecretVersions } from '../../../functions/adapters/secret-versions.ts';

interface Opened {
  secret: SecretVersions;
  /** Makes an empty version that is to come, as Secrets Manager does. */
  begin(version: string): Promise<void>;
  close(): Promise<void>;
}

/** What a rotation goes by: the versions of a secret. `open` gives one whose current version holds `first`. */
export function secretVersionsContract(name: string, open: () => Promise<Opened>): void {
  describe(`versions of a secret: ${name}`, () => {
    let { secret, begin, close } = {} as Opened;
    let first = '';
    const next = crypto.randomUUID();

    beforeAll(async () => {
      ({ secret, begin, close } = await open());
      [first = ''] = await secret.labelled('AWSCURRENT');
    });
    afterAll(() => close());

    it('say which is current and what it holds', async () => {
      expect(await secret.labelled('AWSCURRENT')).toEqual([first]);
      expect(await secret.labelled('AWSPENDING')).toEqual([]);
      expect(await secret.read(first)).toBe('first');
    });

    it('that are to come are empty, and nobody goes by them', async () => {
      await begin(next);
      expect(await secret.labelled('AWSPENDING')).toEqual([next]);
      expect(await secret.labelled('AWSCURRENT')).toEqual([first]);
      expect(await secret.read(next)).toBeUndefined();
    });

    it('that are not there hold nothing', async () => {
      expect(await secret.read(crypto.randomUUID())).toBeUndefined();
    });

    it('take what is written', async () => {
      await secret.write(next, 'second');
      expect(await secret.read(next)).toBe('second');
    });

    it('become current, from the one that was', async () => {
      await expect(secret.makeCurrent(next, next)).rejects.toThrow();
      await secret.makeCurrent(next, first);
      expect(await secret.labelled('AWSCURRENT')).toEqual([next]);
      await expect(secret.makeCurrent(next, first)).rejects.toThrow();
    });

    it('that are to come can be given up', async () => {
      const dropped = crypto.randomUUID();
      await begin(dropped);
      await secret.giveUp(dropped);
      expect(await secret.labelled('AWSPENDING')).not.toContain(dropped);
      expect(await secret.labelled('AWSCURRENT')).toEqual([next]);
    });
  });
}
