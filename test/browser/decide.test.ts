import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isDecided } from '../../functions/domain/case.ts';
import {
  axeViolations,
  focusOn,
  openChromium,
  picture,
  sidewaysOverflow,
  unlabelled,
  views,
} from '../support/chromium.ts';
import { awaiting, awaitingGuess, type Sample } from '../support/sample-cases.ts';
import { openPages, type Pages } from '../support/web.ts';

let browser: Browser;
let pages: Pages;
let url: string;
let serial = 0;
beforeAll(async () => {
  [browser, pages] = await Promise.all([openChromium(), openPages()]);
  url = await pages.listen();
});
afterAll(async () => {
  await browser.close();
  await pages.close();
});

const RECORD = 'Confirm and record';

async function asked(sample: Sample = 'kettle', made = awaiting(sample)) {
  serial += 1;
  const found = await pages.store({ ...made, id: `RX-BRWS-${String(serial).padStart(4, '0')}` });
  return { id: found.id, code: found.id.slice(-4), address: url + (await pages.decidePath(found.id)) };
}
const decisionOf = async (id: string) => {
  const found = await pages.services.cases.load(id);
  return isDecided(found) ? found.decided.decision : undefined;
};

/** Opens an address, and fails the test on anything the page may not do or load. */
async function open(address: string, options: BrowserContextOptions): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  page.on('console', (message) => {
    if (/Content Security Policy|Refused/.test(message.text())) throw new Error(message.text());
  });
  await page.goto(address);
  return page;
}

describe.each(views)('the decision page at $name', ({ name, options }) => {
  test.each(['kettle', 'hostile', 'noOrder'] as const)(
    'fits its window and labels every field: %s',
    async (sample) => {
      const page = await open((await asked(sample)).address, options);
      expect(await sidewaysOverflow(page)).toBe(0);
      expect(await unlabelled(page)).toEqual([]);
      await picture(page, `decide-${sample}-${name}`);
      await page.locator('#declined').check();
      expect(await unlabelled(page)).toEqual([]);
      expect(await sidewaysOverflow(page)).toBe(0);
      await page.context().close();
    },
  );

  test('is decided by keyboard alone, past a mistake', async () => {
    const { id, address } = await asked();
    const page = await open(address, options);
    await page.keyboard.press('Tab');
    expect(await focusOn(page)).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await focusOn(page)).toBe('Go to the decision');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await focusOn(page)).toBe('#approved');
    await page.keyboard.press('ArrowDown');
    expect(await focusOn(page)).toBe('#part-approved');
    await page.keyboard.press('Tab');
    expect(await focusOn(page)).toBe('#amount');
    await page.keyboard.type('100');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=alert]');
    expect(await focusOn(page)).toContain('Nothing has been recorded yet.');
    expect(await unlabelled(page)).toEqual([]);
    expect(await sidewaysOverflow(page)).toBe(0);
    await picture(page, `decide-refused-${name}`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await focusOn(page)).toBe('#amount');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('45.50');
    await page.keyboard.press('Tab');
    expect(await focusOn(page)).toBe('#note');
    await page.keyboard.type('Sorry for the trouble.');
    await page.keyboard.press('Tab');
    expect(await focusOn(page)).toBe('#internal');
    await page.keyboard.press('Tab');
    expect(await focusOn(page)).toBe('See what the customer will read');
    await page.keyboard.press('Tab');
    expect(await focusOn(page)).toBe('Confirm and record');
    await page.keyboard.press('Enter');
    await page.waitForSelector('h1:has-text("Your decision is recorded")');
    expect(await sidewaysOverflow(page)).toBe(0);
    await picture(page, `decided-${name}`);
    expect(await decisionOf(id)).toEqual({
      outcome: 'part-approved',
      amount: { minor: 4550, currency: 'USD' },
      note: 'Sorry for the trouble.',
    });
    await page.context().close();
  });

  test('takes an amount by keyboard, in either currency, and shows the mail before anything is recorded', async () => {
    const { id, address } = await asked('noOrder', awaitingGuess({ minor: 1_500, currency: 'EUR' }));
    const page = await open(address, options);
    await page.locator('#part-approved').focus();
    await page.keyboard.press('Space');
    expect(await sidewaysOverflow(page)).toBe(0);
    await picture(page, `decide-guessed-${name}`);
    await page.keyboard.press('Tab');
    expect(await focusOn(page)).toBe('#amount');
    expect(await page.locator('#amount').inputValue()).toBe('');
    await page.keyboard.type('USD 89.90');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#preview');
    expect(await focusOn(page)).toBe('What the customer will read');
    expect(await page.textContent('#preview')).toContain('$89.90');
    expect(await decisionOf(id)).toBeUndefined();
    expect(await sidewaysOverflow(page)).toBe(0);
    expect(await axeViolations(page, 'page')).toEqual([]);
    await picture(page, `preview-${name}`);
    await page.getByRole('button', { name: RECORD }).click();
    await page.waitForSelector('h1:has-text("Your decision is recorded")');
    expect(await decisionOf(id)).toMatchObject({ amount: { minor: 8_990, currency: 'USD' } });
    await page.context().close();
  });

  test('says the same to whoever comes later', async () => {
    const { id, address } = await asked();
    const first = await open(address, options);
    await first.locator('#declined').check();
    await first.locator('#reason').fill('It was used for a year.');
    await first.getByRole('button', { name: RECORD }).click();
    await first.waitForSelector('h1:has-text("Your decision is recorded")');
    const later = await open(url + (await pages.decidePath(id, 1, 'deputy@shop.example')), options);
    expect(await later.textContent('main')).toContain('It was used for a year.');
    expect(await sidewaysOverflow(later)).toBe(0);
    await picture(later, `decided-before-${name}`);
    await first.context().close();
    await later.context().close();
  });
});

describe('without JavaScript', () => {
  const options = { javaScriptEnabled: false, viewport: { width: 360, height: 800 } };

  test('the page decides all the same', async () => {
    const { id, code, address } = await asked();
    const page = await open(address, options);
    await page.locator('#alternative').check();
    await page.locator('#offer').selectOption('store-credit');
    await page.locator('#code').fill(code);
    await page.getByRole('button', { name: RECORD }).click();
    await page.waitForSelector('h1:has-text("Your decision is recorded")');
    expect(await decisionOf(id)).toEqual({ outcome: 'alternative', offer: 'store-credit' });
    await page.context().close();
  });
});

describe('what else an approver does', () => {
  test.each(views)(
    'is done by keyboard alone at $name: a question, then a hand-over',
    async ({ name, options }) => {
      const { id, address } = await asked();
      const page = await open(address, options);
      await page.locator('#ask').focus();
      await page.keyboard.press('Space');
      await page.keyboard.press('Tab');
      expect(await focusOn(page)).toBe('#question');
      await page.keyboard.type('Which colour?');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      expect(await focusOn(page)).toBe(RECORD);
      await page.keyboard.press('Enter');
      await page.waitForSelector('h1:has-text("on its way")');
      expect(await axeViolations(page, 'page')).toEqual([]);
      await page.goto(address);
      expect(await axeViolations(page, 'page')).toEqual([]);
      expect(await sidewaysOverflow(page)).toBe(0);
      expect(await unlabelled(page)).toEqual([]);
      await page.locator('#hand-over').check();
      await page.locator('#to').fill('head@shop.example');
      await page.locator('#why').fill('You know them.');
      await page.getByRole('button', { name: RECORD }).click();
      await page.waitForSelector('h1:has-text("handed this request over")');
      expect(await sidewaysOverflow(page)).toBe(0);
      expect(await axeViolations(page, 'page')).toEqual([]);
      await picture(page, `handed-over-${name}`);
      expect((await pages.services.cases.load(id)).history.map(({ type }) => type).slice(-2)).toEqual([
        'question-asked',
        'approver-left',
      ]);
      await page.context().close();
    },
  );
});

describe('a robot with a browser', () => {
  test.each([true, false])(
    'that presses every button of every page it is led to decides nothing (scripts: %s)',
    async (javaScriptEnabled) => {
      const { id, address } = await asked();
      const page = await open(address, { javaScriptEnabled });
      for (let round = 0; round < 4; round++) {
        for (const value of ['preview', 'record']) {
          await page.locator(`button[value=${value}]`).click();
          await page.waitForLoadState();
        }
      }
      expect(await page.title()).toMatch(/^Error: /);
      expect(await decisionOf(id)).toBeUndefined();
      await page.context().close();
    },
  );

  test('that follows every link of the page decides nothing', async () => {
    const { id, address } = await asked('hostile');
    const page = await open(address, {});
    const links = await page
      .getByRole('link')
      .evaluateAll((found) => found.map((link) => link.getAttribute('href')));
    expect(links.filter((href) => !href?.includes('/attachments/'))).toEqual(['#content', '#decision']);
    for (const href of links) await page.goto(new URL(href ?? '', address).href);
    expect(await decisionOf(id)).toBeUndefined();
    await page.context().close();
  });
});
