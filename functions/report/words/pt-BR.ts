import type { Words } from './en.ts';

const late: Record<string, string> = {
  unknown: '',
  'still open': 'dentro do prazo',
  '1 to 14 days': '1 a 14 dias após o prazo',
  '15 to 30 days': '15 a 30 dias após o prazo',
  '31 to 90 days': '31 a 90 dias após o prazo',
  'more than 90 days': 'mais de 90 dias após o prazo',
};
const times = (shown: string) => `${shown} vezes`;

/** As palavras do relatório mensal, em português do Brasil. */
export const ptBR: Words = {
  title: (month) => `Solicitações de reembolso em ${month}`,
  made: (day, shop, until) =>
    `${shop}, relatório de ${day}${until ? `, com o que foi exportado até ${until}` : ''}. Meses e dias em UTC.`,
  standsOut: 'O que chama a atenção',
  nothingStandsOut: 'Neste mês, nada foge do que o acaso explica.',
  numbers: 'Os números por trás disso',
  month: 'Mês',
  total: 'Total',
  none: '–',
  unknown: 'não informado',
  unknownProduct: 'produto não identificado',
  tooFew: (count, what) =>
    `${what}: ${count === 0 ? 'nenhum registro' : `só ${count}`}, insuficiente para tirar uma conclusão.`,
  chance: 'As faixas mostram onde está o valor verdadeiro em 19 de cada 20 relatórios como este.',
  compared: {
    more: (share, month) => `, ${share} a mais do que em ${month}`,
    less: (share, month) => `, ${share} a menos do que em ${month}`,
    twice: (month) => `, o dobro de ${month}`,
    times: (shown, month) => `, ${shown} vezes o total de ${month}`,
    half: (month) => `, a metade de ${month}`,
    same: (month) => `, quase o mesmo que em ${month}`,
  },
  volumes: {
    heading: 'O que chegou e como terminou',
    nothing: (month) => `Em ${month}, nada chegou e nada foi decidido`,
    title: (opened, compared, decided) => `${opened}${compared}; ${decided}`,
    opened: (count, shown) =>
      count === 1
        ? 'Chegou uma solicitação'
        : count === 0
          ? 'Não chegou nenhuma solicitação'
          : `Chegaram ${shown} solicitações`,
    noDecision: 'nenhuma foi decidida',
    one: { approved: 'uma foi decidida, e aprovada', not: 'uma foi decidida, e não foi aprovada' },
    decided: (shown, share) => `das ${shown} decididas, ${share} foram aprovadas`,
    waiting: (count, shown) =>
      count === 0
        ? 'No fim do mês, ninguém esperava por uma resposta.'
        : `No fim do mês, ${count === 1 ? 'um cliente ainda esperava' : `${shown} clientes ainda esperavam`} por uma resposta.`,
    withdrawn: (count, shown) =>
      count === 0
        ? ''
        : count === 1
          ? 'Um cliente desistiu do pedido.'
          : `${shown} clientes desistiram do pedido.`,
    plot: 'Primeiras decisões por mês e por resultado; os recursos vêm mais abaixo. Os traços sobre as colunas são as solicitações que chegaram.',
    first: 'Não há um mês anterior para comparar.',
    columns: { opened: 'Chegaram', decided: 'Decididas', withdrawn: 'Desistências' },
  },
  waits: {
    heading: 'Quanto as pessoas esperaram',
    title: (hours, missed) => `Metade dos clientes teve a decisão em até ${hours}; ${missed}`,
    missed: (count, shown, share) =>
      count === 0
        ? 'todas as datas prometidas foram cumpridas'
        : `a data prometida não foi cumprida para ${count === 1 ? 'um deles' : `${shown} deles`} (${share})`,
    deadlines: (share, before) =>
      `O prazo de um aprovador passou em ${share} das solicitações deste mês; nos cinco meses anteriores, em ${before}.`,
    slow: (level, hours, other, others) =>
      `Em três meses, o nível ${level} levou ${hours} para decidir (mediana); o nível ${other} levou ${others}.`,
    plot: 'Tempo do e-mail do cliente até a primeira decisão, por mês: metade teve a sua até a linha de baixo; 9 em cada 10, até a de cima.',
    half: 'metade',
    most: '9 em 10',
    few: 'Decisões neste mês',
    columns: {
      cases: 'Decididas',
      half: 'Metade em até',
      most: '9 em 10 em até',
      missed: 'Data não cumprida',
      share: 'Parcela não cumprida',
      asked: 'Consultado',
      requests: 'Solicitações',
      reminded: 'Aprovador lembrado',
      passedOn: 'Passadas adiante',
      overdue: 'Sem mais ninguém a consultar',
    },
    approvers: 'Prazos dos aprovadores, pelo mês em que a solicitação chegou',
    levels: 'Por nível, em três meses, desde que foi consultado',
    level: 'Nível',
  },
  money: {
    heading: 'Quanto custou',
    title: (amounts, compared) => `Foram concedidos ${amounts} por cortesia${compared}`,
    nothing: 'Nenhum valor foi concedido por cortesia',
    says: 'Cortesia é o dinheiro além do que a política normal de devolução deve.',
    plot: (currency) => `Valor concedido por cortesia, por mês, em ${currency}.`,
    reasons: 'Por motivo, neste mês',
    columns: { reason: 'Motivo', cases: 'Reembolsos', amount: 'Concedido', mean: 'Em média' },
  },
  opinions: {
    heading: 'O que os clientes disseram',
    title: (share, answers) => `Dos ${answers} clientes que responderam, ${share} ficaram satisfeitos`,
    scale: 'Satisfeito é quem dá nota 4 ou 5; insatisfeito, 1 ou 2. Em três meses.',
    low: (outcome, share, others) =>
      `Em três meses, com a decisão “${outcome}”, ${share} ficaram insatisfeitos; nas demais, ${others}.`,
    plot: 'Parcela de clientes satisfeitos, por resultado da solicitação.',
    few: 'Respostas de clientes em três meses',
    columns: {
      outcome: 'Decisão',
      answers: 'Respostas',
      satisfied: 'Satisfeitos',
      dissatisfied: 'Insatisfeitos',
      mean: 'Nota média',
    },
  },
  departures: {
    heading: 'Onde as pessoas decidem de outra forma',
    title: (share, count) =>
      `Em ${share} de ${count} decisões, as pessoas decidiram de outra forma que a indicada pelas diretrizes`,
    few: 'Decisões com uma indicação das diretrizes, neste mês',
    more: (share, before) =>
      `As pessoas decidiram de outra forma que a indicada em ${share} dos casos deste mês; no ano anterior, em ${before}.`,
    policy: (policy, share, former, before) =>
      `Desde que as diretrizes ${policy} entraram em uso, as pessoas seguem ${share} das recomendações; com as anteriores, ${former}, eram ${before}.`,
    lines: (count, of, shown) =>
      count === 0
        ? `Dos ${of} casos com uma linha clara de casos anteriores, todos a seguiram.`
        : `Dos ${of} casos com uma linha clara de casos anteriores, ${count === 1 ? 'um foi decidido' : `${shown} foram decididos`} contra ela.`,
    noLines: 'Nenhum caso tinha uma linha clara de casos anteriores.',
    plot: 'Parcela das decisões que se afastaram da recomendação, por mês.',
    declined: 'não concedidas',
    approved: 'concedidas',
    columns: {
      pointed: 'Com recomendação',
      declined: 'Recomendadas e não concedidas',
      approved: 'Não recomendadas e concedidas',
      share: 'Parcela',
      policy: 'Diretrizes',
      lined: 'Com linha clara',
      offLine: 'Contra ela',
    },
    policies: 'Por diretrizes, em um ano',
  },
  managers: {
    heading: 'Casos parecidos, outros aprovadores',
    title:
      'Nenhum aprovador difere claramente (em mais de 10 pontos percentuais) dos colegas em casos parecidos',
    some: (count, shown) =>
      count === 1
        ? 'Um aprovador decide casos parecidos de modo diferente dos colegas'
        : `${shown} aprovadores decidem casos parecidos de modo diferente dos colegas`,
    few: 'Aprovadores com casos parecidos suficientes para comparar',
    range: (low, high) => `${low} a ${high}`,
    found: (who, share, cases, expected) =>
      `Em um ano, o aprovador ${who} aprovou ${share} de ${cases} casos; em casos parecidos, os colegas aprovaram cerca de ${expected}.`,
    two: (points) =>
      `Em um ano, dois aprovadores diferem em ${points} pontos percentuais em casos parecidos; os números não dizem qual deles tem razão.`,
    twoTitle: 'Dois aprovadores diferem em casos parecidos, e não há mais ninguém com quem compará-los',
    fair: 'Casos parecidos têm o mesmo motivo e a mesma recomendação, foram decididos no mesmo nível e têm pontuação e valor da mesma ordem. Cada aprovador é comparado com os colegas que não se afastam da maioria. Uma diferença é motivo para uma conversa, não um veredito: o aprovador pode ter outros tipos de casos que isso não mostra.',
    plot: 'Quantos casos a mais ou a menos cada aprovador concedeu em relação aos colegas em casos parecidos, em pontos percentuais, em um ano.',
    columns: {
      who: 'Aprovador',
      cases: 'Casos parecidos',
      approved: 'Aprovados',
      expected: 'Esperado pelos colegas',
      difference: 'Diferença',
      range: 'Faixa (19 em 20)',
    },
  },
  appeals: {
    heading: 'Decisões analisadas de novo',
    title: (changed, shown, count) =>
      count === 1
        ? `${changed} de ${shown} recurso em um ano mudou a decisão`
        : `${changed} de ${shown} recursos em um ano mudaram a decisão`,
    none: 'Nenhum recurso foi respondido',
    more: (month, changed, count, others) =>
      `Nas solicitações de ${month}, ${changed} de ${count} recursos mudaram a decisão; nos outros meses do ano, ${others}. Pode valer a pena ver o que as primeiras decisões não consideraram.`,
    plot: 'Recursos pelo mês em que a solicitação chegou e quantos deles mudaram a decisão a favor do cliente. Os dos meses mais recentes ainda não foram todos respondidos.',
    changed: 'mudou',
    kept: 'mantida',
    columns: { cases: 'Recursos respondidos', changed: 'Decisão mudou', share: 'Parcela' },
  },
  exceptions: {
    heading: 'Exceções que viraram regra',
    title: 'Nenhuma exceção é concedida com tanta constância que seja a regra',
    some: (count, shown) => (count === 1 ? 'Uma exceção virou regra' : `${shown} exceções viraram regra`),
    found: (what, approved, cases) =>
      `${what}: de ${cases} exceções decididas no último meio ano, ${approved} foram aprovadas.`,
    rule: 'O que se aprova com tanta constância é a política de fato. Se for essa a intenção, as diretrizes podem dizer isso, e ninguém precisa perguntar:',
    command: 'esboça o fator e mostra o que ele teria decidido e quanto teria custado.',
    plot: 'Exceções que as diretrizes deixaram em aberto ou não recomendaram: a parcela aprovada, das decididas no último meio ano.',
    few: 'Tipos de exceção com decisões suficientes',
    columns: {
      what: 'O quê',
      cases: 'Decididas',
      approved: 'Aprovadas',
      earlier: 'Na primeira metade',
      later: 'Na segunda metade',
    },
    past: (window) => late[window] ?? window,
  },
  subjects: {
    heading: 'Altas fora do comum',
    title: 'Nenhum assunto apareceu mais do que de costume',
    some: (count, shown) =>
      count === 1
        ? 'Um assunto apareceu muito mais do que de costume'
        : `${shown} assuntos apareceram muito mais do que de costume`,
    found: (what, count, usual) => `${what}: ${count} solicitações, quando o comum são cerca de ${usual}.`,
    first: 'Ainda não há meses suficientes para saber o que é comum',
    plot: (what) => `Solicitações por mês: ${what}.`,
    usual: 'o comum',
    columns: {
      what: 'Sobre',
      cases: 'Solicitações',
      usual: 'Comum',
      times: 'Quantas vezes',
      share: 'Parcela',
    },
    most: 'Os assuntos mais frequentes',
  },
  repeats: {
    heading: 'Clientes que pedem de novo',
    title: (customers, shown, often, share) =>
      `${customers === 1 ? 'Um cliente pediu' : `${shown} clientes pediram`} ${often} vezes ou mais em um ano: ${share} das solicitações deste mês`,
    none: (often) => `Nenhum cliente deste mês pediu ${often} vezes ou mais em um ano`,
    says: 'Ninguém deixa de ser atendido por pedir muitas vezes. Quem mais pediu aparece por pseudônimo: um analista pode ver o que pediu.',
    plot: 'Clientes deste mês pelo número de pedidos em um ano.',
    times: (count, shown) => (count === 1 ? 'Uma vez' : times(shown)),
    timesOrMore: (shown) => `${times(shown)} ou mais`,
    columns: {
      requests: 'Pedidos em um ano',
      customers: 'Clientes',
      lately: 'Pedidos neste mês',
      approved: 'Aprovados',
      customer: 'Cliente',
    },
    most: 'Quem mais pediu',
  },
};
