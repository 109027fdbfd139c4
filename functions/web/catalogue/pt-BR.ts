import type { PageCatalogue } from './index.ts';

/** What the pages say, in Brazilian Portuguese. */
export const ptBR = {
  decide: {
    title: (reference) => `Sua decisão sobre ${reference}`,
    heading: 'Uma solicitação de reembolso precisa da sua decisão',
    you: (person) => `Você decide como ${person}.`,
    toForm: 'Ir para a decisão',
    formHeading: 'Sua decisão',
    choose: 'O que você decide?',
    approveInFull: (amount) => `Aprovar o valor inteiro: ${amount}`,
    amountFromOrder: 'O valor vem do registro do pedido.',
    amountFromMail: 'O valor é o que o cliente informou; nenhum registro de pedido o confirma.',
    approveAmount: 'Aprovar um valor',
    approveAmountHint: 'Uma parte do preço, por exemplo porque o produto ainda pode ser usado.',
    amount: 'Valor',
    amountHint: (currency) => `Em ${currency}, maior que zero.`,
    amountOtherHint: (currency, other) =>
      `Em ${currency}, maior que zero. Para um valor em ${other}, escreva ${other} antes dele.`,
    amountLimitHint: (currency, limit) => `Em ${currency}, no máximo ${limit}.`,
    offerInstead: 'Oferecer uma alternativa',
    offerInsteadHint: 'Algo no lugar do dinheiro; o cliente pode aceitar ou não.',
    offer: 'Alternativa',
    chooseOffer: 'Escolha uma',
    worth: (name, value) => `${name}, no valor de ${value}`,
    decline: 'Recusar',
    declineHint: 'O cliente lê o motivo como você o escrever, e as alternativas que pode pedir.',
    reason: 'Motivo, para o cliente',
    reasonHint: 'Com as palavras que você usaria se ele estivesse à sua frente.',
    note: 'Recado ao cliente (opcional)',
    noteHint: 'Entra na resposta do jeito que você escrever.',
    submit: 'Registrar minha decisão',
    final: 'O cliente é avisado logo em seguida. A decisão vale uma vez e não pode ser mudada por aqui.',
    errorTitle: 'Erro',
    errors: {
      summary: 'Nada foi registrado ainda. Por favor, reveja:',
      stale:
        'Não foi possível confirmar que isto veio da nossa página, por isso nada foi registrado. Escolha de novo e envie mais uma vez, por favor.',
      choice: 'Escolha o que você decide.',
      noFullAmount: 'O valor não é conhecido, então não pode ser aprovado por inteiro. Aprove um valor.',
      amount: (example) => `Informe o valor, por exemplo ${example}.`,
      unreadableAmount: (text, example) => `“${text}” não é um valor. Escreva como ${example}.`,
      zero: 'Informe um valor maior que zero, ou recuse.',
      tooMuch: (limit) =>
        `O valor pode ser no máximo ${limit}, que é o valor pago conforme o registro do pedido.`,
      tooMuchWithoutOrder: (limit) =>
        `Nenhum registro de pedido diz quanto foi pago; por isso, o valor aqui pode ser no máximo ${limit}. Veja se falta a vírgula.`,
      offer: 'Escolha a alternativa que você oferece.',
      reason: 'Escreva o motivo: o cliente vai lê-lo.',
      tooLong: (limit) => `Escreva no máximo ${limit} caracteres, por favor.`,
    },
  },
  attachments: {
    heading: 'Anexos',
    none: 'Nada foi anexado.',
    kinds: { photo: 'Foto', video: 'Vídeo', document: 'Documento', other: 'Arquivo' },
    decoration: 'Logotipo ou ícone do e-mail',
    photo: (name) => `Foto do e-mail: ${name}`,
    disguised: (type) =>
      `Cuidado: o e-mail diz que é ${type}, e não é. Não abra sem saber o que é.`,
    outlookParcel:
      'Um pacote do Outlook (winmail.dat), que não conseguimos abrir. Peça as fotos como anexos comuns.',
    tooLarge: 'Grande demais para aparecer aqui. Pode ser baixado.',
    onlyInMail: 'Está no e-mail como chegou, e não pode ser aberto aqui.',
    notKept: (count) =>
      `Outros anexos que só estão no e-mail como chegou, por serem muitos ou grandes demais: ${count}.`,
  },
  decided: {
    title: (reference) => `Decidido: ${reference}`,
    thanks: 'Obrigado. Sua decisão foi registrada.',
    already: 'Esta solicitação já foi decidida',
    customerNext: 'O cliente é avisado por e-mail.',
    byYou: (at) => `Você decidiu em ${at}.`,
    byOther: (person, at) => `${person} decidiu em ${at}.`,
    nothingToDo: 'Você não precisa fazer mais nada aqui.',
    what: 'O que foi decidido',
    amount: 'Reembolso',
    offer: 'Alternativa oferecida',
    reason: 'Motivo dado ao cliente',
    note: 'Recado ao cliente',
  },
  passedOn: {
    title: (reference) => `Passada adiante: ${reference}`,
    heading: 'Esta solicitação foi passada adiante',
    says: (level, at) =>
      `O prazo terminou sem decisão, e a solicitação passou para o próximo nível, ${level}, em ${at}. Nada foi decidido pela espera.`,
    next: 'Você não precisa fazer nada. Se souber de algo importante, fale diretamente com essas pessoas.',
  },
  feedback: {
    title: 'Como foi?',
    intro: 'O que você achou da forma como cuidamos da sua solicitação?',
    score: 'Sua resposta',
    comment: 'Quer acrescentar algo? (opcional)',
    commentHint: 'O que foi bom, ou o que deveríamos fazer de outro jeito.',
    confirm: 'Esta é a minha resposta',
    confirmHint: 'Programas de e-mail às vezes abrem links sozinhos; com esta marca sabemos que é você.',
    submit: 'Enviar minha resposta',
    errorTitle: 'Erro',
    errors: {
      summary: 'Nada foi registrado ainda. Por favor, reveja:',
      stale:
        'Não foi possível confirmar que isto veio da nossa página, por isso nada foi registrado. Envie sua resposta mais uma vez, por favor.',
      score: 'Escolha uma das cinco respostas.',
      confirm: 'Marque a caixa para confirmar que esta é a sua resposta.',
      tooLong: (limit) => `Escreva no máximo ${limit} caracteres, por favor.`,
    },
    thanksTitle: 'Obrigado',
    thanks: 'Sua resposta foi registrada e nos ajuda a melhorar.',
    recorded: (at) => `Temos sua resposta desde ${at}. Foi isto que você nos contou:`,
    yourScore: 'Sua resposta',
    yourComment: 'Suas palavras',
    more: (reference) => `Se houver mais a dizer, responda a um dos nossos e-mails sobre ${reference}.`,
  },
  messages: {
    notFound: {
      title: 'Esta página não existe',
      text: 'O link pode ter sido cortado no caminho. Abra-o de novo a partir do e-mail ou copie-o inteiro na barra de endereços.',
    },
    expired: {
      title: 'Este link venceu',
      text: 'Nada foi alterado. Se o assunto ainda estiver aberto, um e-mail mais recente nosso traz um link novo.',
    },
    method: {
      title: 'Isto não é possível aqui',
      text: 'Esta página pode ser aberta e seu formulário pode ser enviado, nada mais.',
    },
    tooLarge: {
      title: 'O texto ficou longo demais',
      text: 'Nada foi registrado. Volte e escreva um texto mais curto, por favor.',
    },
    failed: {
      title: 'Algo deu errado do nosso lado',
      text: 'Não sabemos dizer se sua resposta foi registrada. Abra o link do e-mail de novo em alguns minutos: a página dirá. A culpa não é sua, e nada é feito duas vezes.',
    },
    incident: (id) => `Se o problema continuar, informe este número: ${id}`,
  },
} satisfies PageCatalogue;
