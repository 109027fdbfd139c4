import { z } from 'zod';
import { MailKind } from '../../domain/case.ts';
import { ReceivedMail } from '../../domain/mail.ts';
import type { Mails, OutgoingRecord } from '../../domain/ports.ts';
import { Instant } from '../../domain/time.ts';
import type { Item, Table } from './table.ts';

const Outgoing = z.object({
  id: z.string(),
  caseId: z.string(),
  kind: MailKind,
  to: z.string(),
  subject: z.string(),
  state: z.enum(['claimed', 'sent', 'rejected', 'uncertain']),
  claimedAt: Instant,
  sentAt: Instant.optional(),
  providerId: z.string().optional(),
});

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

  return {
    async record(mail) {
      if (await table.putIf(receivedItem(mail), 'attribute_not_exists(pk)')) return mail;
      return (await received(mail.id)) ?? mail;
    },

    settle: async (mail) => table.put(receivedItem(mail)),

    received,

    async quarantined(limit) {
      const mails: ReceivedMail[] = [];
      for await (const item of table.byIndex('by-list', 'quarantine', 'newest', limit)) {
        mails.push(ReceivedMail.parse(item));
      }
      return mails;
    },

    async claim(mail, at) {
      const claimed: OutgoingRecord = { ...mail, state: 'claimed', claimedAt: at };
      const free = 'attribute_not_exists(pk) OR #state = :rejected';
      const values = { ':rejected': 'rejected' };
      if (await table.putIf(outgoingItem(claimed), free, values, { '#state': 'state' })) return undefined;
      return outgoing(mail.id);
    },

    async mark(id, state, at, providerId) {
      const record = await outgoing(id);
      if (!record) throw new Error(`mail ${id} was never claimed`);
      await table.put(outgoingItem({ ...record, state, sentAt: at, providerId }));
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

function receivedItem(mail: ReceivedMail): Item {
  const listed = mail.fate.state === 'quarantined' && {
    list: 'quarantine',
    listedAt: `${mail.receivedAt}#${mail.id}`,
  };
  return { pk: `mail#${mail.id}`, sk: 'mail', ...mail, ...listed };
}

function outgoingItem(mail: OutgoingRecord): Item {
  return {
    pk: `sent#${mail.id}`,
    sk: 'mail',
    ...mail,
    ...(mail.state !== 'claimed' && { list: 'sent', listedAt: `${mail.sentAt}#${mail.id}` }),
  };
}
