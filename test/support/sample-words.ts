import type { Language } from '../../functions/domain/language.ts';

/** What people of the sample shop write, in their own words. */
interface Words {
  note: string;
  /** Why it is a part of the money. */
  partly: string;
  reason: string;
  question: string;
  handedOver: string;
  failed: string;
  objects: string;
  learned: string;
  looking: string;
  stranger: string;
  missing: string;
}

const words: Record<Language, Words> = {
  en: {
    note: 'Sorry for the trouble, and thank you for the clear photos.',
    partly: 'A new base costs about this much, and with it your kettle works again.',
    reason: 'The kettle was used for a year.\n\nWe can only take back what can be sold again.',
    question: `Does the base light up when the kettle is empty?

A photo of it would help us, and what the label below it says.`,
    handedOver: 'You know this product better than I do.\n\nShe has bought from us for years.',
    failed: 'The bank says that the card was closed in August.',
    objects: 'Nobody looked at my photos. Please look at them again.',
    learned: 'The order number is SH-10001.',
    looking: 'Thank you, I am looking for it.',
    stranger: 'Send it to my account.',
    missing: 'The money has not come yet.',
  },
  'pt-BR': {
    note: 'Desculpe o transtorno, e obrigada pelas fotos tão nítidas.',
    partly: 'Uma alça nova custa mais ou menos isso, e com ela a cafeteira volta a funcionar.',
    reason:
      'A cafeteira foi usada durante um ano.\n\nSó conseguimos aceitar de volta o que pode ser vendido de novo.',
    question: `A alça quebrou na base ou no meio?

Uma foto ajudaria, e também o que está escrito na etiqueta da caixa.`,
    handedOver: 'Você conhece este produto melhor do que eu.\n\nEla é nossa cliente há anos.',
    failed: 'O banco informa que o cartão foi cancelado em agosto.',
    objects: 'Ninguém viu as minhas fotos. Analisem de novo, por favor.',
    learned: 'O número do pedido é SH-10014.',
    looking: 'Obrigada, estou procurando.',
    stranger: 'Mandem para a minha conta.',
    missing: 'O dinheiro ainda não chegou.',
  },
};

export const wordsFor = (language: Language): Words => words[language];
