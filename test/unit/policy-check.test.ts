import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../functions/domain/errors.ts';
import { checkPolicy } from '../../functions/policy/check/check.ts';
import { changedPolicy as changed, defaultPolicyText, GAP, lineOf } from '../support/policy.ts';

/** What checking finds beside the one thing the default policy leaves open. */
function found(text: string): string[] {
  return checkPolicy(text, 'p.yaml').warnings.filter((warning) => !GAP.test(warning));
}

const FINAL_SALE = 'when: product.finalSale\n';
const final = (condition: string) => changed([FINAL_SALE, `when: ${condition}\n`]);

describe('the default policy', () => {
  it('has no mistakes, and leaves one range to the other factors on purpose', () => {
    const { warnings } = checkPolicy(defaultPolicyText, 'p.yaml');
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(GAP);
  });

  it('says what was tried', () => {
    const { tried } = checkPolicy(defaultPolicyText, 'p.yaml');
    expect(tried[0]).toMatch(
      /^Tried on [\d,]+ combinations of these values, all that the conditions tell apart:$/,
    );
    expect(tried).toContain('  request.evidence: 0, 1');
    expect(tried.join()).toContain('order.daysPastWindow: ');
  });

  it('comes to the same every time', () => {
    expect(checkPolicy(defaultPolicyText, 'p.yaml')).toEqual({
      ...checkPolicy(defaultPolicyText, 'p.yaml'),
      compiled: expect.anything(),
    });
  });
});

describe('a factor that can never speak is found, by its line', () => {
  it.each([
    ['a range with nothing in it', 'order.daysPastWindow > 20 && order.daysPastWindow < 10'],
    ['a number below what there is', 'request.evidence < 0'],
    ['more precedents than are looked for', 'precedents.count > 5'],
    ['a share above all', 'precedents.approvedShare > 1.0'],
    ['more exceptions than requests', 'customer.earlierExceptions > customer.earlierRequests'],
    ['money spent without an order', 'customer.orders == 0 && customer.spend > 0.0'],
    ['a delivery before the purchase', 'order.daysSinceDelivery > order.daysSincePurchase'],
    ['days that do not add up', 'order.daysPastWindow > 50 && order.daysSinceDelivery < 40'],
    [
      'a category with another window than its own',
      "product.category == 'electronics' && order.windowDays == 30",
    ],
    ['a flag that no category has with it', 'product.perishable && product.digital'],
    ['an order nobody knows', 'product.finalSale && !order.known'],
    ['two reasons at once', "request.reason == 'hardship' && request.reason == 'defective'"],
    ['what the first half rules out', 'product.returnable && !product.returnable'],
  ])('%s: %s', (_, condition) => {
    const text = final(`"${condition}"`);
    const line = lineOf(text, condition);
    expect(found(text)).toEqual([
      expect.stringMatching(
        `^p\\.yaml:${line}: factors\\[10\\]\\.when: never holds in all .* so this factor never speaks`,
      ),
    ]);
  });

  it.each([
    ['order.daysPastWindow > 20 && order.daysPastWindow < 22'],
    ['order.daysSincePurchase > 400 && order.daysPastWindow <= 0'],
    ['customer.earlierRequests >= 7 && customer.earlierExceptions == 7'],
    ['precedents.count == 5 && precedents.approvedShare == 0.8'],
    ["product.category == 'electronics' && order.daysSinceDelivery == 16 && order.daysPastWindow == 1"],
    ['request.amount * 2.0 > 100.0 && request.amount < 60.0'],
    ['customer.daysSinceLastRequest > 365'],
    ["product.category.startsWith('elec')"],
    ["order.channel == 'marketplace'"],
    ["order.channel.startsWith('shop-')"],
    ['customer.spend > request.amount'],
    ['request.amount / 3.0 > 100.0 && request.amount / 3.0 < 110.0'],
    ['order.daysSincePurchase - order.daysSinceDelivery > 20'],
    ['double(customer.earlierExceptions) > 0.5 * double(customer.earlierRequests)'],
    ["product.category.matches('^(toys|games)$')"],
    ['size(product.category) > 12'],
  ])('and one that can, is not: %s', (condition) => {
    expect(found(final(`"${condition}"`)).filter((warning) => warning.includes('never'))).toEqual([]);
  });

  it('says which conditions it cannot judge, and judges no route by them', () => {
    const text = changed(
      [FINAL_SALE, 'when: size(product.category) > 12\n'],
      ['scoreAtLeast: 4', 'scoreAtLeast: 40'],
    );
    const { warnings, tried } = checkPolicy(text, 'p.yaml');
    expect(warnings.filter((warning) => !GAP.test(warning))).toEqual([]);
    expect(tried[0]).toBe(
      'Not judged, because it asks for more than a list of values: size(product.category) > 12',
    );
  });

  it('names a reason that there is not, and what there is', () => {
    const text = changed(["request.reason == 'hardship'", "request.reason == 'hardshipp'"]);
    const line = lineOf(text, "'hardshipp'");
    expect(found(text)).toEqual([
      expect.stringMatching(
        `^p\\.yaml:${line}: factors\\[3\\]\\.when: "hardshipp" is no request\\.reason; there are defective,`,
      ),
      expect.stringMatching(`^p\\.yaml:${line}: factors\\[3\\]\\.when: never holds`),
    ]);
  });

  it('names a factor that speaks in every case', () => {
    const text = final('product.price >= 0.0');
    expect(found(text)).toEqual([
      expect.stringMatching(
        /^p\.yaml:\d+: factors\[10\]\.when: holds in all \d+ .* tells no case from another/,
      ),
    ]);
  });
});

describe('a range that no factor speaks of is found', () => {
  it('between two that are spoken of', () => {
    const text = changed([
      'customer.earlierRequests == 0',
      'customer.earlierRequests == 0 || customer.earlierRequests > 3',
    ]);
    const other = changed([FINAL_SALE, 'when: customer.earlierRequests > 3\n']);
    expect(found(text)).toEqual([]);
    expect(found(other)).toEqual([
      expect.stringMatching(
        /^p\.yaml:\d+: factors\[12\]\.when: no factor speaks of customer\.earlierRequests between 0 and 4/,
      ),
    ]);
  });

  it('and none where the ranges touch', () => {
    const text = changed(['order.daysPastWindow > 90', 'order.daysPastWindow > 14']);
    expect(checkPolicy(text, 'p.yaml').warnings).toEqual([]);
  });
});

describe('routes that contradict each other are found', () => {
  const MANAGER = '- route: manager\n    scoreAtLeast: -1';

  it('thresholds out of order: one below that can never be reached', () => {
    const text = changed([MANAGER, '- route: manager\n    scoreAtLeast: 6']);
    expect(found(text)).toEqual([
      `p.yaml:${lineOf(text, '- route: manager')}: routes[3]: "manager" is never recommended: routes[2] (approve-as-goodwill) takes every score from 4 before; thresholds go from high to low`,
    ]);
  });

  it('a threshold that no score reaches', () => {
    const text = changed(['scoreAtLeast: 4', 'scoreAtLeast: 40']);
    expect(found(text)).toEqual([
      expect.stringMatching(
        `^p\\.yaml:${lineOf(text, 'scoreAtLeast: 40')}: routes\\[2\\]\\.scoreAtLeast: "approve-as-goodwill" is never recommended: the highest score that comes up where it could be is \\d+$`,
      ),
    ]);
  });

  it('a last route that nothing is left for', () => {
    const text = changed(['scoreAtLeast: -1', 'scoreAtLeast: -50']);
    expect(found(text)).toEqual([
      expect.stringMatching(
        /^p\.yaml:\d+: routes\[4\]: "recommend-declining" is never recommended: wherever it fits, .* routes\[3\] \(manager\)/,
      ),
    ]);
  });

  it('a condition that an earlier route has taken already', () => {
    const text = changed([
      MANAGER,
      `- route: manager\n    when: "!order.known && request.reason == 'hardship'"`,
    ]);
    expect(found(text)).toEqual([
      expect.stringMatching(
        /routes\[3\]: "manager" is never recommended: wherever it fits, .*: routes\[0\] \(ask-customer\)$/,
      ),
    ]);
  });

  it('a condition that can never hold', () => {
    const text = changed(['when: "!order.known"', 'when: "!order.known && product.finalSale"']);
    expect(found(text)).toEqual([
      expect.stringMatching(/routes\[0\]\.when: never holds, so "ask-customer" is never recommended$/),
    ]);
  });

  it('a lower score that leads to a better route', () => {
    const text = changed(
      ['- route: approve-as-goodwill', '- route: manager'],
      [MANAGER, '- route: approve-as-goodwill\n    scoreAtLeast: -1'],
    );
    expect(found(text)).toEqual([
      `p.yaml:${lineOf(text, '- route: approve-as')}: routes[3]: a lower score leads to "approve-as-goodwill" and a higher one, by routes[2], only to "manager": the two contradict each other`,
    ]);
  });
});

it('finds a promise that the levels cannot keep', () => {
  const text = changed(['answerWithinHours: 72', 'answerWithinHours: 48']);
  expect(found(text)).toEqual([
    `p.yaml:${lineOf(text, 'answerWithinHours')}: approval.answerWithinHours: the customer is promised an answer within 48 hours, and the levels have 60 together`,
  ]);
});

describe('what has no effect is found, by its line', () => {
  it.each([
    [
      'a weight of 0',
      'weight: 4',
      'weight: 0',
      'weight: 0',
      'factors[0].weight: weighs 0, so this factor changes no score',
    ],
    [
      'a condition of two factors',
      'when: product.finalSale\n',
      'when: "request.evidence>0"\n',
      'when: request.evidence > 0',
      'factors[11].when: speaks in the same cases as factors[10] (final-sale): one factor with both weights says the same',
    ],
    [
      'and one that is written another way',
      'when: product.finalSale\n',
      'when: "!(request.evidence < 1)"\n',
      'when: request.evidence > 0',
      'factors[11].when: speaks in the same cases as factors[10] (final-sale): one factor with both weights says the same',
    ],
    [
      'a condition on nothing that changes, which holds',
      'when: product.finalSale\n',
      `when: timestamp('2026-02-01T00:00:00Z') > timestamp('2026-01-01T00:00:00Z')\n`,
      'timestamp(',
      'factors[10].when: asks about no fact and always holds, so this factor tells no case from another',
    ],
    [
      'and one that does not',
      'when: product.finalSale\n',
      `when: size('sale') > 10\n`,
      'size(',
      'factors[10].when: asks about no fact and never holds, so this factor tells no case from another',
    ],
    [
      'a route on nothing that changes',
      '- route: manager\n',
      '- route: manager\n    when: 2 > 1\n',
      'when: 2 > 1',
      'routes[3].when: asks about no fact and always holds: leave `when` out, or the route',
    ],
    [
      'holidays of a shop that is always open',
      '  # holidays',
      '  holidays: [12-25]\n  # holidays',
      'holidays: [12-25]',
      'shop.holidays: have no effect without shop.businessHours: hours run day and night',
    ],
    [
      'an approver twice at a level',
      'approvers: [head@shop.example]',
      'approvers: [head@shop.example, Head@shop.example]',
      'Head@shop',
      'approval.levels[1].approvers[1]: Head@shop.example is named twice at this level and asked once',
    ],
    [
      'a level that asks nobody new',
      'approvers: [head@shop.example]',
      'approvers: [Manager@shop.example]',
      '[Manager@shop',
      'approval.levels[1].approvers: asks nobody whom Manager has not asked already: name somebody else, or leave the level out',
    ],
  ])('%s', (_, from, to, mark, message) => {
    const text = changed([from, to]);
    expect(found(text)).toContain(`p.yaml:${lineOf(text, mark)}: ${message}`);
  });
});

describe('what must not go live is refused, by its line', () => {
  const refused = (text: string): string => {
    try {
      checkPolicy(text, 'p.yaml');
      return '';
    } catch (error) {
      if (error instanceof InvalidInput) return error.message;
      throw error;
    }
  };

  it.each([
    [
      'approvers: [head@shop.example]',
      'approvers: [Refunds@shop.example]',
      'approval.levels[1].approvers[0]',
    ],
    ['finance: finance@shop.example', 'finance: refunds@shop.example', 'shop.finance'],
  ])('mails that would come back as a customer’s: %s', (from, to, field) => {
    const text = changed([from, to]);
    expect(refused(text)).toBe(
      `p.yaml:${lineOf(text, to)}: ${field}: is shop.refunds, where customers write to: nobody would read it. ` +
        'An address of a person, such as manager@shop.example',
    );
  });

  it.each([['SH-(\\d+)+-X'], ['(a|a)+b'], ['\\d*\\d*\\d*\\d*X'], ['(?=(\\d+)+X)\\d+X']])(
    'an order number that a mail could stop everything with: %s',
    (pattern) => {
      const text = changed(["'SH-\\d{5}'", `'${pattern}'`]);
      const started = performance.now();
      expect(refused(text)).toMatch(
        new RegExp(
          `^p\\.yaml:${lineOf(text, pattern)}: shop\\.orderNumber: takes more than 25 ms .* Not \\(\\\\d\\+\\)\\+ but`,
        ),
      );
      expect(performance.now() - started).toBeLessThan(5_000);
    },
  );

  it.each([
    ['SH-\\d{5}'],
    ['(?:SH|WEB)-\\d{5,8}'],
    ['\\d+'],
    ['[A-Z0-9]+-\\d+'],
    ['(?:\\d-?)+'],
    ['(?:SH-)?\\d{3,}(?:-\\d{2,})*'],
  ])('and an ordinary one is not: %s', (pattern) => {
    expect(refused(changed(["'SH-\\d{5}'", `'${pattern}'`]))).toBe('');
  });
});

it('refuses a condition that stops on facts a case can have', () => {
  const text = final('customer.earlierExceptions * 100 / customer.earlierRequests > 50');
  expect(() => checkPolicy(text, 'p.yaml')).toThrow(InvalidInput);
  expect(() => checkPolicy(text, 'p.yaml')).toThrow(
    /^p\.yaml:\d+: factors\[10\]\.when: cannot be worked out where .*customer\.earlierRequests is 0.*: .*zero.* Rule that out/i,
  );
  expect(
    found(
      final(
        'customer.earlierRequests > 0 && customer.earlierExceptions * 100 / customer.earlierRequests > 50',
      ),
    ),
  ).toEqual([]);
});

it('tries a bounded part, and says so, where there are more combinations than can be tried', () => {
  const asked = (at: number) =>
    [
      `(product.price > ${at}.5 || request.amount > 7${at}.0 || customer.spend > 9${at}.0 || customer.orders > ${at}4)`,
      `(request.wish == 'repair' || request.reason == 'hardship' || order.daysSincePurchase > 3${at} || precedents.count > ${at})`,
    ].join(' && ');
  const many = [1, 2].map((at) =>
    [`  - id: many-${at}`, `    when: ${asked(at)}`, '    weight: 1', '    says: { en: x, pt-BR: x }\n'].join(
      '\n',
    ),
  );
  const { warnings, tried } = checkPolicy(changed(['factors:\n', `factors:\n${many.join('')}`]), 'p.yaml');
  expect(warnings.filter((warning) => /never (holds|recommended)/.test(warning))).toEqual([]);
  expect(tried[0]).toMatch(/^Tried on 20,000 combinations of these values, a fixed, even part/);
});
