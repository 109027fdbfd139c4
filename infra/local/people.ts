import { setTimeout as sleep } from 'node:timers/promises';
import { simpleParser } from 'mailparser';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Purpose } from '../../functions/domain/ports.ts';

type Written = Pick<SendMailOptions, 'attachments'> & { from: string; subject: string; text: string };

/** A mail as the desk lists it at /mail.json. */
export interface ListedMail {
  id: string;
  case: string;
  kind: string;
  to: string;
  subject: string;
  sentAt: string;
}

/** The people around a running product, with nothing but what people have: a mail program and a browser. */
export function peopleAround({
  url,
  smtpPort,
  refundsAddress,
}: {
  url: string;
  smtpPort: number;
  refundsAddress: string;
}) {
  const get = async <T>(path: string): Promise<T> => {
    const response = await fetch(`${url}${path}`);
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return (await response.json()) as T;
  };

  const mails = () => get<ListedMail[]>('/mail.json');

  const read = async (mail: ListedMail) => {
    const response = await fetch(`${url}/mail/${mail.id}.eml`);
    return simpleParser(Buffer.from(await response.arrayBuffer()));
  };

  return {
    get,
    mails,
    read,

    /** Sends a mail over SMTP: raw, or made of its parts. */
    async send(mail: Uint8Array | string | Written): Promise<void> {
      const transport = createTransport({ host: '127.0.0.1', port: smtpPort, ignoreTLS: true });
      const isRaw = typeof mail === 'string' || mail instanceof Uint8Array;
      const raw = typeof mail === 'string' ? mail : isRaw ? Buffer.from(mail) : '';
      try {
        await transport.sendMail(
          isRaw
            ? { envelope: { from: 'someone@example.com', to: refundsAddress }, raw }
            : { ...(mail as Written), to: refundsAddress },
        );
      } finally {
        transport.close();
      }
    },

    /** The first mail of a kind that fits, as soon as it is there. */
    async mail(
      kind: string,
      fits: (mail: ListedMail) => boolean = () => true,
      seconds = 20,
    ): Promise<ListedMail> {
      for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(50)) {
        const found = (await mails()).find((mail) => mail.kind === kind && fits(mail));
        if (found) return found;
      }
      throw new Error(`no mail "${kind}" came in ${seconds} s`);
    },

    /** The first link of a mail to one of our pages. */
    async link(mail: ListedMail, page: Purpose): Promise<string> {
      const { text } = await read(mail);
      const found = new RegExp(`http://\\S+/${page}/\\S+`).exec(text ?? '')?.[0];
      if (!found) throw new Error(`mail ${mail.id} has no link to ${page}`);
      return found;
    },

    /** Opens a page, fills in its form, with what has to be typed to confirm the choice, and sends it. */
    async fillIn(link: string, fields: Record<string, string>): Promise<Response> {
      const page = await (await fetch(link)).text();
      const mark = /name="mark" value="([^"]+)"/.exec(page)?.[1] ?? '';
      return fetch(link.replace(/\?.*/, ''), {
        method: 'POST',
        body: new URLSearchParams({ mark, ...confirmation(page, fields), ...fields }),
        headers: { origin: url },
      });
    },
  };
}

/** What a person reads off a decision page and types: the amount they approve in full, the end of the reference for an offer. */
function confirmation(page: string, { choice }: Record<string, string>): Record<string, string> {
  if (choice === 'approved')
    return { confirm: /id="approved"[^>]*>(?:<[^>]*>)*[^<:]*: ([^<]+)</.exec(page)?.[1] ?? '' };
  return choice === 'alternative' ? { code: /RX-\w{4}-(\w{4})/.exec(page)?.[1] ?? '' } : {};
}
