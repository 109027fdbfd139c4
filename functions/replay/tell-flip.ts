import type { Language } from '../domain/language.ts';
import { factLabel, factText } from '../wording/evaluation-facts.ts';
import { formatWeight } from '../wording/format.ts';
import { oneLine, shorten } from '../wording/plain.ts';
import { terms } from '../wording/terms.ts';
import type { Flip, TurnedFactor } from './flip.ts';
import type { PolicyLines } from './lines.ts';
import { MAX_CATEGORY } from './report-sections.ts';
import { replayWords } from './words.ts';

/** A flip and its evidence, in words. */
export interface ToldFlip {
  caseId: string;
  /** From which recommendation to which. */
  from: string;
  to: string;
  turn: Flip['turn'];
  /** Better or worse for the customer. */
  turnInWords: string;
  lines: string[];
}

/** Tells why a case flips: what people decided, the scores, each factor that speaks otherwise with its line and facts. */
export function tellFlip(
  flip: Flip,
  { language, currency, lines }: { language: Language; currency: string; lines: PolicyLines },
): ToldFlip {
  const { each: words } = replayWords[language];
  const { routes, outcomes, reasons, unknown } = terms[language];
  const price = new Intl.NumberFormat(language, { style: 'currency', currency });
  const fact = (name: string, value: string | number | boolean) => factText(name, value, language, currency);
  const named = (of: Record<string, string>, key: string) => (Object.hasOwn(of, key) ? of[key] : key) ?? key;
  const where = (line: number | undefined) => (line === undefined ? '' : ` (${words.line(String(line))})`);
  const turned = (factor: TurnedFactor) => {
    const facts = factor.facts.map(({ name, value }) => `${factLabel(name, language)}: ${fact(name, value)}`);
    const line = factor.after === null ? undefined : lines.factor(factor.id);
    return `${factor.id}${where(line)} ${weighs(factor, language)}${facts.length > 0 ? `. ${facts.join('; ')}` : ''}`;
  };
  const about = [
    flip.reason === 'unknown' ? unknown : named(reasons, flip.reason),
    flip.category === 'unknown' ? unknown : shorten(oneLine(flip.category), MAX_CATEGORY),
    ...(flip.asked === null ? [] : [`${words.asked} ${price.format(flip.asked)}`]),
  ];
  const granted = flip.granted ? `, ${words.granted} ${price.format(flip.granted)}` : '';
  const taken = `${routes[flip.after.route]}${where(lines.route(flip.after.rule))}`;
  return {
    caseId: flip.caseId,
    from: routes[flip.before.route],
    to: routes[flip.after.route],
    turn: flip.turn,
    turnInWords: words.turns[flip.turn],
    lines: [
      about.join(', '),
      `${words.decided}: ${named(outcomes, flip.outcome)}${granted}`,
      ...(flip.recommendedThen ? [`${words.atTheTime}: ${named(routes, flip.recommendedThen)}`] : []),
      `${words.score}: ${words.fact(score(flip.before.score, language), score(flip.after.score, language))}`,
      ...flip.factors.map(turned),
      ...flip.facts.map(
        ({ name, before, after }) =>
          `${factLabel(name, language)}: ${words.fact(fact(name, before), fact(name, after))}`,
      ),
      words.taken(taken),
    ],
  };
}

function score(value: number, language: Language): string {
  return new Intl.NumberFormat(language).format(value).replace('-', '−');
}

function weighs({ before, after }: TurnedFactor, language: Language): string {
  const { each: words } = replayWords[language];
  if (before === null) return words.speaks(formatWeight(after ?? 0, language));
  if (after === null) return words.silent(formatWeight(before, language));
  return words.weighs(formatWeight(before, language), formatWeight(after, language));
}
