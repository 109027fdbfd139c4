import * as z from 'zod';
import type { Absence } from '../../domain/approvers.ts';
import type { Absences } from '../../domain/ports.ts';
import { Day } from '../../domain/time.ts';
import { customerKey, type Table } from './table.ts';

const Stored = z.object({
  person: z.string(),
  until: Day,
  instead: z.string().optional(),
});

/** Until when an approver said they are away, an item each. What is said later replaces it; days that are over count for nothing. */
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
  };
}

export function absenceKey(person: string) {
  return { pk: `absence#${customerKey(person)}`, sk: 'absence' };
}
