import type { Certainty, Fact, Reason } from '../../domain/request.ts';
import { findPhrases, isDenied, type Match, phrasebook } from './phrases.ts';
import { fromMail, nothing } from './said.ts';
import { englishReasons } from './vocabulary/reasons-en.ts';
import { portugueseReasons } from './vocabulary/reasons-pt.ts';
import { quote, type Read, type Word } from './words.ts';

const book = phrasebook([...englishReasons, ...portugueseReasons]);
/** Phrases are numbered in order: from here on they are Portuguese. */
const FIRST_PORTUGUESE = englishReasons.reduce((sum, { phrases }) => sum + phrases.length, 0);

/** Where two reasons speak equally, what is specific stands before what is general. */
const specificFirst: readonly Reason[] = [
  'charged-twice',
  'subscription-renewed',
  'hardship',
  'never-arrived',
  'wrong-item',
  'damaged-in-transit',
  'not-as-described',
  'defective',
  'arrived-late',
  'changed-mind',
  'other',
];

/** A flaw can be denied; nobody denies that they changed their mind. */
const deniable: ReadonlySet<Reason> = new Set([
  'defective',
  'damaged-in-transit',
  'wrong-item',
  'not-as-described',
  'arrived-late',
  'charged-twice',
]);

const denials = new Set(
  'not hasnt havent didnt doesnt dont isnt wasnt arent werent nothing never without nor neither nt nao n naum nem sem nada nunca nenhum nenhuma'.split(
    ' ',
  ),
);
/** `No defect` denies one; `no site dizia` names a place. */
const englishDenials = new Set([...denials, 'no']);
/** What stands between a denial and what it denies: `not at all broken`, `não veio com nenhum defeito`. */
const passed = new Set(
  (
    'is was are were be been being a an the any at all it they really even actually exactly sign signs of kind or and ' +
    'say saying said claim claiming think thinking mean that this visible physically technically either obviously arrive arrived come came have has had with damaged broken faulty defective ' +
    'foi e era esta estava ta tava veio chegou tem tinha ha havia com nenhum nenhuma um uma o a ele ela de que estao muito nada ' +
    'qualquer apresenta apresentou quebrado quebrada danificado danificada nem ou'
  ).split(' '),
);

/** A flaw that is denied hints that there is another reason, and that it is the customer's own. */
const DENIED_FLAW = 0.75;
/** What a mind that was changed gains from being all there is. */
const ALL_THERE_IS = 1;
const comingDownTo = new Set('just simply merely so simplesmente somente apenas'.split(' '));
/** Who tells of a flaw tells of an illness to say why they write so late. */
const flaws: ReadonlySet<Reason> = new Set([
  'defective',
  'damaged-in-transit',
  'wrong-item',
  'not-as-described',
  'never-arrived',
  'charged-twice',
]);
const FLAW = 2;
const EXCUSE = 0.4;
const STRONG = 2.5;
/** A reason is certain when it speaks this much more than the next. */
const CLEARLY = 1.4;

/** Why the customer wants their money back: of several reasons the one that speaks most. */
export function findReason(read: Read): Fact<Reason> {
  const scores = new Map<Reason, { score: number; best: Match<Reason | 'none'> }>();
  const counted = new Set<number>();
  for (const match of findPhrases(book, read.words)) {
    const { means, weight, phrase } = match;
    if (means === 'none' || counted.has(phrase)) continue;
    const deny = phrase < FIRST_PORTUGUESE ? englishDenials : denials;
    const denied = deniable.has(means) && isDenied(read.words, match.from, deny, passed);
    if (!denied) counted.add(phrase);
    const reason = denied ? 'changed-mind' : means;
    const said = denied
      ? { ...match, weight: DENIED_FLAW }
      : { ...match, weight: weight + (isAllThereIs(read.words, match) ? ALL_THERE_IS : 0) };
    const there = scores.get(reason);
    if (!there) scores.set(reason, { score: said.weight, best: said });
    else {
      // What is said twice in other words speaks more, but less each time: long mails are not more right.
      if (!denied) there.score += Math.min(said.weight, there.best.weight) / 2;
      if (said.weight > there.best.weight) {
        there.score += said.weight - there.best.weight;
        there.best = said;
      }
    }
  }
  const flawed = [...scores].some(([reason, { best }]) => flaws.has(reason) && best.weight >= FLAW);
  const ranked = specificFirst
    .flatMap((reason) => {
      const found = scores.get(reason);
      if (!found) return [];
      const isExcuse = reason === 'hardship' && flawed;
      return [{ reason, ...found, score: isExcuse ? found.score * EXCUSE : found.score }];
    })
    .sort((one, other) => other.score - one.score);
  const [first, second] = ranked;
  if (!first) return nothing;
  return fromMail(
    first.reason,
    quote(read, first.best.from, first.best.to),
    certainty(first.reason, first.best.weight, first.score, second?.score),
  );
}

/** `I just do not like it`, `só não gostei`: whoever says so names what it comes down to. */
function isAllThereIs(words: readonly Word[], { means, from }: Match<Reason | 'none'>): boolean {
  if (means !== 'changed-mind') return false;
  for (let at = from; at >= 0 && at >= from - 3; at--) {
    const word = words[at];
    if (word?.clause !== words[from]?.clause) return false;
    if (word && comingDownTo.has(word.text)) return true;
  }
  return false;
}

function certainty(reason: Reason, weight: number, score: number, next = 0): Certainty {
  if (reason === 'other' || weight < 1) return 'guess';
  return weight >= STRONG && score >= next * CLEARLY ? 'stated' : 'likely';
}
