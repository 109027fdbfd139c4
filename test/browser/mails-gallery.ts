import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openChromium } from '../support/chromium.ts';
import { writeGallery } from './gallery.tsx';

/**
 * `npm run mails [folder]`: every mail in every language, as HTML, as text and as pictures, with a page that shows them all. Without a
 * browser (CHROMIUM) the pictures are left out, which it says.
 */
const [folder = join('.build', 'mails')] = process.argv.slice(2);
const started = performance.now();
const browser = await openChromium().catch((error: unknown) => {
  console.warn(`no pictures, for there is no Chromium (CHROMIUM says where it is): ${error}`);
  return undefined;
});
const { index, mails } = await writeGallery(folder, browser);
await browser?.close();
const seconds = ((performance.now() - started) / 1000).toFixed(0);
console.log(`${mails} mails in ${seconds} s: ${pathToFileURL(index).href}`);
