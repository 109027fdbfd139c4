import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../functions/domain/language.ts';
import { askAll } from '../../functions/report/questions.ts';
import { reportOf } from '../../functions/report/report.tsx';
import {
  axeViolations,
  lowContrast,
  openChromium,
  picture,
  sidewaysOverflow,
  views,
} from '../support/chromium.ts';
import { defaultPolicy } from '../support/policy.ts';
import { openYear } from '../support/year/queries.ts';
import { yearOf } from '../support/year/year.ts';

/** The report of the month with the planted fault, opened from a file as its reader does. */
let browser: Browser;
let folder: string;
const fileOf = (language: string) => pathToFileURL(join(folder, `${language}.html`)).href;
beforeAll(async () => {
  [browser, folder] = await Promise.all([openChromium(), mkdtemp(join(tmpdir(), 'goodwill-report-'))]);
  const queries = await openYear(yearOf({ cases: 12_000, only: ['events'] }).days);
  const { policy } = defaultPolicy;
  const answers = await askAll(queries, '2026-06', policy);
  queries.close();
  for (const language of languages) {
    const { html } = reportOf(answers, '2026-06', language, {
      shop: policy.shop,
      madeAt: '2026-07-01T06:00:00.000Z',
    });
    await writeFile(join(folder, `${language}.html`), html);
  }
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

async function open(options: (typeof views)[number]['options'], language: string) {
  const page = await (await browser.newContext(options)).newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(fileOf(language));
  return { page, asked };
}
const openTables = (page: Page) =>
  page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");

describe.each(views)('the report at $name', ({ name, options }) => {
  test.each(languages)('is read in %s by anybody, asks for nothing and runs nothing', async (language) => {
    const { page, asked } = await open(options, language);
    expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([fileOf(language)]);
    expect(await page.locator('script, [onclick], iframe, link[rel=stylesheet]').count()).toBe(0);
    expect(await sidewaysOverflow(page)).toBe(0);
    expect(await axeViolations(page, 'page')).toEqual([]);
    expect(await lowContrast(page)).toEqual([]);
    await picture(page, `report-${language}-${name}`);
    await openTables(page);
    expect(await sidewaysOverflow(page)).toBe(0);
    expect(await axeViolations(page, 'page')).toEqual([]);
    await page.context().close();
  });
});

test('a screen reader hears what each picture shows, and finds its numbers in a table with a caption', async () => {
  const { page } = await open({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' }, 'en');
  await openTables(page);
  const pictures = await page.getByRole('img').all();
  expect(pictures.length).toBeGreaterThan(9);
  for (const one of pictures) expect(await one.ariaSnapshot()).toMatch(/^- .?img .{20,}/);
  const heard = await page.locator('main').ariaSnapshot();
  expect(heard).toContain('heading "Refund requests in June 2026" [level=1]');
  expect(heard).toContain('Unusual rises One thing was asked about far more often than usual');
  for (const table of await page.getByRole('table').all()) {
    expect(await table.locator('caption').innerText()).not.toBe('');
    expect(await table.getByRole('columnheader').count()).toBeGreaterThan(1);
    expect(await table.getByRole('rowheader').count()).toBeGreaterThan(0);
  }
  await page.context().close();
});

test('on paper every table is open and nothing is cut off', async () => {
  const { page } = await open({ viewport: { width: 720, height: 900 }, colorScheme: 'dark' }, 'en');
  const closed = await page.locator('table').count();
  await page.emulateMedia({ media: 'print' });
  expect(closed).toBeGreaterThan(10);
  for (const table of await page.locator('table').all()) expect(await table.isVisible()).toBe(true);
  expect(await sidewaysOverflow(page)).toBe(0);
  expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  // The tables take pages of their own: with them closed there would be half as many.
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(6);
  await writeFile(join(process.env['SCREENSHOTS'] ?? folder, 'report.pdf'), pdf);
  await page.context().close();
});
