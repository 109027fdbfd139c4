import type { Case } from '../../functions/domain/case.ts';
import { decide } from '../../functions/domain/decide.ts';
import { evolve } from '../../functions/domain/evolve.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import { daysAfter } from '../../functions/domain/time.ts';
import { defaultPolicy } from './policy.ts';
import { DECIDED, HOSTILE_TEXT, inFull, type Sample, samples, told } from './sample-cases.ts';
import { LINKS } from './sample-links.ts';
import type { SampleMails } from './sample-mails.ts';
import { wordsFor } from './sample-words.ts';

const { policy: rules } = defaultPolicy;
type Settling =
  | 'refund-reminder'
  | 'refund-late'
  | 'refund-failed'
  | 'refund-paid'
  | 'offers-reminder'
  | 'offer-accepted'
  | 'offer-to-fulfil'
  | 'objection-received';

/** What is written while money and offers of a told case are settled. */
export function settlementMails(sample: Sample, policy: Policy): Pick<SampleMails, Settling> {
  const { finance, staffLanguage } = policy.shop;
  const words = wordsFor(staffLanguage);
  const full = inFull(sample);
  const confirm = { type: 'confirm-refund', refund: 1, by: finance } as const;
  const why = sample === 'hostile' ? HOSTILE_TEXT : words.failed;
  const late = told(sample, full, { type: 'pass-time', at: daysAfter(DECIDED, 8) });
  const failed = told(sample, full, { ...confirm, at: daysAfter(DECIDED, 2), outcome: 'failed', why });
  const reference = 'TX-2026-11-0042';
  const paid = told(sample, full, { ...confirm, at: daysAfter(DECIDED, 3), outcome: 'paid', reference });
  const offer = { outcome: 'alternative', offer: 'store-credit' } as const;
  const reminded = told(sample, offer, { type: 'pass-time', at: daysAfter(DECIDED, 25) });
  const chooses = { type: 'choose-offer', offer: 'store-credit', policy: rules } as const;
  const accepted = told(sample, offer, { ...chooses, at: daysAfter(DECIDED, 1) });
  return {
    'refund-reminder': {
      'refund-reminder': {
        kind: 'refund-reminder',
        found: late,
        policy,
        refund: first(late),
        link: LINKS.refund,
      },
    },
    'refund-late': { 'refund-late': { kind: 'refund-late', found: late, policy, refund: first(late) } },
    'refund-failed': {
      'refund-failed': { kind: 'refund-failed', found: failed, policy, refund: first(failed) },
    },
    'refund-paid': { 'refund-paid': { kind: 'refund-paid', found: paid, policy, refund: first(paid) } },
    'offers-reminder': {
      'offers-reminder': { kind: 'offers-reminder', found: reminded, policy, link: LINKS.offers },
    },
    'offer-accepted': { 'offer-accepted': { kind: 'offer-accepted', found: accepted, policy } },
    'offer-to-fulfil': { 'offer-to-fulfil': { kind: 'offer-to-fulfil', found: accepted, policy } },
    'objection-received': {
      'objection-received': {
        kind: 'objection-received',
        found: objected(sample, 'decision'),
        policy,
        answerBy: daysAfter(DECIDED, 4),
      },
      'objection-received-fact': {
        kind: 'objection-received',
        found: objected(sample, 'fact'),
        policy,
        answerBy: daysAfter(DECIDED, 4),
      },
    },
  };
}

function objected(sample: Sample, about: 'fact' | 'decision'): Case {
  const declined = told(sample, { outcome: 'declined', reason: 'It was used.' });
  const events = decide(
    {
      type: 'object',
      at: daysAfter(DECIDED, 1),
      about,
      says: sample === 'hostile' ? HOSTILE_TEXT : wordsFor(samples[sample].language ?? 'en').objects,
      ...(about === 'fact' && { learned: { deliveredOn: { source: 'mail', value: '2026-10-20' } } }),
      policy: rules,
    },
    declined,
  );
  return events.reduce<Case>(evolve, declined);
}

function first({ refunds, id }: Case) {
  const [refund] = refunds;
  if (!refund) throw new Error(`case ${id} pays nothing`);
  return refund;
}
