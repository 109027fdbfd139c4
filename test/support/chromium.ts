import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const EXECUTABLE = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Debian's Chromium without anything that reaches out by itself. */
export function openChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: EXECUTABLE,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A phone and a desk, by day and by night. */
export const views = [360, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({
    name: `${width}-${colorScheme}`,
    options: { viewport: { width, height: 800 }, colorScheme } satisfies BrowserContextOptions,
  })),
);

const folder = process.env['SCREENSHOTS'] ?? mkdtemp(join(tmpdir(), 'goodwill-screenshots-'));

/** Keeps a picture of the whole page, for people to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(await folder, `${name}.png`), fullPage: true });
}

/** How many CSS pixels the page is wider than the window: 0 where nobody has to scroll sideways. */
export function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate('Math.max(0, document.documentElement.scrollWidth - window.innerWidth)');
}

/** Texts of which something lies outside the window, or outside a box that hides what does not fit. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(`[...document.body.querySelectorAll('*')]
    .filter((element) => element.checkVisibility() && element.textContent.trim())
    .filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      const hides = getComputedStyle(element).overflow !== 'visible';
      return left < -0.5 || right > window.innerWidth + 0.5
        || (hides && (element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight));
    })
    .map((element) => element.tagName + ': ' + element.textContent.trim().slice(0, 40))`);
}

/** How bright a picture is, from 0 (black) to 1 (white), as a browser decodes it: `page` may show anything. */
export function brightness(page: Page, png: Uint8Array): Promise<number> {
  const source = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  return page.evaluate(`(async () => {
    const bitmap = await createImageBitmap(await (await fetch(${JSON.stringify(source)})).blob());
    const canvas = new OffscreenCanvas(64, 64).getContext('2d');
    canvas.drawImage(bitmap, 0, 0, 64, 64);
    const { data } = canvas.getImageData(0, 0, 64, 64);
    let sum = 0;
    for (let at = 0; at < data.length; at += 4)
      sum += 0.2126 * data[at] + 0.7152 * data[at + 1] + 0.0722 * data[at + 2];
    return sum / 255 / (data.length / 4);
  })()`);
}

/** What has the focus: its id, or its text. */
export function focusOn(page: Page): Promise<string> {
  return page.evaluate(
    "(({ id, textContent }) => (id ? '#' + id : textContent.trim()))(document.activeElement)",
  );
}

/** Fields a person can reach that have no label. */
export function unlabelled(page: Page): Promise<string[]> {
  return page.evaluate(`[...document.querySelectorAll('input:not([type=hidden]), select, textarea, button')]
    .filter((field) => field.checkVisibility())
    .filter((field) => !(field.labels?.length || field.textContent.trim() && field.matches('button')))
    .map((field) => field.outerHTML)`);
}

/** Texts whose contrast with what is behind them is under 4.5 to 1 (WCAG 2.2, 1.4.3), with the ratio. */
export function lowContrast(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const parse = (colour) => colour.match(/[\\d.]+/g).map(Number);
    const luminance = ([red, green, blue]) => [red, green, blue]
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
    const behind = (element) => {
      for (let at = element; at; at = at.parentElement) {
        const colour = parse(getComputedStyle(at).backgroundColor);
        if (colour.length === 3 || colour[3] === 1) return colour;
      }
      return [255, 255, 255];
    };
    const found = [];
    for (const element of document.body.querySelectorAll('*')) {
      const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
      if (!own || !element.checkVisibility()) continue;
      const [low, high] = [luminance(parse(getComputedStyle(element).color)), luminance(behind(element))].sort((a, b) => a - b);
      const ratio = (high + 0.05) / (low + 0.05);
      if (ratio < 4.5) found.push(ratio.toFixed(2) + ' ' + element.textContent.trim().slice(0, 40));
    }
    return found;
  })()`);
}

/** What only a page that stands alone must have: a mail is read inside the page of a mail program, which has them. */
const OF_WHOLE_PAGES = { 'landmark-one-main': { enabled: false }, region: { enabled: false } };

/** What axe-core finds against WCAG 2.2 (A and AA) and its own best practices: each rule that is broken, and where. */
export async function axeViolations(page: Page, what: 'page' | 'mail'): Promise<string[]> {
  if (await page.evaluate("typeof axe === 'undefined'")) await page.evaluate(axe.source);
  const rules = JSON.stringify(what === 'mail' ? OF_WHOLE_PAGES : {});
  return page.evaluate(`axe.run(document, { resultTypes: ['violations'], rules: ${rules} }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', ')))`);
}
