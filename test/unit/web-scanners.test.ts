import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hoursAfter } from '../../functions/domain/time.ts';
import { awaiting, decided, OPENED } from '../support/sample-cases.ts';
import { markIn, openPages, type Pages } from '../support/web.ts';

/** Programs that look at a link before a person does: whatever they try, nothing is decided and nothing is recorded. */
let pages: Pages;
const ids = { open: 'RX-SCAN-0001', told: 'RX-SCAN-0002' };
let decide: string;
let feedback: string;
let before: unknown;

const state = async () => Promise.all(Object.values(ids).map((id) => pages.services.cases.load(id)));

beforeAll(async () => {
  pages = await openPages();
  await pages.store({ ...awaiting('kettle'), id: ids.open });
  await pages.store({ ...decided('kettle', { outcome: 'declined', reason: 'No.' }), id: ids.told });
  before = await state();
});
beforeEach(async () => {
  pages.setNow(hoursAfter(OPENED, 1));
  decide = await pages.decidePath(ids.open);
  feedback = await pages.feedbackPath(ids.told);
});
afterAll(() => pages.close());

async function nothingChanged() {
  expect(await state()).toEqual(before);
  expect(pages.woken).toEqual([]);
}

describe('a scanner changes nothing', () => {
  test.each(['GET', 'HEAD'])('by %s, however often', async (method) => {
    for (const path of [decide, feedback, `${feedback}?score=5`, `${decide}?choice=approved`]) {
      for (let time = 0; time < 3; time++) {
        const response = await pages.app.request(path, { method });
        expect(response.status).toBe(200);
        expect((await response.text()) === '').toBe(method === 'HEAD');
      }
    }
    await nothingChanged();
  });

  test('by posting without the mark of an opened page', async () => {
    for (const mark of ['', 'x', 'eyJhbGciOiJub25lIn0.e30.']) {
      expect((await pages.post(decide, { mark, choice: 'approved' })).status).toBe(422);
      expect((await pages.post(feedback, { mark, score: '5', confirm: 'yes' })).status).toBe(422);
    }
    await nothingChanged();
  });

  test('by posting with the mark of another link, or with the link itself as a mark', async () => {
    const marks = [markIn((await pages.get(feedback)).html), decide.split('/').at(-1) ?? ''];
    for (const mark of marks)
      expect((await pages.post(decide, { mark, choice: 'approved' })).status).toBe(422);
    await nothingChanged();
  });

  test('by pressing the button of the page as it is', async () => {
    expect((await pages.fillIn(decide, {})).status).toBe(422);
    expect((await pages.fillIn(`${feedback}?score=5`, { score: '5' })).status).toBe(422);
    await nothingChanged();
  });

  test('by pressing it again on every page that comes back', async () => {
    let { html } = await pages.post(decide, { choice: 'approved' });
    for (let time = 0; time < 3; time++) {
      const checked = /value="([^"]+)" checked/.exec(html)?.[1];
      ({ html } = await pages.post(decide, { mark: markIn(html), ...(checked && { choice: checked }) }));
    }
    await nothingChanged();
  });

  test('by sending the form as JSON, as a file, or as nothing', async () => {
    const mark = markIn((await pages.get(decide)).html);
    const file = new FormData();
    file.set('mark', mark);
    file.set('choice', 'approved');
    const bodies: Array<RequestInit> = [
      { body: JSON.stringify({ mark, choice: 'approved' }), headers: { 'Content-Type': 'application/json' } },
      { body: file },
      {},
    ];
    for (const body of bodies)
      expect((await pages.app.request(decide, { method: 'POST', ...body })).status).toBe(422);
    await nothingChanged();
  });

  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])('by %s, which is refused', async (method) => {
    const response = await pages.app.request(decide, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD, POST');
    await nothingChanged();
  });
});

describe('a link that is not ours opens nothing', () => {
  test('when any character of it was changed', async () => {
    const token = decide.split('/').at(-1) ?? '';
    // The last character of each base64url part carries bits that are not read, so it is left alone.
    const places = [...Array(token.length).keys()].filter(
      (place) => token[place] !== '.' && (token[place + 1] ?? '.') !== '.',
    );
    const mark = await pages.services.links.formMark(token);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...places),
        fc.constantFrom(...'ABCabc019-_'),
        async (place, letter) => {
          fc.pre(token[place] !== letter);
          const path = `/decide/${token.slice(0, place)}${letter}${token.slice(place + 1)}`;
          expect((await pages.get(path)).status).toBe(404);
          expect((await pages.post(path, { mark, choice: 'approved' })).status).toBe(404);
        },
      ),
      { numRuns: 60 },
    );
    await nothingChanged();
  });

  test('when it is for another purpose', async () => {
    const crossed = [decide.replace('/decide/', '/feedback/'), feedback.replace('/feedback/', '/decide/')];
    for (const path of crossed) {
      expect((await pages.get(path)).status).toBe(404);
      expect((await pages.fillIn(path, { choice: 'approved', score: '5', confirm: 'yes' })).status).toBe(404);
    }
    await nothingChanged();
  });

  test('when it is for a round that never was, or a case that is not there', async () => {
    const strange = [
      await pages.decidePath(ids.open, 7),
      await pages.decidePath('RX-NONE-0000'),
      await pages.feedbackPath(ids.open),
    ];
    for (const path of strange) expect((await pages.fillIn(path, { choice: 'approved' })).status).toBe(404);
    await nothingChanged();
  });

  test('when it has run out', async () => {
    pages.setNow(hoursAfter(OPENED, 24 * 90));
    for (const path of [decide, feedback]) {
      const { status, html } = await pages.get(path);
      expect(status).toBe(410);
      expect(html).toContain('This link has run out');
      expect((await pages.post(path, { choice: 'approved', score: '5', confirm: 'yes' })).status).toBe(410);
    }
    await nothingChanged();
  });
});
