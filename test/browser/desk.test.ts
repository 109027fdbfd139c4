import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openChromium, picture, sidewaysOverflow, views } from '../support/chromium.ts';
import { openShop, type Shop } from '../support/goodwill.ts';

let shop: Shop;
let browser: Browser;
let caseId: string;

beforeAll(async () => {
  shop = await openShop();
  browser = await openChromium();
  const fixtures = ['en-lamp-damaged-with-photo', 'pt-jaqueta-pequena-iso-8859-1', 'empty'];
  for (const name of fixtures) await shop.send(await readFile(`test/fixtures/mail/${name}.eml`));
  const asked = await shop.mail('approval-request', ({ subject }) => subject.includes('lamp'));
  await shop.mail('approval-request', ({ subject }) => subject.includes('jacket'));
  caseId = asked.case;
  await shop.send(Buffer.from(reply(caseId)));
  await shop.mail('customer-reply');
});

/** The customer of the lamp sends one more photo. */
const reply = (reference: string) =>
  [
    'From: Oliver Smith <oliver.smith@mail.example>',
    'To: refunds@shop.example',
    `Subject: Re: We have your request (${reference})`,
    'Date: Mon, 02 Nov 2026 12:00:00 +0000',
    'Message-ID: <one-more-photo@mail.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="part"',
    '',
    '--part',
    'Content-Type: text/plain',
    '',
    'Here is the other side of the lamp.',
    '--part',
    'Content-Type: image/png; name="other-side-of-the-lamp-as-it-came-out-of-the-box.png"',
    'Content-Transfer-Encoding: base64',
    'Content-Disposition: attachment; filename="other-side-of-the-lamp-as-it-came-out-of-the-box.png"',
    '',
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    '--part--',
    '',
  ].join('\r\n');
afterAll(async () => {
  await browser.close();
  await shop.close();
});

/** Opens a page of the desk; what the browser complains about (a blocked style, a script error) fails the test. */
async function onDesk(options: Parameters<Browser['newPage']>[0], use: (page: Page) => Promise<void>) {
  const page = await browser.newPage({ baseURL: shop.goodwill.url, ...options });
  const complaints: string[] = [];
  page.on('console', (message) => {
    // A form that is sent back with its mistakes has status 422, which Chromium reports as well.
    const isStatus = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isStatus) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  try {
    await use(page);
    expect(complaints).toEqual([]);
  } finally {
    await page.close();
  }
}

async function quarantinedId(): Promise<string> {
  const [held] = await shop.until('a quarantined mail', async () => {
    const listed = await shop.get<Array<{ id: string }>>('/quarantine.json');
    return listed.length > 0 && listed;
  });
  return held?.id ?? '';
}

test.each(views)(
  'at $name every page fits the window and nothing of it is blocked',
  async ({ name, options }) => {
    const pages = {
      cases: '/',
      case: `/cases/${caseId}`,
      mailbox: '/mail',
      mail: `/mail/${caseId}.acknowledgement`,
      'mail-as-text': `/mail/${caseId}.acknowledgement?view=text`,
      quarantine: '/quarantine',
      'quarantined-mail': `/quarantine/${await quarantinedId()}`,
      write: '/write?example=watch',
      export: '/export',
    };
    await onDesk(options, async (page) => {
      for (const [what, path] of Object.entries(pages)) {
        await page.goto(path);
        await picture(page, `desk-${what}-${name}`);
        expect([what, await sidewaysOverflow(page)]).toEqual([what, 0]);
      }
    });
  },
);

test('a later mail and what came with it are found and opened by keyboard', async () => {
  await onDesk({ viewport: { width: 360, height: 800 }, colorScheme: 'dark' }, async (page) => {
    await page.goto(`/cases/${caseId}`);
    await page.getByText('other-side-of-the-lamp').first().waitFor();
    const link = page.getByRole('listitem').getByRole('link', { name: 'The mail as it arrived (.eml)' });
    await link.focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    await picture(page, 'desk-later-mail-focused');
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect((await readFile(await download.path())).toString()).toContain('<one-more-photo@mail.example>');
  });
});

test('the lists fit every window between a phone and a desk', async () => {
  await onDesk({}, async (page) => {
    for (const width of [320, 600, 991, 1000, 1100]) {
      await page.setViewportSize({ width, height: 800 });
      for (const path of ['/', '/mail', '/quarantine']) {
        await page.goto(path);
        expect([path, width, await sidewaysOverflow(page)]).toEqual([path, width, 0]);
      }
    }
  });
});

test('a person writes as a customer, finds the case, and opens the decision page from the approver’s mail', async () => {
  await onDesk({}, async (page) => {
    await page.goto('/write?example=chair');
    await page.getByLabel('Your address').fill('nobody');
    await page.getByRole('button', { name: 'Send' }).click();
    expect(await page.getByLabel('Text').inputValue()).toContain('SH-10019');
    await page.getByLabel('Your address').fill('daniel.rossi@mail.example');
    await page
      .getByLabel('Attachments')
      .setInputFiles({ name: 'porch.txt', mimeType: 'text/plain', buffer: Buffer.from('empty') });
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('heading', { name: 'Sent' }).waitFor();

    await shop.mail('approval-request', ({ subject }) => subject.includes('garden chair'));
    await page.goto('/');
    await page.getByRole('row', { name: 'Daniel Rossi' }).getByRole('link').click();
    await page.getByText('porch.txt').first().waitFor();
    await page.getByRole('link', { name: 'Open the approver’s mail' }).click();
    const [opened] = await Promise.all([
      page.waitForEvent('popup'),
      page.frameLocator('iframe').getByRole('link').first().click(),
    ]);
    await opened
      .getByRole('heading', { name: /decision/i })
      .first()
      .waitFor();
    expect(opened.url()).toContain(`${shop.goodwill.url}/decide/`);
  });
}, 60_000);

test('a person reads a mail in quarantine, releases it into a case, and dismisses another', async () => {
  const automatic = (subject: string) =>
    `From: Rui <rui@mail.example>\r\nAuto-Submitted: auto-generated\r\nSubject: ${subject}\r\n\r\nMy lamp <b>broke</b>.\r\n`;
  for (const subject of ['A lamp', 'A letter']) await shop.send(automatic(subject));
  await shop.until('both in quarantine', async () => {
    const listed = await shop.get<Array<{ subject: string }>>('/quarantine.json');
    return ['A lamp', 'A letter'].every((subject) => listed.some((one) => one.subject === subject));
  });
  await onDesk({}, async (page) => {
    await page.goto('/quarantine');
    await page.getByRole('button', { name: 'Dismiss: A letter' }).click();
    await page.getByRole('link', { name: 'A lamp' }).click();
    await page.getByText('My lamp <b>broke</b>.').waitFor();
    await page.getByRole('button', { name: 'Release: A lamp' }).click();
    await page.getByRole('heading', { name: /^RX-/ }).waitFor();
    await page.goto('/quarantine');
    expect(await page.getByText(/A lamp|A letter/).count()).toBe(0);
  });
});

test('the tables of the export are downloaded', async () => {
  await onDesk({}, async (page) => {
    await page.goto('/export');
    for (const name of ['cases.parquet', 'mails.csv']) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator(`a[href^="/export/${name}"]`).first().click(),
      ]);
      expect(download.suggestedFilename()).toBe(name);
      expect((await readFile(await download.path())).byteLength).toBeGreaterThan(100);
    }
  });
});
