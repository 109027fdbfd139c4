import type { Language } from '../domain/language.ts';
import { Page } from '../web/layout.tsx';
import type { reportOf } from './report.ts';
import type { Section, Table } from './section.ts';
import type { ToldFlip } from './tell-flip.ts';
import { replayWords } from './words.ts';

/** Flips that a page shows: some hundred kilobytes, which a phone opens at once. The JSON has all. */
export const MOST_ON_PAGE = 500;

interface ReplayPageProps {
  report: ReturnType<typeof reportOf>;
  flips: { told: readonly ToldFlip[]; all: number };
  /** Whose policy it is. */
  shop: string;
  language: Language;
}

/** The report of a replay as one HTML page that needs nothing but itself. */
export function replayPage(props: ReplayPageProps): string {
  return String(<ReplayPage {...props} />);
}

function ReplayPage({ report, flips, shop, language }: ReplayPageProps) {
  return (
    <Page language={language} title={report.title} width="wide" brand={shop}>
      <h1>{report.title}</h1>
      <div class="card">
        {report.lead.map((line) => (
          <p>{line}</p>
        ))}
      </div>
      {report.sections.map((section) => (
        <SectionPart section={section} />
      ))}
      {flips.told.length > 0 && <Flips {...flips} language={language} />}
      <SectionPart section={report.limits} />
    </Page>
  );
}

function SectionPart({ section: { heading, paragraphs, tables = [], list = [] } }: { section: Section }) {
  return (
    <section class="card">
      <h2>{heading}</h2>
      {paragraphs.map((line) => (
        <p class="measure">{line}</p>
      ))}
      {tables.map((table) => (
        <>
          {tables.length > 1 && <h3>{table.caption}</h3>}
          <TablePart table={table} />
        </>
      ))}
      {list.length > 0 && (
        <ul class="measure">
          {list.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** On a phone each row is a block, its first cell the heading, the others with their column's name. */
function TablePart({ table: { caption, columns, rows } }: { table: Table }) {
  return (
    <div class="scroll">
      <table class="table stack" aria-label={caption}>
        <thead>
          <tr>
            {columns.map(({ label, isNumber }) => (
              <th scope="col" class={isNumber ? 'number' : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((cell, at) => (
                <td
                  class={columns[at]?.isNumber ? 'number' : undefined}
                  data-label={at > 0 ? columns[at]?.label : undefined}
                >
                  {at === 0 ? <strong>{cell}</strong> : cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const tones = { better: 'good', worse: 'bad', neither: 'info' } as const;

function Flips({ told, all, language }: ReplayPageProps['flips'] & { language: Language }) {
  const { each } = replayWords[language];
  const number = new Intl.NumberFormat(language);
  return (
    <section class="card">
      <h2>{each.heading}</h2>
      {told.length < all && <p>{each.more(number.format(told.length), number.format(all))}</p>}
      <ul class="list">
        {told.map(({ caseId, from, to, turn, turnInWords, lines }) => (
          <li>
            <details>
              <summary>
                <strong class="mono">{caseId}</strong> {from} → {to}{' '}
                <span class={`badge ${tones[turn]}`}>{turnInWords}</span>
              </summary>
              <ul>
                {lines.map((line) => (
                  <li>{line}</li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
