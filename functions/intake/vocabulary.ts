import type { Reason, Wish } from '../domain/request.ts';

/**
 * The words people use, English and Brazilian Portuguese, without accents and in lower case. The first entry that is
 * found names the reason, so what is specific stands before what is general.
 */
export const reasonWords: ReadonlyArray<readonly [Reason, RegExp]> = [
  [
    'charged-twice',
    /\b(charged (me )?twice|double[- ]charged?|duplicate charge|cobra(do|da|ram) (duas|2) vezes|cobranca (duplicada|em dobro)|em duplicidade)\b/,
  ],
  [
    'subscription-renewed',
    /\b(subscription (was )?(auto-?)?renew\w*|auto-?renew\w*|renovacao automatica|assinatura (foi )?renovada|renovou (a )?(minha )?assinatura)\b/,
  ],
  [
    'hardship',
    /\b(passed away|died|funeral|bereave\w*|hospital\w*|surgery|cancer|illness|seriously ill|lost my job|laid off|faleceu|faleciment\w*|morreu|velorio|luto|hospitalizad\w*|internad\w*|cirurgia|doenca|perdi (o |meu )?(emprego|trabalho)|desempregad\w*)\b/,
  ],
  [
    'never-arrived',
    /\b(never (arrived|came|showed up|got (it|here|delivered))|(has ?n.t|has not|did ?n.t|did not) (arrived?|come)|not (been )?(received|delivered)|nunca (chegou|recebi)|nao (chegou|recebi|foi entregue))\b/,
  ],
  [
    'wrong-item',
    /\b(wrong (item|product|size|colou?r|model|one)|(produto|item|tamanho|modelo|cor) errad[oa]|veio errad[oa]|instead of (the|what)|(enviaram|mandaram) outro)\b/,
  ],
  [
    'damaged-in-transit',
    /\b(arrived (\w+ ){0,2}(broken|damaged|smashed|cracked|shattered|dented)|damaged (in|during) (transit|shipping|delivery)|(box|package|parcel) (was|arrived) (\w+ )?(crushed|damaged|torn|wet)|chegou (\w+ ){0,2}(quebrad[oa]|danificad[oa]|amassad[oa]|trincad[oa]|rachad[oa])|danificad[oa] no transporte)\b/,
  ],
  [
    'defective',
    /\b(defect\w*|faulty|broken|broke|stopped working|does ?n.t work|do(es)? not work|not working|wo ?n.t (turn|switch|charge|start)\w*|malfunction\w*|defeit\w*|parou de funcionar|nao (funciona|liga|carrega)|quebrou|quebrad[oa]|estragad[oa]|estragou)\b/,
  ],
  [
    'not-as-described',
    /\b(not as described|not what (i|was) (ordered|described|expected|advertised)|different from the (picture|photo|description)|misleading|diferente d[ao] (descricao|foto|anuncio)|nao (e|era) (como|o que) (descrito|anunciado|esperava)|nao corresponde)\b/,
  ],
  [
    'arrived-late',
    /\b(arrived (too |very |so )?late|came (too |very )?late|late delivery|delivered late|(days|weeks) late|chegou (muito |tarde demais|atrasad[oa]|tarde|depois)|entrega atrasada|atras(o|ou))\b/,
  ],
  [
    'changed-mind',
    /\b(changed my mind|no longer (need|want)|do ?n.t (need|want|like) (it|them|this)|does ?n.t (fit|suit)|too (big|small|large|tight)|mudei de ideia|me arrependi|arrependiment\w*|nao (quero|preciso) mais|nao (gostei|serviu|coube)|ficou (grande|pequen[oa]|apertad[oa]))\b/,
  ],
];

export const wishWords: ReadonlyArray<readonly [Wish, RegExp]> = [
  [
    'exchange',
    /\b(exchange|replace(ment|d)?|swap|another (size|colou?r|one)|troca(r|do|da)?|substitu\w*|outro tamanho)\b/,
  ],
  ['repair', /\b(repair(ed)?|fix(ed)?|mend(ed)?|consert(o|ar|em|ado)|reparo|assistencia tecnica)\b/],
  ['store-credit', /\b(store credit|gift card|voucher|credito na loja|vale[- ](compra|presente|troca))\b/],
  [
    'refund',
    /\b(refund\w*|money back|reimburse\w*|reembols\w*|dinheiro de volta|estorn\w*|devoluc\w* do (dinheiro|valor))\b/,
  ],
];

/** `$89.90`, `R$ 89,90`, `89.90 USD`, `89,90 reais`. */
export const amountPattern =
  /(?:US\$|R\$|[$€£])\s?\d[\d.,]{0,14}|\b\d[\d.,]{0,14}\s?(?:USD|BRL|EUR|GBP|dollars|reais|euros|pounds)\b/iu;

export const currencyOf: ReadonlyArray<readonly [RegExp, string]> = [
  [/R\$|BRL|reais/i, 'BRL'],
  [/€|EUR/i, 'EUR'],
  [/£|GBP|pounds/i, 'GBP'],
  [/US\$|USD|dollars/i, 'USD'],
];
