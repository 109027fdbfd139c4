import { isDeepStrictEqual } from 'node:util';
import { evaluate } from '../../functions/domain/evaluation.ts';
import { type Facts, factsOf, NOTHING_KNOWN } from '../../functions/domain/facts.ts';
import type { Route } from '../../functions/domain/policy.ts';
import type { Reason, Request } from '../../functions/domain/request.ts';
import { type CompiledPolicy, weighFacts } from '../../functions/domain/weighing.ts';
import { AT, aRequest } from '../support/cases.ts';
import { defaultPolicy } from '../support/policy.ts';
import { printTable, sideBySide } from './measure.ts';

/** Evaluations a turn: one alone is short against the clock. */
const BATCH = 50;

const reason = (value: Reason): Partial<Request> => ({ reason: { source: 'mail', value } });
const cases: ReadonlyArray<readonly [string, Partial<Request>]> = [
  ['defective, approved as goodwill', reason('defective')],
  ['changed their mind, for the manager', reason('changed-mind')],
  ['changed their mind, final sale, declined', { ...reason('changed-mind'), finalSale: true }],
  ['no order, the customer is asked', { ...reason('defective'), orderNumber: { source: 'unknown' } }],
];

/** The default policy as somebody would write it by hand: whether a factor applies. */
function appliesByHand(id: string, { product, order, request, customer }: Facts): boolean {
  switch (id) {
    case 'faulty':
      return ['defective', 'damaged-in-transit', 'wrong-item', 'not-as-described'].includes(request.reason);
    case 'never-arrived':
    case 'hardship':
    case 'arrived-late':
    case 'changed-mind':
      return request.reason === id;
    case 'charged-in-error':
      return request.reason === 'charged-twice' || request.reason === 'subscription-renewed';
    case 'inside-window':
      return order.known && product.returnable && order.daysPastWindow <= 0;
    case 'just-missed':
      return order.known && product.returnable && order.daysPastWindow > 0 && order.daysPastWindow <= 14;
    case 'long-past':
      return order.known && order.daysPastWindow > 90;
    case 'not-returnable':
      return !product.returnable;
    case 'final-sale':
      return product.finalSale;
    case 'evidence':
      return request.evidence > 0;
    case 'first-request':
      return customer.earlierRequests === 0;
    case 'often-approved':
      return customer.earlierExceptions >= 3;
    case 'other-address':
      return order.known && !customer.ordersOwnAddress;
    default:
      throw new Error(`the default policy has a new factor: ${id}`);
  }
}

function routeAppliesByHand(route: Route, { product, order, request }: Facts): boolean {
  switch (route) {
    case 'ask-customer':
      return !order.known;
    case 'within-policy':
      return (
        product.returnable &&
        !product.finalSale &&
        order.daysPastWindow <= 0 &&
        ['changed-mind', 'arrived-late', 'hardship', 'unknown'].includes(request.reason)
      );
    default:
      return true;
  }
}

const byHand: CompiledPolicy = {
  ...defaultPolicy,
  factors: defaultPolicy.factors.map((factor) => ({
    ...factor,
    applies: (facts) => appliesByHand(factor.id, facts),
  })),
  routes: defaultPolicy.routes.map((rule) => ({
    ...rule,
    applies: (facts) => routeAppliesByHand(rule.route, facts),
  })),
};

/** The policy's CEL conditions against the same conditions as a switch: the whole evaluation, and the weighing alone. */
export async function benchEvaluations(): Promise<void> {
  const rows = [];
  for (const [name, changes] of cases) {
    const facts = factsOf(aRequest(changes), NOTHING_KNOWN, defaultPolicy.policy, AT);
    if (!isDeepStrictEqual(evaluate(byHand, facts), evaluate(defaultPolicy, facts))) {
      throw new Error(`the switch says something else than the policy: ${name}`);
    }
    const side =
      (run: (policy: CompiledPolicy, facts: Facts) => unknown, policy: CompiledPolicy) => async () => {
        for (let count = 0; count < BATCH; count++) run(policy, anew(facts));
      };
    const rates = await sideBySide([
      { name: 'switch', run: side(evaluate, byHand) },
      { name: 'policy', run: side(evaluate, defaultPolicy) },
      { name: 'switch alone', run: side(weighFacts, byHand) },
      { name: 'policy alone', run: side(weighFacts, defaultPolicy) },
    ]);
    const rate = (of: string) => (rates.get(of) ?? Number.NaN) * BATCH;
    rows.push({
      case: name,
      'switch/s': Math.round(rate('switch')),
      'policy/s': Math.round(rate('policy')),
      ratio: (rate('policy') / rate('switch')).toFixed(2),
      'weighing alone: switch/s': Math.round(rate('switch alone')),
      'policy/s ': Math.round(rate('policy alone')),
      'ratio ': (rate('policy alone') / rate('switch alone')).toFixed(2),
    });
  }
  printTable('Evaluations by the policy against a hand-written switch', rows);
}

/** Nothing that was worked out of the facts of one case may help with the next. */
function anew({ product, order, request, customer, sender, precedents }: Facts): Facts {
  return {
    product: { ...product },
    order: { ...order },
    request: { ...request },
    customer: { ...customer },
    sender: { ...sender },
    precedents: { ...precedents },
  };
}
