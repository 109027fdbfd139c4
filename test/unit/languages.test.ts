import { describe, expect, test } from 'vitest';
import { languages } from '../../functions/domain/language.ts';
import { type Catalogue, catalogue } from '../../functions/mail/catalogue/index.ts';
import { type PageCatalogue, pageCatalogue } from '../../functions/web/catalogue/index.ts';
import { plural } from '../../functions/wording/format.ts';
import { type Terms, terms } from '../../functions/wording/terms.ts';

/**
 * A language that lacks a text does not compile: `npm run check` fails where one of these lines would. Each leaves out one text,
 * on the first level or further in.
 */
const { greeting: _, ...mailsWithoutGreeting } = catalogue.en;
const { subject: __, ...paidWithoutSubject } = catalogue.en.refundPaid;
const { skip: ___, ...pagesWithoutSkip } = pageCatalogue.en;
const { never: ____, ...evaluationWithoutNever } = terms.en.evaluation;
// @ts-expect-error a mail says nothing for a greeting
mailsWithoutGreeting satisfies Catalogue;
// @ts-expect-error a kind of mail has no subject
({ ...catalogue.en, refundPaid: paidWithoutSubject }) satisfies Catalogue;
// @ts-expect-error a text takes what it is not given
({ ...catalogue.en, greeting: (name: number) => `${name}` }) satisfies Catalogue;
// @ts-expect-error a page lacks a text
pagesWithoutSkip satisfies PageCatalogue;
// @ts-expect-error a word that mails and pages share is missing
({ ...terms.en, evaluation: evaluationWithoutNever }) satisfies Terms;

/** Every text of a catalogue with where it stands; one that is made of something is made of one. */
function textsOf(value: unknown, at: string): Array<[string, string]> {
  if (typeof value === 'string') return [[at, value]];
  if (typeof value === 'function') return textsOf(value('1', '1', '1', '1'), `${at}()`);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => textsOf(one, `${at}.${key}`));
}
const allTexts = (language: (typeof languages)[number]) => [
  ...textsOf(catalogue[language], 'mails'),
  ...textsOf(pageCatalogue[language], 'pages'),
  ...textsOf(terms[language], 'words'),
];

describe.each(languages)('every text in %s', (language) => {
  test('is there, whole, and raises its voice nowhere', () => {
    const texts = allTexts(language);
    expect(texts.length).toBeGreaterThan(600);
    const wrong = texts.filter(([, text]) => text.trim() === '' || /!|undefined|\bNaN\b|\[object/.test(text));
    expect(wrong).toEqual([]);
  });

  test('stands where English has one', () => {
    expect(
      allTexts(language)
        .map(([at]) => at)
        .toSorted(),
    ).toEqual(
      allTexts('en')
        .map(([at]) => at)
        .toSorted(),
    );
  });
});

test('a number takes the form its language gives it, as Intl knows it', () => {
  const photos = { one: 'foto', other: 'fotos' };
  expect([0, 1, 2].map((count) => plural('pt-BR', count, photos))).toEqual(['foto', 'foto', 'fotos']);
  expect([0, 1, 2].map((count) => plural('en', count, photos))).toEqual(['fotos', 'foto', 'fotos']);
});
