import type { Language } from '../../functions/domain/language.ts';
import type { Route } from '../../functions/domain/policy.ts';
import { casesAtTheEdges } from './cases-at-the-edges.ts';

/** What the shop knows, and what came with the mail. Without `past` there is no such order. */
export interface Circumstances {
  /** Days past the return window: negative inside it. */
  past?: number;
  category?: string;
  /** Of an order of several things one category each, in place of `category`. */
  categories?: string[];
  finalSale?: boolean;
  /** Photos that came with the mail. */
  photos?: number;
  /** Whether the mail comes from another address than the one on the order. */
  elsewhere?: boolean;
  earlierRequests?: number;
  earlierExceptions?: number;
}

/** A request as people write it, in both languages, and what the default policy has to make of it. */
export interface WrittenCase {
  name: string;
  shop: Circumstances;
  text: Record<Language, string>;
  route: Route;
  factors: string[];
}

/** `ORDER` in a text stands for the order's number. */
export const writtenCases: readonly WrittenCase[] = [
  {
    name: 'a kettle that broke two weeks too late',
    shop: { past: 15, category: 'kitchen' },
    text: {
      en: 'My kettle from order ORDER stopped working. I would like a refund.',
      'pt-BR': 'Minha chaleira do pedido ORDER parou de funcionar. Gostaria do reembolso.',
    },
    route: 'approve-as-goodwill',
    factors: ['faulty', 'first-request'],
  },
  {
    name: 'the same, of somebody who has asked before',
    shop: { past: 15, category: 'kitchen', earlierRequests: 1 },
    text: {
      en: 'The kettle (order ORDER) is defective, it does not turn on any more. Please give me my money back.',
      'pt-BR': 'A chaleira (pedido ORDER) está com defeito, não liga mais. Quero meu dinheiro de volta.',
    },
    route: 'approve-as-goodwill',
    factors: ['faulty'],
  },
  {
    name: 'a defect after half a year',
    shop: { past: 150, category: 'kitchen' },
    text: {
      en: 'The blender I bought under ORDER stopped working last week. Can I get a refund?',
      'pt-BR':
        'O liquidificador do pedido ORDER parou de funcionar na semana passada. Posso receber o reembolso?',
    },
    route: 'manager',
    factors: ['faulty', 'long-past', 'first-request'],
  },
  {
    name: 'a defect after half a year, shown in a photo, of somebody new',
    shop: { past: 150, category: 'kitchen', photos: 2 },
    text: {
      en: 'The mixer of order ORDER is faulty, see the photos. I am asking for a refund.',
      'pt-BR': 'A batedeira do pedido ORDER está com defeito, veja as fotos. Peço o reembolso.',
    },
    route: 'manager',
    factors: ['faulty', 'long-past', 'evidence', 'first-request'],
  },
  {
    name: 'a defect in a final sale',
    shop: { past: 20, category: 'clothing', finalSale: true },
    text: {
      en: 'The zip of the jacket in order ORDER is broken, it never worked. I want a refund.',
      'pt-BR': 'O zíper da jaqueta do pedido ORDER veio com defeito, nunca funcionou. Quero o reembolso.',
    },
    route: 'manager',
    factors: ['faulty', 'final-sale', 'first-request'],
  },
  {
    name: 'a defect in a final sale, shown in a photo',
    shop: { past: 5, category: 'clothing', finalSale: true, photos: 1 },
    text: {
      en: 'Order ORDER: the shirt is defective, the seam has come apart. I would like my money back, photo attached.',
      'pt-BR':
        'Pedido ORDER: a camisa está com defeito, a costura abriu. Gostaria do meu dinheiro de volta, foto em anexo.',
    },
    route: 'approve-as-goodwill',
    factors: ['faulty', 'just-missed', 'final-sale', 'evidence', 'first-request'],
  },
  {
    name: 'a lamp that came broken, noticed late',
    shop: { past: 3, category: 'home', photos: 1 },
    text: {
      en: 'The lamp (ORDER) arrived damaged, as the picture shows. I only opened the box now. Please refund me.',
      'pt-BR':
        'A luminária (ORDER) chegou quebrada, como mostra a foto. Só abri a caixa agora. Peço o reembolso.',
    },
    route: 'approve-as-goodwill',
    factors: ['faulty', 'just-missed', 'evidence', 'first-request'],
  },
  {
    name: 'the wrong thing in the box',
    shop: { past: 8, category: 'toys' },
    text: {
      en: 'You sent me the wrong item in order ORDER: a puzzle and not the board game. I want my money back.',
      'pt-BR':
        'Vocês enviaram o produto errado no pedido ORDER: um quebra-cabeça e não o jogo. Quero o dinheiro de volta.',
    },
    route: 'approve-as-goodwill',
    factors: ['faulty', 'just-missed', 'first-request'],
  },
  {
    name: 'the wrong size, months ago, of somebody who has asked before',
    shop: { past: 120, category: 'clothing', earlierRequests: 2 },
    text: {
      en: 'I received the wrong size with order ORDER and only noticed today. May I have a refund?',
      'pt-BR': 'Recebi o tamanho errado no pedido ORDER e só percebi hoje. Posso ter o reembolso?',
    },
    route: 'manager',
    factors: ['faulty', 'long-past'],
  },
  {
    name: 'not what the shop said it was',
    shop: { past: 40, category: 'home' },
    text: {
      en: 'The bath towels of order ORDER are not as described: they are not cotton at all. I ask for a refund.',
      'pt-BR':
        'As toalhas do pedido ORDER são diferentes do anunciado: não são de algodão. Peço o reembolso.',
    },
    route: 'approve-as-goodwill',
    factors: ['faulty', 'first-request'],
  },
  {
    name: 'a parcel that never came',
    shop: { past: 10, category: 'sports' },
    text: {
      en: 'My order ORDER never arrived. Please refund it.',
      'pt-BR': 'Meu pedido ORDER nunca chegou. Por favor, façam o reembolso.',
    },
    route: 'approve-as-goodwill',
    factors: ['never-arrived', 'just-missed', 'first-request'],
  },
  {
    name: 'a parcel that never came, half a year ago',
    shop: { past: 160, category: 'sports' },
    text: {
      en: 'Order ORDER was never delivered and I forgot about it until now. I would like a refund.',
      'pt-BR': 'O pedido ORDER nunca foi entregue e só me lembrei agora. Gostaria do reembolso.',
    },
    route: 'manager',
    factors: ['never-arrived', 'long-past', 'first-request'],
  },
  {
    name: 'food that never came',
    shop: { past: 4, category: 'food' },
    text: {
      en: 'The fruit basket of order ORDER has not arrived. I want my money back.',
      'pt-BR': 'A cesta de frutas do pedido ORDER não chegou. Quero meu dinheiro de volta.',
    },
    route: 'approve-as-goodwill',
    factors: ['never-arrived', 'not-returnable', 'first-request'],
  },
  {
    name: 'a present that came too late',
    shop: { past: 6, category: 'toys' },
    text: {
      en: 'The board game (ORDER) arrived too late for the birthday. I would like to have a refund.',
      'pt-BR': 'O jogo de tabuleiro (ORDER) chegou atrasado para o aniversário. Gostaria de ter o reembolso.',
    },
    route: 'approve-as-goodwill',
    factors: ['arrived-late', 'just-missed', 'first-request'],
  },
  {
    name: 'a present that came too late, of somebody who has asked before',
    shop: { past: 30, category: 'toys', earlierRequests: 1 },
    text: {
      en: 'Order ORDER arrived three weeks late. Can you refund me?',
      'pt-BR': 'O pedido ORDER chegou com três semanas de atraso. Vocês podem me reembolsar?',
    },
    route: 'manager',
    factors: ['arrived-late'],
  },
  {
    name: 'a breakfast hamper that came too late',
    shop: { past: 2, category: 'food' },
    text: {
      en: 'The hamper of order ORDER came too late for the party. I am asking for a refund.',
      'pt-BR': 'A cesta de café da manhã do pedido ORDER chegou tarde demais para a festa. Peço o reembolso.',
    },
    route: 'manager',
    factors: ['arrived-late', 'not-returnable', 'first-request'],
  },
  {
    name: 'a change of mind, just too late',
    shop: { past: 5, category: 'electronics' },
    text: {
      en: 'I changed my mind about the headphones (order ORDER) and would like a refund.',
      'pt-BR': 'Mudei de ideia sobre os fones (pedido ORDER) e gostaria do reembolso.',
    },
    route: 'manager',
    factors: ['changed-mind', 'just-missed', 'first-request'],
  },
  {
    name: 'a change of mind after months',
    shop: { past: 130, category: 'electronics' },
    text: {
      en: 'I no longer need the speaker from order ORDER. Please refund me.',
      'pt-BR': 'Não preciso mais da caixa de som do pedido ORDER. Peço o reembolso.',
    },
    route: 'recommend-declining',
    factors: ['changed-mind', 'long-past', 'first-request'],
  },
  {
    name: 'a change of mind about a final sale',
    shop: { past: 12, category: 'clothing', finalSale: true, earlierRequests: 1 },
    text: {
      en: 'I do not like the boots (order ORDER), I changed my mind. I want my money back.',
      'pt-BR': 'Não gostei das botas (pedido ORDER), mudei de ideia. Quero o dinheiro de volta.',
    },
    route: 'recommend-declining',
    factors: ['changed-mind', 'just-missed', 'final-sale'],
  },
  {
    name: 'a change of mind about something nobody takes back',
    shop: { past: -5, category: 'beauty' },
    text: {
      en: 'I changed my mind about the face cream of order ORDER. I would like a refund.',
      'pt-BR': 'Mudei de ideia sobre o creme facial do pedido ORDER. Gostaria do reembolso.',
    },
    route: 'recommend-declining',
    factors: ['changed-mind', 'not-returnable', 'first-request'],
  },
  {
    name: 'an e-book bought by mistake',
    shop: { past: -10, category: 'digital' },
    text: {
      en: 'I bought the e-book (order ORDER) by mistake and do not want it. Please refund me.',
      'pt-BR': 'Comprei o e-book (pedido ORDER) por engano e não quero. Peço o reembolso.',
    },
    route: 'recommend-declining',
    factors: ['changed-mind', 'not-returnable', 'first-request'],
  },
  {
    name: 'an e-book that cannot be opened',
    shop: { past: -10, category: 'digital' },
    text: {
      en: 'The e-book of order ORDER is defective: it does not open. I would like a refund.',
      'pt-BR': 'O e-book do pedido ORDER está com defeito: não abre. Gostaria do reembolso.',
    },
    route: 'manager',
    factors: ['faulty', 'not-returnable', 'first-request'],
  },
  {
    name: 'a change of mind inside the window',
    shop: { past: -12, category: 'home' },
    text: {
      en: 'I changed my mind about the chair, order ORDER. How do I get a refund?',
      'pt-BR': 'Mudei de ideia sobre a cadeira, pedido ORDER. Como recebo o reembolso?',
    },
    route: 'within-policy',
    factors: ['changed-mind', 'inside-window', 'first-request'],
  },
  {
    name: 'a change of mind on the last day of the window',
    shop: { past: 0, category: 'electronics' },
    text: {
      en: 'I changed my mind about the smart watch of order ORDER. I want a refund.',
      'pt-BR': 'Mudei de ideia sobre o relógio inteligente do pedido ORDER. Quero o reembolso.',
    },
    route: 'within-policy',
    factors: ['changed-mind', 'inside-window', 'first-request'],
  },
  {
    name: 'a defect inside the window, which is the shop’s own fault and no ordinary return',
    shop: { past: 0, category: 'electronics' },
    text: {
      en: 'The smart watch of order ORDER is defective. I want a refund.',
      'pt-BR': 'O relógio inteligente do pedido ORDER está com defeito. Quero o reembolso.',
    },
    route: 'approve-as-goodwill',
    factors: ['faulty', 'inside-window', 'first-request'],
  },
  {
    name: 'a parcel that never came, inside the window: there is nothing to send back',
    shop: { past: -12, category: 'sports' },
    text: {
      en: 'My order ORDER never arrived. I would like a refund.',
      'pt-BR': 'Meu pedido ORDER nunca chegou. Gostaria do reembolso.',
    },
    route: 'approve-as-goodwill',
    factors: ['never-arrived', 'inside-window', 'first-request'],
  },
  {
    name: 'a card charged twice, inside the window',
    shop: { past: -12, category: 'kitchen' },
    text: {
      en: 'I was charged twice for order ORDER. Please refund one of the payments.',
      'pt-BR': 'Fui cobrado duas vezes pelo pedido ORDER. Peço o reembolso de um dos pagamentos.',
    },
    route: 'approve-as-goodwill',
    factors: ['charged-in-error', 'inside-window', 'first-request'],
  },
  {
    name: 'a subscription that renewed itself, inside the window',
    shop: { past: -12, category: 'home' },
    text: {
      en: 'My subscription (order ORDER) was renewed automatically without my consent. I want a refund.',
      'pt-BR':
        'Minha assinatura (pedido ORDER) foi renovada automaticamente sem eu autorizar. Quero o reembolso.',
    },
    route: 'approve-as-goodwill',
    factors: ['charged-in-error', 'inside-window', 'first-request'],
  },
  {
    name: 'an order of two categories, of which one is not taken back',
    shop: { past: -12, categories: ['home', 'food'] },
    text: {
      en: 'I changed my mind about order ORDER. I would like a refund.',
      'pt-BR': 'Mudei de ideia sobre o pedido ORDER. Gostaria do reembolso.',
    },
    route: 'recommend-declining',
    factors: ['changed-mind', 'not-returnable', 'first-request'],
  },
  {
    name: 'an order of two categories, of which one has the shorter window',
    shop: { past: 1, categories: ['home', 'electronics'] },
    text: {
      en: 'I changed my mind about order ORDER. I would like a refund.',
      'pt-BR': 'Mudei de ideia sobre o pedido ORDER. Gostaria do reembolso.',
    },
    route: 'manager',
    factors: ['changed-mind', 'just-missed', 'first-request'],
  },
  {
    name: 'a change of mind the day after the window',
    shop: { past: 1, category: 'home' },
    text: {
      en: 'I changed my mind about the lamp from order ORDER. A refund, please.',
      'pt-BR': 'Mudei de ideia sobre a luminária do pedido ORDER. Um reembolso, por favor.',
    },
    route: 'manager',
    factors: ['changed-mind', 'just-missed', 'first-request'],
  },
  {
    name: 'an order nobody can find',
    shop: {},
    text: {
      en: 'The backpack I bought from you is defective. I would like a refund.',
      'pt-BR': 'A mochila que comprei de vocês está com defeito. Gostaria do reembolso.',
    },
    route: 'ask-customer',
    factors: ['faulty', 'first-request'],
  },
  {
    name: 'an order nobody can find, and no reason',
    shop: {},
    text: {
      en: 'I want a refund for my last order.',
      'pt-BR': 'Quero o reembolso do meu último pedido.',
    },
    route: 'ask-customer',
    factors: ['first-request'],
  },
  {
    name: 'no reason at all',
    shop: { past: 25, category: 'home' },
    text: {
      en: 'I would like a refund for order ORDER.',
      'pt-BR': 'Gostaria do reembolso do pedido ORDER.',
    },
    route: 'manager',
    factors: ['first-request'],
  },
  {
    name: 'somebody in mourning, long past the window',
    shop: { past: 300, category: 'clothing' },
    text: {
      en: 'My husband died and I could not write earlier about the coat, order ORDER. Could I have a refund?',
      'pt-BR':
        'Meu marido faleceu e não pude escrever antes sobre o casaco, pedido ORDER. Posso ter o reembolso?',
    },
    route: 'manager',
    factors: ['hardship', 'long-past', 'first-request'],
  },
  {
    name: 'somebody who was in hospital',
    shop: { past: 20, category: 'sports' },
    text: {
      en: 'I was in hospital and could not send the running shoes back in time (order ORDER). I ask for a refund.',
      'pt-BR': 'Estive internada e não pude devolver os tênis a tempo (pedido ORDER). Peço o reembolso.',
    },
    route: 'approve-as-goodwill',
    factors: ['hardship', 'first-request'],
  },
  {
    name: 'somebody who was in hospital and has had three exceptions',
    shop: { past: 20, category: 'sports', earlierRequests: 4, earlierExceptions: 3 },
    text: {
      en: 'I was ill, in hospital, so I am late with the yoga mat of order ORDER. Please refund me.',
      'pt-BR':
        'Fiquei doente, no hospital, por isso me atrasei com o tapete do pedido ORDER. Peço o reembolso.',
    },
    route: 'manager',
    factors: ['hardship', 'often-approved'],
  },
  {
    name: 'a card charged twice',
    shop: { past: 60, category: 'kitchen' },
    text: {
      en: 'I was charged twice for order ORDER. Please refund one of the payments.',
      'pt-BR': 'Fui cobrado duas vezes pelo pedido ORDER. Peço o reembolso de um dos pagamentos.',
    },
    route: 'approve-as-goodwill',
    factors: ['charged-in-error', 'first-request'],
  },
  {
    name: 'a subscription that renewed itself',
    shop: { past: 10, category: 'digital' },
    text: {
      en: 'My subscription (order ORDER) was renewed automatically without my consent. I want a refund.',
      'pt-BR':
        'Minha assinatura (pedido ORDER) foi renovada automaticamente sem eu autorizar. Quero o reembolso.',
    },
    route: 'manager',
    factors: ['charged-in-error', 'not-returnable', 'first-request'],
  },
  {
    name: 'somebody who writes from another address',
    shop: { past: 10, category: 'kitchen', elsewhere: true },
    text: {
      en: 'The toaster of order ORDER is defective. I would like a refund.',
      'pt-BR': 'A torradeira do pedido ORDER está com defeito. Gostaria do reembolso.',
    },
    route: 'approve-as-goodwill',
    factors: ['faulty', 'just-missed', 'first-request', 'other-address'],
  },
  {
    name: 'somebody who writes from another address about a change of mind',
    shop: { past: 45, category: 'kitchen', elsewhere: true, earlierRequests: 3, earlierExceptions: 3 },
    text: {
      en: 'I changed my mind about the cups, order ORDER. I would like a refund.',
      'pt-BR': 'Mudei de ideia sobre as xícaras, pedido ORDER. Gostaria do reembolso.',
    },
    route: 'recommend-declining',
    factors: ['changed-mind', 'often-approved', 'other-address'],
  },
  {
    name: 'somebody with three exceptions whose purchase is faulty',
    shop: { past: 7, category: 'electronics', photos: 3, earlierRequests: 5, earlierExceptions: 3 },
    text: {
      en: 'The speaker in order ORDER is faulty, I have attached a video still. Please give me a refund.',
      'pt-BR': 'A caixa de som do pedido ORDER está com defeito, anexei imagens. Peço o reembolso.',
    },
    route: 'approve-as-goodwill',
    factors: ['faulty', 'just-missed', 'evidence', 'often-approved'],
  },
  ...casesAtTheEdges,
];
