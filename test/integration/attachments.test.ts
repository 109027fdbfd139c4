import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../functions/domain/case.ts';
import { openShop, type Shop } from '../support/goodwill.ts';

const fixture = (name: string) => readFile(`test/fixtures/mail/attachments/${name}.eml`);

describe('what comes with a mail', () => {
  let shop: Shop;
  let found: Case;
  beforeAll(async () => {
    shop = await openShop();
    await shop.send(await fixture('photos-and-a-receipt'));
    found = await shop.goodwill.services.cases.load((await shop.mail('approval-request')).case);
  });
  afterAll(() => shop.close());

  const open = (path: string) => fetch(`${shop.goodwill.url}${path}`);
  const kept = async (sha256: string) => (await shop.goodwill.services.attachments.get(sha256)).byteLength;

  it('is kept apart, each content under its hash, and is on the case', async () => {
    expect(found.request.attachments.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'IMG_0412.JPG photo',
      'Screenshot 2026-11-02.png photo',
      'IMG_0413.HEIC photo',
      'cup.webp photo',
      'crack.gif photo',
      'receipt.pdf document',
    ]);
    for (const { sha256, bytes } of found.request.attachments) expect(await kept(sha256)).toBe(bytes);
    expect(JSON.stringify(found)).not.toContain('contents');
  });

  it('is looked at behind the approver’s link and on the desk, and at no other address', async () => {
    const [photo] = found.request.attachments;
    const asked = await shop.read(await shop.mail('approval-request'));
    const link = /http\S+(\/decide\/[\w.-]+)/.exec(asked.text ?? '')?.[1] ?? '';
    expect(await (await open(link)).text()).toContain(`src="${link}/attachments/${photo?.sha256}"`);
    expect(await (await open(`/cases/${found.id}`)).text()).toContain(
      `src="/attachments/${found.id}/${photo?.sha256}"`,
    );
    for (const path of [`${link}/attachments/`, `/attachments/${found.id}/`]) {
      const response = await open(`${path}${photo?.sha256}`);
      expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'image/jpeg']);
      expect(response.headers.get('Content-Security-Policy')).toMatch(/^sandbox; default-src 'none'/);
      expect(response.headers.get('Content-Disposition')).toMatch(/^attachment; /);
      expect((await response.arrayBuffer()).byteLength).toBe(photo?.bytes);
      expect((await open(`${path}${'0'.repeat(64)}`)).status).toBe(404);
      expect((await open(`${path}..%2F..%2Fkeys.json`)).status).toBe(404);
    }
    expect((await open(`/attachments/RX-0000-0000/${photo?.sha256}`)).status).toBe(404);
  });

  it('opens from the approver’s mail, each by a link of its own', async () => {
    const asked = await shop.read(await shop.mail('approval-request'));
    const links = [...(asked.text ?? '').matchAll(/http\S+(\/attachment\/[\w.-]+)/g)].map(
      ([, path]) => path ?? '',
    );
    expect(links.length).toBeGreaterThan(0);
    const response = await open(links[0] ?? '');
    expect([response.status, response.headers.get('Content-Disposition')]).toEqual([
      200,
      expect.stringMatching(/^attachment; /),
    ]);
  });

  it('is on the case with the reply that brought it, and the weighing counts it', async () => {
    const sender = 'Sofia Meyer <sofia.meyer@mail.example>';
    await shop.send({
      from: sender,
      subject: 'A lamp',
      text: 'The lamp from order SH-10008 is broken. Please refund it.',
    });
    const { id } = await shop.until('the second case', async () =>
      (await shop.get<Array<{ id: string }>>('/cases.json')).find((one) => one.id !== found.id),
    );
    const reply = (await fixture('videos')).toString('latin1').replace('Subject: ', `Subject: Re: ${id} `);
    await shop.send(reply);
    const later = await shop.until('the reply on its case', async () => {
      const one = await shop.goodwill.services.cases.load(id);
      return one.history.find((event) => event.type === 'customer-wrote');
    });
    expect(later.type === 'customer-wrote' && later.attachments.map(({ kind }) => kind)).toEqual([
      'video',
      'video',
    ]);
    for (const { sha256, bytes } of later.type === 'customer-wrote' ? later.attachments : [])
      expect(await kept(sha256)).toBe(bytes);
  });
});
