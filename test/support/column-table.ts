import { columns } from '../../functions/export/columns.ts';

/** The columns of the export as docs/exports.md shows them. */
export function columnTable(): string {
  const rows = columns.map(
    ({ name, type, nullable, says }) => `| \`${name}\` | ${type}${nullable ? ', or empty' : ''} | ${says} |`,
  );
  return ['| column | type | what it says |', '|---|---|---|', ...rows].join('\n');
}
