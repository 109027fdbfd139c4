import { languages } from '../domain/language.ts';
import type { Needs, Queries } from '../domain/ports.ts';
import type { Month } from '../domain/time.ts';
import type { ExportFiles } from '../export/export-files.ts';
import { exportedUntil } from './exported.ts';
import { monthAfter } from './months.ts';
import { askAll } from './questions.ts';
import { reportOf } from './report.tsx';
import { type Sending, sendReport } from './send-report.ts';

/** The month that was over last: the one that a run without a month is about. */
export function lastMonth({ clock }: Needs<'clock'>): Month {
  return monthAfter(clock.now().slice(0, 7), -1);
}

/**
 * Writes the report of a month in every language, and mails its owners a link to it, each once. Running it again writes it anew from what
 * was exported since and sends nothing twice. Throws ExportIncomplete before it begins, and what asking and sending do; what is done by
 * then is not undone.
 */
export async function makeReport(
  services: Sending & { queries: Queries; exports: Pick<ExportFiles, 'readText'> },
  month: Month,
): Promise<{ month: Month; findings: string[] }> {
  const { queries, reports, clock, policy, log } = services;
  const { shop, review } = policy.policy;
  const until = await exportedUntil(services.exports, month, log);
  const answers = await askAll(queries, month, policy.policy);
  const made = languages.map((language) => ({
    language,
    report: reportOf(answers, month, language, { shop, madeAt: clock.now(), exportedUntil: until }),
  }));
  for (const { language, report } of made) await reports.put(month, language, report.html);
  const findings = made.find(({ language }) => language === shop.staffLanguage)?.report.findings ?? [];
  log.info('the report of a month was written', { month, findings });
  const sent = await Promise.allSettled(
    review.owners.map((to) => sendReport(services, { month, to, findings })),
  );
  const failed = sent.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  return { month, findings };
}
