import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../functions/domain/case.ts';
import type { ListedMail } from '../../infra/local/people.ts';
import { openShop, type Shop } from '../support/goodwill.ts';
import { changedPolicy } from '../support/policy.ts';
import { type StoryLanguage as Language, words } from '../support/story-words.ts';

/** One day of the product's time in two seconds. */
const DAY_IN_2_SECONDS = 43_200;
const MANAGER = 'manager@shop.example';
const HEAD = 'head@shop.example';
const FINANCE = 'finance@shop.example';
/** How long anything may take while all the others are at work (s). */
const PATIENCE = 40;

/** On a busy machine nobody is reminded before they click; one way to pay has to be late soon. */
const PATIENT = changedPolicy(
  ['answerWithinHours: 72', 'answerWithinHours: 480'],
  ['reminderHours: 24', 'reminderHours: 240'],
  ['deadlineHours: 36', 'deadlineHours: 360'],
  ['reminderHours: 12', 'reminderHours: 240'],
  ['deadlineHours: 24', 'deadlineHours: 360'],
  ['days: 7 # until', 'days: 30 # until'],
  ['# others: #', 'others: #'],
  ['#   - id: bank', '  - id: bank'],
  ['#     method: { en: by', '    method: { en: by'],
  ['#     days: 3', '    days: 1'],
  ['afterDays: 5', 'afterDays: 2'],
);

let shop: Shop;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'goodwill-'));
  const policyFile = join(folder, 'policy.yaml');
  await writeFile(policyFile, PATIENT);
  shop = await openShop({ timeScale: DAY_IN_2_SECONDS, policyFile });
});
afterAll(async () => {
  await shop.close();
  await rm(folder, { recursive: true });
});

const load = (id: string) => shop.goodwill.services.cases.load(id);
const sent = async (id: string) => (await shop.mails()).filter((one) => one.case === id);
const mail = (kind: string, id: string, which = 1) =>
  shop.until(
    `mail ${kind} ${which} of ${id}`,
    async () => {
      const alike = (await sent(id)).filter((one) => one.kind === kind);
      return alike.toSorted((a, b) => Date.parse(a.sentAt) - Date.parse(b.sentAt))[which - 1];
    },
    PATIENCE,
  );
const count = async (kind: string, id: string) => (await sent(id)).filter((one) => one.kind === kind).length;
const closed = (id: string) =>
  shop.until(
    'the case to close',
    async () => {
      const found = await load(id);
      return found.status === 'closed' && found;
    },
    PATIENCE,
  );
const textOf = async (one: ListedMail) => ((await shop.read(one)).text ?? '').replace(/\s+/g, ' ');
/** Opens the link of a mail and sends its form, twice, as people do. */
async function click(one: ListedMail, page: 'refund' | 'offers' | 'object', fields: Record<string, string>) {
  const link = await shop.link(one, page);
  for (let times = 0; times < 2; times++) expect((await shop.fillIn(link, fields)).status).toBe(200);
}
async function decide(asked: ListedMail, fields: Record<string, string>): Promise<void> {
  expect((await shop.fillIn(await shop.link(asked, 'decide'), fields)).status).toBe(200);
}
/** By then the other stories may be a clear line of refusals, which takes a word of why. */
const approve = (one: ListedMail, more = {}) =>
  decide(one, { choice: 'approved', against: 'It broke in ordinary use.', ...more });

let people = 0;
/** A request of somebody new, as far as the manager's mail about it. */
async function asked(language: Language): Promise<{ id: string; from: string; request: ListedMail }> {
  const from = `customer${++people}@mail.example`;
  await shop.send({ from, subject: 'SH-10001', text: words[language].asks });
  const { case: id } = await shop.mail('acknowledgement', ({ to }) => to === from, PATIENCE);
  return { id, from, request: await mail('approval-request', id) };
}

/** Answers a mail with what a mail program makes of it. */
async function reply(from: string, answered: ListedMail, text: string): Promise<void> {
  const { messageId, replyTo, subject } = await shop.read(answered);
  const headers = [
    `From: ${from}`,
    `To: ${replyTo?.text}`,
    `Subject: Re: ${subject?.replace(/[^ -~]/g, '')}`,
    `In-Reply-To: ${messageId}`,
    `Message-ID: <reply-to-${answered.id}@mail.example>`,
    'Content-Type: text/plain; charset=utf-8',
  ];
  await shop.send([...headers, '', text, ''].join('\r\n'));
}

/** What the mail server of somebody says whose address there is not. */
async function bounce(about: ListedMail): Promise<void> {
  const name = (await shop.read(about)).headers.get('x-goodwill-mail');
  const [type, report] = [
    'multipart/report; report-type=delivery-status; boundary=b',
    '--b\r\nContent-Type: ',
  ];
  await shop.send(
    [
      'From: MAILER-DAEMON@mx.mail.example',
      'To: refunds@shop.example',
      'Subject: Undelivered Mail Returned to Sender',
      `Content-Type: ${type}`,
      '',
      `${report}message/delivery-status`,
      '',
      'Reporting-MTA: dns; mx.mail.example',
      '',
      `Final-Recipient: rfc822; ${about.to}`,
      'Action: failed',
      'Status: 5.1.1',
      `${report}text/rfc822-headers`,
      '',
      `X-Goodwill-Mail: ${name}`,
      '--b--',
      '',
    ].join('\r\n'),
  );
}

/** The kinds of mails a customer was sent, each of which was written in their language. */
async function lettersTo(from: string, id: string, language: Language): Promise<string[]> {
  const letters = (await sent(id)).filter(({ to }) => to === from);
  for (const letter of letters)
    expect([letter.kind, (await shop.read(letter)).html]).toEqual([
      letter.kind,
      expect.stringContaining(`<html lang="${language}">`),
    ]);
  return letters.map(({ kind }) => kind).sort();
}

/** Each tells a case from its first mail to its end, and which mails its customer was sent. */
const stories: Record<string, (language: Language) => Promise<[found: Case, letters: string[]]>> = {
  async 'approved, paid, followed up and answered'(language) {
    const { id, request } = await asked(language);
    await approve(request);
    const payment = await mail('refund-request', id);
    expect(payment.to).toBe(FINANCE);
    await click(payment, 'refund', { outcome: 'paid', reference: 'TX-1' });
    expect(await textOf(await mail('refund-paid', id))).toContain('TX-1');
    // Whoever pays cannot say so twice otherwise.
    await shop.fillIn(await shop.link(payment, 'refund'), { outcome: 'paid', reference: 'TX-2' });
    const link = await shop.link(await mail('follow-up', id), 'feedback');
    const { body } = await fetch(link);
    await body?.cancel();
    expect((await load(id)).feedback).toBeUndefined();
    await shop.fillIn(link, { score: '5', comment: 'Kind.', confirm: 'yes' });
    const found = await closed(id);
    expect(found).toMatchObject({
      feedback: { score: 5, comment: 'Kind.' },
      refunds: [{ state: 'paid', paid: { reference: 'TX-1' } }],
    });
    return [found, ['acknowledgement', 'decision', 'follow-up', 'refund-paid']];
  },

  async 'declined, and settled by an offer that is accepted'(language) {
    const { id, request } = await asked(language);
    await decide(request, { choice: 'declined', reason: 'It was used for a year.' });
    const decision = await mail('decision', id);
    const { body } = await fetch(await shop.link(decision, 'offers'));
    await body?.cancel();
    expect(await load(id)).toMatchObject({ offers: { state: 'open' } });
    await click(decision, 'offers', { offer: 'store-credit', confirm: 'yes' });
    expect((await mail('offer-to-fulfil', id)).to).toBe(MANAGER);
    await mail('offer-accepted', id);
    const found = await closed(id);
    expect(found).toMatchObject({ offers: { state: 'accepted', accepted: 'store-credit' }, refunds: [] });
    return [found, ['acknowledgement', 'decision', 'follow-up', 'offer-accepted']];
  },

  async 'declined, appealed against, approved by somebody else and paid'(language) {
    const { id, request } = await asked(language);
    const reason = `Only the first approver of ${language} says so.`;
    await decide(request, { choice: 'declined', reason });
    await click(await mail('decision', id), 'object', { about: 'decision', why: words[language].appeals });
    const again = await mail('approval-request', id, 2);
    expect(again.to).toBe(HEAD);
    expect(await textOf(again)).toContain(words[language].appeals);
    expect(await textOf(again)).not.toContain(reason);
    await approve(again);
    await mail('decision', id, 2);
    await click(await mail('refund-request', id), 'refund', { outcome: 'paid', reference: 'TX-3' });
    const found = await closed(id);
    expect(found).toMatchObject({
      decided: { by: HEAD, decision: { outcome: 'approved' } },
      earlier: [{ by: MANAGER, decision: { outcome: 'declined' } }],
      refunds: [{ state: 'paid' }],
    });
    const letters = [
      'acknowledgement',
      'decision',
      'decision',
      'follow-up',
      'objection-received',
      'refund-paid',
    ];
    return [found, letters];
  },

  async 'asked about, answered and approved'(language) {
    const { id, from, request } = await asked(language);
    await decide(request, { choice: 'ask', question: 'What happens when you switch it on?' });
    const question = await mail('customer-question', id);
    expect(await textOf(question)).toContain('What happens when you switch it on?');
    await reply(from, question, words[language].answers);
    const again = await mail('approval-request', id, 2);
    expect(await textOf(again)).toContain(words[language].answers);
    await approve(again);
    await click(await mail('refund-request', id), 'refund', { outcome: 'paid', reference: 'TX-4' });
    return [
      await closed(id),
      ['acknowledgement', 'customer-question', 'decision', 'follow-up', 'new-promise', 'refund-paid'],
    ];
  },

  async withdrawn(language) {
    const { id, from, request } = await asked(language);
    await reply(from, await mail('acknowledgement', id), words[language].withdraws);
    await mail('withdrawal', id);
    const found = await load(id);
    expect(found.status).toBe('withdrawn');
    await shop.fillIn(await shop.link(request, 'decide'), { choice: 'approved' });
    expect((await load(id)).status).toBe('withdrawn');
    return [found, ['acknowledgement', 'withdrawal']];
  },

  async 'asked about in vain: the mail bounces, and a person who knows that decides'(language) {
    const { id, request } = await asked(language);
    await decide(request, { choice: 'ask', question: 'What happens when you switch it on?' });
    await bounce(await mail('customer-question', id));
    const again = await mail('approval-request', id, 2);
    const warned = 'did not reach the customer’s address';
    expect(await textOf(request)).not.toContain(warned);
    expect(await textOf(again)).toContain(warned);
    await approve(again);
    await click(await mail('refund-request', id), 'refund', { outcome: 'paid', reference: 'TX-5' });
    const found = await closed(id);
    expect(found.history).toContainEqual(
      expect.objectContaining({ type: 'mail-returned', why: 'bounced', status: '5.1.1', believed: true }),
    );
    // Nothing more is written to an address that does not exist: whoever has the case is asked to reach them.
    expect((await mail('customer-unreachable', id)).to).toBe(MANAGER);
    return [found, ['acknowledgement', 'customer-question']];
  },
};

/** All at the same time in one shop, since most of it is waiting. */
describe.concurrent.each(Object.keys(words) as Language[])('a request in %s', (language) => {
  it.each(Object.entries(stories))('is %s', async (_, tell) => {
    const [found, letters] = await tell(language);
    expect(found.request.language).toBe(language);
    expect(found.problem).toBeUndefined();
    expect(await lettersTo(found.request.customer.address, found.id, language)).toEqual(letters);
  });
});

describe.concurrent('money that nobody confirms', () => {
  it('raises the alarm and the customer is told, once, and it is asked for until it is paid', async () => {
    const { id, request } = await asked('en');
    await approve(request, { way: 'bank-transfer' });
    const late = await mail('refund-late', id);
    expect(late.to).toBe((await mail('decision', id)).to);
    expect(shop.log.some((line) => line.includes('ERROR') && line.includes(id))).toBe(true);
    const reminder = await mail('refund-reminder', id, 2);
    expect(reminder.to).toBe(FINANCE);
    await click(reminder, 'refund', { outcome: 'failed', why: 'The card was closed.' });
    expect((await mail('refund-failed', id)).to).toBe(MANAGER);
    await click(await mail('refund-reminder', id, 3), 'refund', { outcome: 'paid', reference: 'TX-6' });
    await closed(id);
    expect(await count('refund-late', id)).toBe(1);
    expect(await count('refund-paid', id)).toBe(1);
  });
});
