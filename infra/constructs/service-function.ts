import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { PolicyStatement, type PolicyStatementProps, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  type Code,
  Function as LambdaFunction,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { EnvironmentName } from '../../functions/runtime/environment.ts';
import type { FunctionName } from '../bundle.ts';
import { functionMeanings } from '../meanings.ts';
import { type Alarms, METRICS_NAMESPACE, SERVICE } from './alarms.ts';

/** Gives the code of a function: bundled when deploying, a stand-in where only the template matters. */
export type FunctionCode = (name: FunctionName) => Code;

/** The policy lies beside the handler, and a function's working directory is where its code lies. */
export const POLICY_FILE = 'policy.yaml';

/** Who calls a function, and therefore who notices and repeats a call that failed. */
const callers = {
  flow: 'The state machine calls this function and waits for its answer; it retries and catches failures itself.',
  queue:
    'Lambda reads the queue for this function and waits for its answer; what fails stays in the queue or goes to its DLQ.',
  web: 'HTTP API calls this function and waits for its answer; the person at the browser sees a failure.',
  operator: 'A person calls this function, waits for its answer, and sees a failure.',
  schedule:
    'The schedule that calls this function has a DLQ of its own, which also takes what Lambda did not accept.',
  events:
    'EventBridge calls this function and Lambda tries again what failed; what fails for good goes to the DLQ beside the bus.',
  secrets:
    'Secrets Manager calls this function step by step, and tries a rotation that failed again by itself.',
};

/** Steps are retried, so a single error is nothing to wake people for; this many in a quarter of an hour are. */
const ERRORS = 3;

export interface ServiceFunctionProps {
  alarms: Alarms;
  name: FunctionName;
  code: FunctionCode;
  calledBy: keyof typeof callers;
  /** How many errors within a quarter of an hour raise the alarm. */
  errors?: number;
  /** MB; processor time grows with it. */
  memory?: number;
  timeout?: Duration;
}

/** A function as all of them are: Node 24 on arm64, a role with no more than it needs, logs that end, traces. */
export class ServiceFunction extends Construct {
  readonly name: FunctionName;
  readonly lambda: LambdaFunction;

  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    super(scope, id);
    this.name = props.name;
    const { purpose, failing } = functionMeanings[props.name];
    const logGroup = new LogGroup(this, 'Logs', {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    this.lambda = new LambdaFunction(this, 'Function', {
      description: purpose,
      code: props.code(props.name),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memory ?? 512,
      timeout: props.timeout ?? Duration.seconds(30),
      tracing: Tracing.ACTIVE,
      logGroup,
      role,
      environment: { POWERTOOLS_SERVICE_NAME: SERVICE, POWERTOOLS_METRICS_NAMESPACE: METRICS_NAMESPACE },
    });
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'Tracing needs xray:PutTraceSegments and xray:PutTelemetryRecords, which know no resources.',
    });
    Validations.of(this.lambda).acknowledge({ id: 'Serverless-LambdaDLQ', reason: callers[props.calledBy] });
    props.alarms.add(this, 'ErrorAlarm', {
      metric: this.lambda.metricErrors({ period: Duration.minutes(15) }),
      threshold: props.errors ?? ERRORS,
      means: failing,
    });
  }
  /** Sets what the runtime reads from the environment. Whoever grants a function something tells it the name of that as well. */
  set(environment: Partial<Record<EnvironmentName, string>>): void {
    for (const [name, value] of Object.entries(environment)) this.lambda.addEnvironment(name, value);
  }

  /** Permits an action. For the constructs that own the resources; a stack grants nothing by itself. */
  allow(statement: PolicyStatementProps): void {
    this.lambda.addToRolePolicy(new PolicyStatement(statement));
  }
}
