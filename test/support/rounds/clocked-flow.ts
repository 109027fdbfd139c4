import { AsyncLocalStorage } from 'node:async_hooks';
import { readFileSync } from 'node:fs';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { StateMachineDefinition } from 'aws-local-stepfunctions';
import { vi } from 'vitest';
import { createPersonalRecords } from '../../../functions/adapters/dynamodb/personal-records.ts';
import { createRecords } from '../../../functions/adapters/dynamodb/records.ts';
import { createLinks } from '../../../functions/adapters/links.ts';
import { createReplyAddresses } from '../../../functions/adapters/reply-addresses.ts';
import { sha256 } from '../../../functions/adapters/sha256.ts';
import type { Case } from '../../../functions/domain/case.ts';
import { replay } from '../../../functions/domain/evolve.ts';
import type { Policy } from '../../../functions/domain/policy.ts';
import type { Services } from '../../../functions/domain/ports.ts';
import type { Request } from '../../../functions/domain/request.ts';
import { changeCase } from '../../../functions/runtime/change-case.ts';
import { createLocalFlow, type Invoke } from '../../../infra/local/flow.ts';
import { stepFunctions } from '../../../infra/local/steps.ts';
import { openTable, TABLE_NAME } from '../../../infra/local/table.ts';
import { AT, received } from '../cases.ts';
import { ringOf } from '../keys.ts';
import { defaultPolicy } from '../policy.ts';

const KEYS = { kid: 'test', secret: 'a secret that only the tests of the flow use', previous: [] };
export const FLOW = JSON.parse(
  readFileSync('statemachine/refund-exception.asl.json', 'utf8'),
) as StateMachineDefinition;

/** A mail that left. */
export interface Sent {
  caseId: string;
  kind: string;
  to: string;
}

/** Stops time, but not for what the table is asked: it tries again after a real moment where a connection was lost. */
function stopTime(client: DynamoDBClient): DynamoDBClient {
  const wait = globalThis.setTimeout;
  const real = new AsyncLocalStorage<true>();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.parse(AT) });
  const virtual = globalThis.setTimeout;
  globalThis.setTimeout = ((run: () => void, ms?: number) =>
    real.getStore() ? wait(run, ms) : virtual(run, ms)) as typeof setTimeout;
  const send = client.send.bind(client);
  client.send = ((command: Parameters<typeof send>[0]) =>
    real.run(true, () => send(command))) as typeof client.send;
  return client;
}

/**
 * The deployed flow file and its functions on the embedded table, in a time that goes on only when it is told to: deadlines, waits and
 * the pauses between tries come by the same clock, a week of them in a moment.
 */
export async function openClockedFlow() {
  const table = await openTable();
  const client = stopTime(table.client);
  const sent: Sent[] = [];
  const entered: Array<{ caseId: string; state: string }> = [];
  const caught: Array<{ caseId: string; state: string; errors: string }> = [];
  const counted: string[] = [];
  const asked: string[] = [];
  let working = 0;
  /** What goes wrong before a function does its work: throws, or changes something. */
  let fault: (functionName: string, payload: unknown) => Promise<void> = async () => {};

  const clock = {
    now: () => new Date().toISOString(),
    secondsUntil: (at: string) => Math.max(1, Math.ceil((Date.parse(at) - Date.now()) / 1000)),
  };
  const watched = (functions: Record<string, Invoke>): Record<string, Invoke> =>
    Object.fromEntries(
      Object.entries(functions).map(([name, invoke]) => [
        name,
        async (payload: unknown) => {
          working++;
          try {
            await fault(name, payload);
            return await invoke(payload);
          } finally {
            working--;
          }
        },
      ]),
    );
  const log = { info() {}, warn() {}, error() {}, count: (metric: string) => void counted.push(metric) };
  const flow = createLocalFlow({
    definition: FLOW,
    functions: watched(stepFunctions(async () => services)),
    log,
    onEnter: (caseId, state) => void entered.push({ caseId, state }),
    onCatch: (caseId, state, errors) => void caught.push({ caseId, state, errors: errors.join() }),
  });
  const records = createRecords(client, TABLE_NAME);
  const steps = {
    ...records,
    policy: defaultPolicy,
    clock,
    flow,
    log,
    sha256,
    links: createLinks(ringOf(KEYS), 'http://pages.example', clock),
    replyAddresses: createReplyAddresses(KEYS, defaultPolicy.policy.shop.refunds),
    refundEvents: { requested: async ({ refundId }: { refundId: string }) => void asked.push(refundId) },
    mailer: {
      send: async ({ id, to }: { id: string; to: string }) => {
        const [caseId = '', kind = ''] = id.split('.');
        sent.push({ caseId, kind, to });
        return id;
      },
      outcome: async () => 'not-sent' as const,
    },
  };
  // No step of the flow reads mails.
  const services = steps as typeof steps & Services;

  /** Waits until every flow waits for a person, for time or for its next try. */
  async function rest(): Promise<void> {
    for (let quiet = 0; quiet < 3; quiet = working === 0 ? quiet + 1 : 0)
      await new Promise((resolve) => setImmediate(resolve));
  }

  return {
    services,
    sent,
    entered,
    caught,
    counted,
    /** The refunds a payment system was asked for. */
    asked,
    rest,
    load: (id: string): Promise<Case> => records.cases.load(id),

    /** A case that was just opened, and its flow. */
    async begin(id: string, request: Partial<Request> = {}): Promise<void> {
      await records.cases.create(replay(id, [received(request, clock.now())]));
      await flow.start(id);
      await rest();
    },

    /** Starts the flow of a case again, as somebody who has mended what was broken. */
    async startAgain(id: string): Promise<void> {
      await flow.startAgain(id, (await records.cases.load(id)).version);
      await rest();
    },

    /** Time goes on, and whatever is due by then is done, one after the other: no step takes any time. */
    async pass(ms: number): Promise<void> {
      let isOver = false;
      setTimeout(() => {
        isOver = true;
      }, ms);
      while (!isOver) {
        await vi.advanceTimersToNextTimerAsync();
        await rest();
      }
    },

    /** After a decision finance pays what it grants, and the customer wants none of what is offered: the follow-up is left. */
    async settle(id: string): Promise<void> {
      const { cases, policy } = services;
      const found = await cases.load(id);
      const at = clock.now();
      const paid = { by: 'finance@shop.example', outcome: 'paid', reference: 'TX-1' } as const;
      for (const { number: refund } of found.refunds)
        await changeCase(cases, id, { type: 'confirm-refund', at, refund, ...paid });
      if ('offers' in found && found.offers)
        await changeCase(cases, id, { type: 'choose-offer', at, offer: undefined, policy: policy.policy });
    },

    publish(policy: Policy): void {
      services.policy = { ...defaultPolicy, policy };
    },

    /** From now on this happens before a function does its work. */
    before(happens: typeof fault): void {
      fault = happens;
    },

    /** What a function waits for that does not answer; time goes on meanwhile. */
    async unheard(silence: Promise<void>): Promise<void> {
      working--;
      await silence;
      working++;
    },

    /** Erases a case, as for a customer who asks for it. */
    async erase(id: string): Promise<void> {
      await createPersonalRecords(client, TABLE_NAME).removeCase(await records.cases.load(id));
    },

    async close(): Promise<void> {
      vi.useRealTimers();
      await flow.stop();
      await table.close();
    },
  };
}
