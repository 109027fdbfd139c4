import { rows } from '../plots.ts';
import type { Answers } from '../questions.ts';
import type { Section, Told } from '../section.ts';
import { shareInterval } from '../statistics.ts';
import { tableOf } from '../tables.ts';

type Kind = Answers['exceptions'][number];
/** Of fewer the share is not told. */
const LEAST = 10;
const DRAWN = 8;
const LISTED = 20;

/** Exceptions that are granted so steadily that they are the policy in fact (precedent creep). */
export function exceptions({ answers, words, ways }: Told): Section {
  const says = words.exceptions;
  // What is the rule first, then by how surely it is approved, as the query has them.
  const kinds = answers.exceptions.filter(({ decided }) => decided >= LEAST).slice(0, LISTED);
  const isNow = (kind: Kind) =>
    answers.exceptionsNow.some(
      (one) =>
        one.reason === kind.reason && one.category === kind.category && one.past_window === kind.past_window,
    );
  const rule = kinds.filter((kind) => kind.policy_in_fact && isNow(kind));
  const some = says.some(rule.length, ways.count(rule.length));
  const name = ({ reason, category, past_window }: Kind) =>
    [ways.about(reason, category), says.past(past_window)].filter(Boolean).join(', ');
  return {
    id: 'exceptions',
    heading: says.heading,
    title: kinds.length === 0 ? words.tooFew(0, says.few) : rule.length === 0 ? says.title : some,
    alarms: rule.map((kind) => says.found(name(kind), ways.count(kind.approved), ways.count(kind.decided))),
    paragraphs: rule.length > 0 ? [says.rule] : [],
    ...(rule.length > 0 && {
      command: { text: 'npm run policy -- draft', does: says.command },
    }),
    plots:
      kinds.length === 0
        ? []
        : [
            {
              says: `${says.plot} ${words.chance}`,
              drawing: rows(
                kinds.slice(0, DRAWN).map((kind) => ({
                  label: name(kind),
                  value: kind.approved_share,
                  shown: `${ways.share(kind.approved, kind.decided)} (${ways.count(kind.decided)})`,
                  ...shareInterval(kind.approved, kind.decided),
                  colour: kind.policy_in_fact ? 'three' : 'one',
                })),
                ways.percent,
                [0, 1],
              ),
            },
          ],
    tables: tableOf(
      says.heading,
      [
        says.columns.what,
        says.columns.cases,
        says.columns.approved,
        says.columns.earlier,
        says.columns.later,
      ],
      kinds.map((kind) => [
        name(kind),
        ways.count(kind.decided),
        ways.count(kind.approved),
        kind.earlier_share === null ? words.none : ways.percent(kind.earlier_share),
        kind.later_share === null ? words.none : ways.percent(kind.later_share),
      ]),
    ),
  };
}
