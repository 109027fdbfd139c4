import { afterAll, describe, expect, test } from 'vitest';
import { type Case, isDecided } from '../../functions/domain/case.ts';
import type { Decision } from '../../functions/domain/decision.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import { extractRequest } from '../../functions/intake/extract.ts';
import { decisionMail, read } from '../support/read-mail.ts';
import { awaitingUnder, decided, policyFor, type Sample } from '../support/sample-cases.ts';
import { refundRequestFor } from '../support/sample-mails.ts';
import { markIn, openPages, type Pages } from '../support/web.ts';

const ordinary = policyFor('en');
const opened: Pages[] = [];
afterAll(() => Promise.all(opened.map((pages) => pages.close())));

/** The decision page of a case under a policy, and what came of a form that was sent. */
async function deciding(policy: Policy, sample: Sample = 'kettle') {
  const pages = await openPages({ policy });
  opened.push(pages);
  const found = await pages.store(awaitingUnder(policy, sample));
  const path = await pages.decidePath(found.id);
  const { html } = await pages.get(path);
  return {
    html,
    async send(form: Record<string, string>) {
      const { html: answer } = await pages.post(path, { mark: markIn(html), ...form });
      const now: Case = await pages.services.cases.load(found.id);
      return { answer, decision: isDecided(now) ? now.decided.decision : undefined };
    },
  };
}

const usd = (minor: number) => ({ minor, currency: 'USD' });

describe('other ways to pay than the usual one', () => {
  const policy: Policy = {
    ...ordinary,
    refund: {
      ...ordinary.refund,
      others: [
        {
          id: 'bank-transfer',
          method: { en: 'by bank transfer', 'pt-BR': 'por transferência bancária' },
          days: 3,
          statementDays: 5,
        },
      ],
    },
  };

  test('are for the approver to choose, who sees how long each takes', async () => {
    const { html, send } = await deciding(policy);
    expect(html).toContain('to the card or account you paid with (7 days)');
    expect(html).toContain('by bank transfer (3 days)');
    const { decision } = await send({ choice: 'approved', confirm: '89.90', way: 'bank-transfer' });
    expect(decision).toMatchObject({ outcome: 'approved', way: 'bank-transfer' });
  });

  test('are not asked about where there is none', async () => {
    const { html } = await deciding(ordinary);
    expect(html).not.toContain('name="way"');
  });

  test('are none but those of the policy', async () => {
    const { send } = await deciding(policy);
    const { answer, decision } = await send({ choice: 'approved', way: 'cash' });
    expect(decision).toBeUndefined();
    expect(answer).toContain('Choose how the money goes back.');
  });

  test('are named to the customer and to finance, with the day that goes with them', () => {
    const told = (way?: string) => {
      const decision: Decision = { outcome: 'approved', amount: usd(8990), ...(way && { way }) };
      const found = decided('kettle', decision);
      return [read({ kind: 'decision', found, policy }).text, read(refundRequestFor(found, policy)).text];
    };
    for (const text of told()) expect(text).toContain('to the card or account you paid with');
    for (const text of told('bank-transfer')) expect(text).toContain('by bank transfer');
    const [usual = '', other = ''] = [told()[0], told('bank-transfer')[0]];
    expect(/With you by: \w+, (\w+ \d+)/.exec(usual)?.[1]).not.toBe(
      /With you by: \w+, (\w+ \d+)/.exec(other)?.[1],
    );
    for (const text of told('one-that-is-gone')) expect(text).toContain('to the card');
  });
});

describe('a limit', () => {
  test('of an offer takes it from what can be offered, and from what is named when declining', async () => {
    const [credit, ...others] = ordinary.offers;
    if (!credit) throw new Error('the default policy has offers');
    const limited = (upTo: number) => ({ ...ordinary, offers: [{ ...credit, upTo }, ...others] });
    const { html, send } = await deciding(limited(50));
    expect(html).not.toContain('value="store-credit"');
    expect((await send({ choice: 'alternative', offer: 'store-credit' })).decision).toBeUndefined();
    expect((await deciding(limited(89.9))).html).toContain('value="store-credit"');
    const declined = decided('kettle', { outcome: 'declined', reason: 'It was dropped.' });
    const text = (policy: Policy) => read({ kind: 'decision', found: declined, policy }).text;
    expect(text(limited(50))).not.toContain('Store credit');
    expect(text(limited(89.9))).toContain('Store credit');
  });

  test('of a level is the most an approver of it can approve: more goes to the next level as a recommendation', async () => {
    const [manager, head] = ordinary.approval.levels;
    if (!manager || !head) throw new Error('the default policy has two levels');
    // Asked while nobody knew the amount, so that it starts at the first level.
    const approval = { ...ordinary.approval, levels: [{ ...manager, upTo: 50 }, head] };
    const { html, send } = await deciding({ ...ordinary, approval }, 'noOrder');
    expect(html).toContain('You can approve up to $50.00. What you approve above that is passed on at once');
    const tooMuch = await send({ choice: 'part-approved', amount: '50.01' });
    expect(tooMuch.decision).toBeUndefined();
    expect(tooMuch.answer).toContain('so it went on as a recommendation. It went to head@shop.example');
    const within = await deciding({ ...ordinary, approval }, 'noOrder');
    const { decision } = await within.send({ choice: 'part-approved', amount: '50' });
    expect(decision).toMatchObject({ outcome: 'part-approved', amount: usd(5000) });
  });
});

describe('the languages of a shop', () => {
  const english: Policy = { ...ordinary, shop: { ...ordinary.shop, languages: ['en'] } };
  const wrote = (policy: Policy) => {
    const text =
      'Comprei uma chaleira no dia 3 de março de 2026 e ela parou de funcionar. Gostaria do reembolso, por favor.';
    const from = { address: 'ana@mail.example', name: 'Ana' };
    const mail = {
      messageId: '<1@mail.example>',
      from,
      subject: '',
      answers: [],
      headers: new Map(),
      text,
      attachments: [],
    };
    return extractRequest(mail, from, undefined, policy);
  };

  test('are what it answers in: a customer who writes in another is answered in the shop’s own', () => {
    expect(wrote(ordinary).language).toBe('pt-BR');
    expect(wrote(english).language).toBe('en');
  });

  test('take nothing from what is read', () => {
    const { language: _, ...read } = wrote(english);
    expect(read).toMatchObject({ reason: { value: 'defective' }, purchasedOn: { value: '2026-03-03' } });
    expect(wrote(ordinary)).toMatchObject(read);
  });
});

describe('the shop’s own words for a decision', () => {
  const own = { en: 'We put this right.', 'pt-BR': 'Nós resolvemos isto.' };

  test.each<Decision>([
    { outcome: 'approved', amount: usd(8990) },
    { outcome: 'part-approved', amount: usd(4000) },
    { outcome: 'alternative', offer: 'exchange' },
    { outcome: 'declined', reason: 'It was dropped.' },
  ])('stand in place of the product’s, below what was decided: $outcome', (decision) => {
    const found = decided('kettle', decision);
    const before = decisionMail('kettle', decision);
    const { text, subject } = read({
      kind: 'decision',
      found,
      policy: { ...ordinary, decisions: { [decision.outcome]: own } },
    });
    expect(text).toContain(own.en);
    expect(subject).toBe(before.subject);
    expect(before.text).not.toContain(own.en);
    expect(text.length).toBeLessThan(before.text.length);
  });
});
