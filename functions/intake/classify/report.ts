import { findReference } from '../../domain/reference.ts';
import { allFieldsIn, decodeWords, fieldsIn, head } from './fields.ts';
import type { LookedAt } from './look-at.ts';

/** The mail a report is about, as far as the report says. */
export interface Original {
  originalMessageId?: string;
  /** The id of our mail, as it was sent: `RX-7K3F-9Q2M.acknowledgement`. */
  originalCaseMailId?: string;
  /** The case of our mail, which is often all that is left of it. */
  originalCaseId?: string;
}

/** What became of a mail that was sent (RFC 3464). */
export interface DeliveryReport extends Original {
  action: Action;
  /** RFC 3463: 5.1.1. Where no code is given, 5.0.0, 4.0.0 or 2.0.0 by the action. */
  status: string;
  recipient: string | undefined;
}

const ACTIONS = ['failed', 'delayed', 'expanded', 'relayed', 'delivered'] as const;
type Action = (typeof ACTIONS)[number];

const STATUS_PART = /^message\/(?:global-)?(?:x?delivery-status)$/;
const REFUSED_PART = /^message\/(?:global-)?disposition-notification$/;
const RETURNED_PART = /^(?:text\/rfc822(?:-headers)?|message\/(?:rfc822|global|global-headers))$/;
/** Below such a line stands the returned mail, whose headers are full of version numbers. */
const RETURNED_BELOW =
  /\n[ \t-]{0,12}(?:this is a copy|below this line|original message|unsent message|returned message)/;
/** How much of a text is searched for a report in words, and for the headers of a returned mail below it (characters). */
const MAX_REPORT_TEXT = 64_000;
/** Recipients of one report that are looked at; our mails have one. */
const MAX_BLOCKS = 200;

/** Reads a delivery report: from its machine-readable part where it has one, else from its words. `delayed` is what the words say. */
export function readReport(seen: LookedAt, delayed: boolean): DeliveryReport {
  const text = reportText(seen);
  const block = blocksOf(seen)[0] ?? fieldsIn(text);
  const action = actionOf(block.get('action')) ?? (delayed ? 'delayed' : 'failed');
  const diagnostic = block.get('diagnostic-code') ?? '';
  return {
    action,
    status:
      statusIn(block.get('status') ?? '') ??
      statusIn(diagnostic) ??
      statusIn(seen.words.split(RETURNED_BELOW, 1)[0] ?? '') ??
      unknownStatus(action),
    recipient: recipientOf(seen, block) ?? recipientIn(text, seen) ?? returnedTo(seen),
    ...originalOf(seen),
  };
}

/** Whether one of its parts is a machine-readable delivery report. */
export function hasStatusPart({ parts }: LookedAt): boolean {
  return parts.some(({ type }) => STATUS_PART.test(type));
}

/** A complaint (RFC 5965): somebody pressed "spam". */
export function complaintOf(seen: LookedAt) {
  // Outlook.com's own form names the sending address and returns the mail.
  const outlook = /^complaint about message from \d{1,3}(?:\.\d{1,3}){3}/.exec(seen.subject)?.[0];
  if (outlook)
    return {
      kind: 'complaint' as const,
      evidence: `its subject says "${outlook}"`,
      original: originalOf(seen),
    };
  const part = seen.parts.some(({ type }) => type === 'message/feedback-report');
  const type = seen.header('content-type').toLowerCase();
  if (!part && !/\breport-type="?feedback-report/.test(type)) return undefined;
  const feedback = seen.parts.find((one) => one.type === 'message/feedback-report')?.text ?? '';
  const kind = fieldsIn(feedback).get('feedback-type')?.toLowerCase() ?? 'unknown';
  const evidence = `it has a message/feedback-report part of type "${kind.slice(0, 60)}"`;
  return { kind: 'complaint' as const, evidence, original: originalOf(seen) };
}

/** What the report says of the mail it is about: its headers where they are returned, else what is left of them. */
export function originalOf(seen: LookedAt): Original {
  const returned = returnedMails(seen);
  const fields = seen.parts
    .filter(({ type }) => !RETURNED_PART.test(type))
    .map(({ text }) => allFieldsIn(text));
  const quoted = allFieldsIn(reportText(seen));
  const first = (name: string, from: ReadonlyMap<string, string>[]) =>
    from.map((one) => one.get(name)).find((value) => value !== undefined);

  const ids = [
    first('message-id', returned),
    first('original-message-id', fields),
    first('x-original-message-id', fields),
    first('message-id', [quoted]),
    ...seen.mail.answers.slice(0, 100),
  ].flatMap((value) => /<[^<>\s]{1,500}>/.exec(value ?? '')?.[0] ?? []);
  const marked = first('x-goodwill-mail', [...returned, quoted]);
  const ours = /^RX-[\w.-]{1,120}$/i.exec(marked?.trim() ?? '')?.[0] ?? ids.map(seen.ourId).find(Boolean);
  const subject = decodeWords(first('subject', returned) ?? '');
  const caseId = findReference(
    [ours, subject, seen.mail.subject.slice(0, 1_000), reportText(seen)].join('\n'),
  );
  return {
    ...(ids[0] && { originalMessageId: ids[0] }),
    ...(ours && { originalCaseMailId: ours }),
    ...(caseId && { originalCaseId: caseId }),
  };
}

/** The headers of the mails that a report returns. */
function returnedMails({ parts }: LookedAt): Map<string, string>[] {
  return parts.filter(({ type }) => RETURNED_PART.test(type)).map(({ text }) => fieldsIn(head(text)));
}

/** Whom the returned mail was sent to, where the report names nobody. */
function returnedTo(seen: LookedAt): string | undefined {
  return returnedMails(seen)
    .map((returned) => addressIn(returned.get('to') ?? ''))
    .find((address) => address !== undefined);
}

function reportText({ mail }: LookedAt): string {
  return mail.text.slice(0, MAX_REPORT_TEXT);
}

/** The blocks of recipients, the worst news first. Before them stands a block about the whole mail, which names no recipient. */
function blocksOf({ parts }: LookedAt): Map<string, string>[] {
  return parts
    .filter(({ type }) => STATUS_PART.test(type) || REFUSED_PART.test(type))
    .flatMap(({ text }) =>
      text
        .split(/\r?\n[ \t]*\r?\n/)
        .slice(0, MAX_BLOCKS)
        .map(fieldsIn),
    )
    .filter((block) => block.has('final-recipient') || block.has('original-recipient') || block.has('action'))
    .sort((a, b) => severity(a) - severity(b));
}

function severity(block: ReadonlyMap<string, string>): number {
  const action = actionOf(block.get('action'));
  return action === undefined ? ACTIONS.length : ACTIONS.indexOf(action);
}

function actionOf(value: string | undefined): Action | undefined {
  const [word] = /[a-z]+/.exec(value?.toLowerCase() ?? '') ?? [];
  // Servers also write "failure", "delay" and, for what they gave to another, "deliverable".
  return ACTIONS.find((action) => word !== undefined && action.slice(0, 4) === word.slice(0, 4));
}

function unknownStatus(action: Action): string {
  return action === 'failed' ? '5.0.0' : action === 'delayed' ? '4.0.0' : '2.0.0';
}

/** An enhanced status code, or a reply code of SMTP as one. Neither is part of an IP address, a version or an amount. */
function statusIn(text: string): string | undefined {
  const enhanced = /(?<![\d.])([245]\.[0-7]\.\d{1,3})(?![\d]|\.\d)/.exec(text)?.[1];
  if (enhanced) return enhanced;
  const reply = /(?<![\d.:-])([45])\d\d(?=[ -][^\d\s]|[ -]#?\d\.\d\.\d)/.exec(text)?.[1];
  return reply && `${reply}.0.0`;
}

function recipientOf({ header }: LookedAt, block: ReadonlyMap<string, string>): string | undefined {
  // The address we wrote to, before anybody forwarded the mail; that is the one a case knows.
  const named = ['original-recipient', 'final-recipient', 'x-actual-recipient'].map(
    (name) => block.get(name) ?? '',
  );
  return [...named, header('x-failed-recipients')]
    .map(plain)
    .map(addressIn)
    .find((address) => address !== undefined);
}

/** RFC 3461, section 4: a plus sign of the address is written as "+2B". */
function plain(value: string): string {
  return value.replaceAll('+2B', '+').replaceAll('+3D', '=');
}

/** The first address in a report's own words that is neither ours nor the reporting server's. */
function recipientIn(text: string, { own, sender }: LookedAt): string | undefined {
  for (const [address] of text.slice(0, 8_000).matchAll(ADDRESS)) {
    const plain = address.toLowerCase();
    if (
      !plain.endsWith(`@${own.domain}`) &&
      plain !== sender &&
      !/^(?:postmaster|mailer-daemon)@/.test(plain)
    )
      return address;
  }
  return undefined;
}

/** Letters of all scripts: RFC 6531. */
const ADDRESS =
  /(?<![\p{L}\p{M}\p{N}_.+%=-])[\p{L}\p{M}\p{N}_.+%=-]{1,64}@[\p{L}\p{M}\p{N}_-]{1,63}(?:\.[\p{L}\p{M}\p{N}_-]{1,63}){1,8}/gu;

function addressIn(value: string): string | undefined {
  ADDRESS.lastIndex = 0;
  return ADDRESS.exec(value.slice(0, 1_000))?.[0];
}
