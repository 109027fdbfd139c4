import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { type MailContent, type WrittenMail, writeMail } from '../../functions/mail/write.ts';
import { openChromium } from '../support/chromium.ts';
import type { Sample } from '../support/sample-cases.ts';
import { everyMail } from '../support/sample-mails.ts';

/**
 * `npm run mails [folder]`: every mail in every language about the sample cases, as HTML, as text and as pictures (phone and desktop,
 * light and dark), with a page that leads to them all. Without a browser (CHROMIUM) the pictures are left out, which it says.
 */
const folder = process.argv[2] ?? join('.build', 'mails');
const samples: Sample[] = ['kettle', 'cafeteira', 'noOrder', 'stranger', 'hostile'];
const views = [360, 800].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const browser = await openChromium().catch((error: unknown) => {
  console.warn(`no pictures, for there is no Chromium (CHROMIUM says where it is): ${error}`);
  return undefined;
});
const rows: string[] = [];
for (const sample of samples) {
  for (const [kind, content] of Object.entries(everyMail(sample))) {
    rows.push(await show(`${sample}-${kind}`, content));
  }
}
await browser?.close();
const index = join(folder, 'index.html');
await writeFile(index, page(rows));
console.log(`${rows.length} mails: ${pathToFileURL(index).href}`);

/** Writes one mail in all its forms; returns its row in the list. */
async function show(name: string, content: MailContent): Promise<string> {
  const mail = writeMail(content);
  await writeFile(join(folder, `${name}.html`), mail.html);
  await writeFile(join(folder, `${name}.txt`), `${mail.subject}\n\n${mail.text}`);
  const pictures = browser ? await picture(browser, name, mail) : [];
  const links = [
    ['HTML', `${name}.html`],
    ['text', `${name}.txt`],
    ...pictures.map((file) => [file.slice(name.length + 1, -4), file]),
  ].map(([label, file]) => `<a href="${file}">${label}</a>`);
  return `<tr><td>${mail.language}</td><td>${name}</td><td>${escaped(mail.subject)}</td><td>${links.join(' ')}</td></tr>`;
}

async function picture(open: Browser, name: string, { html }: WrittenMail): Promise<string[]> {
  const files: string[] = [];
  for (const { width, colorScheme } of views) {
    const context = await open.newContext({ viewport: { width, height: 800 }, colorScheme });
    const shown = await context.newPage();
    await shown.setContent(html);
    const file = `${name}-${width}-${colorScheme}.png`;
    await shown.screenshot({ path: join(folder, file), fullPage: true });
    await context.close();
    files.push(file);
  }
  return files;
}

function page(lines: readonly string[]): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Every mail</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<style>body { font: 1rem system-ui; margin: 2rem } td { padding: .3rem .8rem; vertical-align: top }</style>
<h1>Every mail</h1><table>${lines.join('\n')}</table></html>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
