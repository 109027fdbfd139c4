import { type Fact, type Learned, namedReason, type Request } from '../domain/request.ts';

/** Facts of the purchase, which an order record knows better than anybody who writes. */
const OF_THE_ORDER = [
  'ordersOwnAddress',
  'orderNumber',
  'product',
  'category',
  'categories',
  'finalSale',
  'channel',
  'amount',
  'purchasedOn',
  'deliveredOn',
] as const;
/** Facts that can be told one by one. */
const TOLD = [
  'orderNumber',
  'product',
  'amount',
  'purchasedOn',
  'deliveredOn',
  'reason',
  'wish',
] as const satisfies ReadonlyArray<keyof Request>;

/**
 * What a later mail adds to a request: the order's record where it first names the order, and whatever was unknown and is
 * said now. What was known stays: a correction is a person's to make. `said`: the later mail read as a request.
 */
export function learn(request: Request, said: Request): Learned | undefined {
  const learned: Record<string, unknown> = {};
  // Another's order is a slip of the pen, of which the acknowledgement asks for a second look; the sender's own is not.
  const slipped = request.ordersOwnAddress === false && said.ordersOwnAddress === true;
  const found = said.orderNumber.source === 'order' && (request.orderNumber.source !== 'order' || slipped);
  if (found) {
    for (const name of OF_THE_ORDER) if (isKnown(said[name])) learned[name] = said[name];
  }
  for (const name of TOLD) {
    const fact: Fact<unknown> = said[name];
    if (name in learned || isTold(request, name) || !isTold(said, name)) continue;
    // The best there is to go by in a whole request is too little in an answer: `thanks, take your time` is no product.
    if (fact.source === 'mail' && fact.certainty === 'guess') continue;
    learned[name] = fact;
  }
  if (!request.asked && said.asked) learned['asked'] = said.asked;
  return Object.keys(learned).length > 0 ? (learned as Learned) : undefined;
}

/** Whether a request tells a fact. A reason that says nothing is none. */
function isTold(request: Request, name: (typeof TOLD)[number]): boolean {
  return name === 'reason' ? namedReason(request) !== undefined : request[name].source !== 'unknown';
}

function isKnown(value: Request[(typeof OF_THE_ORDER)[number]]): boolean {
  return typeof value === 'object' && 'source' in value ? value.source !== 'unknown' : value !== undefined;
}
