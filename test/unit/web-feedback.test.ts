import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isDecided, unsentMails } from '../../functions/domain/case.ts';
import { daysAfter, hoursAfter } from '../../functions/domain/time.ts';
import { changeCase } from '../../functions/runtime/change-case.ts';
import { awaiting, decided, HEAD, OPENED, type Sample } from '../support/sample-cases.ts';
import { inFull, policy, type Story, TOLD, told } from '../support/settling.ts';
import { MANAGER, markIn, openPages, type Pages } from '../support/web.ts';

let pages: Pages;
let serial = 0;
beforeAll(async () => {
  pages = await openPages();
});
afterAll(() => pages.close());

async function answered(sample: Sample = 'kettle') {
  serial += 1;
  const made = decided(sample, { outcome: 'declined', reason: 'No.' });
  const found = await pages.store({ ...made, id: `RX-FDBK-${String(serial).padStart(4, '0')}` });
  return { id: found.id, path: await pages.feedbackPath(found.id) };
}
const feedbackOf = async (id: string) => (await pages.services.cases.load(id)).feedback;

describe('the feedback page', () => {
  test('has the answer that was clicked filled in, and not the tick', async () => {
    const { path } = await answered();
    const { status, html } = await pages.get(`${path}?score=4`);
    expect(status).toBe(200);
    expect(html.match(/<input[^>]* checked/g)).toEqual([expect.stringContaining('value="4"')]);
  });

  test.each(['', '?score=9', '?score=4&score=5x', '?score=<script>'])(
    'with %s in its link has no more filled in than that',
    async (query) => {
      const { path } = await answered();
      const { html } = await pages.get(path + query);
      expect(html.match(/<input[^>]* checked/g)?.length ?? 0).toBe(query.startsWith('?score=4') ? 1 : 0);
      expect(html).not.toContain('<script');
    },
  );

  test('speaks the customer’s language', async () => {
    const { path } = await answered('cafeteira');
    const { html } = await pages.get(path);
    expect(html).toContain('<html lang="pt-BR">');
    expect(html).toContain('Esta é a minha resposta');
  });
});

test('a link that has run out says so in the customer’s language', async () => {
  const { path } = await answered('cafeteira');
  pages.setNow(daysAfter(pages.services.clock.now(), 100));
  const { status, html } = await pages.get(path);
  pages.setNow(hoursAfter(OPENED, 1));
  expect(status).toBe(410);
  expect(html).toContain('<html lang="pt-BR">');
});

describe('an answer', () => {
  test('is recorded once, with thanks', async () => {
    const { id, path } = await answered();
    const { status, html } = await pages.fillIn(`${path}?score=2`, {
      score: '4',
      comment: ' Quick\r\nand kind ',
      confirm: 'yes',
    });
    expect(status).toBe(200);
    expect(html).toContain('Your answer is recorded');
    expect(await feedbackOf(id)).toMatchObject({ score: 4, comment: 'Quick\nand kind' });
  });

  test.each([
    ['yes', true, 'A person looks at what is left to put right and writes to you.'],
    ['no', false, 'Is there anything left to put right?'],
  ])('says whether anything is left to put right: %s', async (left, isLeft, says) => {
    const { id, path } = await answered();
    const { html } = await pages.fillIn(path, { score: '4', left, confirm: 'yes' });
    expect(html).toContain(says);
    expect(await feedbackOf(id)).toEqual(expect.objectContaining({ left: isLeft }));
    const mails = (await pages.services.mails.sent(100)).filter(({ caseId }) => caseId === id);
    expect(mails).toHaveLength(isLeft ? 1 : 0);
  });

  test.each(['leave-empty', 'leave-unticked'])(
    'is not taken from a program that fills in %s, which no person sees',
    async (field) => {
      const { id, path } = await answered();
      const { status, html } = await pages.fillIn(path, { score: '5', confirm: 'yes', [field]: 'on' });
      expect(status).toBe(422);
      expect(html).not.toMatch(/id="confirm"[^>]* checked/);
      expect(await feedbackOf(id)).toBeUndefined();
    },
  );

  test('need not say whether anything is left to put right', async () => {
    const { id, path } = await answered();
    await pages.fillIn(path, { score: '4', confirm: 'yes' });
    expect(await feedbackOf(id)).not.toHaveProperty('left');
  });

  test('given before is shown at every later visit and is not overwritten', async () => {
    const { id, path } = await answered();
    await pages.fillIn(path, { score: '1', comment: 'Nobody <b>called</b>', confirm: 'yes' });
    const later = await pages.get(`${path}?score=5`);
    expect(later.html).toContain('We have had your answer since Monday, November 2, 2026');
    expect(later.html).toContain('Very dissatisfied');
    expect(later.html).toContain('Nobody &lt;b&gt;called&lt;/b&gt;');
    const mark = await pages.services.links.formMark(path.split('/').at(-1) ?? '');
    await pages.post(path, { mark, score: '5', comment: '', confirm: 'yes' });
    expect(await feedbackOf(id)).toMatchObject({ score: 1 });
  });

  test('of two browsers at once is one answer', async () => {
    const { id, path } = await answered();
    const sent = { comment: '', confirm: 'yes' };
    await Promise.all([
      pages.fillIn(path, { ...sent, score: '1' }),
      pages.fillIn(path, { ...sent, score: '5' }),
    ]);
    const { history } = await pages.services.cases.load(id);
    expect(history.filter(({ type }) => type === 'feedback-given')).toHaveLength(1);
  });

  test.each([
    ['no tick', { score: '5' }, 'Tick the box to tell us that this is your answer.'],
    ['no score', { confirm: 'yes' }, 'Choose one of the five answers.'],
    [
      'another word than yes or no',
      { score: '5', left: 'maybe', confirm: 'yes' },
      'Choose yes or no, or leave it open.',
    ],
    ['a score that is none', { score: '6', confirm: 'yes' }, 'Choose one of the five answers.'],
    [
      'a comment without end',
      { score: '5', confirm: 'yes', comment: 'x'.repeat(2001) },
      'Please write at most 2,000 characters.',
    ],
  ])('with %s is not recorded, and says why', async (_, form, error) => {
    const { id, path } = await answered();
    const { status, html } = await pages.fillIn(path, { comment: 'Kept', ...form });
    expect(status).toBe(422);
    expect(html).toContain(`${error}</a>`);
    expect(html).toContain(`-error">${error}</span>`);
    if (!('comment' in form)) expect(html).toContain('Kept</textarea>');
    expect(await feedbackOf(id)).toBeUndefined();
  });

  test.each([
    ['a comment', { score: '5', comment: 'Kind and quick.' }, 'A customer says: Very satisfied'],
    ['a low score', { score: '2', comment: '' }, 'A customer says: Dissatisfied'],
    ['something left to put right', { score: '5', left: 'yes' }, 'A customer says: Very satisfied'],
  ])('with %s is mailed to whoever decided, once', async (_, form, subject) => {
    const { id, path } = await answered();
    const sent = { ...form, confirm: 'yes' };
    await Promise.all([pages.fillIn(path, sent), pages.fillIn(path, sent)]);
    await pages.fillIn(path, sent);
    const [mail, ...others] = (await pages.services.mails.sent(100)).filter(({ caseId }) => caseId === id);
    expect(mail).toMatchObject({
      kind: 'feedback-received',
      to: MANAGER,
      subject: `${subject} (${id})`,
      state: 'sent',
    });
    expect(others).toEqual([]);
    expect(Buffer.from((await pages.sentMail(mail?.id ?? '')) ?? []).toString()).toContain('A customer says');
    const { history } = await pages.services.cases.load(id);
    expect(history.filter(({ type }) => type === 'mail-sent')).toHaveLength(1);
  });

  test('with a comment nobody can see has none', async () => {
    const { id, path } = await answered();
    await pages.fillIn(path, { score: '5', comment: '\u200b\u00ad\u2060', confirm: 'yes' });
    expect(await feedbackOf(id)).toMatchObject({ score: 5, comment: '' });
  });

  test('that is content and says no more is nothing to write a mail about', async () => {
    const { id, path } = await answered();
    await pages.fillIn(path, { score: '3', comment: '', confirm: 'yes' });
    expect(await feedbackOf(id)).toMatchObject({ score: 3 });
    expect((await pages.services.mails.sent(100)).filter(({ caseId }) => caseId === id)).toEqual([]);
  });

  test('is kept, with thanks, when the mail about it cannot be sent; the case shows that', async () => {
    const { id, path } = await answered();
    pages.answers.takesMail = false;
    const { status, html } = await pages.fillIn(path, { score: '1', comment: '', confirm: 'yes' });
    pages.answers.takesMail = true;
    expect(status).toBe(200);
    expect(html).toContain('Your answer is recorded');
    const found = await pages.services.cases.load(id);
    expect(found.feedback).toMatchObject({ score: 1 });
    // Nor does a colleague's address take it.
    expect(unsentMails(found)).toMatchObject([
      { kind: 'feedback-received', to: MANAGER },
      { kind: 'feedback-received', to: HEAD },
    ]);
  });

  test('to a case nobody has decided cannot be asked for', async () => {
    const found = await pages.store({ ...awaiting('kettle'), id: 'RX-FDBK-OPEN' });
    const path = await pages.feedbackPath(found.id);
    expect((await pages.get(path)).status).toBe(404);
    const mark = await pages.services.links.formMark(path.split('/').at(-1) ?? '');
    expect((await pages.post(path, { mark, score: '5', confirm: 'yes' })).status).toBe(404);
  });

  test('that does not carry its page’s mark asks for the tick again and keeps the words', async () => {
    const { id, path } = await answered();
    const { status, html } = await pages.post(path, {
      mark: 'old',
      score: '3',
      comment: 'My words',
      confirm: 'yes',
    });
    expect(status).toBe(422);
    expect(html).toContain('We could not tell that this came from our own page');
    expect(html).toContain('My words</textarea>');
    expect(html).not.toMatch(/name="confirm"[^>]* checked/);
    expect(await feedbackOf(id)).toBeUndefined();
    expect(
      (await pages.post(path, { mark: markIn(html), score: '3', comment: '', confirm: 'yes' })).status,
    ).toBe(200);
  });
});

describe('once the customer has objected', () => {
  const no = { outcome: 'declined', reason: 'No.' } as const;
  const objected = told(no).objects('decision', daysAfter(TOLD, 1));
  const store = async ({ found }: Story) => {
    serial += 1;
    const id = `RX-FDBK-${String(serial).padStart(4, '0')}`;
    await pages.store({ ...found, id });
    return { id, path: await pages.feedbackPath(id) };
  };
  const evaluated = ({ found }: Story) => {
    if (!isDecided(found)) throw new Error('nobody has decided it');
    return found.evaluation;
  };

  test.each([
    ['before anybody is asked', objected],
    ['while somebody looks', objected.weighed(daysAfter(TOLD, 1))],
    ['until they are told', objected.weighed(daysAfter(TOLD, 1)).decided(no, daysAfter(TOLD, 2), HEAD)],
  ])('%s, an old link says that we look again and ask later, and records nothing', async (_, story) => {
    const { id, path } = await store(story);
    const { status, html } = await pages.get(`${path}?score=1`);
    expect(status).toBe(200);
    expect(html).toContain('We are looking at your request again');
    expect(html).toContain('You get our answer by mail by');
    expect(html).not.toContain('<form');
    const mark = await pages.services.links.formMark(path.split('/').at(-1) ?? '');
    expect((await pages.post(path, { mark, score: '1', confirm: 'yes' })).status).toBe(409);
    expect(await feedbackOf(id)).toBeUndefined();
  });

  test('and was told again, the same link asks how it went', async () => {
    const second = objected.weighed(daysAfter(TOLD, 1)).decided(inFull, daysAfter(TOLD, 2), HEAD);
    const { id, path } = await store(second.told(daysAfter(TOLD, 2)));
    await pages.fillIn(path, { score: '5', confirm: 'yes' });
    expect(await feedbackOf(id)).toMatchObject({ score: 5 });
  });

  test('what they say of each decision is mailed to whoever made it', async () => {
    const first = told(no);
    const { id, path } = await store(first);
    const { cases } = pages.services;
    await pages.fillIn(path, { score: '1', comment: 'Nobody read it.', confirm: 'yes' });
    for (const command of [
      { type: 'object', at: daysAfter(TOLD, 1), about: 'decision', says: 'Please.', policy },
      { type: 'record-evaluation', at: daysAfter(TOLD, 1), evaluation: evaluated(first), policy },
      { type: 'decide-round', at: daysAfter(TOLD, 2), round: 2, by: HEAD, decision: no, policy },
      { type: 'record-told', at: daysAfter(TOLD, 2), policy },
    ] as const)
      await changeCase(cases, id, command);
    await pages.fillIn(path, { score: '1', comment: 'Nor this time.', confirm: 'yes' });
    const mails = (await pages.services.mails.sent(100)).filter(({ caseId }) => caseId === id);
    expect(mails.map(({ to }) => to).sort()).toEqual([HEAD, MANAGER]);
    const second = await pages.sentMail(mails.find(({ to }) => to === HEAD)?.id ?? '');
    expect(Buffer.from(second ?? []).toString()).toContain('Nor this time.');
  });
});

test('a low score reaches a person though the first try to tell them died: sending it again does', async () => {
  const { id, path } = await answered();
  const { cases, clock } = pages.services;
  await changeCase(cases, id, { type: 'give-feedback', at: clock.now(), score: 1, comment: 'Bad.' });
  const told = async () => (await pages.services.mails.sent(100)).filter(({ caseId }) => caseId === id);
  const mark = await pages.services.links.formMark(path.split('/').at(-1) ?? '');
  await pages.post(path, { mark, score: '1', comment: 'Bad.', confirm: 'yes' });
  await pages.post(path, { mark, score: '1', comment: 'Bad.', confirm: 'yes' });
  expect(await told()).toMatchObject([{ kind: 'feedback-received', to: MANAGER }]);
});
