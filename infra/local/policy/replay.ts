import { basename, isAbsolute } from 'node:path';
import { InvalidInput } from '../../../functions/domain/errors.ts';
import { checkPolicy } from '../../../functions/policy/check/check.ts';
import { loadPolicy } from '../../../functions/policy/load.ts';
import type { Flip } from '../../../functions/replay/flip.ts';
import { limitsOf } from '../../../functions/replay/limits.ts';
import { linesOf } from '../../../functions/replay/lines.ts';
import { MOST_ON_PAGE, replayPage } from '../../../functions/replay/page.tsx';
import { replay as replayCases } from '../../../functions/replay/replay.ts';
import { flips } from '../../../functions/replay/replayed.ts';
import { reportOf } from '../../../functions/replay/report.ts';
import { replayColumns } from '../../../functions/replay/row.ts';
import { tellFlip } from '../../../functions/replay/tell-flip.ts';
import { MOST_IN_TEXT, reportAsText } from '../../../functions/replay/text.ts';
import { writeWhole } from '../files.ts';
import { caseFiles, exportedCases } from './exported-cases.ts';
import { type Found, findLive, findPolicy } from './find.ts';
import { knownPolicies } from './published.ts';
import { readReplayOptions } from './replay-options.ts';
import { writeFlips } from './write-flips.ts';

const usage =
  'npm run policy -- replay [from] <to> [--since 2026-01-01] [--until 2026-12-31] [--page replay.html] [--json replay.json] ' +
  '[--folder <folder of the export>] [--function <name>]; policies are files, numbers or names, without "from" the live one';

/**
 * Weighs every decided case of the export by a changed policy and says what comes out otherwise: in the terminal, as a page and as
 * JSON. Throws InvalidInput for mistakes in the policy, and where there is no export.
 */
export async function replay(args: string[]): Promise<void> {
  const { ask, which, days, folder, page, json } = readReplayOptions('replay', args, usage);
  const [one, other, ...more] = which;
  if (one === undefined || more.length > 0) throw new InvalidInput(`Which policy? ${usage}`);
  const to = await findPolicy(ask, other ?? one);
  // Before anything is read, so that a mistake is named by the file and the line in it.
  const checked = checkPolicy(to.text, to.title).compiled;
  const files = await caseFiles(folder, days);
  const from = other === undefined ? await findLive(ask) : await findPolicy(ask, one);
  const before = loadPolicy(from.text, from.title);
  const after = from.text === to.text ? before : checked;
  refuseOtherCurrency(before.policy.shop.currency, after.policy.shop.currency);

  const known = await knownPolicies(ask, [before, after]);
  const rows = exportedCases(files, replayColumns(known.all));
  const kept: Flip[] = [];
  const written = json === undefined ? undefined : writeFlips(json);
  const replayed = await replayCases(rows, { before, after, weighedBy: known.weighedBy }, (flip) => {
    if (kept.length < MOST_ON_PAGE) kept.push(flip);
    written?.add(flip);
  });

  const { currency, staffLanguage, name } = after.policy.shop;
  const about = {
    before: nameOf(from),
    after: nameOf(to),
    currency,
    days: { first: files[0]?.day ?? '', last: files.at(-1)?.day ?? '' },
    limits: limitsOf(before, after),
    noHistory: known.noHistory,
  };
  await written?.finish({
    before: about.before,
    after: about.after,
    currency,
    days: about.days,
    ...replayed,
  });
  const lines = linesOf(to.text, after);
  const all = flips(replayed);
  if (page !== undefined) {
    const told = kept.map((flip) => tellFlip(flip, { language: staffLanguage, currency, lines }));
    const report = reportOf(replayed, about, staffLanguage);
    const html = replayPage({ report, flips: { told, all }, shop: name, language: staffLanguage });
    await writeWhole(page, html);
  }
  const told = kept.slice(0, MOST_IN_TEXT).map((flip) => tellFlip(flip, { language: 'en', currency, lines }));
  console.log(reportAsText(reportOf(replayed, about, 'en'), { told, all }, 'en'));
  for (const file of [page, json]) if (file !== undefined) console.log(`\n${file}`);
}

/** A file without its folders. */
function nameOf({ title }: Found): string {
  return isAbsolute(title) ? basename(title) : title;
}

function refuseOtherCurrency(before: string, after: string): void {
  if (before === after) return;
  throw new InvalidInput(
    `shop.currency is ${after}, and the cases were weighed in ${before}: an amount of the one would be read as the other. Leave it at ${before}`,
  );
}
