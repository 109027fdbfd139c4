import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { raw } from 'hono/html';
import type { Browser, Page } from 'playwright-core';
import type { Language } from '../../functions/domain/language.ts';
import { type MailContent, type WrittenMail, writeMail } from '../../functions/mail/write.ts';
import type { Sample } from '../support/sample-cases.ts';
import { everyMail } from '../support/sample-mails.ts';

/** A phone and a desktop, by day and by night. */
const mailViews = ([360, 800] as const).flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({
    name: `${width}-${colorScheme}`,
    width,
    colorScheme,
  })),
);

/** The case that every mail of a language is shown about; the others stand as HTML and text. */
const shown: Record<Language, Sample> = { en: 'kettle', 'pt-BR': 'cafeteira' };
const others: Sample[] = ['noOrder', 'stranger', 'hostile'];

interface Shown {
  mail: WrittenMail;
  /** Its files without what follows the name. */
  file: string;
  pictures: string[];
}

/**
 * Writes every mail (`names`: only those) in every language into a folder, as HTML and as text, and with a browser as pictures; and
 * a page that shows them all. Returns where that page is, and how many mails it shows.
 */
export async function writeGallery(
  folder: string,
  browser: Browser | undefined,
  names: readonly string[] = Object.keys(everyMail('kettle')),
): Promise<{ index: string; mails: number }> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const jobs = Object.values(shown).flatMap((sample) => listed(sample, names));
  const rest = others.flatMap((sample) => listed(sample, names));
  const mails: Shown[] = [];
  for (const { file, content } of [...jobs, ...rest]) {
    const mail = writeMail(content);
    await writeFile(join(folder, `${file}.html`), mail.html);
    await writeFile(join(folder, `${file}.txt`), `${mail.subject}\n\n${mail.text}`);
    mails.push({ mail, file, pictures: [] });
  }
  if (browser) {
    const pictured = mails.slice(0, jobs.length);
    // A page for each view takes the pictures of all mails, one after the other.
    await Promise.all(mailViews.map((view) => takePictures(browser, view, pictured, folder)));
  }
  const index = join(folder, 'index.html');
  await writeFile(index, String(<Index names={names} mails={mails} />));
  return { index, mails: mails.length };
}

function listed(sample: Sample, names: readonly string[]): Array<{ file: string; content: MailContent }> {
  const all = everyMail(sample);
  return names.flatMap((name) => {
    const content = all[name];
    return content ? [{ file: `${sample}-${name}`, content }] : [];
  });
}

async function takePictures(
  browser: Browser,
  { name, width, colorScheme }: (typeof mailViews)[number],
  mails: readonly Shown[],
  folder: string,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
  const page: Page = await context.newPage();
  for (const { mail, file, pictures } of mails) {
    await page.setContent(mail.html);
    const picture = `${file}-${name}.png`;
    await page.screenshot({ path: join(folder, picture), fullPage: true });
    pictures.push(picture);
  }
  await context.close();
}

function Index({ names, mails }: { names: readonly string[]; mails: readonly Shown[] }) {
  const of = (sample: Sample, name: string) => mails.find(({ file }) => file === `${sample}-${name}`);
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>Every mail</title>
          <style>{raw(STYLE)}</style>
        </head>
        <body>
          <main>
            <h1>Every mail</h1>
            <p>
              {names.length} mails in {Object.keys(shown).length} languages, as people see them on a phone. A
              picture leads to the mail itself.
            </p>
            <nav aria-label="Mails">
              {names.map((name) => (
                <>
                  <a href={`#${name}`}>{name}</a>{' '}
                </>
              ))}
            </nav>
            {names.map((name) => (
              <section id={name}>
                <h2>{name}</h2>
                <div class="languages">
                  {Object.entries(shown).map(([language, sample]) => (
                    <Card language={language} shown={of(sample, name)} />
                  ))}
                </div>
                <p class="others">
                  {'Other cases: '}
                  {others.map((sample) => {
                    const one = of(sample, name);
                    return one ? (
                      <>
                        <a href={`${one.file}.html`}>
                          {sample}, {name}
                        </a>{' '}
                        (<a href={`${one.file}.txt`}>{sample} as text</a>){' '}
                      </>
                    ) : null;
                  })}
                </p>
              </section>
            ))}
          </main>
        </body>
      </html>
    </>
  );
}

function Card({ language, shown: one }: { language: string; shown: Shown | undefined }) {
  if (!one) return null;
  const { mail, file, pictures } = one;
  const viewOf = (picture: string) => picture.slice(file.length + 1, -'.png'.length);
  return (
    <article>
      <h3 lang={language}>{mail.subject}</h3>
      <p>
        {language}: <a href={`${file}.html`}>HTML</a> <a href={`${file}.txt`}>text</a>{' '}
        {pictures.toSorted().map((picture) => (
          <>
            <a href={picture}>{viewOf(picture)}</a>{' '}
          </>
        ))}
      </p>
      <div class="pictures">
        {pictures
          .filter((picture) => viewOf(picture).startsWith('360-'))
          .toSorted()
          .toReversed()
          .map((picture) => (
            <a href={`${file}.html`}>
              <img src={picture} alt={`${mail.subject}, ${viewOf(picture)}`} loading="lazy" width="240" />
            </a>
          ))}
      </div>
    </article>
  );
}

const STYLE = `
:root { color-scheme: light dark }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 76rem; padding: 0 1rem }
nav { columns: 14rem; margin-bottom: 2rem }
nav a { display: block; padding: .1rem 0 }
section { border-top: 1px solid #8886; padding-top: .5rem; margin-top: 1.5rem }
h3 { font-size: 1rem; margin: 0 }
.languages { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr)); gap: 2rem }
.pictures { display: flex; flex-wrap: wrap; gap: .75rem }
.pictures a { display: block; height: 26rem; overflow: hidden; border: 1px solid #8886; border-radius: .5rem }
.pictures img { display: block }
p a { margin-right: .4rem }
`;
