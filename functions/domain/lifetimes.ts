import { MAX_WAIT_DAYS } from './time.ts';

/** A link to decide outlives its round by this much, so that a late click is told what was decided. It decides nothing any more. */
export const LATE_DAYS = 60;

/** How long the satisfaction links of a follow-up stay open. */
export const FEEDBACK_DAYS = 60;

/** How long the link in a mail to whoever pays is open. They are asked again with a fresh one. */
export const REFUND_LINK_DAYS = 60;

/** The longest an offer may stay open, so that no key is needed for longer than for other links. */
export const MOST_OFFER_DAYS = 60;

/** A link to offers outlives them by this much, so that a late click is told that they ran out. */
export const OFFER_LATE_DAYS = 20;

/** How long the link to the report of a month is open: past the two that follow. */
export const REPORT_LINK_DAYS = 80;

/** No link lives longer: one to decide is made for a round, which has its deadline within MAX_WAIT_DAYS. */
const LONGEST_LINK_DAYS = Math.max(
  MAX_WAIT_DAYS + LATE_DAYS,
  FEEDBACK_DAYS,
  REFUND_LINK_DAYS,
  MOST_OFFER_DAYS + OFFER_LATE_DAYS,
  REPORT_LINK_DAYS,
);

/** For what was signed with a key in the minutes in which functions learn of its successor. */
const SPARE_DAYS = 1;

/** How long a key for links is believed after another signs in its place: until the last link it signed has run out. */
export const LINK_KEY_DAYS = LONGEST_LINK_DAYS + SPARE_DAYS;

/** Longer than cases are open; for one that is open longer still, the mails written since bear a newer key. */
const OPEN_CASE_DAYS = 365;

/** How long a key for reply addresses is believed after another signs in its place: as long as there are cases it wrote about. */
export function replyKeyDays(closedCaseDays: number): number {
  return OPEN_CASE_DAYS + closedCaseDays;
}

/** How often keys for links change. Longer than an earlier one is believed, so that two are live. */
export const LINK_ROTATION_DAYS = 90;

/** How often keys for reply addresses change. An earlier one is believed for years, and each is tried: so there are few. */
export const REPLY_ROTATION_DAYS = 365;
