import { describe, expect, test } from 'vitest';
import type { DecidedCase } from '../../functions/domain/case.ts';
import type { Decision } from '../../functions/domain/decision.ts';
import { evaluate } from '../../functions/domain/evaluation.ts';
import { factsOf, NOTHING_KNOWN, unknownFacts } from '../../functions/domain/facts.ts';
import type { Request } from '../../functions/domain/request.ts';
import { defaultPolicy } from '../support/policy.ts';
import { read } from '../support/read-mail.ts';
import { decided, type Sample } from '../support/sample-cases.ts';

const { policy } = defaultPolicy;
const no: Decision = { outcome: 'declined', reason: 'We could not sell it again.' };
const ofOrder = <T>(value: T) => ({ source: 'order', value }) as const;
/** Bought long ago, and given back for a change of mind with nothing to show. */
const changedMind: Partial<Request> = {
  reason: { source: 'mail', value: 'changed-mind' },
  attachments: [],
  purchasedOn: ofOrder('2026-06-01'),
  deliveredOn: ofOrder('2026-06-05'),
};

/** A case that was weighed as its request is. */
function weighed(sample: Sample, decision: Decision, changes: Partial<Request> = {}): DecidedCase {
  const found = decided(sample, decision);
  const request = { ...found.request, ...changes };
  const facts = factsOf(request, NOTHING_KNOWN, policy, found.openedAt);
  return { ...found, request, evaluation: evaluate(defaultPolicy, facts, unknownFacts(request, policy)) };
}
const mailOf = (found: DecidedCase) =>
  read({
    kind: 'decision',
    found,
    policy,
    offers: 'https://a.example/offers/x',
    object: 'https://a.example/object/x',
  }).text;

describe('a refusal', () => {
  const text = mailOf(weighed('kettle', no, changedMind));

  test('says after the reason which rules counted against it, and with which facts', () => {
    expect(text).toContain('> We could not sell it again.');
    expect(text).toContain('- For a change of mind there is the ordinary return, within its window.');
    expect(text).toContain(
      '- The return window closed more than 90 days ago. (Days past the return window: 120)',
    );
    expect(text).not.toContain('The customer');
  });

  test('says what it went by, and where each fact came from', () => {
    expect(text).toContain('Delivered on: June 5, 2026 (from your order)');
    expect(text).toContain('Ordinary return until: Sunday, July 5, 2026 (our return policy: 30 days)');
    expect(text).toContain('Why you asked: You changed your mind (from your mail)');
  });

  test('says what would have spoken for a refund', () => {
    expect(text).toContain(
      '- Something that shows what happened, such as a photo or a document, together with another reason than the one we understood',
    );
  });

  test('has the one way on, the offers, before all that, and the way to object at its end', () => {
    const places = ['Why', 'See the offers', 'The rules behind', 'What we went by', 'Tell us what is wrong'];
    const found = places.map((place) => text.indexOf(place));
    expect(found).toEqual(found.toSorted((one, other) => one - other));
    expect(found).not.toContain(-1);
  });

  test('em português', () => {
    const portuguese = mailOf(weighed('cafeteira', no, { ...changedMind, finalSale: true }));
    expect(portuguese).toContain('- Foi uma venda final, indicada assim antes da compra.');
    expect(portuguese).toContain('Entregue em: 5 de junho de 2026 (do seu pedido)');
    expect(portuguese).not.toContain('Devolução normal até');
  });
});

test('a part of the money says why it is that much, with the same reasons, and how to object', () => {
  const amount = { minor: 4_000, currency: 'USD' };
  const half: Decision = { outcome: 'part-approved', amount, note: 'It was used.' };
  const text = mailOf(weighed('kettle', half, changedMind));
  expect(text).toContain('Why this amount --------------- > It was used.');
  expect(text).toContain('The return window closed more than 90 days ago.');
  expect(text).toContain('Tell us what is wrong, or ask for a second look');
});

test('who writes about another’s order reads of it what they wrote themselves, whether it exists or not', () => {
  const named = { orderNumber: { source: 'mail', value: 'SH-10007' }, finalSale: false } as const;
  const nothing = { product: { source: 'unknown' }, amount: { source: 'unknown' } } as const;
  const days = { purchasedOn: { source: 'unknown' }, deliveredOn: { source: 'unknown' } } as const;
  const nowhere = { ...named, ...nothing, ...days, category: { source: 'unknown' } } as const;
  const theirs = weighed('stranger', no, { ...changedMind, finalSale: true });
  const none = weighed('stranger', no, { ...changedMind, ...nowhere, ordersOwnAddress: undefined });
  expect(mailOf(theirs)).toBe(mailOf(none));
  expect(mailOf(theirs)).toContain('- A purchase that we can find');
  expect(mailOf(theirs)).not.toMatch(/final sale|June|days past|413\.50/i);
});

test('who is within the ordinary policy reads on what that rests', () => {
  const found = weighed('kettle', no, { ...changedMind, deliveredOn: ofOrder('2026-10-20') });
  const { text } = read({ kind: 'within-policy', found, policy });
  expect(text).toContain('Delivered on: October 20, 2026 (from your order)');
  expect(text).toContain('(our return policy: 30 days)');
});
