import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecords } from '../../functions/adapters/dynamodb/records.ts';
import type { Case } from '../../functions/domain/case.ts';
import { type Command, decide } from '../../functions/domain/decide.ts';
import { GoodwillError } from '../../functions/domain/errors.ts';
import { evolve } from '../../functions/domain/evolve.ts';
import type { Cases } from '../../functions/domain/ports.ts';
import { changeCase } from '../../functions/runtime/change-case.ts';
import { openTable, TABLE_NAME } from '../../infra/local/table.ts';
import { begin, type Move, take } from '../support/rounds/model.ts';
import { ANA, BEA, CAI, shopOf } from '../support/rounds/shop.ts';

const contenders: Record<string, Move> = {
  'an approval': { move: 'answer', by: ANA, says: 'full' },
  'a refusal': { move: 'answer', by: BEA, says: 'declined' },
  'a deadline': { move: 'look', hours: 40 },
  'a withdrawal': { move: 'write', says: 'withdraw' },
  'a new fact': { move: 'write' },
  'a question': { move: 'ask', by: BEA },
  'a conflict': { move: 'conflict', person: ANA },
  'a hand-over': { move: 'hand-over', person: BEA, to: CAI },
  'a bounce': { move: 'bounce', to: ANA },
};
const shops = {
  first: shopOf([{ approvers: [ANA, BEA] }, { approvers: [CAI] }]),
  all: shopOf([{ approvers: [ANA, BEA], answers: 'all' }, { approvers: [CAI] }]),
};
const names = Object.keys(contenders);
const pairs = names.flatMap((one, index) =>
  names.slice(index).map((other): [string, string] => [one, other]),
);

describe('two who change a case at the same moment', () => {
  let table: Awaited<ReturnType<typeof openTable>>;
  let cases: Cases;
  beforeAll(async () => {
    table = await openTable();
    ({ cases } = createRecords(table.client, TABLE_NAME));
  });
  afterAll(() => table.close());

  it.each(pairs)('%s and %s come to one outcome, as if one had come after the other', async (one, other) => {
    for (const [shop, policy] of Object.entries(shops)) {
      const { found, ...world } = begin([policy]);
      const created = { ...found, id: `RX-${shop}-${one}-${other}`.replaceAll(' ', '-') };
      const commands = [one, other].map((name, index) => {
        const start = { ...world, found: created, mails: index + 1 };
        const [command] = take(start, contenders[name] ?? { move: 'wait' }).commands;
        if (!command) throw new Error(`${name} asks for nothing`);
        return command;
      });
      await cases.create(created);
      await Promise.allSettled(commands.map((command) => changeCase(together(cases), created.id, command)));
      const after = await cases.load(created.id);
      const orders = [commands, commands.toReversed()].map((order) => order.reduce(afterwards, created));
      expect(orders.map(({ history }) => history)).toContainEqual(after.history);
      expect(after.history.filter(({ type }) => type === 'decided').length).toBeLessThanOrEqual(1);
    }
  });
});

/** Cases that two read at the same version, whoever is the faster: neither writes before both have read. */
let reading = Promise.withResolvers<void>();
let readers = 0;
function together(real: Cases): Cases {
  let isFirst = true;
  return {
    ...real,
    load: async (id) => {
      const found = await real.load(id);
      if (!isFirst) return found;
      isFirst = false;
      readers++;
      if (readers % 2 === 0) {
        reading.resolve();
        reading = Promise.withResolvers();
      } else await reading.promise;
      return found;
    },
  };
}

function afterwards(found: Case, command: Command): Case {
  try {
    return decide(command, found).reduce<Case>(evolve, found);
  } catch (error) {
    // Who comes too late is told so, and changes nothing.
    if (error instanceof GoodwillError) return found;
    throw error;
  }
}
