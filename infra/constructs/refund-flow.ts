import { fileURLToPath } from 'node:url';
import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import type { ServiceFunction } from './service-function.ts';

/** The one flow file: the local runtime runs the same. */
export const flowFile = fileURLToPath(
  new URL('../../statemachine/refund-exception.asl.json', import.meta.url),
);

export interface RefundFlowProps {
  alarms: Alarms;
  /** The functions behind the placeholders of the flow file: `notify` is `${NotifyFunctionArn}`. */
  steps: Record<
    'notify' | 'evaluate' | 'requestApproval' | 'escalate' | 'lookAfter' | 'followThrough' | 'reportFailure',
    ServiceFunction
  >;
}

/** The state machine that drives a case, one execution each. */
export class RefundFlow extends Construct {
  readonly stateMachineArn: string;
  private readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, { alarms, steps }: RefundFlowProps) {
    super(scope, id);
    this.stateMachine = new StateMachine(this, 'StateMachine', {
      comment: 'One refund case, from its acknowledgement to its follow-up',
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromFile(flowFile),
      definitionSubstitutions: {
        NotifyFunctionArn: steps.notify.lambda.functionArn,
        EvaluateFunctionArn: steps.evaluate.lambda.functionArn,
        RequestApprovalFunctionArn: steps.requestApproval.lambda.functionArn,
        EscalateFunctionArn: steps.escalate.lambda.functionArn,
        LookAfterFunctionArn: steps.lookAfter.lambda.functionArn,
        FollowThroughFunctionArn: steps.followThrough.lambda.functionArn,
        ReportFailureFunctionArn: steps.reportFailure.lambda.functionArn,
      },
      tracingEnabled: true,
      logs: {
        level: LogLevel.ALL,
        // The input of a waiting step holds its task token, which whoever reads a log must not get to know.
        includeExecutionData: false,
        destination: new LogGroup(this, 'Logs', {
          // Under this prefix AWS needs no line for it in the account's log policy, which is limited to 5,120 characters.
          logGroupName: `/aws/vendedlogs/states/${this.node.addr}`,
          retention: RetentionDays.THREE_MONTHS,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
      },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.stateMachineArn = this.stateMachine.stateMachineArn;
    this.stateMachine.addToRolePolicy(
      new PolicyStatement({
        actions: ['lambda:InvokeFunction'],
        resources: Object.values(steps).map(({ lambda }) => lambda.functionArn),
      }),
    );
    Validations.of(this.stateMachine).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason:
        'Delivery of the logs of a state machine, and X-Ray, have no resources that a policy could name.',
    });
    this.addAlarms(alarms);
  }

  /** They start the flows of cases. */
  letStart(...starters: ServiceFunction[]): void {
    for (const starter of starters) {
      starter.set({ STATE_MACHINE_ARN: this.stateMachineArn });
      starter.allow({ actions: ['states:StartExecution'], resources: [this.stateMachineArn] });
    }
  }

  /**
   * They wake the step that waits. Each by a policy of its own: in a function's own it would close a circle, because the
   * state machine names functions.
   */
  letAnswer(...answerers: ServiceFunction[]): void {
    for (const { name, lambda } of answerers) {
      const policy = new Policy(this, `Answer-${name}`, {
        statements: [
          new PolicyStatement({ actions: ['states:SendTaskSuccess'], resources: [this.stateMachineArn] }),
        ],
      });
      lambda.role?.attachInlinePolicy(policy);
    }
  }

  private addAlarms(alarms: Alarms): void {
    const period = Duration.minutes(5);
    alarms.add(this, 'FailedAlarm', {
      metric: this.stateMachine.metricFailed({ period }),
      means:
        'The flow of a case has ended before the case did: a customer waits and nothing will happen by itself. ' +
        'The case shows the step and the error; start its flow again when the cause is gone.',
    });
    alarms.add(this, 'LostAlarm', {
      metric: this.stateMachine.metricTimedOut({ period }),
      means:
        'The flow of a case ran out of time and left the case where it was: a customer waits. Start its flow again.',
    });
  }
}
