import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExportFiles } from '../../../functions/export/export-files.ts';

/** What every place for exported files has to do. `open` gives one that nobody else writes to. */
export function exportFilesContract(
  name: string,
  open: () => Promise<{ files: ExportFiles; close(): Promise<void> }>,
): void {
  describe(`exported files: ${name}`, () => {
    let { files, close } = {} as Awaited<ReturnType<typeof open>>;
    let drafts = '';
    beforeAll(async () => {
      ({ files, close } = await open());
      drafts = await mkdtemp(join(tmpdir(), 'goodwill-'));
    });
    afterAll(async () => {
      await close();
      await rm(drafts, { recursive: true });
    });

    const put = async (path: string, content: string): Promise<string> => {
      const draft = join(drafts, 'draft');
      await writeFile(draft, content);
      const digest = createHash('sha256').update(content).digest('hex');
      await files.replace(path, draft, digest);
      return digest;
    };

    it('are known by their digest, once they are there', async () => {
      const path = 'cases/day=2026-01-05/cases.parquet';
      expect(await files.digest(path)).toBeUndefined();
      const first = await put(path, 'one');
      expect(await files.digest(path)).toBe(first);
      const second = await put(path, 'another');
      expect(await files.digest(path)).toBe(second);
    });

    it('give the days that have a partition', async () => {
      await put('cases/day=2026-01-06/cases.parquet', 'one');
      await put('cases/day=2026-01-07/cases.parquet', 'one');
      const days = (await files.days()).filter((day) => day > '2026-01-05');
      expect(days.sort()).toEqual(['2026-01-06', '2026-01-07']);
    });

    it('keep a small text, which is not there at first', async () => {
      expect(await files.readText('export-state.json')).toBeUndefined();
      await files.writeText('export-state.json', '{"a":1}');
      await files.writeText('export-state.json', '{"a":2}');
      expect(await files.readText('export-state.json')).toBe('{"a":2}');
    });
  });
}
