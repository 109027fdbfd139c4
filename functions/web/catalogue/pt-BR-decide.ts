import type { PageCatalogue } from './index.ts';

/** What the page that asks for a decision says, in Brazilian Portuguese. */
export const decide = {
  title: (reference) => `Sua decisão sobre ${reference}`,
  heading: 'Uma solicitação de reembolso precisa da sua decisão',
  belongs: (person) => `Esta página é de ${person}. O que for decidido aqui fica registrado em seu nome.`,
  forwarded:
    'Se alguém a encaminhou para você, não decida por aqui. Peça que essa pessoa repasse a solicitação a você, mais abaixo: assim você recebe um link seu.',
  standsIn: {
    handedOver: (other, at) => `${other} repassou esta solicitação a você em ${at}.`,
    away: (other, until) => `Você responde no lugar de ${other}, que está ausente até ${until}.`,
    other: (other) =>
      `Você responde no lugar de ${other}, que não pode ser consultado sobre esta solicitação.`,
  },
  youAreAway: (until) =>
    `Você informou que está ausente até ${until}. Se já voltou, escolha “Estou ausente” abaixo e informe hoje como último dia: novas solicitações voltam a chegar até você.`,
  isBack: 'Está anotado que você voltou. Novas solicitações voltam a chegar até você.',
  questionOpen: (person, at, until) =>
    `${person} fez uma pergunta ao cliente em ${at}. A solicitação espera a resposta até ${until}.`,
  questionAllTheSame: 'Você pode decidir mesmo assim; nesse caso, o cliente é avisado na hora.',
  toForm: 'Ir para a decisão',
  wholeMail: 'O e-mail inteiro, com o que ele cita',
  answers: {
    heading: 'Respostas até agora',
    none: 'Ninguém respondeu ainda.',
    by: (person, at) => `${person}, ${at}`,
    several: (count) => `Aqui, uma decisão precisa de ${count} respostas iguais.`,
    second: (limit) => `Para aprovar mais de ${limit}, uma segunda pessoa precisa dar a mesma resposta.`,
    outdated: 'Dada antes de o cliente contar mais; por isso, não vale mais.',
    again:
      'Você respondeu antes de o cliente contar mais. Essa resposta não vale mais: responda de novo, por favor.',
    disagree:
      'Todos responderam, e as respostas são diferentes; por isso, nada está decidido. Conversem, por favor; quem mudar de ideia responde de novo aqui.',
    yours: 'Você já respondeu. Não precisa fazer mais nada, a não ser que mude de ideia antes da decisão.',
  },
  news: {
    heading: 'Desde que você abriu esta página',
    next: 'Nada foi registrado, porque você não tinha como ter visto isto. Veja, por favor, e escolha de novo. O que você escreveu continua aqui.',
    'customer-wrote': (at) => `O cliente escreveu em ${at}:`,
    attachments: (count) => `Novos anexos, mais abaixo: ${count}.`,
    evaluated: (route) => `As diretrizes foram aplicadas de novo. Recomendação: ${route}.`,
    'round-opened': (people, at) => `Consultados em ${at}: ${people}.`,
    'approver-answered': (person, what, at) => `${person} respondeu em ${at}: ${what}.`,
    'question-asked': (person, at) => `${person} perguntou ao cliente em ${at}:`,
    'round-resumed': {
      answered: 'O cliente respondeu à pergunta.',
      unanswered: 'O cliente não respondeu à pergunta a tempo.',
      unreachable: 'A pergunta não chegou ao cliente.',
    },
  },
  preview: {
    button: 'Ver o que o cliente vai ler',
    heading: 'O que o cliente vai ler',
    notYet: 'Nada foi registrado ainda. O formulário abaixo está como você o preencheu.',
    nothing: 'O cliente não lê nada disto.',
    recommended:
      'O cliente ainda não lê nada. É mais do que você pode aprovar; por isso, segue como sua recomendação para quem pode decidir.',
    subject: 'Assunto:',
    translated: (name) => `O mesmo em ${name}. O que você mesmo escreveu não é traduzido.`,
    together: 'É enviado quando um número suficiente de pessoas tiver dado esta resposta.',
  },
  formHeading: 'Sua decisão',
  you: (person) => `Você decide como ${person}.`,
  choose: 'O que você quer fazer?',
  groups: { decide: 'Decidir', other: 'Outra coisa' },
  theirLanguage: (name) =>
    `O e-mail do cliente está em outro idioma: ${name}. O que você escrever será enviado como estiver.`,
  limit: (limit) =>
    `Você pode aprovar até ${limit}. O que você aprovar acima disso segue na hora, como sua recomendação, para quem pode decidir.`,
  approveInFull: (amount) => `Aprovar o valor inteiro: ${amount}`,
  approveAsked: (amount) => `Aprovar o valor solicitado: ${amount}`,
  amountFromOrder: 'O valor vem do registro do pedido.',
  amountFromMail: 'O valor é o que o cliente informou; nenhum registro de pedido o confirma.',
  amountIsPart: (paid) => `O cliente pede este valor, dos ${paid} pagos conforme o registro do pedido.`,
  confirm: 'Digite o valor para confirmar',
  confirmHint: 'Programas que abrem links sozinhos não fazem isso.',
  approveAmount: 'Aprovar um valor',
  approveAmountHint: 'Uma parte do preço, por exemplo porque o produto ainda pode ser usado.',
  amount: 'Valor',
  amountHint: (currency) => `Em ${currency}, maior que zero.`,
  amountOtherHint: (currency, other) =>
    `Em ${currency}, maior que zero. Para um valor em ${other}, escreva ${other} antes dele.`,
  amountLimitHint: (currency, limit) => `Em ${currency}, no máximo ${limit}.`,
  way: 'Como o dinheiro volta',
  wayHint: 'Com as palavras que o cliente lê.',
  wayTakes: (method, days) => `${method} (${days})`,
  offerInstead: 'Oferecer uma alternativa',
  offerInsteadHint: 'Algo no lugar do dinheiro; o cliente pode aceitar ou não.',
  offer: 'Alternativa',
  chooseOffer: 'Escolha uma',
  worth: (name, value) => `${name}, no valor de ${value}`,
  code: 'Digite o fim do protocolo para confirmar',
  awayCodeHint: (reference) =>
    `A parte de ${reference} depois do último traço. Não é preciso se você indicar um colega.`,
  codeHint: (reference) => `A parte de ${reference} depois do último traço.`,
  decline: 'Recusar',
  declineHint: 'O cliente lê o motivo como você o escrever, e as alternativas que pode pedir.',
  reason: 'Motivo, para o cliente',
  reasonHint: 'Com as palavras que você usaria se ele estivesse à sua frente.',
  ask: 'Fazer uma pergunta ao cliente',
  askHint: (days) =>
    `Nada é decidido. A solicitação espera a resposta por até ${days}, e você é consultado de novo assim que ela chegar.`,
  question: 'Sua pergunta',
  questionHint: 'É enviada ao cliente do jeito que você escrever.',
  handOver: 'Repassar a um colega',
  handOverHint: 'A pessoa é consultada no seu lugar, na hora.',
  to: 'E-mail do colega',
  toHint: 'A pessoa recebe um e-mail com um link próprio.',
  why: 'Por quê, em poucas palavras',
  internalHint: 'Seus colegas leem, o cliente não.',
  conflict: 'Eu não: tenho um conflito de interesse',
  conflictHint: 'Outra pessoa é consultada na hora. Você não é mais consultado sobre este cliente.',
  away: 'Estou ausente',
  awayHint:
    'Outra pessoa é consultada na hora, sobre esta solicitação e sobre as novas enquanto você estiver ausente.',
  until: 'Último dia da sua ausência',
  untilHint: 'Você volta a ser consultado no dia seguinte. Hoje, ou um dia anterior, diz que você voltou.',
  instead: 'E-mail de um colega que responde no seu lugar (opcional)',
  insteadHint: 'Sem ele, respondem os outros do seu nível, ou o próximo nível.',
  alone:
    'Ninguém mais pode ser consultado sobre esta solicitação. Se você não puder decidir, indique um colega que possa.',
  against: 'Se você decidir de outra forma: por que este caso é diferente?',
  againstHint: (line) => `${line}. Seus colegas leem o motivo, o cliente não.`,
  againstDeclining: 'Se você recusar, basta o motivo para o cliente.',
  note: 'Recado ao cliente (opcional)',
  noteHint:
    'Entra na resposta do jeito que você escrever. Se você aprovar menos do que foi pedido, diga por que é este valor.',
  internal: 'Recado aos colegas (opcional)',
  submit: 'Confirmar e registrar',
  final:
    'Quando você decide, o cliente é avisado logo em seguida. A decisão vale uma vez e não pode ser mudada por aqui.',
  finalWithin: (limit) =>
    `Quando você decide, o cliente é avisado logo em seguida. A decisão vale uma vez e não pode ser mudada por aqui. Se você aprovar mais de ${limit}, isso segue como sua recomendação, e o cliente ainda não é avisado.`,
  trap: 'Deixe este campo vazio, por favor',
  errorTitle: 'Erro',
  errors: {
    summary: 'Nada foi registrado ainda. Por favor, reveja:',
    stale:
      'Não foi possível confirmar que isto veio da nossa página, por isso nada foi registrado. Escolha de novo e envie mais uma vez, por favor.',
    choice: 'Escolha o que você quer fazer.',
    noFullAmount: 'O valor não é conhecido, então não pode ser aprovado por inteiro. Aprove um valor.',
    confirm: (amount) => `Para aprovar o valor inteiro, digite-o: ${amount}.`,
    amount: (example) => `Informe o valor, por exemplo ${example}.`,
    unreadableAmount: (text, example) => `“${text}” não é um valor. Escreva como ${example}.`,
    zero: 'Informe um valor maior que zero, ou recuse.',
    tooMuch: (limit) =>
      `O valor pode ser no máximo ${limit}, que é o valor pago conforme o registro do pedido.`,
    tooMuchWithoutOrder: (limit) =>
      `Nenhum registro de pedido diz quanto foi pago; por isso, o valor aqui pode ser no máximo ${limit}. Veja se falta a vírgula.`,
    way: 'Escolha como o dinheiro volta.',
    offer: 'Escolha a alternativa que você oferece.',
    awayCode: (reference) =>
      `Para registrar sua ausência ou sua volta, digite a parte de ${reference} depois do último traço.`,
    code: (reference) => `Para oferecê-la, digite a parte de ${reference} depois do último traço.`,
    note: 'Escreva, em algumas palavras pelo menos, por que é este valor: o cliente vai lê-las.',
    reason: 'Escreva o motivo, em algumas palavras pelo menos: o cliente vai lê-lo.',
    question: 'Escreva sua pergunta, em algumas palavras pelo menos: o cliente vai lê-la.',
    isAsked: 'Já há uma pergunta feita ao cliente. Espere a resposta, ou decida.',
    address: 'Informe o e-mail de um colega.',
    yourself: 'Este é o seu próprio e-mail. Indique outra pessoa.',
    notStaff: (address) => `${address} não é o e-mail de um colega que possa decidir.`,
    hasAnswered: (address) => `${address} já respondeu. Indique outra pessoa.`,
    isAskedToo: (address) => `${address} já está sendo consultado sobre isto. Indique outra pessoa.`,
    mayNot: (address) =>
      `${address} não pode assumir: está ausente, ou não deve decidir sobre este cliente. Indique outra pessoa.`,
    why: 'Escreva o motivo em algumas palavras, para seus colegas.',
    conflict: 'Escreva em algumas palavras qual é o conflito, para seus colegas.',
    nobodyElse:
      'Ninguém mais pode ser consultado sobre esta solicitação. Escolha “Repassar a um colega” e indique um.',
    nobodyInstead:
      'Ninguém mais pode ser consultado sobre esta solicitação. Indique um colega que responda no seu lugar.',
    until: 'Informe o último dia da sua ausência, dentro de um ano.',
    against: (line) => `${line}. Diga por que este é diferente, para que casos iguais sejam tratados igual.`,
    tooLong: (limit) => `Escreva no máximo ${limit} caracteres, por favor.`,
  },
} satisfies PageCatalogue['decide'];
