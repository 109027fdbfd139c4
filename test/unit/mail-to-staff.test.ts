import { describe, expect, test } from 'vitest';
import type { Command } from '../../functions/domain/decide.ts';
import type { Language } from '../../functions/domain/language.ts';
import { hoursAfter } from '../../functions/domain/time.ts';
import { writeMail } from '../../functions/mail/write.ts';
import { defaultPolicy } from '../support/policy.ts';
import { beside } from '../support/precedents.ts';
import { read, sample } from '../support/read-mail.ts';
import { awaiting, decided, HEAD, OPENED, policyFor } from '../support/sample-cases.ts';
import { linksTo } from '../support/sample-links.ts';
import { everyMail, refundRequestFor } from '../support/sample-mails.ts';
import { inFull, inPart, TOLD, waiting } from '../support/settling.ts';

describe('approval request', () => {
  const { text, subject } = sample('kettle', 'approval-request');

  test('names money, product and reference in the subject', () => {
    expect(subject).toBe('Your decision, please: $89.90, Gooseneck kettle (RX-7K3F-9Q2M)');
  });

  test('begins with the essentials and the link to the page', () => {
    const order = [
      'Money at stake: $89.90',
      'Who: Maria Souza',
      'Because: Defective',
      'Recommended: Approve as goodwill',
      'Cases like this: 3 of 5',
      'Attached: 1 photo and 1 document',
    ];
    const places = [
      ...order,
      'Decide by: Tuesday, November 3, 2026 at 5:06 PM EST',
      '/decide/',
      '> Hello',
    ].map((part) => text.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(-1);
  });

  test('says that the links are the approver’s own and decide nothing by themselves', () => {
    expect(text).toContain('recorded as decided by manager@shop.example');
    expect(text).toContain('Opening one decides nothing, even where it fills in a choice.');
  });

  test('gives every fact with where it came from', () => {
    expect(text).toContain('Amount: $89.90 (from the order record)');
    expect(text).toContain('Reason: Defective (from the customer’s mail: “stopped heating”)');
    expect(sample('noOrder', 'approval-request').text).toContain(
      'Amount: not known (neither in the mail nor in the orders)',
    );
  });

  test('gives every consideration with its weight, the facts it rests on, and the sum', () => {
    expect(text).toContain(
      '- (+4) The customer did not get what they paid for. (Reason: Defective) - (+1) The customer sent something to ' +
        'show what happened. (Photos, videos and documents: 2) - (+1)',
    );
    expect(text).toContain('(Earlier requests: 0) - (+6) Together');
  });

  test('says how sure the recommendation is, and why', () => {
    expect(text).toContain(
      'Confidence: High (nothing that matters is unknown, and one consideration more or less would not change it)',
    );
  });

  test('says what would have led to a better recommendation, where something could', () => {
    expect(text).not.toContain('a better recommendation');
    const unclear = sample('noOrder', 'approval-request').text;
    expect(unclear).toContain('What would have led to a better recommendation');
    expect(unclear).toContain(
      'Order on record: yes (now: no) + Days past the return window: 0 (now: not known)',
    );
  });

  test('diz em português os fatos, a confiança e o que mudaria a recomendação', () => {
    const portuguese = sample('cafeteira', 'approval-request').text;
    expect(portuguese).toContain('Confiança: Alta (nada do que importa é desconhecido');
    expect(portuguese).toContain('(Motivo: Danificado no transporte)');
    expect(portuguese).toContain('Ao todo');
  });

  test('lists attachments and earlier cases', () => {
    expect(text).toContain('kettle-base.jpg (image/jpeg, 482 kB)');
    expect(text).toContain('Nov 2, 2026: RX-0M5C-J6PV · blue backpack · Changed their mind · Declined');
  });

  test('says how cases like it were decided: near the top how most of them, below each with its reason', () => {
    expect(text.indexOf('Cases like this: 3 of 5 like this were approved')).toBeLessThan(
      text.indexOf('/decide/'),
    );
    expect(text).toContain(
      '(100%) Approved in full, $89.90: Oct 13, 2026 · RX-PREC-0001 · $89.90 asked for · 28 days past the window · “The heating coil was broken',
    );
    expect(text).toContain('Alternative offered, Store credit: Aug 14, 2026 · RX-PREC-0004');
    const portuguese = sample('cafeteira', 'approval-request').text;
    expect(portuguese).toContain('Casos como este: 3 de 5 casos como este foram aprovados');
    expect(portuguese).toContain('Um valor aprovado, R$ 94,95: 23 de set. de 2026 · RX-PREC-0002');
  });

  test('says so where no decided case is like it, and nothing where none was looked for', () => {
    const content = everyMail('kettle')['approval-request'];
    if (content?.kind !== 'approval-request') throw new Error('the samples have an approval request');
    const alone = { ...content, found: beside(awaiting('kettle'), []), precedents: [] };
    expect(read(alone).text).toContain('Cases like this: No decided case is like this one');
    expect(read({ ...alone, found: awaiting('kettle') }).text).not.toMatch(/like this/i);
  });

  test('em português, com números e datas do Brasil', () => {
    const portuguese = sample('cafeteira', 'approval-request');
    expect(portuguese.subject).toBe(
      'Sua decisão, por favor: R$ 189,90, Cafeteira italiana, 6 xícaras (RX-4TZ8-B1NW)',
    );
    expect(portuguese.text).toContain('Decidir até: terça-feira, 3 de novembro de 2026 às 17:06');
    expect(portuguese.text).toContain('(+4) O cliente não recebeu aquilo pelo que pagou.');
    expect(portuguese.text).toContain(
      'RX-7K3F-9Q2M · Gooseneck kettle · Produto com defeito · Aprovada integralmente · US$ 89,90',
    );
  });

  test('an approver reads that the customer cannot be reached by mail', () => {
    const returned = {
      type: 'record-return',
      policy: defaultPolicy.policy,
      at: hoursAfter(OPENED, 1),
      mailId: 'report',
      about: 'RX-7K3F-9Q2M.acknowledgement',
      to: 'maria@example.com',
      why: 'bounced',
    } as const;
    const content = everyMail('kettle')['approval-request'];
    if (content?.kind !== 'approval-request') throw new Error('the samples have an approval request');
    const warning = 'did not reach the customer’s address';
    expect(read(content).text).not.toContain(warning);
    expect(read({ ...content, found: awaiting('kettle', returned) }).text).toContain(warning);
  });

  test('what colleagues wrote stands there too', () => {
    const note: Command = {
      type: 'record-words',
      policy: defaultPolicy.policy,
      by: 'staff',
      at: hoursAfter(OPENED, 3),
      mailId: 'note',
      from: 'head@shop.example',
      text: 'I know her, she is right.',
      attachments: [],
    };
    const content = everyMail('kettle')['approval-request'];
    if (content?.kind !== 'approval-request') throw new Error('the samples have an approval request');
    expect(read({ ...content, found: awaiting('kettle', note) }).text).toContain('I know her, she is right.');
  });

  test('what the customer wrote later stands under their first words', () => {
    const found = awaiting('kettle', {
      type: 'record-words',
      policy: defaultPolicy.policy,
      by: 'customer',
      at: hoursAfter(OPENED, 3),
      mailId: 'later',
      from: 'maria@example.com',
      text: 'I found the receipt.',
      attachments: [],
    });
    const content = everyMail('kettle')['approval-request'];
    if (content?.kind !== 'approval-request') throw new Error('the samples have an approval request');
    expect(read({ ...content, found }).text).toContain(
      'What was written since ---------------------- maria@example.com, Monday, November 2, 2026 at 8:00 AM EST > I found the receipt.',
    );
  });
});

describe('what came with a later mail', () => {
  const photo = { name: 'crack.jpg', type: 'image/jpeg', bytes: 300_000, sha256: 'b1' };
  const wrote = (attachments: (typeof photo)[]) =>
    ({
      type: 'record-words',
      policy: defaultPolicy.policy,
      by: 'customer',
      at: hoursAfter(OPENED, 3),
      mailId: 'later',
      from: 'maria@example.com',
      text: 'Here is a photo.',
      attachments,
    }) as const;
  const request = (found = awaiting('kettle')) => {
    const content = everyMail('kettle')['approval-request'];
    if (content?.kind !== 'approval-request') throw new Error('the samples have an approval request');
    return read({ ...content, found }).text;
  };
  const reply = (changes: { text?: string; attachments?: (typeof photo)[]; stranger?: boolean }) => {
    const content = everyMail('kettle')['customer-reply-open'];
    if (content?.kind !== 'customer-reply') throw new Error('the samples have a customer’s reply');
    return read({ ...content, text: 'Here is a photo.', ...changes }).text;
  };

  test('is listed in the request for approval with the day it came, after what came first', () => {
    expect(request(awaiting('kettle', wrote([photo])))).toContain(
      `receipt.pdf (application/pdf, 88 kB) ${linksTo(awaiting('kettle'))['a2']} - Nov 2, 2026: crack.jpg (image/jpeg, 300 kB)`,
    );
  });

  test('in any number keeps the mail short, and says where the rest is', () => {
    const many = Array.from({ length: 500 }, (_, index) => ({ ...photo, sha256: `b${index}` }));
    const text = request(awaiting('kettle', wrote(many)));
    expect(text).toContain('Attached: 501 photos and 1 document');
    expect(text.match(/crack\.jpg/g)).toHaveLength(18);
    expect(text).toContain('There are more attachments; the decision page lists them all.');
  });

  test('stands there once, however often it was sent', () => {
    expect(request(awaiting('kettle', wrote([photo, photo]))).match(/crack\.jpg/g)).toHaveLength(1);
  });

  test.each([false, true])('is told with the reply itself (from a stranger: %s)', (stranger) => {
    expect(reply({ attachments: [photo], stranger })).toContain(
      '> Here is a photo. Attachments ----------- - crack.jpg (image/jpeg, 300 kB)',
    );
    expect(reply({ attachments: [], stranger })).not.toContain('Attachments');
  });

  test('is counted where it is too much for one mail', () => {
    expect(reply({ attachments: Array.from({ length: 35 }, () => photo) })).toContain(
      'Number of further attachments: 5.',
    );
  });

  test('may be all there is: no empty quotation stands for the text', () => {
    const text = reply({ text: ' ', attachments: [photo] });
    expect(text).toContain('The mail had no text.');
    expect(text).not.toContain('>\n');
  });
});

describe('a customer’s mail while a question to them is open', () => {
  test('that is no answer leaves the case waiting for one, and says so', () => {
    const { text } = sample('kettle', 'customer-reply-asked');
    expect(text).toContain(
      'still waits for the customer’s answer to the question they were asked, until Monday,',
    );
    expect(text).not.toContain('still waits for a decision');
    expect(sample('cafeteira', 'customer-reply-asked').text).toContain('ainda espera a resposta do cliente');
  });
});

describe('where facts are missing', () => {
  const request = (found = awaiting('noOrder'), language: Language = 'en') => {
    const content = everyMail('noOrder')['approval-request'];
    if (content?.kind !== 'approval-request') throw new Error('the samples have an approval request');
    return read({ ...content, found, policy: policyFor(language) }).text;
  };
  const acknowledged = awaiting('noOrder', {
    type: 'record-mail',
    at: OPENED,
    mailId: 'RX-0M5C-J6PV.acknowledgement',
    kind: 'acknowledgement',
    to: 'maria@example.com',
  });

  test('the approver reads which, that the customer was asked, and what they themselves can do', () => {
    expect(request(acknowledged)).toContain(
      'Not known: the order number and when it was bought. We asked the customer for it when we acknowledged the request on Monday, November 2, 2026; what they reply is shown with the case. You can decide with what is here, wait for more until the deadline, or ask the customer: the case then waits for their answer, which comes to you.',
    );
    expect(request(acknowledged)).toContain('Facts are missing: ask for them, or decide without them');
  });

  test('nobody is said to have been asked before the mail has left', () => {
    expect(request()).toContain('Not known: the order number');
    expect(request()).not.toContain('We asked the customer');
  });

  test('em português', () => {
    expect(request(acknowledged, 'pt-BR')).toContain(
      'Não sabemos: o número do pedido e a data da compra. Pedimos isso ao cliente',
    );
  });

  test('nothing is said of it where the guidelines point elsewhere', () => {
    expect(sample('kettle', 'approval-request').text).not.toContain('wait for more');
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
    const found = { ...content.found, round: { ...content.found.round, levelName: 'Head of service' } };
    expect(read({ ...content, found }).text).toContain('There is no further level to ask');
  });

  test('the overdue notice says how long the customer has waited and that silence decides nothing', () => {
    const { text } = sample('kettle', 'overdue-notice');
    expect(text).toContain('waiting since Monday, November 2, 2026 at 5:00 AM EST');
    expect(text).toContain('Nothing is approved or declined by silence');
  });
});

describe('feedback', () => {
  test('says the score, the customer’s words, what was decided, and where to write', () => {
    const { subject, text } = sample('kettle', 'feedback-received');
    expect(subject).toBe('A customer says: Very dissatisfied (RX-7K3F-9Q2M)');
    expect(text).toContain('Very dissatisfied 1 of 5 > Hello,');
    expect(text).toContain('Customer: Maria Souza <maria@example.com> Decision: Approved in full');
    expect(text).toContain('Decided on: Tuesday, November 3, 2026');
  });

  test('em português, e sem palavras quando não há', () => {
    const content = everyMail('cafeteira')['feedback-received'];
    if (content?.kind !== 'feedback-received') throw new Error('the samples have feedback');
    const { found } = content;
    const silent = { ...found, feedback: { at: OPENED, score: 2, comment: '' } };
    const { subject, text } = read({ ...content, found: silent });
    expect(subject).toBe('Avaliação de um cliente: Ruim (RX-4TZ8-B1NW)');
    expect(text).toContain('Ruim 2 de 5 O cliente não acrescentou nada por escrito.');
  });

  test('cannot be written about a case without it', () => {
    const found = decided('kettle', { outcome: 'declined', reason: 'No.' });
    const content = { kind: 'feedback-received', found, policy: policyFor('en') } as const;
    expect(() => writeMail(content)).toThrow('case RX-7K3F-9Q2M has no feedback to tell of');
  });
});

describe('refund request to finance', () => {
  test('says whether the customer was told of this decision, whatever they were told of an earlier one', () => {
    const sent = { type: 'record-mail', at: TOLD, kind: 'decision', to: 'maria@example.com' } as const;
    const first = waiting()
      .decided(inPart(4_000))
      .when({ ...sent, mailId: 'decision' });
    const again = first.told().objects('decision', TOLD).weighed(TOLD).decided(inFull, TOLD, HEAD);
    const mailOf = ({ found }: typeof again) => {
      if (found.status !== 'decided') throw new Error(`the case is ${found.status}`);
      return read(refundRequestFor(found, policyFor('en'))).text;
    };
    const promised = 'The customer has been told this amount and this day.';
    expect(mailOf(first)).toContain(promised);
    expect(mailOf(again)).toContain('Please refund: $49.90');
    expect(mailOf(again)).not.toContain(promised);
    expect(mailOf(again.when({ ...sent, mailId: 'decision.2' }))).toContain(promised);
  });

  test('not to pay what the payment system pays, where one is wired and the order is known', () => {
    const policy = {
      ...policyFor('en'),
      refund: { ...policyFor('en').refund, paidBy: 'payment-system' },
    } as const;
    const found = decided('kettle', inFull);
    const first = read(refundRequestFor(found, policy));
    expect(first.subject).toBe('For your records: $89.90 is being paid (RX-7K3F-9Q2M)');
    expect(first.text).toContain('Please do not pay it by hand as well.');
    expect(first.text).not.toContain('Please refund');
    const reminder = read({ ...refundRequestFor(found, policy), kind: 'refund-reminder' });
    expect(reminder.text).toContain('Please look there first');
    const unknownOrder = decided('noOrder', inFull);
    expect(read(refundRequestFor(unknownOrder, policy)).subject).toContain('Please refund');
  });

  test('whom, how much, for which order, which case, who decided and when', () => {
    const { subject, text } = sample('kettle', 'refund-request');
    expect(subject).toBe('Please refund $89.90 (RX-7K3F-9Q2M)');
    expect(text).toContain('Pay to: Maria Souza <maria@example.com> Order: SH-10001 (from the order record)');
    expect(text).toContain(
      'Decided by: manager@shop.example Decided on: Tuesday, November 3, 2026 at 1:00 AM EST',
    );
  });
});
