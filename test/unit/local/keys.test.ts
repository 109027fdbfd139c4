import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createReplyAddresses } from '../../../functions/adapters/reply-addresses.ts';
import { SigningKeys } from '../../../functions/adapters/signing-keys.ts';
import { openKeys } from '../../../infra/local/keys.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'goodwill-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('the keys of a folder', () => {
  it('are one for each purpose, and stay', async () => {
    const { links, replies, pseudonyms } = await openKeys(folder);
    expect(new Set([links.secret, replies.secret, pseudonyms]).size).toBe(3);
    expect(await openKeys(folder)).toEqual({ links, replies, pseudonyms });
  });

  it('of a folder that had one for everything: links, pseudonyms and replies that were sent go on working', async () => {
    const one = { kid: 'local', secret: 'one secret for links and replies, as it was' };
    await writeFile(join(folder, 'keys.json'), JSON.stringify({ ...one, previous: [] }));
    const keys = await openKeys(folder);
    expect(keys.links).toMatchObject(one);
    expect(keys.pseudonyms).toBe(one.secret);
    expect(keys.replies.secret).not.toBe(one.secret);

    const refunds = 'refunds@shop.example';
    const sentBefore = createReplyAddresses(SigningKeys.parse(one), refunds).of('RX-7K3F-9Q2M');
    expect(createReplyAddresses(keys.replies, refunds).caseOf(sentBefore)).toBe('RX-7K3F-9Q2M');
    expect(await openKeys(folder)).toEqual(keys);
  });

  it('that are damaged stop the start, and are not overwritten', async () => {
    const file = join(folder, 'keys.json');
    await writeFile(file, '{"kid":"local"}');
    await expect(openKeys(folder)).rejects.toThrow(/secret/);
    expect(await readFile(file, 'utf8')).toBe('{"kid":"local"}');
  });
});
