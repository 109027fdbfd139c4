import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../functions/domain/facts.ts';
import { languages } from '../../../functions/domain/language.ts';
import { twinsOf } from '../../support/twins.ts';
import { type FactsOf, LETTER, weighLetter } from '../../support/weigh-mail.ts';
import { writtenCases } from '../../support/written-cases.ts';

type Weighed = Awaited<ReturnType<typeof weighLetter>>;

/** Weighs cases and all their twins, one after the other: what each differs in, and whether it was weighed as the first was. */
async function* weighTwins(cases = writtenCases, facts: FactsOf = factsOf) {
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
        const name = `${written.name} (${language})`;
        yield { name, differs, is, was, same: JSON.stringify(is) === JSON.stringify(was) };
      }
    }
  }
}

const short = ({ route, score, factors, allFacts }: Weighed) => ({
  ...{ route, score, factors: factors.map(({ id }) => id) },
  ...allFacts.request,
  ...allFacts.order,
});

describe('like cases are treated alike', () => {
  it('whatever the name, language, tone, length, persistence, capital letters, politeness or threats', async () => {
    let twins = 0;
    for await (const { name, differs, is, was, same } of weighTwins()) {
      twins++;
      if (!same) expect({ name, differs, ...short(is) }).toEqual({ name, differs, ...short(was) });
      expect(same, `${name}: ${differs}`).toBe(true);
    }
    expect(twins).toBeGreaterThan(1_000);
  }, 120_000);

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
        const shouted = request.text === request.text.toUpperCase();
        const earlierRequests = facts.customer.earlierRequests + (shouted ? 1 : 0);
        return { ...facts, customer: { ...facts.customer, earlierRequests } };
      },
    ],
    [
      'the name',
      (request, ...rest) => {
        const facts = factsOf(request, ...rest);
        const { name } = request.customer;
        const orders = name.source === 'unknown' ? 0 : name.value.length;
        return { ...facts, customer: { ...facts.customer, orders } };
      },
    ],
    [
      'the length',
      (request, ...rest) => {
        const facts = factsOf(request, ...rest);
        return { ...facts, precedents: { ...facts.precedents, count: request.text.length > 500 ? 1 : 0 } };
      },
    ],
  ];
  it.each(leaks)(
    'a leak of %s into a fact is noticed in whatever case',
    async (_, leaky) => {
      for (const written of writtenCases.filter((_, index) => index % 5 === 0)) {
        let noticed = false;
        for await (const { same } of weighTwins([written], leaky)) {
          noticed = !same;
          if (noticed) break;
        }
        expect(noticed, written.name).toBe(true);
      }
    },
    120_000,
  );
});
