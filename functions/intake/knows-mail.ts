import type { Needs } from '../domain/ports.ts';

type Services = Needs<'mails' | 'replyAddresses'>;

/**
 * Whether one of the names that a mail gives for what it answers is one that only those know who had our mail: the mail's id with our
 * seal, or the name that the sending provider gave it. A mail's id alone can be guessed.
 */
export async function isKnownTo(
  { mails, replyAddresses }: Services,
  names: readonly string[],
  mailId: string,
): Promise<boolean> {
  const given = names.map(nameOf);
  const isSealed = (name: string) => isSame(replyAddresses.unsealed(name) ?? '', mailId);
  if (given.some(isSealed)) return true;
  const { providerId } = (await mails.outgoing(mailId)) ?? {};
  // SES gives what it sends a Message-ID of its own.
  return providerId !== undefined && given.some((name) => isSame(name, nameOf(providerId)));
}

/** A mail's id, from its name in a header: with a seal, whoever made it, or without. */
export function withoutSeal(name: string): string {
  return name.replace(/\.[0-9a-f]{16}$/i, '');
}

/** A Message-ID without its domain. */
function nameOf(messageId: string): string {
  return messageId.replace(/^<|@.*$|>$/gs, '');
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
