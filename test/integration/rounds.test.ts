import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseEvent, isDecided } from '../../functions/domain/case.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import type { Request } from '../../functions/domain/request.ts';
import { nextDeadline } from '../../functions/domain/round.ts';
import { changeCase } from '../../functions/runtime/change-case.ts';
import { rulesNow } from '../../functions/runtime/rules.ts';
import { wakeFlow } from '../../functions/runtime/wake-flow.ts';
import { anyMove, anyRequest, anyShop } from '../support/rounds/any-move.ts';
import { openClockedFlow } from '../support/rounds/clocked-flow.ts';
import { tell } from '../support/rounds/explore.ts';
import { begin, type Move, type Step, take } from '../support/rounds/model.ts';

type Flow = Awaited<ReturnType<typeof openClockedFlow>>;

/** Each takes a tenth of a second; the same seed, so that a failure is there again. */
const TRACES = 25;
const SEED = 5;

let flow: Flow;
beforeAll(async () => {
  flow = await openClockedFlow();
});
afterAll(() => flow.close());

describe('what the model says of a case', () => {
  // The flow never looks between two deadlines unless somebody did something.
  const moves = fc.array(
    anyMove.filter(({ move }) => move !== 'look'),
    { minLength: 6, maxLength: 20, size: 'max' },
  );
  const shops = fc.array(anyShop, { minLength: 1, maxLength: 3 });
  const traces = fc.sample(fc.tuple(shops, anyRequest, moves), { seed: SEED, numRuns: TRACES });

  it('comes true on the real flow, with one decision and one mail that tells it', async () => {
    const ends = { decided: 0, 'awaiting-decision': 0, withdrawn: 0 };
    for (const [index, trace] of traces.entries()) {
      const status = await replayed(`RX-TRACE-${index}`, ...trace);
      if (status in ends) ends[status as keyof typeof ends]++;
    }
    // Traces that all end alike would show little.
    expect(Math.min(...Object.values(ends))).toBeGreaterThan(TRACES / 20);
    expect(flow.counted).toContain('CaseOverdue');
  });
});

/** Takes a case of the model and a real one the same way, and compares where they end. */
async function replayed(
  id: string,
  policies: Policy[],
  request: Partial<Request>,
  moves: Move[],
): Promise<string> {
  const [policy] = policies;
  if (!policy) throw new Error('a shop has a policy');
  flow.publish(policy);
  const start = begin(policies, request, flow.services.clock.now());
  await flow.begin(id, request);
  let world = start;
  const made: Move[] = [];
  for (const move of moves) {
    if (isDecided(world.found)) break;
    const step = take(world, move);
    world = step.after;
    // What is refused was never written; the pages' own tests show that.
    if (step.refused || (step.events.length === 0 && move.move !== 'publish' && move.move !== 'away'))
      continue;
    made.push(move);
    await mirror(id, step, move);
  }
  const real = await flow.load(id);
  const told = `${id}: ${tell(made)}`;
  expect(storyOf(real.history), told).toEqual(storyOf(world.found.history));
  if (real.status === 'awaiting-decision' && world.found.status === 'awaiting-decision')
    expect(nextDeadline(real), told).toBe(nextDeadline(world.found));
  const letters = flow.sent.filter(({ caseId, kind }) => caseId === id && kind === 'decision');
  expect(letters.length, told).toBe(isDecided(real) ? 1 : 0);
  if (isDecided(real)) {
    const asked = flow.asked.filter((refund) => refund.startsWith(`${id}.`));
    expect(asked, told).toEqual(real.refunds.map(({ number }) => `${id}.refund.${number}`));
    await flow.settle(id);
    await flow.pass(5 * 24 * 3_600_000);
    expect((await flow.load(id)).status, told).toBe('closed');
  }
  await tidy(id, made);
  return world.found.status;
}

/** Nobody is away in the next trace because of this one, and nobody named a conflict with its customer. */
async function tidy(id: string, made: readonly Move[]): Promise<void> {
  const away = made.flatMap((move) => (move.move === 'away' ? [move.person] : []));
  for (const person of new Set(away)) await flow.services.absences.put({ person, until: '2026-01-01' });
  await flow.erase(id);
}

/** Does to the real case what the model did to its own, as the pages and the mails that come in do it. */
async function mirror(id: string, { after, commands }: Step, move: Move): Promise<void> {
  const { services } = flow;
  const [command] = commands;
  if (move.move === 'publish') return flow.publish(after.policy);
  if (move.move === 'wait') return flow.pass(Date.parse(after.at) - Date.parse(services.clock.now()));
  if (!command) return;
  if (move.move === 'away') {
    const absence = after.absences.find(({ person }) => person === move.person);
    if (absence) await services.absences.put(absence);
  }
  const rules = await rulesNow(services, 'to' in move ? [move.to] : []);
  const changed = await changeCase(services.cases, id, { ...command, ...rules });
  const reopened = changed.history.findLastIndex(({ type }) => type === 'reopened');
  if (changed.status === 'received') await services.flow.startAgain(id, reopened + 1);
  else await wakeFlow(services, changed, 'start it again');
  await flow.rest();
}

/** What happened to a case, without the mails and the instants that only the real one has. */
function storyOf(history: readonly CaseEvent[]): string[] {
  const ofSteps: readonly string[] = ['mail-sent', 'refund-asked', 'refund-announced', 'told', 'followed-up'];
  return history
    .filter(({ type }) => !ofSteps.includes(type))
    .map((event) => {
      const who = 'by' in event ? event.by : 'person' in event ? event.person : '';
      const asked = event.type === 'round-opened' ? `${event.levelName}: ${event.approvers}` : '';
      return [event.type, 'round' in event ? event.round : '', who, asked].filter(Boolean).join(' ');
    });
}
