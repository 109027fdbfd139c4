import { readFileSync } from 'node:fs';
import { StateMachine, type StateMachineDefinition } from 'aws-local-stepfunctions';
import { describe, expect, it } from 'vitest';
import * as steps from '../../statemachine/steps.ts';

const definition = JSON.parse(
  readFileSync('statemachine/refund-exception.asl.json', 'utf8'),
) as StateMachineDefinition;
type Task = {
  Resource: string;
  Parameters: { FunctionName: string; Payload: Record<string, unknown> };
} & Record<string, unknown>;
const tasks = Object.entries(definition.States).flatMap(([name, state]) =>
  state.Type === 'Task' ? [[name, state as unknown as Task] as const] : [],
);

const inputs: Record<string, { shape: object }> = {
  Acknowledge: steps.NotifyInput,
  ReportUnacknowledged: steps.ReportFailureInput,
  Evaluate: steps.EvaluateInput,
  AskApprover: steps.RequestApprovalInput,
  LookAgain: steps.LookAgainInput,
  TellDecision: steps.NotifyInput,
  LookAfter: steps.LookAfterInput,
  FollowThrough: steps.FollowThroughInput,
  ReportFailure: steps.ReportFailureInput,
};

describe('the flow', () => {
  it('is valid Amazon States Language', () => {
    expect(() => new StateMachine(definition)).not.toThrow();
    const broken = structuredClone(definition) as { States: Record<string, unknown> };
    broken.States['Evaluate'] = { Type: 'Task' };
    expect(() => new StateMachine(broken as StateMachineDefinition)).toThrow(/invalid/);
  });

  it.each(tasks)('gives %s exactly the fields its function reads', (name, { Parameters }) => {
    const given = Object.keys(Parameters.Payload).map((field) => field.replace(/\.\$$/, ''));
    expect(given.sort()).toEqual(Object.keys(inputs[name]?.shape ?? {}).sort());
  });

  it.each(tasks)('lets %s fail only into a record a person can see', (name, task) => {
    expect(task['Retry']).toBeDefined();
    if (name === 'ReportFailure') return;
    const catchers = task['Catch'] as Array<{ ErrorEquals: string[]; Next: string }>;
    const Next = name === 'Acknowledge' ? 'ReportUnacknowledged' : 'ReportFailure';
    expect(catchers.at(-1)).toMatchObject({ ErrorEquals: ['States.ALL'], Next });
  });

  it.each(tasks)('gives %s a deadline', (_, task) => {
    expect(task['TimeoutSeconds'] ?? task['TimeoutSecondsPath']).toBeDefined();
  });

  it('keeps its task token to itself: only the steps that store it are given it', () => {
    const withToken = tasks.filter(([, task]) => JSON.stringify(task).includes('$$.Task.Token'));
    expect(withToken.map(([name]) => name)).toEqual(['AskApprover', 'FollowThrough']);
  });

  it('finds its timeout before and after its parameters are made, since runtimes differ in which they read', () => {
    for (const name of ['AskApprover', 'FollowThrough']) {
      const waiting = definition.States[name] as unknown as Task;
      expect(waiting['TimeoutSecondsPath']).toBe('$.Payload.waitSeconds');
      expect(waiting.Parameters.Payload['waitSeconds.$']).toBe('$.Payload.waitSeconds');
    }
  });
});
