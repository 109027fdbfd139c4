import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createReplyAddresses } from '../../../functions/adapters/reply-addresses.ts';
import { believedKeys, SigningKeys } from '../../../functions/adapters/signing-keys.ts';
import { daysAfter } from '../../../functions/domain/time.ts';
import { openKeys } from '../../../infra/local/keys.ts';
import { AT } from '../../support/cases.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'goodwill-'));
});
afterEach(() => rm(folder, { recursive: true }));

const open = (days = 0) => openKeys(folder, { now: daysAfter(AT, days), closedCaseDays: 730 });
const secretsOf = (keys: SigningKeys) => believedKeys(keys).map(({ secret }) => secret);

describe('the keys of a folder', () => {
  it('are one for each purpose, and stay', async () => {
    const { links, replies, pseudonyms } = await open();
    expect(new Set([links.secret, replies.secret, pseudonyms]).size).toBe(3);
    expect(await open(89)).toEqual({ links, replies, pseudonyms });
  });

  it('get successors at a start when they are old, each in its own time, and are believed meanwhile', async () => {
    const first = await open();
    const later = await open(90);
    expect(secretsOf(later.links)).toEqual([later.links.secret, first.links.secret]);
    expect(later.links.kid).not.toBe(first.links.kid);
    expect(later.replies).toEqual(first.replies);
    expect(await open(91)).toEqual(later);
    const muchLater = await open(365);
    expect(secretsOf(muchLater.links)).not.toContain(first.links.secret);
    expect(secretsOf(muchLater.replies)).toEqual([muchLater.replies.secret, first.replies.secret]);
    expect(muchLater.pseudonyms).toBe(first.pseudonyms);
  });

  it('of a folder from before they had an age get successors, and are believed', async () => {
    const before = await open();
    const { signsFrom: _, ...ageless } = before.links;
    await writeFile(join(folder, 'keys.json'), JSON.stringify({ ...before, links: ageless }));
    const { links } = await open();
    expect(secretsOf(links)).toEqual([links.secret, ageless.secret]);
  });

  it('of a folder that had one for everything: links, pseudonyms and replies that were sent go on working', async () => {
    const one = { kid: 'local', secret: 'one secret for links and replies, as it was' };
    await writeFile(join(folder, 'keys.json'), JSON.stringify({ ...one, previous: [] }));
    const keys = await open();
    expect(keys.links.previous).toEqual([one]);
    expect(keys.pseudonyms).toBe(one.secret);
    expect(keys.replies.secret).not.toBe(one.secret);

    const refunds = 'refunds@shop.example';
    const sentBefore = createReplyAddresses(SigningKeys.parse(one), refunds).of('RX-7K3F-9Q2M');
    expect(createReplyAddresses(keys.replies, refunds).caseOf(sentBefore)).toBe('RX-7K3F-9Q2M');
    expect(await open()).toEqual(keys);
  });

  it('that are damaged stop the start, and are not overwritten', async () => {
    const file = join(folder, 'keys.json');
    await writeFile(file, '{"kid":"local"}');
    await expect(open()).rejects.toThrow(/secret/);
    expect(await readFile(file, 'utf8')).toBe('{"kid":"local"}');
  });
});
