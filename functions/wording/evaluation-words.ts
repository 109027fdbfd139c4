import type { Confidence } from '../domain/confidence.ts';
import type { FactName } from '../domain/facts.ts';
import type { Language } from '../domain/language.ts';

/** What an evaluation says of itself, by language. A fact or a confidence without words does not compile. */
interface EvaluationWords {
  facts: Record<FactName, string>;
  no: string;
  /** No request was made before. */
  never: string;
  confidence: string;
  confidences: Record<Confidence, string>;
  /** Why it is what it is; `open`: the facts that are not known. */
  because: { high: string; medium: string; low(open: string): string; ask: string };
  sum: string;
  wouldChange: string;
  /** What the fact would be, and is. */
  change(fact: string, to: string, from: string): string;
  nothingWouldChange: string;
}

export const evaluationWords: Record<Language, EvaluationWords> = {
  en: {
    facts: {
      'product.category': 'Category',
      'product.price': 'Price',
      'product.finalSale': 'Final sale',
      'product.returnable': 'Taken back',
      'product.perishable': 'Perishable',
      'product.digital': 'Digital',
      'product.hygiene': 'Matter of hygiene',
      'order.known': 'Order on record',
      'order.daysSincePurchase': 'Days since the purchase',
      'order.daysSinceDelivery': 'Days since the delivery',
      'order.windowDays': 'Days of the return window',
      'order.daysPastWindow': 'Days past the return window',
      'order.channel': 'Bought through',
      'request.reason': 'Reason',
      'request.wish': 'Would like',
      'request.amount': 'Amount',
      'request.evidence': 'Photos, videos and documents',
      'customer.ordersOwnAddress': 'Written from the address on the order',
      'customer.orders': 'Orders on record',
      'customer.spend': 'Spent on orders',
      'customer.earlierRequests': 'Earlier requests',
      'customer.earlierExceptions': 'Exceptions granted before',
      'customer.daysSinceLastRequest': 'Days since the last request',
      'sender.verified': 'Sender’s address proved',
      'precedents.count': 'Decided cases like this',
      'precedents.approvedShare': 'Of them approved',
    },
    no: 'no',
    never: 'no request before',
    confidence: 'Confidence',
    confidences: { high: 'High', medium: 'Medium', low: 'Low' },
    because: {
      high: 'nothing that matters is unknown, and one consideration more or less would not change it',
      medium: 'one consideration more or less, even the lightest, would change it',
      low: (open) => `this is not known and could change it: ${open}`,
      ask: 'what is missing can only be asked for',
    },
    sum: 'Together',
    wouldChange: 'What would have led to a better recommendation',
    change: (fact, to, from) => `${fact}: ${to} (now: ${from})`,
    nothingWouldChange: 'Nothing that the customer could still show.',
  },
  'pt-BR': {
    facts: {
      'product.category': 'Categoria',
      'product.price': 'Preço',
      'product.finalSale': 'Venda final',
      'product.returnable': 'Aceito de volta',
      'product.perishable': 'Perecível',
      'product.digital': 'Digital',
      'product.hygiene': 'Questão de higiene',
      'order.known': 'Pedido registrado',
      'order.daysSincePurchase': 'Dias desde a compra',
      'order.daysSinceDelivery': 'Dias desde a entrega',
      'order.windowDays': 'Dias do prazo de devolução',
      'order.daysPastWindow': 'Dias após o prazo de devolução',
      'order.channel': 'Comprado por',
      'request.reason': 'Motivo',
      'request.wish': 'Gostaria de',
      'request.amount': 'Valor',
      'request.evidence': 'Fotos, vídeos e documentos',
      'customer.ordersOwnAddress': 'Escrito do endereço do pedido',
      'customer.orders': 'Pedidos registrados',
      'customer.spend': 'Gasto em pedidos',
      'customer.earlierRequests': 'Solicitações anteriores',
      'customer.earlierExceptions': 'Exceções concedidas antes',
      'customer.daysSinceLastRequest': 'Dias desde a última solicitação',
      'sender.verified': 'Endereço do remetente comprovado',
      'precedents.count': 'Casos decididos como este',
      'precedents.approvedShare': 'Destes, aprovados',
    },
    no: 'não',
    never: 'nenhuma solicitação antes',
    confidence: 'Confiança',
    confidences: { high: 'Alta', medium: 'Média', low: 'Baixa' },
    because: {
      high: 'nada do que importa é desconhecido, e uma consideração a mais ou a menos não a mudaria',
      medium: 'uma consideração a mais ou a menos, mesmo a mais leve, a mudaria',
      low: (open) => `isto não se sabe e poderia mudá-la: ${open}`,
      ask: 'o que falta só pode ser perguntado',
    },
    sum: 'Ao todo',
    wouldChange: 'O que teria levado a uma recomendação melhor',
    change: (fact, to, from) => `${fact}: ${to} (agora: ${from})`,
    nothingWouldChange: 'Nada que o cliente ainda possa mostrar.',
  },
};
