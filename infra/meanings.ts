import type { Metric } from '../functions/domain/ports.ts';
import type { FunctionName } from './bundle.ts';

/** What each function is there for, and what it means to people that it fails again and again. */
export const functionMeanings: Record<FunctionName, { purpose: string; failing: string }> = {
  intake: {
    purpose: 'Turns a raw mail into a case, or into a part of one, and starts its flow',
    failing: 'Mails from customers are not taken in. They are kept; after five tries they are quarantined.',
  },
  quarantine: {
    purpose: 'Records a mail that intake gave up on, so that a person sees it',
    failing: 'Mails that could not be taken in are not even on the quarantine list. They wait in the DLQ.',
  },
  'review-quarantine': {
    purpose: 'Lists the mails in quarantine, and releases or dismisses one, for an operator who calls it',
    failing:
      'Mails that were held back cannot be released: people whose mail was taken for a machine’s get no answer.',
  },
  evaluate: {
    purpose: 'Weighs a request against the policy and opens the first approval round',
    failing: 'New requests reach no approver: customers wait for a decision that nobody is asked for.',
  },
  'request-approval': {
    purpose: 'Asks the approvers of a round and keeps the place where the flow waits',
    failing: 'Approvers are not asked or reminded: customers wait for a decision that nobody is asked for.',
  },
  escalate: {
    purpose: 'Passes a deadline: a reminder, the next level, the alarm',
    failing: 'Deadlines pass and nobody is reminded or asked next: customers wait too long.',
  },
  notify: {
    purpose: 'Writes to the customer: acknowledgement and decision; and to finance',
    failing: 'Customers are not told that we have their request, or what was decided.',
  },
  'look-after': {
    purpose:
      'Passes what is due once a decision was told: reminders, offers that run out, money that is late',
    failing: 'Refunds that were never paid go unnoticed, and nobody is asked how it went.',
  },
  'follow-through': {
    purpose: 'Writes to customers, finance and staff what they have to hear until a case is closed',
    failing: 'Customers do not hear that they were paid, and finance is not asked again.',
  },
  'confirm-refund': {
    purpose: 'Takes from a payment system that a refund was paid, or why not',
    failing:
      'Customers do not hear from us that they were paid, and finance is asked for money that has left.',
  },
  'delivery-events': {
    purpose:
      'Takes from SES that a mail came back, was called spam or was not delivered, and does what follows',
    failing:
      'Nobody hears of mails that do not arrive: people who cannot be reached go on being asked, and mails go on being ' +
      'sent to addresses that do not exist. What SES tells is kept and tried again.',
  },
  'send-held': {
    purpose: 'Sends the mails that were held back, once they may be sent',
    failing: 'Mails to customers that were held back are not sent: customers do not hear from us.',
  },
  'take-up': {
    purpose: 'Starts the flow of cases that nothing moves although they wait for nobody',
    failing:
      'Cases whose flow has ended too early are not taken up: their customers wait until somebody notices.',
  },
  'report-failure': {
    purpose: 'Writes onto a case that one of its steps has failed',
    failing: 'Cases are stuck and do not show it. See the failed executions of the state machine.',
  },
  web: {
    purpose: 'The pages behind the links: deciding, giving feedback, of which it tells whoever decided',
    failing: 'Approvers or customers who open a link see an error page: they cannot decide or answer.',
  },
  'import-orders': {
    purpose: 'Reads orders files into the records',
    failing: 'Orders are not imported, so requests about new orders look as if there were no such order.',
  },
  export: {
    purpose: 'Writes the days whose cases have changed as Parquet files, for analysts',
    failing: 'Analysts work with old figures. Customers notice nothing.',
  },
  report: {
    purpose: 'Writes the report of a month and mails those who answer for the policy a link to it',
    failing:
      'Those who answer for the policy have no report of the month. Customers notice nothing. ' +
      'Call it again when the cause is gone (docs/runbook.md): nobody is mailed twice.',
  },
  forget: {
    purpose: 'Deletes what was kept long enough, and one person’s data when an operator asks for it',
    failing:
      'Personal data is kept for longer than the policy says, or a person who asked for theirs to be erased is still ' +
      'in the records. The log says why; call it again when the cause is gone.',
  },
  'publish-policy': {
    purpose: 'Lists the versions of the policy, and puts one live, for an operator who calls it',
    failing: 'No other guidelines can be put live: requests go on being weighed by those that are.',
  },
  'rotate-keys': {
    purpose:
      'Puts a new key for links, or for reply addresses, beside the earlier ones, when Secrets Manager calls it',
    failing:
      'Keys that sign links and reply addresses are not changed. People notice nothing, the keys grow old. ' +
      'The log says why; rotate again when the cause is gone (docs/runbook.md).',
  },
};

/** What it means to people that the functions have counted one more of something. */
export const metricMeanings: Record<Metric, string> = {
  CaseOverdue:
    'A case has passed its last deadline undecided, or the only person who could decide it is away or cannot be reached: ' +
    'a customer was promised an answer and has none. ' +
    'Ask the approvers in person.',
  CaseUnreadable:
    'A case is in the table and cannot be read, so no list, export or evaluation has it and nobody works on it. ' +
    'The log names it and what is wrong; put its item right by hand, or restore it.',
  ExportBehind:
    'For six hours no export has come to its end: days are left over each time, and analysts work with old figures for them. ' +
    'Customers notice nothing. A first export of many years takes as long; otherwise see docs/runbook.md.',
  FinanceUnreachable:
    'Finance takes no mail from us (`shop.finance` in the policy), so nobody there hears of money that customers were promised. Whoever ' +
    'decided was asked to see that it is paid. Correct the address, or lift what keeps mails from it (docs/runbook.md).',
  FlowNotWoken:
    'A case was decided while its flow did not wait, because a step had failed or a deadline was just passing, or ' +
    'could not be reached. It was started again where possible: see on the case whether the customer has been told.',
  MailFailed:
    'A mail to a customer, an approver or finance could not be sent, so they do not know what they should. ' +
    'The case names the mail, the address and the error: correct the address, or write to them by hand.',
  MailHeld:
    'Mails to customers wait, because too many came back or were called spam lately and SES would stop all that the account sends, or ' +
    'because it takes none now: customers do not hear from us. Nothing is lost, and what waits is sent by itself, at the latest three ' +
    'days after the last came back, or once SES takes mails again. See docs/runbook.md for what to look for.',
  MailQuarantined:
    'A mail is kept but could not be taken in: somebody wrote, and gets no answer until a person has read it. ' +
    'See the quarantine list.',
  MailUncertain:
    'It is not known whether a mail has left, and it is not sent twice: somebody may be waiting for it. ' +
    'See the case, and write to them by hand.',
  SendingAtRisk:
    'More mails came back, or were called spam, than half of what has SES review the account: what nobody asked for waits, and at ' +
    'four fifths every mail to customers does. Look for who writes to us in the name of others (docs/runbook.md).',
  PolicyUnreadable:
    'A published policy cannot be read by the functions as they are deployed, so the last one that can is used instead: ' +
    'requests are weighed by older guidelines. The log says what is wrong with it: publish one that is right.',
  StepFailed:
    'A step of a case has failed for good: a customer waits and nothing will happen by itself, unless it was the ' +
    'acknowledgement. The case shows the step and the error; start its flow again when the cause is gone.',
  OrdersRejected:
    'An orders file has mistakes and nothing of it was imported: requests about new orders look as if there were ' +
    'no such order. The log of import-orders names each line; correct the file and put it into the bucket again.',
  RefundFailed:
    'Whoever pays has said that a refund could not be paid. Whoever decided has a mail that says why; the customer is told once ' +
    'the day passes that they were promised.',
  RefundPaidTwice:
    'Whoever pays has confirmed a refund once more, with something else than the first time: the money may have left twice. ' +
    'Nothing was changed; the log names the case, which has the first reference. Ask finance in person.',
  RefundLate:
    'A refund has not been confirmed by the day the customer was told, and they have been told so. Ask finance in person.',
};
