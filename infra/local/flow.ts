import { randomUUID } from 'node:crypto';
import { StateMachine, type StateMachineDefinition } from 'aws-local-stepfunctions';
import { NotWaiting } from '../../functions/domain/errors.ts';
import type { Flow, Log } from '../../functions/domain/ports.ts';

/** A function of the flow, as Step Functions invokes it. */
export type Invoke = (payload: unknown) => Promise<unknown>;

export interface LocalFlow extends Flow {
  /**
   * Stops every execution, once the steps that are at work have done. The cases know how far they are; starting them again
   * goes on from there.
   */
  stop(): Promise<void>;
  /** Waits until the execution of a case waits for a person, for time or for its next try, or has ended. */
  rested(caseId: string): Promise<void>;
  /** Waits until an execution has ended; for tests and measurements. */
  ended(caseId: string): Promise<void>;
}

interface Options {
  /** The ASL file, as it is deployed. */
  definition: StateMachineDefinition;
  /** What stands for each `${...FunctionArn}` of the ASL file. */
  functions: Readonly<Record<string, Invoke>>;
  log: Log;
  /** Told of every state an execution enters. */
  onEnter?: (caseId: string, state: string) => void;
  /** Told of every failure of a state that its flow goes on from, and what names it in the file. */
  onCatch?: (caseId: string, state: string, errors: readonly string[]) => void;
}

interface Tokens {
  next(): string;
  end(): void;
}
type Handler = (input: unknown) => Promise<unknown>;
const CALLBACK = '.waitForTaskToken';

/**
 * Runs the deployed state machine in this process. Executions live in memory only: the case item is the truth, so after a
 * restart every open case is started again and its finished steps do nothing.
 */
export function createLocalFlow({ definition, functions, log, onEnter, onCatch }: Options): LocalFlow {
  const machine = new StateMachine(definition);
  const executions = new Map<string, { abort(): void; done: Promise<void>; rested: Promise<void> }>();
  const waiting = new Map<string, () => void>();
  const working = new Set<Promise<unknown>>();
  let stopped = false;

  /** Invokes a function, and remembers it until it has answered: the table is not closed under a step. */
  const tracked = (invoke: Invoke): Invoke => {
    return async (payload) => {
      if (stopped) throw new Error('the flow has been stopped');
      const work = invoke(payload);
      const settled = work.then(
        () => {},
        () => {},
      );
      working.add(settled);
      await settled;
      working.delete(settled);
      return work;
    };
  };

  /** Invokes the function with a token of its own and waits for the answer. An execution has one token: each ends the last. */
  const callback = (invoke: Invoke, tokens: Tokens, rest: () => void): Handler => {
    return async (payload) => {
      const token = tokens.next();
      const answered = new Promise<void>((resolve) => waiting.set(token, resolve));
      await invoke({ ...(payload as object), taskToken: token, enteredAt: new Date().toISOString() });
      rest();
      await answered;
      return {};
    };
  };

  const tokensOfExecution = (): Tokens => {
    let token: string | undefined;
    const end = () => {
      if (token) waiting.delete(token);
    };
    const next = () => {
      end();
      token = randomUUID();
      return token;
    };
    return { next, end };
  };

  const handlersOf = (tokens: Tokens, rest: () => void) =>
    Object.fromEntries(
      tasksOf(definition).map(({ name, functionName, waits }) => {
        const found = functions[functionName];
        if (!found) throw new Error(`nothing stands for ${functionName}, which state ${name} invokes`);
        const work = tracked(found);
        const invoke: Invoke = (payload) =>
          work(payload).catch((error: unknown) => {
            rest();
            throw error;
          });
        const call: Handler = waits
          ? callback(invoke, tokens, rest)
          : async (payload) => ({ Payload: JSON.parse(JSON.stringify(await invoke(payload))) });
        return [name, (input: unknown) => call((input as { Payload: unknown }).Payload)];
      }),
    );

  const execute = (caseId: string, name: string) => {
    if (executions.has(name)) return;
    const tokens = tokensOfExecution();
    const { promise: rested, resolve: rest } = Promise.withResolvers<void>();
    const run = machine.run(
      { caseId },
      {
        overrides: { taskResourceLocalHandlers: handlersOf(tokens, rest) as never },
        // A run has one context, so what differs from try to try is put in by the callback.
        context: { Task: { Token: '' }, State: { EnteredTime: '', RetryCount: 0 } },
      },
    );
    const watched = watch(run.eventLogs, {
      entered: ({ name, type }) => {
        onEnter?.(caseId, name);
        if (type === 'Wait') rest();
      },
      caught: ({ name }, errors) => onCatch?.(caseId, name, errors),
    });
    const done = run.result
      .then(
        () => {},
        (error: unknown) => {
          // Stopping ends every execution; its case goes on at the next start.
          if (!stopped) log.error('the flow of a case failed', { caseId, error: `${error}` });
        },
      )
      .finally(() => {
        // Nobody waits behind the token of an execution that has ended.
        tokens.end();
        rest();
      });
    const ended = Promise.all([done, watched]).then(() => undefined);
    executions.set(name, { abort: run.abort, done: ended, rested });
  };

  return {
    start: async (caseId) => execute(caseId, caseId),

    startAgain: async (caseId, version) => execute(caseId, `${caseId}-${version}`),

    async succeed(token) {
      const answer = waiting.get(token);
      if (!answer) throw new NotWaiting('the flow no longer waits for this answer');
      waiting.delete(token);
      answer();
    },

    async stop() {
      stopped = true;
      for (const { abort } of executions.values()) abort();
      await Promise.all(working);
    },

    rested: async (caseId) => executions.get(caseId)?.rested,

    ended: async (caseId) => executions.get(caseId)?.done,
  };
}

/** The task states of the ASL file, and the function each invokes. */
function tasksOf(definition: StateMachineDefinition) {
  return Object.entries(definition.States).flatMap(([name, state]) => {
    if (state.Type !== 'Task') return [];
    const { FunctionName } = state.Parameters as { FunctionName: string };
    return [
      {
        name,
        functionName: FunctionName.replace(/^\$\{(.*)\}$/, '$1'),
        waits: state.Resource.endsWith(CALLBACK),
      },
    ];
  });
}

type Entered = { name: string; type: string };
type Watched = { type: string; state?: Entered; catch?: { catcher: { ErrorEquals: readonly string[] } } };

async function watch(
  events: AsyncGenerator<{ type: string }>,
  told: { entered(state: Entered): void; caught(state: Entered, errors: readonly string[]): void },
): Promise<void> {
  for await (const event of events as AsyncGenerator<Watched>) {
    if (!event.state) continue;
    if (event.type === 'StateEntered') told.entered(event.state);
    if (event.type === 'StateCaught' && event.catch)
      told.caught(event.state, event.catch.catcher.ErrorEquals);
  }
}
