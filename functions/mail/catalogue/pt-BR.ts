import { plural } from '../../wording/format.ts';
import { onDay } from '../../wording/pt-BR-day.ts';
import type { Catalogue } from './index.ts';

/** What the mails say, in Brazilian Portuguese. */
export const ptBR = {
  greeting: (name) => (name ? `Olá, ${name}.` : 'Olá.'),
  replyFooter: (reference) =>
    `Você pode responder a este e-mail: sua resposta entra no protocolo ${reference}.`,
  staffFooter: (reference) =>
    `Protocolo ${reference}. Você recebeu este e-mail por causa da sua função na loja.`,
  late: {
    wrote: (day) => `Escrevemos este e-mail em ${day} e só conseguimos enviá-lo depois. Sentimos muito.`,
    days: 'Se alguma data citada aqui já passou, desconsidere-a, por favor. Você ainda pode responder: sua resposta chega a uma pessoa.',
  },
  percentMore: (percent) => `É o valor que você pediu, com mais ${percent}.`,
  percentMoreOfRest: (percent) => `É o que falta do valor que você pediu, com mais ${percent}.`,

  acknowledgement: {
    subject: (reference) => `Recebemos sua solicitação (${reference})`,
    preheader: (day) => `Você terá uma resposta até ${day}.`,
    title: 'Recebemos sua solicitação',
    heard:
      'Obrigado por nos contar o que aconteceu. Sentimos muito que sua compra não tenha dado certo e sabemos que escrever um e-mail como o seu dá trabalho.',
    figure: 'Seu protocolo',
    figureDetail: 'Tenha este número à mão se escrever ou ligar para nós.',
    understood: 'Do que se trata',
    next: 'O que acontece agora',
    steps: (day) => [
      'Uma pessoa lê sua solicitação e tudo o que você enviou. Ninguém recebe um “não” de uma máquina.',
      `Você recebe nossa resposta por e-mail até ${day}.`,
      'Se quiser acrescentar algo, como uma foto ou uma data, é só responder a este e-mail. Sua resposta entra no mesmo protocolo. Se você não precisar de mais nada, basta responder dizendo isso.',
    ],
    helps: 'O que nos ajudaria',
    missing: {
      'order-number': 'O número do pedido. Ele está no e-mail que confirmou a compra.',
      'order-address': 'O e-mail usado na compra, se não for este, e uma segunda olhada no número do pedido.',
      product: 'O que você comprou.',
      'purchase-date': 'Mais ou menos quando foi a compra.',
      reason: 'O que aconteceu, em uma ou duas frases.',
    },
    justReply:
      'É só responder a este e-mail com o que tiver à mão. Vamos analisar sua solicitação de qualquer forma.',
  },

  approval: {
    subjects: {
      'approval-request': (what, reference) => `Sua decisão, por favor: ${what} (${reference})`,
      'approval-reminder': (what, reference) => `Lembrete, sua decisão, por favor: ${what} (${reference})`,
      'overdue-notice': (what, reference) => `Em atraso: ${what} (${reference})`,
    },
    someRequest: 'uma solicitação de reembolso',
    titles: {
      'approval-request': 'Uma solicitação de reembolso precisa da sua decisão',
      'approval-reminder': 'Uma solicitação de reembolso ainda espera por você',
      'overdue-notice': 'Uma solicitação de reembolso está em atraso',
    },
    asked: {
      waiting: {
        subject: (what, reference) => `À espera do cliente: ${what} (${reference})`,
        title: 'Uma solicitação de reembolso está com você e espera pelo cliente',
      },
      news: {
        subject: (what, reference) => `Há novidades; responda de novo, por favor: ${what} (${reference})`,
        title: 'O cliente contou mais, e falta de novo a sua resposta',
      },
      'handed-over': {
        subject: (what, reference) => `Passado para você: ${what} (${reference})`,
        title: 'Uma solicitação de reembolso foi passada para você',
      },
      answered: {
        subject: (what, reference) => `O cliente respondeu; sua decisão, por favor: ${what} (${reference})`,
        title: 'O cliente respondeu, e falta a sua decisão',
      },
      unanswered: {
        subject: (what, reference) =>
          `Sem resposta do cliente; sua decisão, por favor: ${what} (${reference})`,
        title: 'O cliente não respondeu, e falta a sua decisão',
      },
      unreachable: {
        subject: (what, reference) => `A pergunta não chegou; sua decisão, por favor: ${what} (${reference})`,
        title: 'A pergunta não chegou ao cliente, e falta a sua decisão',
      },
      second: {
        subject: (what, reference) => `Falta também a sua resposta: ${what} (${reference})`,
        title: 'Uma solicitação de reembolso precisa também da sua resposta',
      },
      disagree: {
        subject: (what, reference) => `Ainda sem acordo: ${what} (${reference})`,
        title: 'Vocês não chegaram a um acordo, e nada está decidido ainda',
      },
    },
    preheader: (route, deadline) => `${route}. Decida até ${deadline}, por favor.`,
    waiting: {
      preheader: (route, until) => `${route}. Espera pelo cliente até ${until}.`,
      asked: (person, until) =>
        `${person} fez uma pergunta ao cliente, e o caso espera a resposta até ${until}. Depois você recebe outro e-mail, com a resposta, se houver, e só então começa o seu prazo. A pergunta foi:`,
      allTheSame: 'Se você não precisar da resposta, pode decidir agora mesmo.',
    },
    reminder: (since) =>
      `Este caso está com você desde ${since}. Se você não puder cuidar dele, passe-o a um colega ou avise que está fora. Caso contrário, o próximo nível será acionado depois do prazo.`,
    lastReminder: (since) =>
      `Este caso está com você desde ${since}. Se você não puder cuidar dele, passe-o a um colega ou avise que está fora. Não há outro nível a acionar: depois do prazo, o caso conta como atrasado.`,
    overdue: (since) =>
      `O cliente espera desde ${since}, e todos os prazos já passaram. Nada é aprovado nem recusado por falta de resposta: o caso espera por você.`,
    atStake: 'Valor em jogo',
    noAmount: 'Valor não informado',
    partOf: (paid) => `parte de ${paid}`,
    otherAddress:
      'O e-mail não veio do endereço que consta no pedido. Outra pessoa pode saber o número do pedido; tome cuidado antes de enviar dinheiro ou de falar sobre o pedido.',
    toldWithinPolicy:
      'O cliente foi informado de que o prazo normal de devolução ainda não terminou e de como devolver da forma normal.',
    wasWithinPolicy: (until) =>
      `Quando o cliente escreveu, o prazo normal de devolução ainda não tinha terminado: vai até ${until}. O cliente não foi informado disso.`,
    unreachable:
      'Um e-mail nosso não chegou ao endereço do cliente. Talvez ele não receba sua decisão por e-mail; procure outra forma de avisá-lo.',
    unverified:
      'Não foi possível comprovar o endereço do remetente: o e-mail pode ter sido enviado por outra pessoa em nome dele. Tenha cuidado antes de enviar dinheiro ou falar sobre o pedido.',
    noOrder: 'Nenhum pedido foi encontrado para esta solicitação. O que você lê aqui é o que o cliente diz.',
    notKnown: (what) => `Não sabemos: ${what}.`,
    wasAsked: (day) =>
      `Pedimos isso ao cliente quando confirmamos o recebimento, ${onDay(day)}; o que ele responder aparece com o caso.`,
    decideOrAsk:
      'Você pode decidir com o que está aqui, esperar por mais informações até o prazo ou perguntar ao cliente: o caso então espera a resposta, que vem para você.',
    button: 'Ver o caso e decidir',
    withChoice: (query) => `o link do caso com ${query} no fim`,
    choices: {
      approved: (amount) => `Aprovar ${amount}`,
      'part-approved': 'Aprovar um valor',
      alternative: 'Oferecer outra solução',
      declined: 'Recusar',
      ask: 'Perguntar ao cliente',
      'hand-over': 'Passar a um colega',
      conflict: 'Não devo decidir este caso',
      away: 'Estou fora',
    },
    yours: (person) =>
      `Estes links são só seus: o que for decidido por eles fica registrado como decisão de ${person}. Não os encaminhe, por favor; passe o caso a um colega. Abrir um link não decide nada, mesmo que a página já venha com uma opção marcada.`,
    essentials: {
      who: 'Quem',
      asksFor: 'Pede',
      because: 'Porque',
      limit: 'Você pode aprovar',
      attached: 'Anexos',
    },
    upTo: (amount) => `até ${amount}`,
    attached: {
      photo: (count) => plural('pt-BR', count, { one: '1 foto', other: `${count} fotos` }),
      video: (count) => plural('pt-BR', count, { one: '1 vídeo', other: `${count} vídeos` }),
      document: (count) => plural('pt-BR', count, { one: '1 documento', other: `${count} documentos` }),
      other: (count) => plural('pt-BR', count, { one: '1 outro arquivo', other: `${count} outros arquivos` }),
      nothing: 'nenhum',
    },
    resumed: {
      answered: 'O cliente respondeu, e o caso continua.',
      unanswered:
        'Fizemos uma pergunta ao cliente, e ele não respondeu a tempo. O caso não espera mais por ele: decida com o que está aqui, por favor.',
      unreachable:
        'Fizemos uma pergunta ao cliente, mas o e-mail não chegou a ele. O caso não espera mais por ele: decida com o que está aqui, por favor.',
      yours: (question) => `Você tinha perguntado: ${question}`,
      theirs: (person, question) => `${person} tinha perguntado: ${question}`,
      sent: (names) => `Veio junto: ${names}.`,
    },
    standIn: {
      handedOver: (person, at) => `${person} passou este caso para você em ${at}.`,
      awayUntil: (person, day) => `Você decide no lugar de ${person}, que está fora até ${day}.`,
      away: (person) => `Você decide no lugar de ${person}, que está fora.`,
      conflict: (person) =>
        `Você decide no lugar de ${person}, que não deve decidir este caso por ter declarado um conflito de interesses.`,
      unreachable: (person) => `Você decide no lugar de ${person}, a quem nosso e-mail não chegou.`,
      'handed-over': (person) => `Você decide no lugar de ${person}, que passou o caso adiante.`,
      other: (person) => `Você decide no lugar de ${person}, que não pode cuidar do caso no momento.`,
    },
    answers: {
      several: (count, others) =>
        `São necessárias ${count} pessoas com a mesma resposta.${others ? ` Quem mais recebeu este pedido: ${others}.` : ''}`,
      second:
        'Uma aprovação deste valor precisa de duas pessoas; por isso, falta também a sua resposta. Se você aprovar o mesmo, está decidido; até lá, nada está.',
      aboveLimit:
        'Alguém aprovaria mais do que pode, então o caso veio para você. Isto é o que essa pessoa recomenda; vale o que você decidir.',
      disagree:
        'Todos responderam, e as respostas são diferentes; por isso, nada está decidido. Ninguém mais será consultado. Conversem, por favor; quem mudar de ideia responde de novo pelo seu link.',
      notEnough: 'O caso já teve resposta, mas ela não bastou para decidir. Por isso, falta também a sua.',
      again: (answer) =>
        `Você tinha respondido: ${answer}. Depois disso o cliente contou mais, e essa resposta não vale mais. Veja o caso de novo, por favor, e responda, o mesmo ou outra coisa.`,
      outdated:
        'O caso teve resposta antes de o cliente contar mais. Ela não vale mais; por isso, falta a sua.',
      before: (at) => `${at}, antes de o cliente contar mais; não vale mais`,
      first: (others) => `Quem mais recebeu este pedido: ${others}. Vale a primeira resposta.`,
    },
    wouldRead: 'O que o cliente leria',
    someAmount: '[valor]',
    follows: {
      reason: 'Depois, o seu motivo, palavra por palavra.',
      question: 'Depois, a sua pergunta, palavra por palavra.',
    },
    theirLanguage: (name) =>
      `O cliente escreve em outra língua e recebe nosso e-mail nela: ${name}. O que você mesmo escrever é enviado como você escreveu.`,
    ownWords: 'Nas palavras do cliente',
    subjectLine: (subject) => `Assunto: ${subject}`,
    noWords: 'O e-mail não tinha texto.',
    restOnPage: 'O texto continua; ele está completo na página da decisão.',
    moreOnPage: 'Há e-mails anteriores; eles estão na página da decisão.',
    sinceThen: 'O que foi escrito depois',
    wroteAt: (address, at) => `${address}, ${at}`,
    facts: 'O que sabemos, e de onde',
    guidelines: 'O que dizem as diretrizes',
    noFactors: 'Nenhuma consideração das diretrizes se aplicou.',
    weightNote: 'O sinal de mais conta a favor do que o cliente deseja; o de menos, contra. A decisão é sua.',
    policyVersion: (version) => `Diretrizes da versão ${version}.`,
    attachments: 'Anexos',
    noAttachments: 'Nada foi anexado.',
    attachmentsOnPage: 'Há mais anexos; a página da decisão mostra a lista completa.',
    attachmentsUntil: (deadline) =>
      `Os links dos anexos funcionam até ${deadline}. A página da decisão também mostra os anexos.`,
    earlier: 'Solicitações anteriores deste cliente',
    noEarlier: 'Nenhuma: é a primeira solicitação dele.',
    undecided: 'ainda sem decisão',
  },

  decision: {
    patience: 'Obrigado pela paciência. Analisamos sua solicitação e tudo o que você nos contou.',
    note: 'Um recado de quem decidiu',
    refund: 'Seu reembolso',
    how: 'Como',
    when: 'Com você até',
    ifNot:
      'Você não precisa pedir mais nada: o dinheiro chega sozinho. Se não chegar até lá, responda a este e-mail para que possamos verificar.',
    basis: {
      rules: 'As regras por trás da nossa resposta',
      facts: 'Em que nos baseamos',
      sources: { order: 'do seu pedido', mail: 'do seu e-mail' },
      window: 'Devolução normal até',
      windowOf: (days) => `nossa política de devolução: ${days}`,
      reason: 'Por que você pediu',
      reasons: {
        defective: 'Está com defeito',
        'damaged-in-transit': 'Foi danificado no transporte',
        'wrong-item': 'Veio o produto errado',
        'not-as-described': 'Não é como descrito',
        'arrived-late': 'Chegou atrasado',
        'never-arrived': 'Nunca chegou',
        'changed-mind': 'Você mudou de ideia',
        hardship: 'Doença, perda ou dificuldade',
        'charged-twice': 'Houve cobrança em dobro',
        'subscription-renewed': 'Uma assinatura se renovou sozinha',
        other: 'Outro motivo',
      },
      would: 'O que teria falado a favor do reembolso',
      wouldBe: {
        both: (one, other) => `${one}, junto com ${other}`,
        evidence: 'algo que mostre o que aconteceu, como uma foto ou um documento',
        order: 'uma compra que possamos encontrar: o número do pedido e o e-mail usado na compra',
        reason: (reason) => `outro motivo, diferente do que entendemos, por exemplo “${reason}”`,
        wish: (wish) => `outro desejo, diferente do que entendemos, por exemplo “${wish}”`,
        inWindow: 'uma entrega tão recente que o prazo de devolução ainda não tivesse terminado',
        soonAfter: (days) =>
          `uma entrega tão recente que o prazo de devolução tivesse terminado há no máximo ${days}`,
      },
    },
    again: {
      patience:
        'Obrigado pela paciência. Analisamos sua solicitação de novo, com o que você nos contou depois.',
      figure: 'Além do que já tínhamos aprovado',
      added: (total, before, more) =>
        `Ao todo, você recebe ${total}: os ${before} que já tínhamos aprovado e mais ${more} agora.`,
      kept: (before) => `O valor de ${before} que já tínhamos aprovado continua sendo seu.`,
      paid: 'Ele já foi pago.',
      toBePaid: 'Você recebe um e-mail nosso quando ele for pago.',
      declined:
        'Sentimos muito: não podemos reembolsar mais do que já tínhamos aprovado. Sabemos que não é a resposta que você esperava.',
      alternative:
        'Não podemos devolver mais dinheiro. Além do que já tínhamos aprovado, gostaríamos de oferecer outra solução:',
      same: {
        subject: (reference) => `Seu reembolso continua o mesmo (${reference})`,
        title: 'Seu reembolso continua o mesmo',
        preheader: (before) => `${before}, como já tínhamos informado.`,
        says: 'Não chegamos a um valor maior. Sabemos que talvez você esperasse mais.',
      },
    },
    approved: {
      subject: (reference) => `Seu reembolso foi aprovado (${reference})`,
      title: 'Seu reembolso foi aprovado',
      preheader: (amount, day) => `${amount}, com você até ${day}.`,
      says: 'Temos uma boa notícia: você vai receber seu dinheiro de volta.',
      saysAsked: 'Temos uma boa notícia: você vai receber de volta o valor que pediu.',
    },
    partApproved: {
      subject: (reference) => `Um reembolso foi aprovado (${reference})`,
      title: 'Um reembolso foi aprovado',
      says: (amount) => `Podemos reembolsar ${amount} a você.`,
      why: 'Por que este valor',
      saysPart: (amount) =>
        `Podemos reembolsar ${amount} a você. É uma parte do valor, e sabemos que talvez você esperasse o valor inteiro.`,
      saysOf: (amount, whole) =>
        `Podemos reembolsar a você ${amount} de ${whole}. Sabemos que talvez você esperasse o valor inteiro.`,
    },
    alternative: {
      subject: (reference) => `O que podemos oferecer a você (${reference})`,
      title: 'O que podemos oferecer a você',
      preheader: (offer) => `${offer}: veja como aceitar.`,
      says: 'Desta vez não podemos devolver o dinheiro. Gostaríamos de oferecer outra solução:',
      offer: 'Nossa oferta',
      how: 'Para aceitar, responda a este e-mail dizendo que sim. Se a oferta não servir para você, conte para nós da mesma forma, e por quê.',
    },
    declined: {
      subject: (reference) => `Nossa resposta à sua solicitação (${reference})`,
      title: 'Nossa resposta à sua solicitação',
      preheader: 'O que foi decidido, por quê, e o que você pode fazer agora.',
      says: 'Sentimos muito: não podemos reembolsar esta compra. Sabemos que não é a resposta que você esperava.',
      why: 'Por quê',
      instead: 'O que podemos oferecer no lugar',
      choose: 'Se uma destas opções ajudar você, responda a este e-mail dizendo qual.',
      next: 'O que você pode fazer agora',
      wrong:
        'Se entendemos algo errado, ou se há algo que deveríamos saber, responda a este e-mail e conte para nós. Sua resposta entra no seu protocolo.',
    },
  },

  customerReply: {
    subject: (reference: string) => `O cliente escreveu sobre ${reference}`,
    title: 'O cliente escreveu de novo',
    strangerSubject: (reference: string) => `Outra pessoa escreveu sobre ${reference}`,
    strangerTitle: 'Outra pessoa escreveu sobre este caso',
    stranger: (address: string) =>
      `Este e-mail veio de ${address}, um endereço que o caso não conhece. Pode ser o cliente usando outro endereço, ou alguém que se faz passar por ele. Ele fica anotado no caso e não muda nada.`,
    tookBack: {
      objection:
        'O cliente desistiu da nova análise: ninguém mais precisa decidir, e vale o que já tinha sido decidido.',
      request:
        'Pelo que entendemos, o cliente não pede mais nada. Nada para por isso: se há um reembolso aprovado que não deva mais ser pago, avise o financeiro.',
    },
    withdrawn: 'O cliente desistiu da solicitação. Ela foi encerrada e não há mais nada a decidir.',
    learned: 'O que sabemos agora',
    weighedAnew: (route: string) => `As diretrizes foram aplicadas de novo. Recomendação: ${route}.`,
    moreAttachments: (count: number) => `Outros anexos: ${count}.`,
    preheader: (who: string) => `${who} respondeu a um e-mail nosso.`,
    open: 'A solicitação ainda espera uma decisão. O link está no e-mail em que ela foi pedida a você; a página também mostra estas palavras.',
    stillAsked: (day: string) =>
      `A solicitação ainda espera a resposta do cliente à pergunta que fizemos, até ${day}: este e-mail não foi entendido como resposta. Enquanto isso, o link do e-mail em que a decisão foi pedida continua valendo; a página também mostra estas palavras.`,
    decided: (outcome: string, day: string) =>
      `Você decidiu esta solicitação ${onDay(day)}: ${outcome}. Pedimos ao cliente que respondesse se algo ainda precisasse ser resolvido, então leia e responda a ele, por favor.`,
    answer:
      'Para responder, escreva para o endereço abaixo e cite o protocolo, para que a resposta encontre o caso.',
  },

  feedbackReceived: {
    left: 'O cliente diz que ainda há algo a resolver. Escreva a ele, por favor.',
    nothingLeft: 'O cliente diz que não há mais nada a resolver.',
    subject: (score, reference) => `Avaliação de um cliente: ${score} (${reference})`,
    preheader: (who) => `${who} contou como foi.`,
    title: 'Um cliente nos contou como foi',
    asked: 'O que achou da forma como cuidamos da solicitação',
    scale: (score) => `${score} de 5`,
    noComment: 'O cliente não acrescentou nada por escrito.',
    next: 'A decisão foi sua; por isso, você está recebendo a avaliação. Se ainda houver algo a resolver, escreva ao cliente no endereço abaixo e cite o protocolo, para que a resposta encontre o caso.',
  },

  refundRequest: {
    subject: (amount, reference) => `Reembolsar ${amount}, por favor (${reference})`,
    title: 'Um reembolso a pagar',
    preheader: (amount, day) => `${amount}, com o cliente até ${day}.`,
    pay: 'Reembolsar, por favor',
    to: 'Pagar a',
    askedBy: 'Solicitado por',
    whoeverPaid: (order) => `Quem pagou o pedido ${order}`,
    method: 'Como, nas palavras que o cliente lê',
    by: 'Com o cliente até',
    onTop: (before, total) =>
      `A solicitação foi decidida de novo. Este valor vem além de ${before}, que já tínhamos pedido a você: ${total} ao todo. Pague cada um uma só vez, por favor.`,
    otherCurrency: (before) =>
      `A solicitação foi decidida de novo. Já tínhamos pedido a você ${before}, em outra moeda: esse valor continua valendo e não pode ser descontado deste, por isso os dois são devidos por inteiro. Se parecer mais do que se queria, fale com quem decidiu antes de pagar.`,
    promised: 'O cliente já foi informado deste valor e desta data.',
    notTold:
      'Não foi possível avisar o cliente por e-mail, ou não sabemos se ele recebeu. O valor e a data valem da mesma forma.',
    noOrder: 'Nenhum pedido está ligado a este caso. Confira o pagamento antes de enviar dinheiro.',
    otherAddress:
      'A solicitação não veio do endereço que consta no pedido. Pague somente pela mesma forma em que o pedido foi pago, nunca em uma conta indicada por e-mail.',
    instead: {
      subject: (amount, reference) => `Cuide para que ${amount} seja pago, por favor (${reference})`,
      title: 'Um reembolso de que o financeiro não soube',
      note: 'O financeiro não recebe nossos e-mails, por isso este veio para você: cuide para que este valor seja pago, por favor, e para que o financeiro volte a receber o que enviamos. Quem pagar pode avisar com o botão abaixo.',
    },
    toOriginal: 'Estorne o pagamento do próprio pedido; este e-mail nunca traz números de conta.',
    bySystem: {
      subject: (amount, reference) => `Para seu controle: ${amount} em pagamento (${reference})`,
      title: 'Um reembolso que o sistema de pagamentos paga',
      pay: 'Em pagamento',
      note: 'O sistema de pagamentos já recebeu o pedido para pagar este valor. Não pague também manualmente, por favor. Se ele não confirmar a tempo ou não conseguir pagar, escrevemos de novo.',
      look: 'O sistema de pagamentos recebeu o pedido para pagar este valor e ainda não confirmou. Confira primeiro no sistema: se já foi pago, confirme na página do botão; só pague manualmente quando tiver certeza de que o sistema não vai pagar.',
    },
  },

  followUp: {
    subject: (reference) => `Como foi? (${reference})`,
    title: 'Como foi?',
    preheader: 'Uma só pergunta, qualquer que tenha sido nossa resposta.',
    asks: (reference) =>
      `Há alguns dias você recebeu nossa resposta à solicitação ${reference}. O que você achou da forma como cuidamos dela? Queremos saber, qualquer que tenha sido a resposta.`,
    onlyOpens:
      'O clique só abre uma página. Lá você pode escrever algumas palavras; nada é registrado antes de você enviar.',
    comment: 'Escrever com suas próprias palavras',
    refundMissing: 'Se o reembolso ainda não chegou, responda a este e-mail para que possamos verificar.',
  },

  requestJoined: {
    subject: (reference) => `Acrescentado à sua solicitação aberta (${reference})`,
    preheader: 'Os dois e-mails agora são uma só solicitação.',
    title: 'Acrescentamos isto à sua solicitação',
    joined:
      'Obrigado por escrever de novo. Você já tem uma solicitação aberta sobre esta compra, então juntamos seu e-mail a ela: quem decide vê os dois.',
    figure: 'Seu protocolo',
    next: (day) => `Você recebe nossa resposta por e-mail até ${day}.`,
    late: 'Nossa resposta está demorando mais do que deveria, e pedimos desculpas. A solicitação está com uma pessoa, e seu e-mail chegou até ela.',
  },

  alreadyDecided: {
    subject: (reference) => `Sua resposta sobre ${reference}`,
    preheader: 'Como está sua solicitação e quem lê sua resposta.',
    title: 'Sua resposta chegou',
    passedOn:
      'Obrigado pela sua resposta. Nós a encaminhamos à pessoa que decidiu sua solicitação. Ela vai ler e escrever para você se ainda houver algo a resolver.',
    tookBack: {
      objection:
        'Pelo que entendemos do seu e-mail, não é mais preciso analisar sua solicitação de novo, então paramos por aqui. Vale o que já tinha sido decidido.',
      request:
        'Pelo que entendemos do seu e-mail, você não pede mais nada. Como sua solicitação já foi decidida, nada se encerra sozinho: a pessoa que decidiu lê seu e-mail e cuida disso.',
    },
    onItsWay: 'Até lá, o reembolso segue a caminho.',
    stands: (day, outcome) => `A solicitação em si foi decidida ${onDay(day)}: ${outcome}.`,
    another: (address) =>
      `Se o assunto for outra compra, envie um novo e-mail para ${address}, para que ela tenha um protocolo próprio.`,
  },

  withdrawal: {
    subject: (reference) => `Sua solicitação foi retirada (${reference})`,
    preheader: 'Você não precisa fazer mais nada.',
    title: 'Sua solicitação foi retirada',
    closed: (reference) =>
      `Obrigado por nos avisar. Pelo que entendemos do seu e-mail, você não precisa de mais nada, então encerramos a solicitação ${reference}. Você não precisa fazer mais nada.`,
    goOn: 'Se não foi isso que você quis dizer, ou se mudar de ideia, responda a este e-mail e sua solicitação continua.',
  },

  withinPolicy: {
    subject: (reference) => `Você pode devolver da forma normal (${reference})`,
    preheader: 'Você não precisa de exceção: o prazo de devolução ainda não terminou.',
    title: 'Você não precisa de exceção',
    open: 'Vimos o seu pedido: o prazo normal de devolução ainda não terminou, então você pode devolver da forma normal e não precisa esperar por nós.',
    until: 'O prazo vai até o fim de',
    next: 'Mesmo assim, uma pessoa lê sua solicitação e responde a você. Se preferir outra coisa em vez de uma devolução normal, responda a este e-mail e conte para nós.',
  },

  requestReopened: {
    subject: (reference) => `Sua solicitação continua (${reference})`,
    preheader: 'Uma pessoa vai analisá-la de novo.',
    title: 'Sua solicitação continua',
    open: 'Obrigado pelo seu e-mail. Sua solicitação está aberta de novo, com tudo o que você já escreveu, e uma pessoa vai analisá-la.',
    figure: 'Seu protocolo',
    next: (day) => `Você recebe nossa resposta por e-mail até ${day}.`,
  },

  staffNote: {
    subject: (reference) => `Anotado em ${reference}; isso não decide nada`,
    preheader: 'Seus colegas veem a nota; o cliente, não.',
    title: 'Seu e-mail foi anotado no caso',
    noted:
      'Você respondeu a um e-mail sobre um caso. O que você escreveu está no caso, onde seus colegas podem ler. Não foi enviado ao cliente.',
    toDecide:
      'O caso ainda espera uma decisão, e um e-mail não pode decidir. Para decidir, abra o link do e-mail em que ela foi pedida.',
    toCustomer: (address) => `Para escrever ao cliente, envie seu e-mail para ${address}.`,
  },

  customerQuestion: {
    subject: (reference) => `Uma pergunta sobre sua solicitação (${reference})`,
    preheader: (question) => `${question} Basta responder a este e-mail.`,
    title: 'Temos uma pergunta para você',
    asks: 'Antes de decidir sobre sua solicitação, gostaríamos de saber uma coisa de você:',
    how: 'É só responder a este e-mail, com fotos se ajudarem. Quem decide recebe sua resposta junto com tudo o que você já escreveu.',
    figure: 'Seu protocolo',
    without: (day) =>
      `Sua solicitação fica à espera da sua resposta; por isso, nossa decisão pode vir depois da data que informamos. Se você não puder responder, tudo bem: a partir de ${day}, decidimos com o que já temos.`,
  },

  delayNotice: {
    subject: (reference) => `Nossa resposta está demorando mais do que deveria (${reference})`,
    preheader: 'Não esquecemos sua solicitação, e você não precisa fazer nada.',
    title: 'Nossa resposta está demorando mais do que deveria',
    late: (day) =>
      `Você deveria ter nossa resposta até ${day}. Pedimos desculpas: está demorando mais do que isso.`,
    figure: 'Seu protocolo',
    now: 'Não esquecemos sua solicitação. Ela espera a decisão de uma pessoa, e nós continuamos cobrando até que alguém decida.',
    next: 'Você não precisa fazer nada: escrevemos assim que houver uma decisão. Se quiser acrescentar alguma coisa, responda a este e-mail.',
  },

  refundReminder: {
    subject: (amount: string, reference: string) => `Ainda a pagar: ${amount} (${reference})`,
    title: 'Ainda não sabemos se este reembolso foi pago',
    asked: (day: string) =>
      `Já pedimos este reembolso. Informamos ao cliente que ele teria o dinheiro até ${day}. Se já foi pago, confirme na página do botão; se não for possível pagar, conte por que na mesma página.`,
    late: (day: string) =>
      `Informamos ao cliente que ele teria este dinheiro até ${day}, e essa data já passou. Ele sabe do atraso. Pague agora, por favor, ou conte por que não é possível.`,
  },

  refundConfirm: {
    button: 'Confirmar o pagamento, ou dizer por que não',
    yours:
      'Este link é para quem faz o pagamento. Abrir a página não registra nada. Assim que você confirmar, o cliente fica sabendo que o dinheiro está a caminho.',
  },

  refundPaid: {
    subject: (amount: string, reference: string) => `Seu reembolso de ${amount} foi pago (${reference})`,
    preheader: (day: string) => `Ele aparece no seu extrato até ${day}.`,
    title: 'Seu reembolso foi pago',
    says: 'Seu dinheiro está a caminho.',
    figure: 'Valor pago',
    statement: 'No seu extrato até',
    payment: 'Código do pagamento',
    ifNot:
      'Se não aparecer até lá, responda a este e-mail. O código do pagamento ajuda o seu banco a localizar o valor.',
  },

  refundLate: {
    subject: (reference: string) => `Seu reembolso está atrasado (${reference})`,
    preheader: 'Demos uma data a você e não a cumprimos.',
    title: 'Seu reembolso está atrasado',
    says: (day: string) =>
      `Dissemos que você teria o reembolso até ${day}. Pelo que sabemos, ele ainda não foi pago. Pedimos desculpas.`,
    owed: 'Continua sendo seu',
    now: 'Ele continua aprovado. Cobramos de novo quem faz o pagamento e vamos continuar cobrando até que seja feito.',
    next: 'Você receberá um e-mail nosso quando for pago. Se o dinheiro já chegou, responda e avise, por favor.',
  },

  refundFailed: {
    subject: (amount: string, reference: string) =>
      `Um reembolso não pôde ser pago: ${amount} (${reference})`,
    preheader: 'O financeiro explica por quê. O cliente ainda espera o dinheiro.',
    title: 'Um reembolso não pôde ser pago',
    says: 'O financeiro não conseguiu pagar um reembolso que você aprovou. Isto foi o que escreveram:',
    next: (day: string) =>
      `Resolva isso com o cliente ou com o financeiro, por favor. Informamos ao cliente que ele teria o dinheiro até ${day}; se essa data passar, ele será avisado do atraso. Enquanto isso, o financeiro é cobrado de novo.`,
    address: (address: string) =>
      `Para escrever ao cliente, envie seu e-mail para ${address} e cite o protocolo.`,
  },

  customerUnreachable: {
    subject: (reference) => `Um cliente não recebe nossos e-mails (${reference})`,
    preheader: (who) => `Alguém precisa falar com ${who} de outra forma.`,
    title: 'Um cliente não recebe nossos e-mails',
    why: {
      bounced: 'Um e-mail nosso voltou: o servidor deste endereço não aceita e-mails para ele.',
      complained:
        'Alguém que lê este endereço marcou um e-mail nosso como spam. Não escrevemos mais para ele, para que nossos e-mails continuem chegando às outras pessoas.',
      rejected: 'Um e-mail nosso não foi entregue: o serviço de e-mail o considerou perigoso.',
      refused: 'O serviço de e-mail não aceitou um e-mail nosso para este endereço.',
      suppressed:
        'Não escrevemos para este endereço, porque e-mails anteriores voltaram ou foram marcados como spam.',
    },
    tell: 'Enquanto isso não se resolver, nenhum e-mail nosso chega a essa pessoa. Por favor, avise-a de outra forma sobre o andamento, por telefone, por exemplo; o pedido pode ter um número de contato.',
    tellOnce:
      'Por favor, conte a essa pessoa de outra forma o que o e-mail diria, ou escreva diretamente para ela.',
    mail: 'O e-mail',
    goesOn:
      'O caso em si continua. Quando o endereço voltar a funcionar, quem cuida do sistema pode liberar o envio.',
  },

  offersReminder: {
    subject: (reference: string) => `Nossa oferta termina em breve (${reference})`,
    preheader: (day: string) => `Você pode escolher até ${day}.`,
    title: 'Nossa oferta termina em breve',
    says: (day: string) =>
      `Há algum tempo oferecemos a você uma alternativa ao reembolso. Você ainda pode escolher até ${day}. Depois disso, a oferta termina.`,
    fine: 'Se preferir não ficar com nenhuma opção, não precisa fazer nada.',
  },

  offers: {
    button: 'Ver as opções e escolher',
    buttonOne: 'Ver a oferta e aceitar',
    onTop: (offer, money, before) => `${offer}: mais ${money}, além de ${before} já concedidos`,
    until: (day: string) =>
      `Você pode escolher até ${day}. Nada fica escolhido antes de você confirmar na página.`,
  },

  object: {
    says: {
      both: (day) =>
        `Até ${day}, você pode nos dizer que entendemos algo errado ou pedir que outra pessoa analise sua solicitação de novo.`,
      fact: (day) => `Até ${day}, você pode nos dizer que entendemos algo errado.`,
      decision: (day) => `Até ${day}, você pode pedir que outra pessoa analise sua solicitação de novo.`,
    },
    button: {
      both: 'Corrigir uma informação ou pedir nova análise',
      fact: 'Corrigir uma informação',
      decision: 'Pedir nova análise',
    },
    final:
      'Outra pessoa já analisou sua solicitação de novo, como você pediu, então esta é a nossa última resposta. Se alguma informação estiver errada, responda a este e-mail.',
  },

  offerAccepted: {
    subject: (offer: string, reference: string) => `${offer}: recebemos sua resposta (${reference})`,
    preheader: 'Veja o que acontece agora.',
    title: 'Recebemos sua resposta',
    figure: 'Você escolheu',
    refund: (amount: string, day: string) =>
      `Vamos pagar ${amount} a você. O dinheiro chega até ${day}, e você recebe um e-mail quando for pago.`,
    staff: 'Uma pessoa já está cuidando disso e vai escrever a você com o que for preciso.',
  },

  offerToFulfil: {
    subject: (offer: string, reference: string) => `O cliente escolheu: ${offer} (${reference})`,
    preheader: (who: string) => `${who} está esperando.`,
    title: 'Um cliente aceitou uma oferta',
    says: 'O cliente aceitou o que oferecemos. Providencie, por favor, e escreva a ele.',
    figure: 'A fazer',
  },

  objection: {
    heading: 'Por que está sendo analisada de novo',
    fact: 'O cliente diz que tínhamos uma informação errada. As diretrizes foram aplicadas de novo com o que ele diz ser o certo.',
    decision:
      'O cliente pede que alguém analise isto com outros olhos. A primeira decisão não aparece, para que a resposta seja só sua. Decida sobre o todo, por favor: o que já tiver sido aprovado continua valendo, e só se paga o que vier além disso.',
    otherCurrency: (currencies) =>
      `Já foi aprovado um valor em ${currencies}. Ele continua valendo, e só um valor na mesma moeda é descontado dele: em outra moeda, o novo valor é pago por inteiro, além do anterior.`,
    before: (value, source) => `Antes: ${value}${source && `, ${source}`}`,
    decidedBefore: (decision, person, at) =>
      `Decidido antes, com o que se sabia então: ${decision} (${person}, ${at}).`,
  },

  objectionReceived: {
    subject: (reference: string) => `Vamos analisar sua solicitação de novo (${reference})`,
    preheader: (day: string) => `Você terá uma resposta até ${day}.`,
    title: 'Vamos analisar sua solicitação de novo',
    fact: 'Obrigado por avisar. Anotamos a informação que você nos passou, e sua solicitação está sendo analisada de novo com ela.',
    decision:
      'Obrigado por explicar. Agora quem analisa é uma pessoa que ainda não decidiu sobre a sua solicitação. Ela não vê a primeira decisão, para que a resposta seja só dela.',
    next: (day: string) => `Você recebe uma resposta por e-mail até ${day}.`,
    proof: 'Se você tiver algo que comprove, como uma foto ou um recibo, responda a este e-mail com o anexo.',
    stop: 'Se preferir ficar com a primeira resposta, responda dizendo que desiste da nova análise.',
  },

  newPromise: {
    figure: 'Seu protocolo',
    next: (day) => `Você recebe nossa decisão por e-mail até ${day}.`,
    answered: {
      subject: (reference) => `Recebemos sua resposta (${reference})`,
      title: 'Recebemos sua resposta',
      says: 'Obrigado por responder. Quem decide já tem sua resposta, junto com tudo o que você escreveu antes.',
      more: 'Você não precisa fazer mais nada. Se lembrar de mais alguma coisa, responda a este e-mail.',
    },
    unanswered: {
      subject: (reference) => `Vamos decidir com o que temos (${reference})`,
      title: 'Vamos decidir com o que temos',
      says: 'Fizemos uma pergunta sobre sua solicitação e não tivemos resposta. Tudo bem: uma pessoa decide agora com o que já temos.',
      more: 'Se ainda puder nos contar, responda a este e-mail: enquanto não houver decisão, sua resposta conta.',
    },
  },

  reportReady: {
    subject: (month) => `O relatório de ${month} está pronto`,
    preheader: 'O que chegou, o que foi decidido, quanto custou e o que chama a atenção.',
    title: (month) => `${month[0]?.toUpperCase()}${month.slice(1)} em uma página`,
    findings: 'O mês em resumo',
    open: 'Abrir o relatório',
    until: (day) => `O link é seu e funciona até ${day}. Para guardar o relatório, imprima ou salve em PDF.`,
    footer: 'Você recebe este e-mail porque as diretrizes indicam você entre os responsáveis por elas.',
  },
} satisfies Catalogue;
