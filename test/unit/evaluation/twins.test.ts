import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../functions/domain/facts.ts';
import { languages } from '../../../functions/domain/language.ts';
import { twinsOf } from '../../support/twins.ts';
import { type FactsOf, LETTER, weighLetter } from '../../support/weigh-mail.ts';
import { writtenCases } from '../../support/written-cases.ts';

type Weighed = Awaited<ReturnType<typeof weighLetter>>;

/** Weighs every case and all its twins; what differs, and how many twins there were. */
async function compareTwins(cases = writtenCases, facts: FactsOf = factsOf) {
  let twins = 0;
  const differences: { name: string; differs: string; is: unknown; was: unknown }[] = [];
  for (const written of cases) {
    let was: Weighed | undefined;
    for (const language of languages) {
      const letter = { ...LETTER, text: written.text[language] };
      for (const { differs, letter: other } of [
        { differs: 'language', letter },
        ...twinsOf(written, language),
      ]) {
        const is = await weighLetter(written.shop, other, { facts });
        was ??= is;
        twins++;
        if (JSON.stringify(is) !== JSON.stringify(was)) {
          const short = ({ route, score, factors, allFacts }: Weighed) => ({
            route,
            score,
            factors: factors.map(({ id }) => id),
            ...allFacts.request,
            ...allFacts.order,
          });
          differences.push({
            name: `${written.name} (${language})`,
            differs,
            is: short(is),
            was: short(was),
          });
        }
      }
    }
  }
  return { twins, differences };
}

describe('like cases are treated alike', () => {
  it('whatever the name, language, tone, length, persistence, capital letters, politeness or threats', async () => {
    const { twins, differences } = await compareTwins();
    expect(differences).toEqual([]);
    expect(twins).toBeGreaterThan(1_000);
  }, 60_000);

  const leaks: [name: string, leaky: FactsOf][] = [
    [
      'the language',
      (request, ...rest) => {
        const facts = factsOf(request, ...rest);
        return { ...facts, request: { ...facts.request, evidence: request.language === 'en' ? 1 : 0 } };
      },
    ],
    [
      'the tone',
      (request, ...rest) => {
        const facts = factsOf(request, ...rest);
        const earlierRequests =
          request.text === request.text.toUpperCase() ? 3 : facts.customer.earlierRequests;
        return { ...facts, customer: { ...facts.customer, earlierRequests } };
      },
    ],
  ];
  it.each(leaks)(
    'a leak of %s into a fact is noticed',
    async (_, leaky) => {
      expect((await compareTwins(writtenCases.slice(0, 2), leaky)).differences.length).toBeGreaterThan(0);
    },
    60_000,
  );
});
