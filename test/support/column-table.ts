import { tables } from '../../functions/export/tables/index.ts';

/** The tables of the export as docs/exports.md shows them. */
export function columnTables(): string {
  return Object.values(tables)
    .map(({ name, says, columns }) => {
      const rows = columns.map(
        (column) =>
          `| \`${column.name}\` | ${column.type}${column.nullable ? ', or empty' : ''} | ${column.says} |`,
      );
      const head = ['| column | type | what it says |', '|---|---|---|'];
      return [`### \`${name}\``, '', says, '', ...head, ...rows].join('\n');
    })
    .join('\n\n');
}
