import type { WrittenCase } from './written-cases.ts';

/** The days on which something turns, and what speaks for and against a request in one mail. */
export const casesAtTheEdges: readonly WrittenCase[] = [
  {
    name: 'a defect reported on the last of the fourteen days',
    shop: { past: 14, category: 'kitchen', earlierRequests: 1 },
    text: {
      en: 'The coffee grinder from order ORDER does not work any more. I would like my money back.',
      'pt-BR': 'O moedor de café do pedido ORDER não funciona mais. Gostaria do meu dinheiro de volta.',
    },
    route: 'approve-as-goodwill',
    factors: ['faulty', 'just-missed'],
  },
  {
    name: 'a change of mind on the fifteenth day',
    shop: { past: 15, category: 'home' },
    text: {
      en: 'I changed my mind about the curtains of order ORDER. Please refund me.',
      'pt-BR': 'Mudei de ideia sobre as cortinas do pedido ORDER. Peço o reembolso.',
    },
    route: 'manager',
    factors: ['changed-mind', 'first-request'],
  },
  {
    name: 'a defect on the ninetieth day',
    shop: { past: 90, category: 'home' },
    text: {
      en: 'The heater (order ORDER) is defective. I ask for a refund.',
      'pt-BR': 'O aquecedor (pedido ORDER) está com defeito. Peço o reembolso.',
    },
    route: 'approve-as-goodwill',
    factors: ['faulty', 'first-request'],
  },
  {
    name: 'a defect on the ninety-first day',
    shop: { past: 91, category: 'home' },
    text: {
      en: 'The fan of order ORDER stopped working yesterday. Could you refund me?',
      'pt-BR': 'O ventilador do pedido ORDER parou de funcionar ontem. Vocês podem me reembolsar?',
    },
    route: 'manager',
    factors: ['faulty', 'long-past', 'first-request'],
  },
  {
    name: 'a defect in a final sale, inside the window',
    shop: { past: -3, category: 'clothing', finalSale: true },
    text: {
      en: 'The coat in order ORDER is faulty: a sleeve has come off. I would like a refund.',
      'pt-BR': 'O casaco do pedido ORDER está com defeito: a manga soltou. Gostaria do reembolso.',
    },
    route: 'approve-as-goodwill',
    factors: ['faulty', 'inside-window', 'final-sale', 'first-request'],
  },
  {
    name: 'a change of mind about a final sale, inside the window',
    shop: { past: -6, category: 'clothing', finalSale: true },
    text: {
      en: 'I changed my mind about the scarf, order ORDER, and would like a refund.',
      'pt-BR': 'Mudei de ideia sobre o cachecol, pedido ORDER, e gostaria do reembolso.',
    },
    route: 'manager',
    factors: ['changed-mind', 'inside-window', 'final-sale', 'first-request'],
  },
  {
    name: 'a change of mind inside the window, with everything else against it',
    shop: { past: -2, category: 'home', elsewhere: true, earlierRequests: 3, earlierExceptions: 3 },
    text: {
      en: 'I no longer need the shelf from order ORDER. I want my money back.',
      'pt-BR': 'Não preciso mais da estante do pedido ORDER. Quero meu dinheiro de volta.',
    },
    route: 'within-policy',
    factors: ['changed-mind', 'inside-window', 'often-approved', 'other-address'],
  },
  {
    name: 'cosmetics that came broken, shown in a photo',
    shop: { past: 3, category: 'beauty', photos: 1 },
    text: {
      en: 'The perfume of order ORDER arrived damaged, the bottle is cracked. Photo attached. Please refund me.',
      'pt-BR':
        'O perfume do pedido ORDER chegou danificado, o frasco está trincado. Foto em anexo. Peço o reembolso.',
    },
    route: 'approve-as-goodwill',
    factors: ['faulty', 'not-returnable', 'evidence', 'first-request'],
  },
  {
    name: 'cosmetics that came broken, of somebody who has asked before',
    shop: { past: 3, category: 'beauty', earlierRequests: 1 },
    text: {
      en: 'The powder in order ORDER was broken when it arrived. I would like a refund.',
      'pt-BR': 'O pó compacto do pedido ORDER chegou quebrado. Gostaria do reembolso.',
    },
    route: 'manager',
    factors: ['faulty', 'not-returnable'],
  },
  {
    name: 'the wrong food in the hamper',
    shop: { past: 1, category: 'food' },
    text: {
      en: 'I received the wrong item in order ORDER: tea and no coffee. I ask for my money back.',
      'pt-BR': 'Recebi o produto errado no pedido ORDER: chá e não café. Peço meu dinheiro de volta.',
    },
    route: 'manager',
    factors: ['faulty', 'not-returnable', 'first-request'],
  },
  {
    name: 'a present that came too late, inside the window',
    shop: { past: -4, category: 'toys' },
    text: {
      en: 'The puzzle (ORDER) arrived too late for Christmas. I would like a refund.',
      'pt-BR': 'O quebra-cabeça (ORDER) chegou atrasado para o Natal. Gostaria do reembolso.',
    },
    route: 'within-policy',
    factors: ['arrived-late', 'inside-window', 'first-request'],
  },
  {
    name: 'a parcel that never came, asked for from another address',
    shop: { past: 20, category: 'sports', elsewhere: true },
    text: {
      en: 'Order ORDER never arrived. I am asking for a refund.',
      'pt-BR': 'O pedido ORDER nunca chegou. Peço o reembolso.',
    },
    route: 'approve-as-goodwill',
    factors: ['never-arrived', 'first-request', 'other-address'],
  },
  {
    name: 'a parcel that never came, of somebody with three exceptions',
    shop: { past: 50, category: 'home', earlierRequests: 3, earlierExceptions: 3 },
    text: {
      en: 'I never received order ORDER. Please give me my money back.',
      'pt-BR': 'Nunca recebi o pedido ORDER. Quero meu dinheiro de volta.',
    },
    route: 'manager',
    factors: ['never-arrived', 'often-approved'],
  },
  {
    name: 'cream bought before an illness',
    shop: { past: 10, category: 'beauty' },
    text: {
      en: 'I am in hospital and cannot use the cream of order ORDER. May I have a refund?',
      'pt-BR': 'Estou no hospital e não posso usar o creme do pedido ORDER. Posso ter o reembolso?',
    },
    route: 'manager',
    factors: ['hardship', 'not-returnable', 'first-request'],
  },
  {
    name: 'a death in the family, months ago, with a paper to show',
    shop: { past: 120, category: 'clothing', photos: 1 },
    text: {
      en: 'My mother died, and the suit of order ORDER was never worn. The certificate is attached. I ask for a refund.',
      'pt-BR':
        'Minha mãe faleceu, e o terno do pedido ORDER nunca foi usado. A certidão está em anexo. Peço o reembolso.',
    },
    route: 'manager',
    factors: ['hardship', 'long-past', 'evidence', 'first-request'],
  },
  {
    name: 'an illness that made it a few days late, of somebody who has asked before',
    shop: { past: 10, category: 'clothing', earlierRequests: 1 },
    text: {
      en: 'I was ill and could not send back the dress from order ORDER in time. I would like a refund.',
      'pt-BR': 'Fiquei doente e não pude devolver o vestido do pedido ORDER a tempo. Gostaria do reembolso.',
    },
    route: 'approve-as-goodwill',
    factors: ['hardship', 'just-missed'],
  },
  {
    name: 'a card charged twice, noticed after many months',
    shop: { past: 200, category: 'home', earlierRequests: 1 },
    text: {
      en: 'You charged me twice for order ORDER, as I see only now. Please refund the second payment.',
      'pt-BR':
        'Vocês me cobraram duas vezes pelo pedido ORDER, só vi agora. Peço o reembolso do segundo pagamento.',
    },
    route: 'manager',
    factors: ['charged-in-error', 'long-past'],
  },
  {
    name: 'a subscription that renewed itself, asked about from another address',
    shop: { past: 15, category: 'digital', elsewhere: true, earlierRequests: 2 },
    text: {
      en: 'My subscription under order ORDER was renewed automatically. I want a refund.',
      'pt-BR': 'Minha assinatura do pedido ORDER foi renovada automaticamente. Quero o reembolso.',
    },
    route: 'manager',
    factors: ['charged-in-error', 'not-returnable', 'other-address'],
  },
  {
    name: 'a card charged twice, with the statement',
    shop: { past: 30, category: 'kitchen', photos: 1 },
    text: {
      en: 'I was charged twice for order ORDER; a picture of my statement is attached. I would like a refund of one.',
      'pt-BR':
        'Fui cobrada duas vezes pelo pedido ORDER; a imagem do extrato está em anexo. Gostaria do reembolso de uma.',
    },
    route: 'approve-as-goodwill',
    factors: ['charged-in-error', 'evidence', 'first-request'],
  },
  {
    name: 'no reason, just too late, of somebody who has asked before',
    shop: { past: 3, category: 'toys', earlierRequests: 2 },
    text: { en: 'Please refund order ORDER.', 'pt-BR': 'Peço o reembolso do pedido ORDER.' },
    route: 'manager',
    factors: ['just-missed'],
  },
  {
    name: 'no reason, after half a year',
    shop: { past: 150, category: 'home' },
    text: {
      en: 'I want a refund for order ORDER, please.',
      'pt-BR': 'Quero o reembolso do pedido ORDER, por favor.',
    },
    route: 'recommend-declining',
    factors: ['long-past', 'first-request'],
  },
  {
    name: 'no reason, inside the window',
    shop: { past: -20, category: 'home' },
    text: {
      en: 'How do I get my money back for order ORDER?',
      'pt-BR': 'Como recebo meu dinheiro de volta pelo pedido ORDER?',
    },
    route: 'within-policy',
    factors: ['inside-window', 'first-request'],
  },
  {
    name: 'a final sale that is not what the shop said, shown in photos',
    shop: { past: 40, category: 'clothing', finalSale: true, photos: 2, earlierRequests: 1 },
    text: {
      en: 'The bag in order ORDER is not as described: it is not leather. Two photos attached. I would like a refund.',
      'pt-BR':
        'A bolsa do pedido ORDER é diferente do anunciado: não é de couro. Duas fotos em anexo. Gostaria do reembolso.',
    },
    route: 'manager',
    factors: ['faulty', 'final-sale', 'evidence'],
  },
  {
    name: 'a change of mind just too late, from another address',
    shop: { past: 9, category: 'home', elsewhere: true },
    text: {
      en: 'I changed my mind about the rug of order ORDER and would like my money back.',
      'pt-BR': 'Mudei de ideia sobre o tapete do pedido ORDER e gostaria do meu dinheiro de volta.',
    },
    route: 'manager',
    factors: ['changed-mind', 'just-missed', 'first-request', 'other-address'],
  },
  {
    name: 'a delivery that came too late, written about months after',
    shop: { past: 100, category: 'toys' },
    text: {
      en: 'The kite of order ORDER arrived too late for our holiday in the summer. Can I have a refund?',
      'pt-BR': 'A pipa do pedido ORDER chegou atrasada para as férias de verão. Posso ter o reembolso?',
    },
    route: 'manager',
    factors: ['arrived-late', 'long-past', 'first-request'],
  },
  {
    name: 'a parcel that never came, of an order nobody can find',
    shop: {},
    text: {
      en: 'My parcel never arrived. I would like a refund.',
      'pt-BR': 'Minha encomenda nunca chegou. Gostaria do reembolso.',
    },
    route: 'ask-customer',
    factors: ['never-arrived', 'first-request'],
  },
  {
    name: 'a change of mind about an order nobody can find, with a photo',
    shop: { photos: 1 },
    text: {
      en: 'I changed my mind about the vase I bought from you, picture attached. Please refund me.',
      'pt-BR': 'Mudei de ideia sobre o vaso que comprei de vocês, imagem em anexo. Peço o reembolso.',
    },
    route: 'ask-customer',
    factors: ['changed-mind', 'evidence', 'first-request'],
  },
  {
    name: 'damage shown in a photo, from another address, of somebody who has asked before',
    shop: { past: 5, category: 'electronics', photos: 1, elsewhere: true, earlierRequests: 1 },
    text: {
      en: 'The camera in order ORDER arrived damaged, see the photo. I ask for a refund.',
      'pt-BR': 'A câmera do pedido ORDER chegou danificada, veja a foto. Peço o reembolso.',
    },
    route: 'approve-as-goodwill',
    factors: ['faulty', 'just-missed', 'evidence', 'other-address'],
  },
  {
    name: 'a download that does not work, of somebody with four exceptions',
    shop: { past: -1, category: 'digital', earlierRequests: 4, earlierExceptions: 4 },
    text: {
      en: 'The audio book of order ORDER is defective and does not play. I want a refund.',
      'pt-BR': 'O audiolivro do pedido ORDER está com defeito e não toca. Quero o reembolso.',
    },
    route: 'manager',
    factors: ['faulty', 'not-returnable', 'often-approved'],
  },
  {
    name: 'the wrong size, inside the window, of somebody with three exceptions who writes from elsewhere',
    shop: { past: -7, category: 'clothing', elsewhere: true, earlierRequests: 3, earlierExceptions: 3 },
    text: {
      en: 'You sent me the wrong size in order ORDER. I would like my money back.',
      'pt-BR': 'Vocês enviaram o tamanho errado no pedido ORDER. Gostaria do meu dinheiro de volta.',
    },
    route: 'manager',
    factors: ['faulty', 'inside-window', 'often-approved', 'other-address'],
  },
];
