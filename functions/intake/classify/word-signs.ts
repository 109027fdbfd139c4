import { ABSENCE_BEFORE_RE, ABSENCE_SUBJECT, ABSENT, DEPUTY, UNTIL_BACK } from './absence-words.ts';
import {
  ACKNOWLEDGES,
  AUTO_REPLY_SUBJECT,
  DMARC_SUBJECT,
  DO_NOT_REPLY,
  PROMISES,
  SAYS_AUTOMATIC,
} from './auto-words.ts';
import { ANSWERED, type LookedAt } from './look-at.ts';
import type { Sign } from './sign.ts';

/** Senders that are mostly programs; some small businesses write from them. */
export const MOSTLY_PROGRAMS =
  /^(?:notif\w{0,12}|alerts?|alertas?|postmaster|root|daemon|cron|system|newsletter|news|mailing|robot)@/;

/** What somebody repeats is another's words. */
const QUOTED = /["\u201c\u00ab][^"\u201d\u00bb]{1,600}["\u201d\u00bb]/g;

/** What only programs title their mails. */
export function subjectSigns({ subject }: LookedAt): Sign[] {
  return found(
    ['reply', 2, 'subject', AUTO_REPLY_SUBJECT, subject],
    ['absence', 2, 'subject', ABSENCE_BEFORE_RE, subject],
    ['notice', 2, 'subject', DMARC_SUBJECT, subject],
  );
}

/** A note that a program writes says what it is in its first sentences (characters). */
const MAX_NOTE = 1_500;

/**
 * What the words say. Each is weak, because people write so too; two that programs write together are not. `beside` says whether
 * there is another sign already.
 */
export function wordSigns({ subject, words: all, sender, mail }: LookedAt, beside: boolean): Sign[] {
  const words = all.slice(0, MAX_NOTE).replace(QUOTED, ' ');
  // All that SAYS_AUTOMATIC finds has one of these in it.
  const says = words.includes('auto') || words.includes('generated');
  const automatic = says
    ? found([mail.answers.length > 0 ? 'reply' : 'notice', 1, 'text', SAYS_AUTOMATIC, words])
    : [];
  const absent = found(
    ['absence', 1, 'subject', ABSENCE_SUBJECT, subject],
    ['absence', 1, 'text', ABSENT, words],
    ['absence', 1, 'text', DEPUTY, words],
  );
  // It takes the longest, and alone it tips nothing.
  const back =
    beside || absent.length + automatic.length > 0 ? found(['absence', 1, 'text', UNTIL_BACK, words]) : [];
  const promise = found(['reply', 1, 'text', PROMISES, words]);
  const unread = found(['notice', 1, 'text', DO_NOT_REPLY, words]);
  // People thank for mails too, and the small print below theirs asks not to be answered: neither counts alone.
  const thanks =
    automatic.length + promise.length + unread.length > 0
      ? found(['reply', 1, 'text', ACKNOWLEDGES, words])
      : [];
  const small =
    automatic.length + thanks.length > 0 || (MOSTLY_PROGRAMS.test(sender ?? '') && !ANSWERED.test(subject))
      ? unread
      : [];
  return [...absent, ...back, ...automatic, ...(thanks.length > 0 ? promise : []), ...small, ...thanks];
}

function found(...searches: [Sign['of'], Sign['weight'], 'subject' | 'text', RegExp, string][]): Sign[] {
  return searches.flatMap(([of, weight, where, pattern, text]) => {
    const said = pattern.exec(text)?.[0].replace(/\s+/g, ' ').trim();
    return said === undefined ? [] : [{ of, weight, evidence: `the ${where} says "${said}"` }];
  });
}
