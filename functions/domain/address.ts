/** Whether two mail addresses are one. No mail server in use tells them apart by the case of their letters. */
export function isSameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Whether two addresses are one person's: they may put a tag of their own behind their name, `ana+shop@shop.example` (RFC 5233). */
export function isSamePerson(one: string, other: string): boolean {
  return isSameAddress(mailboxOf(one), mailboxOf(other));
}

/** An address without its tag. Of a signed reply address, which is nobody's, that is where requests arrive. */
export function mailboxOf(address: string): string {
  return address.replace(/^([^+@]+)\+[^@]*@/, '$1@');
}

/** A text without the addresses in it, for a log: what a provider says of a mail often names who it is to. */
export function withoutAddresses(text: string): string {
  return text.replace(ADDRESS, 'an address');
}

/** As long as an address may be (RFC 5321), so that a text without one is gone through once. */
const ADDRESS = /(?:"[^"]{1,64}"|[^\s"'<>()[\],;:=@]{1,256})@[^\s"'<>(),;@]{1,255}/gu;
