import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { mailKey, pageKey, ReportMail } from '../../functions/adapters/report-keys.ts';
import { ReportMissing } from '../../functions/domain/errors.ts';
import type { Reports } from '../../functions/domain/ports.ts';
import { readIfThere, writeOnce, writeWhole } from './files.ts';

/** The monthly reports in a folder, laid out as in the bucket. */
export function openReports(folder: string): Reports {
  const text = async (key: string) => (await readIfThere(join(folder, key)))?.toString();
  return {
    put: (month, language, page) => writeWhole(join(folder, pageKey(month, language)), page),

    async get(month, language) {
      const page = await text(pageKey(month, language));
      if (page === undefined) throw new ReportMissing(`there is no report of ${month} in ${language}`);
      return page;
    },

    async claim(month, mailId, at) {
      const key = mailKey(month, mailId);
      const claim = JSON.stringify({ state: 'claimed', at, by: crypto.randomUUID() });
      await writeOnce(join(folder, key), claim);
      const there = (await text(key)) ?? '';
      if (there === claim) return undefined;
      const { state, at: since } = ReportMail.parse(JSON.parse(there));
      return { state: state === 'released' ? 'claimed' : state, at: since };
    },

    async mark(month, mailId, state, at) {
      const path = join(folder, mailKey(month, mailId));
      if (state === 'released') await rm(path, { force: true });
      else await writeWhole(path, JSON.stringify({ state, at }));
    },
  };
}
