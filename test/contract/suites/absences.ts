import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Absences } from '../../../functions/domain/ports.ts';

/** What every adapter of absences has to do. `open` gives one in which nobody has said anything yet. */
export function absencesContract(
  name: string,
  open: () => Promise<{ absences: Absences; close(): Promise<void> }>,
): void {
  describe(`absences: ${name}`, () => {
    let absences: Absences;
    let close: () => Promise<void>;
    const ana = { person: 'ana@shop.example', until: '2026-11-20', instead: 'rui@shop.example' };
    const eva = { person: 'eva@shop.example', until: '2026-11-03' };

    beforeAll(async () => {
      ({ absences, close } = await open());
    });
    afterAll(() => close());

    it('are none of people who said nothing, and of no people', async () => {
      expect(await absences.of(['ana@shop.example'])).toEqual([]);
      expect(await absences.of([])).toEqual([]);
    });

    it('come back as they were said, of those who are asked for, however long ago', async () => {
      for (const absence of [ana, eva]) await absences.put(absence);
      expect(await absences.of([eva.person])).toEqual([eva]);
      const both = await absences.of([ana.person, 'rui@shop.example', eva.person]);
      expect(both.toSorted((one, other) => one.person.localeCompare(other.person))).toEqual([ana, eva]);
    });

    it('are of a person however their address is written, and once', async () => {
      expect(await absences.of(['Ana@Shop.example', 'ana@shop.example', 'ANA@SHOP.EXAMPLE'])).toEqual([ana]);
    });

    it('are the last that a person said, whole', async () => {
      await absences.put({ person: 'ANA@shop.example', until: '2026-11-05' });
      expect(await absences.of([ana.person])).toEqual([{ person: 'ANA@shop.example', until: '2026-11-05' }]);
    });

    it('keep who must not decide for a customer, each once, also when two say so at once', async () => {
      const maria = 'maria@example.com';
      expect(await absences.conflictsWith(maria)).toEqual([]);
      await Promise.all([ana.person, eva.person].map((person) => absences.nameConflict(person, maria)));
      await absences.nameConflict('ANA@shop.example', 'Maria@Example.com');
      expect((await absences.conflictsWith('MARIA@example.com')).toSorted()).toEqual([
        ana.person,
        eva.person,
      ]);
      expect(await absences.conflictsWith('joe@example.com')).toEqual([]);
    });

    it('are found among more people than a table answers at once', async () => {
      const many = Array.from({ length: 120 }, (_, index) => `person-${index}@shop.example`);
      expect(await absences.of([...many, eva.person])).toEqual([eva]);
    });
  });
}
