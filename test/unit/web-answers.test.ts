import { describe, expect, test } from 'vitest';
import { approvalWith } from '../support/approval.ts';
import { deciding } from '../support/deciding.ts';
import { DEPUTY, HEAD, MANAGER } from '../support/sample-cases.ts';

const IN_FULL = { choice: 'approved', confirm: '89.90' };
const together = () => deciding(approvalWith({ answers: 'all' }));

describe('a decision that takes more than one answer', () => {
  test('the first is noted, with how many are missing and whom it waits for', async () => {
    const asked = await together();
    const { status, html } = await asked.fillIn(await asked.path(), {
      ...IN_FULL,
      note: 'Sorry!',
      internal: 'Old friend',
    });
    expect(status).toBe(200);
    expect(html).toContain('Thank you. Your answer is noted.');
    expect(html).toContain('One more answer like yours is needed.');
    expect(html).toContain(`It now waits for ${DEPUTY}.`);
    expect(await asked.decision()).toBeUndefined();
    expect(asked.woken).toHaveLength(1);
  });

  test('the second sees who answered what and when, and what they wrote; nothing is chosen for them', async () => {
    const asked = await together();
    await asked.fillIn(await asked.path(), { ...IN_FULL, note: 'Sorry!', internal: 'Old friend' });
    const { html } = await asked.get(await asked.path(DEPUTY));
    expect(html).toContain('Here a decision takes 2 answers that agree.');
    expect(html).toContain('Approved in full, $89.90');
    expect(html).toMatch(/manager@shop\.example, Monday, November 2, 2026/);
    expect(html).toContain('Old friend');
    expect(html).toContain('Sorry!</textarea>');
    expect(html).not.toMatch(/<input[^>]* checked|<option[^>]* selected|value="89.90"/);
  });

  test('the second decides, and the page names both', async () => {
    const asked = await together();
    await asked.fillIn(await asked.path(), IN_FULL);
    const { html } = await asked.fillIn(await asked.path(DEPUTY), IN_FULL);
    expect(html).toContain('Thank you. Your decision is recorded.');
    expect(html).toContain(`The same answer came from ${MANAGER}.`);
    expect(await asked.decision()).toMatchObject({ by: DEPUTY, with: [MANAGER] });
    const late = await asked.get(await asked.path());
    expect(late.html).toContain(`${DEPUTY} decided it on`);
  });

  test('who has answered is told so, and may change their mind', async () => {
    const asked = await together();
    await asked.fillIn(await asked.path(), IN_FULL);
    expect((await asked.get(await asked.path())).html).toContain('You have answered.');
    await asked.fillIn(await asked.path(), { choice: 'declined', reason: 'It was dropped.' });
    expect(await asked.case()).toMatchObject({
      round: { answers: [{ by: MANAGER, decision: { outcome: 'declined' } }] },
    });
  });

  test('where all have answered and differ, and nobody else can be asked, the pages of all say so', async () => {
    const ofTwo = approvalWith({ answers: 'all' });
    const levels = ofTwo.approval.levels.slice(0, 1);
    const asked = await deciding({ ...ofTwo, approval: { ...ofTwo.approval, levels } });
    await asked.fillIn(await asked.path(), IN_FULL);
    const declined = { choice: 'declined', reason: 'It was dropped.' };
    const { html } = await asked.fillIn(await asked.path(DEPUTY), declined);
    expect(html).toContain('Everybody has answered, and the answers differ.');
    expect(html).not.toMatch(/nothing left for you|more answer/);
    for (const person of [MANAGER, DEPUTY]) {
      const page = await asked.get(await asked.path(person));
      expect(page.html).toContain('the answers differ, so nothing is decided');
      expect(page.html).not.toContain('nothing left for you');
    }
  });

  test('where nobody may approve as much, the page says that those who run this have been told', async () => {
    const absences = [{ approver: HEAD, from: '2026-11-01', until: '2026-11-30' }];
    const asked = await deciding(approvalWith({ upTo: 50 }, { absences }), 'noOrder');
    const { html } = await asked.fillIn(await asked.path(), { choice: 'part-approved', amount: '50.01' });
    expect(html).toContain('those who run this have been told');
    expect(html).not.toContain('answer like yours');
    expect((await asked.happened()).map(({ type }) => type)).toEqual(['approver-answered', 'overdue']);
  });

  test('the same answer sent twice counts once', async () => {
    const asked = await together();
    const page = await asked.path();
    const mark = /name="mark" value="([^"]+)"/.exec((await asked.get(page)).html)?.[1] ?? '';
    await asked.post(page, { mark, ...IN_FULL });
    const again = await asked.post(page, { mark, ...IN_FULL });
    expect(again.status).toBe(200);
    expect(again.html).toContain('Your answer was noted before');
    expect((await asked.happened()).map(({ type }) => type)).toEqual(['approver-answered']);
  });

  test('answers that do not agree go to the next level, which sees them', async () => {
    const asked = await together();
    await asked.fillIn(await asked.path(), IN_FULL);
    const second = await asked.fillIn(await asked.path(DEPUTY), {
      choice: 'declined',
      reason: 'It was dropped.',
    });
    expect(second.html).toContain(`The answers that were given did not settle it. It went to ${HEAD}`);
    const { html } = await asked.get(await asked.path());
    expect(html).toContain('The answers that were given did not settle it.');
    expect(html).toContain(`It went to ${HEAD} (Head of service) on`);
    const next = await asked.get(await asked.path(HEAD, 2));
    expect(next.html).toContain('It was dropped.');
  });

  test('a second person above an amount: said beforehand, and asked for', async () => {
    const asked = await deciding(approvalWith({}, { secondAbove: 50 }));
    const { html } = await asked.get(await asked.path());
    expect(html).toContain('To approve more than $50.00, a second person has to give the same answer.');
    const noted = await asked.fillIn(await asked.path(), IN_FULL);
    expect(noted.html).toContain('One more answer like yours is needed.');
    const small = { choice: 'part-approved', amount: '50', note: 'It was used.' };
    expect((await asked.fillIn(await asked.path(DEPUTY), small)).html).toContain('Your decision is recorded');
  });
});

describe('what happens while a page is open', () => {
  const open = async (asked: Awaited<ReturnType<typeof together>>, person = MANAGER) => {
    const path = await asked.path(person);
    const mark = /name="mark" value="([^"]+)"/.exec((await asked.get(path)).html)?.[1] ?? '';
    return (form: Record<string, string>) => asked.post(path, { mark, ...form });
  };

  test('the customer writes: nothing is recorded, their words come first, what was typed stays', async () => {
    const asked = await deciding(approvalWith());
    const send = await open(asked);
    await asked.customerWrites('I found the <receipt>.');
    const { status, html } = await send({ ...IN_FULL, note: 'Sorry!' });
    expect(status).toBe(409);
    expect(html.indexOf('Since you opened this page')).toBeLessThan(html.indexOf('Money at stake'));
    expect(html).toContain('I found the &lt;receipt&gt;.');
    expect(html).toContain('Sorry!</textarea>');
    expect(html).not.toMatch(/<input[^>]* checked|value="89.90"/);
    expect(await asked.decision()).toBeUndefined();
  });

  test('a colleague answers, or asks the customer', async () => {
    const asked = await together();
    const send = await open(asked, DEPUTY);
    await asked.fillIn(await asked.path(), IN_FULL);
    const first = await send(IN_FULL);
    expect(first.status).toBe(409);
    expect(first.html).toMatch(/manager@shop\.example answered on [^<]+: Approved in full, \$89\.90\./);
    const again = await open(asked, DEPUTY);
    await asked.fillIn(await asked.path(), { choice: 'ask', question: 'Which colour?' });
    const second = await again({ choice: 'ask', question: 'Which lid?' });
    expect(second.status).toBe(409);
    expect(second.html).toContain('Which colour?');
    expect(second.html).toContain('Which lid?</textarea>');
  });

  test('it stops handing over and stepping back as well: they may not be needed any more', async () => {
    const asked = await deciding(approvalWith());
    const send = await open(asked);
    await asked.customerWrites('Never mind the base.');
    expect((await send({ choice: 'hand-over', to: HEAD, why: 'Yours, please.' })).status).toBe(409);
    expect((await asked.happened()).map(({ type }) => type)).toEqual(['customer-wrote']);
  });

  test('speaks Portuguese to those who do', async () => {
    const asked = await deciding(approvalWith({ answers: 'all' }, {}, 'pt-BR'));
    const send = await open(asked);
    await asked.customerWrites('PS');
    const { html } = await send(IN_FULL);
    expect(html).toContain('Desde que você abriu esta página');
    const noted = await asked.fillIn(await asked.path(), IN_FULL);
    expect(noted.html).toContain('Falta mais uma resposta igual à sua.');
  });
});

describe('whose page it is', () => {
  test('is said before anything else, with what to do where it was forwarded', async () => {
    const asked = await deciding(approvalWith());
    const { html } = await asked.get(await asked.path(DEPUTY));
    const said = html.indexOf(`This page is for ${DEPUTY}. What is decided here is recorded as theirs.`);
    expect(said).toBeGreaterThan(0);
    expect(said).toBeLessThan(html.indexOf('Money at stake'));
    expect(html).toContain('Ask them to hand the request over to you');
  });
});
