import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeCase } from '../../functions/runtime/change-case.ts';
import { rulesNow } from '../../functions/runtime/rules.ts';
import { wakeFlow } from '../../functions/runtime/wake-flow.ts';
import { FLOW, openClockedFlow } from '../support/rounds/clocked-flow.ts';
import { decisions } from '../support/rounds/model.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Longer than a step is tried again for. */
const TRIES = 0.5 * HOUR;
const MANAGER = 'manager@shop.example';

/** The states in which a function is invoked, in the order in which a case comes to them, and how to get a case that far. */
const steps = {
  Acknowledge: async () => {},
  Evaluate: async () => {},
  AskApprover: async () => {},
  LookAgain: async () => flow.pass(DAY),
  TellDecision: async (id: string) => decide(id),
  LookAfter: async (id: string) => decide(id),
  FollowThrough: async (id: string) => decide(id),
} satisfies Record<string, (id: string) => Promise<void>>;
type StepName = keyof typeof steps;
const names = Object.keys(steps) as StepName[];

const tasks = Object.entries(FLOW.States).flatMap(([name, state]) =>
  state.Type === 'Task' ? [{ name, state: state as typeof state & Invokes }] : [],
);
interface Invokes {
  Parameters: { FunctionName: string };
}
/** The function behind a state, as its placeholder names it. */
const functionOf = (name: string) =>
  tasks.find((task) => task.name === name)?.state.Parameters.FunctionName.slice(2, -1);

let flow: Awaited<ReturnType<typeof openClockedFlow>>;
beforeAll(async () => {
  flow = await openClockedFlow();
});
afterAll(() => flow.close());

async function decide(id: string): Promise<void> {
  const { services } = flow;
  const answer = { round: 1, by: MANAGER, decision: decisions.declined };
  const decided = await changeCase(services.cases, id, {
    type: 'decide-round',
    ...answer,
    ...(await rulesNow(services)),
  });
  await wakeFlow(services, decided, 'start it again');
  await flow.rest();
}

/** Whenever this case is in this state, something happens before its function does its work. */
function whenIn(state: string, id: string, happens: () => void | Promise<void>): void {
  flow.before(async (name, payload) => {
    if ((payload as { caseId: string }).caseId !== id || name !== functionOf(state)) return;
    // The flow tells which state it is in beside its work.
    await new Promise((resolve) => setImmediate(resolve));
    if (statesOf(id).at(-1) === state) await happens();
  });
}
const statesOf = (id: string) => flow.entered.filter(({ caseId }) => caseId === id).map(({ state }) => state);
const caughtOf = (id: string) =>
  flow.caught.filter(({ caseId }) => caseId === id).map(({ state, errors }) => [state, errors]);
const broken = () => {
  throw new Error('the table is not there');
};

/** Begins a case and leads it to a state, where its function meets what was planted. */
async function leadTo(state: StepName, id: string): Promise<void> {
  await flow.begin(id);
  await steps[state](id);
}

describe('a step that fails again and again', () => {
  it.each(names)(
    'in %s ends its flow with the failure on the case, and goes on once it is mended',
    async (state) => {
      const id = `RX-BROKEN-${state}`;
      whenIn(state, id, broken);
      await leadTo(state, id);
      await flow.pass(TRIES);
      expect(caughtOf(id)).toContainEqual([state, 'States.ALL']);
      flow.before(async () => {});
      if (state === 'Acknowledge') {
        // A customer who cannot be written to has a case all the same.
        expect(statesOf(id)).toEqual([
          'Acknowledge',
          'ReportUnacknowledged',
          'Evaluate',
          'WhatNext',
          'AskApprover',
        ]);
      } else {
        expect(statesOf(id).slice(-2)).toEqual(['ReportFailure', 'Stuck']);
        expect((await flow.load(id)).problem?.error).toContain('the table is not there');
        await flow.startAgain(id);
      }
      if ((await flow.load(id)).status === 'awaiting-decision') await decide(id);
      await flow.settle(id);
      await flow.pass(6 * DAY);
      expect((await flow.load(id)).status).toBe('closed');
      expect(flow.sent.filter(({ caseId, kind }) => caseId === id && kind === 'decision')).toHaveLength(1);
    },
  );

  it('that reports the failure is tried again as well, by whoever is next', async () => {
    const id = 'RX-BROKEN-Report';
    let tries = 0;
    flow.before(async (name, payload) => {
      if ((payload as { caseId: string }).caseId !== id) return;
      if (name === functionOf('Acknowledge')) broken();
      if (name === functionOf('ReportFailure') && tries++ < 6) broken();
    });
    await flow.begin(id);
    await flow.pass(2 * TRIES);
    expect(statesOf(id)).toEqual(['Acknowledge', 'ReportUnacknowledged', 'ReportFailure', 'Stuck']);
    expect(caughtOf(id)).toContainEqual(['ReportUnacknowledged', 'States.ALL']);
  });

  it('is tried again after a pause, and nothing comes of it where that works', async () => {
    const id = 'RX-BROKEN-once';
    let tries = 0;
    whenIn('Evaluate', id, () => {
      if (tries++ === 0) broken();
    });
    await flow.begin(id);
    await flow.pass(2_000);
    expect(statesOf(id).slice(-2)).toEqual(['WhatNext', 'AskApprover']);
    expect(caughtOf(id)).toEqual([]);
  });
});

describe('a case that is erased while its flow runs', () => {
  it.each(names.filter((name) => name !== 'Acknowledge'))('ends it where %s finds nothing', async (state) => {
    const id = `RX-GONE-${state}`;
    let isThere = true;
    whenIn(state, id, async () => {
      if (isThere) await flow.erase(id);
      isThere = false;
    });
    await leadTo(state, id);
    expect(caughtOf(id)).toContainEqual([state, 'CaseNotFound']);
    expect(statesOf(id).at(-1)).toBe('Gone');
  });

  it('ends it before anybody was written to', async () => {
    await flow.services.flow.start('RX-GONE-0000');
    await flow.rest();
    expect(statesOf('RX-GONE-0000')).toEqual(['Acknowledge', 'ReportUnacknowledged', 'Gone']);
  });

  it('ends it where a failure has nowhere to stand', async () => {
    const id = 'RX-GONE-Report';
    whenIn('Evaluate', id, broken);
    await flow.begin(id);
    await flow.erase(id);
    await flow.pass(TRIES);
    expect(statesOf(id).slice(-2)).toEqual(['ReportFailure', 'Gone']);
  });
});

describe('a function that never answers', () => {
  it('is given up on after its time, and tried again', async () => {
    const id = 'RX-SILENT-0001';
    const silence = Promise.withResolvers<void>();
    let tries = 0;
    flow.before(async (name, payload) => {
      const isIts = (payload as { caseId: string }).caseId === id && name === functionOf('Evaluate');
      if (isIts && tries++ === 0) await flow.unheard(silence.promise);
    });
    await flow.begin(id);
    await flow.pass(130_000);
    expect(statesOf(id).at(-1)).toBe('AskApprover');
    silence.resolve();
    await flow.rest();
  });
});

describe('an objection of which its flow was not told', () => {
  it('is found when it looks next, and goes on from the beginning', async () => {
    const id = 'RX-OBJECTED-0001';
    await flow.begin(id);
    await decide(id);
    const { cases, clock, policy } = flow.services;
    const objected = { about: 'decision', says: 'Please look again.' } as const;
    await changeCase(cases, id, {
      type: 'object',
      at: clock.now(),
      policy: policy.policy,
      ...objected,
    });
    await flow.pass(5 * DAY);
    expect(statesOf(id).join()).toContain('LookAfter,WhatIsLeft,Acknowledge,Evaluate,WhatNext,AskApprover');
    expect(await flow.load(id)).toMatchObject({ status: 'awaiting-decision', objection: objected });
  });
});

describe('a request that is taken back, and up again while its flow ends', () => {
  it('is left to the flow that was begun for it', async () => {
    const id = 'RX-WITHDRAWN-0001';
    const { services } = flow;
    const writes = async (mailId: string, says?: 'withdraw') => {
      const words = { from: 'maria@example.com', text: '', by: 'customer', says } as const;
      return changeCase(services.cases, id, {
        type: 'record-words',
        mailId,
        attachments: [],
        ...words,
        ...(await rulesNow(services)),
      });
    };
    await flow.begin(id);
    whenIn('LookAfter', id, async () => {
      await writes('mail-2');
    });
    await wakeFlow(services, await writes('mail-1', 'withdraw'), 'start it again');
    await flow.rest();
    expect((await flow.load(id)).status).toBe('received');
    expect(statesOf(id).slice(-3)).toEqual(['LookAfter', 'WhatIsLeft', 'Closed']);
  });
});

describe('the flow file', () => {
  it('has no state, no choice and no catcher that no test has come through', () => {
    const catchers = tasks.flatMap(({ name, state }) =>
      (state.Catch ?? []).map(({ ErrorEquals }) => `${name}: ${ErrorEquals.join()}`),
    );
    const branches = Object.entries(FLOW.States).flatMap(([name, state]) =>
      state.Type === 'Choice'
        ? [...state.Choices.map(({ Next }) => Next), state.Default].map((next) => `${name}: ${next}`)
        : [],
    );
    const chosen = new Set(
      [...new Set(flow.entered.map(({ caseId }) => caseId))].flatMap((id) =>
        statesOf(id).map((state, at, all) => `${state}: ${all[at + 1]}`),
      ),
    );
    expect(branches.filter((branch) => !chosen.has(branch))).toEqual([]);
    const caught = new Set(flow.caught.map(({ state, errors }) => `${state}: ${errors}`));
    expect([...new Set(flow.entered.map(({ state }) => state))].sort()).toEqual(
      Object.keys(FLOW.States).sort(),
    );
    expect([...caught].sort()).toEqual(catchers.sort());
  });
});
