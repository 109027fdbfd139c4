import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportFolder } from '../../infra/local/export-folder.ts';
import { exportFilesContract } from './suites/export-files.ts';

exportFilesContract('a folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'goodwill-'));
  return { files: exportFolder(folder), close: () => rm(folder, { recursive: true }) };
});
