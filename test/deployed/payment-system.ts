import {
  EventBridgeClient,
  PutEventsCommand,
  PutRuleCommand,
  PutTargetsCommand,
} from '@aws-sdk/client-eventbridge';
import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  ListExecutionsCommand,
  SFNClient,
} from '@aws-sdk/client-sfn';
import * as z from 'zod';
import { RefundRequested } from '../../functions/domain/refund-events.ts';

const Heard = z.object({ 'detail-type': z.literal('RefundRequested'), detail: RefundRequested });
const FLOW = { StartAt: 'Heard', States: { Heard: { Type: 'Succeed' } } };
const Version = '2012-10-17';
const TRUST = {
  Effect: 'Allow',
  Action: 'sts:AssumeRole',
  Principal: { Service: ['events.amazonaws.com', 'states.amazonaws.com'] },
};
const MAY_START = { Effect: 'Allow', Action: 'states:StartExecution', Resource: '*' };

/**
 * A payment system as docs/refunds.md wires one: a rule on the bus hears of every refund, and an event says what became of it. What
 * the rule starts is a state machine that does nothing, because its executions show what each was started with.
 */
export async function openPaymentSystem(busName: string, name: string) {
  const [events, sfn] = [new EventBridgeClient({}), new SFNClient({})];
  const roleArn = await giveRole(name);
  const { stateMachineArn } = await sfn.send(
    new CreateStateMachineCommand({ name, roleArn, definition: JSON.stringify(FLOW) }),
  );
  const EventPattern = JSON.stringify({ source: ['goodwill'], 'detail-type': ['RefundRequested'] });
  await events.send(new PutRuleCommand({ Name: name, EventBusName: busName, EventPattern }));
  const target = { Id: name, Arn: stateMachineArn, RoleArn: roleArn };
  await events.send(new PutTargetsCommand({ Rule: name, EventBusName: busName, Targets: [target] }));
  const known = new Map<string, RefundRequested>();

  return {
    /** What it was asked to pay for a case so far. */
    async asked(caseId: string): Promise<RefundRequested[]> {
      const { executions = [] } = await sfn.send(new ListExecutionsCommand({ stateMachineArn }));
      for (const { executionArn = '' } of executions) {
        if (known.has(executionArn)) continue;
        const { input } = await sfn.send(new DescribeExecutionCommand({ executionArn }));
        known.set(executionArn, Heard.parse(JSON.parse(input ?? '')).detail);
      }
      return [...known.values()].filter((one) => one.caseId === caseId);
    },

    /** Says that it has paid. */
    async confirm(refundId: string, reference: string): Promise<void> {
      const Detail = JSON.stringify({ schemaVersion: 1, refundId, outcome: 'paid', reference });
      const entry = { EventBusName: busName, Source: name, DetailType: 'RefundConfirmed', Detail };
      await events.send(new PutEventsCommand({ Entries: [entry] }));
    },
  };
}

async function giveRole(RoleName: string): Promise<string | undefined> {
  const iam = new IAMClient({});
  const policy = (Statement: object) => JSON.stringify({ Version, Statement: [Statement] });
  const { Role } = await iam.send(
    new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: policy(TRUST) }),
  );
  await iam.send(
    new PutRolePolicyCommand({ RoleName, PolicyName: 'Start', PolicyDocument: policy(MAY_START) }),
  );
  return Role?.Arn;
}
