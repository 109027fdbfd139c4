import { describe, expect, it } from 'vitest';
import type { Language } from '../../../functions/domain/language.ts';
import type { Answers } from '../../../functions/report/questions.ts';
import { reportOf } from '../../../functions/report/report.tsx';
import type { SectionId } from '../../../functions/report/section.ts';
import { readReplayOptions } from '../../../infra/local/policy/replay-options.ts';

const none: Answers = {
  volumes: [],
  waits: [],
  deadlines: [],
  levels: [],
  levelsNow: [],
  money: [],
  opinions: [],
  departures: [],
  policies: [],
  managers: [],
  managersNow: [],
  appeals: [],
  exceptions: [],
  exceptionsNow: [],
  faults: [],
  subjects: [],
  repeats: [],
};
const shop = { name: 'Sample Shop', currency: 'USD', timeZone: 'America/New_York' };
const told = (answers: Partial<Answers>, language: Language = 'en') => {
  const report = reportOf({ ...none, ...answers }, '2026-10', language, {
    shop,
    madeAt: '2026-11-01T06:00:00.000Z',
  });
  const title = (id: SectionId) => report.sections.find((one) => one.id === id)?.title;
  return { ...report, title };
};
const month = '2026-10';
/** What came in in a month and is not decided, and what was decided in a month and came in before all that are shown. */
const opened = (cases: number, of = month) => ({
  opened: of,
  decided: null,
  outcome: null,
  withdrawn: null,
  cases,
});
const decided = (outcome: 'approved' | 'declined', cases: number) => ({
  ...opened(cases, '2025-01'),
  decided: month,
  outcome,
});

describe('a month in which nothing happened', () => {
  it.each([
    ['en', 'Nothing came in and nothing was decided in October 2026', 'No money was granted as goodwill'],
    [
      'pt-BR',
      'Em outubro de 2026, nada chegou e nada foi decidido',
      'Nenhum valor foi concedido por cortesia',
    ],
  ] as const)('says so in %s, and draws nothing', (language, nothing, money) => {
    const { title, html, findings, sections } = told({}, language);
    expect(title('volumes')).toBe(nothing);
    expect(title('money')).toBe(money);
    expect(findings).toEqual([`${nothing}.`]);
    expect(sections.flatMap(({ plots, tables }) => [...plots, ...tables])).toEqual([]);
    expect(html).not.toMatch(/<svg|NaN|undefined|Infinity/);
  });
});

describe('a first month with a single request', () => {
  const only = {
    volumes: [opened(1), decided('approved', 1)],
    waits: [{ month, hours: 5, cases: 1, missed: 0 }],
    money: [{ month, currency: 'USD', reason: 'defective', cases: 1, amount: 89.9 }],
    subjects: [{ month, reason: 'defective', category: 'kitchen', cases: 1 }],
    repeats: [{ customer: '', requests: 1, customers: 1, lately: 1, approved: 1 }],
  };

  it('is told as what it is, and compared with nothing', () => {
    const { title, sections } = told(only);
    expect(title('volumes')).toBe('One request came in; one was decided, and approved');
    expect(sections[0]?.paragraphs).toContain('There is no month before it to compare with.');
    expect(title('waits')).toBe('Decisions in this month: only 1, which is too few to tell.');
    expect(title('money')).toBe('Goodwill of $89.90 was granted');
    expect(title('subjects')).toBe('There are not enough months before it to know what is usual');
    expect(title('repeats')).toBe('No customer of this month has asked 5 times or more within a year');
    expect(sections.flatMap(({ alarms }) => alarms)).toEqual([]);
  });

  it('is told in Portuguese as well', () => {
    const { title } = told(only, 'pt-BR');
    expect(title('volumes')).toBe('Chegou uma solicitação; uma foi decidida, e aprovada');
    expect(title('money')).toBe('Foram concedidos US$\u00a089,90 por cortesia');
  });
});

describe('beside the month before', () => {
  it.each([
    [100, 200, '200 requests came in, twice as many as in September'],
    [100, 300, '300 requests came in, 3 times as many as in September'],
    [100, 50, '50 requests came in, half as many as in September'],
    [100, 118, '118 requests came in, 18% more than in September'],
    [100, 82, '82 requests came in, 18% fewer than in September'],
    [100, 103, '103 requests came in, about as many as in September'],
    [0, 103, '103 requests came in'],
  ])('%s requests and now %s are put in words', (before, now, says) => {
    const { title } = told({
      volumes: [opened(before, '2026-09'), opened(now), decided('approved', 6), decided('declined', 4)],
    });
    expect(title('volumes')).toBe(`${says}; 60% of the 10 decided were approved`);
  });
});

it('money in several currencies is never added up', () => {
  const { title, sections } = told({
    money: [
      { month, currency: 'BRL', reason: 'defective', cases: 2, amount: 1234.5 },
      { month, currency: 'USD', reason: 'other', cases: 1, amount: 50 },
      { month: '2026-09', currency: 'JPY', reason: 'other', cases: 1, amount: 5000 },
    ],
  });
  expect(title('money')).toBe('Goodwill of $50.00 and R$1,234.50 was granted');
  const money = sections.find(({ id }) => id === 'money');
  expect(money?.plots).toHaveLength(3);
  expect(money?.tables[0]).toMatchObject({
    head: ['Month', 'USD', 'BRL', 'JPY'],
    rows: [
      ['Oct 2026', '$50.00', 'R$1,234.50', '¥0'],
      ['Sep 2026', '$0.00', 'R$0.00', '¥5,000'],
    ],
  });
});

it('of a manager who stands apart it says what is known, and that there may be reasons', () => {
  const row = {
    decisions: 120,
    approved_share: 0.7,
    colleagues_share: 0.69,
    difference: 0.01,
    low: -0.05,
    high: 0.07,
    two_differ: false,
  };
  const apart = {
    ...row,
    approver: `a_${'3f'.repeat(16)}`,
    approved_share: 0.41,
    colleagues_share: 0.66,
    difference: -0.25,
    low: -0.3,
    high: -0.2,
  };
  const managers = [
    { ...apart, stands_out: true },
    { ...row, approver: `a_${'aa'.repeat(16)}`, stands_out: false },
    { ...apart, approver: `a_${'bb'.repeat(16)}`, decisions: 12, stands_out: true },
  ];
  const { sections, html } = told({ managers, managersNow: managers });
  const found = sections.find(({ id }) => id === 'managers');
  expect(found?.title).toBe('One approver decides otherwise than colleagues on like cases');
  expect(found?.alarms).toEqual([
    'Within a year, approver a_3f3f3f3f approved 41% of 120 cases; colleagues approved about 66% of like ones.',
  ]);
  expect(found?.paragraphs.join(' ')).toContain('an approver may have other kinds of cases');
  expect(html).not.toContain('bbbb');
  // Who decides nothing in the month is not accused in it again.
  expect(told({ managers }).sections.flatMap(({ alarms }) => alarms)).toEqual([]);
});

it.each([
  [
    'en',
    'Within a year, two approvers differ by 20 points on like cases; the numbers cannot say which is right.',
    'No approver differs clearly (by more than 10 points) from colleagues on like cases',
  ],
  [
    'pt-BR',
    'Em um ano, dois aprovadores diferem em 20 pontos percentuais em casos parecidos; os números não dizem qual deles tem razão.',
    'Nenhum aprovador difere claramente (em mais de 10 pontos percentuais) dos colegas em casos parecidos',
  ],
] as const)('of two who differ it names neither, in %s', (language, says, otherwise) => {
  const row = { decisions: 900, approved_share: 0.7, colleagues_share: 0.5, stands_out: false };
  const pair = (two_differ: boolean) => [
    { ...row, approver: 'a_1', difference: -0.2, low: -0.25, high: -0.15, two_differ },
    { ...row, approver: 'a_2', difference: 0.2, low: 0.15, high: 0.25, two_differ },
  ];
  const of = (two_differ: boolean) => {
    const { sections } = told({ managers: pair(two_differ), managersNow: pair(two_differ) }, language);
    return sections.find(({ id }) => id === 'managers');
  };
  expect(of(true)?.alarms).toEqual([says]);
  expect(of(true)?.title).not.toBe(otherwise);
  expect(of(false)).toMatchObject({ alarms: [], title: otherwise });
});

describe('guidelines that people follow less often than the ones before', () => {
  const row = { month, cases: 100, pointed: 100, approved_against: 0, lined: 0, off_line: 0 };
  const departures = [
    { ...row, month: '2026-09', policy: '2026-01', declined_against: 8 },
    { ...row, policy: '2026-10', declined_against: 35 },
  ];
  const policies = [
    { policy_version: '2026-01', followed_share: 0.92, got_worse: false },
    { policy_version: '2026-10', followed_share: 0.65, got_worse: true },
  ];
  const alarms = (answers: Partial<Answers>, language?: Language) =>
    told(answers, language).sections.find(({ id }) => id === 'departures')?.alarms;

  it('are named, with the ones before', () => {
    expect(alarms({ departures, policies })).toEqual([
      'Since the guidelines 2026-10 came into use, people follow 65% of the recommendations; under those before, 2026-01, it was 92%.',
    ]);
    expect(alarms({ departures, policies }, 'pt-BR')).toEqual([
      'Desde que as diretrizes 2026-10 entraram em uso, as pessoas seguem 65% das recomendações; com as anteriores, 2026-01, eram 92%.',
    ]);
  });

  it('are not told of once nobody decides by them any more', () => {
    const after = departures.map((one) => ({ ...one, policy: '2026-01', declined_against: 8 }));
    expect(alarms({ departures: after, policies })).toEqual([]);
  });
});

describe('what shows over several months', () => {
  const level = { level: 2, asked: 40, decided: 40, median_hours: 30, p90_hours: 60, slow: true };
  const quick = { ...level, level: 1, median_hours: 5, slow: false };
  const exception = {
    reason: 'changed-mind',
    category: 'unknown',
    past_window: '1 to 14 days',
    decided: 30,
    approved: 29,
    approved_share: 0.97,
    low: 0.83,
    earlier_share: 1,
    later_share: 0.93,
    policy_in_fact: true,
  };
  const opinion = {
    outcome: 'declined' as const,
    answered: 40,
    average_score: 2,
    satisfied: 2,
    dissatisfied: 30,
    stands_out: true,
  };
  const other = {
    ...opinion,
    outcome: 'approved' as const,
    dissatisfied: 1,
    satisfied: 38,
    stands_out: false,
  };
  const over = { levels: [quick, level], exceptions: [exception], opinions: [opinion, other] };
  const alarms = (answers: Partial<Answers>, language: Language = 'en') =>
    told(answers, language).sections.flatMap((one) => one.alarms);

  it('is an alarm that says over what time', () => {
    const now = { levelsNow: [level], exceptionsNow: [exception], volumes: [decided('declined', 3)] };
    expect(alarms({ ...over, ...now })).toEqual([
      'Within three months, level 2 took 30 hours for a decision (the median), level 1 took 5 hours.',
      'Within three months, 75% were dissatisfied where the decision was “Declined”; of all others, 3%.',
      'Changed their mind, product not known, 1 to 14 days past the window: of 30 exceptions decided in the last half year, 29 were approved.',
    ]);
    expect(alarms({ ...over, ...now }, 'pt-BR')).toEqual([
      expect.stringMatching(/^Em três meses, o nível 2 levou 30 horas/),
      expect.stringMatching(/^Em três meses, com a decisão/),
      expect.stringMatching(/produto não identificado, .* exceções decididas no último meio ano, 29 foram/),
    ]);
  });

  it('is none in a month that has nothing of it', () => {
    expect(alarms(over)).toEqual([]);
  });

  it('has scores with one decimal each', () => {
    const { tables } = told(over).sections.find(({ id }) => id === 'opinions') ?? {};
    expect(tables?.[0]?.rows.map((row) => row.at(-1))).toEqual(['2.0', '2.0']);
  });
});

it('words of the shop stay words in the page, beside the command that drafts the factor', () => {
  const exception = {
    reason: 'other',
    category: '"><img src=x onerror=alert(1)>',
    past_window: 'still open',
    decided: 30,
    approved: 30,
    approved_share: 1,
    low: 0.88,
    earlier_share: 1,
    later_share: 1,
    policy_in_fact: true,
  };
  const { html, sections } = told({
    subjects: [{ month, reason: 'other', category: '<script>alert(1)</script>', cases: 3 }],
    exceptions: [exception],
    exceptionsNow: [exception],
  });
  expect(html).not.toMatch(/<script|<img/);
  const { command } = sections.find(({ id }) => id === 'exceptions') ?? {};
  const [, ...args] = command?.text.split('npm run policy -- ')[1]?.split(' ') ?? [];
  expect(command?.text).toMatch(/^npm run policy -- draft\b/);
  expect(readReplayOptions('draft', args, '')).toMatchObject({ which: [], write: undefined });
  expect(html).toContain(command?.text);
});
