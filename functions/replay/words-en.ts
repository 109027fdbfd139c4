import type { Limit } from './limits.ts';
import type { Turn } from './reckon.ts';
import type { Dimension } from './replayed.ts';

/** What a report of a replay says, in English. */
export const en = {
  title: (after: string, before: string) => `What ${after} would change of ${before}`,
  period: (from: string, to: string) => `Cases opened from ${from} to ${to}.`,
  weighed: (count: string) => `Decided cases of the export that both policies weighed: ${count}.`,
  none: 'No decided case of the export could be weighed.',
  noFlips: 'Every one of them would be recommended as before.',
  flips: (count: string, share: string) =>
    `The recommendation would be another in ${count} of them (${share}).`,
  turns: (better: string, worse: string, neither: string) =>
    `For the customer, ${better} would be better, ${worse} worse and ${neither} neither.`,
  stirred: (count: string) => `With the same recommendation, but another score or other factors: ${count}.`,
  held: (held: string, same: string, share: string) =>
    `Weighed once more by the policy of then: ${held}. Of these, ${same} came out just as they were recorded (${share}).`,
  unheld: (version: string, fingerprint: string, count: string) =>
    `Not held to the policy of then, because its text is not among those published: ${count} of ${version}${fingerprint ? ` (${fingerprint})` : ''}.`,
  history: (why: string) => `The policies published earlier could not be asked for: ${why}`,
  leftOut: (undecided: string, withoutFacts: string) =>
    `Left out: ${undecided} that nobody decided, ${withoutFacts} that were weighed before the facts of an evaluation were kept.`,
  withheld: (count: string) =>
    `Left out, because their product category is what the customer called it, which the export does not have: ${count}.`,
  flows: {
    heading: 'Where they go',
    from: 'Recommended before',
    to: 'Recommended after',
    cases: 'Cases',
    decided: 'People decided',
    granted: 'Granted',
    before: 'If followed before',
    after: 'If followed after',
  },
  money: {
    heading: 'The money',
    none: 'Nothing flips, so no money does.',
    granted: (granted: string) => `In the cases that flip, people granted ${granted}.`,
    followed: (before: string, after: string, difference: string) =>
      `If the recommendation were followed it would be ${before} by the policy before and ${after} by the one after: ${difference}.`,
    reckoned:
      'Reckoned so: approving costs what was asked for, declining nothing. Where a person is to weigh or to ask, and where nobody knows what was asked for, it is what people granted. Store credit, exchanges and repairs are not counted, nor is a product that comes back.',
    otherCurrency: (count: string) =>
      `Not added up, because they were granted in another currency: ${count}.`,
    unknownAmount: (count: string) => `Of ${count} nobody knows what was asked for.`,
  },
  people: {
    heading: 'Against what people decided',
    says: 'How often people decided as was recommended, where approving or declining was. A part of the money counts as approving, something else in its place as declining.',
    of: 'Cases',
    all: 'All',
    flipped: 'Those that flip',
    before: 'Before',
    after: 'After',
    agreed: (agreed: string, of: string, share: string) => `${agreed} of ${of} (${share})`,
    nothing: 'nothing was recommended',
  },
  work: {
    heading: 'What managers have to weigh',
    says: 'A person decides every case. Where there is no clear recommendation they have to weigh it themselves.',
    route: 'Recommendation',
    before: 'Before',
    after: 'After',
    difference: 'Difference',
  },
  touched: {
    heading: 'Who is touched',
    none: 'Nobody.',
    cases: 'Cases',
    flips: 'Flip',
    better: 'Better',
    worse: 'Worse',
    neither: 'Neither',
    dimensions: {
      reason: 'Reason',
      category: 'Product category',
      history: 'Earlier requests of the customer',
    } satisfies Record<Dimension, string>,
    others: 'all others',
    history: { '0': 'none', '1-2': 'one or two', '3+': 'three or more' } as Record<string, string>,
    more: (count: string) => `And ${count} more in which fewer flip.`,
  },
  each: {
    heading: 'Each case that flips',
    more: (shown: string, of: string) => `${shown} of ${of}. All of them are in the file that --json writes.`,
    decided: 'People decided',
    asked: 'asked for',
    granted: 'granted',
    score: 'Score',
    atTheTime: 'What people had before them then',
    speaks: (weight: string) => `now speaks with ${weight}`,
    silent: (weight: string) => `no longer speaks (it had ${weight})`,
    weighs: (before: string, after: string) => `weighs ${after}, not ${before}`,
    fact: (before: string, after: string) => `${before} before, ${after} after`,
    line: (line: string) => `line ${line}`,
    taken: (rule: string) => `Taken: ${rule}`,
    turns: { better: 'better', worse: 'worse', neither: 'neither better nor worse' } satisfies Record<
      Turn,
      string
    >,
  },
  mismatches: {
    heading: 'Not as they were recorded',
    says: 'These did not come out again under the policy they were weighed by. Please look before you trust the rest.',
    case: 'Case',
    recorded: 'Recorded',
    replayed: 'Replayed',
  },
  limits: {
    heading: 'What this cannot show',
    always:
      'Decisions stay as people took them. If they had been others, later cases would have had other precedents and other customers’ histories.',
    precedents:
      'The change is of how alike cases are found, or of windows, and a condition asks about precedents. They are counted here as they were found then.',
    exceptions:
      'The windows change, and a condition asks how many exceptions a customer had before. These are counted here by the windows of then.',
    days: 'The time zone changes. Days are counted here as they were then, and can be one off.',
    people: 'Who is asked, by when, and what is offered change as well. No recommendation depends on it.',
  } satisfies Record<Limit | 'heading' | 'always', string>,
};
