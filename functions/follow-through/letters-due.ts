import type { Case, DecidedCase, ToldCase } from '../domain/case.ts';
import { FEEDBACK_DAYS } from '../domain/lifetimes.ts';
import type { Policy } from '../domain/policy.ts';
import type { Needs } from '../domain/ports.ts';
import { decisionBehind, type Refund } from '../domain/settlement.ts';
import { daysAfter } from '../domain/time.ts';
import type { Letter } from '../notify/send-or-pass-on.ts';
import { numbered } from '../runtime/numbered.ts';
import { offerLink, refundLink } from '../runtime/settlement-links.ts';

type Linking = Needs<'links' | 'policy' | 'clock'>;

/** Everything people have to have been told about a case as it stands. What was sent before is among it, and is not sent again. */
export async function lettersDue(services: Linking, found: ToldCase): Promise<Letter[]> {
  return [
    ...(await Promise.all(found.refunds.map((refund) => aboutRefund(services, found, refund)))).flat(),
    ...(await aboutOffers(services, found)),
    ...(await followUp(services, found)),
    ...feedbackLetters(found, services.policy.policy),
  ];
}

/**
 * Whether it is still to be said what closed a case, or what its customer says of it since: whoever wrote it onto the case died before they could, or the mail did not leave and
 * may another time. One that is refused for good is nothing to wait for: a person has taken over.
 */
export function isSilent(found: ToldCase, policy: Policy): boolean {
  const paid = found.refunds.filter(({ state }) => state === 'paid');
  const letters = [
    ...paid.map((refund) => paidLetter(found, refund, policy)),
    ...(found.offers?.state === 'accepted' ? acceptedLetters(found, policy) : []),
    ...feedbackLetters(found, policy),
  ];
  const over = new Set(
    found.history.flatMap((event) => {
      const mayLeave = event.type === 'mail-failed' && !event.refused;
      return 'kind' in event && !mayLeave ? [event.mailId] : [];
    }),
  );
  return letters.some(({ mail }) => !over.has(mail.id));
}

/** What is to be said of one refund, wherever the case is. One that is paid is asked for no more; each has mails of its own. */
export async function aboutRefund(services: Linking, found: Case, refund: Refund): Promise<Letter[]> {
  const { policy } = services.policy;
  if (refund.state === 'paid') return [paidLetter(found, refund, policy)];
  const letters = [await requestLetter(services, found, refund)];
  if (refund.askedAgain > 0)
    letters.push(await toFinance(services, found, refund, 'refund-reminder', refund.askedAgain));
  if (refund.isLate) letters.push(lateLetter(found, refund, policy));
  if (refund.state === 'failed') letters.push(failedLetter(found, refund, policy));
  return letters;
}

/** To finance, that money is due. Throws where no decision granted it. */
export function requestLetter(services: Linking, found: Case, refund: Refund): Promise<Letter> {
  return toFinance(services, found, refund, 'refund-request');
}

/** Where finance takes no mail, whoever granted the money is to see that it is paid, and can say with a link of their own that it is. */
async function toFinance(
  services: Linking,
  found: Case,
  refund: Refund,
  kind: 'refund-request' | 'refund-reminder',
  ...times: number[]
): Promise<Letter> {
  const { policy } = services.policy;
  const { finance } = policy.shop;
  const written = async (person: string) => {
    const link = await refundLink(services, found, refund.number, person);
    return { kind, found, policy, refund, link } as const;
  };
  return {
    mail: toStaff(found, [kind, refund.number, ...times].join('.'), finance),
    content: await written(finance),
    instead: {
      first: grantOf(found, refund).by,
      written: async (person) => ({ ...(await written(person)), isForFinance: true }),
    },
  };
}

/** To the customer, that their money has left. It goes out as soon as somebody says so, wherever the case is then. */
export function paidLetter(found: Case, refund: Refund, policy: Policy): Letter {
  const mail = toCustomer(found, `refund-paid.${refund.number}`);
  return { mail, content: { kind: 'refund-paid', found, policy, refund } };
}

/** To the customer, that their money is late: however far somebody looks at the case again. */
function lateLetter(found: Case, refund: Refund, policy: Policy): Letter {
  const mail = toCustomer(found, `refund-late.${refund.number}`);
  return { mail, content: { kind: 'refund-late', found, policy, refund } };
}

/** To whoever granted the money, that it could not be paid. Throws where no decision did. */
export function failedLetter(found: Case, refund: Refund, policy: Policy): Letter {
  const failed = found.history.filter((event) => event.type === 'refund-failed');
  const times = failed.filter((event) => event.refund === refund.number).length;
  const mail = toStaff(found, `refund-failed.${refund.number}.${times}`, grantOf(found, refund).by);
  return { mail, content: { kind: 'refund-failed', found, policy, refund } };
}

function grantOf(found: Case, { number }: Refund) {
  const decided = decisionBehind(found, number);
  if (!decided) throw new Error(`no decision of case ${found.id} granted refund ${number}`);
  return decided;
}

async function aboutOffers(services: Linking, found: ToldCase): Promise<Letter[]> {
  const { offers } = found;
  const { policy } = services.policy;
  if (offers?.state === 'open' && offers.isReminded) {
    const content = {
      kind: 'offers-reminder',
      found,
      policy,
      link: await offerLink(services, found),
    } as const;
    return [{ mail: toCustomer(found, numbered(found, 'offers-reminder')), content }];
  }
  return offers?.state === 'accepted' ? acceptedLetters(found, policy) : [];
}

/** To the customer, what happens now that they have chosen; to whoever decided, what is to be done. */
export function acceptedLetters(found: ToldCase, policy: Policy): Letter[] {
  return [
    {
      mail: toCustomer(found, numbered(found, 'offer-accepted')),
      content: { kind: 'offer-accepted', found, policy },
    },
    // A partial refund is paid by finance, who has a mail of its own.
    ...(isPartialRefund(policy, found.offers?.accepted)
      ? []
      : [
          {
            mail: toStaff(found, numbered(found, 'offer-to-fulfil'), found.decided.by),
            content: { kind: 'offer-to-fulfil', found, policy } as const,
          },
        ]),
  ];
}

/** The links of a follow-up lead to the page of the feedback, with an answer filled in. */
async function followUp({ links, policy: { policy }, clock }: Linking, found: ToldCase): Promise<Letter[]> {
  if (found.isFollowedUp || Date.parse(clock.now()) < Date.parse(found.followUpAt)) return [];
  const expires = daysAfter(clock.now(), FEEDBACK_DAYS);
  const person = found.request.customer.address;
  const link = await links.create({ purpose: 'feedback', caseId: found.id, person }, expires);
  const scored = (score: number) => `${link}?score=${score}`;
  const scoreLinks = { 1: scored(1), 2: scored(2), 3: scored(3), 4: scored(4), 5: scored(5) };
  const content = { kind: 'follow-up', found, policy, scoreLinks, commentLink: link } as const;
  return [{ mail: toCustomer(found, numbered(found, 'follow-up')), content }];
}

/** Whoever decided is told of every comment, of whatever is left to put right, and of a score this low without either. */
const LOW_SCORE = 2;

/** To whoever decided, how the customer liked it, where there is anything to see to. */
export function feedbackLetters(found: DecidedCase, policy: Policy): Letter[] {
  const { feedback, decided } = found;
  const isSilent = feedback?.comment === '' && !feedback.left && feedback.score > LOW_SCORE;
  if (!feedback || isSilent) return [];
  const mail = toStaff(found, numbered(found, 'feedback-received'), decided.by);
  return [{ mail, content: { kind: 'feedback-received', found, policy } }];
}

function isPartialRefund({ offers }: Policy, accepted: string | undefined): boolean {
  return offers.some(({ id, refundPercent }) => id === accepted && refundPercent !== undefined);
}

function toCustomer(found: Case, kind: string): Letter['mail'] {
  return { id: `${found.id}.${kind}`, to: found.request.customer.address, answersCustomer: true };
}

function toStaff(found: Case, kind: string, to: string): Letter['mail'] {
  return { id: `${found.id}.${kind}`, to, answersCustomer: false };
}
