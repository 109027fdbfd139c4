import { describe, expect, it } from 'vitest';
import { languages } from '../../../functions/domain/language.ts';
import { LETTER, weighLetter } from '../../support/weigh-mail.ts';

/** What a first mail without a reason says, in each tone, and a second that gives one. */
const mails = {
  en: {
    calm: 'Hello, I would like my money back for order ORDER.',
    polite: 'Dear team, thank you for reading this. I would like my money back for order ORDER, please.',
    angry: 'This is unacceptable, you are the worst shop ever. I want my money back for order ORDER.',
    reason: 'The kettle arrived broken.',
    furious: 'The kettle arrived broken. What a disgrace, you thieves.',
  },
  'pt-BR': {
    calm: 'Olá, gostaria do reembolso do pedido ORDER.',
    polite: 'Prezados, muito obrigado pela atenção. Gostaria do reembolso do pedido ORDER, por favor.',
    angry: 'Isso é um absurdo, vocês são a pior loja que existe. Quero o reembolso do pedido ORDER.',
    reason: 'A chaleira chegou quebrada.',
    furious: 'A chaleira chegou quebrada. Que vergonha, seus ladrões.',
  },
} as const;

describe('a first mail that gives no reason', () => {
  it.each(languages)('has its sender asked for one, and heard, in every tone (%s)', async (language) => {
    const { reason, furious, ...tones } = mails[language];
    const weighed = await Promise.all(
      Object.values(tones).flatMap((text) =>
        [[], [reason], [furious]].map((later) =>
          weighLetter({ past: 15 }, { ...LETTER, text, later: [...later] }),
        ),
      ),
    );
    const [silent, heard] = weighed;
    expect(silent?.asksWhy).toBe(true);
    expect(heard?.allFacts.request.reason).toBe('damaged-in-transit');
    for (const [index, one] of weighed.entries()) {
      expect(one, `tone and mails ${index}`).toEqual(index % 3 === 0 ? silent : heard);
    }
  });
});
