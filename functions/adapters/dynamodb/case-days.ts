import type { Case } from '../../domain/case.ts';
import type { CaseDays } from '../../domain/ports.ts';
import type { Day, Instant } from '../../domain/time.ts';
import type { Table } from './table.ts';

/** A partition of an index takes 1,000 writes a second, and a change is two of them: one entry goes, one comes. */
const SHARDS = 8;
export const changeShards = Array.from({ length: SHARDS }, (_, shard) => `changes#${shard}`);
/** Comes after every instant of a day and before the next day's. */
const END_OF_DAY = 'U';

/**
 * The days of the cases. Those of a day are a range of the index by-list, which has all cases by the instant they were opened at. What has
 * changed is found by the index by-change, whose places say when by the clock of the machine that wrote it, and whose day it was:
 * `2026-11-20T08:00:00.000Z#2026-11-02`. Every change of every case is a new place in it, so that it is cut into shards.
 */
export function createCaseDays(table: Table): CaseDays {
  return {
    async *all() {
      let after = '';
      for (;;) {
        const [next] = await Array.fromAsync(table.placesFrom('by-list', 'cases', after || ' ', 1));
        if (next === undefined) return;
        const day = dayOfPlace(next);
        yield day;
        after = `${day}${END_OF_DAY}`;
      }
    },

    async changedSince(at) {
      const found = new Set<Day>();
      await Promise.all(
        changeShards.map(async (shard) => {
          for await (const place of table.placesFrom('by-change', shard, at)) {
            found.add(place.slice(place.indexOf('#') + 1));
          }
        }),
      );
      return [...found].sort();
    },
  };
}

/** What puts a case that is written now among the changes. */
export function changeOf({ id, openedAt }: Pick<Case, 'id' | 'openedAt'>) {
  return {
    changeShard: `changes#${shardOf(id)}`,
    changedAt: `${new Date().toISOString()}#${utcDay(openedAt)}`,
  };
}

/** Puts a day among the changes without a case: one of that day is about to be deleted. */
export async function markChanged(table: Table, openedAt: Instant): Promise<void> {
  const id = `day-changed#${utcDay(openedAt)}`;
  await table.put({ pk: id, sk: 'day', ...changeOf({ id, openedAt }) });
}

/** The places in the index by-list between which the cases of a day are. */
export function rangeOf(day: Day): [string, string] {
  return [`${day}T`, `${day}${END_OF_DAY}`];
}

function dayOfPlace(place: string): Day {
  return place.slice(0, place.indexOf('T'));
}

function utcDay(at: Instant): Day {
  return at.slice(0, at.indexOf('T'));
}

function shardOf(id: string): number {
  const sum = [...id].reduce((all, letter) => all + (letter.codePointAt(0) ?? 0), 0);
  return sum % SHARDS;
}
