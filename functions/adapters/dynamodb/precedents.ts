import * as z from 'zod';
import type { Likeness } from '../../domain/likeness.ts';
import type { Precedents } from '../../domain/ports.ts';
import { type Candidate, MOST_CANDIDATES, Precedent } from '../../domain/precedents.ts';
import type { Table } from './table.ts';

const SORT = 'precedent';

/**
 * One item a decided case. The indexes hold nothing but keys, so the place in their order says all that is compared: one query finds
 * the candidates without reading a single item, and then only the closest are read. The index by-list has them by the reason, the
 * index by-customer by reason and category: it holds items of several kinds, and these belong to no customer.
 */
export function createPrecedents(table: Table): Precedents {
  return {
    async keep(precedent) {
      const { caseId, decidedAt, like } = precedent;
      const place = placeOf(precedent);
      const item = {
        ...precedentKey(caseId),
        list: listOf(like.reason),
        listedAt: place,
        customer: listOf(like.reason, like.category),
        openedAt: place,
        precedent,
      };
      // A case that was decided again leaves what was decided last, however late an earlier run of the step comes.
      await table.putIf(
        item,
        'attribute_not_exists(pk) OR #precedent.#decidedAt < :decidedAt',
        { ':decidedAt': decidedAt },
        {
          '#precedent': 'precedent',
          '#decidedAt': 'decidedAt',
        },
      );
    },

    async candidates(reason, category) {
      const index = category === undefined ? 'by-list' : 'by-customer';
      const places = await table.newestPlaces(index, listOf(reason, category), MOST_CANDIDATES);
      return places.map((place) => candidateAt(place, reason));
    },

    async of(caseIds) {
      const items = await table.getAll(caseIds.map(precedentKey));
      const found = items.map((item) => Precedent.parse(item['precedent']));
      const byCase = new Map(found.map((one) => [one.caseId, one]));
      return caseIds.flatMap((caseId) => byCase.get(caseId) ?? []);
    },
  };
}

export function precedentKey(caseId: string) {
  return { pk: `precedent#${caseId}`, sk: SORT };
}

function listOf(reason: string, category?: string): string {
  return category === undefined ? `precedents#${reason}` : `precedents#${reason}#${category}`;
}

/** What is compared, in the order of `placeOf`; null where it is not known. */
const Place = z.tuple([
  z.string(),
  z.string(),
  z.boolean().nullable(),
  z.int().nullable(),
  z.int().nullable(),
  z.string().nullable(),
  z.int(),
]);

/** `2026-11-02T10:00:00.000Z["RX-7K3F-9Q2M","kitchen",false,12,8990,"USD",0]`: when it was decided, which orders the list, then the rest. */
function placeOf({ caseId, decidedAt, like }: Candidate): string {
  const { category, finalSale = null, daysPastWindow = null, amount, earlierRequests } = like;
  const { minor, currency } = amount ?? { minor: null, currency: null };
  const place: z.infer<typeof Place> = [
    caseId,
    category,
    finalSale,
    daysPastWindow,
    minor,
    currency,
    earlierRequests,
  ];
  return `${decidedAt}${JSON.stringify(place)}`;
}

function candidateAt(at: string, reason: string): Candidate {
  const from = at.indexOf('[');
  const place = Place.parse(JSON.parse(at.slice(from)));
  const [caseId, category, finalSale, daysPastWindow, minor, currency, earlierRequests] = place;
  const like: Likeness = {
    reason,
    category,
    ...(finalSale !== null && { finalSale }),
    ...(daysPastWindow !== null && { daysPastWindow }),
    ...(minor !== null && currency !== null && { amount: { minor, currency } }),
    earlierRequests,
  };
  return { caseId, decidedAt: at.slice(0, from), like };
}
