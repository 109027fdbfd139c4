import type { Policy } from '../../domain/policy.ts';
import type { Instant, Month } from '../../domain/time.ts';
import { formatDate, formatMonth } from '../../wording/format.ts';
import { type MailDocument, section } from '../blocks.ts';
import { catalogue } from '../catalogue/index.ts';

/** To whoever answers for the policy: the report of a month, and what stands out in it. A mail about no case. */
export function reportReady({
  month,
  policy,
  findings,
  link,
  until,
}: {
  month: Month;
  policy: Policy;
  /** Sentences in the language of the staff. */
  findings: readonly string[];
  link: string;
  until: Instant;
}): MailDocument {
  const { staffLanguage: language, timeZone, name } = policy.shop;
  const says = catalogue[language].reportReady;
  const named = formatMonth(month, language);
  return {
    language,
    subject: says.subject(named),
    preheader: says.preheader,
    brand: name,
    title: says.title(named),
    blocks: [
      ...section(says.findings, { type: 'list', items: findings.map((text) => ({ text })) }),
      { type: 'buttons', look: 'action', buttons: [{ label: says.open, href: link }] },
      { type: 'small', text: says.until(formatDate(until, language, timeZone)) },
    ],
    footer: [says.footer],
  };
}
