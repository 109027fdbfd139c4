import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeMail } from '../../functions/mail/write.ts';
import { lowContrast, openChromium, picture, sidewaysOverflow } from '../support/chromium.ts';
import type { Sample } from '../support/sample-cases.ts';
import { everyMail } from '../support/sample-mails.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());

const samples: Sample[] = ['kettle', 'cafeteira', 'hostile', 'noOrder', 'stranger'];
const pictured: Sample[] = ['kettle', 'cafeteira', 'hostile'];
const views = [360, 800].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);

describe.each(views)('every mail at $width px, $colorScheme', ({ width, colorScheme }) => {
  test.each(samples)('about %s fits, is readable, and loads nothing', async (sample) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
    const page = await context.newPage();
    const requested: string[] = [];
    page.on('request', (request) => requested.push(request.url()));
    for (const [name, content] of Object.entries(everyMail(sample))) {
      await page.setContent(writeMail(content).html);
      expect([name, await sidewaysOverflow(page)]).toEqual([name, 0]);
      expect([name, await lowContrast(page)]).toEqual([name, []]);
      if (pictured.includes(sample)) await picture(page, `mail-${sample}-${name}-${width}-${colorScheme}`);
    }
    expect(requested).toEqual([]);
    await context.close();
  });
});
