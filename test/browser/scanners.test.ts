import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ourSettlingTarget, ourTarget } from '../scanners/ours.ts';
import type { Prey, Target } from '../scanners/target.ts';
import { tutorialTarget } from '../scanners/tutorial.ts';
import { openChromium } from '../support/chromium.ts';

/** Mail gateways open links in a real browser: scripts run, and everything that can be pressed is pressed. */
let browser: Browser;
beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());

const sandboxes: Record<string, (page: Page) => Promise<void>> = {
  'opens the page and waits for its scripts': (page) => page.waitForLoadState('networkidle'),
  'presses every button': pressAll,
  'takes every choice and presses every button': async (page) => {
    const choices = await page.locator('input[type=radio], input[type=checkbox]').count();
    for (let at = 0; at < choices; at++) {
      const choice = page.locator('input[type=radio], input[type=checkbox]').nth(at);
      if (await choice.isVisible()) await choice.check();
      await pressAll(page);
    }
  },
  'submits every form by script': async (page) => {
    const forms = await page.locator('form').count();
    for (let at = 0; at < forms; at++) {
      await page.locator('form').nth(at).evaluate('(form) => { form.noValidate = true; form.submit(); }');
      await page.waitForLoadState('load');
    }
  },
  'writes into every field it sees, takes every choice and presses every button': async (page) => {
    const choices = await page.locator('input[type=radio]').count();
    for (let at = 0; at < choices; at++) {
      await page.evaluate(`document.querySelectorAll('input[type=radio]')[${at}].checked = true`);
      await page.evaluate(`document.querySelectorAll('input, textarea, select').forEach((field) => {
        if (['radio', 'checkbox', 'hidden'].includes(field.type) || !field.checkVisibility()) return;
        field.value = field.type === 'date' ? '2026-11-20' : field.type === 'email' ? 'test@example.com' : 'test';
      })`);
      await pressAll(page);
    }
  },
};

async function pressAll(page: Page): Promise<void> {
  const buttons = await page.locator('button, input[type=submit]').count();
  for (let at = 0; at < buttons; at++) {
    const button = page.locator('button, input[type=submit]').nth(at);
    if (!(await button.isVisible())) continue;
    await button.click();
    await page.waitForLoadState('load');
  }
}

/** A browser whose every request is answered by the target. */
async function visit(
  target: Target,
  prey: Prey,
  behave: (page: Page) => Promise<void>,
  links = prey.links.slice(0, 2),
): Promise<void> {
  const context = await browser.newContext();
  await context.route('**/*', async (route) => {
    const asked = route.request();
    const body = asked.postData();
    const request = new Request(asked.url(), {
      method: asked.method(),
      headers: asked.headers(),
      ...(body === null ? {} : { body }),
    });
    const response = await target.fetch(request);
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  });
  for (const link of links) {
    const page = await context.newPage();
    await page.goto(link);
    await behave(page);
    await page.close();
  }
  await context.close();
}

describe('a browser without a person', () => {
  test.each(Object.entries(sandboxes))(
    'that %s decides nothing',
    async (_, behave) => {
      const target = await ourTarget();
      // A known amount, an unknown one, and a second approver.
      for (const session of [0, 2, 5]) {
        const prey = await target.next(session);
        await visit(target, prey, behave);
        expect([session, await prey.changed()]).toEqual([session, false]);
      }
      await target.close();
    },
    300_000,
  );

  test.each(Object.entries(sandboxes).filter(([name]) => !/every choice/.test(name)))(
    'that %s decides nothing behind any shortcut where nothing is typed',
    async (_, behave) => {
      const target = await ourTarget(1_000);
      const prey = await target.next(0);
      await visit(
        target,
        prey,
        behave,
        prey.links.filter((link) => link.includes('?choice=')),
      );
      expect(await prey.changed()).toBe(false);
      await target.close();
    },
    300_000,
  );

  /** Whoever takes a choice, ticks that it is theirs, writes what is asked for and sends it is taken for a person there. */
  const unmistaken = Object.entries(sandboxes).filter(([name]) => !/every choice/.test(name));
  test.each(unmistaken)(
    'that %s pays nothing, chooses nothing, objects to nothing and rates nothing',
    async (_, behave) => {
      const target = await ourSettlingTarget();
      for (const session of [0, 1, 2, 3]) {
        const prey = await target.next(session);
        await visit(target, prey, behave);
        expect([session, await prey.changed()]).toEqual([session, false]);
      }
      await target.close();
    },
    300_000,
  );

  test('decides where opening a link decides', async () => {
    const target = tutorialTarget();
    const prey = await target.next(0);
    await visit(target, prey, async () => {});
    expect(await prey.changed()).toBe(true);
  });
});
