import { describe, expect, it } from 'vitest';
import { known, type Reason, type Wish } from '../../../functions/domain/request.ts';
import { findReason } from '../../../functions/intake/facts/reason.ts';
import { findWish } from '../../../functions/intake/facts/wish.ts';
import { isWithdrawal } from '../../../functions/intake/facts/withdrawal.ts';
import { readWords } from '../../../functions/intake/facts/words.ts';

/** What people write, by the reason they mean. An empty name: no reason is given. */
const reasons: ReadonlyArray<readonly [Reason | undefined, readonly string[]]> = [
  [
    'changed-mind',
    [
      'It is not broken, I just do not like it',
      "there is nothing wrong with it, it simply doesn't suit me",
      'não está quebrado, só não gostei',
      'comprei errado',
      'quero cancelar',
      'I changed my mind about the jacket',
      "it's too small for me",
      'ficou apertado',
      'não serviu no meu filho',
      'me arrependi da compra',
      'I found it cheaper elsewhere',
      'I accidentally ordered two',
      'I ordered the wrong size by mistake',
      'já tenho um igual',
      'desisti da compra',
      'I work in a hospital and the shoes hurt, too tight',
      "It hasn't stopped working, it's just too loud",
      'produto em perfeito estado, nunca usei, só não gostei da cor',
      "Not broken or damaged in any way. It just doesn't fit.",
      'Gostaria de exercer meu direito de arrependimento',
      "I don't want it anymore",
      'nao quero mais',
      'não preciso mais do produto',
    ],
  ],
  [
    'defective',
    [
      'nao funciona',
      'doesnt work',
      'veio zuado',
      'tá com defeito',
      'It broke after two weeks of normal use',
      'The screen is dead',
      "Headphones won't charge anymore",
      'the zipper came off the first day',
      'the battery died after a day',
      'my kettle just died',
      'a bateria morreu',
      "I haven't received my refund yet for the broken kettle",
      'Sorry for the late reply. The kettle leaks.',
      'o liquidificador queimou no segundo uso',
      'parou de funcionar do nada',
      'não liga mais',
      'The product I received is defective and arrived late',
      'the shirt shrank in the wash',
      'The fruit was rotten',
      'A cesta veio com frutas estragadas',
      'doesn´t work',
      "does n't work",
      'it does’nt turn on',
      'the sole came unglued after a week',
      'Product is faulty',
    ],
  ],
  [
    'never-arrived',
    [
      'I never recieved my parcel',
      'não chegou ainda cadê',
      'Where is my order?',
      'still waiting for my parcel',
      'tracking says delivered but nothing here',
      'my package was lost in the mail',
      'cadê meu pedido???',
      'consta como entregue mas não recebi',
      'O produto foi extraviado',
      "I haven't received the item yet",
      'não recebi a encomenda, já passou do prazo',
      'The order has not yet been delivered',
      'nunca chegou nada',
      'até agora nada do meu pedido',
      'The item was stolen from my porch',
    ],
  ],
  [
    'charged-twice',
    [
      'me cobraram 2x',
      'My card was charged twice for the same order',
      'there are two charges on my statement',
      'fui cobrada em duplicidade',
      'passaram meu cartão duas vezes',
      'You double charged me',
      'paguei duas vezes',
      'É a segunda vez que cobram a mesma compra',
    ],
  ],
  [
    'damaged-in-transit',
    [
      'The lamp arrived in pieces',
      'The mug was smashed when I opened the box',
      'the vase was broken in transit',
      'veio com a tela trincada',
      'a caixa chegou toda amassada e o copo quebrado',
      'chegou quebrado e atrasado',
      'is damaged',
    ],
  ],
  [
    'wrong-item',
    [
      'They sent me a size 8 instead of a 10',
      'I ordered blue but received red',
      'pedi preto e veio azul',
      'mandaram outro produto',
      'veio trocado',
      "It isn't damaged, it is the wrong colour",
      'vcs mandaram o tamanho errado',
    ],
  ],
  [
    'not-as-described',
    [
      'It looks nothing like the photos',
      'a cor é bem diferente da foto',
      'não é como no anúncio',
      'parece falsificado',
      'veio faltando peças',
      'não veio com o carregador',
      'It came without the charger, parts missing',
      'The colour is completely different from the picture on your website',
      'the quality is terrible',
    ],
  ],
  [
    'arrived-late',
    [
      'It took six weeks to arrive',
      'arrived three weeks late',
      'It did not arrive on time for the wedding',
      'demorou demais pra chegar',
      'chegou depois do aniversário',
      'não chegou no prazo',
      'a entrega atrasou muito',
    ],
  ],
  [
    'hardship',
    [
      'My husband died last month and I was in hospital',
      'I lost my job',
      'perdi meu emprego',
      'meu pai morreu semana passada',
      'estou internada no hospital',
      "I've been diagnosed with cancer",
      'estou desempregado',
      "My mum is very ill and I can't go on the trip",
      'We had a death in the family',
      'minha esposa está doente',
      'houve um falecimento na família',
    ],
  ],
  [
    'subscription-renewed',
    [
      'My membership auto-renewed without notice',
      'a assinatura renovou sozinha',
      'I forgot to cancel my free trial and was billed',
    ],
  ],
  ['other', ['I am very disappointed with your service', 'péssimo atendimento, quero reclamar']],
  [undefined, ['Hello there', 'Please find my order SH-10001']],
];

describe.each(reasons)('the reason %s', (reason, mails) => {
  it.each(mails)('is read from: %s', (text) => {
    expect(known(findReason(readWords(text)))).toBe(reason);
  });
});

const wishes: ReadonlyArray<readonly [string, Wish | undefined]> = [
  ["I'd like a refund", 'refund'],
  ['I do not want a voucher, I want my money back', 'refund'],
  ['não quero vale, quero meu dinheiro de volta', 'refund'],
  ['Can I get a replacement instead of a refund?', 'exchange'],
  ['store credit would be fine', 'store-credit'],
  ["I don't want a refund, just send me a new one", 'exchange'],
  ['could you repair it', 'repair'],
  ['podem consertar?', 'repair'],
  ['quero trocar por um maior', 'exchange'],
  ['prefiro crédito na loja', 'store-credit'],
  ['não quero trocar, quero o estorno', 'refund'],
  ['em vez de reembolso prefiro a troca', 'exchange'],
  ['I tried to fix it myself. Refund please', 'refund'],
  ['Please exchange it for a larger size, or refund me', 'exchange'],
  ['If you cannot replace it, I would like a refund', 'refund'],
  ['devolvam meu dinheiro', 'refund'],
  ['solicito a restituição do valor pago', 'refund'],
  ['quero meu dinheiro de volta', 'refund'],
  ['I want to return this', 'refund'],
  ['vale-troca serve', 'store-credit'],
  ['a gift card is ok', 'store-credit'],
  ['assistência técnica', 'repair'],
  ['send me another one', 'exchange'],
  ['mandem outro', 'exchange'],
  ['preciso do reembolso e não de um vale-compra', 'refund'],
  ['I have had no refund', 'refund'],
  ['hi there', undefined],
  ['My credit card was charged', undefined],
  ['quero a devolução do valor', 'refund'],
  ['rather than a refund I would prefer an exchange', 'exchange'],
  ['No exchange, no store credit - refund only', 'refund'],
  ['I bought it in exchange for points', undefined],
];

describe('the wish', () => {
  it.each(wishes)('%s: %s', (text, wish) => {
    expect(known(findWish(readWords(text)))).toBe(wish);
  });
});

const withdrawn: readonly string[] = [
  'never mind, I will keep it',
  'please cancel my request',
  'deixa pra lá',
  'pode desconsiderar',
  'resolvi ficar com ele',
  "I've decided to keep the jacket",
  'Please ignore my previous email',
  'I no longer need a refund',
  'não preciso mais do reembolso',
  'não precisa mais, já resolvi',
  'cancelem o pedido de reembolso',
  'the problem is solved, thanks',
  "we're going to keep it after all",
  'vou ficar com a jaqueta mesmo, obrigada',
  'Desisto da devolução',
  'please withdraw my refund request',
  'esquece, achei o produto',
  'pode cancelar minha solicitação, obrigado',
  'forget it, keep your money',
  "Changed my mind, I'll keep them",
  "It's ok, the parcel arrived today. No need for a refund any more.",
  'Everything is sorted now, thank you',
  'pode encerrar o chamado',
  'Olá, o pedido chegou hoje. Podem ignorar meu e-mail anterior.',
  "I'm happy with it now and will keep it",
  "I don't need a refund anymore",
  'nao quero mais o reembolso',
];
const stillAsking: readonly string[] = [
  'cancel my order and refund me',
  "I can't keep it",
  'Never mind the delay, I want my money back',
  'I would keep it if you give me 50% off',
  'não posso ficar com ele',
  'quero cancelar o pedido',
  "Don't cancel my request",
  'I want my money back',
  'desisti da compra, quero o reembolso',
  'my issue has not been resolved',
  'o problema não foi resolvido',
  'Can I keep it and get a refund?',
  "I won't keep it",
  'I will not be keeping it',
  'Please do not ignore my email, I want a refund',
  'não ignorem meu email',
  'I changed my mind and no longer want the shoes, refund please',
  'I no longer want it, please refund',
  'não quero mais o produto',
  'não quero mais, quero devolver',
  'They told me I will keep it until you pick it up',
  'I do not want to keep it',
  'nao quero ficar com ele',
];

describe('a withdrawal', () => {
  it.each(withdrawn)('is: %s', (text) => {
    expect(isWithdrawal(text)).toBe(true);
  });
  it.each(stillAsking)('is not: %s', (text) => {
    expect(isWithdrawal(text)).toBe(false);
  });
});
