import { describe, expect, it } from 'vitest';
import { differences } from '../../functions/policy/differences.ts';
import { loadPolicy } from '../../functions/policy/load.ts';
import { defaultPolicy, defaultPolicyText } from '../support/policy.ts';

/** What a text says that has these pieces of the default policy replaced, one after the other. */
function changed(...pieces: Array<[from: string | RegExp, to: string]>): string[] {
  const text = pieces.reduce((before, [from, to]) => {
    const after = before.replace(from, to);
    if (after === before) throw new Error(`the default policy has no ${from}`);
    return after;
  }, defaultPolicyText);
  return differences(defaultPolicy.policy, loadPolicy(text, 'policy.yaml').policy);
}

const EVIDENCE = / {2}- id: evidence\n(?: {4}.*\n)+/;

describe('what another policy changes, in words', () => {
  it('is nothing where only its name, its comments and its layout differ', () => {
    expect(changed(['2026-11-01', '2026-12-01'], [/ #.*/g, ''])).toEqual([]);
  });

  it.each<[string, string | RegExp, string, string]>([
    ['a weight', 'weight: 4', 'weight: 5', 'Factor "faulty" weighs +5 instead of +4.'],
    [
      'a condition',
      'when: request.evidence > 0',
      'when: request.evidence > 1',
      'Factor "evidence" applies when request.evidence > 1 instead of request.evidence > 0.',
    ],
    [
      'a sentence',
      'en: The product was sold as a final sale.',
      'en: It was a final sale.',
      'Factor "final-sale": says.en is "It was a final sale." instead of "The product was sold as a final sale.".',
    ],
    ['the return window', 'days: 30', 'days: 14', 'The return window in days is 14 instead of 30.'],
    [
      'the window of a category',
      'electronics: { days: 15 }',
      'electronics: { days: 10 }',
      'Category "electronics": the return window in days is 10 instead of 15.',
    ],
    [
      'what can be returned',
      'beauty: { returnable: false',
      'beauty: { returnable: true',
      'Category "beauty": returnable is true instead of false.',
    ],
    [
      'a threshold',
      'scoreAtLeast: 4',
      'scoreAtLeast: 5',
      'Route "approve-as-goodwill" takes a score of at least 5 instead of 4.',
    ],
    [
      'who approves',
      'approvers: [manager@shop.example]',
      'approvers: [ana@shop.example, rui@shop.example]',
      'Level "Manager": approvers now has ana@shop.example, rui@shop.example and no longer has manager@shop.example.',
    ],
    [
      'a deadline',
      'deadlineHours: 36',
      'deadlineHours: 48',
      'Level "Manager": the time until the deadline, in hours, is 48 instead of 36.',
    ],
    [
      'an offer',
      'bonusPercent: 10',
      'bonusPercent: 15',
      'Offer "store-credit": the bonus in percent is 15 instead of 10.',
    ],
    ['anything else', 'currency: USD', 'currency: BRL', 'shop.currency is BRL instead of USD.'],
    [
      'a list',
      'staff: ["*@shop.example"]',
      'staff: ["*@shop.example", ana@agency.example]',
      'shop.staff now has ana@agency.example.',
    ],
  ])('%s', (_what, from, to, sentence) => {
    expect(changed([from, to])).toEqual([sentence]);
  });

  it('a factor that is new, with its weight, its condition and its sentences', () => {
    const added =
      '  - id: loyal\n    when: customer.orders >= 10\n    weight: 2\n    says: { en: Often here., pt-BR: Sempre aqui. }\n  - id: evidence\n';
    expect(changed(['  - id: evidence\n', added])).toEqual([
      'Factor "loyal" is new: when customer.orders >= 10, weight +2, says "Often here." / "Sempre aqui.".',
    ]);
  });

  it('a factor that is gone, with what it was', () => {
    const [sentence, ...more] = changed([EVIDENCE, '']);
    expect(sentence).toMatch(/^Factor "evidence" is gone: when request\.evidence > 0, weight \+1, says "/);
    expect(more).toEqual([]);
  });

  it('a category that is new or gone', () => {
    const [gone, ...more] = changed([/ {4}electronics: .*\n/, '    toys: { days: 60 }\n']);
    expect(gone).toMatch(/^Category "toys" is new: days 60, /);
    expect(more).toHaveLength(1);
    expect(more[0]).toMatch(/^Category "electronics" is gone: days 15, /);
  });

  it('a route that is new, and where it stands: the first that fits is taken', () => {
    expect(
      changed([
        '  - route: approve-as-goodwill\n',
        '  - route: manager\n    when: request.amount > 500.0\n  - route: approve-as-goodwill\n',
      ]),
    ).toEqual(['Route "manager" is new (number 3 of 6): when request.amount > 500.0.']);
  });

  it('of two rules for one route the one that changed, and the one that is gone', () => {
    const rule = '  - route: manager\n    when: request.amount > 500.0\n';
    const two = defaultPolicyText.replace(
      '  - route: approve-as-goodwill\n',
      `${rule}  - route: approve-as-goodwill\n`,
    );
    const tell = (before: string, after: string) =>
      differences(loadPolicy(before, 'policy.yaml').policy, loadPolicy(after, 'policy.yaml').policy);
    expect(tell(two, defaultPolicyText)).toEqual(['Route "manager" is gone: when request.amount > 500.0.']);
    expect(tell(two, two.replace('scoreAtLeast: -1', 'scoreAtLeast: 0'))).toEqual([
      'Route "manager (2)" takes a score of at least 0 instead of -1.',
    ]);
    expect(
      tell(
        two,
        two
          .replace(rule, '')
          .replace('  - route: manager\n    score', `${rule}  - route: manager\n    score`),
      ),
    ).toEqual([
      'Routes are tried in the order ask-customer, within-policy, approve-as-goodwill, manager, "manager (2)", recommend-declining ' +
        'instead of ask-customer, within-policy, manager, approve-as-goodwill, "manager (2)", recommend-declining.',
    ]);
  });

  it('a factor, a level and an offer under another name', () => {
    expect(changed(['id: evidence', 'id: proof'])).toEqual(['Factor "evidence" is now called "proof".']);
    expect(changed(['id: faulty', 'id: our-fault'], ['weight: 4', 'weight: 5'])).toEqual([
      'Factor "faulty" is now called "our-fault".',
      'Factor "our-fault" weighs +5 instead of +4.',
    ]);
    expect(changed(['name: Head of service', 'name: Owner'], ['id: repair', 'id: mending'])).toEqual([
      'Level "Head of service" is now called "Owner".',
      'Offer "repair" is now called "mending".',
    ]);
  });

  it.each<[string, string, string, string]>([
    [
      'a limit',
      '# upTo: 250',
      'upTo: 250',
      'Level "Manager": the most it decides on is now 250; it was not set.',
    ],
    [
      'how many answer',
      'approvers: [manager@shop.example]',
      'approvers: [manager@shop.example, eva@shop.example]\n      answers: all',
      'Level "Manager": approvers now has eva@shop.example. Level "Manager": the number of approvers who have to answer alike is all instead of first.',
    ],
    [
      'how long customers have',
      '  levels:',
      '  customerDays: 10\n  levels:',
      'The time a customer has to answer a question, in days, is 10 instead of 7.',
    ],
    [
      'what is typed',
      '  levels:',
      '  typeAbove: 50\n  levels:',
      'The amount above which an approval is confirmed by typing it is 50 instead of 0.',
    ],
    [
      'what takes two',
      '  levels:\n    - name: Manager\n      approvers: [manager@shop.example]',
      '  secondAbove: 500\n  levels:\n    - name: Manager\n      upTo: 400\n      approvers: [manager@shop.example]',
      'The amount above which an approval takes two people is now 500; it was not set.',
    ],
    [
      'who is away',
      '  levels:',
      '  absences: [{ approver: manager@shop.example, from: 2026-12-20, until: 2027-01-03, instead: eva@shop.example }]\n  levels:',
      'Absence of "manager@shop.example" is new: from 2026-12-20, until 2027-01-03, instead eva@shop.example.',
    ],
    [
      'who does not decide for whom',
      '  levels:',
      '  conflicts: [{ approver: manager@shop.example, customers: [tom@mail.example] }]\n  levels:',
      'Conflict of "manager@shop.example" is new: customers tom@mail.example.',
    ],
    [
      'a time zone, with what follows',
      'timeZone: America/New_York',
      'timeZone: America/Sao_Paulo',
      'shop.timeZone is America/Sao_Paulo instead of America/New_York. Days are counted anew in it: a window may close a day earlier or later.',
    ],
  ])('%s', (_what, from, to, sentences) => {
    const head = [
      'approvers: [head@shop.example]',
      'approvers: [head@shop.example, ida@shop.example]',
    ] as const;
    const told = to.includes('secondAbove') ? changed([from, to], [...head]) : changed([from, to]);
    expect(told.join(' ')).toContain(sentences);
  });

  it('a level that is gone', () => {
    const [sentence, ...more] = changed([/ {4}- name: Head of service\n(?: {6}.*\n)+/, '']);
    expect(sentence).toMatch(/^Level "Head of service" is gone: approvers head@shop\.example, /);
    expect(more).toEqual([]);
  });

  it('in the order of the file, the same whenever it is asked', () => {
    const edits: Array<[string, string]> = [
      ['afterDays: 5', 'afterDays: 7'],
      ['weight: 4', 'weight: 5'],
      ['currency: USD', 'currency: BRL'],
    ];
    const told = changed(...edits);
    expect(told.map((sentence) => sentence.split(' ')[0])).toEqual(['shop.currency', 'Factor', 'The']);
    expect(changed(...edits.toReversed())).toEqual(told);
  });

  it('backwards says the same the other way round', () => {
    const { policy } = loadPolicy(defaultPolicyText.replace('weight: 4', 'weight: 5'), 'policy.yaml');
    expect(differences(policy, defaultPolicy.policy)).toEqual(['Factor "faulty" weighs +4 instead of +5.']);
  });
});
