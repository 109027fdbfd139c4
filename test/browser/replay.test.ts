import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPolicy } from '../../functions/policy/load.ts';
import type { Flip } from '../../functions/replay/flip.ts';
import { linesOf } from '../../functions/replay/lines.ts';
import { replayPage } from '../../functions/replay/page.tsx';
import { replay } from '../../functions/replay/replay.ts';
import { reportOf } from '../../functions/replay/report.ts';
import { tellFlip } from '../../functions/replay/tell-flip.ts';
import {
  axeViolations,
  cutOff,
  openChromium,
  picture,
  sidewaysOverflow,
  views,
} from '../support/chromium.ts';
import { changedPolicy, defaultPolicy } from '../support/policy.ts';
import { inBatches, rowOf } from '../support/replay-rows.ts';

/** A replay with all it can say: flips both ways, a mismatch, a policy that is gone, cases left out, a hostile category. */
async function aPage(language: 'en' | 'pt-BR'): Promise<string> {
  const text = changedPolicy(['daysPastWindow <= 14', 'daysPastWindow <= 28'], ['weight: 4', 'weight: 1']);
  const after = loadPolicy(text, 'policy.yaml');
  const reasons = ['defective', 'hardship', 'changed-mind'] as const;
  const rows = Array.from({ length: 60 }, (_, index) =>
    rowOf(`RX-7K3F-${1000 + index}`, defaultPolicy, {
      request: {
        reason: { source: 'mail', value: reasons[index % 3] ?? 'hardship' },
        category: { source: 'order', value: index % 4 ? 'kitchen' : `<b>${'verylongcategory'.repeat(8)}` },
        amount: { source: 'order', value: { minor: 123_456_789, currency: 'USD' } },
      },
    }),
  );
  const [first, second, third] = rows;
  if (!first || !second || !third) throw new Error('there are rows');
  const odd = [
    { ...first, score: 99 },
    { ...second, policy_version: 'gone' },
    { ...third, outcome: null },
  ];
  const flips: Flip[] = [];
  const policies = { before: defaultPolicy, after, weighedBy: () => undefined };
  const replayed = await replay(inBatches([...rows, ...odd]), policies, (flip) => flips.push(flip));
  const about = {
    before: 'policy 3 (2026-11-01)',
    after: 'policy.yaml',
    currency: 'USD',
    days: { first: '2025-11-02', last: '2026-11-02' },
    limits: ['precedents', 'exceptions', 'days', 'people'] as const,
    noHistory: 'Nothing answers at http://localhost:8025/policy.',
  };
  const told = flips.map((flip) =>
    tellFlip(flip, { language, currency: 'USD', lines: linesOf(text, after) }),
  );
  const report = reportOf(replayed, about, language);
  return replayPage({ report, flips: { told, all: told.length + 1 }, shop: 'Sample Shop', language });
}

let browser: Browser;
beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());

describe.each(['en', 'pt-BR'] as const)('the page of a replay in %s', (language) => {
  test.each(views)('fits, is read aloud and opens by keyboard at $name', async ({ name, options }) => {
    const page = await browser.newPage(options);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.setContent(await aPage(language));
    expect(await sidewaysOverflow(page)).toBe(0);
    await page.locator('summary').first().focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('details[open]').count()).toBe(1);
    // The skip link and, on a phone, the heads of tables are there to be read aloud alone.
    expect((await cutOff(page)).filter((text) => !/^(A|THEAD|TH):/.test(text))).toEqual([]);
    expect(await axeViolations(page, 'page')).toEqual([]);
    expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([]);
    await picture(page, `replay-${language}-${name}`);
    await page.close();
  });
});
