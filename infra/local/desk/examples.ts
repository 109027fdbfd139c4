import type { Filled } from './write-form.ts';

/** Mails to begin with, of customers of the sample shop. */
export const examples: ReadonlyArray<{ id: string; label: string; language: string; mail: Filled }> = [
  {
    id: 'watch',
    label: 'A watch that stopped',
    language: 'en',
    mail: {
      from: 'aisha.bello@mail.example',
      name: 'Aisha Bello',
      subject: 'Smart watch, order SH-10016',
      text: 'Hello,\n\nthe smart watch from order SH-10016 stopped working last week: it does not charge any more. I know I am past the return window, but could I have a refund, please?\n\nThank you\nAisha Bello',
    },
  },
  {
    id: 'chair',
    label: 'A chair that never came',
    language: 'en',
    mail: {
      from: 'daniel.rossi@mail.example',
      name: 'Daniel Rossi',
      subject: 'Where is my chair?',
      text: 'Hi,\n\nI ordered a folding garden chair in October (SH-10019) and it never arrived. I would like my money back.\n\nDaniel',
    },
  },
  {
    id: 'tenis',
    label: 'Um tênis que não serviu',
    language: 'pt-BR',
    mail: {
      from: 'carla.mendes@correio.example',
      name: 'Carla Mendes',
      subject: 'Tênis de corrida, pedido SH-10010',
      text: 'Olá,\n\ncomprei um tênis de corrida em maio (pedido SH-10010) e ele não serviu. Fiquei doente e não consegui escrever antes. Seria possível um reembolso?\n\nObrigada,\nCarla Mendes',
    },
  },
  {
    id: 'caixa',
    label: 'Uma caixa de som com defeito',
    language: 'pt-BR',
    mail: {
      from: 'lucas.almeida@correio.example',
      name: 'Lucas Almeida',
      subject: 'Caixa de som com defeito',
      text: 'Bom dia,\n\na caixa de som do pedido SH-10011 veio com defeito: não liga. Gostaria de receber o meu dinheiro de volta.\n\nLucas',
    },
  },
];

/** The examples name the sample shop's orders; another shop's customers have others. */
export function examplesFor(orderNumber: string) {
  const pattern = new RegExp(orderNumber, 'iu');
  return examples.filter(({ mail }) => pattern.test(`${mail.subject} ${mail.text}`));
}
