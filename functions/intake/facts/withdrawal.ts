import { isCourtesy } from './thanks.ts';

/** A longer mail says more than that (characters). */
const MAX_TEXT = 600;

const REQUEST = '(?:(?:refund |return )?(?:request|case|claim)|refund|return|ticket|appeal|objection)';
const THE_THING = '(?:it|them|this one|the (?!money|cash|box|credit|receipt|refund|label|return)[a-z-]+)';
const PEDIDO =
  '(?:pedido de (?:reembolso|devolucao|troca)|solicitacao(?: de (?:reembolso|devolucao|troca))?|reclamacao|nova analise|recurso|caso|chamado|protocolo|reembolso|devolucao|troca)';
const O_PRODUTO =
  '(?:el[ea]s?|isso|(?:o|a|os|as) (?!dinheiro|caixa|credito|nota|recibo|etiqueta|reembolso|devolucao)[a-z-]+)';

/** Words that withdraw where nothing else is said: `never mind, the colour is red` does not. */
const WEAK =
  'never ?mind|nvm|forget (?:about )?(?:it|my request|the refund)|(?:pode[m]? )?(?:deix(?:a|e|em|ar) (?:pra|para) la|esquec(?:e|a|am|er)(?: isso)?)';
/** Statements that take a request back, in either language, without accents, each with nothing beside it. */
const STRONG = [
  `(?:you can )?keep (?:it|your money|the money)|(?:i|we)(?:ll| will| would like to| want to| am going to| are going to| have decided to|ve decided to| decided to| prefer to|m going to|re going to| am happy to) (?:just )?keep ${THE_THING}(?: after all| instead| anyway| now| then)*`,
  `(?:i (?:(?:want|would like|d like|wish) to |hereby )?|you (?:can|may) |just )?(?:cancel|withdraw|close|drop|disregard) (?:my|the|this|our) ${REQUEST}(?: now| again)?`,
  '(?:i|we) no longer (?:need|want|require|wish for) (?:a|the|my|any) (?:refund|return|money back)|(?:i|we) (?:dont|do not) (?:need|want) (?:a|the|my|any) (?:refund|return|money back) (?:any ?more|after all|now)|no need for (?:a|the) refund(?: any ?more| now| after all)?',
  `(?:pode[m]? )?desconsider(?:e|a|ar|em)(?: (?:o|a|meu|minha|este|esse|esta|essa) ${PEDIDO})?`,
  `(?:eu )?(?:vou|decidi|resolvi|prefiro|quero|vamos|decidimos|resolvemos|acabei|vou acabar)(?: de)? fica(?:r|ndo)(?: mesmo)? com ${O_PRODUTO}(?: mesmo| entao)*`,
  `(?:(?:eu )?(?:pode[m]?|quero|queria|gostaria de|por favor) )*(?:cancel(?:e|ar|em|a)|encerr(?:e|ar|em)|retir(?:e|ar|em|o)) (?:(?:o|a|meu|minha|este|esse|esta|essa) )?${PEDIDO}`,
  `(?:eu )?desist[io](?: d[oae])?(?: (?:o|a|meu|minha))? ${PEDIDO}`,
  '(?:ja )?nao (?:preciso|precisamos|quero|queremos) mais (?:d[oae] |o |a )?(?:meu )?(?:reembolso|devolucao|devolver|estorno|nada)',
  'nao precisa[m]? mais(?: d[oae] (?:reembolso|devolucao|troca))?',
];
/** What may stand before, between and behind. */
const OPENING =
  '(?:hi|hello|dear|ok|okay|well|actually|sorry|please|thanks|thank you|and|so|but|then|oi|ola|ok|bom|entao|na verdade|desculpe|por favor|obrigad[oa]|e|mas|olha)';
const CLOSING =
  '(?:please|thanks|thank you|sorry|again|anyway|now|then|for the trouble|for your help|por favor|obrigad[oa]|desculpe|entao|mesmo|pelo transtorno)';
const clauseOf = (said: string) =>
  new RegExp(`^(?:${OPENING} )*(?:${said})(?: (?:${OPENING} )*(?:${said}))*(?: ${CLOSING})*$`);
/** Tried on clauses of a short text alone: `por favor` may open a clause or a statement, so the time is not linear. */
const WITHDRAWS = clauseOf([...STRONG, WEAK].join('|'));
const SETTLES = clauseOf(STRONG.join('|'));

/** What makes a clause beside a withdrawal more than its reason: who complains, demands, corrects or threatens goes on. */
const GOES_ON = new RegExp(
  `[?\\d]|\\b(?:${[
    'not|no(?! (?:meu|minha|seu|sua|dia|mesmo|final)\\b)|nothing|none|never|nor|\\w+nt|without|but|still|yet|however|unless|until|if|when|once|only|half|instead',
    'broke\\w*|leak\\w*|defect\\w*|damag\\w*|fault\\w*|dead|wrong|missing|late|lie|lies|lied|angry|worst|bad|typo|mistake|problem\\w*|issue\\w*|resolved',
    'pay|paid|money|refund\\w*|credit|voucher|expect|demand|must|want|wants|need|needs|get|give|send|sent|let|please|return|replace\\w*|exchange|collect',
    'chargeback|court|lawyer|police|review|complain\\w*|bank|procon|advogad\\w*|justica|reclame|banco|denunci\\w*',
    'mail|email|message|address|number|order|colou?r|photo|receipt|mensagem|endereco|numero|pedido|cor|foto|nota',
    'nao|nada|nunca|nem|sem|mas|porem|ainda|se|quando|ate|so|somente|metade',
    'quebr\\w*|vaz\\w*|defeit\\w*|errad\\w*|falt\\w*|atras\\w*|problema\\w*|pag\\w*|dinheiro|reembols\\w*|devol\\w*|estorn\\w*|credito|vale|troc\\w*|quero|preciso|aguard\\w*|esper\\w*|mand\\w*|envi\\w*',
  ].join('|')})\\b`,
);
/** A longer clause tells more than a reason (words). */
const MAX_REASON = 14;

/**
 * Whether the customer says that they no longer ask for anything, and nothing else: `Never mind, keep it.`, `Pode cancelar minha
 * solicitação, meu irmão ficou com ela. Obrigada.` It closes a case, so every clause has to be that, its reason or a courtesy; a
 * person reads all others.
 */
export function isWithdrawal(text: string): boolean {
  if (text.length > MAX_TEXT) return false;
  const clauses = text
    .split(/[.!;,\n\r]+|\bso\b|\bpor isso\b/)
    .map((written) => ({ written: written.trim(), plain: plainOf(written) }))
    .filter(({ plain }) => plain !== '');
  if (!clauses.some(({ plain }) => WITHDRAWS.test(plain))) return false;
  const settles = clauses.some(({ plain }) => SETTLES.test(plain));
  const last = clauses.at(-1);
  return clauses.every(
    (one) =>
      WITHDRAWS.test(one.plain) ||
      isCourtesy(one.written) ||
      (one === last && isName(one.written)) ||
      (settles && !GOES_ON.test(one.plain) && one.plain.split(' ').length <= MAX_REASON),
  );
}

/** In small letters, without accents, apostrophes and commas; question marks stay, for a question withdraws nothing. */
function plainOf(sentence: string): string {
  return sentence
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{N}?-]+/gu, ' ')
    .trim();
}

/** One to three words with capitals: whoever signs. */
function isName(sentence: string): boolean {
  return /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,2}$/u.test(sentence);
}
