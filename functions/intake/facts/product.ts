import type { OrderItem } from '../../domain/order.ts';
import type { Fact } from '../../domain/request.ts';
import { monthByName } from './date-words.ts';
import { remembered } from './lexicon.ts';
import { fromMail, nothing } from './said.ts';
import { quote, quoteBetween, type Read, readWords, type Word } from './words.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Words of a title that name no thing. */
const titleNoise = set(
  'the and for with from one two three set pack kit pair pieces piece new size small medium large black white red blue green ' +
    'com para por dos das uma kit par conjunto novo nova outlet book cup beginners',
);

/** The items of an order that a mail is about: those it names, by the thing itself or by half of the title's words. None where it names none. */
export function itemsNamed(items: readonly OrderItem[], { folded, words }: Read): OrderItem[] {
  const said = new Set(words.map(({ text }) => singular(text)));
  const titles = items.map((item) => ({ item, ...titleWords(item.product) }));
  const uses = new Map<string, number>();
  for (const { all } of titles) for (const word of all) uses.set(word, (uses.get(word) ?? 0) + 1);
  const named = titles.filter(({ item, all, head }) => {
    if (folded.includes(readWords(item.product).folded)) return true;
    const own = [...all].filter((word) => uses.get(word) === 1);
    if (head !== undefined && uses.get(head) === 1 && said.has(head)) return true;
    const heard = own.filter((word) => said.has(word)).length;
    return heard > 0 && heard * 2 >= own.length;
  });
  return named.map(({ item }) => item);
}

function titleWords(product: string): { all: Set<string>; head: string | undefined } {
  const { words } = readWords(product);
  const telling = words.filter(({ text }) => text.length > 2 && !/^\d/.test(text) && !titleNoise.has(text));
  // In `Wooden puzzle, 60 pieces` and `E-book reader (outlet)` the thing is the last word before the first pause.
  const [first] = telling;
  const head = telling.filter(({ clause }) => clause === first?.clause).at(-1);
  return { all: new Set(telling.map(({ text }) => singular(text))), head: head && singular(head.text) };
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

const determiners = set(
  'my our the a an this these that those meu minha meus minhas nosso nossa o os as um uma uns umas esse essa este esta',
);
const buying = set(
  'bought ordered purchased order buy return returning exchange comprei compramos encomendei pedi adquiri devolver trocar devolvendo',
);
const failing = set(
  'broke broken stopped arrived came died never doesnt isnt wasnt wont failed fell leaks leaked stinks shrank ripped burst has is was had ' +
    'quebrou parou chegou veio pifou queimou nao estragou rasgou furou encolheu esta ta foi vazou chegaram vieram nunca',
);
const owning = set('my our meu minha meus minhas nosso nossa');
/** Words that end the name of a thing. */
const ends = set(
  'from on in at that which with for and but or is was are were be been has have had i we you they it he she to of by as so because ' +
    'when while after before since two three not never only just about than then there here yesterday last this arrived came broke ' +
    'stopped broken died doesnt isnt wasnt wont failed fell didnt dont does did do will would can could cost costs online recently today per via through ' +
    'leaks leaked shrank ripped burst also even still who what where how please under your my our their his her its the a an if now again back ' +
    'na no nas nos em que e ou mas com por pelo pela eu ele ela nao foi veio chegou esta ta quebrou parou pifou queimou ha dia quando ' +
    'depois antes porque pois para pra ao aos ontem hoje semana so do da dos das se ja meu minha seu sua o a os as um uma nunca ate mesmo fiz ' +
    'estragou rasgou furou encolheu vazou chegaram vieram tem tinha era eh tambem online aqui agora desde sem voces vcs voce',
);
/** Nouns that stand for whatever was bought, or for something else. */
const noProducts = set(
  'order orders item items product products parcel package delivery purchase thing things one ones stuff it them this something anything everything ' +
    'refund money website site store shop card account bank mother father mom mum dad wife husband son daughter sister brother friend birthday ' +
    'wedding gift present problem issue mind name number email address phone box payment subscription way time first second day week month weekend ' +
    'wrong right size colour color other same full few couple lot return exchange replacement voucher request message case reason photo photos ' +
    'customer service package bag tracking courier driver company quality description dog cat house office life child kids baby grandmother grandfather ' +
    'pedido pedidos produto produtos compra compras item itens encomenda pacote coisa presente dinheiro loja site cartao conta banco mae pai marido ' +
    'esposa filho filha irma irmao amigo amiga aniversario casamento problema nome numero email endereco telefone caixa pagamento assinatura ' +
    'entrega reembolso troca devolucao estorno valor outro outra mesmo mesma errado errada tamanho cor vez mes ano dia semana isso ' +
    'cancelamento atendimento mercadoria embalagem qualidade descricao foto fotos resposta solicitacao correio correios transportadora prazo cobranca avo vo vida casa compro',
);
/** How far into a mail the thing is named at the latest (words). */
const MAX_SEARCHED = 250;
/** The longest name read (words). */
const MAX_WORDS = 5;
const LABEL =
  /^[ \t*>-]{0,6}(?:product|item|article|produto|artigo|mercadoria)(?: name| comprado)?[ \t]{0,3}[:-][ \t]{0,3}([^\n]{2,80})/im;

/** The product in the customer's words, where there is no order to tell it: after a label it is stated, else guessed from the sentence. */
export function guessProduct(read: Read): Fact<string> {
  const label = LABEL.exec(read.text)?.[1]?.trim();
  if (label && !/^(?:is|was|never|não|nao)\b/i.test(label)) {
    return fromMail(quoteBetween(label, 0, label.length), label, 'stated');
  }
  const { words } = read;
  const end = Math.min(words.length, MAX_SEARCHED);
  for (const { starts, reader } of readers) {
    for (let at = 0; at < end; at++) {
      const word = words[at];
      const found = word && starts(word) ? reader(words, at) : undefined;
      if (!found) continue;
      const said = quote(read, found.from, found.to);
      return fromMail(said, said, 'guess');
    }
  }
  return nothing;
}

interface Span {
  from: number;
  to: number;
}

/** How sentences name the thing, the surest first, and the words each begins with. */
const readers = [
  { starts: remembered((word) => buying.has(word)), reader: afterBuying },
  { starts: remembered((word) => determiners.has(word)), reader: beforeBuying },
  { starts: remembered((word) => owning.has(word) || word === 'the'), reader: beforeFailing },
];

/** `I bought a red kettle from you`. */
function afterBuying(words: readonly Word[], at: number): Span | undefined {
  let next = at + 1;
  while (next <= at + 6 && isPassedOver(words[next]?.text ?? '')) next++;
  return determiners.has(words[next]?.text ?? '') || words[next]?.text === 'a'
    ? nameFrom(words, next + 1)
    : undefined;
}

/** What may stand between buying and the thing: from whom and when. */
function isPassedOver(text: string): boolean {
  return passedOver.has(text) || monthByName.has(text) || /^\d/.test(text);
}
const passedOver = set('from you your shop de voces na loja com vcs one of online em no dia on in site seu');

/** `the lamp I bought`, `a blender which we ordered`, `o liquidificador que comprei`. */
function beforeBuying(words: readonly Word[], at: number): Span | undefined {
  const name = nameFrom(words, at + 1);
  if (!name) return undefined;
  let next = name.to + 1;
  while (
    next <= name.to + 3 &&
    /^(?:which|that|i|we|que|eu|have|had|just|recently)$/.test(words[next]?.text ?? '')
  )
    next++;
  if (next === name.to + 1 || words[next]?.clause !== words[at]?.clause) return undefined;
  return /^(?:bought|purchased|ordered|received|got|comprei|compramos|adquiri|recebi|pedi|encomendei)$/.test(
    words[next]?.text ?? '',
  )
    ? name
    : undefined;
}

/** `my kettle stopped`, `minha chaleira não liga`. */
function beforeFailing(words: readonly Word[], at: number): Span | undefined {
  const name = nameFrom(words, at + 1);
  if (!name) return undefined;
  return failing.has(words[name.to + 1]?.text ?? '') && words[name.to + 1]?.clause === words[at]?.clause
    ? name
    : undefined;
}

function nameFrom(words: readonly Word[], start: number): Span | undefined {
  let from = start;
  while (/^(?:brand|new|nov[oa]s?)$/.test(words[from]?.text ?? '')) from++;
  const { clause } = words[from - 1] ?? {};
  let to = from - 1;
  for (let at = from; at < from + MAX_WORDS; at++) {
    const word = words[at];
    if (!word || word.clause !== clause) break;
    // `máquina de lavar`, `tênis de corrida`: one thing, unless it says whose or how many.
    const joins = word.text === 'de' && at > from && isNoun(words[at + 1], clause);
    if (!joins && (ends.has(word.text) || word.text === 'de' || /^\d/.test(word.text))) break;
    if (noProducts.has(word.text)) {
      if (at === from) return undefined;
      break;
    }
    to = at;
  }
  return to >= from && (words[to]?.end ?? 0) - (words[from]?.start ?? 0) > 2 ? { from, to } : undefined;
}

function isNoun(word: Word | undefined, clause: number | undefined): boolean {
  return (
    word !== undefined &&
    word.clause === clause &&
    !ends.has(word.text) &&
    !noProducts.has(word.text) &&
    !/^(?:\d|r$|janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)/.test(
      word.text,
    )
  );
}
