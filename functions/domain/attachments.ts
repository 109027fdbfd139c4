import type { Case } from './case.ts';
import type { Attachment, AttachmentKind } from './request.ts';
import type { Instant } from './time.ts';

/** The attachments of one mail that are kept apart: whoever documents damage from every side sends a dozen photos. */
const MAX_KEPT = 20;
/** The largest attachment that is kept apart (bytes): more than mail services carry, whose 25 MB are after encoding. */
const MAX_KEPT_BYTES = 20 * 1024 * 1024;

/** Photos that every browser draws, and that can run nothing. */
const DRAWN = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif']);
/** SVG and HTML are not here: they are programs. Nor is anything packed: what is in it nobody has looked at. */
const KINDS: Record<string, AttachmentKind> = {
  ...Object.fromEntries([...DRAWN].map((type) => [type, 'photo'] as const)),
  'image/heic': 'photo',
  'image/heif': 'photo',
  'video/mp4': 'video',
  'video/quicktime': 'video',
  'application/pdf': 'document',
};

export const TNEF = 'application/ms-tnef';

/** The kind of what has this type by its bytes. */
export function kindOf(type: string): AttachmentKind {
  return Object.hasOwn(KINDS, type) ? (KINDS[type] ?? 'other') : 'other';
}

/** Whether a page may show it as a picture. Decided by what it is, never by what it is called. */
export function isDrawn({ type, kind }: Attachment): boolean {
  return kind === 'photo' && DRAWN.has(type);
}

/** Whether its content is kept apart from the raw mail; before there were kinds none was. */
export function isKept({ kind }: Attachment): boolean {
  return kind !== undefined;
}

/** Whether it can speak for a request. One without a kind is from before there were kinds, when all did. */
export function isEvidence({ kind, decoration }: Attachment): boolean {
  return kind !== 'other' && !decoration;
}

/**
 * The attachments a case has, of those that came with one mail: each content once, in the mail's order, within the limits.
 * Where there are too many, evidence goes first and logos go last: a long thread carries one with every reply.
 */
export function withinLimits(attachments: readonly Attachment[]): Attachment[] {
  const distinct = withoutRepeats(attachments);
  const chosen = new Set(
    distinct
      .filter(({ bytes }) => bytes <= MAX_KEPT_BYTES)
      .toSorted((one, other) => rank(one) - rank(other))
      .slice(0, MAX_KEPT),
  );
  return distinct.filter((one) => chosen.has(one));
}

function rank(attachment: Attachment): number {
  return isEvidence(attachment) ? 0 : attachment.decoration ? 2 : 1;
}

/** An attachment of a case; `later`: when the mail came, where it was not the first. */
export type CaseAttachment = Attachment & { later?: Instant };

type Whose = 'customer' | 'everybody';

/** What came with the mails of a case, each content once: the customer's, or everybody's who wrote about it. */
export function attachmentsOf(found: Case, whose: Whose): CaseAttachment[] {
  const later = laterMails(found, whose).flatMap(({ at, attachments }) =>
    attachments.map((one) => ({ ...one, later: at })),
  );
  return withoutRepeats<CaseAttachment>([...found.request.attachments, ...later]);
}

/** How many more came with those mails than are kept apart. */
export function notKeptOf(found: Case, whose: Whose): number {
  const more = laterMails(found, whose).map(({ attachmentsNotKept = 0 }) => attachmentsNotKept);
  return more.reduce((sum, count) => sum + count, found.request.attachmentsNotKept ?? 0);
}

function laterMails({ history }: Case, whose: Whose) {
  return history.flatMap((event) => {
    if (!('attachments' in event) || (whose === 'customer' && event.type !== 'customer-wrote')) return [];
    return [event];
  });
}

function withoutRepeats<A extends Attachment>(attachments: readonly A[]): A[] {
  const seen = new Set<string>();
  return attachments.filter(({ sha256 }) => !seen.has(sha256) && seen.add(sha256));
}
