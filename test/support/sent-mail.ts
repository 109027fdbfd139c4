import type { AwaitingCase, DecidedCase } from '../../functions/domain/case.ts';
import { daysAfter, hoursAfter } from '../../functions/domain/time.ts';
import type { MailContent } from '../../functions/mail/write.ts';
import { sendOnce } from '../../functions/notify/send-once.ts';
import { decideLink } from '../../functions/runtime/decide-link.ts';
import { objectLink, offerLink, refundLink } from '../../functions/runtime/settlement-links.ts';
import { MANAGER, toldOf } from './sample-cases.ts';
import { PAGES } from './sample-links.ts';
import { FINANCE, type Pages } from './web.ts';

type Kind = MailContent['kind'];

/** Who reads a mail of each kind. */
const readers: Record<Kind, 'customer' | 'approver' | 'finance'> = {
  acknowledgement: 'customer',
  'request-reopened': 'customer',
  'approval-request': 'approver',
  'approval-reminder': 'approver',
  'overdue-notice': 'approver',
  decision: 'customer',
  'refund-request': 'finance',
  'refund-reminder': 'finance',
  'refund-paid': 'customer',
  'refund-late': 'customer',
  'refund-failed': 'approver',
  'objection-received': 'customer',
  'offers-reminder': 'customer',
  'offer-accepted': 'customer',
  'offer-to-fulfil': 'approver',
  'follow-up': 'customer',
  'feedback-received': 'approver',
  'customer-reply': 'approver',
  'request-joined': 'customer',
  'already-decided': 'customer',
  withdrawal: 'customer',
  'within-policy': 'customer',
  'staff-note': 'approver',
  'customer-unreachable': 'approver',
  'customer-question': 'customer',
  'delay-notice': 'customer',
  'new-promise': 'customer',
};

/** Whether the customer reads it, and where it is sent to. */
export function addressed({ kind, found }: MailContent) {
  const reader = readers[kind];
  const to = { customer: found.request.customer.address, approver: MANAGER, finance: FINANCE }[reader];
  return { to, answersCustomer: reader === 'customer' };
}

/**
 * Sends a sample mail as the product does, about a case of its own that is on the table, with links that work.
 * Returns what was sent, as bytes, and the case as it is then.
 */
export async function sendSample(pages: Pages, sample: MailContent, id: string) {
  const { services } = pages;
  const content = aboutAnother(sample, id);
  // Whoever opens a link of a decision does so once the customer was told.
  const found = content.found.status === 'decided' ? toldOf(content.found) : content.found;
  pages.setNow(hoursAfter(found.updatedAt, 1));
  await pages.store(found);
  const mail = { id: `${id}.${content.kind}`, ...addressed(content) };
  await sendOnce(services, found, mail, await withLinks(pages, content));
  const raw = await pages.sentMail(mail.id);
  if (!raw) throw new Error(`${mail.id} was not sent`);
  return { raw, mail, found: await services.cases.load(id) };
}

/** The same mail about a case of another name, whose attachments go by hashes such as real ones have. */
function aboutAnother(sample: MailContent, id: string): MailContent {
  const written = JSON.stringify({ ...sample, found: { ...sample.found, id } });
  return JSON.parse(
    written
      .replaceAll(/"sha256":"(\w\w)"/g, (_, hash: string) => `"sha256":"${hash.repeat(32)}"`)
      .replaceAll(/"(\w\w)":"https:/g, (_, hash: string) => `"${hash.repeat(32)}":"https:`),
  );
}

/** The mail with links of the product's own in place of the samples'. */
async function withLinks(pages: Pages, content: MailContent): Promise<MailContent> {
  const { found, policy, ...rest } = content;
  let written = JSON.stringify(rest);
  for (const [link, purpose, hash = ''] of written.matchAll(LINK))
    written = written.replaceAll(link, await linkFor(pages, content, purpose, hash.repeat(32)));
  return { ...JSON.parse(written), found, policy };
}

const LINK = new RegExp(`${PAGES}/(\\w+)/[\\w-]+\\.([\\w-]+)\\.[\\w-]+`, 'g');

function linkFor(pages: Pages, content: MailContent, purpose: string | undefined, sha256: string) {
  const { links, clock } = pages.services;
  const { found } = content;
  const expires = daysAfter(clock.now(), 30);
  const approver = 'approver' in content ? content.approver : MANAGER;
  switch (purpose) {
    case 'decide':
      return decideLink(pages.services, found as AwaitingCase, approver);
    case 'attachment':
      return links.create({ purpose, caseId: found.id, sha256, person: approver }, expires);
    case 'refund':
      return refundLink(pages.services, found as DecidedCase, 1, FINANCE);
    case 'offers':
      return offerLink(pages.services, found as DecidedCase);
    case 'object':
      return objectLink(pages.services, found as DecidedCase);
    case 'feedback':
      return links.create({ purpose, caseId: found.id, person: found.request.customer.address }, expires);
    default:
      throw new Error(`there is no page for ${purpose}`);
  }
}
