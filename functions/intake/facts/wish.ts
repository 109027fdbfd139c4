import type { Fact, Wish } from '../../domain/request.ts';
import { remembered } from './lexicon.ts';
import { findPhrases, isDenied, type Match, phrasebook } from './phrases.ts';
import { fromMail, nothing } from './said.ts';
import { wishes } from './vocabulary/wishes.ts';
import { quote, type Read, type Word } from './words.ts';

const book = phrasebook(wishes);

const denials = new Set(
  (
    'not dont doesnt didnt wont never neither nor without instead rather cannot cant isnt arent unless longer refuse decline wouldnt nt ' +
    'nao n naum nem sem vez inves lugar dispenso recuso'
  ).split(' '),
);
/** `No refund has come` does not refuse one. */
const refusing = new Set(['no', 'nenhum', 'nenhuma']);
const denialsOfOthers = new Set([...denials, ...refusing]);
const passed = new Set(
  (
    'i we you they it me us my our want wanted need wish like require interested looking seeking asking accept take for in of a an the any ' +
    'your another really just be to have get do this that or even wants please offered offer useful help helpful think thanks ' +
    'quero queremos queria aceito aceitamos preciso precisa adianta interessa interesse gostaria desejo um uma o a de do da em fazer ' +
    'e eu me por ser que mais possivel possible der puder puderem conseguirem conseguir pedir estou to nenhum nenhuma qualquer outro outra'
  ).split(' '),
);
const asking = new Set(
  (
    'want wants like please could can would request requesting requested need ask asking demand expect hope hoping require ' +
    'prefer get have receive claim give issue process send appreciate grateful love quero queria queremos gostaria solicito peco ' +
    'pedir preciso exijo aceito poderiam poderia podem pode favor desejo aceitaria solicitar fazer faz fazem faca ' +
    'facam quer pedindo espero exigir aguardo requer solicitando gostariamos'
  ).split(' '),
);
const preferring = new Set('prefer preferably prefiro preferia preferimos ideally preferencia'.split(' '));
/** `A replacement would be best`, said behind the wish. */
const best = new Set('best better ideal perfect preferable melhor preferivel'.split(' '));
/** What comes behind these is wished for only where the rest cannot be had. */
const otherwise = new Set('otherwise else failing senao contrario'.split(' '));

const saidOf = remembered((word) =>
  preferring.has(word) ? 'preferring' : asking.has(word) ? 'asking' : undefined,
);

/** How far before a wish the words of asking stand. */
const NEAR = 6;
/** And how far behind it what is best. */
const BEHIND = 4;

/** A wish that was found: asked for in so many words, or only named. */
interface Wished {
  match: Match<Wish>;
  score: number;
  asked: boolean;
}

/** What the customer would like to happen: of several wishes the one they ask for most, then the first. */
export function findWish(read: Read): Fact<Wish> {
  const best = new Map<Wish, Wished>();
  for (const wished of findWishes(read.words)) {
    const there = best.get(wished.match.means);
    if (!there || wished.score > there.score) best.set(wished.match.means, wished);
  }
  const [first, second] = [...best.values()].sort(
    (one, other) => other.score - one.score || one.match.from - other.match.from,
  );
  if (!first) return nothing;
  const { match, asked } = first;
  const alone = !second || second.score < first.score;
  const certainty = match.weight < 1 ? 'guess' : alone && (asked || !second) ? 'stated' : 'likely';
  return fromMail(match.means, quote(read, match.from, match.to), certainty);
}

/** Every wish that is not denied, in order. */
function findWishes(words: readonly Word[]): Wished[] {
  const wished: Wished[] = [];
  for (const match of findPhrases(book, words)) {
    const { means, weight, from } = match;
    if (means === 'none') continue;
    if (isDenied(words, from, means === 'refund' ? denials : denialsOfOthers, passed, 8)) continue;
    const { asked, preferred, second } = context(words, from, match.to);
    const score = (weight < 1 ? 0.4 : 1) + (asked ? 1.5 : 0) + (preferred ? 3 : 0) - (second ? 2 : 0);
    wished.push({ match: { ...match, means }, score, asked });
  }
  return wished;
}

function context(words: readonly Word[], at: number, to: number) {
  let asked = false;
  let preferred = false;
  let second = false;
  const { sentence, clause } = words[at] ?? {};
  for (let near = Math.max(0, at - NEAR); near < at; near++) {
    const word = words[near];
    if (word?.sentence !== sentence || !word) continue;
    const said = saidOf(word);
    if (said === 'asking') asked = true;
    if (said === 'preferring' && word.clause === clause) preferred = true;
    if (otherwise.has(word.text)) second = true;
  }
  for (let near = to + 1; near <= to + BEHIND; near++) {
    const word = words[near];
    if (word?.clause === clause && word && best.has(word.text)) preferred = true;
  }
  return { asked: asked || preferred, preferred, second };
}
