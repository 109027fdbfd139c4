import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../functions/domain/case.ts';
import { openShop, type Shop } from '../support/goodwill.ts';

/** One day of the product's time in two seconds. */
const DAY_IN_2_SECONDS = 43_200;

describe('a refund exception, from the mail to the follow-up', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop({ timeScale: DAY_IN_2_SECONDS });
  });
  afterAll(() => shop.close());

  const send = (from: string, subject: string, text: string) => shop.send({ from, subject, text });

  it('is acknowledged, documented, evaluated, approved, told, followed up and answered', async () => {
    await send(
      'Emily Carter <emily.carter@mail.example>',
      'Kettle from SH-10001',
      'Hello,\n\nmy kettle from order SH-10001 stopped working after six weeks. I would like a refund please.\n\nEmily',
    );
    const acknowledgement = await shop.mail('acknowledgement');
    expect(acknowledgement.to).toBe('emily.carter@mail.example');
    expect(acknowledgement.subject).toContain(acknowledgement.case);
    const id = acknowledgement.case;

    const asked = await shop.mail('approval-request', (mail) => mail.case === id);
    expect(asked.to).toBe('manager@shop.example');
    const text = (await shop.read(asked)).text ?? '';
    expect(text).toContain('stopped working after six weeks');
    expect(text).toContain('SH-10001');

    const link = await shop.link(asked, 'decide');
    expect((await fetch(link, { method: 'HEAD' })).status).toBe(200);
    expect((await fetch(link)).status).toBe(200);
    expect((await shop.get<{ status: string }>(`/cases/${id}.json`)).status).toBe('awaiting-decision');

    const decided = await shop.fillIn(link, { choice: 'approved' });
    expect(decided.status).toBe(200);

    const decision = await shop.mail('decision', (mail) => mail.case === id);
    expect(decision.to).toBe('emily.carter@mail.example');
    const request = await shop.mail('refund-request', (mail) => mail.case === id);
    expect(request.to).toBe('finance@shop.example');
    const paying = await shop.link(request, 'refund');
    await fetch(paying);
    expect((await shop.get<Case>(`/cases/${id}.json`)).refunds).toMatchObject([{ state: 'asked' }]);
    expect((await shop.fillIn(paying, { outcome: 'paid', reference: 'TX-4711' })).status).toBe(200);
    const paid = await shop.mail('refund-paid', (mail) => mail.case === id);
    expect(paid.to).toBe('emily.carter@mail.example');
    expect((await shop.read(paid)).text).toContain('TX-4711');

    const followUp = await shop.mail('follow-up', (mail) => mail.case === id);
    const feedback = await shop.link(followUp, 'feedback');
    await fetch(feedback);
    expect((await shop.get<Case>(`/cases/${id}.json`)).feedback).toBeNull();
    const thanked = await shop.fillIn(feedback, { score: '5', comment: 'Kind and quick.', confirm: 'yes' });
    expect(thanked.status).toBe(200);

    const closed = await shop.until('the case to close', async () => {
      const found = await shop.get<Case>(`/cases/${id}.json`);
      return found.status === 'closed' && found;
    });
    expect(closed.feedback).toMatchObject({ score: 5, comment: 'Kind and quick.' });
    expect(
      (await shop.mails())
        .filter((mail) => mail.case === id)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual([
      'acknowledgement',
      'approval-request',
      'decision',
      'feedback-received',
      'follow-up',
      'refund-paid',
      'refund-request',
    ]);
  });

  it('takes at most 20 state transitions for an approved case that is paid', async () => {
    const [first] = shop.entered;
    const states = shop.entered.filter(({ caseId }) => caseId === first?.caseId).map(({ state }) => state);
    expect(states).toEqual([
      'Acknowledge',
      'Evaluate',
      'WhatNext',
      'AskApprover',
      'LookAgain',
      'WhatNext',
      'TellDecision',
      'LookAfter',
      'WhatIsLeft',
      'FollowThrough',
      'LookAfter',
      'WhatIsLeft',
      'FollowThrough',
      'LookAfter',
      'WhatIsLeft',
      'FollowThrough',
      'LookAfter',
      'WhatIsLeft',
      'Closed',
    ]);
    expect(states.length).toBeLessThanOrEqual(20);
  });

  it('is answered in Portuguese when it was written in Portuguese, with the reasons of a refusal', async () => {
    await send(
      'João <joao@example.com>',
      'Reembolso',
      'Olá, mudei de ideia e quero meu dinheiro de volta. Não sei o número do pedido.',
    );
    const acknowledgement = await shop.mail('acknowledgement', ({ to }) => to === 'joao@example.com');
    expect((await shop.read(acknowledgement)).text).toContain('Olá');
    const asked = await shop.mail('approval-request', (mail) => mail.case === acknowledgement.case);
    const link = await shop.link(asked, 'decide');
    expect((await shop.fillIn(link, { choice: 'declined', reason: '' })).status).toBe(422);
    await shop.fillIn(link, { choice: 'declined', reason: 'O pedido não foi encontrado.' });
    const decision = await shop.mail('decision', (mail) => mail.case === acknowledgement.case);
    const { text } = await shop.read(decision);
    expect(text).toContain('O pedido não foi encontrado.');
    expect(text).toContain('Crédito na loja');
  });

  it('passes a deadline to a reminder, then to the next level, whose link decides', async () => {
    await send('Ana <ana.souza@correio.example>', 'Blender', 'The blender from SH-10004 arrived broken.');
    const { case: id } = await shop.mail('acknowledgement', ({ to }) => to === 'ana.souza@correio.example');
    const first = await shop.mail('approval-request', (mail) => mail.case === id);
    const reminder = await shop.mail('approval-reminder', (mail) => mail.case === id);
    expect(reminder.to).toBe('manager@shop.example');
    const second = await shop.mail(
      'approval-request',
      (mail) => mail.case === id && mail.to === 'head@shop.example',
    );
    const late = await shop.fillIn(await shop.link(first, 'decide'), { choice: 'approved' });
    expect(await late.text()).toMatch(/passed on/i);
    expect((await shop.get<Case>(`/cases/${id}.json`)).status).toBe('awaiting-decision');
    await shop.fillIn(await shop.link(second, 'decide'), { choice: 'alternative', offer: 'store-credit' });
    const decision = await shop.mail('decision', (mail) => mail.case === id);
    expect((await shop.read(decision)).text).toContain('Store credit');
    const again = await shop.fillIn(await shop.link(second, 'decide'), {
      choice: 'declined',
      reason: 'Not this time.',
    });
    expect(again.status).toBe(200);
    const found = await shop.get<Case>(`/cases/${id}.json`);
    expect(found).toMatchObject({
      decided: { by: 'head@shop.example', decision: { outcome: 'alternative' } },
    });
  });

  it('shows no task token anywhere', async () => {
    const all = await shop.get<Array<{ id: string }>>('/cases.json');
    for (const { id } of all) {
      const token = await shop.goodwill.services.tokens.get(id);
      expect(token).toBeTruthy();
      expect(JSON.stringify(await shop.get(`/cases/${id}.json`))).not.toContain(token);
    }
  });
});
