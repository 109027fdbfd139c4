import { type Recording, recordRefund } from '../confirm-refund/record-refund.ts';
import type { Case, Decided } from '../domain/case.ts';
import { MAX_REASON } from '../domain/decision.ts';
import { LinkEarly, LinkInvalid, RefundSettled } from '../domain/errors.ts';
import type { Policy } from '../domain/policy.ts';
import type { Needs } from '../domain/ports.ts';
import { MAX_REFERENCE, PaymentReference } from '../domain/refund-events.ts';
import { decisionBehind, type Refund } from '../domain/settlement.ts';
import { pageCatalogue } from './catalogue/index.ts';
import { isOfPage, type Sent } from './sent-form.ts';

export type RefundServices = Recording & Needs<'links'>;

export const refundFields = ['outcome', 'reference', 'why'] as const;
export type RefundField = (typeof refundFields)[number];
export type RefundForm = Record<RefundField, string>;
export type RefundErrors = Partial<Record<RefundField, string>>;

interface Shown {
  person: string;
  found: Case;
  refund: Refund;
  decided: Pick<Decided, 'at' | 'by' | 'decision'>;
}

/** What the link of whoever pays leads to at this moment. `recorded`: by this very request. */
export type RefundView = Shown &
  (
    | { state: 'open'; form: RefundForm; refused?: { errors: RefundErrors } | 'stale' }
    /** `otherwise`: what was said just now, and is not what is recorded. */
    | { state: 'paid'; recorded: boolean; otherwise?: Said }
    | { state: 'failed'; recorded: boolean }
  );

export type Said = { outcome: 'paid'; reference: string } | { outcome: 'failed'; why: string };

/** What the link shows. Reads only. Throws LinkInvalid, LinkExpired, LinkEarly, CaseNotFound. */
export async function viewRefund(services: RefundServices, token: string): Promise<RefundView> {
  const { caseId, refund: number, person } = await services.links.read(token, 'refund');
  const found = await services.cases.load(caseId);
  const refund = found.refunds.find((one) => one.number === number);
  const decided = decisionBehind(found, number);
  // The mail with the link leaves a moment before the case says that money is due.
  if (found.status === 'decided' && number > found.refunds.length)
    throw new LinkEarly(`refund ${number} of case ${caseId} is about to be asked for`);
  if (!refund || !decided) throw new LinkInvalid(`case ${caseId} has no refund ${number}`);
  const shown = { person, found, refund, decided };
  if (refund.state === 'paid') return { ...shown, state: 'paid', recorded: false };
  return { ...shown, state: 'open', form: { outcome: '', reference: '', why: '' } };
}

/**
 * Records once what whoever pays says, and tells whom it concerns at once. What repeats it changes nothing; what says something else
 * of a refund that is paid is refused, with an alarm. Throws as viewRefund does.
 */
export async function confirmRefund(
  services: RefundServices,
  token: string,
  sent: Sent<RefundForm>,
): Promise<RefundView> {
  const view = await viewRefund(services, token);
  const isOurs = await isOfPage(services.links, token, sent);
  const read = readSaid(sent.form, services.policy.policy);
  if (view.state === 'open' && !isOurs)
    return { ...view, form: { ...sent.form, outcome: '' }, refused: 'stale' };
  if (!isOurs) return view;
  if ('errors' in read) return view.state === 'open' ? { ...view, form: sent.form, refused: read } : view;
  return record(services, token, view, read.said);
}

async function record(
  services: RefundServices,
  token: string,
  { found: { id: caseId }, refund: { number }, person: by }: RefundView,
  said: Said,
): Promise<RefundView> {
  const at = services.clock.now();
  try {
    const { refund, recorded } = await recordRefund(services, caseId, { at, refund: number, by, ...said });
    const now = await viewRefund(services, token);
    return { ...now, state: refund.paid ? 'paid' : 'failed', recorded };
  } catch (error) {
    if (!(error instanceof RefundSettled)) throw error;
    const settled = await viewRefund(services, token);
    return settled.state === 'paid' ? { ...settled, otherwise: said } : settled;
  }
}

/** What a form says, or what is wrong with it by field, in the staff's language. */
function readSaid(
  { outcome, reference, why }: RefundForm,
  { shop: { staffLanguage: language } }: Policy,
): { said: Said } | { errors: RefundErrors } {
  const { refund, decide } = pageCatalogue[language];
  const says = refund.errors;
  const digits = new Intl.NumberFormat(language);
  if (outcome === 'paid') {
    if (reference === '') return { errors: { reference: says.reference } };
    if (reference.length > MAX_REFERENCE)
      return { errors: { reference: says.referenceLong(digits.format(MAX_REFERENCE)) } };
    const read = PaymentReference.safeParse(reference);
    if (!read.success) return { errors: { reference: says.referenceSigns } };
    return { said: { outcome, reference: read.data } };
  }
  if (outcome !== 'failed') return { errors: { outcome: says.outcome } };
  if (why === '') return { errors: { why: says.why } };
  if (why.length > MAX_REASON) return { errors: { why: decide.errors.tooLong(digits.format(MAX_REASON)) } };
  return { said: { outcome, why } };
}
