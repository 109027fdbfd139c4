import * as z from 'zod';
import type { Language } from '../domain/language.ts';
import { Instant, type Month } from '../domain/time.ts';

/** Where the reports of a month lie, in a bucket and in a folder alike. */
export function pageKey(month: Month, language: Language): string {
  return `reports/month=${month}/report.${language}.html`;
}

/** Where it is written down how far a mail about them got. */
export function mailKey(month: Month, mailId: string): string {
  return `reports/month=${month}/mails/${mailId}.json`;
}

export const ReportMail = z.object({
  state: z.enum(['claimed', 'sent', 'uncertain', 'released']),
  at: Instant,
});
