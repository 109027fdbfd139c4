import { z } from 'zod';
import { type Case, CaseEvent } from '../../domain/case.ts';
import { CaseExists, CaseNotFound, VersionConflict } from '../../domain/errors.ts';
import { replay } from '../../domain/evolve.ts';
import type { Cases } from '../../domain/ports.ts';
import type { Item, Table } from './table.ts';

const Stored = z.object({ id: z.string(), events: z.array(CaseEvent) });
const SORT = 'case';

/**
 * A case is one item: its history, and beside it what the indexes and a person at the console look for.
 * The state is computed from the history at every read, so the two cannot differ.
 */
export function createCases(table: Table): Cases {
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

    recent: async (limit) => collect(table.byIndex('by-list', 'cases', 'newest', limit)),

    byCustomer: async (address) => collect(table.byIndex('by-customer', customerKey(address), 'oldest')),

    async *all() {
      for await (const item of table.byIndex('by-list', 'cases', 'oldest')) yield read(item);
    },
  };
}

function pkOf(id: string): string {
  return `case#${id}`;
}

/** Addresses are compared without case: no mail server in use tells them apart by it. */
function customerKey(address: string): string {
  return address.toLowerCase();
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
    events: found.history,
  };
}

function read(item: Item): Case {
  const { id, events } = Stored.parse(item);
  return replay(id, events);
}

async function collect(items: AsyncIterable<Item>): Promise<Case[]> {
  const cases: Case[] = [];
  for await (const item of items) cases.push(read(item));
  return cases;
}
