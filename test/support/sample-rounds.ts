import type { AwaitingCase, CaseEvent } from '../../functions/domain/case.ts';
import { hoursAfter } from '../../functions/domain/time.ts';
import type { MailContent } from '../../functions/mail/write.ts';
import { defaultPolicy } from './policy.ts';
import { beside } from './precedents.ts';
import {
  askedOf,
  asks,
  awaiting,
  DEPUTY,
  followedBy,
  HEAD,
  inFull,
  leaves,
  MANAGER,
  OPENED,
  type Sample,
  samples,
  takesTwo,
  writes,
} from './sample-cases.ts';
import { linksTo } from './sample-links.ts';
import { wordsFor } from './sample-words.ts';

type Asking = MailContent & { kind: 'approval-request' };
const { policy: rules } = defaultPolicy;

/** The approval mail where something is particular about the round, as an approver reads it then. */
export function unusualRounds(sample: Sample, asked: Omit<Asking, 'kind'>): Record<string, Asking> {
  const { policy, found, precedents } = asked;
  const { question, handedOver } = wordsFor(found.request.language);
  const request = (about: AwaitingCase, more: Partial<typeof asked> = {}): Asking => {
    return { ...asked, kind: 'approval-request', found: beside(about, precedents), ...more };
  };
  const customer = found.request.customer.address;
  const photo = {
    name: 'label.jpg',
    type: 'image/jpeg',
    bytes: 300_000,
    sha256: 'b1',
    kind: 'photo',
  } as const;
  const answered = awaiting(
    sample,
    asks(question),
    writes({ from: customer, text: samples[sample].text ?? 'It does.', attachments: [photo] }),
  );
  const resumedAt = hoursAfter(OPENED, 24 * 7 + 3);
  const unanswered = awaiting(sample, asks(question), {
    type: 'pass-deadline',
    at: resumedAt,
    round: 1,
    policy: rules,
  });
  const away = awaiting(sample, leaves({ why: 'away', to: DEPUTY, until: '2026-11-09' }));
  const full = inFull(sample);
  const withOthers = askedOf(found, MANAGER, DEPUTY, HEAD);
  const answeredBy = (by: string, second: boolean): CaseEvent => {
    return {
      type: 'approver-answered',
      at: hoursAfter(OPENED, 5),
      round: 1,
      by,
      decision: full,
      ...(second && { second }),
    };
  };
  const [first, ...others] = policy.approval.levels;
  if (!first) throw new Error('the sample shop has a level');
  const twoAnswers = { ...first, approvers: [MANAGER, DEPUTY, HEAD], answers: 2 };
  const approval = { ...policy.approval, levels: [twoAnswers, ...others] };
  return {
    'approval-stand-in': request(away, { approver: DEPUTY }),
    'approval-handed-over': request(awaiting(sample, leaves({ to: DEPUTY, note: handedOver })), {
      approver: DEPUTY,
    }),
    'approval-second': request(followedBy(withOthers, answeredBy(DEPUTY, true)), {
      policy: { ...policy, approval: { ...policy.approval, secondAbove: 20 } },
    }),
    'approval-several': request(followedBy(takesTwo(withOthers), answeredBy(HEAD, false)), {
      policy: { ...policy, approval },
    }),
    'approval-answered': request(answered, { attachmentLinks: linksTo(answered) }),
    'approval-unanswered': request(unanswered),
  };
}
