import { describe, expect, test } from 'vitest';
import type { Request } from '../../functions/domain/request.ts';
import { type MailContent, writeMail } from '../../functions/mail/write.ts';
import { decisionMail, read, sample } from '../support/read-mail.ts';
import { awaiting, decided, policyFor } from '../support/sample-cases.ts';
import { everyMail, refundRequestFor } from '../support/sample-mails.ts';

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

  test('asks once for what is missing, in one list, and says that it is no condition', () => {
    const { text } = sample('noOrder', 'acknowledgement');
    expect(text).toContain('What would help us ------------------ - Your order number.');
    expect(text).toContain('- About when you bought it.');
    expect(text).not.toContain('- What you bought.');
    expect(text).toContain('We look at your request all the same.');
    expect(sample('kettle', 'acknowledgement').text).not.toContain('What would help us');
  });

  test('asks whoever names an order that is not theirs the same, whether or not there is such an order', () => {
    const content = everyMail('noOrder')['acknowledgement'];
    if (content?.kind !== 'acknowledgement') throw new Error('the samples have an acknowledgement');
    const asked = (named: Partial<Request>) => {
      const request = { ...content.found.request, ...named };
      return read({ ...content, found: { ...content.found, request } }).text.split('What would')[1];
    };
    const nowhere = asked({ orderNumber: { source: 'mail', value: 'SH-10001' } });
    expect(nowhere).toContain('The email address the order was placed with');
    const somebodys = {
      orderNumber: { source: 'order', value: 'SH-10001' },
      ordersOwnAddress: false,
    } as const;
    expect(asked(somebodys)).toBe(nowhere);
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

describe('decision', () => {
  const usd = (minor: number) => ({ minor, currency: 'USD' });

  test('approved: how much, how, by when', () => {
    const { text } = decisionMail('kettle', { outcome: 'approved', amount: usd(8_990) });
    expect(text).toContain('Your refund: $89.90 How: to the card or account you paid with');
    expect(text).toContain('With you by: Tuesday, November 10, 2026');
    expect(text).not.toContain('A note from');
  });

  test('the day the money arrives is counted in days of the shop, not of 24 hours', () => {
    const found = decided('kettle', { outcome: 'approved', amount: usd(8_990) });
    // Half past midnight in New York, in the week in which the clocks go back.
    const at = '2026-10-29T04:30:00.000Z';
    const late = { ...found, decided: { ...found.decided, at } };
    const policy = policyFor('en');
    expect(read({ kind: 'decision', found: late, policy }).text).toContain('Thursday, November 5, 2026');
    expect(read(refundRequestFor(late, policy)).text).toContain(
      'With the customer by: Thursday, November 5, 2026',
    );
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

  test.each([
    ['more than their mail was read to say', usd(9_000)],
    ['in another currency than theirs', { minor: 4_000, currency: 'BRL' }],
  ])('an amount %s is not called a part either', (_, amount) => {
    const { text } = decisionMail('kettle', { outcome: 'part-approved', amount });
    expect(text).toMatch(/We can refund you (\$90\.00|R\$\s?40\.00)\. Your refund/);
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
    for (const { text } of [exchange, unknown]) expect(text).not.toMatch(/Our offer: [^.]*\$\d|on top/);
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
    expect(text).toContain('Você pode escolher até quinta-feira, 3 de dezembro de 2026.');
    expect(text).toContain(
      'você pode nos dizer que entendemos algo errado ou pedir que outra pessoa analise',
    );
  });

  test('aprovado, em português: quanto, como e até quando', () => {
    const { text } = sample('cafeteira', 'decision-approved');
    expect(text).toContain('Seu reembolso: R$ 189,90 Como: no cartão ou na conta que você usou para pagar');
    expect(text).toContain('Com você até: terça-feira, 10 de novembro de 2026');
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

describe('a question of whoever decides', () => {
  const { subject, text } = sample('kettle', 'customer-question');

  test('is asked in their own words, with the one thing to do, the reference, and the day until which it waits', () => {
    expect(subject).toBe('A question about your request (RX-7K3F-9Q2M)');
    expect(text).toContain(
      'Hello Maria Souza, Before your request is decided, we would like to know something from you: > Does the base light up when the kettle is empty? > > A photo of it would help us, and what the label below it says. * Just reply to this mail',
    );
    expect(text).toContain('from Monday, November 9, 2026 on we decide with what we have.');
    expect(text).toContain('Your reference: RX-7K3F-9Q2M');
  });

  test('promises nothing of who reads the answer that another approver could make untrue', () => {
    expect(text).toContain('Your answer goes to whoever decides');
    expect(text).not.toMatch(/manager@|straight to/);
  });

  test('stands beside the subject in a mailbox’s list', () => {
    const { html } = writeMail(everyMail('kettle')['customer-question'] as MailContent);
    expect(html).toMatch(
      /display:none[^>]*>Does the base light up when the kettle is empty\? A photo of it would/,
    );
  });

  test('em português', () => {
    const portuguese = sample('cafeteira', 'customer-question');
    expect(portuguese.subject).toBe('Uma pergunta sobre sua solicitação (RX-4TZ8-B1NW)');
    expect(portuguese.text).toContain('Olá, Joana Ribeiro. Antes de decidir sobre sua solicitação');
    expect(portuguese.text).toContain(
      'a partir de segunda-feira, 9 de novembro de 2026, decidimos com o que',
    );
  });
});

describe('a promise that will not be kept', () => {
  test('is owned up to, with no other promise in its place and nothing to do', () => {
    const { subject, text } = sample('kettle', 'delay-notice');
    expect(subject).toBe('Our answer takes longer than it should (RX-7K3F-9Q2M)');
    expect(text).toContain(
      'Hello Maria Souza, You were to have our answer by Thursday, November 5, 2026. We are sorry',
    );
    expect(text).toContain('Your reference: RX-7K3F-9Q2M There is nothing you have to do');
    expect(text.match(/\b20\d\d\b/g)).toEqual(['2026']);
  });

  test('em português', () => {
    const { subject, text } = sample('cafeteira', 'delay-notice');
    expect(subject).toBe('Nossa resposta está demorando mais do que deveria (RX-4TZ8-B1NW)');
    expect(text).toContain('Você deveria ter nossa resposta até quinta-feira, 5 de novembro de 2026.');
  });
});

describe('the day that a customer is told after a question', () => {
  test('comes with thanks where they answered, and without reproach where they did not', () => {
    const answered = sample('kettle', 'new-promise-answered');
    expect(answered.subject).toBe('We have your answer (RX-7K3F-9Q2M)');
    expect(answered.text).toContain('You get our decision by mail by Sunday, November 8, 2026.');
    const unanswered = sample('kettle', 'new-promise-unanswered');
    expect(unanswered.text).toContain('That is all right: a person decides now with what we have.');
    expect(unanswered.text).toContain('by mail by Thursday, November 12, 2026.');
  });

  test('em português', () => {
    expect(sample('cafeteira', 'new-promise-answered').text).toContain(
      'Você recebe nossa decisão por e-mail até domingo, 8 de novembro de 2026.',
    );
  });
});

describe('a mail that joins an open request', () => {
  test('is told the day that is watched, and none where that day will not be kept', () => {
    expect(sample('kettle', 'request-joined').text).toContain(
      'You get an answer by mail by Thursday, November 5',
    );
    expect(sample('kettle', 'request-joined-late').text).toContain('Our answer takes longer than it should');
    expect(sample('kettle', 'request-joined-late').text).not.toMatch(/\b20\d\d\b/);
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
