import * as z from 'zod';
import type { Deliveries } from '../../domain/ports.ts';
import { brakeOf, type SenderRates, WINDOW_HOURS, WINDOW_MAILS } from '../../domain/sender-rates.ts';
import { daysAfter, hoursAfter, Instant } from '../../domain/time.ts';
import { customerKey, type Table } from './table.ts';

const Stored = z.object({
  address: z.string(),
  why: z.enum(['bounced', 'complained']),
  since: Instant,
  expiresAt: z.number(),
});
type Stored = z.infer<typeof Stored>;

/** Mailboxes come back, and an address is personal data. SES keeps a list of its own, without an end. */
const SUPPRESSED_DAYS = { bounced: 30, complained: 365 };
/** What is told of one address comes a few events at a time; past this many lost races something is wrong. */
const SUPPRESS_ATTEMPTS = 8;
/** Long past the window in which it counts. */
const COUNTED_DAYS = 30;
/** The list of what came back. */
const RETURNED = 'returned';
/** The table answers with 1 MB at most, in which there are never fewer places than these. */
const LEAST_ANSWER = 1_000;
/** With so many the brake is on, whatever was sent. */
const MOST_RETURNED = 1_000;

/**
 * What came back is one small item a mail, on a list whose places say when; what was sent is on the list of sent mails. So both are
 * counted by reading places alone, nothing is counted twice, and nobody waits for a counter that all share.
 */
export function createDeliveries(table: Table): Deliveries {
  const within = async (list: string, from: Instant, until: Instant, limit: number) => {
    const places = await table.newestPlaces('by-list', list, limit);
    const isWithin = (at: number) => at >= Date.parse(from) && at <= Date.parse(until);
    return places.filter((place) => isWithin(instantOf(place)));
  };

  return {
    async count(mailId, why, at) {
      const key = { pk: `returned#${mailId}`, sk: why };
      const item = { ...key, list: RETURNED, listedAt: `${at}#${why}#${mailId}` };
      await table.putIf(
        { ...item, expiresAt: seconds(daysAfter(at, COUNTED_DAYS)) },
        'attribute_not_exists(pk)',
      );
    },

    async rates(at) {
      const start = hoursAfter(at, -WINDOW_HOURS);
      const returned = await within(RETURNED, start, at, MOST_RETURNED);
      const few = { sent: 0, ...tally(returned) };
      // Nearly always: so few that no mail has to be counted.
      if (brakeOf(few) === 'open') return few;
      const sent = await within('sent', start, at, WINDOW_MAILS);
      // What came back is reckoned on the same time: there may be more mails than one answer of the table holds.
      const oldest = sent.length < LEAST_ANSWER ? Date.parse(start) : instantOf(sent.at(-1) ?? '');
      return { sent: sent.length, ...tally(returned.filter((place) => instantOf(place) >= oldest)) };
    },

    async suppress({ address, why, since }) {
      const { pk, sk } = suppressionKey(address);
      const told = { address, why, since, expiresAt: seconds(daysAfter(since, SUPPRESSED_DAYS[why])) };
      for (let attempt = 0; attempt < SUPPRESS_ATTEMPTS; attempt++) {
        const item = await table.get(pk, sk);
        const there = item && Stored.parse(item);
        const both = there ? withBoth(there, told) : told;
        if (both === there) return;
        const listed = { list: 'suppressed', listedAt: `${both.since}#${customerKey(address)}` };
        const written = await table.putIf(
          { pk, sk, ...both, ...listed },
          'attribute_not_exists(pk) OR (#since = :since AND expiresAt = :expiresAt)',
          { ':since': there?.since ?? since, ':expiresAt': there?.expiresAt ?? 0 },
          { '#since': 'since' },
        );
        if (written) return;
      }
      throw new Error(`an address could not be suppressed in ${SUPPRESS_ATTEMPTS} attempts`);
    },

    async lift(address, at) {
      const { pk, sk } = suppressionKey(address);
      const item = await table.get(pk, sk);
      if (item) await table.put({ ...item, since: at, expiresAt: Math.floor(Date.parse(at) / 1000) });
    },

    async suppressionOf(address, at) {
      const { pk, sk } = suppressionKey(address);
      const item = await table.get(pk, sk);
      if (!item) return undefined;
      const { expiresAt, ...found } = Stored.parse(item);
      // What has run out is deleted some time later.
      return expiresAt * 1000 > Date.parse(at) ? found : undefined;
    },
  };
}

export function suppressionKey(address: string) {
  return { pk: `suppressed#${customerKey(address)}`, sk: 'address' };
}

/** What holds once another reason is told: the later end, and the stronger reason. An event that comes once more, or late, changes nothing. */
function withBoth(there: Stored, told: Stored): Stored {
  const isLifted = there.expiresAt * 1000 <= Date.parse(there.since);
  if (isLifted) return told.since > there.since ? told : there;
  if (told.expiresAt <= there.expiresAt) return there;
  const isStronger = there.why === 'complained' && there.expiresAt > seconds(told.since);
  return isStronger ? { ...there, expiresAt: told.expiresAt } : told;
}

/** A place in the list of what came back says why, too. */
function tally(places: readonly string[]): Pick<SenderRates, 'bounced' | 'complained'> {
  const of = (why: string) => places.filter((place) => place.split('#')[1] === why).length;
  return { bounced: of('bounced'), complained: of('complained') };
}

/** A place in a list begins with when. */
function instantOf(place: string): number {
  return Date.parse(place.split('#')[0] ?? '');
}

function seconds(at: Instant): number {
  return Math.ceil(Date.parse(at) / 1000);
}
