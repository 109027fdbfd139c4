import type { Facts } from '../../functions/domain/facts.ts';
import type { Route } from '../../functions/domain/policy.ts';

/** What the default policy comes to. `spoke`: the ids of the factors that apply, in no order that matters. */
interface Weighed {
  route: Route;
  score: number;
  spoke: string[];
}

/** The default policy as somebody would write it who never wants it changed: a switch over the reason, and conditions. */
export function weighByHand({ product, order, request, customer }: Facts): Weighed {
  const spoke: string[] = [];
  let score = 0;
  switch (request.reason) {
    case 'defective':
    case 'damaged-in-transit':
    case 'wrong-item':
    case 'not-as-described':
      spoke.push('faulty');
      score += 4;
      break;
    case 'never-arrived':
      spoke.push('never-arrived');
      score += 5;
      break;
    case 'charged-twice':
    case 'subscription-renewed':
      spoke.push('charged-in-error');
      score += 3;
      break;
    case 'hardship':
      spoke.push('hardship');
      score += 3;
      break;
    case 'arrived-late':
      spoke.push('arrived-late');
      score += 2;
      break;
    case 'changed-mind':
      spoke.push('changed-mind');
      score -= 1;
      break;
  }
  if (order.known) {
    if (product.returnable && order.daysPastWindow <= 0) {
      spoke.push('inside-window');
      score += 3;
    } else if (product.returnable && order.daysPastWindow <= 14) {
      spoke.push('just-missed');
      score += 1;
    } else if (order.daysPastWindow > 90) {
      spoke.push('long-past');
      score -= 3;
    }
    if (!customer.ordersOwnAddress) {
      spoke.push('other-address');
      score -= 2;
    }
  }
  if (!product.returnable) {
    spoke.push('not-returnable');
    score -= 2;
  }
  if (product.finalSale) {
    spoke.push('final-sale');
    score -= 2;
  }
  if (request.evidence > 0) {
    spoke.push('evidence');
    score += 1;
  }
  if (customer.earlierRequests === 0) {
    spoke.push('first-request');
    score += 1;
  }
  if (customer.earlierExceptions >= 3) {
    spoke.push('often-approved');
    score -= 2;
  }
  return { route: routeByHand(product, order, request, score), score, spoke };
}

function routeByHand(
  product: Facts['product'],
  order: Facts['order'],
  request: Facts['request'],
  score: number,
): Route {
  if (!order.known) return 'ask-customer';
  if (product.returnable && !product.finalSale && order.daysPastWindow <= 0) {
    switch (request.reason) {
      case 'changed-mind':
      case 'arrived-late':
      case 'hardship':
      case 'unknown':
        return 'within-policy';
    }
  }
  if (score >= 4) return 'approve-as-goodwill';
  return score >= -1 ? 'manager' : 'recommend-declining';
}
