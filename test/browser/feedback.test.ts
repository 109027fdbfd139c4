import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { focusOn, openChromium, picture, sidewaysOverflow, unlabelled, views } from '../support/chromium.ts';
import { decided, type Sample } from '../support/sample-cases.ts';
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

async function answered(sample: Sample) {
  serial += 1;
  const made = decided(sample, { outcome: 'declined', reason: 'No.' });
  const found = await pages.store({ ...made, id: `RX-BRFB-${String(serial).padStart(4, '0')}` });
  return { id: found.id, address: url + (await pages.feedbackPath(found.id)) };
}
const feedbackOf = async (id: string) => (await pages.services.cases.load(id)).feedback;

describe.each(views)('the feedback page at $name', ({ name, options }) => {
  test('is answered by keyboard alone, past a mistake', async () => {
    const { id, address } = await answered('cafeteira');
    const page = await (await browser.newContext(options)).newPage();
    await page.goto(`${address}?score=2`);
    expect(await sidewaysOverflow(page)).toBe(0);
    expect(await unlabelled(page)).toEqual([]);
    await picture(page, `feedback-${name}`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await focusOn(page)).toBe('#score-2');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Resposta rápida.');
    await page.keyboard.press('Tab');
    expect(await focusOn(page)).toBe('#left-yes');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    expect(await focusOn(page)).toBe('#confirm');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=alert]');
    expect(await feedbackOf(id)).toBeUndefined();
    expect(await sidewaysOverflow(page)).toBe(0);
    await picture(page, `feedback-refused-${name}`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await focusOn(page)).toBe('#confirm');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('h1:has-text("Obrigado")');
    await picture(page, `feedback-given-${name}`);
    expect(await feedbackOf(id)).toMatchObject({ score: 3, comment: 'Resposta rápida.', left: true });
    await page.context().close();
  });
});

test('without JavaScript it is answered all the same', async () => {
  const { id, address } = await answered('kettle');
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(`${address}?score=5`);
  await page.getByLabel('This is my answer').check();
  await page.getByRole('button').click();
  await page.waitForSelector('h1:has-text("Thank you")');
  expect(await feedbackOf(id)).toMatchObject({ score: 5, comment: '' });
  await page.context().close();
});

test('a robot that opens each of the five links and presses every button records nothing', async () => {
  const { id, address } = await answered('kettle');
  const page = await (await browser.newContext()).newPage();
  for (const score of [1, 2, 3, 4, 5]) {
    await page.goto(`${address}?score=${score}`);
    for (let time = 0; time < 3; time++) {
      for (const button of await page.getByRole('button').all()) await button.click();
      await page.waitForLoadState();
    }
  }
  expect(await feedbackOf(id)).toBeUndefined();
  await page.context().close();
});
