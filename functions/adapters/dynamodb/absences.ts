import * as z from 'zod';
import { isSameAddress } from '../../domain/address.ts';
import type { Absence } from '../../domain/approvers.ts';
import { VersionConflict } from '../../domain/errors.ts';
import type { Absences } from '../../domain/ports.ts';
import { Day } from '../../domain/time.ts';
import { customerKey, type Table } from './table.ts';

const Stored = z.object({
  person: z.string(),
  until: Day,
  instead: z.string().optional(),
});

const Conflicts = z.object({ people: z.array(z.string()), version: z.number() });
/** Two approvers hardly ever name a conflict at once; past this many lost races something is wrong. */
const ATTEMPTS = 8;

/**
 * Until when an approver said they are away, an item each. What is said later replaces it; days that are over count for nothing. And
 * who named a customer as a conflict, an item a customer.
 */
export function createAbsences(table: Table): Absences {
  return {
    async of(people) {
      const keys = new Map(people.map((person) => [customerKey(person), absenceKey(person)]));
      const items = await table.getAll([...keys.values()]);
      return items.map((item): Absence => Stored.parse(item));
    },
    async put({ person, until, instead }) {
      await table.put({ ...absenceKey(person), person, until, instead });
    },
    async nameConflict(person, customer) {
      for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
        const { people, version } = await conflictsOf(table, customer);
        if (people.some((one) => isSameAddress(one, person))) return;
        const named = { ...conflictsKey(customer), people: [...people, person], version: version + 1 };
        const isUnchanged = 'attribute_not_exists(pk) OR #version = :version';
        if (await table.putIf(named, isUnchanged, { ':version': version }, { '#version': 'version' })) return;
      }
      throw new VersionConflict(
        `the conflicts with a customer changed ${ATTEMPTS} times while one was added`,
      );
    },
    conflictsWith: async (customer) => (await conflictsOf(table, customer)).people,
  };
}

async function conflictsOf(table: Table, customer: string): Promise<z.infer<typeof Conflicts>> {
  const { pk, sk } = conflictsKey(customer);
  const item = await table.get(pk, sk);
  return item ? Conflicts.parse(item) : { people: [], version: 0 };
}

export function conflictsKey(customer: string) {
  return { pk: `conflicts#${customerKey(customer)}`, sk: 'conflicts' };
}

export function absenceKey(person: string) {
  return { pk: `absence#${customerKey(person)}`, sk: 'absence' };
}
