import { join } from 'node:path';
import { GoodwillError, InvalidInput } from '../../functions/domain/errors.ts';
import { type ExportFile, exportFiles } from '../../functions/export/export-cases.ts';
import { writeWhole } from './files.ts';
import { readSettings } from './settings.ts';

/** Fetches the export from the running desk: the table is open in one process at a time. */
async function fetchExport(url: string, name: ExportFile): Promise<Uint8Array> {
  const response = await fetch(`${url}/export/${name}`).catch((error: unknown) => {
    throw new InvalidInput(
      `Nothing answers at ${url}. Start Goodwill with "npm start", or set WEB_PORT to its port`,
      {
        cause: error,
      },
    );
  });
  if (!response.ok)
    throw new InvalidInput(`${url}/export/${name} answered ${response.status}; is it Goodwill?`);
  return response.bytes();
}

try {
  const { webPort, dataDir } = readSettings(process.env);
  const folder = process.argv[2] ?? join(dataDir, 'export');
  for (const name of Object.keys(exportFiles) as ExportFile[]) {
    const file = join(folder, name);
    await writeWhole(file, await fetchExport(`http://localhost:${webPort}`, name));
    console.log(file);
  }
} catch (error) {
  if (!(error instanceof GoodwillError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
