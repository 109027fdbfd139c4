import type { Case, CaseEvent } from '../../functions/domain/case.ts';
import { type Command, decide } from '../../functions/domain/decide.ts';
import type { Decision } from '../../functions/domain/decision.ts';
import { evolve } from '../../functions/domain/evolve.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import { hoursAfter, type Instant } from '../../functions/domain/time.ts';
import { defaultPolicy } from './policy.ts';
import { caseUnder, DECIDED, MANAGER, type Sample } from './sample-cases.ts';

/** When the customer of these cases was told. */
export const TOLD: Instant = hoursAfter(DECIDED, 1);

export const usd = (minor: number) => ({ minor, currency: 'USD' });
/** The kettle of the samples cost this much. */
export const FULL = usd(8_990);
export const inFull: Decision = { outcome: 'approved', amount: FULL };
export const inPart = (minor: number): Decision => ({ outcome: 'part-approved', amount: usd(minor) });
export const declined: Decision = { outcome: 'declined', reason: 'It was used for a year.' };
export const instead = (offer: string): Decision => ({ outcome: 'alternative', offer });

const credit = { id: 'store-credit', bonusPercent: 10 } as const;
/** The default policy, whose offers are store credit and half of the money. */
export const policy: Policy = {
  ...defaultPolicy.policy,
  offers: [
    ...defaultPolicy.policy.offers.filter(({ id }) => id === credit.id),
    {
      id: 'half',
      bonusPercent: 0,
      refundPercent: 50,
      namedWhenDeclining: true,
      name: { en: 'Half of the money', 'pt-BR': 'Metade do valor' },
      says: { en: 'You keep the product.', 'pt-BR': 'Você fica com o produto.' },
    },
  ],
};

/** A case, what is asked of it, and the last that came of it. */
export class Story {
  readonly found: Case;
  readonly events: CaseEvent[];
  constructor(found: Case, events: CaseEvent[] = []) {
    this.found = found;
    this.events = events;
  }

  /** Asks it of the case. Throws as decide() does. */
  when(command: Command): Story {
    const events = decide(command, this.found);
    return new Story(events.reduce<Case>(evolve, this.found), events);
  }

  get types(): string[] {
    return this.events.map(({ type }) => type);
  }

  decided(decision: Decision, at = DECIDED, by = MANAGER): Story {
    const round = this.found.status === 'awaiting-decision' ? this.found.round.number : 1;
    return this.when({ type: 'decide-round', at, round, by, decision, policy });
  }

  told(at = TOLD): Story {
    return this.when({ type: 'record-told', at, policy });
  }

  time(at: Instant): Story {
    return this.when({ type: 'pass-time', at });
  }

  followedUp(at: Instant): Story {
    return this.when({ type: 'record-follow-up', at });
  }

  paid(at: Instant, reference = 'TX-1', refund = 1): Story {
    return this.when({
      type: 'confirm-refund',
      at,
      by: 'finance@shop.example',
      refund,
      outcome: 'paid',
      reference,
    });
  }

  failed(at: Instant, why = 'The card was closed.', refund = 1): Story {
    return this.when({
      type: 'confirm-refund',
      at,
      by: 'finance@shop.example',
      refund,
      outcome: 'failed',
      why,
    });
  }

  chooses(offer: string | undefined, at: Instant): Story {
    return this.when({ type: 'choose-offer', at, offer, policy });
  }

  objects(about: 'fact' | 'decision', at: Instant, says = 'Please look again.', by: Policy = policy): Story {
    return this.when({ type: 'object', at, about, says, policy: by });
  }

  /** Weighed as it was before, which opens a round. */
  weighed(at: Instant, by: Policy = policy): Story {
    const weighed = this.found.history.findLast((event) => event.type === 'evaluated');
    if (!weighed) throw new Error('the case was never weighed');
    return this.when({ type: 'record-evaluation', at, evaluation: weighed.evaluation, policy: by });
  }

  writes(says: 'withdraw' | undefined, at: Instant): Story {
    const mail = { mailId: `mail-${at}`, from: 'maria@example.com', text: '', attachments: [] };
    return this.when({ type: 'record-words', at, ...mail, by: 'customer', says, policy });
  }
}

/** The kettle's case, waiting for the manager. */
export const waiting = (sample: Sample = 'kettle'): Story => new Story(caseUnder(policy, sample));
/** The same, decided and told. */
export const told = (decision: Decision): Story => waiting().decided(decision).told();
