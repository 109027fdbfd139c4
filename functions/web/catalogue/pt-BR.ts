import type { PageCatalogue } from './index.ts';
import { decide } from './pt-BR-decide.ts';
import { answered, asked, left, passedOn } from './pt-BR-left.ts';
import { object, offers, refund } from './pt-BR-settling.ts';

/** What the pages say, in Brazilian Portuguese. */
export const ptBR = {
  decide,
  answered,
  asked,
  passedOn,
  left,
  refund,
  offers,
  object,
  skip: 'Ir para o conteúdo',
  attachments: {
    heading: 'Anexos',
    none: 'Nada foi anexado.',
    kinds: { photo: 'Foto', video: 'Vídeo', document: 'Documento', other: 'Arquivo' },
    decoration: 'Logotipo ou ícone do e-mail',
    photo: (name) => `Foto do e-mail: ${name}`,
    disguised: (type) => `Cuidado: o e-mail diz que é ${type}, e não é. Não abra sem saber o que é.`,
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
    together: (people) => `A mesma resposta veio de ${people}.`,
    nothingToDo: 'Você não precisa fazer mais nada aqui.',
    what: 'O que foi decidido',
    amount: 'Reembolso',
    before: 'Aprovado antes',
    more: 'Pago além disso',
    nothingMore: 'nada; o que já foi aprovado continua valendo',
    offer: 'Alternativa oferecida',
    reason: 'Motivo dado ao cliente',
    note: 'Recado ao cliente',
    against: 'Por que diferente de casos iguais',
    internal: 'Recado aos colegas',
  },
  withdrawn: {
    title: (reference) => `Retirada: ${reference}`,
    heading: 'O cliente desistiu desta solicitação',
    says: (at) => `Ele escreveu em ${at} que não precisa de mais nada. Nada foi decidido.`,
    next: 'Você não precisa fazer nada. Se ele mudar de ideia, você será consultado de novo por e-mail.',
  },
  feedback: {
    title: 'Como foi?',
    intro: 'O que você achou da forma como cuidamos da sua solicitação?',
    score: 'Sua resposta',
    comment: 'Quer acrescentar algo? (opcional)',
    commentHint: 'O que foi bom, ou o que deveríamos fazer de outro jeito.',
    left: 'Ainda há algo a resolver?',
    leftHint: 'Se houver, uma pessoa lê o que você escreveu acima e entra em contato.',
    leftIs: { yes: 'Sim', no: 'Não' },
    leftNext: 'Uma pessoa vai ver o que falta resolver e escrever a você.',
    confirm: 'Esta é a minha resposta',
    confirmHint: 'Programas de e-mail às vezes abrem links sozinhos; com esta marca sabemos que é você.',
    submit: 'Enviar minha resposta',
    errorTitle: 'Erro',
    errors: {
      summary: 'Nada foi registrado ainda. Por favor, reveja:',
      stale:
        'Não foi possível confirmar que isto veio da nossa página, por isso nada foi registrado. Envie sua resposta mais uma vez, por favor.',
      score: 'Escolha uma das cinco respostas.',
      left: 'Escolha sim ou não, ou deixe em branco.',
      confirm: 'Marque a caixa para confirmar que esta é a sua resposta.',
      tooLong: (limit) => `Escreva no máximo ${limit} caracteres, por favor.`,
    },
    thanksTitle: 'Obrigado',
    thanks: 'Sua resposta foi registrada e nos ajuda a melhorar.',
    recorded: (at) => `Temos sua resposta desde ${at}. Foi isto que você nos contou:`,
    yourScore: 'Sua resposta',
    yourComment: 'Suas palavras',
    later: {
      title: 'Estamos analisando sua solicitação de novo',
      looking: (day) =>
        `Você pediu uma nova análise, e uma pessoa está cuidando disso. ${day ? `Você recebe nossa resposta por e-mail até ${day}.` : 'Você recebe nossa resposta por e-mail.'}`,
      next: 'Por isso, queremos perguntar como foi quando você tiver essa resposta. Nada foi registrado aqui agora.',
    },
    more: (reference) => `Se houver mais a dizer, responda a um dos nossos e-mails sobre ${reference}.`,
  },
  messages: {
    notFound: {
      title: 'Esta página não existe',
      text: 'O link pode ter sido cortado no caminho. Abra-o de novo a partir do e-mail ou copie-o inteiro na barra de endereços.',
    },
    early: {
      title: 'Um momento, por favor',
      text: 'Ainda estamos registrando o assunto desta página. Abra o link de novo daqui a um minuto, por favor.',
    },
    expired: {
      title: 'Este link venceu',
      text: 'Nada foi alterado. Se o assunto ainda estiver aberto, um e-mail mais recente nosso traz um link novo.',
    },
    attachmentExpired: {
      title: 'Este link para um anexo venceu',
      text: 'Abra a solicitação pelo link do e-mail: enquanto ela esperar por você, a página mostra tudo o que foi anexado.',
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
