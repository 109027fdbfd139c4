import type { ParsedMail } from '../../functions/domain/mail.ts';
import { classify } from '../../functions/intake/classify.ts';
import { findOrderNumbers } from '../../functions/intake/extract.ts';
import { authorOf } from '../../functions/intake/forwarded.ts';
import { readRequest } from '../../functions/intake/read-request.ts';
import { senderTrust } from '../../functions/intake/sender-trust.ts';
import { defaultPolicy } from '../support/policy.ts';

const { policy } = defaultPolicy;

/** All that intake does with a parsed mail before it stores anything. Gives what kind of mail it is. */
export function understand(mail: ParsedMail): string {
  const trust = senderTrust(mail);
  const { kind } = classify(mail, policy.shop.refunds);
  if (kind !== 'person' || !mail.from) return kind;
  const author = authorOf(mail, mail.from, policy, trust.sender !== 'failed');
  if (author.by === 'nobody') return 'no customer';
  findOrderNumbers(author.mail, policy);
  findOrderNumbers({ ...author.mail, subject: '', text: author.background }, policy);
  readRequest({ ...author, outer: mail }, undefined, { policy: defaultPolicy });
  return kind;
}
