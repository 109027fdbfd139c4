import { Frame } from './frame.tsx';

/** The two files of decided cases. */
export function ExportPage() {
  return (
    <Frame title="Export" at="/export" text>
      <h1>Export</h1>
      <section class="card">
        <p>
          Every decided case is a row: what was asked, recommended and decided, and how long it took. Both
          files hold the same table. Customers are pseudonyms, and nobody’s words are in it.
        </p>
        <p class="buttons">
          <a class="button" href="/export/cases.parquet" download>
            Download Parquet
          </a>
          <a class="button quiet" href="/export/cases.csv" download>
            Download CSV
          </a>
        </p>
        <h2>To look into it with DuckDB</h2>
        <pre>
          {
            "SELECT product_category, outcome, count(*) AS cases\nFROM 'cases.parquet' GROUP BY ALL ORDER BY ALL;"
          }
        </pre>
      </section>
    </Frame>
  );
}
