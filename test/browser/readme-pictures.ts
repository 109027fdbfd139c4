import { readFile } from 'node:fs/promises';
import { openChromium, views } from '../support/chromium.ts';
import { openShop } from '../support/goodwill.ts';

/** Takes the pictures of the docs, of the running product. Run by `npm run pictures`. */
const FOLDER = 'docs/images';
const WIDTH = 640;

const shop = await openShop();
const browser = await openChromium();
try {
  await shop.send(await readFile('test/fixtures/mail/en-kettle-stopped-working.eml'));
  const acknowledgement = await shop.mail('acknowledgement');
  const asked = await shop.mail('approval-request');
  const mail = `${shop.goodwill.url}/mail/${asked.id}.html`;
  const decision = await shop.link(asked, 'decide');
  const page = await browser.newPage({ viewport: { width: WIDTH, height: 800 }, deviceScaleFactor: 1.5 });
  await page.goto(`${shop.goodwill.url}/mail/${acknowledgement.id}.html`);
  await page.screenshot({ path: `${FOLDER}/acknowledgement.png`, fullPage: true });
  await page.goto(decision);
  await page.locator('form').screenshot({ path: `${FOLDER}/decision-page.png` });
  for (const { name, options } of views) {
    const context = await browser.newContext({ ...options, deviceScaleFactor: 1 });
    const view = await context.newPage();
    for (const [what, address] of Object.entries({ 'approval-mail': mail, 'approval-page': decision })) {
      await view.goto(address);
      await view.screenshot({ path: `${FOLDER}/${what}-${name}.png`, fullPage: true });
    }
    await context.close();
  }
} finally {
  await browser.close();
  await shop.close();
}
// Waits of the flow that was stopped would keep the process alive.
process.exit(0);
