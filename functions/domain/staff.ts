import * as z from 'zod';
import type { Policy } from './policy.ts';

/** Mail services that anybody has an address at: whoever lists one of them makes every customer staff. */
const OPEN_TO_ALL =
  /^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|aol|icloud|me|mac|proton|protonmail|gmx|zoho|mail|uol|bol|terra|ig|globo|r7|sapo|web|qq|163)\.(?:com|net|org|me|de|pt|co|ru|com\.br|com\.ar|co\.uk|fr|es|it|br)$/;

/** One address, or every address of one domain: `ana@shop.example`, `*@shop.example`. Subdomains are domains of their own. */
export const AddressPattern = z
  .string()
  .refine(
    (text) => /^\*@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text) || z.email().safeParse(text).success,
    'an address such as ana@shop.example, or *@shop.example for everybody of a domain',
  )
  .refine(
    (text) => !(text.startsWith('*') && OPEN_TO_ALL.test(text.slice(2).toLowerCase())),
    'addresses of a mail service that anybody can join, one by one: *@ would take in customers',
  );

/**
 * Whether an address is the shop's or one of its people's: listed as staff, an approver, finance, or where requests arrive
 * (with or without the token of a reply address). Says nothing of whether a mail truly comes from there.
 */
export function isStaff(policy: Policy, address: string): boolean {
  const { shop, approval } = policy;
  const people = [...shop.staff, shop.finance, ...approval.levels.flatMap(({ approvers }) => approvers)];
  return isAmong(people, address) || isOurs(policy, address);
}

/** Whether an address is where requests arrive and our mails come from. */
export function isOurs({ shop }: Policy, address: string): boolean {
  return isAmong([shop.refunds], address.replace(/\+[^@]*@/, '@'));
}

/** Whether an address sends what customers write into a form, and names them in Reply-To. */
export function isFormSender({ shop }: Policy, address: string): boolean {
  return isAmong(shop.forms, address);
}

/** Whether an address is one of a list, or of a domain in it. */
export function isAmong(patterns: readonly string[], address: string): boolean {
  const one = address.trim().toLowerCase();
  const everybody = `*${one.slice(one.lastIndexOf('@'))}`;
  return patterns.some((pattern) => {
    const listed = pattern.toLowerCase();
    return listed === one || (one.includes('@') && listed === everybody);
  });
}
