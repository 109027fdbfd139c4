import { isSameAddress } from '../domain/address.ts';
import { type Case, caseHolders, isUndecided } from '../domain/case.ts';
import type { ParsedMail } from '../domain/mail.ts';
import type { Order } from '../domain/order.ts';
import type { Needs } from '../domain/ports.ts';
import { known, namedReason, type Request } from '../domain/request.ts';
import { isStaff } from '../domain/staff.ts';
import { caseIfThere } from '../runtime/case-if-there.ts';
import { extractRequest, findOrderNumbers } from './extract.ts';
import { findOrder } from './find-order.ts';
import type { LaterMail } from './join-case.ts';
import { threadOf } from './thread.ts';

type Services = Needs<'cases' | 'orders' | 'policy' | 'replyAddresses'>;
type Found = { found: Case } & Pick<LaterMail, 'by' | 'unasked'>;

/** A mail as far as it matters where it belongs. */
interface Incoming {
  id: string;
  mail: ParsedMail;
  /** The mail as it arrived, which is another where somebody of the shop passed it on. */
  outer: ParsedMail;
  from: { address: string };
  /** The order it is about, where that is on record. */
  order: Order | undefined;
  /** Whoever writes under the customer's address without proof may open a case, and moves none. */
  proved: boolean;
  /** The sender's cases, the newest of them. */
  cases: () => Promise<Case[]>;
}

/** The case a mail belongs to, and as whose words; undefined where it is a request of its own. */
export async function findCase(services: Services, incoming: Incoming): Promise<Found | undefined> {
  const { id, mail, outer, from, order, proved } = incoming;
  const answered = (await answeredCase(services, mail)) ?? (await answeredCase(services, outer));
  if (answered) {
    const { found, thread } = answered;
    const by = proved ? whoseWords(services, found, from.address) : 'stranger';
    // An old mail is answered for its address, to write about something new.
    if (by === 'customer' && (await isAboutAnother(services, found, mail))) return undefined;
    // Who names somebody else's reference beside an order of their own asks for themselves.
    const own = order !== undefined && isSameAddress(order.customer.address, from.address);
    if (by === 'stranger' && thread.by === 'subject' && own) return undefined;
    return { found, by };
  }
  if (!proved) return undefined;
  const cases = await incoming.cases();
  // An earlier run for this mail got as far as opening its case.
  if (cases.some(({ firstMailId }) => firstMailId === id)) return undefined;
  const said = () => extractRequest(mail, { ...from, name: '' }, order, services.policy.policy);
  const found = openCaseAbout(order, said, cases);
  return found && { found, by: 'customer', unasked: true };
}

function whoseWords({ policy }: Services, found: Case, address: string): Found['by'] {
  if (isSameAddress(found.request.customer.address, address)) return 'customer';
  // A case may be handed to somebody whom the policy does not name.
  const holds = caseHolders(found).some((one) => isSameAddress(one, address));
  return holds || isStaff(policy.policy, address) ? 'staff' : 'stranger';
}

async function answeredCase({ cases, replyAddresses }: Services, mail: ParsedMail) {
  const thread = threadOf(mail, replyAddresses);
  if (!thread) return undefined;
  const found = await caseIfThere(cases, thread.caseId);
  return found && { found, thread };
}

/** Whether a reply names another order than the case's, and not the case's own. */
async function isAboutAnother(services: Services, answered: Case, mail: ParsedMail): Promise<boolean> {
  const own = known(answered.request.orderNumber)?.toLowerCase();
  // Where the case has no order, or somebody else's by a slip, another is what we asked for.
  if (own === undefined || answered.request.ordersOwnAddress !== true) return false;
  const words = { ...mail, subject: '' };
  if (findOrderNumbers(words, services.policy.policy).some((number) => number.toLowerCase() === own))
    return false;
  return (await findOrder(services, words)) !== undefined;
}

/**
 * The open case a new mail of the same customer belongs to: the one about the same order; else the only one whose order we
 * had to ask for, which the new mail names, unless the two tell of different things.
 */
function openCaseAbout(
  order: Order | undefined,
  said: () => Request,
  cases: readonly Case[],
): Case | undefined {
  if (order === undefined) return undefined;
  // A case that somebody may have opened under the customer's address is none of theirs.
  const open = cases.filter((one) => isUndecided(one) && one.sender !== 'failed');
  const numbered = open.find(({ request }) => known(request.orderNumber) === order.number);
  if (numbered) return numbered;
  const [missing, another] = open.filter(({ request }) => request.orderNumber.source === 'unknown');
  return missing && !another && isAlike(missing.request, said()) ? missing : undefined;
}

function isAlike(first: Request, said: Request): boolean {
  const [reason, other] = [namedReason(first), namedReason(said)];
  if (reason !== undefined && other !== undefined && reason !== other) return false;
  // What the customer named before has to be in the order: a lamp is no e-book.
  const ordered = known(said.product)?.toLowerCase() ?? '';
  const named =
    known(first.product)
      ?.toLowerCase()
      .match(/[\p{L}\d]{4,}/gu) ?? [];
  return named.length === 0 || named.some((word) => ordered.includes(word));
}
