import { readFile } from 'node:fs/promises';
import { openChromium } from '../support/chromium.ts';
import { openShop } from '../support/goodwill.ts';

/** Takes the README's pictures of the running product: one mail, one page. Run by `npm run pictures`. */
const FOLDER = 'docs/images';
const WIDTH = 640;

const shop = await openShop();
const browser = await openChromium();
try {
  await shop.send(await readFile('test/fixtures/mail/en-kettle-stopped-working.eml'));
  const acknowledgement = await shop.mail('acknowledgement');
  const asked = await shop.mail('approval-request');
  const page = await browser.newPage({ viewport: { width: WIDTH, height: 800 }, deviceScaleFactor: 1.5 });
  await page.goto(`${shop.goodwill.url}/mail/${acknowledgement.id}.html`);
  await page.screenshot({ path: `${FOLDER}/acknowledgement.png`, fullPage: true });
  await page.goto(await shop.link(asked, 'decide'));
  await page.locator('form').screenshot({ path: `${FOLDER}/decision-page.png` });
} finally {
  await browser.close();
  await shop.close();
}
// Waits of the flow that was stopped would keep the process alive.
process.exit(0);
