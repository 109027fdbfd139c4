import { CaseExists } from '../domain/errors.ts';
import { replay } from '../domain/evolve.ts';
import type { ReceivedMail } from '../domain/mail.ts';
import type { Needs } from '../domain/ports.ts';
import { reference } from '../domain/reference.ts';
import type { Request } from '../domain/request.ts';
import type { SenderTrust } from './sender-trust.ts';

/** References are 40 bits; should two mails collide, the next is derived. This many in a row do not happen. */
const REFERENCE_ATTEMPTS = 8;

/** Opens the case of a mail, once: the reference is derived from the mail. Returns the reference. */
export async function openCase(
  { cases, sha256 }: Needs<'cases' | 'sha256'>,
  stored: ReceivedMail,
  {
    request,
    messageId,
    sender,
  }: { request: Request; messageId: string | undefined; sender: SenderTrust['sender'] },
): Promise<string> {
  const received = {
    type: 'received',
    at: stored.receivedAt,
    mailId: stored.id,
    messageId,
    ...(sender !== 'unknown' && { sender }),
    request,
  } as const;
  for (let attempt = 0; attempt < REFERENCE_ATTEMPTS; attempt++) {
    const id = reference(sha256(attempt === 0 ? stored.id : `${stored.id} ${attempt}`));
    try {
      await cases.create(replay(id, [received]));
      return id;
    } catch (error) {
      if (!(error instanceof CaseExists)) throw error;
      if ((await cases.load(id)).firstMailId === stored.id) return id;
    }
  }
  throw new Error(`no free reference for mail ${stored.id} in ${REFERENCE_ATTEMPTS} attempts`);
}
