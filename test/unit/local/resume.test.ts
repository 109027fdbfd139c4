import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { StateMachineDefinition } from 'aws-local-stepfunctions';
import { afterEach, describe, expect, it } from 'vitest';
import { replay } from '../../../functions/domain/evolve.ts';
import type { Cases } from '../../../functions/domain/ports.ts';
import { createLocalFlow, type LocalFlow } from '../../../infra/local/flow.ts';
import { AT_A_TIME, resumeOpenCases } from '../../../infra/local/resume.ts';
import { received } from '../../support/cases.ts';

const file = readFileSync('statemachine/refund-exception.asl.json', 'utf8');
const ids = Array.from({ length: 60 }, (_, index) => `RX-OPEN-${index}`);

describe('the open cases of a start', () => {
  let flow: LocalFlow;
  afterEach(() => flow.stop());

  /** The deployed flow with steps that take a moment, and how many of them were at work at the same time. */
  function busyFlow(evaluate: () => Promise<unknown>) {
    const seen = { now: 0, most: 0, asked: 0 };
    const step = (answer: () => Promise<unknown>) => async () => {
      seen.most = Math.max(seen.most, ++seen.now);
      await sleep(2);
      return answer().finally(() => seen.now--);
    };
    const ask = async () => {
      seen.asked++;
      return {};
    };
    const functions = {
      NotifyFunctionArn: step(async () => ({})),
      EvaluateFunctionArn: step(evaluate),
      RequestApprovalFunctionArn: step(ask),
      EscalateFunctionArn: step(async () => ({})),
      LookAfterFunctionArn: step(async () => ({ next: 'close', waitSeconds: 1 })),
      FollowThroughFunctionArn: step(async () => ({})),
      ReportFailureFunctionArn: step(async () => ({})),
    };
    const log = { info() {}, warn() {}, error() {}, count() {} };
    flow = createLocalFlow({ definition: JSON.parse(file) as StateMachineDefinition, functions, log });
    return seen;
  }

  const cases = {
    async *all() {
      for (const id of ids) yield replay(id, [received()]);
    },
  } as Pick<Cases, 'all'> as Cases;

  it('are taken up a few at a time, all of them', async () => {
    const seen = busyFlow(async () => ({ next: 'ask', round: 1, waitSeconds: 3600 }));
    await resumeOpenCases({ cases, flow });
    for (const id of ids) await flow.rested(id);
    expect(seen.asked).toBe(ids.length);
    expect(seen.most).toBeLessThanOrEqual(AT_A_TIME);
  });

  it('do not wait for one whose step fails and is tried again later', async () => {
    const seen = busyFlow(() => Promise.reject(new Error('the table is away')));
    await resumeOpenCases({ cases, flow });
    expect(seen.most).toBeLessThanOrEqual(AT_A_TIME);
  });
});
