import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPersonalRecords } from '../../functions/adapters/dynamodb/personal-records.ts';
import { createRecords } from '../../functions/adapters/dynamodb/records.ts';
import { replay } from '../../functions/domain/evolve.ts';
import type { Facts } from '../../functions/domain/facts.ts';
import { factsOf, NOTHING_KNOWN } from '../../functions/domain/facts.ts';
import { likenessOf } from '../../functions/domain/likeness.ts';
import type { Precedents } from '../../functions/domain/ports.ts';
import { clearLine, type Precedent } from '../../functions/domain/precedents.ts';
import { precedentsFor } from '../../functions/evaluate/precedents.ts';
import { openTable, TABLE_NAME } from '../../infra/local/table.ts';
import { received } from '../support/cases.ts';
import { defaultPolicy } from '../support/policy.ts';
import { awaiting } from '../support/sample-cases.ts';

const found = awaiting('kettle');
const { policy } = defaultPolicy;
const facts = factsOf(found.request, NOTHING_KNOWN, policy, found.openedAt);
const like = likenessOf(found.request, facts, policy);
const days = like.daysPastWindow ?? 0;

let table: Awaited<ReturnType<typeof openTable>>;
let precedents: Precedents;
beforeAll(async () => {
  table = await openTable();
  ({ precedents } = createRecords(table.client, TABLE_NAME));
  const kept: Array<Partial<Precedent> & { caseId: string }> = [
    { caseId: found.id },
    ...[9, 3, 7, 1, 5, 8].map((apart) => ({
      caseId: `RX-${apart}-DAYS`,
      like: { ...like, daysPastWindow: days + apart },
    })),
    { caseId: 'RX-OTHER-CATEGORY', like: { ...like, category: 'toys' } },
    { caseId: 'RX-OTHER-REASON', like: { ...like, reason: 'changed-mind' } },
    { caseId: 'RX-NO-REASON', like: { ...like, reason: 'unknown' } },
  ];
  for (const one of kept) {
    const outcome = 'declined';
    await precedents.keep({ decidedAt: found.openedAt, level: 0, like, outcome, reason: 'Words.', ...one });
  }
});
afterAll(() => table.close());

const idsFor = async (asked: Facts = facts, rules = policy.precedents) => {
  const compiled = { ...defaultPolicy, policy: { ...policy, precedents: rules } };
  const { closest } = await precedentsFor({ precedents, policy: compiled }, found, asked);
  return closest.map(({ caseId }) => caseId);
};
const CLOSEST = ['RX-1-DAYS', 'RX-3-DAYS', 'RX-5-DAYS', 'RX-7-DAYS', 'RX-8-DAYS'];

describe('the precedents of a request', () => {
  it('are the five closest with the same reason, never the case itself, and without words', async () => {
    const { closest } = await precedentsFor({ precedents, policy: defaultPolicy }, found, facts);
    expect(closest.map(({ caseId }) => caseId)).toEqual(CLOSEST);
    expect(closest[0]).toEqual({
      caseId: 'RX-1-DAYS',
      decidedAt: found.openedAt,
      outcome: 'declined',
      similarity: expect.closeTo(0.995),
    });
  });

  it('are of other categories too where the policy gives the category less weight', async () => {
    const weights = { ...policy.precedents.weights, category: 0 };
    expect((await idsFor(facts, { ...policy.precedents, weights }))[0]).toBe('RX-OTHER-CATEGORY');
  });

  it('are none where nobody can tell why the customer asks', async () => {
    expect(await idsFor({ ...facts, request: { ...facts.request, reason: 'unknown' } })).toEqual([]);
  });

  it('are none where nothing is known of the case but its reason, however many were decided like it', async () => {
    const nobodyKnows = { source: 'unknown' } as const;
    const bare = replay('RX-BARE-NEW', [
      received({
        orderNumber: nobodyKnows,
        product: nobodyKnows,
        category: nobodyKnows,
        amount: nobodyKnows,
        purchasedOn: nobodyKnows,
        deliveredOn: nobodyKnows,
      }),
    ]);
    const bareFacts = factsOf(bare.request, NOTHING_KNOWN, policy, bare.openedAt);
    for (const index of [1, 2, 3, 4, 5]) {
      await precedents.keep({
        caseId: `RX-BARE-${index}`,
        decidedAt: bare.openedAt,
        level: 0,
        like: likenessOf(bare.request, bareFacts, policy),
        outcome: 'declined',
        reason: 'No order was found.',
      });
    }
    const none = await precedentsFor({ precedents, policy: defaultPolicy }, bare, bareFacts);
    expect(none.closest).toEqual([]);
    expect(clearLine(none, policy.precedents)).toBeUndefined();
  });

  it('are the next closest once one of them has been erased', async () => {
    const personal = createPersonalRecords(table.client, TABLE_NAME);
    await personal.removePrecedent('RX-3-DAYS');
    expect(await idsFor()).toEqual(['RX-1-DAYS', 'RX-5-DAYS', 'RX-7-DAYS', 'RX-8-DAYS', 'RX-9-DAYS']);
  });
});
