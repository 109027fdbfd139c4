import {
  BOUNCE_SUBJECT,
  BOUNCE_TEMPLATE,
  BOUNCE_WORDS,
  DELAYED,
  NAMES_MAIL,
  READ_SUBJECT,
  WAS_READ,
} from './bounce-words.ts';
import { customerAsks, fold, type LookedAt } from './look-at.ts';
import { type DeliveryReport, hasStatusPart, originalOf, readReport } from './report.ts';

/** Who sends reports, by address or by name. */
const DAEMON =
  /\bmailer[-_. ]?daemon\b|\bmail[-_. ]?daemon\b|\bmail delivery (?:sub)?system\b|\bmail administrator\b|\bpostmaster\b|\bmicrosoftexchange[0-9a-f]{10,40}|\bmicrosoft (?:exchange|outlook)\b|\bsystem administrator\b|\badministrador do sistema\b|\bbounce(?:s|[-_+]\S{1,60})?@|\binternet mail delivery\b|\bmdaemon\b|\bmail router\b|\bmailer@/;
/** Who sends nothing else. */
const REPORTS_ONLY = /mailer[-_. ]?daemon|mail[-_. ]?daemon|mail delivery (?:sub)?system/;
const SMTP_REPLY =
  /(?:^|[^\d.:])(?:4[25]|5[057])\d[ -]#?[45]\.\d{1,3}\.\d{1,3}\b|\b(?:smtp|said|error|code|reply|status)\b[^\n]{0,40}\b(?:4[25]|5[057])\d\b|(?:^|\n|: ?)[ \t]{0,8}5[057]\d[ -][^\n]{0,80}\b(?:user|recipient|mailbox|account|relay\w*|denied|rejected|unavailable)\b/;

/** A delivery report: by RFC 3464, or in the words of a server that does not keep to it. */
export function bounceOf(
  seen: LookedAt,
): { kind: 'bounce'; evidence: string; report: DeliveryReport } | undefined {
  const evidence = standard(seen) ?? inWords(seen);
  if (evidence === undefined) return undefined;
  const delayed = DELAYED.test(`${seen.subject}\n${seen.words}`);
  return { kind: 'bounce', evidence, report: readReport(seen, delayed) };
}

function standard(seen: LookedAt): string | undefined {
  const type = seen.header('content-type').toLowerCase();
  if (/^message\/(?:global-)?delivery-status\b/.test(type)) return `it is a ${type.split(';')[0]}`;
  if (/^multipart\/report\b/.test(type)) {
    if (/\breport-type="?(?:delivery-status|global-delivery-status)/.test(type)) {
      return 'it is a multipart/report of type delivery-status';
    }
    if (hasStatusPart(seen)) return 'it is a multipart/report with a message/delivery-status part';
  }
  // Forwarding a report keeps its part, so the part alone is no evidence: a machine must have sent it.
  if (hasStatusPart(seen) && sentByMachine(seen)) return 'it has a message/delivery-status part';
  if (seen.header('x-failed-recipients')) return 'it has the header x-failed-recipients';
  return undefined;
}

function inWords(seen: LookedAt): string | undefined {
  const { subject, words, from } = seen;
  const named = BOUNCE_SUBJECT.exec(subject)?.[0];
  const daemon = DAEMON.exec(from)?.[0];
  const report = /^multipart\/report\b/i.test(seen.header('content-type'));
  const machine = report || sentByMachine(seen);
  // What follows takes time, and people's mails have none of these.
  if (named === undefined && daemon === undefined && !machine) return undefined;
  const template =
    BOUNCE_TEMPLATE.exec(words)?.[0] ?? /^-{2,}[^\n]{0,80}(?:returned|undelivered|copy of)/m.exec(words)?.[0];
  const says = (found: string) => `"${found.replace(/\s+/g, ' ').trim().slice(0, 80)}"`;

  if (daemon !== undefined && REPORTS_ONLY.test(daemon)) {
    const said = named ?? template ?? BOUNCE_WORDS.exec(words)?.[0];
    if (said !== undefined) return `it comes from ${says(daemon)} and says ${says(said)}`;
    if (hasNullPath(seen)) return `it comes from ${says(daemon)} and its return path is empty`;
  }
  if (!report && !byProgram(seen) && pastes(seen, template)) return undefined;
  if (daemon !== undefined) {
    const said = named ?? template ?? SMTP_REPLY.exec(words)?.[0];
    if (said !== undefined) return `it comes from ${says(daemon)} and says ${says(said)}`;
  }
  if (machine) {
    if (template !== undefined) return `a machine sent it and it says ${says(template)}`;
    if (named !== undefined && (BOUNCE_WORDS.test(words) || returnsOurs(seen))) {
      return `a machine sent it and its subject says ${says(named)}`;
    }
    const answered = hasNullPath(seen) ? SMTP_REPLY.exec(words)?.[0] : undefined;
    if (answered !== undefined) return `its return path is empty and it says ${says(answered)}`;
  }
  // qmail and old gateways send reports from anybody; then the subject, the words and the server's answer must agree.
  if (named !== undefined && template !== undefined && (SMTP_REPLY.test(words) || returnsOurs(seen))) {
    return `its subject says ${says(named)} and its text ${says(template)}`;
  }
  return undefined;
}

/** Whether it is a customer's who pastes what came back. A report begins with the server's words; theirs stand above. */
function pastes(seen: LookedAt, template: string | undefined): boolean {
  const [first = ''] = seen.words.trimStart().split('\n', 1);
  return !(template !== undefined && first.includes(template)) && customerAsks(seen);
}

function hasNullPath({ header }: LookedAt): boolean {
  return /^<?(?:\s*>|mailer-daemon)/i.test(header('return-path'));
}

function byProgram(seen: LookedAt): boolean {
  const submitted = seen.header('auto-submitted');
  return hasNullPath(seen) || (submitted !== '' && !/^no\b/i.test(submitted));
}

function sentByMachine(seen: LookedAt): boolean {
  return byProgram(seen) || DAEMON.test(seen.from);
}

/** Whether it carries a mail of ours: whole, its headers, or its headers in the text. */
function returnsOurs(seen: LookedAt): boolean {
  if (seen.parts.length > 0) return originalOf(seen).originalCaseId !== undefined;
  const [, id = ''] =
    /^[ \t]{0,8}message-id: {0,8}(<[^<>\s]{1,500}>)/im.exec(seen.mail.text.slice(0, 16_000)) ?? [];
  return seen.ourId(id) !== undefined;
}

/** A mail program's note that a mail was opened or thrown away (RFC 8098), and Outlook's in words alone. */
export function readReceiptOf(seen: LookedAt) {
  const { subject, words, parts } = seen;
  const kind = 'read-receipt' as const;
  const type = seen.header('content-type').toLowerCase();
  const part = parts.find((one) => /^message\/(?:global-)?disposition-notification$/.test(one.type));
  if (/\breport-type="?disposition-notification/.test(type) || (part && /^multipart\/report\b/.test(type))) {
    const disposition = /^disposition:[^\n]{0,200}/im.exec(part?.text ?? '')?.[0].trim();
    // Sieve's "reject" reports in this form that the mail was refused (RFC 5429, section 2.2).
    if (
      /deleted/i.test(disposition ?? '') &&
      /\brejected|\brefused/.test(`${seen.header('auto-submitted')} ${subject}\n${words}`)
    ) {
      return undefined;
    }
    return {
      kind,
      evidence: `it is a disposition notification${disposition ? `, "${fold(disposition)}"` : ''}`,
      original: originalOf(seen),
    };
  }
  const named = READ_SUBJECT.exec(subject)?.[0];
  const said = named !== undefined && NAMES_MAIL.test(words) ? WAS_READ.exec(words)?.[0] : undefined;
  if (said === undefined) return undefined;
  return { kind, evidence: `its subject says "${named}" and its text "${said}"`, original: originalOf(seen) };
}
