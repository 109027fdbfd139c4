import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compose } from '../../../functions/adapters/compose.ts';
import { createRecords } from '../../../functions/adapters/dynamodb/records.ts';
import { parseMail } from '../../../functions/adapters/parse-mail.ts';
import { sha256 } from '../../../functions/adapters/sha256.ts';
import { ReviewRefused } from '../../../functions/domain/errors.ts';
import type { Log } from '../../../functions/domain/ports.ts';
import { openAttachments } from '../../../infra/local/attachments.ts';
import { createDesk } from '../../../infra/local/desk/desk.tsx';
import type { CustomerMail } from '../../../infra/local/send-as-customer.ts';
import { openTable, TABLE_NAME } from '../../../infra/local/table.ts';
import { defaultPolicy } from '../../support/policy.ts';
import { awaiting, caseOf, DECIDED, decided, HOSTILE_NAME, OPENED } from '../../support/sample-cases.ts';

const NOW = '2026-11-02T12:00:00.000Z';
const SENT = 'RX-7K3F-9Q2M.acknowledgement';
const UNCERTAIN = 'RX-7K3F-9Q2M.approval-request.1.manager@shop.example';
const RAW = 'From: x@example.com\r\nSubject: caf\u00e9\r\n\r\n\u00ff and <b>text</b>';
const MAIL_HTML =
  '<html><head><title>t</title></head><body><a href="http://localhost:8025/decide/x">Decide</a></body></html>';

let table: Awaited<ReturnType<typeof openTable>>;
let records: ReturnType<typeof createRecords>;
let desk: ReturnType<typeof createDesk>;
const policyRequests: unknown[] = [];
const written: CustomerMail[] = [];
const erased: string[] = [];
let refusal: Error | undefined;

beforeAll(async () => {
  table = await openTable();
  records = createRecords(table.client, TABLE_NAME);
  const { cases, mails, tokens } = records;
  await cases.create(
    awaiting('kettle', {
      type: 'record-mail',
      at: OPENED,
      mailId: SENT,
      kind: 'acknowledgement',
      to: 'maria@example.com',
    }),
  );
  await tokens.put('RX-7K3F-9Q2M', 'the-task-token', 0);
  await cases.create(decided('cafeteira', { outcome: 'declined', reason: 'Not this time.' }));
  await cases.create(
    awaiting('hostile', {
      type: 'report-failure',
      at: DECIDED,
      step: 'awaiting-decision',
      error: 'MailRejected: <b>no</b>',
    }),
  );
  const photo = { name: 'seam.jpg', type: 'image/jpeg', bytes: 300_000, sha256: 'b1' };
  const later = {
    type: 'record-words',
    policy: defaultPolicy.policy,
    at: NOW,
    text: 'See the photo.',
  } as const;
  await cases.create(
    caseOf(
      'noOrder',
      { ...later, by: 'customer', mailId: 'reply-1', from: 'maria@example.com', attachments: [photo] },
      {
        ...later,
        by: 'stranger',
        mailId: 'note-1',
        from: 'eve@example.net',
        attachments: [{ ...photo, name: 'note.pdf' }],
      },
    ),
  );
  for (const [id, kind, state] of [
    [SENT, 'acknowledgement', 'sent'],
    [UNCERTAIN, 'approval-request', 'uncertain'],
  ] as const) {
    await mails.claim(
      { id, caseId: 'RX-7K3F-9Q2M', kind, to: 'maria@example.com', subject: `About <${kind}>` },
      OPENED,
    );
    await mails.mark(id, state, NOW);
  }
  const received = { rawKey: 'raw/1', receivedAt: NOW, from: 'bot@example.com', subject: 'Out of <office>' };
  await mails.record({
    id: 'q1',
    ...received,
    fate: { state: 'quarantined', reason: 'automatic: a machine' },
  });
  for (const [id, reason] of [
    ['q2', 'bulk: a list'],
    ['q3', 'virus: SES says so'],
  ] as const)
    await mails.record({ id, ...received, fate: { state: 'quarantined', reason } });
  await mails.record({
    id: 'mail-of-kettle',
    ...received,
    fate: { state: 'opened-case', caseId: 'RX-7K3F-9Q2M' },
  });
  const sent = await compose(
    {
      id: SENT,
      from: { name: 'Shop', address: 'refunds@shop.example' },
      to: 'maria@example.com',
      replyTo: 'refunds@shop.example',
      subject: 'Hi',
      text: 'In text',
      html: MAIL_HTML,
      language: 'en',
    },
    new Date(NOW),
  );
  const log: Log = { info: () => {}, warn: () => {}, error: () => {}, count: () => {} };
  desk = createDesk({
    ...records,
    policy: defaultPolicy,
    log,
    sha256,
    clock: { now: () => NOW, secondsUntil: () => 1 },
    attachments: openAttachments(tmpdir()),
    rawMails: { get: async () => Buffer.from(RAW, 'latin1') },
    parser: { parse: parseMail, close: async () => {} },
    release: async ({ id }) => {
      const mail = await mails.received(id);
      if (!mail || id === 'q3') throw new ReviewRefused('It cannot be <released>.');
      return { ...mail, fate: { state: 'opened-case', caseId: 'RX-7K3F-9Q2M' } };
    },
    sentMail: async (id) => (id === SENT ? sent : undefined),
    sendAsCustomer: async (mail) => {
      if (refusal) throw refusal;
      written.push(mail);
    },
    exporting: {
      folder: '/data/export',
      writeAll: async () => ({ folder: '/data/export', days: 1, files: 4, left: 0 }),
      async *file({ table, type, bom }) {
        yield Buffer.from(`bytes of ${table}.${type}`);
        if (bom) yield Buffer.from(', with a mark');
      },
    },
    answerPolicy: async (request) => {
      policyRequests.push(request);
      return { refused: 'not today' };
    },
    erase: async ({ address }) => {
      erased.push(address);
      return { cases: [], mails: 0, orders: 0, kept: [] };
    },
  });
});
afterAll(() => table.close());

const get = (path: string, init?: RequestInit) => desk.request(`http://localhost:8025${path}`, init);
const page = async (path: string) => {
  const response = await get(path);
  expect([path, response.status]).toEqual([path, 200]);
  return response.text();
};
const json = async (path: string) => JSON.parse(await page(path));

describe('the list of cases', () => {
  test('shows every case with its customer, request, status and decision', async () => {
    const html = await page('/');
    for (const text of [
      'RX-7K3F-9Q2M',
      'Maria Souza',
      'Gooseneck kettle',
      '$89.90',
      'Awaiting a decision',
      'Declined',
    ]) {
      expect(html).toContain(text);
    }
  });

  test('is filtered by status', async () => {
    const html = await page('/?status=decided');
    expect(html).toContain('RX-4TZ8-B1NW');
    expect(html).not.toContain('href="/cases/RX-7K3F-9Q2M"');
    expect(html).toMatch(/<a href="\/\?status=decided" aria-current="true">Decided \(1\)/);
  });

  test('loads itself again only for a person who asked for it', async () => {
    expect((await get('/')).headers.get('Refresh')).toBeNull();
    expect((await get('/?live=1')).headers.get('Refresh')).toBe('5');
  });

  test('is JSON for programs, newest first', async () => {
    const list = await json('/cases.json');
    expect(list).toHaveLength(4);
    expect(list.find(({ id }: { id: string }) => id === 'RX-7K3F-9Q2M')).toEqual({
      id: 'RX-7K3F-9Q2M',
      status: 'awaiting-decision',
      customer: 'maria@example.com',
      customerName: 'Maria Souza',
      product: 'Gooseneck kettle',
      amount: '89.90',
      currency: 'USD',
      route: 'approve-as-goodwill',
      outcome: null,
      openedAt: OPENED,
      updatedAt: expect.any(String),
      problem: null,
    });
  });
});

describe('a case', () => {
  test('shows facts with their sources, factors, words, history, mails and the way to the approver’s mail', async () => {
    const html = await page('/cases/RX-7K3F-9Q2M');
    for (const text of [
      'from the order record',
      'from the customer’s mail: “stopped heating”',
      'The customer did not get what they paid for.',
      'my mother was in hospital',
      'kettle-base.jpg',
      'image/jpeg · 482 kB',
      'manager@shop.example asked to decide (Manager)',
      'Acknowledgement sent to maria@example.com.',
      'May not have left',
      `href="/mail/${encodeURIComponent(UNCERTAIN)}">Open the approver’s mail`,
      'href="/received/mail-of-kettle.eml"',
    ]) {
      expect(html).toContain(text);
    }
  });

  test('shows what was decided and the reason', async () => {
    const html = await page('/cases/RX-4TZ8-B1NW');
    expect(html).toContain('manager@shop.example decided: Declined.');
    expect(html).toContain('Not this time.');
  });

  test('leads from what was written later to the mail itself, and says what came with it', async () => {
    const html = await page('/cases/RX-0M5C-J6PV');
    expect(html).toContain('href="/received/reply-1.eml"');
    expect(html).toContain('href="/received/note-1.eml"');
    expect(html.match(/seam\.jpg \(image\/jpeg, 300 kB\)/g)).toHaveLength(1);
    expect(html).toContain('image/jpeg · 300 kB · Nov');
    // A stranger's is in the history only: it is no evidence of the customer's.
    expect(html.match(/note\.pdf/g)).toHaveLength(1);
  });

  test('says when a step has failed, and what to do', async () => {
    const html = await page('/cases/RX-3SAX-QK8Y');
    expect(html).toContain('MailRejected: &lt;b&gt;no&lt;/b&gt;');
    expect(html).toContain('start Goodwill again');
  });

  test('shows hostile words as words', async () => {
    const html = (await page('/cases/RX-3SAX-QK8Y')) + (await page('/'));
    expect(html).not.toContain(HOSTILE_NAME);
    expect(html).not.toMatch(/<script|<img|<a href="https:\/\/evil/);
  });

  test('is JSON with history, sourced facts, evaluation and mails, and without the task token', async () => {
    const found = await json('/cases/RX-7K3F-9Q2M.json');
    expect(found.facts.reason).toEqual({ source: 'mail', value: 'defective', words: 'stopped heating' });
    expect(found.evaluation.factors[0]).toMatchObject({ id: 'faulty', weight: 4 });
    expect(found.history.map(({ type }: { type: string }) => type)).toEqual([
      'received',
      'evaluated',
      'round-opened',
      'mail-sent',
    ]);
    expect(found.mails.map(({ id, sentAt, state }: Record<string, string>) => [id, sentAt, state])).toEqual([
      [SENT, NOW, 'sent'],
      [UNCERTAIN, null, 'uncertain'],
    ]);
    expect(JSON.stringify(found)).not.toContain('the-task-token');
  });
});

describe('the mailbox', () => {
  test('lists what was sent, also what may not have left', async () => {
    const html = await page('/mail');
    expect(html).toContain('About &lt;acknowledgement&gt;');
    expect(html).toContain('May not have left');
  });

  test('is JSON for programs', async () => {
    expect(await json('/mail.json')).toContainEqual({
      id: SENT,
      case: 'RX-7K3F-9Q2M',
      kind: 'acknowledgement',
      to: 'maria@example.com',
      subject: 'About <acknowledgement>',
      sentAt: NOW,
      state: 'sent',
    });
  });

  test('shows a mail as HTML in a frame that runs nothing and opens its links outside', async () => {
    expect(await page(`/mail/${SENT}`)).toContain(
      `src="/mail/${SENT}.html" sandbox="allow-popups allow-popups-to-escape-sandbox"`,
    );
    const response = await get(`/mail/${SENT}.html`);
    expect(await response.text()).toContain('<head><base target="_blank"><title>');
    const csp = response.headers.get('Content-Security-Policy');
    expect(csp).toContain("default-src 'none'");
    expect(csp).toContain("frame-ancestors 'self'");
    expect(csp).toContain('sandbox allow-popups allow-popups-to-escape-sandbox');
    expect(response.headers.get('X-Frame-Options')).toBe('SAMEORIGIN');
  });

  test('shows a mail as text and hands out its raw bytes', async () => {
    expect(await page(`/mail/${SENT}?view=text`)).toContain('<pre>In text');
    const raw = await get(`/mail/${SENT}.eml`);
    expect(raw.headers.get('Content-Type')).toBe('message/rfc822');
    expect(await raw.text()).toContain(`Message-ID: <${SENT}@shop.example>`);
  });

  test('says so where it has no file of a mail', async () => {
    const html = await page(`/mail/${encodeURIComponent(UNCERTAIN)}`);
    expect(html).toContain('nobody can say whether it left');
    expect(html).toContain('The mailbox has no such mail.');
  });
});

describe('the quarantine', () => {
  test('shows each mail with its reason', async () => {
    const html = await page('/quarantine');
    expect(html).toContain('Out of &lt;office&gt;');
    expect(html).toContain('automatic: a machine');
  });

  test('shows one mail as text, and what can be decided about it', async () => {
    const html = await page('/quarantine/q1');
    for (const text of [
      'Out of &lt;office&gt;',
      'automatic: a machine',
      'and &lt;b&gt;text&lt;/b&gt;',
      '<form method="post" action="/quarantine/q1/release">',
      '<form method="post" action="/quarantine/q1/dismiss">',
      'href="/quarantine/q1.eml"',
    ]) {
      expect(html).toContain(text);
    }
  });

  test('offers no release of what cannot go into a case, and says why', async () => {
    for (const path of ['/quarantine', '/quarantine/q3']) {
      const html = await page(path);
      expect(html).toContain('It cannot be released: it carries a virus');
      expect(html).not.toContain('action="/quarantine/q3/release"');
      expect(html).toContain('action="/quarantine/q3/dismiss"');
    }
  });

  test('is JSON for programs', async () => {
    expect(await json('/quarantine.json')).toContainEqual({
      id: 'q3',
      from: 'bot@example.com',
      subject: 'Out of <office>',
      receivedAt: NOW,
      reason: 'virus: SES says so',
      notReleasable: 'it carries a virus, as SES says',
    });
  });

  const HOME = { Origin: 'http://localhost:8025', 'Content-Type': 'application/x-www-form-urlencoded' };
  const post = (path: string, headers: Record<string, string> = HOME) =>
    get(path, { method: 'POST', headers });

  test('releases a mail and leads to its case', async () => {
    const response = await post('/quarantine/q1/release');
    expect([response.status, response.headers.get('Location')]).toEqual([303, '/cases/RX-7K3F-9Q2M']);
  });

  test('says why a mail is not released, to people and to programs', async () => {
    const refused = await post('/quarantine/q3/release');
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('It cannot be &lt;released&gt;.');
    const program = await post('/quarantine/q3/release', { ...HOME, Accept: 'application/json' });
    expect([program.status, await program.json()]).toEqual([409, { error: 'It cannot be <released>.' }]);
  });

  test('dismisses a mail, and goes on showing who did', async () => {
    const response = await post('/quarantine/q2/dismiss');
    expect([response.status, response.headers.get('Location')]).toEqual([303, '/quarantine']);
    expect(await page('/quarantine')).not.toContain('bulk: a list');
    const html = await page('/quarantine/q2');
    expect(html).toContain('Dismissed by the desk');
    expect(html).not.toContain('<form');
  });

  test('decides nothing for another site, nor by a link', async () => {
    for (const headers of [{ ...HOME, Origin: 'https://evil.example' }, { 'Content-Type': 'text/plain' }]) {
      expect((await post('/quarantine/q1/dismiss', headers)).status).toBe(403);
    }
    expect((await get('/quarantine/q1/dismiss')).status).toBe(404);
    expect(await page('/quarantine')).toContain('automatic: a machine');
  });

  test('hands out a mail byte for byte as it arrived', async () => {
    for (const path of ['/quarantine/q1.eml', '/received/mail-of-kettle.eml']) {
      const raw = await get(path);
      expect(raw.headers.get('Content-Disposition')).toMatch(/^attachment; filename="[\w.-]+\.eml"$/);
      expect(Buffer.from(await raw.arrayBuffer()).toString('latin1')).toBe(RAW);
    }
  });
});

describe('writing as a customer', () => {
  const HOME = { Origin: 'http://localhost:8025' };
  const form = (fields: Record<string, string | File>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.append(name, value);
    return data;
  };
  const post = (fields: Record<string, string | File>, headers: Record<string, string> = HOME) =>
    get('/write', { method: 'POST', body: form(fields), headers });
  const mail = {
    from: ' ana@mail.example',
    name: 'Ana',
    subject: 'Order SH-10004',
    text: 'Olá,\r\nquebrou.',
  };

  test('sends the mail with its attachments, then says so', async () => {
    const photo = new File([new Uint8Array([1, 2, 255])], 'foto.png', { type: 'image/png' });
    const response = await post({ ...mail, attachments: photo });
    expect([response.status, response.headers.get('Location')]).toEqual([303, '/write/sent']);
    expect(written.at(-1)).toEqual({
      ...mail,
      from: 'ana@mail.example',
      attachments: [{ filename: 'foto.png', content: Buffer.from([1, 2, 255]), contentType: 'image/png' }],
    });
    expect(await page('/write/sent')).toContain('href="/mail"');
  });

  test('keeps what was written when something is wrong, and says what', async () => {
    const before = written.length;
    const response = await post({ ...mail, from: 'ana' });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain('href="#from"');
    expect(html).toContain('Write an address such as ana@mail.example.');
    expect(html).toContain('value="Order SH-10004"');
    expect(html).toContain('quebrou.</textarea>');
    expect(written).toHaveLength(before);
  });

  test('keeps what was written when the mail server refuses', async () => {
    refusal = new Error('552 too <large>');
    const response = await post(mail);
    refusal = undefined;
    expect(response.status).toBe(502);
    const html = await response.text();
    expect(html).toContain('The mail was not sent: 552 too &lt;large&gt;');
    expect(html).toContain('value="Order SH-10004"');
  });

  test('begins with an example, if the person likes', async () => {
    expect(await page('/write?example=watch')).toContain('value="aisha.bello@mail.example"');
  });

  test('is refused from another site', async () => {
    const before = written.length;
    for (const headers of [{ Origin: 'https://evil.example' }, { Origin: 'null' }, {}]) {
      expect((await post(mail, headers)).status).toBe(403);
    }
    expect(written).toHaveLength(before);
  });
});

describe('erasing a person', () => {
  const erase = (body: string, headers: Record<string, string>) =>
    get('/erase', { method: 'POST', body, headers });
  const asked = JSON.stringify({ address: 'maria@example.com', evenOpen: false });

  test('is for a program of this machine, which sends JSON', async () => {
    const response = await erase(asked, { 'Content-Type': 'application/json' });
    expect([response.status, erased]).toEqual([200, ['maria@example.com']]);
  });

  test('is refused from the page of another site, which can send no JSON here', async () => {
    const before = erased.length;
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const response = await erase(asked, { 'Content-Type': type, Origin: 'https://evil.example' });
      expect(response.status).toBe(403);
    }
    expect(erased).toHaveLength(before);
  });

  test('names what is wrong with the address', async () => {
    const response = await erase('{"address":"maria","evenOpen":false}', {
      'Content-Type': 'application/json',
    });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('an email address such as maria@example.com');
  });
});

describe('writing to an address again', () => {
  const lift = (body: string, headers: Record<string, string>) =>
    get('/lift', { method: 'POST', body, headers });
  const json = { 'Content-Type': 'application/json' };
  const asked = '{"address":"maria@example.com"}';
  const deliveries = () => createRecords(table.client, TABLE_NAME).deliveries;
  const isHeldOff = async () => (await deliveries().suppressionOf('maria@example.com', NOW)) !== undefined;

  test('is for a program of this machine, which sends JSON, and says since when nothing was', async () => {
    await deliveries().suppress({ address: 'maria@example.com', why: 'bounced', since: NOW });
    const foreign = { 'Content-Type': 'text/plain', Origin: 'https://evil.example' };
    expect((await lift(asked, foreign)).status).toBe(403);
    expect(await isHeldOff()).toBe(true);
    const response = await lift(asked, json);
    expect(await response.json()).toEqual({ address: 'maria@example.com', why: 'bounced', since: NOW });
    expect(await isHeldOff()).toBe(false);
  });

  test('says where there is nothing to do, and what is no address', async () => {
    expect(await (await lift(asked, json)).text()).toContain('nothing has to be lifted');
    expect(await (await lift('{"address":"maria"}', json)).text()).toContain('an email address such as');
  });
});

describe('asking about policies', () => {
  const ask = (body: string, headers: Record<string, string>) =>
    get('/policy', { method: 'POST', body, headers });

  test('is for a program of this machine, which sends JSON', async () => {
    const response = await ask('{"action":"list"}', { 'Content-Type': 'application/json' });
    expect(await response.json()).toEqual({ refused: 'not today' });
    expect(policyRequests.splice(0)).toEqual([{ action: 'list' }]);
  });

  test('is refused from the page of another site, which can send no JSON here', async () => {
    const origin = { Origin: 'https://evil.example' };
    const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'];
    for (const headers of [origin, ...types.map((type) => ({ ...origin, 'Content-Type': type }))]) {
      expect((await ask('{"action":"list"}', headers)).status).toBe(403);
    }
    expect(policyRequests).toEqual([]);
  });
});

test('the export is downloaded as files', async () => {
  expect(await page('/export')).toContain('href="/export/cases.parquet"');
  const response = await get('/export/cases.csv');
  expect(response.headers.get('Content-Disposition')).toBe('attachment; filename="cases.csv"');
  expect(await response.text()).toBe('bytes of cases.csv');
  expect(await (await get('/export/mails.csv?bom=1')).text()).toBe('bytes of mails.csv, with a mark');
  expect((await get('/export/orders.csv')).status).toBe(404);
});

describe('an address with nothing behind it', () => {
  test.each([
    '/nope',
    '/cases/RX-0000-0000',
    '/mail/none',
    '/mail/none.eml',
    '/quarantine/none.eml',
    '/export/toString',
  ])('%s is answered with a friendly page', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('There is nothing here');
  });

  test.each(['/cases/', '/cases/x', '/mail/', '/mail/x', '/received/', '/quarantine/'])(
    '%s… with 5,000 characters more is nothing either',
    async (path) => {
      const long = path + 'x'.repeat(5_000);
      for (const address of [long, `${long}.json`, `${long}.eml`, `${long}.html`, `${long}?view=text`]) {
        expect([address.slice(-9), (await get(address)).status]).toEqual([address.slice(-9), 404]);
      }
    },
  );

  test.each(['/nope.json', '/cases/RX-0000-0000.json'])('%s is answered with JSON', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: 'There is nothing at this address.' });
  });
});

describe('the desk', () => {
  test.each(['/', '/cases/RX-7K3F-9Q2M', '/mail', '/write', '/export', '/nope'])(
    'lets %s run and load nothing, and be framed by nobody',
    async (path) => {
      const { headers } = await get(path);
      const csp = headers.get('Content-Security-Policy');
      expect(csp).toContain("default-src 'none'");
      expect(csp).toContain("frame-ancestors 'none'");
      expect(csp).not.toContain('unsafe');
      expect(headers.get('Cache-Control')).toBe('no-store');
    },
  );

  test.each([
    '/cases.json',
    '/mail.json',
    '/cases/RX-7K3F-9Q2M.json',
    `/mail/${SENT}.eml`,
    '/export/cases.csv',
  ])('lets %s be read by no other site and kept by no cache', async (path) => {
    const { headers } = await get(path);
    expect(headers.get('Access-Control-Allow-Origin')).toBeNull();
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
    expect(headers.get('Content-Security-Policy')).toContain('sandbox');
    expect(headers.get('Cache-Control')).toBe('no-store');
  });
});
