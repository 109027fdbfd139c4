import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MailKind } from '../../../functions/domain/case.ts';
import { brakeOf, waitsForBrake } from '../../../functions/domain/sender-rates.ts';

const count = fc.nat({ max: 20_000 });
const rates = fc.record({ sent: count, bounced: fc.nat({ max: 2_000 }), complained: fc.nat({ max: 50 }) });
const severity = { open: 0, slow: 1, stop: 2 } as const;

describe('the brake', () => {
  it.each([
    [{ sent: 3, bounced: 1, complained: 0 }, 'open'],
    [{ sent: 3, bounced: 3, complained: 1 }, 'open'],
    [{ sent: 20, bounced: 7, complained: 0 }, 'slow'],
    [{ sent: 20, bounced: 10, complained: 0 }, 'stop'],
    [{ sent: 1_000, bounced: 24, complained: 0 }, 'open'],
    [{ sent: 1_000, bounced: 25, complained: 0 }, 'slow'],
    [{ sent: 1_000, bounced: 40, complained: 0 }, 'stop'],
    [{ sent: 5_000, bounced: 0, complained: 2 }, 'open'],
    [{ sent: 5_000, bounced: 0, complained: 3 }, 'slow'],
    [{ sent: 5_000, bounced: 0, complained: 4 }, 'stop'],
  ] as const)('of %j is %s', (given, brake) => {
    expect(brakeOf(given)).toBe(brake);
  });

  it('always stops before SES reviews the account, where there is enough to reckon with', () => {
    fc.assert(
      fc.property(rates, (given) => {
        const inReview =
          (given.sent >= 250 && given.bounced / given.sent >= 0.05) ||
          (given.sent >= 5_000 && given.complained / given.sent >= 0.001);
        if (inReview) expect(brakeOf(given)).toBe('stop');
      }),
    );
  });

  it('never does anything because of few bounces and complaints, however few mails there were', () => {
    const few = fc.record({
      sent: count,
      bounced: fc.nat({ max: 6 }),
      complained: fc.nat({ max: 2 }),
    });
    fc.assert(
      fc.property(few, (given) => {
        expect(brakeOf(given)).toBe('open');
      }),
    );
  });

  it('never goes on because of more that came back, nor stops because of more that arrived', () => {
    fc.assert(
      fc.property(rates, count, (given, more) => {
        const now = severity[brakeOf(given)];
        expect(severity[brakeOf({ ...given, bounced: given.bounced + more })]).toBeGreaterThanOrEqual(now);
        expect(severity[brakeOf({ ...given, sent: given.sent + more })]).toBeLessThanOrEqual(now);
      }),
    );
  });
});

describe('a mail', () => {
  const waits = (brake: 'open' | 'slow' | 'stop', kind: MailKind, sender?: 'verified' | 'failed') =>
    waitsForBrake(brake, { kind, answersCustomer: true }, sender);

  it('to a customer waits while everything has to', () => {
    for (const kind of MailKind.options) {
      expect(waits('stop', kind)).toBe(true);
      expect(waits('open', kind, 'failed')).toBe(false);
    }
  });

  it('that nobody asked for, or to an address that may be a stranger’s, waits before that', () => {
    expect(waits('slow', 'follow-up')).toBe(true);
    expect(waits('slow', 'offers-reminder')).toBe(true);
    expect(waits('slow', 'decision')).toBe(false);
    expect(waits('slow', 'acknowledgement', 'verified')).toBe(false);
    expect(waits('slow', 'acknowledgement', 'failed')).toBe(true);
  });

  it('to staff never waits, so that cases go on being decided', () => {
    for (const kind of MailKind.options) {
      expect(waitsForBrake('stop', { kind, answersCustomer: false }, 'failed')).toBe(false);
    }
  });
});
