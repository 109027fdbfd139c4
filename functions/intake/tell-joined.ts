import { hex } from '../adapters/sha256.ts';
import { isSameAddress } from '../domain/address.ts';
import { type Case, caseHolders, isUndecided, type MailKind } from '../domain/case.ts';
import { MailRejected } from '../domain/errors.ts';
import type { ReceivedMail } from '../domain/mail.ts';
import type { Policy } from '../domain/policy.ts';
import type { Needs } from '../domain/ports.ts';
import type { Learned } from '../domain/request.ts';
import { promise } from '../domain/round-rules.ts';
import type { Instant } from '../domain/time.ts';
import type { MailContent } from '../mail/write.ts';
import { type Sending, sendOnce } from '../notify/send-once.ts';
import type { LaterMail } from './join-case.ts';

/** How often one case answers its customer in one way by itself; past that a person does, who is told each time. */
const MAX_ANSWERS = 3;

type Services = Sending & Needs<'sha256'>;

/** Tells everybody the case is with what came, and what is new in it. */
export async function tellHolders(
  services: Services,
  found: Case,
  stored: ReceivedMail,
  { mail, from, by, withdraws = false }: LaterMail,
  learned: Learned | undefined,
): Promise<void> {
  // Whoever is asked later reads these words in the request for approval.
  if (found.status === 'received' || found.status === 'evaluated') return;
  for (const person of caseHolders(found)) {
    if (isSameAddress(person, from.address)) continue;
    const who = hex(services.sha256(person)).slice(0, 8);
    await tell(services, found, toStaff(found, 'customer-reply', stored, who, person), {
      kind: 'customer-reply',
      found,
      policy: services.policy.policy,
      text: mail.text,
      from: from.address,
      attachments: mail.attachments,
      stranger: by !== 'customer',
      learned,
      tookBack: tookBack(found, stored, withdraws),
    });
  }
}

/** Tells the sender what becomes of their words, where they would not expect it. */
export async function tellSender(
  services: Services,
  found: Case,
  stored: ReceivedMail,
  { from, by, unasked, withdraws = false }: LaterMail,
): Promise<void> {
  const { policy } = services.policy;
  const timesTold = (kind: MailKind) =>
    found.history.filter(
      (event) => event.type === 'mail-sent' && event.kind === kind && isSameAddress(event.to, from.address),
    ).length;
  if (by === 'staff' && timesTold('staff-note') === 0) {
    const mail = toStaff(found, 'staff-note', stored, 'sender', from.address);
    await tell(services, found, mail, { kind: 'staff-note', found, policy });
  }
  if (by !== 'customer') return;
  const toCustomer = (kind: MailKind) => ({
    id: [found.id, kind, stored.id.slice(0, 8)].join('.'),
    to: from.address,
    answersCustomer: true,
  });
  if (found.status === 'told' || found.status === 'closed') {
    if (timesTold('already-decided') >= MAX_ANSWERS) return;
    const mail = toCustomer('already-decided');
    await tell(services, found, mail, {
      kind: 'already-decided',
      found,
      policy,
      tookBack: tookBack(found, stored, withdraws),
    });
  } else if (unasked && isUndecided(found)) {
    if (timesTold('request-joined') >= MAX_ANSWERS) return;
    const answerBy = answerPromised(found, policy, services.clock.now());
    const mail = toCustomer('request-joined');
    await tell(services, found, mail, { kind: 'request-joined', found, policy, answerBy });
  }
}

/** What a customer takes back who no longer asks for anything: their objection, or what was decided already and stays so. */
function tookBack({ history }: Case, { id }: ReceivedMail, withdraws: boolean) {
  if (!withdraws) return undefined;
  const isObjection = history.some((event) => event.type === 'withdrawn' && event.mailId === id);
  return isObjection ? 'objection' : 'request';
}

/** When the customer can count on an answer; undefined where that day is over, or will not be kept. */
function answerPromised(found: Case, policy: Policy, now: Instant): Instant | undefined {
  const { by, broken } = found.promised ?? { ...promise(found.openedAt, policy), broken: false };
  return !broken && Date.parse(by) > Date.parse(now) ? by : undefined;
}

/** One address that takes no mail must not keep the others from being told; that it did not is on the case. */
async function tell(
  services: Services,
  found: Case,
  mail: Parameters<typeof sendOnce>[2],
  content: MailContent,
): Promise<void> {
  try {
    await sendOnce(services, found, mail, content);
  } catch (error) {
    if (!(error instanceof MailRejected)) throw error;
  }
}

function toStaff(found: Case, kind: MailKind, stored: ReceivedMail, who: string, to: string) {
  return { id: [found.id, kind, stored.id.slice(0, 8), who].join('.'), to, answersCustomer: false };
}
