/** What the customer of the six stories writes. */
export const words = {
  en: {
    asks: 'Hello, my kettle from order SH-10001 stopped working after six weeks. I would like a refund please.',
    answers: 'The lid closes, but the switch does nothing.',
    appeals: 'My neighbour got hers back.',
    withdraws: 'Never mind, I will keep it.',
  },
  'pt-BR': {
    asks: 'Olá, minha chaleira do pedido SH-10001 parou de funcionar depois de seis semanas. Quero meu dinheiro de volta, por favor.',
    answers: 'A tampa fecha, mas o botão não faz nada.',
    appeals: 'Minha vizinha recebeu o dela de volta.',
    withdraws: 'Deixa pra lá, vou ficar com ela.',
  },
} as const;
export type StoryLanguage = keyof typeof words;
