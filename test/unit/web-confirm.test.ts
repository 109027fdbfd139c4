import { describe, expect, test } from 'vitest';
import { approvalWith } from '../support/approval.ts';
import { deciding } from '../support/deciding.ts';
import { awaitingGuess } from '../support/sample-cases.ts';
import { markIn } from '../support/web.ts';

const checked = (html: string) =>
  [...html.matchAll(/<input[^>]*value="([^"]+)" checked/g)].map(([, value]) => value);

describe('approving in full', () => {
  test.each([
    ['nothing typed', ''],
    ['another amount', '89.91'],
    ['the same number in another currency', 'EUR 89.90'],
    ['anything a program might send', 'approved'],
  ])('with %s is refused, says what to type, and keeps what was written', async (_, confirm) => {
    const asked = await deciding(approvalWith());
    const { status, html } = await asked.fillIn(await asked.path(), {
      choice: 'approved',
      confirm,
      note: 'Sorry!',
    });
    expect(status).toBe(422);
    expect(html).toContain('<a href="#confirm">To approve in full, type the amount, $89.90.</a>');
    expect(html).toContain('Sorry!</textarea>');
    expect(await asked.decision()).toBeUndefined();
  });

  test.each(['89.90', '89,90', '$89.90', 'USD 89.90', '89.9'])(
    'with %s typed is recorded',
    async (confirm) => {
      const asked = await deciding(approvalWith());
      expect((await asked.fillIn(await asked.path(), { choice: 'approved', confirm })).status).toBe(200);
      expect(await asked.decision()).toMatchObject({ decision: { outcome: 'approved' } });
    },
  );

  test('takes no typing up to the amount of the policy, and does above it', async () => {
    const upTo = await deciding(approvalWith({}, { typeAbove: 89.9 }));
    expect((await upTo.get(await upTo.path())).html).not.toContain('name="confirm"');
    expect((await upTo.fillIn(await upTo.path(), { choice: 'approved' })).status).toBe(200);
    const above = await deciding(approvalWith({}, { typeAbove: 89.89 }));
    expect((await above.fillIn(await above.path(), { choice: 'approved' })).status).toBe(422);
  });
});

describe('offering an alternative', () => {
  test('takes the end of the reference, in either spelling or with the whole of it', async () => {
    for (const of of ['9q2m', ' 9Q2M ', 'RX-7K3F-9Q2M']) {
      const asked = await deciding(approvalWith());
      const form = { choice: 'alternative', offer: 'exchange', code: of };
      expect((await asked.fillIn(await asked.path(), form)).status).toBe(200);
    }
  });

  test.each(['', '7K3F', 'RX', '9Q2'])('is refused with “%s”', async (code) => {
    const asked = await deciding(approvalWith());
    const form = { choice: 'alternative', offer: 'exchange', code };
    const { status, html } = await asked.fillIn(await asked.path(), form);
    expect(status).toBe(422);
    expect(html).toContain('type the part of RX-7K3F-9Q2M after the last dash');
    expect(await asked.decision()).toBeUndefined();
  });

  test('takes it where nobody knows the amount, whatever the limit', async () => {
    const asked = await deciding(approvalWith({}, { typeAbove: 1_000 }), 'noOrder');
    const form = { choice: 'alternative', offer: 'exchange' };
    expect((await asked.fillIn(await asked.path(), form)).status).toBe(422);
  });
});

describe('a shortcut of the mail', () => {
  test.each(['approved', 'part-approved', 'alternative', 'declined', 'ask', 'hand-over', 'conflict', 'away'])(
    'opens the page with %s chosen, and nothing else',
    async (choice) => {
      const asked = await deciding(approvalWith());
      const { html } = await asked.get(`${await asked.path()}?choice=${choice}`);
      expect(checked(html)).toEqual([choice]);
      expect(html).not.toMatch(/<input(?![^>]*name="mark")(?![^>]*type="radio")[^>]* value="[^"]+"/);
      expect(html).not.toMatch(/<option[^>]* selected/);
    },
  );

  test.each(['everything', 'approved%22%3E', ''])(
    'chooses nothing that is not there: “%s”',
    async (choice) => {
      const asked = await deciding(approvalWith());
      expect(checked((await asked.get(`${await asked.path()}?choice=${choice}`)).html)).toEqual([]);
    },
  );

  test('is no choice when a form is sent to it', async () => {
    const asked = await deciding(approvalWith({}, { typeAbove: 1_000 }));
    const path = `${await asked.path()}?choice=approved`;
    const { html } = await asked.get(path);
    expect((await asked.post(path, { mark: markIn(html) })).status).toBe(422);
    expect(await asked.decision()).toBeUndefined();
  });

  test.each(['approved', 'alternative'])(
    'only leads to %s where that is confirmed by no typing, so that who presses a button has chosen nothing',
    async (choice) => {
      const asked = await deciding(approvalWith({}, { typeAbove: 100 }));
      const path = `${await asked.path()}?choice=${choice}`;
      const { html } = await asked.get(path);
      expect(checked(html)).toEqual([]);
      expect(html).toMatch(new RegExp(`<input[^>]*value="${choice}"[^>]* autofocus`));
      expect((await asked.get(`${await asked.path()}?choice=declined`)).html).toContain(
        'value="declined" checked',
      );
    },
  );

  test('proposes no amount, not even where only the mail names one', async () => {
    const asked = await deciding(approvalWith(), 'noOrder', awaitingGuess({ minor: 1_500, currency: 'USD' }));
    const { html } = await asked.get(`${await asked.path('manager@shop.example')}?choice=part-approved`);
    expect(html).toMatch(/<input[^>]*name="amount"[^>]*value=""/);
  });
});

describe('a form from a page that is not ours any more', () => {
  test('keeps the texts, and neither the choice nor what confirmed it', async () => {
    const asked = await deciding(approvalWith());
    const { status, html } = await asked.post(await asked.path(), {
      mark: 'x',
      choice: 'approved',
      confirm: '89.90',
      internal: 'Looks right',
    });
    expect(status).toBe(422);
    expect(checked(html)).toEqual([]);
    expect(html).not.toContain('value="89.90"');
    expect(html).toContain('Looks right</textarea>');
  });

  test('is one in which the field was filled in that nobody sees', async () => {
    const asked = await deciding(approvalWith());
    const { status, html } = await asked.fillIn(await asked.path(), {
      choice: 'declined',
      reason: 'test',
      'leave-empty': 'test',
    });
    expect(status).toBe(422);
    expect(checked(html)).toEqual([]);
    expect(await asked.decision()).toBeUndefined();
  });
});
