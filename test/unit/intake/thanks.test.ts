import { describe, expect, it } from 'vitest';
import { isThanks } from '../../../functions/intake/facts/thanks.ts';

describe('a mail that only says thank you', () => {
  it.each([
    'Thanks!',
    'Thank you so much, have a lovely day. Maria',
    'Ok, thx',
    'Muito obrigada pela atenção!',
    'Valeu, abraço',
  ])('%s', (text) => expect(isThanks(text)).toBe(true));
});

describe('a mail that says more', () => {
  it.each([
    'Thanks, but that is not what I meant.',
    'Obrigado, mas ainda quero o reembolso.',
    'Thank you. When will it arrive?',
    'I want my money back',
    'Obrigada. Foi um engano, preciso do reembolso.',
    '',
    `Thank you. ${'The kettle leaks. '.repeat(10)}`,
  ])('%s', (text) => expect(isThanks(text)).toBe(false));
});
