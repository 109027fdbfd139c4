import { describe, expect, test } from 'vitest';
import type { AwaitingCase, CaseEvent } from '../../functions/domain/case.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import { hoursAfter } from '../../functions/domain/time.ts';
import { type MailContent, writeMail } from '../../functions/mail/write.ts';
import { read, sample } from '../support/read-mail.ts';
import {
  asks,
  awaiting,
  DEPUTY,
  followedBy,
  HEAD,
  HOSTILE_TEXT,
  leaves,
  MANAGER,
  OPENED,
  policyFor,
  type Sample,
  writes,
} from '../support/sample-cases.ts';
import { linksTo } from '../support/sample-links.ts';
import { everyMail } from '../support/sample-mails.ts';

type Request = Extract<MailContent, { kind: 'approval-request' | 'approval-reminder' | 'overdue-notice' }>;

/** The request for approval about a sample, with changes. */
function request(about: Sample, changes: Partial<Request> = {}): Request {
  const content = everyMail(about)['approval-request'];
  if (content?.kind !== 'approval-request') throw new Error('the samples have an approval request');
  return { ...content, ...changes };
}

const limited = (found: AwaitingCase, minor: number, currency = 'USD'): AwaitingCase => {
  return { ...found, round: { ...found.round, limit: { minor, currency } } };
};
const choicesIn = (content: MailContent) =>
  [...writeMail(content).text.matchAll(/\?choice=([\w-]+)/g)].map(([, choice]) => choice);

describe('the links of the approver’s mail', () => {
  test('lead to the page first; its text writes out the two answers most given, and says of the others how they are opened', () => {
    const { text } = writeMail(request('kettle'));
    const links = [...text.matchAll(/(.+):\nhttps:\S+\/decide\/[\w.-]+(\?choice=[\w-]+)?$/gm)];
    expect(links.map(([, label, choice]) => [label, choice])).toEqual([
      ['Look at the case and decide', undefined],
      ['Approve $89.90', '?choice=approved'],
      ['Decline', '?choice=declined'],
    ]);
    const told = [
      ...text.matchAll(
        /^(.+):\s+the\s+link\s+to\s+the\s+case\s+with\s+(\?choice=[\w-]+)\s+at\s+its\s+end$/gm,
      ),
    ];
    expect(told.map(([, label, choice]) => [label, choice])).toEqual([
      ['Approve an amount', '?choice=part-approved'],
      ['Offer an alternative', '?choice=alternative'],
      ['Ask the customer', '?choice=ask'],
      ['Hand over to a colleague', '?choice=hand-over'],
      ['I must not decide this one', '?choice=conflict'],
      ['I am away', '?choice=away'],
    ]);
  });

  test('come before everything that takes longer to read', () => {
    const { text } = writeMail(request('kettle'));
    expect(text.indexOf('?choice=away')).toBeLessThan(text.indexOf('In the customer’s own words'));
  });

  test('offer no approval in full of an amount nobody knows', () => {
    expect(choicesIn(request('noOrder'))).not.toContain('approved');
    expect(choicesIn(request('noOrder'))).toContain('part-approved');
  });

  test('offer an approval in full of more than the round may approve, which goes on as a recommendation', () => {
    expect(choicesIn(request('kettle', { found: limited(awaiting('kettle'), 8_989) }))).toContain('approved');
  });

  test('say what the approver may approve, where there is a limit', () => {
    const found = limited(awaiting('kettle'), 5_000);
    expect(read(request('kettle', { found })).text).toContain('You may approve: up to $50.00');
    expect(sample('kettle', 'approval-request').text).not.toContain('You may approve');
  });

  test('offer alternatives only where the policy has some for the amount', () => {
    const policy: Policy = { ...policyFor('en'), offers: [] };
    expect(choicesIn(request('kettle', { policy }))).not.toContain('alternative');
  });
});

describe('what was attached', () => {
  const link = linksTo(awaiting('kettle'))['a1'];

  test('can be looked at by a link that bears its name, and the mail says how long', () => {
    const { html } = writeMail(request('kettle'));
    expect(html).toMatch(
      new RegExp(`<a class="accent" href="${link}"[^>]*>kettle-base.jpg</a> \\(image/jpeg`),
    );
    expect(sample('kettle', 'approval-request').text).toContain(
      `kettle-base.jpg (image/jpeg, 482 kB) ${link} - receipt.pdf`,
    );
    expect(sample('kettle', 'approval-request').text).toContain(
      'The links to the attachments work until Tuesday, November 3, 2026 at 5:06 PM EST.',
    );
  });

  test('is named where it cannot be opened, and no link is promised', () => {
    const { text } = read(request('kettle', { attachmentLinks: {} }));
    expect(text).toContain('- kettle-base.jpg (image/jpeg, 482 kB) - receipt.pdf');
    expect(text).not.toContain('links to the attachments');
  });

  test('is evidence first and logos last; logos are not counted', () => {
    const { found } = request('kettle');
    const logo = { name: 'logo.png', type: 'image/png', bytes: 900, sha256: 'a0', kind: 'photo' } as const;
    const attachments = [{ ...logo, decoration: true as const }, ...found.request.attachments];
    const { text } = read(
      request('kettle', { found: { ...found, request: { ...found.request, attachments } } }),
    );
    expect(text).toContain('Attached: 1 photo and 1 document');
    expect(text.indexOf('logo.png')).toBeGreaterThan(text.indexOf('receipt.pdf'));
  });

  test('that is too much to be kept apart is on the page', () => {
    const { found } = request('kettle');
    const more = { ...found, request: { ...found.request, attachmentsNotKept: 3 } };
    expect(read(request('kettle', { found: more })).text).toContain('There are more attachments');
  });
});

describe('what the customer would read', () => {
  test('stands there in a line for each answer, in the words of the mails they would get', () => {
    const { text } = sample('kettle', 'approval-request');
    expect(text).toContain('Approve $89.90: “We are glad to tell you that you get your money back.”');
    expect(text).toContain('Approve an amount: “We can refund you [amount] of $89.90. We know');
    expect(text).toContain('instead:” Store credit · An exchange · A repair');
    expect(text).toContain('the answer you hoped for.” Then your reason, word for word.');
    expect(text).toContain('Ask the customer: “Before your request is decided,');
  });

  test('is the shop’s own words, where it has some', () => {
    const own = { en: 'Good news from us.', 'pt-BR': 'Boas notícias.' };
    const policy: Policy = { ...policyFor('en'), decisions: { approved: own } };
    expect(read(request('kettle', { policy })).text).toContain('Approve $89.90: “Good news from us.”');
  });

  test('tells of no price that they may not be told', () => {
    expect(sample('stranger', 'approval-request').text).toContain(
      '“We can refund you [amount]. It is a part',
    );
    expect(sample('noOrder', 'approval-request').text).toContain('“We can refund you [amount].”');
  });

  test('is in the staff’s language, and says in which the customer reads it', () => {
    const { text } = read(request('cafeteira', { policy: policyFor('en') }));
    expect(text).toContain('reads ours in it: Brazilian Portuguese. What you write yourself is sent as you');
    expect(sample('cafeteira', 'approval-request').text).not.toContain('outra língua');
    expect(sample('cafeteira', 'approval-request').text).toContain('Recusar: “Sentimos muito: não podemos');
  });
});

describe('somebody who is asked in another’s place', () => {
  const standIn = (found: AwaitingCase, policy = policyFor('en')) =>
    read(request('kettle', { found, policy, approver: DEPUTY }));

  test('reads for whom, and until when that person is away', () => {
    const { text } = sample('kettle', 'approval-stand-in');
    expect(text).toContain(
      'You are asked in place of manager@shop.example, who is away until Monday, November 9, 2026.',
    );
  });

  test('reads the same of an absence that the policy plans', () => {
    const found = awaiting('kettle');
    const round = { ...found.round, approvers: [DEPUTY], standIns: [{ person: DEPUTY, for: MANAGER }] };
    const policy = policyFor('en');
    const absences = [{ approver: MANAGER, from: '2026-11-01', until: '2026-11-05', instead: DEPUTY }];
    const planned = { ...policy, approval: { ...policy.approval, absences } };
    expect(standIn({ ...found, round }, planned).text).toContain(
      'who is away until Thursday, November 5, 2026',
    );
    expect(standIn({ ...found, round }).text).toContain('who cannot take it on at the moment');
  });

  test.each([
    ['conflict', 'who must not decide this case: they named a conflict of interest.'],
    ['unreachable', 'whom our mail did not reach.'],
    ['away', 'who is away.'],
  ] as const)('reads why: %s', (why, words) => {
    expect(standIn(awaiting('kettle', leaves({ why, to: DEPUTY }))).text).toContain(words);
  });

  test('reads by whom a case was handed over, and their note', () => {
    const { subject, text } = sample('kettle', 'approval-handed-over');
    expect(subject).toBe('Handed over to you: $89.90, Gooseneck kettle (RX-7K3F-9Q2M)');
    expect(text).toContain(
      'manager@shop.example handed this case over to you on Monday, November 2, 2026 at 8:00 AM EST. > You know this product better than I do.',
    );
    expect(text.indexOf('handed this case over')).toBeLessThan(text.indexOf('Money at stake'));
  });

  test('em português', () => {
    expect(sample('cafeteira', 'approval-handed-over').subject).toMatch(/^Passado para você: R\$ 189,90/);
    expect(sample('cafeteira', 'approval-stand-in').text).toContain(
      'Você decide no lugar de manager@shop.example, que está fora até segunda-feira, 9 de novembro de 2026.',
    );
  });

  test('who is asked for themselves reads nothing of all that', () => {
    expect(sample('kettle', 'approval-request').text).not.toMatch(/in place of|handed this case/);
  });
});

describe('a round that takes more than one answer', () => {
  test('says to the second who answered what, and that theirs is needed, too', () => {
    const { subject, text } = sample('kettle', 'approval-second');
    expect(subject).toBe('Your answer, too, please: $89.90, Gooseneck kettle (RX-7K3F-9Q2M)');
    expect(text).toContain('An approval of this much takes two people, so your answer is needed, too.');
    expect(text).toContain('- deputy@shop.example: Approved in full, $89.90 (Monday, November 2, 2026');
  });

  test('says how many have to answer alike, and who else is asked', () => {
    const { text } = sample('kettle', 'approval-several');
    expect(text).toContain(
      'It takes 2 people who answer alike. Asked with you: deputy@shop.example and head@shop.example. - head@shop.example: Approved in full',
    );
    expect(sample('cafeteira', 'approval-several').text).toContain(
      'São necessárias 2 pessoas com a mesma resposta. Quem mais recebeu este pedido: deputy@shop.example e head@shop.example.',
    );
  });

  test('says so where the first answer decides and others are asked, too', () => {
    const found = awaiting('kettle');
    const round = { ...found.round, approvers: [MANAGER, DEPUTY] };
    expect(read(request('kettle', { found: { ...found, round } })).text).toContain(
      'Asked with you: deputy@shop.example. The first answer decides.',
    );
    expect(sample('kettle', 'approval-request').text).not.toContain('Asked with you');
  });

  test('says what somebody recommends who may not approve as much', () => {
    const decision = { outcome: 'approved', amount: { minor: 8_990, currency: 'USD' } } as const;
    const answered = { type: 'approver-answered', at: OPENED, round: 1, by: MANAGER, decision } as const;
    const found = followedBy(limited(awaiting('kettle'), 5_000), answered);
    const next = { ...found, round: { ...found.round, limit: undefined, approvers: [HEAD] } };
    const { subject, text } = read(request('kettle', { found: next, approver: HEAD }));
    expect(subject).toMatch(/^Your decision, please/);
    expect(text).toContain(
      'This is what they recommend; what you decide counts. - manager@shop.example: Approved in full',
    );
  });

  test('says what was answered before, where that did not decide', () => {
    const declined = { outcome: 'declined', reason: 'It was used.' } as const;
    const events: CaseEvent[] = [
      { type: 'approver-answered', at: hoursAfter(OPENED, 4), round: 1, by: MANAGER, decision: declined },
    ];
    const found = followedBy(awaiting('kettle'), ...events);
    const next = { ...found, round: { ...found.round, approvers: [HEAD] } };
    const { text } = read(request('kettle', { found: next, approver: HEAD }));
    expect(text).toContain(
      'that did not decide it. So your answer is needed, too. - manager@shop.example: Declined',
    );
  });
});

describe('a round that waited for the customer', () => {
  const asked = asks('Does the light\ngo on?');
  const later = (found: AwaitingCase, approver = MANAGER) => read(request('kettle', { found, approver }));

  test('begins with the answer, and with what was asked', () => {
    const { subject, text } = sample('kettle', 'approval-answered');
    expect(subject).toMatch(/^The customer answered; your decision, please: /);
    expect(text).toContain(
      'The customer has answered, so the case goes on. You had asked: “Does the base light up when the kettle is empty? A photo',
    );
    expect(text).toContain('Sent with it: label.jpg.');
    expect(text.indexOf('You had asked')).toBeLessThan(text.indexOf('Money at stake'));
    expect(sample('cafeteira', 'approval-answered').subject).toMatch(/^O cliente respondeu; sua decisão/);
  });

  test('says by whom, where it was a colleague', () => {
    const found = awaiting('kettle', asked, writes({ text: 'It does not.' }));
    expect(later(found, DEPUTY).text).toContain(
      'manager@shop.example had asked: “Does the light go on?” > It does not.',
    );
  });

  test('says so where the answer is only a photo', () => {
    const photo = { name: 'x.jpg', type: 'image/jpeg', bytes: 9, sha256: 'c1', kind: 'photo' } as const;
    const found = awaiting('kettle', asked, writes({ text: ' ', attachments: [photo] }));
    expect(later(found).text).toContain('“Does the light go on?” The mail had no text. Sent with it: x.jpg.');
  });

  test('says that no answer came, and quotes none', () => {
    const { subject, text } = sample('kettle', 'approval-unanswered');
    expect(subject).toMatch(/^No answer came; your decision, please: /);
    expect(text).toContain('has not answered in time. The case waits for them no longer');
  });

  test('says that the question did not arrive', () => {
    const found = awaiting('kettle', asked, {
      type: 'record-return',
      at: hoursAfter(OPENED, 3),
      mailId: 'report',
      about: 'RX-7K3F-9Q2M.customer-question.1',
      to: 'maria@example.com',
      why: 'bounced',
      believed: true,
      policy: policyFor('en'),
    });
    const { subject, text } = later(found);
    expect(subject).toMatch(/^The question did not arrive; /);
    expect(text).toContain('and the mail did not reach them. The case waits for them no longer');
  });

  test('tells whoever takes it over then that they did, and the answer all the same', () => {
    const found = awaiting(
      'kettle',
      asked,
      writes({ text: 'It does not.' }),
      leaves({ at: hoursAfter(OPENED, 31), to: DEPUTY }),
    );
    const { subject, text } = later(found, DEPUTY);
    expect(subject).toMatch(/^Handed over to you: /);
    expect(text).toContain('> It does not.');
  });

  test('counts as begun anew for a reminder', () => {
    const found = awaiting('kettle', asked, writes({ text: 'It does not.' }));
    const reminder: Request = { ...request('kettle'), kind: 'approval-reminder', found };
    expect(read(reminder).text).toContain('with you since Tuesday, November 3, 2026 at 11:00 AM EST');
  });
});

describe('the size of the approver’s mail', () => {
  test('stays under what Gmail cuts off (102 KB), whatever everybody wrote', () => {
    const worst = `${'"&'.repeat(10_000)}\n${HOSTILE_TEXT}`;
    const photo = { name: '"'.repeat(200), type: '"'.repeat(90), bytes: 9, kind: 'photo' } as const;
    const photos = Array.from({ length: 60 }, (_, index) => ({
      ...photo,
      sha256: `${index}`.padStart(64, 'f'),
    }));
    const wrote = [1, 2, 3].map((index) =>
      writes({ at: hoursAfter(OPENED, 4), mailId: `m${index}`, text: worst, attachments: photos }),
    );
    const busy = awaiting(
      'kettle',
      ...wrote,
      asks(worst),
      writes({ text: worst }),
      leaves({ at: hoursAfter(OPENED, 31), to: DEPUTY, note: worst }),
    );
    const content = request('kettle');
    const precedents = content.precedents.map((one) => ({ ...one, reason: worst }));
    const link = `https://pages.shop.example/decide/${'x'.repeat(330)}`;
    const attachmentLinks = Object.fromEntries(
      photos.map(({ sha256 }) => [sha256, `${link}${'x'.repeat(80)}`]),
    );
    const found = {
      ...busy,
      evaluation: content.found.evaluation,
      request: { ...busy.request, text: worst, subject: worst },
    };
    const earlier = Array.from({ length: 20 }, () => awaiting('hostile'));
    const mail = writeMail({
      ...content,
      found,
      precedents,
      link,
      attachmentLinks,
      earlier,
      approver: DEPUTY,
    });
    expect(Buffer.byteLength(mail.html)).toBeLessThan(102_000);
    expect(mail.text).toContain('There are more attachments; the decision page lists them all.');
  });
});
