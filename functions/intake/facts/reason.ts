import type { Certainty, Fact, Reason } from '../../domain/request.ts';
import { findPhrases, isDenied, type Match, phrasebook } from './phrases.ts';
import { fromMail, nothing } from './said.ts';
import { englishReasons } from './vocabulary/reasons-en.ts';
import { portugueseReasons } from './vocabulary/reasons-pt.ts';
import { quote, type Read } from './words.ts';

const book = phrasebook([...englishReasons, ...portugueseReasons]);

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
  'not hasnt havent didnt doesnt dont isnt wasnt arent werent nothing no never without nor neither nt nao n naum nem sem nada nunca nenhum nenhuma'.split(
    ' ',
  ),
);
/** What stands between a denial and what it denies: `not at all broken`, `não veio com nenhum defeito`. */
const passed = new Set(
  (
    'is was are were be been being a an the any at all it they really even actually exactly sign signs of kind or and ' +
    'visible physically technically either obviously arrive arrived come came have has had with damaged broken faulty defective ' +
    'foi e era esta estava ta tava veio chegou tem tinha ha havia com nenhum nenhuma um uma o a ele ela de que estao muito nada ' +
    'qualquer apresenta apresentou quebrado quebrada danificado danificada nem ou'
  ).split(' '),
);

/** A flaw that is denied hints that there is another reason, and that it is the customer's own. */
const DENIED_FLAW = 0.75;
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
    const denied = deniable.has(means) && isDenied(read.words, match.from, denials, passed);
    if (!denied) counted.add(phrase);
    const reason = denied ? 'changed-mind' : means;
    const said = denied ? { ...match, weight: DENIED_FLAW } : match;
    const there = scores.get(reason);
    if (!there) scores.set(reason, { score: said.weight, best: said });
    else {
      // What is said twice in other words speaks more, but less each time: long mails are not more right.
      there.score += denied ? 0 : weight / 2;
      if (said.weight > there.best.weight) there.best = said;
    }
  }
  const ranked = specificFirst
    .flatMap((reason) => {
      const found = scores.get(reason);
      return found ? [{ reason, ...found }] : [];
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

function certainty(reason: Reason, weight: number, score: number, next = 0): Certainty {
  if (reason === 'other' || weight < 1) return 'guess';
  return weight >= STRONG && score >= next * CLEARLY ? 'stated' : 'likely';
}
