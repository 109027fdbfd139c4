import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hoursAfter } from '../../functions/domain/time.ts';
import {
  axeViolations,
  focusOn,
  lowContrast,
  openChromium,
  picture,
  sidewaysOverflow,
  unlabelled,
  views,
} from '../support/chromium.ts';
import { DECIDED, type Sample, told } from '../support/sample-cases.ts';
import { openPages, type Pages } from '../support/web.ts';

/** The pages after a decision: of whoever pays, of the offers, and to object. */
let browser: Browser;
const pages: Partial<Record<'en' | 'pt-BR', Pages>> = {};
let serial = 0;
beforeAll(async () => {
  browser = await openChromium();
});
afterAll(async () => {
  await browser.close();
  for (const one of Object.values(pages)) await one.close();
});

async function open(language: 'en' | 'pt-BR', name: 'refund' | 'offers' | 'object') {
  pages[language] ??= await openPages({ staffLanguage: language });
  const at = pages[language];
  at.setNow(hoursAfter(DECIDED, 30));
  serial += 1;
  const sample: Sample = language === 'en' ? 'kettle' : 'cafeteira';
  const currency = language === 'en' ? 'USD' : 'BRL';
  const made =
    name === 'refund'
      ? told(sample, { outcome: 'part-approved', amount: { minor: 4_000, currency } })
      : told(sample, { outcome: 'declined', reason: 'It was used for a year.' });
  const { id } = await at.store({ ...made, id: `RX-SETT-${String(serial).padStart(4, '0')}` });
  const path = await at[`${name}Path`](id);
  return { address: (await listening(at)) + path, now: () => at.services.cases.load(id) };
}
const urls = new Map<Pages, Promise<string>>();
function listening(at: Pages): Promise<string> {
  const url = urls.get(at) ?? at.listen();
  urls.set(at, url);
  return url;
}

/** What anybody may trip over on a page as it is. */
async function faults(page: Page): Promise<unknown> {
  return [
    await sidewaysOverflow(page),
    await unlabelled(page),
    await lowContrast(page),
    await axeViolations(page, 'page'),
  ];
}

const choices = { refund: '#paid', offers: '#offer-store-credit', object: '#about-fact' } as const;

describe.each(views)('at $name', ({ name: view, options }) => {
  test.each([
    ['en', 'refund'],
    ['en', 'offers'],
    ['en', 'object'],
    ['pt-BR', 'refund'],
    ['pt-BR', 'offers'],
    ['pt-BR', 'object'],
  ] as const)('in %s the page of the %s, and as it comes back', async (language, name) => {
    const { address } = await open(language, name);
    const page = await (await browser.newContext(options)).newPage();
    await page.goto(address);
    expect(await faults(page)).toEqual([0, [], [], []]);
    await picture(page, `${name}-${language}-${view}`);
    await page.check(choices[name]);
    await page.locator('button[type=submit]').click();
    await page.waitForSelector('[role=alert]');
    expect(await faults(page)).toEqual([0, [], [], []]);
    await picture(page, `${name}-refused-${language}-${view}`);
    await page.context().close();
  });
});

test('an objection is written by keyboard alone, past a mistake', async () => {
  const { address, now } = await open('en', 'object');
  const page = await (await browser.newContext()).newPage();
  await page.goto(address);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await focusOn(page)).toBe('#about-fact');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[role=alert]');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await focusOn(page)).toBe('#why');
  await page.keyboard.type('Nobody looked at my photos.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForSelector('h1:has-text("Thank you")');
  expect((await now()).objection).toMatchObject({ about: 'decision', says: 'Nobody looked at my photos.' });
  await page.context().close();
});

test('without JavaScript each is answered all the same', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const refund = await open('en', 'refund');
  await page.goto(refund.address);
  await page.getByLabel('It is paid').check();
  await page.getByRole('textbox', { name: 'Payment reference' }).fill('E2E-7781');
  await page.getByRole('button').click();
  await page.waitForSelector('h1:has-text("Thank you")');
  expect((await refund.now()).refunds).toMatchObject([{ state: 'paid' }]);
  const offers = await open('en', 'offers');
  await page.goto(offers.address);
  await page.getByLabel('None of these, thank you').check();
  await page.getByLabel('This is my answer').check();
  await page.getByRole('button').click();
  await page.waitForSelector('h1:has-text("Thank you")');
  expect(await offers.now()).toMatchObject({ offers: { state: 'declined' } });
  const object = await open('en', 'object');
  await page.goto(object.address);
  await page.getByLabel('A fact is wrong').check();
  await page.getByLabel('Delivered on').fill('2026-10-20');
  await page.getByRole('button').click();
  await page.waitForSelector('h1:has-text("Thank you")');
  expect((await object.now()).request.deliveredOn).toMatchObject({ value: '2026-10-20' });
  await context.close();
});

test('a robot that presses every button of each page records nothing', async () => {
  const page = await (await browser.newContext()).newPage();
  for (const name of ['refund', 'offers', 'object'] as const) {
    const { address, now } = await open('en', name);
    const before = await now();
    await page.goto(address);
    for (let time = 0; time < 3; time++) {
      for (const button of await page.getByRole('button').all()) await button.click();
      await page.waitForLoadState();
    }
    expect(await now()).toEqual(before);
  }
  await page.context().close();
});
