import type { Language } from '../domain/language.ts';
import type { reportOf } from './report.ts';
import type { Section, Table } from './section.ts';
import type { ToldFlip } from './tell-flip.ts';
import { replayWords } from './words.ts';

/** Flips that a terminal shows; the page and the JSON have more. */
export const MOST_IN_TEXT = 20;

/** A report as text, its tables in columns. */
export function reportAsText(
  report: ReturnType<typeof reportOf>,
  flips: { told: readonly ToldFlip[]; all: number },
  language: Language,
): string {
  const { each } = replayWords[language];
  const { told, all } = flips;
  const number = new Intl.NumberFormat(language);
  const cases: Section = {
    heading: each.heading,
    paragraphs: told.length < all ? [each.more(number.format(told.length), number.format(all))] : [],
    list: told.map(
      ({ caseId, from, to, turnInWords, lines }) =>
        `${caseId}: ${from} → ${to} (${turnInWords})\n${lines.map((line) => `    ${line}`).join('\n')}`,
    ),
  };
  return [
    report.title,
    report.lead.join('\n'),
    ...report.sections.map(sectionAsText),
    ...(told.length > 0 ? [sectionAsText(cases)] : []),
    sectionAsText(report.limits),
  ].join('\n\n');
}

function sectionAsText({ heading, paragraphs, tables = [], list = [] }: Section): string {
  const several = tables.length > 1;
  return [
    heading.toUpperCase(),
    ...paragraphs,
    ...tables.map((table) => (several ? `\n${tableAsText(table)}` : tableAsText(table))),
    ...list.map((line) => `- ${line}`),
  ].join('\n');
}

function tableAsText({ columns, rows }: Table): string {
  const lines = [columns.map(({ label }) => label), ...rows];
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  const cell = (text: string, at: number) =>
    columns[at]?.isNumber ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0);
  return lines.map((line) => `  ${line.map(cell).join('  ')}`.trimEnd()).join('\n');
}
