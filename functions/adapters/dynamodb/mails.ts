import * as z from 'zod';
import { MailKind } from '../../domain/case.ts';
import { Language } from '../../domain/language.ts';
import { type MailFate, ReceivedMail } from '../../domain/mail.ts';
import type { Mails, OutgoingRecord, OutgoingState } from '../../domain/ports.ts';
import { Instant } from '../../domain/time.ts';
import { customerKey, type Item, type Table } from './table.ts';

export const Outgoing = z.object({
  id: z.string(),
  caseId: z.string(),
  kind: MailKind,
  to: z.string(),
  subject: z.string(),
  state: z.enum(['claimed', 'sent', 'rejected', 'uncertain', 'held']),
  claimedAt: Instant,
  sentAt: Instant.optional(),
  providerId: z.string().optional(),
  held: z
    .object({
      subject: z.string(),
      html: z.string(),
      text: z.string(),
      language: Language,
      answersCustomer: z.boolean(),
      late: z.object({ html: z.string(), text: z.string() }).optional(),
      since: Instant.optional(),
    })
    .optional(),
});

/** The list of mails that wait, or waited and are about to be sent. */
const WAITING = 'held';
/** The list of mails that are part of no case and not in quarantine either. */
export const NO_CASE = 'no-case';
const HOUR_MS = 3_600_000;
/** The mails of an address that are counted: far more than anybody is allowed, far less than fills an item. */
const MAX_COUNTED = 1_000;
/** Mails of one address arrive a few at a time; past this many lost races something is wrong. */
const COUNT_ATTEMPTS = 20;
/** When an address wrote which mail, within the last hour. */
const Written = z.object({ version: z.int(), mails: z.record(z.string(), Instant) });

/** What is known for certain stays: who finds out what became of an uncertain mail may say so, and nobody takes it back. */
const mayBecome: Record<OutgoingState, readonly OutgoingState[]> = {
  claimed: ['sent', 'rejected', 'uncertain'],
  uncertain: ['sent', 'rejected'],
  held: ['rejected'],
  rejected: [],
  sent: [],
};
/** Each lost race is one step on towards a state that stays. */
const MARK_ATTEMPTS = 4;

/** Received mails under `mail#`, sent mails under `sent#`; what a person has to see is on a list of its own. */
export function createMails(table: Table): Mails {
  const received = async (id: string) => {
    const item = await table.get(`mail#${id}`, 'mail');
    return item && ReceivedMail.parse(item);
  };
  const outgoing = async (id: string) => {
    const item = await table.get(`sent#${id}`, 'mail');
    return item && Outgoing.parse(item);
  };

  const putWhere = (state: MailFate['state'], mail: ReceivedMail) =>
    table.putIf(
      receivedItem(mail),
      '#fate.#state = :state',
      { ':state': state },
      { '#fate': 'fate', '#state': 'state' },
    );

  return {
    async record(mail) {
      if (await table.putIf(receivedItem(mail), 'attribute_not_exists(pk)')) return mail;
      const there = (await received(mail.id)) ?? mail;
      if (there.rawKey !== mail.rawKey) await table.putIf(copyItem(mail), 'attribute_not_exists(pk)');
      return there;
    },

    async settle(mail) {
      if (await putWhere('stored', mail)) return mail;
      const there = await received(mail.id);
      if (!there) throw new Error(`mail ${mail.id} was never recorded`);
      return there;
    },

    received,

    review: async (mail) => putWhere('quarantined', mail),

    async quarantined(limit) {
      const mails: ReceivedMail[] = [];
      for await (const item of table.byIndex('by-list', 'quarantine', 'newest', limit)) {
        mails.push(ReceivedMail.parse(item));
      }
      return mails;
    },

    async countWithinHour(address, mailId, at) {
      const key = countKey(address);
      for (let attempt = 0; attempt < COUNT_ATTEMPTS; attempt++) {
        const item = await table.get(key.pk, key.sk);
        const before = item ? Written.parse(item) : { version: 0, mails: {} };
        if (before.mails[mailId]) return Object.keys(before.mails).length;
        const since = Date.parse(at) - HOUR_MS;
        const recent = Object.entries(before.mails).filter(([, when]) => Date.parse(when) > since);
        // Past the last one that is counted, one more changes no answer.
        if (recent.length >= MAX_COUNTED) return recent.length + 1;
        const written = await table.putIf(
          {
            ...key,
            version: before.version + 1,
            mails: Object.fromEntries([...recent, [mailId, at]]),
            expiresAt: Math.ceil((Date.parse(at) + HOUR_MS) / 1000),
          },
          'attribute_not_exists(pk) OR #version = :version',
          { ':version': before.version },
          { '#version': 'version' },
        );
        if (written) return recent.length + 1;
      }
      throw new Error(`the mails of one address could not be counted in ${COUNT_ATTEMPTS} attempts`);
    },

    async claim(mail, at) {
      const claimed: OutgoingRecord = { ...mail, state: 'claimed', claimedAt: at };
      const free = 'attribute_not_exists(pk) OR #state = :rejected OR #state = :held';
      const values = { ':rejected': 'rejected', ':held': 'held' };
      if (await table.putIf(outgoingItem(claimed), free, values, { '#state': 'state' })) return undefined;
      return outgoing(mail.id);
    },

    async hold(mail, at, claimedAt) {
      const since = mail.held.since ?? at;
      const held: OutgoingRecord = {
        ...mail,
        held: { ...mail.held, since },
        state: 'held',
        claimedAt: at,
      };
      const ours = claimedAt && { ':claimed': 'claimed', ':claimedAt': claimedAt };
      const free = `attribute_not_exists(pk) OR #state = :rejected${ours ? ' OR (#state = :claimed AND claimedAt = :claimedAt)' : ''}`;
      const values = { ':rejected': 'rejected', ...ours };
      if (await table.putIf(outgoingItem(held), free, values, { '#state': 'state' })) return held;
      const there = await outgoing(mail.id);
      if (!there) throw new Error(`mail ${mail.id} went while it was to be held`);
      return there;
    },

    async *waiting(limit) {
      for await (const item of table.byIndex('by-list', WAITING, 'oldest', limit)) yield Outgoing.parse(item);
    },

    async giveUp({ id, caseId, kind, state, claimedAt }) {
      // Only what forgets may delete: nothing is left in it, and the table removes it by itself.
      const emptied = { id, caseId, kind, to: '', subject: '', state: 'rejected', claimedAt };
      const expiresAt = Math.ceil(Date.parse(claimedAt) / 1000);
      const asRead = '#state = :read AND claimedAt = :claimedAt';
      await table.putIf(
        { pk: `sent#${id}`, sk: 'mail', ...emptied, expiresAt },
        asRead,
        { ':read': state, ':claimedAt': claimedAt },
        { '#state': 'state' },
      );
    },

    async mark(id, state, at, providerId) {
      for (let attempt = 0; attempt < MARK_ATTEMPTS; attempt++) {
        const record = await outgoing(id);
        if (!record) throw new Error(`mail ${id} was never claimed`);
        if (!mayBecome[record.state].includes(state)) return record;
        const { held: _, ...known } = record;
        const marked = { ...known, state, sentAt: at, providerId };
        const values = { ':read': record.state, ':claimedAt': record.claimedAt };
        const asRead = '#state = :read AND claimedAt = :claimedAt';
        if (await table.putIf(outgoingItem(marked), asRead, values, { '#state': 'state' })) return marked;
      }
      throw new Error(`mail ${id} could not be marked in ${MARK_ATTEMPTS} attempts`);
    },

    outgoing,

    async sent(limit) {
      const mails: OutgoingRecord[] = [];
      for await (const item of table.byIndex('by-list', 'sent', 'newest', limit))
        mails.push(Outgoing.parse(item));
      return mails;
    },
  };
}

export function countKey(address: string) {
  return { pk: `writes#${customerKey(address)}`, sk: 'hour' };
}

/** The index by-customer leads from an address to what came from it, and a list to what no case leads to. */
function receivedItem(mail: ReceivedMail): Item {
  const isHeld = mail.fate.state === 'quarantined' || (mail.released && mail.fate.state === 'stored');
  const list = isHeld ? 'quarantine' : 'caseId' in mail.fate ? undefined : NO_CASE;
  return {
    pk: `mail#${mail.id}`,
    sk: 'mail',
    ...mail,
    ...(mail.from && { customer: customerKey(mail.from), openedAt: mail.receivedAt }),
    ...(list && { list, listedAt: `${mail.receivedAt}#${mail.id}` }),
  };
}

/** A raw mail that was delivered once more: nothing is made of it, and when the mail is deleted it has to go as well. */
function copyItem({ id, rawKey, receivedAt }: ReceivedMail): Item {
  return { ...copyKey(id, rawKey), rawKey, customer: `mail#${id}`, openedAt: receivedAt };
}

export function copyKey(mailId: string, rawKey: string) {
  return { pk: `mail#${mailId}`, sk: `copy#${rawKey}` };
}

/** The index by-customer leads from a case to what was sent about it, also where the case does not say so. */
function outgoingItem(mail: OutgoingRecord): Item {
  return {
    pk: `sent#${mail.id}`,
    sk: 'mail',
    ...mail,
    customer: mail.caseId,
    openedAt: mail.claimedAt,
    ...(mail.state !== 'claimed' && { list: 'sent', listedAt: `${mail.sentAt}#${mail.id}` }),
    ...(mail.held && { list: WAITING, listedAt: `${mail.held.since ?? mail.claimedAt}#${mail.id}` }),
  };
}
