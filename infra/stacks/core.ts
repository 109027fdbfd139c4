import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Alarms } from '../constructs/alarms.ts';
import { LinkKeys } from '../constructs/link-keys.ts';
import { ObjectQueue } from '../constructs/object-queue.ts';
import { OutgoingMail } from '../constructs/outgoing-mail.ts';
import { PagesApi } from '../constructs/pages-api.ts';
import { INBOUND, ORDERS, RawMailBucket } from '../constructs/raw-mail-bucket.ts';
import { RecordsTable } from '../constructs/records-table.ts';
import { RefundFlow } from '../constructs/refund-flow.ts';
import {
  type FunctionCode,
  ServiceFunction,
  type ServiceFunctionProps,
} from '../constructs/service-function.ts';

export interface CoreStackProps extends StackProps {
  code: FunctionCode;
  /** The address customers write to and mails come from. */
  refunds: string;
  alarmEmail?: string | undefined;
}

/** A mail may have 40 MB, so intake gets the time and the memory to read one. */
const INTAKE = { memory: 1769, timeout: Duration.seconds(60) };
const IMPORT = { timeout: Duration.minutes(5) };

/** Records, flow, functions and links: all of a case but how mail comes in. */
export class CoreStack extends Stack {
  readonly alarms: Alarms;
  readonly records: RecordsTable;
  readonly rawMail: RawMailBucket;

  constructor(scope: Construct, id: string, props: CoreStackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    const { code, refunds: from } = props;

    const alarms = new Alarms(this, 'Alarms', { email: props.alarmEmail });
    const records = new RecordsTable(this, 'Records');
    const keys = new LinkKeys(this, 'LinkKeys');
    const pages = new PagesApi(this, 'Pages');
    const outgoing = new OutgoingMail(this, 'OutgoingMail', { alarms, from });
    const mails = new ObjectQueue(this, 'Mails', {
      alarms,
      readerTimeout: INTAKE.timeout,
      deadLetterMeans:
        'Customers have written and their mails are neither cases nor quarantined. They are kept and tried again; ' +
        'see why the functions intake and quarantine fail.',
    });
    const orderFiles = new ObjectQueue(this, 'OrderFiles', {
      alarms,
      readerTimeout: IMPORT.timeout,
      deadLetterMeans:
        'An orders file could not be imported, so new orders are unknown and their cases wait for the customer. ' +
        'The log of import-orders names the line; correct the file and put it into the bucket again.',
    });
    const rawMail = new RawMailBucket(this, 'RawMail', {
      queues: { [INBOUND]: mails, [ORDERS]: orderFiles },
    });

    const TABLE_NAME = records.tableName;
    const RAW_BUCKET = rawMail.bucket.bucketName;
    const links = { LINK_SECRET_ARN: keys.secretArn, PUBLIC_URL: pages.url };
    const sending = { ...links, CONFIGURATION_SET: outgoing.configurationSet };
    const add = (functionProps: Omit<ServiceFunctionProps, 'alarms' | 'code'>) =>
      new ServiceFunction(this, `${functionProps.name}-function`, { alarms, code, ...functionProps });

    const evaluate = add({
      name: 'evaluate',
      purpose: 'Weighs a request against the policy and opens the first approval round',
      calledBy: 'flow',
      failureMeans:
        'New requests are acknowledged but reach no approver: customers wait for a decision nobody is asked for.',
      environment: { TABLE_NAME },
    });
    const requestApproval = add({
      name: 'request-approval',
      purpose: 'Asks the approvers of a round and keeps the place where the flow waits',
      calledBy: 'flow',
      failureMeans: 'Approvers are not asked or reminded: customers wait for a decision nobody is asked for.',
      environment: { TABLE_NAME, ...sending },
    });
    const escalate = add({
      name: 'escalate',
      purpose: 'Passes a deadline: a reminder, the next level, the alarm',
      calledBy: 'flow',
      failureMeans:
        'Deadlines pass without a reminder or the next level being asked: customers wait too long.',
      environment: { TABLE_NAME },
    });
    const notify = add({
      name: 'notify',
      purpose: 'Writes to the customer: acknowledgement, decision, follow-up; and to finance',
      calledBy: 'flow',
      failureMeans: 'Customers are not told that we have their request, or what was decided.',
      environment: { TABLE_NAME, ...sending },
    });
    const reportFailure = add({
      name: 'report-failure',
      purpose: 'Writes onto the case that a step has failed',
      calledBy: 'flow',
      failureMeans: 'Cases are stuck and do not show it. See the failed executions of the state machine.',
      environment: { TABLE_NAME },
    });
    const flow = new RefundFlow(this, 'Flow', {
      alarms,
      steps: { notify, evaluate, requestApproval, escalate, reportFailure },
    });

    const intake = add({
      name: 'intake',
      purpose: 'Turns a raw mail into a case, or into a part of one, and starts its flow',
      calledBy: 'queue',
      failureMeans:
        'Mails from customers are not taken in. They are kept; after five tries they are quarantined.',
      environment: { TABLE_NAME, RAW_BUCKET, STATE_MACHINE_ARN: flow.stateMachineArn },
      ...INTAKE,
    });
    const quarantine = add({
      name: 'quarantine',
      purpose: 'Records a mail that intake gave up on, so that a person sees it',
      calledBy: 'queue',
      failureMeans:
        'Mails that could not be taken in are not even on the quarantine list. They wait in the DLQ.',
      environment: { TABLE_NAME, RAW_BUCKET },
    });
    const web = add({
      name: 'web',
      purpose: 'The pages behind the links: deciding, giving feedback',
      calledBy: 'web',
      failureMeans: 'Approvers or customers who open a link see an error page: they cannot decide or answer.',
      environment: { TABLE_NAME, ...links, STATE_MACHINE_ARN: flow.stateMachineArn },
    });
    const importOrders = add({
      name: 'import-orders',
      purpose: 'Reads orders files into the records',
      calledBy: 'queue',
      failureMeans:
        'Orders are not imported, so requests about new orders look as if their order did not exist.',
      environment: { TABLE_NAME, RAW_BUCKET },
      ...IMPORT,
    });

    for (const reader of [
      evaluate,
      requestApproval,
      escalate,
      notify,
      reportFailure,
      intake,
      quarantine,
      web,
      importOrders,
    ]) {
      records.grantReadWrite(reader);
    }
    for (const signer of [requestApproval, notify, web]) keys.grantRead(signer);
    for (const sender of [requestApproval, notify]) outgoing.grantSend(sender);
    for (const reader of [intake, quarantine]) rawMail.grantRead(reader, INBOUND);
    rawMail.grantRead(importOrders, ORDERS);
    flow.grantStart(intake);
    for (const answerer of [requestApproval, web]) flow.grantAnswer(answerer);
    mails.feed(intake);
    mails.feedDeadLetters(quarantine);
    orderFiles.feed(importOrders);
    pages.serve(web);

    alarms.addCount(
      this,
      'CaseOverdue',
      'A case has passed its last deadline undecided: a customer was promised an answer and has none. Ask the approvers in person.',
    );
    alarms.addCount(
      this,
      'MailQuarantined',
      'A mail was kept but could not be understood: somebody wrote and will get no answer until a person reads it. See the quarantine list.',
    );
    alarms.addCount(
      this,
      'MailUncertain',
      'It is not known whether a mail has left, and it is not sent twice: somebody may be waiting for it. See the case, and write to them by hand.',
    );
    alarms.addCount(
      this,
      'StepFailed',
      'A step of a case has failed for good: a customer waits and nothing will happen by itself. The case shows the step and the error; start its flow again when the cause is gone.',
    );

    new CfnOutput(this, 'TableName', { value: TABLE_NAME });
    new CfnOutput(this, 'RawBucketName', {
      value: RAW_BUCKET,
      description: 'Mails under inbound/, orders files under orders/',
    });
    new CfnOutput(this, 'StateMachineArn', { value: flow.stateMachineArn });
    new CfnOutput(this, 'PublicUrl', { value: pages.url });
    this.alarms = alarms;
    this.records = records;
    this.rawMail = rawMail;
  }
}
