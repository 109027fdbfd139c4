import { raw } from 'hono/html';
import type { Language } from '../domain/language.ts';
import { Document } from '../web/document.tsx';
import type { Plot, Section, Table } from './section.ts';
import { STYLE } from './style.ts';
import type { Words } from './words/en.ts';

interface PageProps {
  language: Language;
  title: string;
  made: string;
  sections: readonly Section[];
  words: Words;
}

/** The whole report: one file that loads nothing and runs nothing, and reads well on a phone, on paper and aloud. */
export function ReportPage({ language, title, made, sections, words }: PageProps) {
  const out = sections.flatMap(({ id, alarms }) => alarms.map((says) => ({ id, says })));
  return (
    <Document language={language} title={title} style={STYLE}>
      <body>
        <main>
          <h1>{title}</h1>
          <p class="muted">{made}</p>
          <div class="out">
            <h2>{words.standsOut}</h2>
            {out.length === 0 ? (
              <p>{words.nothingStandsOut}</p>
            ) : (
              <ul>
                {out.map(({ id, says }) => (
                  <li>
                    <a href={`#${id}`}>{says}</a>
                  </li>
                ))}
              </ul>
            )}
          </div>
          {sections.map((section) => (
            <SectionOf section={section} words={words} />
          ))}
        </main>
      </body>
    </Document>
  );
}

function SectionOf({ section, words }: { section: Section; words: Words }) {
  const { id, heading, title, alarms, paragraphs, plots, tables, command } = section;
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        <span class="what">{heading}</span> {title}
      </h2>
      {alarms.map((says) => (
        <p class="alarm">{says}</p>
      ))}
      {paragraphs
        .filter((text) => text !== '')
        .map((text) => (
          <p>{text}</p>
        ))}
      {command && (
        <p>
          <code>{command.text}</code> {command.does}
        </p>
      )}
      {plots.map((one, index) => (
        <Picture plot={one} id={`${id}-plot-${index + 1}`} />
      ))}
      {tables.length > 0 && (
        <details>
          <summary>{words.numbers}</summary>
          {tables.map((table) => (
            <Numbers table={table} />
          ))}
        </details>
      )}
    </section>
  );
}

function Picture({ plot, id }: { plot: Plot; id: string }) {
  const named = (svg: string) => raw(svg.replace('<svg ', `<svg role="img" aria-labelledby="${id}" `));
  return (
    <figure>
      <figcaption id={id}>{plot.says}</figcaption>
      <div class="wide">{named(plot.drawing.wide)}</div>
      <div class="narrow">{named(plot.drawing.narrow)}</div>
    </figure>
  );
}

function Numbers({ table: { caption, head, rows } }: { table: Table }) {
  return (
    // A table that is wider than a phone is scrolled by itself, by keyboard as well.
    <section class="scroll" tabindex={0} aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...cells]) => (
            <tr>
              <th scope="row">{first}</th>
              {cells.map((cell) => (
                <td>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
