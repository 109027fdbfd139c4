import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Case } from '../../functions/domain/case.ts';
import { type Command, decide } from '../../functions/domain/decide.ts';
import { evolve } from '../../functions/domain/evolve.ts';
import { daysAfter, hoursAfter } from '../../functions/domain/time.ts';
import { axeViolations, lowContrast, openChromium, sidewaysOverflow } from '../support/chromium.ts';
import { DECIDED, decided, inFull, type Sample, told } from '../support/sample-cases.ts';
import { FINANCE, markIn, openPages, type Pages } from '../support/web.ts';

/** Every state of every page after a decision, as customers and whoever pays meet it: on a phone and a desktop, by day and by night. */
let browser: Browser;
beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());

describe.each([
  ['en', 'kettle'],
  ['pt-BR', 'cafeteira'],
] as const)('in %s', (language, sample) => {
  let pages: Pages;
  const states: Array<[string, string]> = [];
  beforeAll(async () => {
    pages = await openPages({ staffLanguage: language });
    states.push(...(await everyState(pages, sample)));
  });
  afterAll(() => pages.close());

  test.each([360, 1280])(
    'every page after a decision fits, is readable and accessible at %i px',
    async (width) => {
      const context = await browser.newContext({ viewport: { width, height: 800 } });
      const page = await context.newPage();
      for (const [name, html] of states) {
        await page.setContent(html);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          expect([name, colorScheme, await faults(page)]).toEqual([name, colorScheme, [0, [], []]]);
        }
      }
      await context.close();
    },
  );

  test('every state is one of its own', () => {
    const shown = states.map(([, html]) => html.replaceAll(/value="[^"]*"|RX-STAT-\d+/g, ''));
    expect(states.filter((_, at) => shown.indexOf(shown[at] ?? '') < at).map(([name]) => name)).toEqual([]);
  });
});

async function faults(page: Page): Promise<unknown> {
  return [await sidewaysOverflow(page), await lowContrast(page), await axeViolations(page, 'page')];
}

async function everyState(pages: Pages, sample: Sample): Promise<Array<[string, string]>> {
  const { policy } = pages.services.policy;
  let serial = 0;
  const stored = async (found: Case) =>
    (await pages.store({ ...found, id: `RX-STAT-${String(++serial).padStart(4, '0')}` })).id;
  const after = (found: Case, ...commands: Command[]) =>
    commands.reduce<Case>((before, command) => decide(command, before).reduce<Case>(evolve, before), found);
  const declined = told(sample, { outcome: 'declined', reason: 'It was used for a year.' });
  const granted = told(sample, inFull(sample));
  const at = hoursAfter(DECIDED, 30);
  pages.setNow(at);
  const pay = { type: 'confirm-refund', at, by: FINANCE, refund: 1 } as const;
  const chooses = { type: 'choose-offer', at, policy } as const;
  const objects = { type: 'object', at, says: 'Please look again.', policy } as const;
  const failed = after(granted, { ...pay, outcome: 'failed', why: 'The card was closed.' });
  const paid = after(granted, { ...pay, outcome: 'paid', reference: 'TX-2026-11-0042' });
  const accepted = after(declined, { ...chooses, offer: 'store-credit' });
  const again = after(declined, { ...objects, about: 'decision' });

  const seen = async (path: string) => (await pages.get(path)).html;
  const sent = async (path: string, fields: Record<string, string>) =>
    (await pages.fillIn(path, fields)).html;
  const refund = async (found: Case) => pages.refundPath(await stored(found));
  const offers = async (found: Case) => pages.offersPath(await stored(found));
  const object = async (found: Case) => pages.objectPath(await stored(found));
  const feedback = async (found: Case) => pages.feedbackPath(await stored(found));
  const wrong = {
    orderNumber: '?',
    amount: 'x',
    purchasedOn: '2026-13-40',
    deliveredOn: '1999',
    reason: 'x',
  };
  /** What comes of a form that is sent again and says something else. */
  const twice = async (path: string, first: Record<string, string>, then: Record<string, string>) => {
    const mark = markIn(await seen(path));
    await pages.post(path, { mark, ...first });
    return (await pages.post(path, { mark, ...then })).html;
  };
  const credit = { offer: 'store-credit', confirm: 'yes' };
  const said = { outcome: 'paid', reference: 'TX-2026-11-0042' };
  const otherwise = await twice(await refund(granted), said, { outcome: 'failed', why: 'It was closed.' });
  const another = await twice(await offers(declined), credit, { offer: 'none', confirm: 'yes' });
  const states: Array<[string, string]> = [
    ['to pay', await seen(await refund(granted))],
    ['to pay, after it could not be', await seen(await refund(failed))],
    ['to pay, nothing said', await sent(await refund(granted), {})],
    ['to pay, without a reference', await sent(await refund(granted), { outcome: 'paid' })],
    ['to pay, without a why', await sent(await refund(granted), { outcome: 'failed' })],
    [
      'to pay, from an old page',
      (await pages.post(await refund(granted), { mark: 'old', outcome: 'paid' })).html,
    ],
    ['just paid', await sent(await refund(granted), { outcome: 'paid', reference: 'TX-2026-11-0042' })],
    ['paid before', await seen(await refund(paid))],
    ['paid, and said otherwise', otherwise],
    [
      'could not be paid',
      await sent(await refund(granted), { outcome: 'failed', why: 'The card was closed.' }),
    ],
    ['offers', await seen(await offers(declined))],
    ['offers, nothing chosen', await sent(await offers(declined), {})],
    ['offers, not confirmed', await sent(await offers(declined), { offer: 'store-credit' })],
    ['an offer accepted', await sent(await offers(declined), { offer: 'store-credit', confirm: 'yes' })],
    ['an offer accepted before', await seen(await offers(accepted))],
    ['another offer after one', another],
    ['no offer wanted', await sent(await offers(declined), { offer: 'none', confirm: 'yes' })],
    ['offers put aside', await seen(await offers(again))],
    ['to object', await seen(await object(declined))],
    ['to object, nothing said', await sent(await object(declined), {})],
    ['to object, every fact wrong', await sent(await object(declined), { about: 'fact', ...wrong })],
    ['to object, no fact', await sent(await object(declined), { about: 'fact' })],
    ['to object, no why', await sent(await object(declined), { about: 'decision' })],
    ['just objected', await sent(await object(declined), { about: 'decision', why: 'Please look again.' })],
    ['just corrected', await sent(await object(declined), { about: 'fact', deliveredOn: '2026-10-20' })],
    ['objected before', await seen(await object(again))],
    ['nothing to object to: an offer was chosen', await seen(await object(accepted))],
    ['nothing to object to: all was granted', await seen(await object(granted))],
    ['how it went', await seen(`${await feedback(declined)}?score=2`)],
    ['how it went, nothing said', await sent(await feedback(declined), {})],
    [
      'how it went, told',
      await sent(await feedback(declined), {
        score: '2',
        left: 'yes',
        comment: 'Still waiting.',
        confirm: 'yes',
      }),
    ],
    ['how it went, while somebody looks again', await seen(await feedback(again))],
    ['a link that is none', await seen('/offers/x')],
    ['too early', await seen(await offers(decided(sample, { outcome: 'declined', reason: 'No.' })))],
  ];
  const late = [await offers(declined), await object(declined)];
  const [lateOffers = '', lateObject = ''] = late;
  const refundLink = await refund(granted);
  pages.setNow(daysAfter(DECIDED, 40));
  states.push(
    ['offers that ran out', await seen(lateOffers)],
    ['too late to object', await seen(lateObject)],
  );
  pages.setNow(daysAfter(DECIDED, 4_000));
  states.push(['a link that ran out', await seen(refundLink)]);
  return states;
}
