import { describe, expect, it } from 'vitest';
import { isCourtesy } from '../../../functions/intake/facts/thanks.ts';

describe('a mail that only thanks or confirms', () => {
  it.each([
    'Thanks!',
    'Thank you so much, have a lovely day. Maria',
    'Ok, thx',
    'Ok.',
    'Yes, that is right.',
    'Muito obrigada pela atenção!',
    'Valeu, abraço',
    'Sim, isso mesmo. Obrigado, João Souza',
  ])('%s', (text) => expect(isCourtesy(text)).toBe(true));
});

describe('a mail that says more', () => {
  it.each([
    'Thanks, but that is not what I meant.',
    'Obrigado, mas ainda quero o reembolso.',
    'Thank you. When will it arrive?',
    'I want my money back',
    'Obrigada. Foi um engano, preciso do reembolso.',
    'Não foi isso que eu quis dizer. Podem continuar com a solicitação. Obrigada!',
    'No, that is not what I meant. Thanks, James',
    'Thank you, go ahead with my request.',
    'Não retirei nada, obrigada.',
    'Thanks for nothing. I never withdrew it.',
    'Refund please',
    'Hi, refund please',
    'Hi, please reopen',
    'Oi, quero reembolso',
    'ok reembolso',
    'cancelar o pedido',
    '',
    `Thank you. ${'The kettle leaks. '.repeat(10)}`,
  ])('%s', (text) => expect(isCourtesy(text)).toBe(false));
});
