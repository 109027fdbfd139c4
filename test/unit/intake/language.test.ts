import { describe, expect, it } from 'vitest';
import type { Language } from '../../../functions/domain/language.ts';
import { detectLanguage } from '../../../functions/intake/facts/language.ts';
import { readWords } from '../../../functions/intake/facts/words.ts';

describe('the language, in a shop whose own is English', () => {
  const cases: ReadonlyArray<readonly [string, Language]> = [
    ['Hola, quiero mi dinero por favor', 'en'],
    ['Bonjour, je veux un remboursement pour ma commande', 'en'],
    ['refund please', 'en'],
    ['quero reembolso', 'pt-BR'],
    ['Cadê meu pedido', 'pt-BR'],
    ['obrigado', 'pt-BR'],
    ['produto veio quebrado', 'pt-BR'],
    ['broken', 'en'],
    ['defeito', 'pt-BR'],
    ['Guten Tag, ich möchte mein Geld zurück', 'en'],
    ['👍', 'en'],
    ['ok', 'en'],
    ['não funciona', 'pt-BR'],
    ['nao funciona', 'pt-BR'],
    ['mandaram outro produto', 'pt-BR'],
    ['item faulty', 'en'],
    ['gracias', 'en'],
    ['it does not work', 'en'],
    ['SH-10001 quebrado', 'pt-BR'],
    ['devolução', 'pt-BR'],
    ['never arrived', 'en'],
    ['estorno pf', 'pt-BR'],
    ['chegou nada ate agora cade', 'pt-BR'],
  ];
  it.each(cases)('of %j is %s', (text, language) => {
    expect(detectLanguage(readWords(text), 'en')).toBe(language);
  });
});

describe('the language, in a shop whose own is Portuguese', () => {
  it.each<[string, Language]>([
    ['SH-10001', 'pt-BR'],
    ['Hola, quiero mi dinero por favor', 'pt-BR'],
    ['Guten Tag, ich möchte mein Geld zurück', 'pt-BR'],
    ['I want my money back', 'en'],
    ['refund please', 'en'],
    ['quero meu dinheiro', 'pt-BR'],
  ])('of %j is %s', (text, language) => {
    expect(detectLanguage(readWords(text), 'pt-BR')).toBe(language);
  });
});
