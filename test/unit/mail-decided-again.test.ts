import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Case, DecidedCase } from '../../functions/domain/case.ts';
import { isDecided } from '../../functions/domain/case.ts';
import type { Decision } from '../../functions/domain/decision.ts';
import { daysAfter, hoursAfter } from '../../functions/domain/time.ts';
import { previewOf } from '../../functions/web/preview.ts';
import { read } from '../support/read-mail.ts';
import { HEAD, MANAGER } from '../support/sample-cases.ts';
import {
  declined,
  inFull,
  inPart,
  instead,
  policy,
  type Story,
  TOLD,
  told,
  usd,
} from '../support/settling.ts';
import { openPages, type Pages } from '../support/web.ts';

const OBJECTED = daysAfter(TOLD, 1);
const AGAIN = hoursAfter(OBJECTED, 20);

/** A case whose customer was granted something, objected, and has a second answer from somebody else. */
const again = (first: Decision | Story, second: Decision): DecidedCase => {
  const story = 'found' in first ? first : told(first);
  const { found } = story.objects('decision', OBJECTED).weighed(OBJECTED).decided(second, AGAIN, HEAD);
  if (!isDecided(found)) throw new Error(`the case is ${found.status}`);
  return found;
};
const mailOf = (found: DecidedCase, language: 'en' | 'pt-BR' = 'en') =>
  read({ kind: 'decision', found: { ...found, request: { ...found.request, language } }, policy });

describe('the mail about a second decision', () => {
  test('that grants more names what is new, what stays, and what that is in all', () => {
    const { text } = mailOf(again(inPart(4_000), inFull));
    expect(text).toContain('We have looked at your request again');
    expect(text).toContain(
      'In all you get $89.90: the $40.00 that we granted you before, and $49.90 on top of it now.',
    );
    expect(text).toContain('In addition to what you were granted before: $49.90');
    expect(text).toContain('With you by: Wednesday, November 11, 2026');
  });

  test('says the same when it is written once the money was asked for', () => {
    const found = again(inPart(4_000), inFull);
    const asked = {
      ...found,
      refunds: [...found.refunds, { ...found.refunds[0], number: 2, amount: usd(4_990) }],
      history: [...found.history, { type: 'refund-asked', at: AGAIN, refund: { amount: usd(4_990) } }],
    } as DecidedCase;
    expect(mailOf(asked).text).toBe(mailOf(found).text);
  });

  test.each([
    ['as much', inPart(4_000)],
    ['less', inPart(1_000)],
    ['a part of the money that is less', { ...instead('half') }],
  ])('that grants %s says that what was granted stays, and approves nothing', (_, second) => {
    const { subject, text } = mailOf(again(inPart(4_500), second));
    expect(subject).toBe('Your refund stays as it is (RX-7K3F-9Q2M)');
    expect(text).toContain('The $45.00 that we granted you before stays yours. You get a mail from us when');
    expect(text).not.toMatch(/With you by|\$10\.00/);
  });

  test('that declines says what stays, and declines no more than what is beyond it', () => {
    const { text } = mailOf(again(inPart(4_000), declined));
    expect(text).toContain('we cannot give you more than we granted you before.');
    expect(text).toContain('The $40.00 that we granted you before stays yours.');
    expect(text).not.toContain('we cannot give you a refund for this purchase');
  });

  test('says of money that was paid that it was', () => {
    const paid = told(inPart(4_000)).paid(OBJECTED);
    expect(mailOf(again(paid, declined)).text).toContain('stays yours. It has been paid.');
  });

  test('offers what is left of the money, not all of it once more', () => {
    const { text } = mailOf(again(inPart(4_000), instead('store-credit')));
    expect(text).toContain('Our offer: Store credit: $54.89');
    expect(text).toContain('what is left of the amount you asked for and 10% on top');
    expect(mailOf(again(inPart(4_000), declined)).text).toContain(
      '- Half of the money: $4.95, on top of the $40.00 you were granted before',
    );
    expect(mailOf(again(inPart(4_500), declined)).text).not.toContain('Half of the money');
  });

  test('is as ever where nothing was granted before, but for the thanks', () => {
    const { text } = mailOf(again(declined, inFull));
    expect(text).toContain('Your refund: $89.90');
    expect(text).not.toContain('before');
  });

  test('em português', () => {
    expect(mailOf(again(inPart(4_000), inFull), 'pt-BR').text).toContain(
      'Ao todo, você recebe US$ 89,90: os US$ 40,00 que já tínhamos aprovado e mais US$ 49,90 agora.',
    );
    expect(mailOf(again(inPart(4_000), declined), 'pt-BR').text).toContain(
      'O valor de US$ 40,00 que já tínhamos aprovado continua sendo seu.',
    );
    expect(mailOf(again(inPart(4_000), inPart(4_000)), 'pt-BR').subject).toContain('continua o mesmo');
  });
});

describe('the mail to whoever pays', () => {
  const request = (found: DecidedCase, number: number, kind: 'refund-request' | 'refund-reminder') => {
    const refund = found.refunds.find((one) => one.number === number);
    if (!refund) throw new Error(`there is no refund ${number}`);
    return read({ kind, found, policy, refund, link: 'https://pages.shop.example/refund/x' }).text;
  };
  const both = told(inPart(4_000)).objects('decision', OBJECTED).weighed(OBJECTED);
  const { found } = both.decided(inFull, AGAIN, HEAD).told(AGAIN);
  if (!isDecided(found)) throw new Error(`the case is ${found.status}`);

  test('asks for what is new on top of what it was asked for before, once each', () => {
    const text = request(found, 2, 'refund-request');
    expect(text).toContain('Please refund: $49.90');
    expect(text).toContain('This comes on top of $40.00, which you were asked for before: $89.90 in all.');
    expect(text).toContain(`Decided by: ${HEAD}`);
  });

  test('reminds of the first money with the decision it belongs to', () => {
    const text = request(found, 1, 'refund-reminder');
    expect(text).toContain('Please refund: $40.00');
    expect(text).toContain('Decision: An amount approved');
    expect(text).toContain(`Decided by: ${MANAGER}`);
    expect(text).not.toContain('on top of');
  });
});

describe('an objection that is taken back', () => {
  const back = told(inPart(4_000)).objects('decision', OBJECTED).writes('withdraw', AGAIN).found;
  if (!isDecided(back)) throw new Error(`the case is ${back.status}`);
  const request = { ...back.request, language: 'pt-BR' } as const;

  test('is told the customer, with what stands', () => {
    const { text } = read({ kind: 'already-decided', found: back, policy, tookBack: 'objection' });
    expect(text).toContain('nobody has to look at your request again, so we have stopped.');
    expect(text).toContain('Your request itself was decided on Tuesday, November 3, 2026');
    const found = { ...back, request };
    expect(read({ kind: 'already-decided', found, policy, tookBack: 'objection' }).text).toContain(
      'então paramos por aqui',
    );
  });

  test('is told whoever decided', () => {
    const mail = { text: 'Never mind.', from: 'maria@example.com', attachments: [], stranger: false };
    const { text } = read({ kind: 'customer-reply', found: back, policy, ...mail, tookBack: 'objection' });
    expect(text).toContain('The customer takes the objection back');
  });
});

test('a later mail to a customer who was granted money before says that it stays', () => {
  const found = again(inPart(4_000), declined);
  expect(read({ kind: 'already-decided', found, policy }).text).toContain(
    'The $40.00 that we granted you before stays yours.',
  );
});

describe('the pages', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages({ policy });
  });
  afterAll(() => pages.close());

  test('tell whoever decided again what was granted before, and what comes on top of it', async () => {
    await pages.store({ ...again(inPart(4_000), inFull), id: 'RX-AGAI-0001' });
    const { html } = await pages.get(await pages.decidePath('RX-AGAI-0001', 2, HEAD));
    for (const text of ['Granted before', '$40.00', 'Paid in addition', '$49.90'])
      expect(html).toContain(text);
  });

  test('tell the customer what stays beside what was decided', async () => {
    const story = told(inPart(4_000)).objects('decision', OBJECTED).weighed(OBJECTED);
    await pages.store({ ...story.decided(declined, AGAIN, HEAD).told(AGAIN).found, id: 'RX-AGAI-0002' });
    const { html } = await pages.get(await pages.objectPath('RX-AGAI-0002'));
    expect(html).toContain('The $40.00 that we granted you before stays yours.');
  });

  test.each([
    ['on an appeal', 'decision', '$98.89'],
    ['after a correction', 'fact', '$54.89'],
  ] as const)('tell whoever decides %s what an offer is worth', async (_, about, worth) => {
    const { found } = told(inPart(4_000)).objects(about, OBJECTED).weighed(OBJECTED);
    const id = `RX-AGAI-${about}`;
    await pages.store({ ...found, id });
    const approver = about === 'fact' ? MANAGER : HEAD;
    const { html } = await pages.get(await pages.decidePath(id, 2, approver));
    expect(html).toContain(worth);
    expect(html.includes('40.00')).toBe(about === 'fact');
  });
});

describe('money that was granted before in another currency', () => {
  const reais = { source: 'mail', value: { minor: 50_000, currency: 'BRL' }, words: 'R$ 500,00' } as const;
  const corrects = () =>
    told(inPart(4_000))
      .when({ type: 'object', at: OBJECTED, about: 'fact', says: '', learned: { amount: reais }, policy })
      .weighed(OBJECTED);
  const mailAsking = (found: Case) => {
    if (found.status !== 'awaiting-decision') throw new Error(`the case is ${found.status}`);
    const beside = { approver: MANAGER, link: 'https://pages.shop.example/decide/x', attachmentLinks: {} };
    const content = { found, policy, ...beside, earlier: [], precedents: [] };
    return read({ kind: 'approval-request', ...content }).text;
  };

  test('is named to whoever decides again, by mail and on the page: it is not set off', async () => {
    const { found } = corrects();
    const says =
      'Money was granted before in USD. It stays, and only an amount in the same currency is set off against it: an amount in any other is paid on top of it in full.';
    expect(mailAsking(found)).toContain(says);
    const pages = await openPages({ policy });
    pages.setNow(AGAIN);
    await pages.store(found);
    expect((await pages.get(await pages.decidePath(found.id, 2))).html).toContain(says);
    await pages.close();
  });

  test('is named to finance, too: both are due in full', () => {
    const { found } = corrects().decided({ outcome: 'approved', amount: reais.value }, AGAIN).told(AGAIN);
    const [, refund] = found.refunds;
    if (!refund) throw new Error('there is a second refund');
    const { text } = read({
      kind: 'refund-request',
      found,
      policy,
      refund,
      link: 'https://pages.shop.example/refund/x',
    });
    expect(text).toContain('You were asked for $40.00 before, in another currency: that stays');
    expect(text).not.toContain('on top of');
  });

  test('is nothing to warn of where all of it is in one', () => {
    const { found } = told(inPart(4_000)).objects('decision', OBJECTED).weighed(OBJECTED);
    expect(mailAsking(found)).not.toContain('Money was granted before in');
  });
});

test('who decides on an appeal sees nothing of the first money in the mail they would send', () => {
  const { found } = told(inPart(4_000)).objects('decision', OBJECTED).weighed(OBJECTED);
  if (found.status !== 'awaiting-decision') throw new Error(`the case is ${found.status}`);
  const rules = { at: AGAIN, policy };
  for (const decision of [inFull, declined, instead('store-credit')]) {
    const { mails } = previewOf({ type: 'decide', decision }, { found, person: HEAD, rules });
    expect(JSON.stringify(mails)).not.toMatch(/40\.00|49\.90|54\.89|granted you before/);
  }
});
