/** Whether two mail addresses are one. No mail server in use tells them apart by the case of their letters. */
export function isSameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
