import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pageKey } from '../../functions/adapters/report-keys.ts';
import { InvalidInput } from '../../functions/domain/errors.ts';
import { Language, languages } from '../../functions/domain/language.ts';
import { Month } from '../../functions/domain/time.ts';
import { readState } from '../../functions/export/export-state.ts';
import { checkPolicy } from '../../functions/policy/check/check.ts';
import { lackingOf } from '../../functions/report/exported.ts';
import { monthAfter } from '../../functions/report/months.ts';
import { askAll } from '../../functions/report/questions.ts';
import { reportOf } from '../../functions/report/report.tsx';
import { openQueries } from './analytics/duckdb.ts';
import { exportFolder } from './export-folder.ts';
import { writeWhole } from './files.ts';
import { createTerminalLog } from './log.ts';
import { tellMistake } from './mistake.ts';
import { readSettings } from './settings.ts';

const USAGE = `How to make the report of a month, from what "npm run export" wrote:
  npm run report                                the month that was over last, in every language, into the data folder
  npm run report -- --month 2026-10             another month
  npm run report -- --language pt-BR            in one language
  npm run report -- --folder <folder>           where "npm run export" wrote to, if not to the data folder
  npm run report -- --out report.html           one file, in the language of the staff where none is given`;

try {
  const { policyFile, dataDir } = readSettings(process.env);
  const told = readArguments(process.argv.slice(2));
  const { policy } = checkPolicy(await readFile(policyFile, 'utf8'), policyFile).compiled;
  const { shop } = policy;
  const madeAt = new Date().toISOString();
  const month = told.month ?? monthAfter(madeAt.slice(0, 7), -1);
  const wanted = told.language ? [told.language] : told.out ? [shop.staffLanguage] : languages;
  const folder = told.folder ?? join(dataDir, 'export');
  const queries = await openQueries(folder);
  try {
    // A folder that the export did not write itself says nothing.
    const state = await readState(exportFolder(folder), createTerminalLog());
    const lacks = state && lackingOf(state, month);
    if (lacks) console.error(`${lacks}: run "npm run export", then this again`);
    const answers = await askAll(queries, month, policy);
    for (const language of wanted) {
      const { html, findings } = reportOf(answers, month, language, {
        shop,
        madeAt,
        exportedUntil: state?.since,
      });
      const file = told.out ?? join(dataDir, pageKey(month, language));
      await writeWhole(file, html);
      console.log([file, ...findings.map((says) => `  ${says}`)].join('\n'));
    }
  } finally {
    queries.close();
  }
} catch (error) {
  tellMistake(error);
}

function readArguments(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        month: { type: 'string' },
        language: { type: 'string' },
        folder: { type: 'string' },
        out: { type: 'string' },
      },
    });
    const { month, language, folder, out } = values;
    if (month !== undefined && !Month.safeParse(month).success)
      throw new Error(`--month ${month}: has to be a month such as 2026-10`);
    if (language !== undefined && !Language.safeParse(language).success)
      throw new Error(`--language ${language}: has to be one of ${languages.join(', ')}`);
    return { month, language: language === undefined ? undefined : Language.parse(language), folder, out };
  } catch (error) {
    throw new InvalidInput(`${error instanceof Error ? error.message : error}\n\n${USAGE}`, { cause: error });
  }
}
