import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeMail } from '../../functions/mail/write.ts';
import {
  axeViolations,
  brightness,
  cutOff,
  lowContrast,
  openChromium,
  sidewaysOverflow,
} from '../support/chromium.ts';
import type { Sample } from '../support/sample-cases.ts';
import { everyMail } from '../support/sample-mails.ts';
import { writeGallery } from './gallery.tsx';

/**
 * How mails look. Pictures are compared with one another and with what they have to be, never with stored ones: another machine has
 * other letters, and a stored picture of them would say so at every line.
 */
let browser: Browser;
beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());

/** What is wrong with a mail as it is shown now. */
async function faults(page: Page): Promise<unknown> {
  return [await sidewaysOverflow(page), await cutOff(page), await lowContrast(page)];
}

/** The height of the one button in CSS pixels, where there is one: a thumb needs 44. */
const buttonHeights = (page: Page): Promise<number[]> =>
  page.evaluate("[...document.querySelectorAll('td.button a')].map((a) => a.getBoundingClientRect().height)");

describe.each([360, 800])('every mail at %i px', (width) => {
  const samples: Sample[] = ['kettle', 'cafeteira', 'hostile', 'noOrder', 'stranger'];
  test.each(samples)('about %s fits, is readable by day and by night, and loads nothing', async (sample) => {
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    const page = await context.newPage();
    const requested: string[] = [];
    page.on('request', (request) => requested.push(request.url()));
    for (const [name, content] of Object.entries(everyMail(sample))) {
      await page.setContent(writeMail(content).html);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect([name, colorScheme, await faults(page)]).toEqual([name, colorScheme, [0, [], []]]);
      }
      for (const height of await buttonHeights(page)) expect(height).toBeGreaterThanOrEqual(44);
    }
    expect(requested).toEqual([]);
    await context.close();
  });

  test.each(['kettle', 'cafeteira'] as const)(
    'about %s is bright by day, dark by night, laid out alike in both, and the same without its style sheet',
    async (sample) => {
      // High enough for all of most mails; a window that is made higher for each picture takes several times as long.
      const context = await browser.newContext({ viewport: { width, height: 1_600 } });
      const page = await context.newPage();
      const eye = await (await browser.newContext()).newPage();
      const shot = async (colorScheme: 'light' | 'dark') => {
        await page.emulateMedia({ colorScheme });
        return page.screenshot();
      };
      const layout = () => page.evaluate('document.documentElement.scrollHeight');
      for (const [name, content] of Object.entries(everyMail(sample))) {
        const { html } = writeMail(content);
        await page.setContent(html);
        const [day, height] = [await shot('light'), await layout()];
        const night = await shot('dark');
        expect([name, await layout()]).toEqual([name, height]);
        expect([name, (await brightness(eye, day)) > 0.85]).toEqual([name, true]);
        expect([name, (await brightness(eye, night)) < 0.25]).toEqual([name, true]);
        // Some mail programs drop the sheet. On a phone it narrows the card, so there the two differ.
        if (width < 480) continue;
        await page.setContent(html.replace(/<style>[\s\S]*?<\/style>/, ''));
        expect([name, day.equals(await shot('light'))]).toEqual([name, true]);
      }
      await context.close();
      await eye.context().close();
    },
    180_000,
  );
});

test('the gallery shows the mails it was asked for in every language, and can be read by everybody', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'goodwill-gallery-'));
  const names = ['acknowledgement', 'refund-paid'];
  const { index, mails } = await writeGallery(folder, browser, names);
  expect(mails).toBe(names.length * 5);
  const page = await (await browser.newContext({ viewport: { width: 360, height: 800 } })).newPage();
  await page.goto(pathToFileURL(index).href);
  expect(await page.locator('section').count()).toBe(names.length);
  expect(await page.getByRole('heading', { name: 'Recebemos sua solicitação' }).count()).toBe(1);
  expect(await sidewaysOverflow(page)).toBe(0);
  expect(await axeViolations(page, 'page')).toEqual([]);
  const files: string[] = await page.evaluate(
    "[...document.querySelectorAll('section a, section img')].map((one) => one.getAttribute('href') ?? one.getAttribute('src'))",
  );
  // Four pictures of each language's own, and HTML and text of all.
  expect(new Set(files).size).toBe(names.length * (2 * 4 + 5 * 2));
  for (const file of files) expect((await readFile(join(dirname(index), file))).length).toBeGreaterThan(200);
  await page.context().close();
  await rm(folder, { recursive: true });
});
