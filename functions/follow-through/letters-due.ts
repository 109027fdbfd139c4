import type { Case, ToldCase } from '../domain/case.ts';
import { FEEDBACK_DAYS } from '../domain/lifetimes.ts';
import type { Needs } from '../domain/ports.ts';
import { daysAfter } from '../domain/time.ts';
import type { MailContent } from '../mail/write.ts';
import { offerLink, refundLink } from '../runtime/settlement-links.ts';

export interface Letter {
  mail: { id: string; to: string; answersCustomer: boolean };
  content: MailContent;
}

/** Everything people have to have been told about a case as it stands. What was sent before is among it, and is not sent again. */
export async function lettersDue(
  services: Needs<'links' | 'policy' | 'clock'>,
  found: ToldCase,
): Promise<Letter[]> {
  return [
    ...(await aboutRefund(services, found)),
    ...(await aboutOffers(services, found)),
    ...(await followUp(services, found)),
  ];
}

async function aboutRefund(
  services: Needs<'links' | 'policy' | 'clock'>,
  found: ToldCase,
): Promise<Letter[]> {
  const { refund } = found;
  const { policy } = services.policy;
  if (!refund) return [];
  const letters: Letter[] = [];
  const finance = (kind: 'refund-request' | 'refund-reminder', id: string, link: string) =>
    letters.push({ mail: toStaff(found, id, policy.shop.finance), content: { kind, found, policy, link } });
  if (refund.state !== 'paid') {
    const link = await refundLink(services, found);
    finance('refund-request', 'refund-request', link);
    if (refund.askedAgain > 0) finance('refund-reminder', `refund-reminder.${refund.askedAgain}`, link);
  }
  if (refund.isLate && refund.state !== 'paid')
    letters.push({ mail: toCustomer(found, 'refund-late'), content: { kind: 'refund-late', found, policy } });
  if (refund.state === 'failed') {
    const times = count(found, 'refund-failed');
    const mail = toStaff(found, `refund-failed.${times}`, found.decided.by);
    letters.push({ mail, content: { kind: 'refund-failed', found, policy } });
  }
  if (refund.state === 'paid')
    letters.push({ mail: toCustomer(found, 'refund-paid'), content: { kind: 'refund-paid', found, policy } });
  return letters;
}

async function aboutOffers(
  services: Needs<'links' | 'policy' | 'clock'>,
  found: ToldCase,
): Promise<Letter[]> {
  const { offers } = found;
  const { policy } = services.policy;
  if (offers?.state === 'open' && offers.isReminded) {
    const content = {
      kind: 'offers-reminder',
      found,
      policy,
      link: await offerLink(services, found),
    } as const;
    return [{ mail: toCustomer(found, 'offers-reminder'), content }];
  }
  if (offers?.state !== 'accepted') return [];
  return [
    { mail: toCustomer(found, 'offer-accepted'), content: { kind: 'offer-accepted', found, policy } },
    // A partial refund is paid by finance, who has a mail of its own.
    ...(found.refund
      ? []
      : [
          {
            mail: toStaff(found, 'offer-to-fulfil', found.decided.by),
            content: { kind: 'offer-to-fulfil', found, policy } as const,
          },
        ]),
  ];
}

/** The links of a follow-up lead to the page of the feedback, with an answer filled in. */
async function followUp(
  { links, policy: { policy }, clock }: Needs<'links' | 'policy' | 'clock'>,
  found: ToldCase,
): Promise<Letter[]> {
  if (found.isFollowedUp || Date.parse(clock.now()) < Date.parse(found.followUpAt)) return [];
  const expires = daysAfter(clock.now(), FEEDBACK_DAYS);
  const person = found.request.customer.address;
  const link = await links.create({ purpose: 'feedback', caseId: found.id, person }, expires);
  const scored = (score: number) => `${link}?score=${score}`;
  const scoreLinks = { 1: scored(1), 2: scored(2), 3: scored(3), 4: scored(4), 5: scored(5) };
  const content = { kind: 'follow-up', found, policy, scoreLinks, commentLink: link } as const;
  return [{ mail: toCustomer(found, 'follow-up'), content }];
}

function toCustomer(found: Case, kind: string): Letter['mail'] {
  return { id: `${found.id}.${kind}`, to: found.request.customer.address, answersCustomer: true };
}

function toStaff(found: Case, kind: string, to: string): Letter['mail'] {
  return { id: `${found.id}.${kind}`, to, answersCustomer: false };
}

function count({ history }: Case, type: Case['history'][number]['type']): number {
  return history.filter((event) => event.type === type).length;
}
