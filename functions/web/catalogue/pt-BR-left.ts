import type { PageCatalogue } from './index.ts';

/** What the pages say to somebody who has answered without deciding, or is asked no longer, in Brazilian Portuguese. */
export const answered = {
  title: (reference) => `Anotado: ${reference}`,
  thanks: 'Obrigado. Sua resposta foi anotada.',
  already: 'Sua resposta já estava anotada',
  more: (count) =>
    count === 1
      ? 'Falta mais uma resposta igual à sua. Até lá, nada está decidido e o cliente não é avisado.'
      : `Faltam mais ${count} respostas iguais à sua. Até lá, nada está decidido e o cliente não é avisado.`,
  waitsFor: (people) => `Agora depende de ${people}.`,
  disagree:
    'Todos responderam, e as respostas são diferentes. Nada está decidido e o cliente não é avisado. Todos os consultados recebem um e-mail que diz isso.',
  think: 'Conversem, por favor. Quem mudar de ideia responde de novo pelo seu link.',
  nobody:
    'Ninguém que possa ser consultado agora resolveria o caso com a mesma resposta; por isso, quem cuida do sistema foi avisado. Nada está decidido e o cliente não é avisado.',
  change: 'Você não precisa fazer mais nada. Até a decisão, o link permite mudar sua resposta.',
  what: 'Sua resposta',
} satisfies PageCatalogue['answered'];

export const asked = {
  title: (reference) => `Pergunta: ${reference}`,
  thanks: 'Sua pergunta está a caminho',
  already: 'O cliente está sendo consultado',
  other: (person) => `${person} enviou outra pergunta antes, por isso a sua não foi enviada.`,
  until: (until) =>
    `O cliente a recebe por e-mail. A solicitação espera a resposta até ${until}; você é consultado de novo assim que ela chegar, ou quando esse dia passar.`,
  what: 'A pergunta',
  decide: 'Abrir a solicitação de novo',
} satisfies PageCatalogue['asked'];

export const passedOn = {
  title: (reference) => `Passada adiante: ${reference}`,
  heading: 'Esta solicitação foi passada adiante',
  because: {
    deadline: 'O prazo terminou sem decisão. Nada foi decidido pela espera.',
    recommended: 'Foi aprovado mais do que se podia decidir ali, e por isso ela seguiu como recomendação.',
    answers: 'As respostas dadas não bastaram para decidir.',
    left: 'Ninguém dos que foram consultados podia mais responder.',
    takenOver: 'Ela foi repassada a alguém de um nível mais alto, que agora decide.',
    objected: 'Ela foi decidida, e depois o cliente pediu uma nova análise.',
    reopened: 'O cliente desistiu da solicitação e depois voltou atrás.',
  },
  to: (people, level, at) => `Ela passou para ${people} (${level}) em ${at}.`,
  nobody: (level, at) => `Ela passou para o próximo nível (${level}) em ${at}.`,
  next: 'Você não precisa fazer nada. Se souber de algo importante, fale diretamente com essas pessoas.',
  yours: 'Você foi consultado de novo e ainda pode decidir.',
  open: 'Abrir a solicitação',
} satisfies PageCatalogue['passedOn'];

export const left = {
  title: (reference) => `Não está mais com você: ${reference}`,
  headings: {
    'handed-over': 'Você repassou esta solicitação',
    conflict: 'Você não é mais consultado sobre esta solicitação',
    away: 'Outra pessoa responde a esta solicitação',
    excluded: 'Você não é mais consultado sobre esta solicitação',
    unreachable: 'Nosso e-mail não chegou até você',
  },
  says: {
    'handed-over': (at) => `Você a repassou em ${at}.`,
    conflict: (at) => `Você informou um conflito de interesse em ${at}; por isso, outra pessoa decide.`,
    away: (at) => `Em ${at} soubemos que você está ausente; por isso, outra pessoa decide.`,
    excluded: () =>
      'Outra pessoa decide sobre este cliente: assim dizem as diretrizes, ou você informou um conflito de interesse em outra solicitação.',
    unreachable: (at) =>
      `Um e-mail para você voltou em ${at}; por isso, outra pessoa foi consultada no seu lugar.`,
  },
  note: 'O que você escreveu sobre isso',
  with: (people) => `Agora ela está com ${people}.`,
  nobody: 'Ainda não foi possível consultar ninguém; quem cuida do sistema foi avisado.',
  next: 'Você não precisa fazer nada aqui.',
  mail: 'A consulta é feita por e-mail.',
  until: (until) => `Você está ausente até ${until}; até lá, novas solicitações vão para outra pessoa.`,
  notAway:
    'Isso vale só para esta solicitação. Não há ausência sua anotada, e novas solicitações chegam até você.',
  back: 'Sua ausência',
  day: 'Último dia da sua ausência',
  dayHint: 'Hoje, ou um dia anterior, diz que você voltou. Esta solicitação fica onde está.',
  change: 'Alterar',
} satisfies PageCatalogue['left'];
