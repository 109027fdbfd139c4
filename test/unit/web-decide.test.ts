import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Case, isDecided } from '../../functions/domain/case.ts';
import { hoursAfter } from '../../functions/domain/time.ts';
import { defaultPolicy } from '../support/policy.ts';
import { awaiting, awaitingGuess, OPENED, type Sample } from '../support/sample-cases.ts';
import { MANAGER, markIn, openPages, type Pages } from '../support/web.ts';

let pages: Pages;
let serial = 0;
beforeAll(async () => {
  pages = await openPages();
});
afterAll(() => pages.close());
beforeEach(() => {
  pages.woken.length = 0;
  pages.logged.length = 0;
  pages.answers.waiting = true;
  pages.setNow(hoursAfter(OPENED, 1));
});

/** A case of its own for each test, asked of the manager. */
async function asked(sample: Sample = 'kettle', made = awaiting(sample)) {
  serial += 1;
  const found = await pages.store({ ...made, id: `RX-TEST-${String(serial).padStart(4, '0')}` });
  return { id: found.id, path: await pages.decidePath(found.id) };
}
/** Where a test types the end of the reference: every case has its own. */
const CODE = 'the end of the reference';
const typed = (form: Record<string, string>, id: string) =>
  form['code'] === CODE ? { ...form, code: id.slice(-4) } : form;
const decisionOf = async (id: string) => {
  const found: Case = await pages.services.cases.load(id);
  return isDecided(found) ? found.decided : undefined;
};

describe('the decision page', () => {
  test('shows the whole case: who, what, why in their own words, the guidelines, attachments', async () => {
    const { path } = await asked();
    const { status, html } = await pages.get(path);
    expect(status).toBe(200);
    for (const part of [
      'Maria Souza &lt;maria@example.com&gt;',
      '$89.90',
      'my mother was in hospital',
      'from the customer’s mail: “stopped heating”',
      'The customer did not get what they paid for.',
      'kettle-base.jpg',
      'image/jpeg · 482 kB',
      'You are deciding as manager@shop.example.',
    ]) {
      expect(html).toContain(part);
    }
  });

  test('lists everything that was attached since, without an end', async () => {
    const attachments = Array.from({ length: 60 }, (_, at) => ({
      name: `photo-${at}.jpg`,
      type: 'image/jpeg',
      bytes: 1_000,
      sha256: `${at}`,
    }));
    const { path } = await asked(
      'kettle',
      awaiting('kettle', {
        type: 'record-words',
        policy: defaultPolicy.policy,
        by: 'customer',
        at: hoursAfter(OPENED, 0.5),
        mailId: 'later',
        from: 'maria@example.com',
        text: '',
        attachments,
      }),
    );
    const { html } = await pages.get(path);
    expect(attachments.filter(({ name }) => !html.includes(name))).toEqual([]);
  });

  test('has nothing chosen and nothing filled in', async () => {
    const { path } = await asked();
    const { html } = await pages.get(path);
    expect(html).not.toMatch(/<(input|option)[^>]* (checked|selected)/);
    expect(html.match(/type="radio"/g)).toHaveLength(8);
    expect(html).not.toMatch(/<input(?![^>]*name="mark")(?![^>]*type="radio")[^>]* value="[^"]+"/);
    expect(html.match(/<textarea[^>]*>[^<]+/g)).toBeNull();
  });

  test('offers the full amount only where it is known', async () => {
    const { path } = await asked('noOrder');
    const { html } = await pages.get(path);
    expect(html).not.toContain('Approve in full');
    expect(html).toContain('No order record was found');
  });

  test('speaks the language of the staff', async () => {
    const portuguese = await openPages({ staffLanguage: 'pt-BR' });
    const found = await portuguese.store(awaiting('cafeteira'));
    const { html } = await portuguese.get(await portuguese.decidePath(found.id));
    expect(html).toContain('<html lang="pt-BR">');
    expect(html).toMatch(/Aprovar o valor inteiro: R\$\s189,90/);
    await portuguese.close();
  });
});

describe('a decision', () => {
  test.each([
    [
      'approve in full',
      { choice: 'approved', confirm: '89.90', note: 'Sorry!' },
      { outcome: 'approved', amount: { minor: 8990, currency: 'USD' }, note: 'Sorry!' },
    ],
    [
      'approve an amount',
      { choice: 'part-approved', amount: '40,50', note: 'It was used.' },
      { outcome: 'part-approved', amount: { minor: 4050, currency: 'USD' }, note: 'It was used.' },
    ],
    [
      'an amount that is all of it',
      { choice: 'part-approved', amount: '$89.90' },
      { outcome: 'approved', amount: { minor: 8990, currency: 'USD' } },
    ],
    [
      'offer an alternative',
      { choice: 'alternative', offer: 'exchange', code: CODE, note: 'a\r\nb' },
      { outcome: 'alternative', offer: 'exchange', note: 'a\nb' },
    ],
    [
      'decline',
      { choice: 'declined', reason: ' Used for a year. ', note: 'unused' },
      { outcome: 'declined', reason: 'Used for a year.' },
    ],
  ] as const)(
    '%s: is recorded with who and when, wakes the flow, and is confirmed',
    async (_, form, decision) => {
      const { id, path } = await asked();
      const { status, html } = await pages.fillIn(path, typed(form, id));
      expect(status).toBe(200);
      expect(html).toContain('Thank you. Your decision is recorded.');
      expect(await decisionOf(id)).toEqual({ at: hoursAfter(OPENED, 1), by: MANAGER, round: 1, decision });
      expect(pages.woken).toEqual([`task-of-${id}`]);
    },
  );

  test('an amount can be approved where none is known', async () => {
    const { id, path } = await asked('noOrder');
    await pages.fillIn(path, { choice: 'part-approved', amount: '40' });
    expect((await decisionOf(id))?.decision).toEqual({
      outcome: 'part-approved',
      amount: { minor: 4000, currency: 'USD' },
    });
  });

  test.each([
    ['nothing chosen', {}, '#part-approved', 'Choose what you would like to do.'],
    [
      'a choice that is none',
      { choice: 'approve-everything' },
      '#part-approved',
      'Choose what you would like to do.',
    ],
    [
      'less than they asked for, and not why',
      { choice: 'part-approved', amount: '40' },
      '#note',
      'Write in a few words at least why it is this amount: the customer reads it.',
    ],
    ['no amount', { choice: 'part-approved' }, '#amount', 'Enter the amount, for example 45.00.'],
    [
      'an amount that is none',
      { choice: 'part-approved', amount: 'ten' },
      '#amount',
      '“ten” is not an amount. Write it like 45.00.',
    ],
    [
      'a negative amount',
      { choice: 'part-approved', amount: '-5' },
      '#amount',
      '“-5” is not an amount. Write it like 45.00.',
    ],
    [
      'an amount of zero',
      { choice: 'part-approved', amount: '0.00' },
      '#amount',
      'Enter an amount of more than zero, or decline.',
    ],
    [
      'more than the request is about',
      { choice: 'part-approved', amount: '89.91' },
      '#amount',
      'The amount can be at most $89.90, which is what the order record says was paid.',
    ],
    ['no alternative', { choice: 'alternative' }, '#offer', 'Choose the alternative you offer.'],
    [
      'an alternative the policy does not have',
      { choice: 'alternative', offer: 'car' },
      '#offer',
      'Choose the alternative you offer.',
    ],
    [
      'no reason',
      { choice: 'declined', reason: ' \n ' },
      '#reason',
      'Write the reason in a few words at least: the customer reads it.',
    ],
    [
      'a reason of one word',
      { choice: 'declined', reason: 'test' },
      '#reason',
      'Write the reason in a few words at least: the customer reads it.',
    ],
    [
      'a reason nobody can see',
      { choice: 'declined', reason: '\u200b\u00ad \u2060\u3164' },
      '#reason',
      'Write the reason in a few words at least: the customer reads it.',
    ],
    [
      'a reason without end',
      { choice: 'declined', reason: 'too long '.repeat(250) },
      '#reason',
      'Please write at most 2,000 characters.',
    ],
    [
      'a note without end',
      { choice: 'approved', note: 'too long '.repeat(250) },
      '#note',
      'Please write at most 2,000 characters.',
    ],
  ] as const)(
    '%s is refused beside the field and in the summary, and changes nothing',
    async (_, form, href, error) => {
      const { id, path } = await asked();
      const { status, html } = await pages.fillIn(path, form);
      expect(status).toBe(422);
      expect(html).toContain('<title>Error: ');
      expect(html).toContain(`<a href="${href}">${error}</a>`);
      expect(html).toContain(`-error">${error}</span>`);
      expect(await decisionOf(id)).toBeUndefined();
      expect(pages.woken).toEqual([]);
    },
  );

  test('what was typed is kept when something is wrong, and can be sent again', async () => {
    const { id, path } = await asked();
    const { html } = await pages.fillIn(path, {
      choice: 'part-approved',
      amount: '100',
      note: 'With <love>',
    });
    expect(html).toContain('value="100"');
    expect(html).toContain('With &lt;love&gt;</textarea>');
    expect(html).toMatch(/value="part-approved" checked/);
    await pages.post(path, {
      mark: markIn(html),
      choice: 'part-approved',
      amount: '10',
      note: 'With <love>',
    });
    expect((await decisionOf(id))?.decision).toMatchObject({ outcome: 'part-approved', note: 'With <love>' });
  });

  test('what the customer says it cost fills no amount in, and limits none', async () => {
    const { id, path } = await asked('noOrder', awaitingGuess({ minor: 1_500, currency: 'USD' }));
    const { html } = await pages.get(path);
    expect(html).toContain('Approve in full: $15.00');
    expect(html).toMatch(/<input[^>]*name="amount"[^>]*value=""/);
    expect(html).toContain('In USD, more than zero.');
    expect(html).not.toContain('at most $15.00');
    const { status } = await pages.fillIn(path, { choice: 'part-approved', amount: '120' });
    expect(status).toBe(200);
    expect((await decisionOf(id))?.decision).toEqual({
      outcome: 'part-approved',
      amount: { minor: 12_000, currency: 'USD' },
    });
  });

  test('the currency the customer writes of is not the only one either', async () => {
    const { id, path } = await asked('noOrder', awaitingGuess({ minor: 1_500, currency: 'EUR' }));
    expect((await pages.get(path)).html).toContain(
      'In EUR, more than zero. For an amount in USD, write USD before it.',
    );
    await pages.fillIn(path, { choice: 'part-approved', amount: 'USD 15' });
    expect((await decisionOf(id))?.decision).toEqual({
      outcome: 'part-approved',
      amount: { minor: 1_500, currency: 'USD' },
    });
  });

  test.each([
    ['typed', { choice: 'part-approved', amount: '100,000.01' }, 1_500],
    ['proposed by the mail', { choice: 'approved' }, 10_000_001],
  ])('without an order, an amount beyond all reason is refused: %s', async (_, form, minor) => {
    const { id, path } = await asked('noOrder', awaitingGuess({ minor, currency: 'USD' }));
    const { status, html } = await pages.fillIn(path, form);
    expect(status).toBe(422);
    expect(html).toContain(
      'No order record says what was paid, so the amount can be at most $100,000.00 here. Look for a missing decimal mark.',
    );
    expect(await decisionOf(id)).toBeUndefined();
  });

  test('the full amount cannot be approved by a form that was made up where it is not known', async () => {
    const { id, path } = await asked('noOrder');
    const { status, html } = await pages.fillIn(path, { choice: 'approved' });
    expect(status).toBe(422);
    expect(html).toContain('The amount is not known');
    expect(await decisionOf(id)).toBeUndefined();
  });
});
