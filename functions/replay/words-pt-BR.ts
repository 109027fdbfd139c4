import type { ReplayWords } from './words.ts';

/** O que o relatório de uma simulação diz, em português do Brasil. */
export const ptBR: ReplayWords = {
  title: (after, before) => `O que ${after} mudaria em relação a ${before}`,
  period: (from, to) => `Casos abertos de ${from} a ${to}.`,
  weighed: (count) => `Casos decididos da exportação, avaliados pelas duas políticas: ${count}.`,
  none: 'Nenhum caso decidido da exportação pôde ser avaliado.',
  noFlips: 'Todos teriam a mesma recomendação de antes.',
  flips: (count, share) => `A recomendação seria outra em ${count} deles (${share}).`,
  turns: (better, worse, neither) =>
    `Para o cliente, ${better} ficariam melhores, ${worse} piores e ${neither} nem uma coisa nem outra.`,
  stirred: (count) => `Com a mesma recomendação, mas outra soma ou outros fatores: ${count}.`,
  held: (held, same, share) =>
    `Avaliados de novo pela política da época: ${held}. Destes, ${same} deram exatamente o que foi registrado (${share}).`,
  unheld: (version, fingerprint, count) =>
    `Não conferidos com a política da época, porque o texto não está entre os publicados: ${count} de ${version}${fingerprint ? ` (${fingerprint})` : ''}.`,
  history: (why) => `Não foi possível consultar as políticas publicadas antes: ${why}`,
  leftOut: (undecided, withoutFacts) =>
    `De fora: ${undecided} que ninguém decidiu, ${withoutFacts} avaliados quando os fatos da avaliação ainda não eram guardados.`,
  withheld: (count) =>
    `De fora, porque a categoria do produto está nas palavras do cliente, que a exportação não tem: ${count}.`,
  flows: {
    heading: 'Para onde vão',
    from: 'Recomendação antes',
    to: 'Recomendação depois',
    cases: 'Casos',
    decided: 'Decisões',
    granted: 'Concedido',
    before: 'Se seguida, antes',
    after: 'Se seguida, depois',
  },
  money: {
    heading: 'O dinheiro',
    none: 'Nada muda de recomendação, portanto nenhum valor muda.',
    granted: (granted) => `Nos casos que mudam, as pessoas concederam ${granted}.`,
    followed: (before, after, difference) =>
      `Seguindo a recomendação, seriam ${before} pela política de antes e ${after} pela de depois: ${difference}.`,
    reckoned:
      'O cálculo: aprovar custa o valor solicitado, recusar não custa nada. Onde uma pessoa deve pesar ou perguntar, e onde ninguém sabe o valor solicitado, vale o que as pessoas concederam. Crédito na loja, trocas e consertos não entram na conta, nem o produto que volta.',
    otherCurrency: (count) => `Fora da soma, por terem sido concedidos em outra moeda: ${count}.`,
    unknownAmount: (count) => `De ${count} ninguém sabe o valor solicitado.`,
  },
  people: {
    heading: 'Diante do que as pessoas decidiram',
    says: 'Quantas vezes as pessoas decidiram como recomendado, onde se recomendou aprovar ou recusar. Uma parte do valor conta como aprovar; outra coisa no lugar, como recusar.',
    of: 'Casos',
    all: 'Todos',
    flipped: 'Os que mudam',
    before: 'Antes',
    after: 'Depois',
    agreed: (agreed, of, share) => `${agreed} de ${of} (${share})`,
    nothing: 'nada foi recomendado',
  },
  work: {
    heading: 'O que fica para os gestores pesarem',
    says: 'Uma pessoa decide cada caso. Onde não há recomendação clara, ela mesma precisa pesar os dois lados.',
    route: 'Recomendação',
    before: 'Antes',
    after: 'Depois',
    difference: 'Diferença',
  },
  touched: {
    heading: 'Quem é atingido',
    none: 'Ninguém.',
    cases: 'Casos',
    flips: 'Mudam',
    better: 'Melhor',
    worse: 'Pior',
    neither: 'Nem um nem outro',
    dimensions: {
      reason: 'Motivo',
      category: 'Categoria do produto',
      history: 'Solicitações anteriores do cliente',
    },
    others: 'todas as outras',
    history: { '0': 'nenhuma', '1-2': 'uma ou duas', '3+': 'três ou mais' },
    more: (count) => `E mais ${count}, em que menos casos mudam.`,
  },
  each: {
    heading: 'Cada caso que muda',
    more: (shown, of) => `${shown} de ${of}. Todos estão no arquivo que --json grava.`,
    decided: 'As pessoas decidiram',
    asked: 'valor solicitado',
    granted: 'concedido',
    score: 'Soma',
    atTheTime: 'O que as pessoas tinham diante de si',
    speaks: (weight) => `agora pesa ${weight}`,
    silent: (weight) => `já não pesa (pesava ${weight})`,
    weighs: (before, after) => `pesa ${after}, e não ${before}`,
    fact: (before, after) => `${before} antes, ${after} depois`,
    line: (line) => `linha ${line}`,
    taken: (rule) => `Vale: ${rule}`,
    turns: { better: 'melhor', worse: 'pior', neither: 'nem melhor nem pior' },
  },
  mismatches: {
    heading: 'Diferentes do registrado',
    says: 'Estes não deram de novo o que foi registrado, avaliados pela própria política. Verifique isso antes de confiar no resto.',
    case: 'Caso',
    recorded: 'Registrado',
    replayed: 'Simulado',
  },
  limits: {
    heading: 'O que isto não pode mostrar',
    always:
      'As decisões ficam como as pessoas as tomaram. Fossem outras, casos posteriores teriam outros precedentes e outro histórico de clientes.',
    precedents:
      'Muda o modo de encontrar casos parecidos, ou mudam prazos, e uma condição pergunta por precedentes. Aqui eles contam como foram encontrados na época.',
    exceptions:
      'Os prazos mudam, e uma condição pergunta quantas exceções o cliente já teve. Aqui elas contam pelos prazos da época.',
    days: 'O fuso horário muda. Aqui os dias contam como na época e podem diferir em um.',
    people:
      'Também muda quem é consultado, até quando, e o que se oferece. Nenhuma recomendação depende disso.',
  },
};
