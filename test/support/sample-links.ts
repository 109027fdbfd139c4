import { attachmentsOf } from '../../functions/domain/attachments.ts';
import type { Case } from '../../functions/domain/case.ts';

/** Where the pages of the sample shop are. */
export const PAGES = 'https://pages.shop.example';

const linkTo = (purpose: string, claims: string) =>
  `${PAGES}/${purpose}/eyJhbGciOiJIUzI1NiJ9.${claims}.c2lnbmF0dXJl`;

/** A link for each purpose, as long as a link is and signed by nobody. */
export const LINKS = {
  decide: linkTo('decide', 'eyJwIjoiZGVjaWRlIn0'),
  feedback: linkTo('feedback', 'eyJwIjoiZmIifQ'),
  refund: linkTo('refund', 'eyJwIjoicmYifQ'),
  offers: linkTo('offers', 'eyJwIjoib2YifQ'),
  object: linkTo('object', 'eyJwIjoib2IifQ'),
} as const;

/** Where the attachments of a case can be looked at. */
export function linksTo(found: Case): Record<string, string> {
  const hashes = attachmentsOf(found, 'customer').map(({ sha256 }) => sha256);
  return Object.fromEntries(hashes.map((sha256) => [sha256, linkTo('attachment', sha256)]));
}
