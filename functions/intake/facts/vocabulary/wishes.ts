import type { Wish } from '../../../domain/request.ts';
import type { Phrases } from '../phrases.ts';

/** What people ask for, in both languages. `none` takes away words that only look like a wish. */
export const wishes: ReadonlyArray<Phrases<Wish | 'none'>> = [
  {
    means: 'refund',
    weight: 3,
    phrases: [
      'money back|returned|refunded',
      'reimburse|reimbursed|reimbursement|reimbursing',
      'credit|credited|credits [it|the|that|back] [money|amount|back] [back] [to|on] my [credit|bank|debit] card|bank|paypal',
      'dinheiro|valor|grana|quantia [pago] [todo|inteiro] de volta',
      'devolver|devolvam|devolvem|devolva|devolvido|devolucao|retorno|restituicao [d*|o|meu|integral|do] [o|meu|do] dinheiro|valor|quantia|pagamento|grana',
      'devolucao|devolver|devolvam [integral|total] [d*|o|meu|meus] [meu] dinheiro|valor|quantia|pagamento|grana|reais|pago',
      'ressarcimento|ressarcido|ressarcida|ressarcir|restituicao|restituido|restituam|restituir',
    ],
  },
  {
    means: 'refund',
    weight: 2,
    phrases: [
      'refund|refunds|refunded|refunding|refunde|refundable|refud',
      'chargeback',
      'reembolso|reembolsar|reembolsado|reembolsada|reembolsem|reembolsos|rembolso|reenbolso|reembolco',
      'estorno|estornar|estornado|estornem|estornada|extorno|extornar|estorne',
    ],
  },
  {
    means: 'refund',
    weight: 0.75,
    phrases: [
      'return|returning|devolver|devolucao|devolve',
      'cancel|cancelar|cancelamento|cancelem ..2 order|purchase|pedido|compra|subscription|assinatura',
      'my|meu dinheiro|money',
    ],
  },
  {
    means: 'exchange',
    weight: 2,
    phrases: [
      'exchange|exchanged|exchanging|exchanges|swap|swapped|swapping|swop',
      'replace|replaced|replacement|replacements|replacing|resend|reship',
      'larger|bigger|smaller|correct|right|different|another|next size|one|colour|color|item|product|unit|model',
      'send|get|have|receive|want|like|ship [me|us|you] [to] [have|receive|get] [a|the|another] new|correct|right|working one|item|product|pair|unit',
      'size up|down',
      'trocar|troca|trocado|trocada|trocarem|troquem|trocas|trocaria',
      'substituicao|substituir|substituam|substituido|substituida|substituto',
      'outro|outra|novo|nova tamanho|cor|unidade|peca|numero|modelo|produto|igual',
      'mandem|enviem|mandar|enviar|envio|receber|mandarem|enviarem [d*|me|o|a|um] [um|uma] outro|outra|novo|nova|certo|certa|correto|correta|novamente',
      'tamanho|numero|numeracao maior|menor|certo|correto',
      'reenvio|reenviar|reenviem|reenviarem|reposicao',
    ],
  },
  {
    means: 'repair',
    weight: 2,
    phrases: [
      'repair|repaired|repairs|repairing|fixed|fix|mend|mended|fixing',
      'conserto|consertar|consertado|consertada|consertem|concerto|concertar',
      'reparo|reparar|reparado|arrumar|arrumem|arrumado',
      'assistencia tecnica|autorizada',
    ],
  },
  {
    means: 'store-credit',
    weight: 3,
    phrases: [
      'store|shop|account|site credit|credits',
      'gift card|certificate|voucher',
      'voucher|vouchers',
      'credit note|notes',
      'credit [on|in|to|at|with|towards|toward|for] [my|the|your|a] [next|future|other] account|store|shop|order|purchase|site|website',
      'credito|creditos [na|em|no|da|de|para|pra] [uma|minha|outra|sua|proxima|a] [proxima|outra] loja|site|conta|compra|compras',
      'vale compra|compras|presente|troca|credito',
      'valecompra|valecompras|valetroca',
    ],
  },
  {
    means: 'none',
    weight: 9,
    phrases: [
      'exchange rate',
      'tried|attempted|trying|try|tentei|tentamos|tentar|tentaram [to] fix|repair|mend|consertar|arrumar|reparar|trocar',
      'beyond repair',
      'sem|tem conserto|reparo',
      'nao tem conserto|reparo',
      'veio|chegou|mandaram|enviaram|recebi trocado|trocada|trocados',
      'refund|return|exchange|returns|refunds policy|window|department|team|period|policies',
      'politica|prazo|departamento|setor|equipe d* troca|trocas|devolucao|devolucoes|reembolso|estorno',
      'mudei|troquei de [ideia]',
      'replaced|fixed|repaired the|my [own]',
      'already|previously|was [been] repaired|replaced|exchanged|fixed',
      'em troca d*',
      'in|by return|exchange for',
      'by return',
      'return|reply|retorno email|address|label|breve',
      'another|different|next day|time|thing|matter|question|shop|store',
      'fix|fixed price|this|thing|problem|issue',
    ],
  },
];
