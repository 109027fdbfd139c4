import { describe, expect, test } from 'vitest';
import type { Decision } from '../../functions/domain/decision.ts';
import { hoursAfter } from '../../functions/domain/time.ts';
import { type MailContent, writeMail } from '../../functions/mail/write.ts';
import { awaiting, decided, everyMail, OPENED, policyFor, type Sample } from '../support/sample-cases.ts';

/** The text of a mail as a person reads it: one line, ordinary spaces. */
function read(content: MailContent | undefined) {
  if (!content) throw new Error('there is no such sample mail');
  const { subject, text, language } = writeMail(content);
  return { language, subject: subject.replace(/\s/g, ' '), text: text.replace(/\s+/g, ' ') };
}
const sample = (about: Sample, name: string) => read(everyMail(about)[name]);
const decisionMail = (about: Sample, decision: Decision) =>
  read({ kind: 'decision', found: decided(about, decision), policy: policyFor('en') });

describe('acknowledgement', () => {
  test('says in the customer’s language that the request was heard, its reference, what comes next and by when', () => {
    const { subject, text } = sample('kettle', 'acknowledgement');
    expect(subject).toBe('We have your request (RX-7K3F-9Q2M)');
    expect(text).toContain('Hello Maria Souza, Thank you for telling us what happened.');
    expect(text).toContain('You get an answer by mail by Thursday, November 5, 2026.');
    expect(text).toContain('reply to this mail. It joins the same case.');
  });

  test('em português do Brasil', () => {
    const { subject, text, language } = sample('cafeteira', 'acknowledgement');
    expect(language).toBe('pt-BR');
    expect(subject).toBe('Recebemos sua solicitação (RX-4TZ8-B1NW)');
    expect(text).toContain('Olá, Joana Ribeiro. Obrigado por nos contar o que aconteceu.');
    expect(text).toContain('por e-mail até quinta-feira, 5 de novembro de 2026.');
    expect(text).toContain('Valor: R$ 189,90');
  });

  test('says that an order number would help and is not needed, only where none was found', () => {
    expect(sample('noOrder', 'acknowledgement').text).toContain('You do not need one');
    expect(sample('kettle', 'acknowledgement').text).not.toContain('order number');
  });

  test('dates are in the shop’s time zone', () => {
    const found = awaiting('kettle');
    const justPastMidnightUtc = '2026-11-06T02:00:00.000Z';
    const content = {
      kind: 'acknowledgement',
      found,
      policy: policyFor('en'),
      answerBy: justPastMidnightUtc,
    } as const;
    expect(read(content).text).toContain('by Thursday, November 5, 2026');
  });
});

describe('approval request', () => {
  const { text, subject } = sample('kettle', 'approval-request');

  test('names money, product and reference in the subject', () => {
    expect(subject).toBe('Your decision, please: $89.90, Gooseneck kettle (RX-7K3F-9Q2M)');
  });

  test('begins with the essentials and the one link', () => {
    const order = [
      'Money at stake: $89.90',
      'Who: Maria Souza',
      'Because: Defective',
      'Recommended: Approve as goodwill',
    ];
    const places = [
      ...order,
      'Decide by: Tuesday, November 3, 2026 at 5:06 PM EST',
      '/decide/',
      '> Hello',
    ].map((part) => text.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(-1);
    expect(text.match(/https:/g)).toHaveLength(1);
  });

  test('says that the link is the approver’s own and decides nothing by itself', () => {
    expect(text).toContain('recorded as decided by manager@shop.example');
    expect(text).toContain('Opening it decides nothing.');
  });

  test('gives every fact with where it came from', () => {
    expect(text).toContain('Amount: $89.90 (from the order record)');
    expect(text).toContain('Reason: Defective (from the customer’s mail: “stopped heating”)');
    expect(sample('noOrder', 'approval-request').text).toContain(
      'Amount: not known (neither in the mail nor in the orders)',
    );
  });

  test('gives every consideration with its weight, and the sum', () => {
    expect(text).toContain('add up to +6. - (+4) The customer did not get what they paid for. - (+1)');
  });

  test('lists attachments and earlier cases', () => {
    expect(text).toContain('kettle-base.jpg (image/jpeg, 482 kB)');
    expect(text).toContain('Nov 2, 2026: RX-0M5C-J6PV · blue backpack · Changed their mind · Declined');
  });

  test('em português, com números e datas do Brasil', () => {
    const portuguese = sample('cafeteira', 'approval-request');
    expect(portuguese.subject).toBe(
      'Sua decisão, por favor: R$ 189,90, Cafeteira italiana, 6 xícaras (RX-4TZ8-B1NW)',
    );
    expect(portuguese.text).toContain('Decidir até: terça-feira, 3 de novembro de 2026 às 17:06');
    expect(portuguese.text).toContain('(+4) O cliente não recebeu aquilo pelo que pagou.');
    expect(portuguese.text).toContain(
      'RX-7K3F-9Q2M · Gooseneck kettle · Produto com defeito · Aprovado integralmente · US$ 89,90',
    );
  });

  test('what the customer wrote later stands under their first words', () => {
    const found = awaiting('kettle', {
      type: 'record-words',
      at: hoursAfter(OPENED, 3),
      mailId: 'later',
      from: 'maria@example.com',
      text: 'I found the receipt.',
    });
    const content = everyMail('kettle')['approval-request'];
    if (content?.kind !== 'approval-request') throw new Error('the samples have an approval request');
    expect(read({ ...content, found }).text).toContain(
      'What was written since ---------------------- maria@example.com, Monday, November 2, 2026 at 8:00 AM EST > I found the receipt.',
    );
  });
});

describe('reminder and overdue notice', () => {
  test('the reminder says since when the case waits and that the next level is asked', () => {
    const { subject, text } = sample('kettle', 'approval-reminder');
    expect(subject).toMatch(/^Reminder, /);
    expect(text).toContain('with you since Monday, November 2, 2026 at 5:06 AM EST');
    expect(text).toContain('the next level is asked after the deadline');
  });

  test('at the last level no next level is promised', () => {
    const content = everyMail('kettle')['approval-reminder'];
    if (content?.kind !== 'approval-reminder') throw new Error('the samples have a reminder');
    const found = { ...content.found, round: { ...content.found.round, level: 1 } };
    expect(read({ ...content, found }).text).toContain('There is no further level to ask');
  });

  test('the overdue notice says how long the customer has waited and that silence decides nothing', () => {
    const { text } = sample('kettle', 'overdue-notice');
    expect(text).toContain('waiting since Monday, November 2, 2026 at 5:00 AM EST');
    expect(text).toContain('Nothing is approved or declined by silence');
  });
});

describe('decision', () => {
  const usd = (minor: number) => ({ minor, currency: 'USD' });

  test('approved: how much, how, by when', () => {
    const { text } = decisionMail('kettle', { outcome: 'approved', amount: usd(8_990) });
    expect(text).toContain('Your refund: $89.90 How: to the card or account you paid with');
    expect(text).toContain('With you by: Tuesday, November 10, 2026');
    expect(text).not.toContain('A note from');
  });

  test('approved in part: how much of what, and that it may disappoint', () => {
    const { text } = decisionMail('kettle', {
      outcome: 'part-approved',
      amount: usd(4_000),
      note: 'With our apologies.',
    });
    expect(text).toContain(
      'We can refund you $40.00 of $89.90. We know that you may have hoped for all of it.',
    );
    expect(text).toContain('> With our apologies.');
  });

  test('an amount for a price nobody knows is not called a part', () => {
    const { text } = decisionMail('noOrder', { outcome: 'part-approved', amount: usd(4_000) });
    expect(text).toContain('We can refund you $40.00. Your refund');
  });

  test('an alternative: its name, what it is, what it is worth with its bonus, how to accept it', () => {
    const { text } = decisionMail('kettle', { outcome: 'alternative', offer: 'store-credit' });
    expect(text).toContain(
      'Our offer: Store credit: $98.89 That is the amount you asked for and 10% on top.',
    );
    expect(text).toContain('Credit for anything in the shop, with no end date.');
    expect(text).toContain('To accept, reply to this mail');
  });

  test('an alternative without a bonus, or for an unknown amount, promises no value', () => {
    const exchange = decisionMail('kettle', { outcome: 'alternative', offer: 'exchange' });
    const unknown = decisionMail('noOrder', { outcome: 'alternative', offer: 'store-credit' });
    for (const { text } of [exchange, unknown]) expect(text).not.toMatch(/\$\d|on top/);
  });

  test('declined: the reason as written, the alternatives of the policy, and what to do next', () => {
    const { text } = decisionMail('kettle', { outcome: 'declined', reason: 'It was used for a year.' });
    expect(text).toContain('> It was used for a year.');
    expect(text).toContain('- Store credit, $98.89: Credit for anything');
    expect(text).toContain('- An exchange: Another size');
    expect(text).not.toContain('A repair');
    expect(text).toContain('If we got something wrong');
  });

  test('recusado, em português: o motivo, as alternativas e o próximo passo', () => {
    const { subject, text } = sample('cafeteira', 'decision-declined');
    expect(subject).toBe('Nossa resposta à sua solicitação (RX-4TZ8-B1NW)');
    expect(text).toContain('- Crédito na loja, R$ 208,89: Crédito para qualquer produto');
    expect(text).toContain('Sua resposta entra no seu protocolo.');
  });

  test('aprovado, em português: quanto, como e até quando', () => {
    const { text } = sample('cafeteira', 'decision-approved');
    expect(text).toContain('Seu reembolso: R$ 189,90 Como: no cartão ou na conta que você usou para pagar');
    expect(text).toContain('Com você até: terça-feira, 10 de novembro de 2026');
  });
});

describe('refund request to finance', () => {
  test('whom, how much, for which order, which case, who decided and when', () => {
    const { subject, text } = sample('kettle', 'refund-request');
    expect(subject).toBe('Please refund $89.90 (RX-7K3F-9Q2M)');
    expect(text).toContain('Pay to: Maria Souza <maria@example.com> Order: SH-10001 (from the order record)');
    expect(text).toContain(
      'Decided by: manager@shop.example Decided on: Tuesday, November 3, 2026 at 1:00 AM EST',
    );
  });

  test('cannot be written for a decision that gives no money', () => {
    const found = decided('kettle', { outcome: 'declined', reason: 'No.' });
    const content = { kind: 'refund-request', found, policy: policyFor('en') } as const;
    expect(() => writeMail(content)).toThrow('case RX-7K3F-9Q2M was declined: there is nothing to pay');
  });
});

describe('follow-up', () => {
  test('five answers in words, best first, each a link; and one for a comment', () => {
    const { text } = sample('kettle', 'follow-up');
    const links = [...text.matchAll(/([A-Z][\w ]+): https:\S+\/feedback\/[\w.-]+(\?score=\d)?/g)];
    expect(links.map(([, label, score]) => [label, score])).toEqual([
      ['Very satisfied', '?score=5'],
      ['Satisfied', '?score=4'],
      ['Neither one nor the other', '?score=3'],
      ['Dissatisfied', '?score=2'],
      ['Very dissatisfied', '?score=1'],
      ['Write to us in your own words', undefined],
    ]);
    expect(text).toContain('A click only opens a page.');
  });

  test('asks after a refund that has not come, only where there was one', () => {
    expect(sample('kettle', 'follow-up').text).toContain('If your refund has not reached you yet');
    const content = everyMail('kettle')['follow-up'];
    if (content?.kind !== 'follow-up') throw new Error('the samples have a follow-up');
    const found = decided('kettle', { outcome: 'declined', reason: 'No.' });
    expect(read({ ...content, found }).text).not.toContain('refund has not reached');
  });

  test('em português', () => {
    const { subject, text } = sample('cafeteira', 'follow-up');
    expect(subject).toBe('Como foi? (RX-4TZ8-B1NW)');
    expect(text).toContain('Muito bom: https:');
  });
});

describe('the voice', () => {
  const every = (['kettle', 'cafeteira', 'noOrder', 'stranger'] as const).flatMap((about) =>
    Object.entries(everyMail(about)).map(([name, content]) => ({ name: `${name} about ${about}`, content })),
  );
  test.each(every)('$name has no exclamation marks and no unfilled text', ({ content }) => {
    const { text, subject } = writeMail(content);
    expect(`${subject} ${text}`).not.toMatch(/!|undefined|null|NaN|\[object|\{\w/);
  });
});
