import { tables } from '../../../functions/export/tables/index.ts';
import { Frame } from './frame.tsx';

/** Every table as a file, for a tool or for a spreadsheet. */
export function ExportPage() {
  return (
    <Frame title="Export" at="/export" text>
      <h1>Export</h1>
      <p>
        Everything that is known of every case, for whoever wants to count it. Customers and approvers are
        pseudonyms, and nobody’s words are in it.
      </p>
      {Object.values(tables).map(({ name, says }) => (
        <section class="card">
          <h2>{name}</h2>
          <p>{says}</p>
          <p class="buttons">
            <a
              class="button"
              href={`/export/${name}.parquet`}
              download
              aria-label={`Download ${name}, Parquet`}
            >
              Download Parquet
            </a>
            <a
              class="button quiet"
              href={`/export/${name}.csv?bom=1`}
              download
              aria-label={`Download ${name}, CSV`}
            >
              Download CSV
            </a>
            <a
              class="button quiet"
              href={`/export/${name}.csv?bom=1&language=pt-BR`}
              download
              aria-label={`Download ${name}, CSV for a spreadsheet in Portuguese`}
            >
              CSV, pt-BR
            </a>
          </p>
        </section>
      ))}
      <section class="card">
        <h2>To look into it with DuckDB</h2>
        <pre>
          {
            "SELECT product_category, outcome, count(*) AS cases\nFROM 'cases.parquet' GROUP BY ALL ORDER BY ALL;"
          }
        </pre>
        <p>
          <code>npm run export</code> writes the same tables into folders, one a day.
        </p>
      </section>
    </Frame>
  );
}
