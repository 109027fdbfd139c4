import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../functions/domain/decision.ts';
import type { Language } from '../../functions/domain/language.ts';
import { beside, precedentsLike } from '../support/precedents.ts';
import { awaiting, type Sample } from '../support/sample-cases.ts';
import { openPages, type Pages } from '../support/web.ts';

const APPROVED = ['approved', 'part-approved', 'approved', 'approved', 'declined'] as const;
const DECLINED = ['declined', 'declined', 'declined', 'declined', 'alternative'] as const;
const MIXED = ['approved', 'declined', 'approved', 'declined', 'approved'] as const;
const WHY = 'The seal was broken by hand, as the photo shows.';

const open: Pages[] = [];
afterAll(async () => {
  for (const pages of open) await pages.close();
});

/** A case beside precedents that were decided so, with its page. `kept`: whether what they left behind is there still. */
async function caseWith(
  outcomes: readonly Outcome[],
  sample: Sample = 'kettle',
  staffLanguage: Language = 'en',
  kept = true,
) {
  const pages = await openPages({ staffLanguage });
  open.push(pages);
  const precedents = precedentsLike(awaiting(sample), ...outcomes);
  for (const one of kept ? precedents : []) await pages.services.precedents.keep(one);
  const found = beside(awaiting(sample), precedents);
  await pages.store(found);
  return { pages, found, precedents, path: await pages.decidePath(found.id) };
}

const madeOf = async ({ pages, found }: Awaited<ReturnType<typeof caseWith>>) => {
  const now = await pages.services.cases.load(found.id);
  return 'decided' in now ? now.decided.decision : undefined;
};

describe('the page of a case with precedents', () => {
  let html: string;
  let asked: Awaited<ReturnType<typeof caseWith>>;
  beforeAll(async () => {
    asked = await caseWith(APPROVED);
    ({ html } = await asked.pages.get(asked.path));
  });

  it('says how most of them were decided, and of each how, when, how like it is and the reason given', () => {
    expect(html).toContain('4 of 5 like this were approved');
    expect(html).toContain('Approved in full, $89.90');
    expect(html).toContain('Oct 13, 2026 · RX-PREC-0001');
    expect(html).toContain('“The heating coil was broken; it cannot have been the customer.”');
    expect(html).toContain('96%');
  });

  it('shows what other approvers wrote as words, never as markup', () => {
    expect(html).toContain('signs of &lt;b&gt;wear&lt;/b&gt; &amp; a cut cable');
  });

  it('asks why, should it be decided otherwise', () => {
    expect(html).toMatch(/<textarea id="against" name="against"/);
    expect(html).toContain(
      '4 of 5 like this were approved. Colleagues read your reason, the customer does not.',
    );
  });

  it('still says how they were decided when one of them has been erased, without what it had left behind', async () => {
    const erased = await caseWith(['declined', 'declined', 'declined'], 'kettle', 'en', false);
    const page = await erased.pages.get(erased.path);
    expect(page.html).toContain('3 of 3 like this were declined');
    expect(page.html).not.toContain('heating coil');
  });
});

describe('deciding against a clear line of precedents', () => {
  it('asks for a reason when nothing is written, and records nothing', async () => {
    const asked = await caseWith(DECLINED);
    const refused = await asked.pages.fillIn(asked.path, { choice: 'approved' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('4 of 5 like this were declined. Say why this one is different');
    expect(refused.html).toContain('href="#against"');
    expect(await madeOf(asked)).toBeUndefined();
  });

  it('records the reason beside the decision, and shows it to colleagues', async () => {
    const asked = await caseWith(DECLINED);
    const done = await asked.pages.fillIn(asked.path, { choice: 'approved', confirm: '89.90', against: WHY });
    expect(done.status).toBe(200);
    expect(done.html).toContain(WHY);
    expect(await madeOf(asked)).toMatchObject({ outcome: 'approved', againstPrecedents: WHY });
  });

  it('takes the reason a customer is given for declining as the reason', async () => {
    const asked = await caseWith(APPROVED);
    await asked.pages.fillIn(asked.path, { choice: 'declined', reason: WHY });
    expect(await madeOf(asked)).toMatchObject({ outcome: 'declined', againstPrecedents: WHY });
  });

  it('counts an offer in place of the money as deciding otherwise', async () => {
    const asked = await caseWith(APPROVED);
    const refused = await asked.pages.fillIn(asked.path, { choice: 'alternative', offer: 'exchange' });
    expect(refused.status).toBe(422);
    const done = await asked.pages.fillIn(asked.path, {
      choice: 'alternative',
      offer: 'exchange',
      code: asked.found.id.slice(-4),
      against: WHY,
    });
    expect(done.status).toBe(200);
  });

  it('asks in the language of the staff', async () => {
    const asked = await caseWith(DECLINED, 'cafeteira', 'pt-BR');
    const refused = await asked.pages.fillIn(asked.path, { choice: 'approved' });
    expect(refused.html).toContain('4 de 5 casos como este foram recusados. Diga por que este é diferente');
  });

  it('says so when the reason is too long', async () => {
    const asked = await caseWith(DECLINED);
    const refused = await asked.pages.fillIn(asked.path, { choice: 'approved', against: 'x'.repeat(2_001) });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('at most 2,000 characters');
  });
});

describe('deciding as the precedents were, or where they point nowhere', () => {
  it.each([
    ['as they were', APPROVED, 'part-approved'],
    ['where they are divided', MIXED, 'approved'],
    ['where there are few', ['declined', 'declined', 'declined'], 'approved'],
    ['where there are none', [], 'approved'],
  ] as const)('%s, asks for nothing', async (_, outcomes, choice) => {
    const asked = await caseWith(outcomes);
    const done = await asked.pages.fillIn(asked.path, {
      choice,
      amount: '40',
      note: 'It was used.',
      confirm: '89.90',
      against: 'Not asked for.',
    });
    expect(done.status).toBe(200);
    expect(await madeOf(asked)).not.toHaveProperty('againstPrecedents');
  });
});
