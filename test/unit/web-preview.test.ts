import { describe, expect, test } from 'vitest';
import { approvalWith } from '../support/approval.ts';
import { deciding } from '../support/deciding.ts';
import { read } from '../support/read-mail.ts';
import { decided, HEAD } from '../support/sample-cases.ts';

const preview = (html: string) => /<section class="card" id="preview">.*?<\/section>/s.exec(html)?.[0] ?? '';
const look = { do: 'preview' };

describe('seeing what the customer will read', () => {
  test('shows the mail of the choice made, records nothing, and keeps everything that was typed', async () => {
    const asked = await deciding(approvalWith());
    const before = await asked.case();
    const { status, html } = await asked.fillIn(await asked.path(), {
      ...look,
      choice: 'part-approved',
      amount: '40',
      note: 'Sorry <again>',
      internal: 'A regular',
    });
    expect(status).toBe(200);
    const shown = preview(html);
    for (const part of ['A refund is approved', '$40.00', 'Sorry &lt;again&gt;', 'Maria'])
      expect(shown).toContain(part);
    expect(shown).not.toContain('A regular');
    expect(html).toMatch(/value="part-approved" checked/);
    expect(html).toMatch(/name="amount"[^>]*value="40"|value="40"[^>]*name="amount"/);
    expect(html).toContain('A regular</textarea>');
    expect(await asked.case()).toEqual(before);
    expect(asked.woken).toEqual([]);
  });

  test('shows the paragraphs of the mail that is then sent', async () => {
    const asked = await deciding(approvalWith());
    const form = { choice: 'declined', reason: 'It was used for a year.' };
    const { html } = await asked.fillIn(await asked.path(), { ...look, ...form });
    const { text } = read({
      kind: 'decision',
      found: decided('kettle', { outcome: 'declined', reason: form.reason }),
      policy: approvalWith(),
    });
    const shown = preview(html)
      .replace(/<[^>]*>/g, '\n')
      .split('\n')
      .filter(Boolean);
    const sent = text.replace(/\s+/g, ' ');
    expect(shown.filter((line) => line.length > 30 && sent.includes(line)).length).toBeGreaterThan(4);
  });

  test('needs no confirmation, which would be for recording', async () => {
    const asked = await deciding(approvalWith());
    for (const form of [{ choice: 'approved' }, { choice: 'alternative', offer: 'exchange' }])
      expect((await asked.fillIn(await asked.path(), { ...look, ...form })).status).toBe(200);
    expect(await asked.decision()).toBeUndefined();
  });

  test('says what is missing for it', async () => {
    const asked = await deciding(approvalWith());
    const { status, html } = await asked.fillIn(await asked.path(), { ...look, choice: 'declined' });
    expect(status).toBe(422);
    expect(html).toContain('<a href="#reason">Write the reason');
    expect(preview(html)).toBe('');
  });

  test('is in the customer’s language, and beneath it in the staff’s with the written words as they are', async () => {
    const asked = await deciding(approvalWith(), 'cafeteira');
    const { html } = await asked.fillIn(await asked.path(), {
      ...look,
      choice: 'declined',
      reason: 'A alça quebrou em casa.',
    });
    const [theirs = '', ours = ''] = preview(html).split('<div class="letter">').slice(1);
    expect(theirs).toContain('<div lang="pt-BR">');
    expect(theirs).toContain('Olá');
    expect(ours).toContain('<div lang="en">');
    expect(ours).toContain('What you can do next');
    expect(ours).toContain('<blockquote lang="pt-BR">A alça quebrou em casa.</blockquote>');
  });

  test('is of a question too', async () => {
    const asked = await deciding(approvalWith());
    const { html } = await asked.fillIn(await asked.path(), {
      ...look,
      choice: 'ask',
      question: 'Which colour?',
    });
    expect(preview(html)).toContain('We have a question for you');
    expect(preview(html)).toContain('Which colour?</blockquote>');
    expect(await asked.happened()).toEqual([]);
  });

  test.each([
    { choice: 'hand-over', to: HEAD, why: 'Yours, please.' },
    { choice: 'conflict', conflictWhy: 'My neighbour.' },
    { choice: 'away', until: '2026-11-20' },
  ])('says of $choice that the customer reads nothing of it, and does not do it', async (form) => {
    const asked = await deciding(approvalWith());
    const { html } = await asked.fillIn(await asked.path(), { ...look, ...form });
    expect(preview(html)).toContain('The customer reads nothing of this.');
    expect(await asked.happened()).toEqual([]);
    expect(await asked.services.absences.of(['manager@shop.example'])).toEqual([]);
  });
});

describe('an amount above the limit', () => {
  test('is shown as what it is: a recommendation, of which the customer reads nothing yet', async () => {
    const asked = await deciding(approvalWith({ upTo: 50 }), 'noOrder');
    const { html } = await asked.fillIn(await asked.path(), {
      ...look,
      choice: 'part-approved',
      amount: '50.01',
    });
    expect(preview(html)).toContain('The customer reads nothing yet. This is more than you can approve');
    expect(preview(html)).not.toContain('is approved');
    expect(html).toContain('If you approve more than $50.00, it goes on as your recommendation');
    const within = { ...look, choice: 'part-approved', amount: '50' };
    expect(preview((await asked.fillIn(await asked.path(), within)).html)).toContain('A refund is approved');
  });
});

describe('the note for colleagues', () => {
  test('stands with the decision for them, and in no mail to the customer', async () => {
    const asked = await deciding(approvalWith());
    const { html } = await asked.fillIn(await asked.path(), {
      choice: 'declined',
      reason: 'It was used for a year.',
      internal: 'Third time this month.',
    });
    expect(html).toContain('Third time this month.');
    const found = await asked.case();
    if (!('decided' in found)) throw new Error('it is decided');
    expect(found.decided.decision).toMatchObject({ internal: 'Third time this month.' });
    const { text } = read({ kind: 'decision', found, policy: approvalWith() });
    expect(text).toContain('It was used for a year.');
    expect(text).not.toContain('Third time');
  });
});
