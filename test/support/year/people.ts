import type { Facts } from '../../../functions/domain/facts.ts';
import { NEVER_DAYS } from '../../../functions/domain/facts.ts';
import { plants } from './plants.ts';
import type { Random } from './random.ts';

/** Somebody who asks, and what the shop knows of them so far. */
export interface Person {
  customer: string;
  language: 'en' | 'pt-BR';
  currency: 'USD' | 'BRL';
  orders: number;
  spend: number;
  requests: number;
  exceptions: number;
  lastAt: number | undefined;
}

/** Nobody but those who are planted asks more often in a year. */
const MOST_REQUESTS = 4;
const RETURNING = 0.12;
/** Who may ask again is looked for among the last so many, so that memory stays bounded. */
const REMEMBERED = 5_000;

/** The customers of a year. `repeaters` ask `plants.repeatRequesters.requests` times each, spread over `cases` requests. */
export function people(random: Random, cases: number, repeaters: number) {
  const known: Person[] = [];
  const planted = Array.from({ length: repeaters }, () => newPerson(random));
  const every = Math.floor(cases / (plants.repeatRequesters.requests * Math.max(1, repeaters)));
  let turn = 0;
  return {
    planted: planted.map(({ customer }) => customer),
    /** Who asks next; the number of the request is from 0. */
    next(request: number): Person {
      if (repeaters > 0 && request % every === 0 && turn < repeaters * plants.repeatRequesters.requests)
        return planted[turn++ % repeaters] as Person;
      if (known.length > 0 && random.chance(RETURNING)) {
        const one = random.pick(known);
        if (one.requests < MOST_REQUESTS) return one;
      }
      const one = newPerson(random);
      known[known.length < REMEMBERED ? known.length : random.between(0, REMEMBERED - 1)] = one;
      return one;
    },
  };
}

function newPerson(random: Random): Person {
  const orders = random.between(1, 9);
  const hex = Array.from({ length: 4 }, () =>
    Math.floor(random.next() * 2 ** 32)
      .toString(16)
      .padStart(8, '0'),
  );
  return {
    customer: `c_${hex.join('')}`,
    language: random.chance(0.8) ? 'en' : 'pt-BR',
    currency: random.chance(0.96) ? 'USD' : 'BRL',
    orders,
    spend: Math.round(random.skewed(80, 0.6) * orders * 100) / 100,
    requests: 0,
    exceptions: 0,
    lastAt: undefined,
  };
}

const DAY = 86_400_000;

/** What the guidelines know of a customer when they ask. */
export function backgroundOf(one: Person, at: number): Omit<Facts['customer'], 'ordersOwnAddress'> {
  return {
    orders: one.orders,
    spend: one.spend,
    earlierRequests: one.requests,
    earlierExceptions: one.exceptions,
    daysSinceLastRequest: one.lastAt === undefined ? NEVER_DAYS : Math.floor((at - one.lastAt) / DAY),
  };
}
