import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../functions/domain/errors.ts';
import { evaluate } from '../../functions/domain/evaluation.ts';
import { factsOf, NamedReason, NOTHING_KNOWN } from '../../functions/domain/facts.ts';
import type { Request } from '../../functions/domain/request.ts';
import { loadPolicy } from '../../functions/policy/load.ts';
import { AT, aRequest } from '../support/cases.ts';
import { defaultPolicy, defaultPolicyText } from '../support/policy.ts';

function mistakesOf(text: string): string {
  try {
    loadPolicy(text, 'policy.yaml');
  } catch (error) {
    if (error instanceof InvalidInput) return error.message;
    throw error;
  }
  return '';
}

const changed = (from: string, to: string) => {
  if (!defaultPolicyText.includes(from)) throw new Error(`the default policy has no ${from}`);
  return mistakesOf(defaultPolicyText.replace(from, to));
};

describe('a policy file with a mistake is refused, naming the line and what would be right', () => {
  it.each([
    [
      'currency: USD',
      'currency: dollars',
      /^policy\.yaml:12: shop\.currency: an ISO 4217 currency such as USD/,
    ],
    ['timeZone: America/New_York', 'timeZone: Mars', /^policy\.yaml:\d+: shop\.timeZone: an IANA time zone/],
    ["orderNumber: 'SH-\\d{5}'", "orderNumber: 'SH-('", /shop\.orderNumber: a regular expression/],
    [
      'weight: 4',
      'weight: heavy',
      /^policy\.yaml:\d+: factors\[0\]\.weight: has to be a number, not "heavy"/,
    ],
    ['product.finalSale\n', 'product.finalsale\n', /when: .*finalsale.*product\.finalSale/],
    ['when: product.finalSale\n', 'when: order.windowDays\n', /a condition is true or false/],
    ['when: product.finalSale\n', 'when: order.known &&\n', /not a CEL condition/],
    ['when: product.finalSale\n', "when: customer.name == 'Maria'\n", /name/],
    ['{product.category}', '{product.colour}', /\{product\.colour\} is no fact/],
    [
      '{order.daysPastWindow} days',
      '{daysPastWindow} days',
      /^policy\.yaml:\d+: factors\[8\]\.says\.en: \{daysPastWindow\} is not filled in: a fact is written \{order\.daysPastWindow\}$/,
    ],
    [
      '{order.windowDays}',
      '{ order.windowDays }',
      /says\.en: \{ order\.windowDays \} is not filled in: a fact is/,
    ],
    [
      'en: Store credit',
      'en: "Credit of {request.amount}"',
      /^policy\.yaml:\d+: offers\[0\]\.name\.en: \{request\.amount\} is not filled in here: only the sentences of factors/,
    ],
    [
      'refunds: refunds@',
      'refund: refunds@',
      /^policy\.yaml:10: shop\.refund: is no field here\. Fields: name, refunds, finance/m,
    ],
    ['reminderHours: 24', 'reminderHours: 48', /the reminder comes before the deadline/],
    ['id: exchange', 'id: store-credit', /offers\[1\]\.id: "store-credit" is used twice/],
    [
      '- route: recommend-declining',
      '- route: recommend-declining\n    scoreAtLeast: -5',
      /catches every other case/,
    ],
    ['afterDays: 5', 'afterDays: 90', /followUp\.afterDays/],
    ['approvers: [manager@shop.example]', 'approvers: []', /approval\.levels\[0\]\.approvers/],
    [
      'staff: ["*@shop.example"]',
      'staff: [everybody]',
      /shop\.staff\[0\]: an address such as ana@shop\.example, or \*@/,
    ],
    ['staff: ["*@shop.example"]', 'staff: ["*@example"]', /shop\.staff\[0\]: an address such as/],
    ['staff: ["*@shop.example"]', 'staff: ["*@gmail.com"]', /shop\.staff\[0\]: .*would take in customers/],
    ['forms: []', 'forms: ["*"]', /shop\.forms\[0\]: an address such as/],
    ['  days: 30\n', '', /^policy\.yaml:\d+: window\.days: is missing; it has to be a number$/],
    ['days: 30', 'days: thirty', /window\.days: has to be a number, not "thirty"/],
    ['language: en #', 'language: fr #', /shop\.language: has to be one of en, pt-BR, not "fr"/],
    [
      'returnable: false, hygiene',
      'returnabel: false, hygiene',
      /beauty\.returnabel: is no field here\. Fields: days, returnable/,
    ],
    ['weight: 4', 'weight: 40', /factors\[0\]\.weight: has to be at most 10, not 40/],
    [
      'staff: ["*@shop.example"]',
      'businessHours: { mon: 9-17 }',
      /shop\.businessHours\.mon: from and to on a 24-hour clock/,
    ],
    [
      'staff: ["*@shop.example"]',
      'businessHours: { mo: 09:00-17:00 }',
      /shop\.businessHours\.mo: is no field here/,
    ],
    [
      'staff: ["*@shop.example"]',
      'businessHours: { mon: 17:00-09:00 }',
      /the first time has to be before the second/,
    ],
    [
      'staff: ["*@shop.example"]',
      'businessHours: { mon: 09:00-17:00 }',
      /answerWithinHours: is at most 27: shop\.businessHours have 8 hours a week, and a wait ends after 24 days/,
    ],
    [
      'staff: ["*@shop.example"]',
      'holidays: [2026-02-30]',
      /shop\.holidays\[0\]: a day such as 2026-11-26, or 12-25/,
    ],
    [
      'languages: [en, pt-BR]',
      'languages: [pt-BR]',
      /shop\.language: is one of shop\.languages, which has pt-BR/,
    ],
    ['      pt-BR: O cliente diz', '      # pt-BR: O', /factors\[1\]\.says\.pt-BR: says nothing in pt-BR/],
    ['# upTo: 250', 'upTo: 0', /approval\.levels\[0\]\.upTo: has to be more than 0, not 0/],
    [
      'reminderHours: 12',
      'upTo: 500\n      reminderHours: 12',
      /levels\[1\]\.upTo: the last level decides on whatever/,
    ],
    ['factors:', 'factors: [', /^policy\.yaml:\d+: /],
    [
      'approvers: [head@shop.example]',
      'approvers: [head@shop.example, Head@shop.example]\n      answers: 2',
      /^policy\.yaml:\d+: approval\.levels\[1\]\.answers: this level has 1 approver, so at most that many can answer: say all, or name more approvers$/,
    ],
    [
      'approvers: [head@shop.example]',
      'approvers: [head@shop.example]\n      answers: both',
      /^policy\.yaml:\d+: approval\.levels\[1\]\.answers: first, all, or a number of approvers from 2 on$/,
    ],
    ['# customerDays: 7', 'customerDays: 40', /approval\.customerDays: has to be at most 24, not 40/],
    ['# typeAbove: 0', 'typeAbove: -1', /approval\.typeAbove: has to be at least 0, not -1/],
    [
      '# secondAbove: 500',
      'secondAbove: 500',
      /^policy\.yaml:\d+: approval\.levels\[0\]\.approvers: Manager may approve more than secondAbove \(500\), which takes two people: name a second approver$/m,
    ],
    [
      '# absences: [{',
      'absences: [{',
      /^policy\.yaml:\d+: approval\.absences\[0\]\.approver: nobody asks ana@example\.com: an approver of a level, or who stands in for one$/,
    ],
    [
      '# absences: [{ approver: ana@example.com, from: 2026-12-20',
      'absences: [{ approver: manager@shop.example, from: 2027-12-20',
      /^policy\.yaml:\d+: approval\.absences\[0\]\.until: is the last day away, so it is 2027-12-20 or later$/,
    ],
    [
      '# conflicts: [{',
      'conflicts: [{',
      /^policy\.yaml:\d+: approval\.conflicts\[0\]\.approver: nobody asks ana@example\.com: an approver of a level/,
    ],
    [
      '# conflicts: [{ approver: ana@example.com, customers: [tom@mail.example',
      'conflicts: [{ approver: manager@shop.example, customers: ["*@gmail.com"',
      /approval\.conflicts\[0\]\.customers\[0\]: .*mail service/,
    ],
    [
      'name: Head of service',
      'name: Manager',
      /^policy\.yaml:\d+: approval\.levels\[1\]\.name: "Manager" is the name of two levels; each needs one of its own$/,
    ],
  ])('%s -> %s', (from, to, message) => {
    expect(changed(from, to)).toMatch(message);
  });

  it('lists all mistakes at once, in the order of the file: fields, conditions, sentences, and what belongs together', () => {
    const text = [
      ['currency: USD', 'currency: x'],
      ['weight: 4', 'weight: x'],
      ['when: product.finalSale\n', 'when: product.colour\n'],
      ['{product.category}', '{product.colour}'],
      ['reminderHours: 24', 'reminderHours: 48'],
      ['id: exchange', 'id: store-credit'],
    ].reduce((changed, [from = '', to = '']) => changed.replace(from, to), defaultPolicyText);
    const fields = mistakesOf(text)
      .split('\n')
      .map((mistake) => mistake.split(': ')[1]);
    expect(fields).toEqual([
      'shop.currency',
      'factors[0].weight',
      'factors[9].says.en',
      'factors[10].when',
      'approval.levels[0].reminderHours',
      'offers[1].id',
    ]);
  });

  it('needs each sentence only in the languages of the shop, and takes it for the others', () => {
    const english = defaultPolicyText
      .replace('languages: [en, pt-BR]', 'languages: [en]')
      .replace(/^ +pt-BR: .*\n/gm, '')
      .replace(/, pt-BR: [^}]*/g, '');
    const { policy } = loadPolicy(english, 'policy.yaml');
    expect(policy.offers[0]?.name).toEqual({ en: 'Store credit', 'pt-BR': 'Store credit' });
    expect(policy.factors[0]?.says['pt-BR']).toBe('The customer did not get what they paid for.');
  });

  it('takes a policy as it was before there was more to say', () => {
    const { decisions, refund, shop, retention, approval } = defaultPolicy.policy;
    expect({ decisions, others: refund.others, holidays: shop.holidays, hours: shop.businessHours }).toEqual({
      decisions: {},
      others: [],
      holidays: [],
      hours: undefined,
    });
    expect(retention).toEqual({ closedCaseDays: 730, quarantineDays: 90 });
    expect(approval.levels.map(({ upTo }) => upTo)).toEqual([undefined, undefined]);
  });

  it('takes the absence of somebody who only stands in for an approver', () => {
    const absences = [
      '{ approver: manager@shop.example, from: 2026-12-20, until: 2027-01-03, instead: eva@shop.example }',
      '{ approver: eva@shop.example, from: 2026-12-24, until: 2026-12-26 }',
    ];
    expect(changed('  levels:', `  absences: [${absences}]\n  levels:`)).toBe('');
  });

  it('does not take an empty file for a policy', () => {
    expect(mistakesOf('')).toMatch(/^policy\.yaml:1: the file/);
  });
});

describe('a file that is no YAML is refused, naming the line, the field and what would be right', () => {
  const bomb = [
    'a: &a [x, x, x, x, x, x, x, x, x, x]',
    ...['b', 'c', 'd'].map((one, index) => {
      const before = `*${'abc'[index]}`;
      return `${one}: &${one} [${Array(9).fill(before).join(', ')}]`;
    }),
  ].join('\n');

  it.each([
    [
      'an alias of nothing',
      'a: 1\nshop:\n  name: *nope',
      '3: shop.name: *nope stands for what is named &nope',
    ],
    ['an alias of itself', 'a: &a\n  b: *a', '2: a.b: *a stands inside of what it stands for'],
    ['aliases that fill the memory', bomb, '4: d[8]: aliases (*name) stand for too much'],
    [
      'more aliases than anybody writes',
      `a: &a x\nb: [${'*a, '.repeat(101)}]`,
      '2: b[100]: a policy has at most 100',
    ],
    ['two documents', 'a: 1\n---\nb: 2', '2: the file: another document begins here, and a policy is one'],
    ['a field twice', 'shop:\n  name: A\n  name: B', '3: shop.name: stands twice in this section'],
    [
      'a condition that begins with !',
      'routes:\n  - when: !order.known',
      '2: routes[0].when: !order.known begins with !',
    ],
    ['a tab', 'shop:\n\tname: A', '2: shop: is indented with a tab; YAML takes spaces'],
    [
      'a colon in a text',
      'shop:\n  name: The shop: ours',
      '2: shop.name.The shop: a field stands where a value is expected',
    ],
    ['a quote that is not closed', 'shop:\n  name: "A', '2: shop.name: is no YAML: Missing closing "quote'],
  ])('%s', (_, text, message) => {
    expect(mistakesOf(text)).toContain(`policy.yaml:${message}`);
    expect(mistakesOf(text)).not.toContain('\n');
  });

  it('and an alias of something stands for it', () => {
    const text = defaultPolicyText
      .replace('en: The product was sold as a final sale.', 'en: &sold The product was sold as a final sale.')
      .replace('pt-BR: O produto foi vendido como venda final.', 'pt-BR: *sold');
    const { policy } = loadPolicy(text, 'policy.yaml');
    expect(policy.factors[10]?.says['pt-BR']).toBe('The product was sold as a final sale.');
  });
});

describe('a condition with a slip in it is refused, saying what would be right', () => {
  it.each([
    ['product.finalsale', 'finalsale is no fact. Did you mean product.finalSale? Facts: product.category,'],
    ['daysPastWindow > 3', 'daysPastWindow is no fact. Did you mean order.daysPastWindow? Facts:'],
    ['request.reason == defective', "defective is no fact. A text stands in quotes: 'defective'. Facts:"],
    ['customer.language == "pt"', 'language is no fact. Facts:'],
    [
      'request.amount == 500',
      'compares an amount or a share (a number with a point, such as 500.0) with a whole number',
    ],
    ["order.known == 'yes'", 'compares true or false (it needs no comparison) with a text'],
    ["request.reason in 'hardship'", "in needs a list of texts or numbers: in ['defective', 'wrong-item']"],
    ['!request.evidence', '! turns true and false round; a number or a text needs a comparison, such as > 0'],
    [
      'order.daysPastWindow',
      'a condition is true or false, but this is a value of type int: compare it with one',
    ],
    ["request.reason = 'hardship'", 'not a CEL condition: equal is written =='],
    ['order.known and product.finalSale', 'not a CEL condition: and is written &&, or is ||, not is !'],
    ['order.known & product.finalSale', 'not a CEL condition: and is written &&, or is ||'],
    ['order.daysPastWindow => 3', 'not a CEL condition: at least is written >=, at most <=, different !='],
    [
      'request.amount > 1.000,50',
      'not a CEL condition: numbers have a point before decimals and nothing between',
    ],
    [
      "request.reason == 'hardship",
      'not a CEL condition: a text is not closed; it ends with the quote it began with',
    ],
    ['order.known &&', 'not a CEL condition: it ends where something has to follow'],
    ['has(product.colour)', 'colour is no fact. Facts:'],
    ['has(product.finalsale) && order.known', 'finalsale is no fact. Did you mean product.finalSale? Facts:'],
    ["request.reason.startswith('a')", 'Functions for texts: startsWith, endsWith, contains, matches'],
  ])('%s', (condition, right) => {
    const mistake = changed('when: product.finalSale\n', `when: ${JSON.stringify(condition)}\n`);
    expect(mistake).toMatch(/^policy\.yaml:\d+: factors\[10\]\.when: /);
    expect(mistake).toContain(right);
    expect(mistake).not.toContain('\n');
  });
});

describe('an evaluation by the default policy', () => {
  const weigh = (changes: Partial<Request> = {}, earlier = {}) =>
    evaluate(
      defaultPolicy,
      factsOf(
        aRequest(changes),
        { ...NOTHING_KNOWN, customer: { ...NOTHING_KNOWN.customer, ...earlier } },
        defaultPolicy.policy,
        AT,
      ),
    );

  it('names the route, every factor that spoke in words, and the policy version', () => {
    const evaluation = weigh();
    expect(evaluation).toMatchObject({ route: 'approve-as-goodwill', policyVersion: '2026-11-01' });
    expect(evaluation.factors.map(({ id }) => id)).toEqual(['faulty', 'first-request']);
    expect(evaluation.factors[0]?.says['pt-BR']).toBe('O cliente não recebeu aquilo pelo que pagou.');
  });

  it('adds up the weights as shown', () => {
    const { score, factors } = weigh({ deliveredOn: { source: 'order', value: '2026-01-05' } });
    expect(score).toBe(factors.reduce((sum, { weight }) => sum + weight, 0));
    expect(factors.map(({ id }) => id)).toContain('long-past');
  });

  it('shows the fact a sentence speaks of', () => {
    const says = weigh({ deliveredOn: { source: 'order', value: '2026-09-28' } }).factors.map(
      ({ says }) => says.en,
    );
    expect(says).toContain('The return window was only just missed. Days since it closed: 5.');
  });

  it('says nothing that only some numbers of days make right', () => {
    for (const { id, when, says } of defaultPolicy.policy.factors) {
      // Where a condition asks for a number above 1, the plural is always right.
      if (/>=? \d*[2-9]\d*/.test(when)) continue;
      for (const text of Object.values(says)) {
        expect([id, text]).not.toEqual([id, expect.stringMatching(/\} (days|dias|exceptions|exceções)/)]);
      }
    }
  });

  it('asks the customer where there is no order', () => {
    expect(weigh({ orderNumber: { source: 'unknown' } }).route).toBe('ask-customer');
  });

  it('tells a request inside the window apart, and whoever has nothing to return', () => {
    const inside = { deliveredOn: { source: 'order', value: '2026-10-20' } } as const;
    const routeFor = (value: (typeof NamedReason.options)[number]) =>
      weigh({ ...inside, reason: { source: 'mail', value } }).route;
    const ordinary = NamedReason.options.filter((reason) => routeFor(reason) === 'within-policy');
    expect(ordinary).toEqual(['arrived-late', 'changed-mind', 'hardship']);
    const others = NamedReason.options.filter((reason) => !ordinary.includes(reason));
    expect(others.map(routeFor)).toEqual(others.map(() => 'approve-as-goodwill'));
  });

  it('is unsure of an ordinary return where nobody knows why', () => {
    const request = aRequest({
      reason: { source: 'unknown' },
      deliveredOn: { source: 'order', value: '2026-10-20' },
    });
    const facts = factsOf(request, NOTHING_KNOWN, defaultPolicy.policy, AT);
    expect(evaluate(defaultPolicy, facts, ['request.reason'])).toMatchObject({
      route: 'within-policy',
      confidence: 'low',
      unknown: ['request.reason'],
    });
  });

  it.each([
    ['2026-10-06T03:59:59.000Z', 'within-policy', 'the last minute of the last day in the shop'],
    ['2026-10-06T04:00:00.000Z', 'approve-as-goodwill', 'the minute after'],
  ])('ends the window at midnight where the shop is: %s is %s, %s', (at, route) => {
    const request = aRequest({ reason: { source: 'mail', value: 'hardship' } });
    const facts = factsOf(request, NOTHING_KNOWN, defaultPolicy.policy, at);
    expect(evaluate(defaultPolicy, facts).route).toBe(route);
  });

  it('recommends declining where much speaks against it', () => {
    const request = {
      reason: { source: 'mail', value: 'changed-mind' },
      category: { source: 'order', value: 'beauty' },
      finalSale: true,
    } as const;
    expect(weigh(request, { earlierRequests: 4, earlierExceptions: 3 }).route).toBe('recommend-declining');
  });

  it('takes previous interactions into account', () => {
    const known = weigh({}, { earlierRequests: 5, earlierExceptions: 4 });
    expect(known.factors.map(({ id }) => id)).toEqual(['faulty', 'often-approved']);
    expect(known.factors[1]?.says.en).toContain('4 exceptions');
  });

  it('is the same whoever writes, in whatever language and tone', () => {
    const twin = weigh({
      customer: { address: 'other@example.com', name: { source: 'mail', value: 'John Smith' } },
      language: 'pt-BR',
      text: 'THIS IS A DISGRACE',
      subject: '!!!',
    });
    expect(twin).toEqual(weigh());
  });
});
