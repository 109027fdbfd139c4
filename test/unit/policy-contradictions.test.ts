import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../functions/policy/check/check.ts';
import { changedPolicy as changed, GAP, lineOf } from '../support/policy.ts';

const found = (text: string) => checkPolicy(text, 'p.yaml').warnings.filter((warning) => !GAP.test(warning));
const at = (text: string, piece: string) => `p.yaml:${lineOf(text, piece)}: `;

const FINAL_SALE = 'when: product.finalSale\n    weight: -2';
const factor = (when: string, weight: number) =>
  changed([FINAL_SALE, `when: ${when}\n    weight: ${weight}`]);
const MANAGER = '- route: manager\n    scoreAtLeast: -1';
const first = (route: string) =>
  changed(['- route: approve-as-goodwill', `${route}\n  - route: approve-as-goodwill`]);

describe('more that speaks for a customer and leads to less is found: a higher score', () => {
  it('that is declined', () => {
    const text = first('- route: recommend-declining\n    scoreAtLeast: 6');
    expect(found(text)).toEqual([
      `${at(text, '- route: approve-as')}routes[3]: a lower score leads to "approve-as-goodwill" and a higher one, by routes[2], only to "recommend-declining": the two contradict each other`,
    ]);
  });

  it('that is declined under a condition', () => {
    const text = first('- route: recommend-declining\n    when: product.finalSale\n    scoreAtLeast: 2');
    expect(found(text)).toEqual([
      `${at(text, MANAGER)}routes[4]: a lower score leads to "manager" and a higher one, by routes[2], only to "recommend-declining": the two contradict each other`,
    ]);
  });

  it('but not where the better route has a condition of its own', () => {
    expect(found(first('- route: manager\n    when: request.amount > 500.0'))).toEqual([]);
  });
});

describe('evidence that hurts is found', () => {
  it('by the factor that turns the wrong way', () => {
    const text = factor("request.evidence > 1 && request.reason == 'hardship'", -3);
    expect(found(text)).toContainEqual(
      expect.stringMatching(
        `^${at(text, 'request.evidence > 1')}factors\\[10\\]\\.when: more evidence leads to less: request\\.evidence \\d leads to "[a-z-]+" and request\\.evidence 2 leads to "[a-z-]+", where request\\.reason is hardship$`,
      ),
    );
  });

  it('between what has some and what has more, too', () => {
    const text = changed([
      'when: request.evidence > 0\n    weight: 1',
      'when: request.evidence == 1\n    weight: 2',
    ]);
    expect(found(text)).toContainEqual(
      expect.stringMatching(
        /factors\[11\]\.when: more evidence leads to less: request\.evidence 1 .* request\.evidence 2 /,
      ),
    );
  });

  it('by the route that asks for none', () => {
    const text = first('- route: recommend-declining\n    when: request.evidence > 2');
    expect(found(text)).toContainEqual(
      expect.stringMatching(
        `^${at(text, '- route: recommend-declining\n    when')}routes\\[2\\]: more evidence leads to less: `,
      ),
    );
  });

  it('and none is where evidence is only asked for', () => {
    expect(found(first('- route: ask-customer\n    when: request.evidence == 0'))).toEqual([]);
  });
});

describe('lateness that helps is found', () => {
  it('by the factor that turns the wrong way', () => {
    const text = factor('order.known && order.daysPastWindow > 60', 5);
    expect(found(text)).toContainEqual(
      expect.stringMatching(
        `^${at(text, 'order.daysPastWindow > 60')}factors\\[10\\]\\.when: more days lead to more: order\\.daysPastWindow -?\\d+ leads to "[a-z-]+" and order\\.daysPastWindow 61 leads to "[a-z-]+", where order\\.known is true$`,
      ),
    );
  });

  it('by the route that waits for it', () => {
    const text = first('- route: approve-as-goodwill\n    when: order.daysSinceDelivery >= 200');
    expect(found(text)).toContainEqual(
      expect.stringMatching(
        /routes\[2\]: more days lead to more: order\.daysSinceDelivery \d+ leads to "manager" and order\.daysSinceDelivery 200 leads to "approve/,
      ),
    );
  });
});
