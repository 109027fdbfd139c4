import { Hono } from 'hono';
import { stream } from 'hono/streaming';
import * as z from 'zod';
import { Language } from '../../../functions/domain/language.ts';
import { type FileType, fileTypes } from '../../../functions/export/table-file.ts';
import { type TableName, tables } from '../../../functions/export/tables/index.ts';
import type { LocalExport } from '../exporting.ts';
import { documentHeaders } from './guard.ts';

const Name = z.templateLiteral([
  z.enum(Object.keys(tables) as TableName[]),
  '.',
  z.enum(Object.keys(fileTypes) as FileType[]),
]);

/** The export: whole tables as files, and writing the partitions. */
export function createExporting({ exporting }: { exporting: LocalExport }): Hono {
  const app = new Hono();
  // For a program: pages of other sites cannot send JSON here.
  app.post('/export', async (c) => c.json(await exporting.writeAll()));

  app.get('/export/folder', (c) => c.json({ folder: exporting.folder }));

  app.use('/export/:file', ...documentHeaders);
  app.get('/export/:file', (c) => {
    const name = Name.safeParse(c.req.param('file'));
    if (!name.success) return c.notFound();
    const language = Language.safeParse(c.req.query('language')).data;
    const [table, type] = name.data.split('.') as [TableName, FileType];
    c.header('Content-Type', fileTypes[type]);
    c.header('Content-Disposition', `attachment; filename="${name.data}"`);
    return stream(c, async (out) => {
      const file = exporting.file({ table, type, bom: c.req.query('bom') !== undefined, language });
      for await (const part of file) await out.write(part);
    });
  });
  return app;
}
