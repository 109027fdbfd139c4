const months: ReadonlyArray<readonly string[]> = [
  ['january', 'jan', 'janeiro'],
  ['february', 'feb', 'febuary', 'fevereiro', 'fev'],
  ['march', 'mar', 'marco'],
  ['april', 'apr', 'abril', 'abr'],
  ['may', 'maio', 'mai'],
  ['june', 'jun', 'junho'],
  ['july', 'jul', 'julho'],
  ['august', 'aug', 'agosto', 'ago'],
  ['september', 'sep', 'sept', 'setembro', 'set'],
  ['october', 'oct', 'outubro', 'out'],
  ['november', 'nov', 'novembro'],
  ['december', 'dec', 'dezembro', 'dez'],
];
export const monthByName: ReadonlyMap<string, number> = new Map(
  months.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);
/** Names that are everyday words as well; alone, with no day beside them, they are no month. */
export const ambiguousMonths: ReadonlySet<string> = new Set([
  'may',
  'march',
  'mar',
  'set',
  'out',
  'ago',
  'mai',
  'dez',
]);

const weekdays: ReadonlyArray<readonly string[]> = [
  ['sunday', 'domingo', 'sun'],
  ['monday', 'segunda', 'mon'],
  ['tuesday', 'terca', 'tue', 'tues'],
  ['wednesday', 'quarta', 'wed'],
  ['thursday', 'quinta', 'thu', 'thurs', 'thur'],
  ['friday', 'sexta', 'fri'],
  ['saturday', 'sabado', 'sat'],
];
export const weekdayByName: ReadonlyMap<string, number> = new Map(
  weekdays.flatMap((names, index) => names.map((name) => [name, index] as const)),
);

/** Numbers in words, in both languages; `few` is a guess at three. */
export const numberByName: ReadonlyMap<string, number> = new Map(
  Object.entries({
    a: 1,
    an: 1,
    one: 1,
    um: 1,
    uma: 1,
    two: 2,
    couple: 2,
    dois: 2,
    duas: 2,
    three: 3,
    tres: 3,
    few: 3,
    poucos: 3,
    poucas: 3,
    alguns: 3,
    algumas: 3,
    four: 4,
    quatro: 4,
    five: 5,
    cinco: 5,
    six: 6,
    seis: 6,
    seven: 7,
    sete: 7,
    eight: 8,
    oito: 8,
    nine: 9,
    nove: 9,
    ten: 10,
    dez: 10,
    eleven: 11,
    onze: 11,
    twelve: 12,
    doze: 12,
    quinze: 15,
    fifteen: 15,
    vinte: 20,
    twenty: 20,
    trinta: 30,
    thirty: 30,
    quarenta: 40,
    forty: 40,
  }),
);
/** How vague a count makes a date. */
export const vagueCounts: ReadonlySet<string> = new Set([
  'few',
  'couple',
  'poucos',
  'poucas',
  'alguns',
  'algumas',
]);

/** Units of time: days, or months. */
export const unitByName: ReadonlyMap<string, { days?: number; months?: number }> = new Map(
  Object.entries({
    day: { days: 1 },
    days: { days: 1 },
    dia: { days: 1 },
    dias: { days: 1 },
    week: { days: 7 },
    weeks: { days: 7 },
    wk: { days: 7 },
    wks: { days: 7 },
    semana: { days: 7 },
    semanas: { days: 7 },
    fortnight: { days: 14 },
    quinzena: { days: 15 },
    month: { months: 1 },
    months: { months: 1 },
    mes: { months: 1 },
    meses: { months: 1 },
    year: { months: 12 },
    years: { months: 12 },
    ano: { months: 12 },
    anos: { months: 12 },
  }),
);

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words that say a day is one of buying, of arriving, or of something else. */
export const purchaseWords = set(
  'bought buy ordered order purchased purchase purchasing placed paid payment comprei compramos comprado comprada compra pedi pedido encomendei ' +
    'encomenda encomendado adquiri adquirido fiz feita feito paguei realizei realizada realizado efetuei efetuada',
);
export const deliveryWords = set(
  'arrived arrive delivered delivery received recieved receive came got showed turned landed chegou chegaram recebi recebemos recebido recebida ' +
    'entregue entregues entregaram entrega veio vieram chegada',
);
export const otherWords = set(
  'stopped stop broke broken returned sent cancelled canceled cancel wrote called contacted emailed email mail spoke phoned messaged reply birthday wedding ' +
    'party need needed until due expire expires holiday vacation trip died passed refund return warranty travel noticed opened used worn ' +
    'started failed renewed charged replied responded event funeral surgery hospital promised ' +
    'devolvi enviei parou quebrou liguei mandei escrevi falei aniversario casamento festa ate prazo para evento viagem garantia cancelei ' +
    'pifou queimou morreu faleceu preciso precisava usei abri cobraram cobrado renovou resposta responderam postei estragou comecou internado velorio',
);
/** A delivery that was expected is none that happened. */
export const expectedWords = set(
  'supposed should expected estimated promised by before meant scheduled due latest previsto prevista prometido prometida deveria devia ate antes ' +
    'previsao prazo deadline era agendada estimada estimado prometeram',
);
