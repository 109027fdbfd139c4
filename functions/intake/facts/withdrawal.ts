import { findPhrases, isDenied, type Phrases, phrasebook } from './phrases.ts';
import { findWishes } from './wish.ts';
import { readWords, type Word } from './words.ts';

const REQUEST =
  'request|requests|complaint|claim|case|ticket|enquiry|inquiry|return|refund|email|mail|message|exchange|dispute|note';
const PEDIDO =
  'solicitacao|reclamacao|chamado|email|mensagem|mail|devolucao|troca|reembolso|estorno|caso|protocolo|requerimento';

/** How people say that they no longer ask for anything. `keep` says that they keep the thing. */
const withdrawals: ReadonlyArray<Phrases<'withdraw' | 'keep'>> = [
  {
    means: 'withdraw',
    weight: 3,
    phrases: [
      'never mind',
      'nevermind|nvm',
      `disregard|ignore [my|the|this|that|all] [last|previous|earlier|first|refund|return] [${REQUEST}|it]`,
      `please disregard|ignore [my|the|this|that] [last|previous|earlier|first] [${REQUEST}|it]`,
      `cancel|withdraw|drop|close|retract|cancelling|withdrawing|dropping|closing|withdrawn|rescind [my|the|this|our] [refund|return|exchange|warranty|previous|last|earlier|open|support|original|replacement] ${REQUEST} [for|of] [a|the|my|any] [refund|return|exchange|money] [back]`,
      `${REQUEST} [has|is|can|may|should] [be|been] withdrawn|cancelled|canceled|closed|disregarded|dropped`,
      'no longer need|want|require|wish|asking|requesting|seeking [to|for] [have|get] [a|the|my|any] refund|return|refunded|exchange|help|replacement|reimbursement|money|voucher [back]',
      'no need to|for [give|send|make|process|issue|do] [me] [a|the|any] [refund|return|exchange|replacement|anything] [anymore|me|now]',
      'forget it',
      'forget [about] [it|that|this|my] [request|email|refund]',
      'problem|issue|matter|everything [has|is|have|was|been|seems] [been|now|just|finally] [all] solved|resolved|sorted|fixed',
      'its|is|everything|all|been|got [is|all|been] [now] sorted|resolved [out] [now]',
      'all good now',
      'changed my mind about|on|regarding [the|my|this|a] [refund|return|returning|request|exchange|cancelling|sending] [request|it]',
      'no refund|return|action|exchange [is|will] [be] [needed|necessary|required]',
      'dont|not need|want|require [to] [a|the|my|any] refund|return|money|exchange|replacement|help [it] [back] anymore|now|after|any',
      'deixa|deixe|deixem|deixar pra|para la',
      'deixa|deixe assim|quieto|queto|estar|pra|como [la|esta]',
      'desconsidere|desconsiderem|desconsiderar|desconsidera|desconcidere|desconsiderado',
      `ignore|ignorem|ignorar|ignora [o|a|meu|minha|este|esse|essa] [ultimo|ultima|meu|minha] [e] ${PEDIDO}|pedido`,
      'nao|n [eu] quero|preciso|desejo|queremos|precisamos mais [de|o|a|do|da|que|fazer|pedir] [o|a|meu] reembolso|devolver|devolucao|troca|estorno|trocar|cancelar|dinheiro|ajuda',
      'nao|n precisa|precisam|e|sera mais [necessario] [de|o|fazer|nada|do] [reembolso|devolucao|troca|nada]',
      'nao|n precisa|precisam devolver|reembolsar|trocar|estornar [mais|nada|o]',
      `cancelar|cancelem|cancele|cancela|cancelo|retirar|retiro|retirem|encerrar|encerrem|encerre|desisto|desisti|desistir|desistimos [d*|a|o|da|do|minha|meu|este|esse] [a|o|minha|meu|pedido] [de] ${PEDIDO}|devolver|trocar|reclamar`,
      'cancelar|cancelem|cancele|cancela|retirar|encerrar [o|meu|minha|esse] pedido|solicitacao de reembolso|devolucao|troca|estorno',
      'problema|questao|caso|tudo|ja [ja|foi|esta|ta] [foi|esta|ta] resolvido|resolvida|resolvi|resolveu|resolvemos|solucionado|certo',
      'esquece|esqueca|esquecam|esquecer [isso|o|meu|esse] [pedido|email]',
      'mudei de ideia ..3 ficar',
    ],
  },
  {
    means: 'keep',
    weight: 3,
    phrases: [
      'will|ill|shall|well|gonna|ive|decided|happy|rather|like|want|going|prefer|think|decide|am|im|were|we [just|now|to|actually|instead|ill|will|decided|be|that|after|all|going] [to|just|i|will|happy] [to|will|just] keep|keeping it|them|this|these|the|everything|my [after] [all]',
      'keep|keeping it|them after|instead',
      'resolvi|decidi|vou|vamos|prefiro|resolvemos|decidimos|acabei|quero|decidir|optei|prefere|pensei [por|em|melhor|e|vou|agora] [vou|resolvi|em] ficar|ficando|fico|manter [mesmo] [com|o] [ele|ela|o|a|eles|elas|esse|isso|produto]',
      'vou|resolvi|decidi|quero [eu] manter|ficar o|a|com',
    ],
  },
];

const book = phrasebook(withdrawals);

const denials = new Set(
  'not cant cannot couldnt dont didnt wont wouldnt never unable refuse nao nunca nem n impossivel'.split(' '),
);
const passed = new Set(
  'i we to the please do want going me just able possible can simply eu vou posso quero pra para me de'.split(
    ' ',
  ),
);
/** Words that make keeping a bargain and not a withdrawal. */
const conditions = new Set(
  'if unless provided but discount partial half caso mas porem desconto parcial abatimento metade desde until till ate'.split(
    ' ',
  ),
);

/** Whether the customer says that they no longer ask for anything: `never mind, I will keep it`, `pode desconsiderar`. */
export function isWithdrawal(text: string): boolean {
  const { words } = readWords(text);
  const found = findPhrases(book, words).filter(
    ({ from, means }) =>
      !isDenied(words, from, denials, passed) && !(means === 'keep' && isBargain(words, from)),
  );
  if (found.length === 0) return false;
  // Who goes on asking has withdrawn nothing, whatever they said before: `never mind the delay, I want my money back`.
  return !findWishes(words).some(
    ({ asked, match }) =>
      asked && !found.some(({ from, to }) => from <= match.to + 1 && match.from <= to + 1),
  );
}

function isBargain(words: readonly Word[], at: number): boolean {
  const sentence = words[at]?.sentence;
  for (let index = at; words[index]?.sentence === sentence && index < words.length; index++) {
    if (conditions.has(words[index]?.text ?? '')) return true;
  }
  for (let index = at; index >= 0 && words[index]?.sentence === sentence; index--) {
    const text = words[index]?.text;
    if (text === 'if' || text === 'se' || text === 'unless' || text === 'caso') return true;
  }
  return false;
}
