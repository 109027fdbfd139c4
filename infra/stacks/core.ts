import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { Alarms } from '../constructs/alarms.ts';
import { ArrivalQueue } from '../constructs/arrival-queue.ts';
import { OutgoingMail } from '../constructs/outgoing-mail.ts';
import { PagesApi } from '../constructs/pages-api.ts';
import { ATTACHMENTS, INBOUND, ORDERS, RawMailBucket } from '../constructs/raw-mail-bucket.ts';
import { RecordsTable } from '../constructs/records-table.ts';
import { RecurringCall } from '../constructs/recurring-call.ts';
import { RefundBus } from '../constructs/refund-bus.ts';
import { RefundFlow } from '../constructs/refund-flow.ts';
import { ReportBucket } from '../constructs/report-bucket.ts';
import {
  type FunctionCode,
  POLICY_FILE,
  ServiceFunction,
  type ServiceFunctionProps,
} from '../constructs/service-function.ts';
import { SigningKeys } from '../constructs/signing-keys.ts';

export interface CoreStackProps extends StackProps {
  code: FunctionCode;
  /** The address customers write to and mails come from. */
  refunds: string;
  alarmEmail?: string | undefined;
  /** How long a case is kept once it is over. */
  closedCaseDays: number;
}

/** A mail may have 40 MB, so intake gets the time and the memory to read one. */
const INTAKE = { memory: 1769, timeout: Duration.seconds(60) };
const IMPORT = { timeout: Duration.minutes(5) };
/** As long as a sender may run: SES may throttle each of its mails for some seconds. */
const SEND_HELD = { timeout: Duration.seconds(85) };
/** It may have a day's cases to delete, and to look at every other for what they share. */
const FORGET = { memory: 1769, timeout: Duration.minutes(15) };

/** Records, flow, functions and links: all of a case but how mail comes in. */
export class CoreStack extends Stack {
  readonly alarms: Alarms;
  readonly records: RecordsTable;
  readonly rawMail: RawMailBucket;
  private readonly reporting: {
    reports: ReportBucket;
    linkKeys: SigningKeys;
    outgoing: OutgoingMail;
    pages: PagesApi;
  };

  constructor(scope: Construct, id: string, props: CoreStackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    const { code, refunds: from } = props;

    const alarms = new Alarms(this, 'Alarms', { email: props.alarmEmail });
    const records = new RecordsTable(this, 'Records');
    const linkKeys = new SigningKeys(this, 'LinkKeys', 'links');
    const replyKeys = new SigningKeys(this, 'ReplyKeys', 'replies');
    const pages = new PagesApi(this, 'Pages');
    const refunds = new RefundBus(this, 'Refunds', { alarms });
    const reports = new ReportBucket(this, 'Reports');
    const outgoing = new OutgoingMail(this, 'OutgoingMail', { alarms, from });
    const mails = new ArrivalQueue(this, 'Mails', {
      alarms,
      filledBy: 'buckets',
      readerTimeout: INTAKE.timeout,
      deadLetterMeans:
        'Customers have written and their mails are neither cases nor quarantined. They are kept and tried again; ' +
        'see why the functions intake and quarantine fail.',
    });
    const orderFiles = new ArrivalQueue(this, 'OrderFiles', {
      alarms,
      filledBy: 'buckets',
      readerTimeout: IMPORT.timeout,
      deadLetterMeans:
        'An orders file could not be read, so requests about new orders look as if there were no such order. ' +
        'See why import-orders fails, and move the message back to its queue.',
    });
    const rawMail = new RawMailBucket(this, 'RawMail', {
      queues: { [INBOUND]: mails, [ORDERS]: orderFiles },
      closedCaseDays: props.closedCaseDays,
    });

    const add = (given: Omit<ServiceFunctionProps, 'alarms' | 'code'>) =>
      new ServiceFunction(this, given.name, { alarms, code, ...given });
    const notify = add({ name: 'notify', calledBy: 'flow' });
    const evaluate = add({ name: 'evaluate', calledBy: 'flow' });
    const requestApproval = add({ name: 'request-approval', calledBy: 'flow' });
    const escalate = add({ name: 'escalate', calledBy: 'flow' });
    const reportFailure = add({ name: 'report-failure', calledBy: 'flow' });
    const lookAfter = add({ name: 'look-after', calledBy: 'flow' });
    const followThrough = add({ name: 'follow-through', calledBy: 'flow' });
    const steps = { notify, evaluate, requestApproval, escalate, lookAfter, followThrough, reportFailure };
    const flow = new RefundFlow(this, 'Flow', { alarms, steps });
    const intake = add({ name: 'intake', calledBy: 'queue', ...INTAKE });
    const quarantine = add({ name: 'quarantine', calledBy: 'queue' });
    const review = add({ name: 'review-quarantine', calledBy: 'operator', ...INTAKE });
    const importOrders = add({ name: 'import-orders', calledBy: 'queue', ...IMPORT });
    const web = add({ name: 'web', calledBy: 'web' });
    const confirmRefund = add({ name: 'confirm-refund', calledBy: 'events' });
    const publishPolicy = add({ name: 'publish-policy', calledBy: 'operator' });
    // Nobody waits for it, so that its first error has to be heard of.
    const rotateKeys = add({ name: 'rotate-keys', calledBy: 'secrets', errors: 1 });
    const deliveryEvents = add({ name: 'delivery-events', calledBy: 'queue' });
    const sendHeld = add({ name: 'send-held', calledBy: 'schedule', ...SEND_HELD });
    const takeUp = add({ name: 'take-up', calledBy: 'schedule' });
    const forget = add({ name: 'forget', calledBy: 'schedule', ...FORGET });

    mails.feed(intake);
    mails.feedDeadLetters(quarantine);
    orderFiles.feed(importOrders);
    pages.serve(web);
    refunds.letAsk(notify, followThrough);
    refunds.confirmWith(confirmRefund);
    outgoing.tell(deliveryEvents);
    flow.letStart(intake, review, takeUp, web);
    flow.letAnswer(requestApproval, followThrough, confirmRefund, deliveryEvents, intake, review, web);
    records.giveTo(...Object.values(steps), confirmRefund, deliveryEvents, sendHeld);
    records.giveTo(intake, quarantine, review);
    records.giveTo(importOrders, web, publishPolicy);
    records.giveReadOnly(takeUp);
    records.giveToForget(forget);
    rawMail.letForget(forget);
    for (const reader of [intake, quarantine, review]) rawMail.giveTo(reader, INBOUND);
    rawMail.giveTo(importOrders, ORDERS);
    for (const keeper of [intake, review]) rawMail.letKeepAttachments(keeper);
    rawMail.giveTo(web, ATTACHMENTS);
    reports.giveTo(web);
    linkKeys.giveTo(requestApproval, notify, followThrough, web);
    const senders = [
      requestApproval,
      notify,
      followThrough,
      confirmRefund,
      deliveryEvents,
      sendHeld,
      intake,
      review,
      web,
    ];
    replyKeys.giveTo(...senders);
    rotateKeys.lambda.addPermission('Rotation', {
      principal: new ServicePrincipal('secretsmanager.amazonaws.com'),
      sourceAccount: this.account,
    });
    rotateKeys.set({ CLOSED_CASE_DAYS: String(props.closedCaseDays) });
    for (const keys of [linkKeys, replyKeys]) keys.rotateWith(rotateKeys);
    for (const linking of [requestApproval, notify, followThrough, web])
      linking.set({ PUBLIC_URL: pages.url });
    outgoing.giveTo(...senders);
    const weighing = [...senders, evaluate, escalate, lookAfter, takeUp, forget, publishPolicy];
    for (const reader of weighing) reader.set({ POLICY_FILE });
    new RecurringCall(this, 'Forgetting', {
      alarms,
      calls: forget,
      every: Duration.days(1),
      input: { what: 'old' },
      description: 'Deletes what was kept long enough',
      missedMeans:
        'What was kept long enough could not be deleted today: personal data is kept for longer than the policy says.',
    });
    new RecurringCall(this, 'SendingHeld', {
      alarms,
      calls: sendHeld,
      every: Duration.minutes(10),
      description: 'Sends mails that were held back',
      missedMeans: 'Mails to customers that were held back could not be looked at: they go on waiting.',
    });
    new RecurringCall(this, 'TakingUp', {
      alarms,
      calls: takeUp,
      every: Duration.hours(1),
      description: 'Takes up cases that nothing moves',
      missedMeans: 'Cases whose flow has ended too early could not be looked for: their customers may wait.',
    });
    alarms.addCounts();

    new CfnOutput(this, 'TableName', { value: records.tableName });
    new CfnOutput(this, 'RawBucketName', {
      value: rawMail.bucket.bucketName,
      description: 'Mails under inbound/, attachments under attachments/, orders files under orders/',
    });
    new CfnOutput(this, 'ReportBucketName', { value: reports.name });
    new CfnOutput(this, 'ForgetFunctionName', { value: forget.lambda.functionName });
    new CfnOutput(this, 'ReviewQuarantineFunctionName', { value: review.lambda.functionName });
    new CfnOutput(this, 'PublishPolicyFunctionName', { value: publishPolicy.lambda.functionName });
    new CfnOutput(this, 'RotateKeysFunctionName', { value: rotateKeys.lambda.functionName });
    new CfnOutput(this, 'LinkKeysArn', { value: linkKeys.arn });
    new CfnOutput(this, 'ReplyKeysArn', { value: replyKeys.arn });
    new CfnOutput(this, 'StateMachineArn', { value: flow.stateMachineArn });
    new CfnOutput(this, 'RefundBusName', {
      value: refunds.busName,
      description: 'Refunds are asked for and confirmed on it: docs/refunds.md',
    });
    new CfnOutput(this, 'DeliveryTopicArn', {
      value: outgoing.topicArn,
      description: 'SES tells here what became of our mails',
    });
    new CfnOutput(this, 'PublicUrl', { value: pages.url });
    this.alarms = alarms;
    this.records = records;
    this.rawMail = rawMail;
    this.reporting = { reports, linkKeys, outgoing, pages };
  }

  /** It writes reports that the pages open, and mails links to them. */
  letMailReports(reporter: ServiceFunction): void {
    const { reports, linkKeys, outgoing, pages } = this.reporting;
    reports.letWrite(reporter);
    linkKeys.giveTo(reporter);
    outgoing.giveTo(reporter);
    reporter.set({ PUBLIC_URL: pages.url });
  }
}
