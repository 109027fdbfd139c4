import { describe, expect, it } from 'vitest';
import { languages } from '../../../functions/domain/language.ts';
import { LETTER, weighLetter } from '../../support/weigh-mail.ts';
import { writtenCases } from '../../support/written-cases.ts';

describe.each(writtenCases)('$name', ({ shop, text, route, factors }) => {
  it.each(languages)('%s', async (language) => {
    const evaluation = await weighLetter(shop, { ...LETTER, text: text[language] });
    expect({ route: evaluation.route, factors: evaluation.factors.map(({ id }) => id) }).toEqual({
      route,
      factors,
    });
    expect(evaluation.score).toBe(evaluation.factors.reduce((sum, { weight }) => sum + weight, 0));
  });
});
