import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hex, sha256 } from '../../../functions/adapters/sha256.ts';
import type { Attachment } from '../../../functions/domain/request.ts';
import { hoursAfter } from '../../../functions/domain/time.ts';
import { sendAttachment } from '../../../functions/web/attachment-response.ts';
import { defaultPolicy } from '../../support/policy.ts';
import { awaiting, OPENED } from '../../support/sample-cases.ts';
import { MANAGER, openPages, type Pages } from '../../support/web.ts';

const HEADERS = {
  'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
};
const of = (
  name: string,
  type: string,
  kind: Attachment['kind'],
  text = name,
  more: Partial<Attachment> = {},
) => {
  const content = Buffer.from(text);
  const attachment = { name, type, kind, bytes: content.length, sha256: hex(sha256(content)), ...more };
  return { content, attachment };
};
const photo = of('cup.jpg', 'image/jpeg', 'photo');
const heic = of('IMG_1.HEIC', 'image/heic', 'photo');
const svg = of('photo.svg', 'image/svg+xml', 'other');
const html = of('photo.png', 'text/html', 'other', '<script>alert(1)</script>', {
  declaredType: 'image/png',
});
const pdf = of('receipt.pdf', 'application/pdf', 'document');
const parcel = of('winmail.dat', 'application/ms-tnef', 'other');
const logo = of('logo.png', 'image/png', 'photo', 'logo', { decoration: true });
const late = of('late.jpg', 'image/jpeg', 'photo');
const strangers = of('stranger.jpg', 'image/jpeg', 'photo');
const elsewhere = of('elsewhere.jpg', 'image/jpeg', 'photo');
const lost = of('lost.jpg', 'image/jpeg', 'photo');
const all = [photo, heic, svg, html, pdf, parcel, logo, late, strangers, elsewhere];

let pages: Pages;
let path = '';
let id = '';
beforeAll(async () => {
  pages = await openPages();
  for (const { attachment, content } of all)
    await pages.services.attachments.keep(attachment.sha256, content);
  const wrote = (by: 'customer' | 'stranger', attachments: Attachment[]) =>
    ({
      type: 'record-words',
      policy: defaultPolicy.policy,
      by,
      at: hoursAfter(OPENED, 0.5),
      mailId: by,
      from: 'x@example.com',
      text: '',
      attachments,
    }) as const;
  const made = awaiting(
    'kettle',
    wrote('customer', [late.attachment]),
    wrote('stranger', [strangers.attachment]),
  );
  const attachments = [photo, heic, svg, html, pdf, parcel, logo, lost].map(({ attachment }) => attachment);
  const history = made.history.map((event) =>
    event.type === 'received'
      ? { ...event, request: { ...event.request, attachments, attachmentsNotKept: 3 } }
      : event,
  );
  const found = await pages.store({ ...made, history });
  id = found.id;
  path = await pages.decidePath(id);
});
afterAll(() => pages.close());

const at = ({ attachment }: { attachment: Attachment }, of = path) =>
  `${of}/attachments/${attachment.sha256}`;

describe('the decision page', () => {
  test('shows photos, and links to everything for download', async () => {
    const { html: page, response } = await pages.get(path);
    expect([...page.matchAll(/<img class="photo" src="([^"]+)"/g)].map(([, src]) => src)).toEqual([
      at(photo),
      at(lost),
      at(late),
    ]);
    for (const one of [photo, heic, svg, html, pdf, parcel, logo, late])
      expect(page).toContain(`<a href="${at(one)}"`);
    expect(page).not.toContain('stranger.jpg');
    expect(response.headers.get('Content-Security-Policy')).toContain("img-src 'self' data:");
  });

  test('says what a person should know before they open something', async () => {
    const { html: page } = await pages.get(path);
    expect(page).toContain('Take care: the mail calls it image/png, which it is not.');
    expect(page).toContain('An Outlook parcel (winmail.dat), which we cannot open.');
    expect(page).toContain('Logo or icon of the mail');
    expect(page).toMatch(/only in the mail as it arrived[^<]*: 3\./);
  });

  test('gives photos as what they are and everything else as bytes, all to be saved and none to be run', async () => {
    const types = new Map([
      [photo, 'image/jpeg'],
      [late, 'image/jpeg'],
    ]);
    for (const one of [photo, heic, svg, html, pdf, parcel, logo, late]) {
      const response = await pages.open(at(one));
      expect(response.status).toBe(200);
      const type = one === logo ? 'image/png' : (types.get(one) ?? 'application/octet-stream');
      expect(Object.fromEntries(response.headers)).toMatchObject({ ...HEADERS, 'content-type': type });
      expect(response.headers.get('Content-Disposition')).toMatch(
        `attachment; filename="${one.attachment.name}"`,
      );
      expect(Buffer.from(await response.arrayBuffer())).toEqual(one.content);
    }
  });

  test.each([
    ['of another case', elsewhere],
    ['of a stranger', strangers],
    ['that is not in the store', lost],
  ])('opens nothing %s', async (_, one) => {
    const response = await pages.open(at(one));
    expect(response.status).toBe(404);
    expect(response.headers.get('Content-Disposition')).toBeNull();
    expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  });

  test('opens nothing without its link, or with a link for something else', async () => {
    const feedback = (await pages.feedbackPath(id)).replace('/feedback/', '/decide/');
    for (const wrong of ['/decide/x', feedback, `${path}x`]) {
      expect((await pages.open(at(photo, wrong))).status).toBe(404);
    }
    for (const hash of ['..%2F..%2Fkeys.json', '%00', 'x'.repeat(5_000)]) {
      expect((await pages.open(`${path}/attachments/${hash}`)).status).toBe(404);
    }
    expect((await pages.open(at(photo), 'POST')).status).toBe(404);
    expect((await pages.open(at(photo), 'DELETE')).status).toBe(405);
  });

  test('opens nothing any more once the request is decided', async () => {
    const made = awaiting('kettle');
    const attachments = [photo.attachment];
    const history = made.history.map((event) =>
      event.type === 'received' ? { ...event, request: { ...event.request, attachments } } : event,
    );
    const found = await pages.store({ ...made, id: 'RX-TEST-0099', history });
    const link = await pages.decidePath(found.id);
    expect((await pages.open(at(photo, link))).status).toBe(200);
    await pages.fillIn(link, { choice: 'declined', reason: 'It was dropped.' });
    expect((await pages.open(at(photo, link))).status).toBe(404);
  });
});

describe('what is too large for a function’s answer', () => {
  test('is fetched from the store by an address that works for a minute', async () => {
    const links: string[][] = [];
    const link = async (...asked: string[]) => {
      links.push(asked);
      return 'https://bucket.example/attachments/x?signed';
    };
    const app = new Hono().get('/:size', (c) =>
      sendAttachment(
        c,
        { attachments: { ...pages.services.attachments, link } },
        { ...photo.attachment, bytes: Number(c.req.param('size')) },
      ),
    );
    const large = await app.request('/4500001');
    expect([large.status, large.headers.get('Location')]).toEqual([
      303,
      'https://bucket.example/attachments/x?signed',
    ]);
    expect(links).toEqual([[photo.attachment.sha256, 'cup.jpg']]);
    expect((await app.request('/4500000')).status).toBe(200);
  });
});

describe('a link to one attachment, for a mail', () => {
  const linkTo = async (
    { attachment }: { attachment: Attachment },
    { person = MANAGER, caseId = id }: { person?: string; caseId?: string } = {},
  ) => {
    const claims = { purpose: 'attachment', caseId, sha256: attachment.sha256, person } as const;
    return new URL(await pages.services.links.create(claims, hoursAfter(OPENED, 30))).pathname;
  };
  let again = '';
  beforeAll(async () => {
    const made = awaiting('kettle');
    const attachments = [photo, html, lost].map(({ attachment }) => attachment);
    const history = made.history.map((event) =>
      event.type === 'received' ? { ...event, request: { ...event.request, attachments } } : event,
    );
    again = (await pages.store({ ...made, id: 'RX-LINK-0001', history })).id;
  });

  test.each([
    ['a photo', photo, 'image/jpeg'],
    ['what is not what it is called', html, 'application/octet-stream'],
  ])('serves %s with the headers of the page’s own', async (_, one, type) => {
    const response = await pages.open(await linkTo(one, { caseId: again }));
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({ ...HEADERS, 'content-type': type });
    expect(response.headers.get('content-disposition')).toMatch(/^attachment/);
  });

  test('opens nothing else: not another attachment, not another case, not a decision', async () => {
    expect((await pages.open(await linkTo(elsewhere, { caseId: again }))).status).toBe(404);
    expect((await pages.open(await linkTo(lost, { caseId: again }))).status).toBe(404);
    const path = await linkTo(photo, { caseId: again });
    expect((await pages.open(path.replace('/attachment/', '/decide/'))).status).toBe(404);
    expect(
      (await pages.open((await pages.decidePath(again)).replace('/decide/', '/attachment/'))).status,
    ).toBe(404);
    expect((await pages.open(path, 'POST')).status).toBe(404);
  });

  test('says kindly to open the request where it has run out, or the request is no longer with them', async () => {
    const runOut = async (path: string) => {
      const { status, html, response } = await pages.get(path);
      expect(status).toBe(410);
      expect(response.headers.get('content-type')).toContain('text/html');
      expect(html).toContain('This link to an attachment has run out');
      expect(html).toContain('open the request with the link in the mail');
    };
    await runOut(await linkTo(photo, { caseId: again, person: 'head@shop.example' }));
    const path = await linkTo(photo, { caseId: again });
    pages.setNow(hoursAfter(OPENED, 31));
    await runOut(path);
    pages.setNow(hoursAfter(OPENED, 1));
    await pages.fillIn(await pages.decidePath(again), { choice: 'declined', reason: 'It was dropped.' });
    await runOut(path);
  });
});
