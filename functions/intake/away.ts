import { isSameAddress } from '../domain/address.ts';
import type { AwaitingCase, Case } from '../domain/case.ts';
import type { ParsedMail, ReceivedMail } from '../domain/mail.ts';
import type { Needs } from '../domain/ports.ts';
import { waitsFor } from '../domain/round.ts';
import { type Day, dayOf } from '../domain/time.ts';
import { caseIfThere } from '../runtime/case-if-there.ts';
import { changeCase } from '../runtime/change-case.ts';
import { rulesNow } from '../runtime/rules.ts';
import { wakeFlow } from '../runtime/wake-flow.ts';
import type { Classification } from './classify.ts';
import { lastDayAway } from './facts/last-day-away.ts';
import { MAX_WORDS } from './join-case.ts';
import { isKnownTo } from './knows-mail.ts';
import { ownWords } from './own-words.ts';
import type { SenderTrust } from './sender-trust.ts';
import { threadOf } from './thread.ts';

type Services = Needs<
  'absences' | 'cases' | 'mails' | 'clock' | 'policy' | 'replyAddresses' | 'log' | 'tokens' | 'flow'
>;

/** Nobody answers more mails than this at once; what stands beyond is not looked at. */
const MAX_ANSWERS = 20;

/**
 * Takes an approver's out-of-office reply for what it says: they are asked about this case no longer, and whoever is next is asked
 * at once. It counts only from somebody whose answer is waited for, whose sender is not disproved, to a mail of ours about the case:
 * the customer knows the case's reply address too, so that one proves something only of a verified sender. Where it names their last
 * day away, new requests go to others until then, as if they had said so on the page. Nobody is told by mail;
 * the note stands on the case. Returns the case, or undefined where the mail is no such reply.
 */
export async function recordAbsence(
  services: Services,
  stored: ReceivedMail,
  mail: ParsedMail,
  read: Classification,
  sender: SenderTrust['sender'],
): Promise<Case | undefined> {
  if (read.kind !== 'out-of-office' || !mail.from || sender === 'failed') return undefined;
  const { address } = mail.from;
  const asked = await caseAnswered(services, mail, address, sender === 'verified');
  if (!asked || !(isWaitedFor(asked, address) || hasNoted(asked, stored.id))) return undefined;
  const { words, rest } = ownWords(mail.text);
  const text = (words || rest).slice(0, MAX_WORDS);
  const until = lastDayAway(text, services.clock.now(), services.policy.policy);
  // Before the round is left, so that the next request finds it as well.
  if (until !== undefined) await noteAbsence(services, address, until);
  const rules = await rulesNow(services, [], asked);
  const noted = await changeCase(services.cases, asked.id, {
    type: 'record-words',
    ...rules,
    mailId: stored.id,
    from: address,
    by: 'staff',
    text,
    attachments: [],
  });
  // An earlier run for this mail got as far as that, or somebody decided meanwhile.
  const left = isWaitedFor(noted, address)
    ? await changeCase(services.cases, noted.id, {
        type: 'leave-round',
        ...rules,
        round: noted.round.number,
        person: address,
        why: 'away',
        until,
      })
    : noted;
  services.log.info('an approver is away', { caseId: left.id });
  if (isWaitedFor(noted, address) && isWaitedFor(left, address)) {
    services.log.warn('the only person who could decide is away', { caseId: left.id });
    services.log.count('CaseOverdue');
  }
  await wakeFlow(services, left, 'leave it');
  return left;
}

/** Until when somebody is away, unless they said of a later day themselves. Whoever they named to answer instead does so on. */
async function noteAbsence(
  { absences, clock, policy: { policy } }: Services,
  person: string,
  until: Day,
): Promise<void> {
  const [said] = await absences.of([person]);
  if (said && said.until >= until) return;
  const isAway = said !== undefined && said.until >= dayOf(clock.now(), policy.shop.timeZone);
  await absences.put({ person, until, ...(isAway && { instead: said.instead }) });
}

/** The case whose mail this answers: from a verified sender to the case's reply address, or naming a mail that was sent to this person. */
async function caseAnswered(
  services: Services,
  mail: ParsedMail,
  address: string,
  verified: boolean,
): Promise<Case | undefined> {
  const thread = threadOf(mail, services.replyAddresses);
  const found = thread && (await caseIfThere(services.cases, thread.caseId));
  if (!found || (verified && thread.by === 'reply-address')) return found;
  // Anybody can write a reference; which mails there were only those know who had one.
  const answered = mail.answers.slice(0, MAX_ANSWERS);
  for (const event of found.history) {
    if (event.type !== 'mail-sent' || !isSameAddress(event.to, address)) continue;
    if (await isKnownTo(services, answered, event.mailId)) return found;
  }
  return undefined;
}

/** Whether somebody's answer is waited for. */
function isWaitedFor(found: Case, address: string): found is AwaitingCase {
  if (found.status !== 'awaiting-decision') return false;
  return waitsFor(found.round).some((one) => isSameAddress(one, address));
}

function hasNoted({ history }: Case, mailId: string): boolean {
  return history.some((event) => event.type === 'staff-wrote' && event.mailId === mailId);
}
