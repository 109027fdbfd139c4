import * as z from 'zod';
import type { Likeness } from '../../domain/likeness.ts';
import type { Precedents } from '../../domain/ports.ts';
import { type Candidate, MOST_CANDIDATES, Precedent } from '../../domain/precedents.ts';
import type { Table } from './table.ts';

const SORT = 'precedent';

/**
 * One item a decided case. The index by-list holds nothing but keys, so the place in the list says all that is compared: one query
 * finds the candidates without reading a single item, and then only the closest are read.
 */
export function createPrecedents(table: Table): Precedents {
  return {
    async keep(precedent) {
      const { caseId, like } = precedent;
      const item = {
        ...precedentKey(caseId),
        list: listOf(like.reason),
        listedAt: placeOf(precedent),
        precedent,
      };
      await table.putIf(item, 'attribute_not_exists(pk)');
    },

    async candidates(reason) {
      const entries = await table.newestEntries(listOf(reason), MOST_CANDIDATES);
      return entries.map(({ at }) => candidateAt(at, reason));
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

function listOf(reason: string): string {
  return `precedents#${reason}`;
}

/** What is compared, in the order of `placeOf`; null where it is not known. */
const Place = z.tuple([
  z.string(),
  z.string(),
  z.boolean(),
  z.int().nullable(),
  z.int().nullable(),
  z.string().nullable(),
  z.int(),
]);

/** `2026-11-02T10:00:00.000Z["RX-7K3F-9Q2M","kitchen",false,12,8990,"USD",0]`: when it was decided, which orders the list, then the rest. */
function placeOf({ caseId, decidedAt, like }: Candidate): string {
  const { category, finalSale, daysPastWindow = null, amount, earlierRequests } = like;
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
    finalSale,
    ...(daysPastWindow !== null && { daysPastWindow }),
    ...(minor !== null && currency !== null && { amount: { minor, currency } }),
    earlierRequests,
  };
  return { caseId, decidedAt: at.slice(0, from), like };
}
