import { domainToASCII } from 'node:url';
import type { ParsedMail } from '../domain/mail.ts';

/** What the receiving server found out about a mail, or 'unknown' where no server of ours looked. */
export interface SenderTrust {
  sender: 'verified' | 'failed' | 'unknown';
  spam: boolean;
  virus: boolean;
}

const UNKNOWN: SenderTrust = { sender: 'unknown', spam: false, virus: false };
/** SES writes its name into the topmost trace header; a sender's headers all stand below it. */
const RECEIVED_BY_SES = /\bby inbound-smtp\.[a-z0-9-]+\.amazonaws\.com\b/i;

/**
 * The verdicts of Amazon SES, from the headers it writes on top of a mail. Only the first header of a name counts, and only
 * where SES received the mail, so a header that a sender forged changes nothing. A sender is verified by DMARC, or by SPF or
 * DKIM for the very domain of the From header (RFC 7489, section 3.1, identifier alignment).
 */
export function senderTrust({ headers, from }: ParsedMail): SenderTrust {
  const header = (name: string) => headers.get(name) ?? '';
  if (!RECEIVED_BY_SES.test(header('received'))) return UNKNOWN;
  const domain = domainToASCII(from?.address.split('@').at(-1) ?? '');
  return {
    sender: isVerified(header('authentication-results'), domain) ? 'verified' : 'failed',
    spam: isFail(header('x-ses-spam-verdict')),
    virus: isFail(header('x-ses-virus-verdict')),
  };
}

function isVerified(results: string, domain: string): boolean {
  const [server = '', ...methods] = results
    .toLowerCase()
    // The sender chooses the address before the @, and could write a verdict into it.
    .replace(/"(?:[^"\\]|\\.)*"/g, '')
    // SES puts semicolons between the properties of one check.
    .replace(/;\s*(?=(?:client-ip|envelope-from|helo)=)/g, ' ')
    .split(';')
    .map((part) => part.trim());
  if (server.split(/\s/)[0] !== 'amazonses.com' || !domain) return false;
  const [dmarc = '', ...others] = methods.filter((part) => part.startsWith('dmarc='));
  if (others.length > 0 || dmarc.startsWith('dmarc=fail')) return false;
  const judged = /\bheader\.from=([^\s;]+)/.exec(dmarc)?.[1];
  // A verdict on another sender than the one we read is none on ours.
  if (judged !== undefined && judged !== domain) return false;
  if (judged !== undefined && /^dmarc=pass\b/.test(dmarc)) return true;
  return methods.some((part) => /^(spf|dkim)=pass\b/.test(part) && names(part, domain));
}

/** Whether a passing check was made for the domain itself, or for a parent or child of it (relaxed alignment). */
function names(method: string, domain: string): boolean {
  const named = /(?:header\.(?:i|d)|smtp\.mailfrom|envelope-from)=(?:[^\s@]*@)?([a-z0-9.-]+)/.exec(
    method,
  )?.[1];
  return (
    named !== undefined && (named === domain || named.endsWith(`.${domain}`) || domain.endsWith(`.${named}`))
  );
}

function isFail(verdict: string): boolean {
  return verdict.trim().toUpperCase() === 'FAIL';
}
