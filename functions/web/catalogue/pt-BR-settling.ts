import { onDay } from '../../wording/pt-BR-day.ts';
import type { PageCatalogue } from './index.ts';

/** What the pages say once it is decided: to whoever pays, and to customers who choose an offer or object, in Brazilian Portuguese. */
export const refund = {
  title: (amount, reference) => `Reembolso de ${amount} (${reference})`,
  heading: 'Um reembolso a pagar',
  failedBefore: (at) => `Em ${at}, fomos informados de que não foi possível pagar:`,
  form: 'Já foi pago?',
  paid: 'Foi pago',
  paidHint: 'O dinheiro já saiu. O cliente é avisado na hora, com o código do pagamento.',
  reference: 'Código do pagamento',
  referenceHint:
    'Como aparece no seu banco ou sistema de pagamento. Com ele, o banco do cliente localiza o valor. Sem números de conta ou cartão.',
  failed: 'Não foi possível pagar',
  failedHint: 'Quem decidiu fica sabendo por quê, para resolver. Depois perguntamos de novo a você.',
  why: 'Por que não',
  whyHint: 'Por exemplo: o cartão foi cancelado. Os colegas leem isto; o cliente, não.',
  submit: 'Registrar',
  after: 'Um pagamento vale uma vez só. O que está registrado como pago não pode ser alterado aqui.',
  errors: {
    outcome: 'Escolha se foi pago ou se não foi possível pagar.',
    reference: 'Digite o código do pagamento, como o número que o banco deu a ele.',
    referenceLong: (limit) => `Um código de pagamento tem no máximo ${limit} caracteres.`,
    referenceSigns:
      'Um código de pagamento tem letras ou números e cabe em uma linha. Copie-o do pagamento, por favor.',
    why: 'Diga em poucas palavras por que não foi possível pagar.',
  },
  thanks: 'Obrigado. O pagamento foi registrado.',
  already: 'Este reembolso está registrado como pago',
  told: 'O cliente é avisado por e-mail.',
  nothingToDo: 'Você não precisa fazer mais nada aqui.',
  recorded: 'O que está registrado',
  payment: 'Código do pagamento',
  by: 'Confirmado por',
  at: 'Confirmado em',
  otherwise: {
    heading: 'O que você informou é diferente do que está registrado',
    paid: (reference) => `Você informou o código ${reference}. Nada foi alterado.`,
    failed: 'Você informou que não foi possível pagar. Nada foi alterado.',
    next: 'Se o dinheiro saiu duas vezes, ou não saiu, resolva com quem confirmou, por favor. Quem cuida do sistema já foi avisado.',
  },
  failedThanks: 'Obrigado. O motivo foi registrado.',
  failedAlready: 'Já temos este motivo',
  failedNext: (person) =>
    `${person} recebe por e-mail o motivo. O dinheiro continua devido: perguntaremos de novo a você.`,
  failedReason: 'Por que não foi possível pagar',
  payNow: 'Acabou sendo pago? Informe aqui',
} satisfies PageCatalogue['refund'];

export const offers = {
  title: (reference) => `Nossas opções (${reference})`,
  heading: 'O que podemos oferecer a você',
  intro: (until) => `Você pode escolher até ${until}. Sem pressa: nada fica escolhido antes de você enviar.`,
  legend: 'Sua escolha',
  none: 'Nenhuma destas, obrigado',
  noneHint: 'Tudo bem. Nada mais muda.',
  confirm: 'Esta é a minha resposta',
  submit: 'Enviar minha resposta',
  once: 'Só é possível escolher uma vez. Se quiser perguntar algo antes, responda ao nosso e-mail.',
  errors: {
    offer: 'Escolha uma das opções, ou nenhuma delas.',
    confirm: 'Marque a caixa para confirmar que esta é a sua resposta.',
  },
  next: 'O que acontece agora',
  acceptedTitle: 'Obrigado, recebemos sua resposta',
  acceptedBefore: (day) => `Você já escolheu, ${onDay(day)}`,
  chosen: 'Você escolheu',
  otherwise:
    'Só é possível escolher uma vez, então vale a sua primeira escolha. Se precisar mudar, responda ao nosso e-mail.',
  mail: 'Você também recebe isto por e-mail.',
  declinedTitle: 'Obrigado por avisar',
  declinedBefore: (day) => `Você já respondeu, ${onDay(day)}`,
  declined: 'Você não quis nenhuma das nossas opções. Não precisa fazer mais nada.',
  changed: 'Se mudar de ideia, responda a um dos nossos e-mails e uma pessoa responde a você.',
  expiredTitle: 'O prazo destas opções terminou',
  expired: (day) =>
    `Era possível escolher até ${day}. Sentimos muito por não dar mais para escolher por aqui.`,
  expiredNext: (reference) =>
    `Se alguma delas ainda ajudar, responda a um dos nossos e-mails sobre ${reference} e diga qual. Uma pessoa lê e responde a você.`,
  asideTitle: 'Estas opções estão suspensas',
  aside: {
    looking: (day) =>
      `Você pediu uma nova análise da sua solicitação, e uma pessoa está cuidando disso. ${day ? `Você recebe nossa resposta por e-mail até ${day}.` : 'Você recebe nossa resposta por e-mail.'} Ela dirá o que podemos oferecer.`,
    decided:
      'Você pediu uma nova análise da sua solicitação, e ela foi feita. Vale o que diz o nosso e-mail mais recente.',
  },
} satisfies PageCatalogue['offers'];

export const object = {
  title: (reference) => `Algo está errado (${reference})`,
  heading: 'Conte o que está errado',
  decided: (day, outcome) => `Sua solicitação foi decidida ${onDay(day)}: ${outcome}.`,
  intro: {
    both: (until) =>
      `Até ${until}, você pode corrigir uma informação ou pedir uma nova análise. Cada coisa só pode ser feita uma vez; por isso, conte tudo, por favor.`,
    fact: (until) =>
      `Até ${until}, você pode corrigir uma informação. Isso só pode ser feito uma vez; por isso, conte tudo, por favor.`,
    decision: (until) =>
      `Até ${until}, você pode pedir uma nova análise. Isso só pode ser feito uma vez; por isso, conte tudo, por favor.`,
  },
  legend: 'O que você gostaria de fazer?',
  fact: 'Corrigir uma informação errada',
  factHint: 'Você corrige, e sua solicitação é analisada de novo com a informação certa.',
  facts: 'Qual é a informação certa?',
  factsHint: 'Preencha só o que está errado e deixe o resto em branco.',
  have: (value) => `Temos: ${value}`,
  haveNothing: 'Nada que possamos mostrar aqui.',
  orderNumber: 'Número do pedido',
  product: 'Produto',
  amount: 'Valor que você pagou',
  amountIn: (currency) => `Em ${currency}.`,
  purchasedOn: 'Data da compra',
  deliveredOn: 'Data da entrega',
  reason: 'Por que você pediu reembolso',
  sameReason: 'Como está',
  reasons: {
    defective: 'O produto tem defeito',
    'damaged-in-transit': 'Chegou danificado',
    'wrong-item': 'Recebi o produto errado',
    'not-as-described': 'Não é como na descrição',
    'arrived-late': 'Chegou atrasado',
    'never-arrived': 'Não chegou',
    'changed-mind': 'Mudei de ideia',
    hardship: 'Doença, perda ou dificuldade',
    'charged-twice': 'Fui cobrado duas vezes',
    'subscription-renewed': 'A assinatura foi renovada sozinha',
  },
  says: 'Algo que ajude a entender (opcional)',
  decision: 'Pedir que outra pessoa analise de novo',
  decisionHint: 'Alguém que ainda não decidiu sobre ela e não vê a primeira decisão.',
  why: 'Por que ela deve ser analisada de novo?',
  whyHint: 'Quem analisar vai ler suas palavras como você as escrever.',
  proof:
    'Uma foto ou um recibo ajuda: responda a um dos nossos e-mails com o anexo. Ele fica junto da sua solicitação.',
  next: (day) => `Uma pessoa analisa, e você recebe nossa resposta por e-mail até ${day}.`,
  once: 'Há uma única nova análise. O que for decidido nela é a nossa última resposta.',
  submit: 'Enviar',
  errors: {
    about: 'Escolha o que você gostaria de fazer.',
    gone: 'Esta opção não está mais disponível. Escolha a outra, por favor.',
    facts: 'Preencha a informação certa em pelo menos um dos campos.',
    orderNumber: (text) =>
      `Número do pedido: “${text}” não parece um dos nossos. Ele está no e-mail que confirmou sua compra.`,
    product: (limit) => `Produto: escreva o nome em até ${limit} caracteres.`,
    amount: (text, example) =>
      `Valor que você pagou: não conseguimos ler “${text}”. Escreva como ${example}.`,
    day: (field, text, example) =>
      `${field}: “${text}” não é uma data que já passou, ou não conseguimos ler. Escreva como ${example}.`,
    beforeBought: 'Data da entrega: é anterior à compra. Corrija uma das duas datas, por favor.',
    reason: 'Por que você pediu reembolso: escolha um motivo da lista.',
    same: (field) => `${field}: é o que já temos. Deixe em branco ou escreva o que é certo.`,
    why: 'Conte por que ela deve ser analisada de novo.',
  },
  thanksTitle: 'Obrigado, vamos analisar de novo',
  thanks: {
    fact: 'Corrigimos a informação, e sua solicitação será analisada de novo.',
    decision: 'Agora quem analisa é uma pessoa que ainda não decidiu sobre a sua solicitação.',
  },
  answerBy: (day) => `Você recebe nossa resposta por e-mail até ${day}.`,
  answerLate: 'Nossa resposta está demorando mais do que dissemos. Pedimos desculpas. Ela chega por e-mail.',
  againTitle: 'Estamos analisando de novo',
  since: (day) => `Em ${day} você contou o que está errado, e uma pessoa está analisando sua solicitação.`,
  settledTitle: 'Como está sua solicitação',
  settled: {
    late: (day) => `Era possível nos contar por aqui até ${day}.`,
    looked: 'Analisamos sua solicitação de novo, como você pediu, e a resposta fica como está.',
    chosen: 'Você escolheu uma das nossas opções, então não há o que analisar de novo.',
    granted: 'Você recebe tudo o que pediu, então não há o que analisar de novo.',
  },
  more: (reference) =>
    `Se ainda assim algo estiver errado, responda a um dos nossos e-mails sobre ${reference}. Uma pessoa lê.`,
} satisfies PageCatalogue['object'];
