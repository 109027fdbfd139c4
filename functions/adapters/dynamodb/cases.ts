import * as z from 'zod';
import { type Case, CaseEvent } from '../../domain/case.ts';
import { CaseExists, CaseNotFound, CaseUnreadable, VersionConflict } from '../../domain/errors.ts';
import { replay } from '../../domain/evolve.ts';
import type { Cases, Log } from '../../domain/ports.ts';
import { changeOf, changeShards, rangeOf } from './case-days.ts';
import { customerKey, type Item, type Table } from './table.ts';

const Stored = z.object({ id: z.string(), events: z.array(CaseEvent) });
const SORT = 'case';
/** Enough of what is wrong with an item to find it by (characters). */
const MAX_WHY = 300;

/**
 * A case is one item: its history, and beside it what the indexes and a person at the console look for.
 * The state is computed from the history at every read, so the two cannot differ. Lists leave out an item that cannot be read and
 * log it; without a log they throw CaseUnreadable.
 */
export function createCases(table: Table, log?: Log): Cases {
  /** One case that nobody can read any more must not hide all the others: it is left out, named in the log and counted. */
  async function* readable(items: AsyncIterable<Item>): AsyncGenerator<Case> {
    for await (const item of items) {
      try {
        yield read(item);
      } catch (error) {
        if (!log || !(error instanceof CaseUnreadable)) throw error;
        log.error(error.message);
        log.count('CaseUnreadable');
      }
    }
  }

  return {
    async create(created) {
      if (await table.putIf(itemOf(created), 'attribute_not_exists(pk)')) return;
      throw new CaseExists(`case ${created.id} exists`);
    },

    async load(id) {
      const item = await table.get(pkOf(id), SORT);
      if (!item) throw new CaseNotFound(`there is no case ${id}`);
      return read(item);
    },

    async save(changed, version) {
      const written = await table.putIf(
        itemOf(changed),
        '#version = :version',
        { ':version': version },
        { '#version': 'version' },
      );
      if (!written) throw new VersionConflict(`case ${changed.id} is no longer at version ${version}`);
    },

    recent: async (limit) => Array.fromAsync(readable(table.byIndex('by-list', 'cases', 'newest', limit))),

    async byCustomer(address, limit, until) {
      const newest = table.byIndex('by-customer', customerKey(address), 'newest', limit, {
        sort: SORT,
        until,
      });
      return (await Array.fromAsync(readable(newest))).reverse();
    },

    all: () => readable(table.byIndex('by-list', 'cases', 'oldest')),

    async *lastWritten(from, until) {
      for (const shard of changeShards)
        yield* readable(table.byIndex('by-change', shard, 'oldest', undefined, { sort: SORT, from, until }));
    },

    openedOn: (day) => {
      const [from, until] = rangeOf(day);
      return readable(table.byIndex('by-list', 'cases', 'oldest', undefined, { from, until }));
    },
  };
}

function pkOf(id: string): string {
  return `case#${id}`;
}

function itemOf(found: Case): Item {
  return {
    pk: pkOf(found.id),
    sk: SORT,
    id: found.id,
    version: found.version,
    status: found.status,
    list: 'cases',
    listedAt: `${found.openedAt}#${found.id}`,
    customer: customerKey(found.request.customer.address),
    openedAt: found.openedAt,
    updatedAt: found.updatedAt,
    ...changeOf(found),
    events: found.history,
  };
}

function read(item: Item): Case {
  try {
    const { id, events } = Stored.parse(item);
    return replay(id, events);
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : `${error}`;
    throw new CaseUnreadable(`case ${item['id']} in the table cannot be read: ${why.slice(0, MAX_WHY)}`, {
      cause: error,
    });
  }
}
