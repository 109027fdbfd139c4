import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** What is searched for order numbers is as long as a mail; a pattern that is fast on this much is fast on that (characters). */
const LONGEST = 2_000;
/** A pattern without repetitions inside of repetitions takes less than a hundredth of this for the longest text (ms). */
const MOST_MS = 25;
/** Up to here every length is tried: time that doubles with each character is noticed before it takes seconds. */
const ONE_BY_ONE = 40;

/**
 * Searches texts that are made to fit a pattern almost, longer and longer, and says when that takes too long; undefined where it does
 * not. The pattern is a regular expression already.
 */
export function slownessOf(pattern: string): { characters: number; ms: number } | undefined {
  const search = [new RegExp(pattern, 'giu'), new RegExp(`^(?:${pattern})$`, 'giu')];
  const hostile = hostileTexts(
    new RegExpParser().parsePattern(pattern, undefined, undefined, { unicode: true }),
  );
  for (let length = 2; length <= LONGEST; length = length < ONE_BY_ONE ? length + 1 : length * 2) {
    for (const textOf of hostile) {
      const text = textOf(length);
      // Twice, since a machine may be busy with something else once.
      if (search.some((one) => [1, 2].every(() => msFor(one, text) > MOST_MS)))
        return { characters: text.length, ms: MOST_MS };
    }
  }
  return undefined;
}

function msFor(search: RegExp, text: string): number {
  const from = performance.now();
  text.match(search);
  return performance.now() - from;
}

/** For each repetition of a pattern texts that repeat it and then end as no order number does. */
function hostileTexts(pattern: AST.Pattern): Array<(length: number) => string> {
  return repetitionsIn(pattern.alternatives).flatMap((repeated) =>
    [0, 1].map((choice) => (length: number) => `${sample(pattern, { repeated, length, choice })}\u0001`),
  );
}

function repetitionsIn(alternatives: readonly AST.Alternative[]): AST.Quantifier[] {
  return alternatives.flatMap(({ elements }) => elements.flatMap(repetitionsOf));
}

function repetitionsOf(element: AST.Element): AST.Quantifier[] {
  if (element.type === 'Quantifier') return [element, ...repetitionsOf(element.element)];
  return 'alternatives' in element ? repetitionsIn(element.alternatives) : [];
}

interface Wanted {
  /** The repetition that is as long as wanted (characters); what comes after it is left out. */
  repeated: AST.Quantifier;
  length: number;
  /** Which alternative is taken where there are several. */
  choice: number;
}

/** A text that fits the beginning of a pattern, up to the end of a repetition. */
function sample(pattern: AST.Pattern, wanted: Wanted): string {
  let isOver = false;
  const all = (elements: readonly AST.Element[]): string => elements.map(one).join('');
  const either = (alternatives: readonly AST.Alternative[]): string => {
    const leading = alternatives.find((alternative) => contains(alternative, wanted.repeated));
    return all((leading ?? alternatives[wanted.choice % alternatives.length])?.elements ?? []);
  };
  const one = (element: AST.Element): string => {
    if (isOver) return '';
    switch (element.type) {
      case 'Character':
        return String.fromCodePoint(element.value);
      case 'CharacterSet':
      case 'CharacterClass':
        return fitting(element.raw, wanted.choice);
      case 'Group':
      case 'CapturingGroup':
        return either(element.alternatives);
      case 'Quantifier': {
        const isInside = element !== wanted.repeated && contains(element, wanted.repeated);
        const once = one(element.element);
        if (isInside) return once;
        if (element !== wanted.repeated) return once.repeat(Math.min(element.min, wanted.length));
        isOver = true;
        return once.repeat(Math.ceil(wanted.length / Math.max(1, once.length)));
      }
      case 'Assertion':
        return 'alternatives' in element && contains(element, wanted.repeated)
          ? either(element.alternatives)
          : '';
      default:
        return '';
    }
  };
  return either(pattern.alternatives);
}

function contains(outer: AST.Node, inner: AST.Node): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

const COMMON = ['1', 'a', 'A', '0', 'x', '-', ' ', '_', '.', '/', '#', 'é', '\u0002'];

/** A character of a class; `choice` says which, where it has several that are common. */
function fitting(charClass: string, choice: number): string {
  const fit = new RegExp(`^${charClass}$`, 'iu');
  const found = COMMON.filter((character) => fit.test(character));
  return found[choice % found.length] ?? '';
}
