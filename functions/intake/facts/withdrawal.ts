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
      'can|may|please|could close|drop this|it [case|ticket|request|now]',
      'scratch that',
      'forget [about] [it|that|this|my] [request|email|refund]',
      'problem|issue|matter|everything [has|is|have|was|been|seems] [been|now|just|finally] [all] solved|resolved|sorted|fixed',
      'its|is|everything|all|been|got [is|all|been] [now] sorted|resolved [out] [now]',
      'changed my mind about|on|regarding [the|my|this|a] [refund|return|returning|request|exchange|cancelling|sending] [request|it]',
      'no refund|return|action|exchange [is|will] [be] [needed|necessary|required]',
      'dont|not need|want|require [to] [a|the|my|any] refund|return|money|exchange|replacement|help [it] [back] anymore|now|after|any',
      'deixa|deixe|deixem|deixar pra|para la',
      'deixa|deixe assim|quieto|queto|estar|pra|como [la|esta]',
      'desconsidere|desconsiderem|desconsiderar|desconsidera|desconcidere|desconsiderado',
      `ignore|ignorem|ignorar|ignora [o|a|meu|minha|este|esse|essa] [ultimo|ultima|meu|minha] [e] ${PEDIDO}|pedido`,
      'nao|n [eu] quero|preciso|desejo|queremos|precisamos mais [de|o|a|do|da|que|fazer|pedir] [o|a|meu] reembolso|devolver|devolucao|troca|estorno|trocar|cancelar|dinheiro|ajuda',
      'nao|n precisa|precisam|e|sera mais [necessario] [de|o|fazer|nada|do] [reembolso|devolucao|troca|nada]',
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
/** A longer mail says more than that (words). */
const MAX_WORDS = 60;
/** What somebody adds to a request, or still wants of it. A mail that has one of these anywhere is for a person to understand. */
const goesOn = new Set(
  `photo photos picture pictures image images attached attachment receipt invoice proof number correct corrected credit voucher accept
  accepted hope hoping hopefully wish waiting wait until soon still yet remains second unless but however dead broken
  foto fotos imagem imagens anexo anexa anexei segue seguem nota recibo comprovante numero certo correto correta credito vale aceito
  aceitar espero esperando aguardo aguardando tomara ainda continua segundo segunda mas porem quebrado quebrada`.split(
    /\s+/,
  ),
);
/** Nobody has to ask for what they withdraw: `I want this issue resolved` does. */
const wants = new Set('want wants wanted need needs quero queria preciso gostaria would like'.split(' '));
/** Kept beside the thing, or in place of it. */
const notTheThing = new Set(
  'money cash box boxes packaging label receipt credit refund dinheiro caixa embalagem etiqueta nota recibo credito reembolso simple short brief'.split(
    ' ',
  ),
);
const ofTheRequest = new Set(`${REQUEST}|it|that|this`.split('|'));

/**
 * Whether the customer says, and says nothing else, that they no longer ask for anything: `never mind, I will keep it`, `pode
 * desconsiderar`. It closes a case, so what can be read otherwise is not one: a person reads it anyway.
 */
export function isWithdrawal(text: string): boolean {
  // A question asks for an answer, and a number is what we asked for.
  if (/\?|\d{4}/.test(text)) return false;
  const { words } = readWords(text);
  if (words.length > MAX_WORDS || words.some((word) => goesOn.has(word.text))) return false;
  const found = findPhrases(book, words).filter(
    ({ from, to, means }) =>
      !isDenied(words, from, denials, passed) &&
      (means === 'keep' ? keepsTheThing(words, from, to) : !isAboutSomethingElse(words, from, to)),
  );
  if (found.length === 0) return false;
  // Who goes on asking has withdrawn nothing, whatever they said before: `never mind the delay, I want my money back`.
  return !findWishes(words).some(
    ({ asked, match }) =>
      asked && !found.some(({ from, to }) => from <= match.to + 1 && match.from <= to + 1),
  );
}

function keepsTheThing(words: readonly Word[], from: number, to: number): boolean {
  const kept = words.slice(to, to + 4).map((word) => word.text);
  return !isBargain(words, from) && !kept.some((word) => notTheThing.has(word));
}

/** `never mind the colour`, and `I want this issue resolved`. */
function isAboutSomethingElse(words: readonly Word[], from: number, to: number): boolean {
  const said = words.slice(from, to + 1).map((word) => word.text);
  if (/^(?:resolved|solved|sorted|fixed)$/.test(said.at(-1) ?? '')) {
    const sentence = words[from]?.sentence;
    if (words.some((word) => word.sentence === sentence && wants.has(word.text))) return true;
  }
  if (said.at(-1) !== 'mind' && said.at(-1) !== 'nevermind') return false;
  const clause = words[to]?.clause;
  const beyond = words.slice(to + 1, to + 4).filter((word) => word.clause === clause);
  if (!/^(?:the|about|my|that|this|what|how|your)$/.test(beyond[0]?.text ?? '')) return false;
  return !beyond.some((word) => ofTheRequest.has(word.text));
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
