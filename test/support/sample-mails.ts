import type { AwaitingCase, DecidedCase } from '../../functions/domain/case.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import { known, type Request } from '../../functions/domain/request.ts';
import { settlementOf } from '../../functions/domain/settlement.ts';
import { hoursAfter } from '../../functions/domain/time.ts';
import type { MailContent } from '../../functions/mail/write.ts';
import { beside, precedentsLike } from './precedents.ts';
import {
  asks,
  awaiting,
  DECIDED,
  decided,
  inFull,
  MANAGER,
  OPENED,
  policyFor,
  type Sample,
} from './sample-cases.ts';
import { LINKS, linksTo } from './sample-links.ts';
import { unusualRounds } from './sample-rounds.ts';
import { settlementMails } from './sample-settlements.ts';
import { wordsFor } from './sample-words.ts';

type Of<K extends MailContent['kind']> = MailContent & { kind: K };
/** The sample mails of each kind, each under the name it is shown by. A kind of mail that is not here does not compile. */
export type SampleMails = { [K in MailContent['kind']]: Readonly<Record<string, Of<K>>> };

/**
 * Every kind of mail (every outcome of a decision, too) about a sample, to staff who read the sample's own language. What mails are
 * like is tried on these and on nothing else: what they say, how they are read back, how they look, and that hostile words stay words.
 */
export function sampleMails(sample: Sample): SampleMails {
  const waiting = awaiting(sample);
  const { language } = waiting.request;
  const policy = policyFor(language);
  const about = { found: waiting, policy };
  const words = wordsFor(language);
  const approved = decided(sample, { ...inFull(sample), note: words.note });
  const inDoubt = awaiting(sample, asks(words.question));
  const { question } = inDoubt.round;
  if (!question) throw new Error('the customer was asked');
  const answerBy = hoursAfter(OPENED, 72);
  const unreachable = (why: Of<'customer-unreachable'>['why']) =>
    ({ kind: 'customer-unreachable', ...about, why, undelivered: 'acknowledgement' }) as const;
  return {
    acknowledgement: { acknowledgement: { kind: 'acknowledgement', ...about, answerBy } },
    'request-reopened': { 'request-reopened': { kind: 'request-reopened', ...about, answerBy } },
    ...approvalMails(sample, policy),
    decision: decisionMails(sample, policy),
    ...settlementMails(sample, policy),
    'refund-request': { 'refund-request': refundRequestFor(approved, policy) },
    'follow-up': {
      'follow-up': {
        kind: 'follow-up',
        found: approved,
        policy,
        scoreLinks: {
          1: `${LINKS.feedback}?score=1`,
          2: `${LINKS.feedback}?score=2`,
          3: `${LINKS.feedback}?score=3`,
          4: `${LINKS.feedback}?score=4`,
          5: `${LINKS.feedback}?score=5`,
        },
        commentLink: LINKS.feedback,
      },
    },
    'feedback-received': {
      'feedback-received': {
        kind: 'feedback-received',
        found: {
          ...approved,
          feedback: { at: hoursAfter(DECIDED, 200), score: 1, comment: waiting.request.text },
        },
        policy,
      },
      'feedback-received-left': {
        kind: 'feedback-received',
        found: { ...approved, feedback: { at: hoursAfter(DECIDED, 200), score: 4, comment: '', left: true } },
        policy,
      },
    },
    'request-joined': {
      'request-joined': { kind: 'request-joined', ...about, answerBy },
      'request-joined-late': { kind: 'request-joined', ...about, answerBy: undefined },
    },
    'already-decided': { 'already-decided': { kind: 'already-decided', found: approved, policy } },
    withdrawal: { withdrawal: { kind: 'withdrawal', ...about } },
    'within-policy': { 'within-policy': { kind: 'within-policy', ...about, found: inTime(waiting) } },
    'customer-question': {
      'customer-question': { kind: 'customer-question', found: inDoubt, policy, question },
    },
    'delay-notice': { 'delay-notice': { kind: 'delay-notice', ...about, promised: answerBy } },
    'new-promise': {
      'new-promise-answered': {
        kind: 'new-promise',
        ...about,
        why: 'answered',
        answerBy: hoursAfter(OPENED, 144),
      },
      'new-promise-unanswered': {
        kind: 'new-promise',
        ...about,
        why: 'unanswered',
        answerBy: hoursAfter(OPENED, 240),
      },
    },
    'staff-note': { 'staff-note': { kind: 'staff-note', ...about } },
    'customer-unreachable': {
      'customer-unreachable-bounced': unreachable('bounced'),
      'customer-unreachable-complained': unreachable('complained'),
      'customer-unreachable-rejected': unreachable('rejected'),
      'customer-unreachable-refused': unreachable('refused'),
      'customer-unreachable-suppressed': unreachable('suppressed'),
    },
    'customer-reply': customerReplies(sample, policy),
  };
}

/** The same, by name alone. */
export function everyMail(sample: Sample): Record<string, MailContent> {
  return Object.assign({}, ...Object.values(sampleMails(sample)));
}

type Approvals = 'approval-request' | 'approval-reminder' | 'overdue-notice';

function approvalMails(sample: Sample, policy: Policy): Pick<SampleMails, Approvals> {
  const waiting = awaiting(sample);
  const precedents = precedentsLike(
    waiting,
    'approved',
    'part-approved',
    'approved',
    'alternative',
    'declined',
  );
  const earlier = [
    decided('noOrder', { outcome: 'declined', reason: 'No.' }),
    decided('kettle', inFull('kettle')),
  ];
  const asked = {
    found: beside(waiting, precedents),
    policy,
    approver: MANAGER,
    link: LINKS.decide,
    attachmentLinks: linksTo(waiting),
    earlier: earlier.filter(({ id }) => id !== waiting.id),
    precedents,
  };
  const reminded = awaiting(sample, { type: 'pass-deadline', at: hoursAfter(OPENED, 25), round: 1, policy });
  return {
    'approval-request': {
      'approval-request': { kind: 'approval-request', ...asked },
      ...unusualRounds(sample, asked),
    },
    'approval-reminder': {
      'approval-reminder': { kind: 'approval-reminder', ...asked, found: reminded },
    },
    'overdue-notice': { 'overdue-notice': { kind: 'overdue-notice', ...asked } },
  };
}

function decisionMails(sample: Sample, policy: Policy): SampleMails['decision'] {
  const { note, partly, reason } = wordsFor(policy.shop.staffLanguage);
  const full = inFull(sample);
  const half = { outcome: 'part-approved', amount: { ...full.amount, minor: 4_000 }, note: partly } as const;
  const { offers, object } = LINKS;
  const about = { kind: 'decision', policy } as const;
  return {
    'decision-approved': { ...about, found: decided(sample, { ...full, note }) },
    'decision-part-approved': { ...about, found: decided(sample, half), object },
    'decision-alternative': {
      ...about,
      found: decided(sample, { outcome: 'alternative', offer: 'store-credit', note }),
      offers,
      object,
    },
    'decision-declined': {
      ...about,
      found: decided(sample, { outcome: 'declined', reason }),
      offers,
      object,
    },
  };
}

/** The mail that asks finance for the money a decision grants. */
export function refundRequestFor(found: DecidedCase, policy: Policy): Of<'refund-request'> {
  const { refund } = settlementOf(found, hoursAfter(found.decided.at, 0.1), policy);
  if (!refund) throw new Error(`case ${found.id} gives no money`);
  const asked = { ...refund, number: found.refunds.length + 1 };
  return { kind: 'refund-request', found, policy, refund: asked, link: LINKS.refund };
}

function customerReplies(sample: Sample, policy: Policy): SampleMails['customer-reply'] {
  const waiting = awaiting(sample);
  const { request } = waiting;
  const words = wordsFor(request.language);
  const reply = {
    kind: 'customer-reply',
    found: waiting,
    policy,
    from: request.customer.address,
    attachments: [],
    stranger: false,
  } as const;
  return {
    'customer-reply-learned': {
      ...reply,
      attachments: [],
      text: words.learned,
      learned: { orderNumber: request.orderNumber, product: request.product },
    },
    'customer-reply-open': { ...reply, text: request.text, attachments: request.attachments },
    'customer-reply-asked': {
      ...reply,
      attachments: [],
      found: awaiting(sample, asks(words.question)),
      text: words.looking,
    },
    'customer-reply-stranger': {
      ...reply,
      attachments: [],
      text: words.stranger,
      from: 'eve@example.net',
      stranger: true,
    },
    'customer-reply-decided': {
      ...reply,
      attachments: [],
      found: decided(sample, { ...inFull(sample), note: words.note }),
      text: words.missing,
    },
  };
}

/** The same, where it arrived two weeks before its customer wrote. */
function inTime({ request, ...found }: AwaitingCase): AwaitingCase {
  if (known(request.deliveredOn) === undefined) return { ...found, request };
  const days = { purchasedOn: ofOrder('2026-10-14'), deliveredOn: ofOrder('2026-10-19') };
  return { ...found, request: { ...request, ...days } };
}

function ofOrder(value: string): Request['deliveredOn'] {
  return { source: 'order', value };
}
