import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hoursAfter } from '../../functions/domain/time.ts';
import { writeMail } from '../../functions/mail/write.ts';
import { axeViolations, openChromium, views } from '../support/chromium.ts';
import { awaiting, decided, OPENED, policyFor } from '../support/sample-cases.ts';
import { everyMail } from '../support/sample-mails.ts';
import { openPages, type Pages } from '../support/web.ts';

/** What people who use a screen reader, a keyboard or large letters meet: axe-core finds nothing against WCAG 2.2 in any of it. */
let browser: Browser;
beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());

describe.each(views)('at $name', ({ options }) => {
  let context: BrowserContext;
  beforeAll(async () => {
    context = await browser.newContext(options);
  });
  afterAll(() => context.close());

  test.each(['kettle', 'cafeteira', 'hostile', 'noOrder', 'stranger'] as const)(
    'every mail about %s',
    async (sample) => {
      const page = await context.newPage();
      for (const [name, content] of Object.entries(everyMail(sample))) {
        await page.setContent(writeMail(content).html);
        expect([name, await axeViolations(page, 'mail')]).toEqual([name, []]);
      }
      await page.close();
    },
  );

  test.each(['en', 'pt-BR'] as const)('every page, for staff who read %s', async (staffLanguage) => {
    const pages = await openPages({ staffLanguage });
    const url = await pages.listen();
    for (const [name, path] of await everyPage(pages, staffLanguage)) {
      const page = await context.newPage();
      await page.goto(url + path);
      expect([name, await axeViolations(page, 'page')]).toEqual([name, []]);
      const submit = page.locator('form button[type=submit]').last();
      if ((await submit.count()) > 0) {
        // What comes back is a page as well: with what is wrong, or with thanks.
        await submit.click();
        expect([`${name}, sent`, await axeViolations(page, 'page')]).toEqual([`${name}, sent`, []]);
      }
      await page.close();
    }
    await pages.close();
  });
});

async function everyPage(pages: Pages, staffLanguage: 'en' | 'pt-BR'): Promise<Array<[string, string]>> {
  const policy = policyFor(staffLanguage);
  const open = await pages.store(awaiting('kettle'));
  const hostile = await pages.store(awaiting('hostile'));
  const unknown = await pages.store(awaiting('noOrder'));
  const passedOn = await pages.store(
    awaiting(
      'cafeteira',
      { type: 'pass-deadline', at: hoursAfter(OPENED, 25), round: 1, policy },
      { type: 'pass-deadline', at: hoursAfter(OPENED, 37), round: 1, policy },
    ),
  );
  const closed = await pages.store({
    ...decided('stranger', { outcome: 'declined', reason: 'It was used for a year.' }),
  });
  return [
    ['the decision page', await pages.decidePath(open.id)],
    ['the decision page with a choice', `${await pages.decidePath(open.id)}?choice=declined`],
    ['the decision page of a hostile case', await pages.decidePath(hostile.id)],
    ['the decision page without an amount', await pages.decidePath(unknown.id)],
    ['a round that was passed on', await pages.decidePath(passedOn.id)],
    ['a case that is decided', await pages.decidePath(closed.id)],
    ['a link that is none', '/decide/x'],
    ['the feedback page', await pages.feedbackPath(closed.id)],
    ['the feedback page with a score', `${await pages.feedbackPath(closed.id)}?score=2`],
  ];
}
