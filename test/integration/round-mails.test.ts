import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AwaitingCase, Case } from '../../functions/domain/case.ts';
import { daysAfter } from '../../functions/domain/time.ts';
import { changeCase } from '../../functions/runtime/change-case.ts';
import { rulesNow } from '../../functions/runtime/rules.ts';
import { wakeFlow } from '../../functions/runtime/wake-flow.ts';
import type { ListedMail } from '../../infra/local/people.ts';
import { openShop, type Shop } from '../support/goodwill.ts';
import { defaultPolicyText } from '../support/policy.ts';

const MANAGER = 'manager@shop.example';
const DEPUTY = 'deputy@shop.example';
const HEAD = 'head@shop.example';

let shop: Shop;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'goodwill-'));
  const policyFile = join(folder, 'policy.yaml');
  await writeFile(policyFile, defaultPolicyText.replace(`[${MANAGER}]`, `[${MANAGER}, ${DEPUTY}]`));
  shop = await openShop({ policyFile });
});
afterAll(async () => {
  await shop.close();
  await rm(folder, { recursive: true });
});

const load = (id: string) => shop.goodwill.services.cases.load(id);
const when = (id: string, what: string, fits: (found: Case) => boolean) =>
  shop.until(what, async () => {
    const found = await load(id);
    return fits(found) && found;
  });
const sent = async (kind: string, id: string) =>
  (await shop.mails()).filter((mail) => mail.kind === kind && mail.case === id);
const textOf = async (mail: ListedMail) => ((await shop.read(mail)).text ?? '').replace(/\s+/g, ' ');
const requestTo = (id: string, person: string, again = '') =>
  shop.mail('approval-request', (mail) => mail.case === id && mail.to === person && mail.id.includes(again));
const wrote = (text: string) => (found: Case) =>
  found.history.some((event) => 'text' in event && event.text === text);
const all = ({ history }: Case, type: Case['history'][number]['type']) =>
  history.filter((event) => event.type === type);
function round(found: Case): AwaitingCase['round'] {
  if (found.status !== 'awaiting-decision') throw new Error(`case ${found.id} is ${found.status}`);
  return found.round;
}

/** Opens a case and waits until both approvers of the first level are asked. */
async function open(from: string, text: string): Promise<string> {
  await shop.send({ from, subject: 'My order', text });
  const { case: id } = await shop.mail('acknowledgement', ({ to }) => to === from);
  await Promise.all([requestTo(id, MANAGER), requestTo(id, DEPUTY)]);
  return id;
}

/** What a mail program answers for somebody who is away. */
async function isAway(
  person: string,
  asked: ListedMail,
  { to = 'refunds@shop.example', answers = '', text = 'I am out of the office.' } = {},
): Promise<void> {
  const { messageId, subject } = await shop.read(asked);
  await shop.send(
    [
      `From: ${person}`,
      `To: ${to}`,
      `Subject: Automatic reply: ${subject}`,
      'Auto-Submitted: auto-replied (vacation)',
      `Message-ID: <${Math.random().toString(36).slice(2)}@${person.split('@')[1]}>`,
      `In-Reply-To: ${answers || messageId}`,
      '',
      text,
      '',
    ].join('\r\n'),
  );
}
const held = (from: string) =>
  shop.until(`a mail of ${from} in quarantine`, async () =>
    (await shop.goodwill.services.mails.quarantined(50)).find((mail) => mail.from === from),
  );

async function ask(id: string, text: string): Promise<void> {
  const { services } = shop.goodwill;
  const { number } = round(await load(id));
  const asked = await changeCase(services.cases, id, {
    type: 'ask-customer',
    ...(await rulesNow(services)),
    round: number,
    by: MANAGER,
    text,
  });
  await wakeFlow(services, asked, 'leave it');
  await shop.mail('customer-question', (mail) => mail.case === id);
}

describe('an out-of-office reply of an approver', () => {
  let id: string;

  it('is noted on the case, and nobody else is asked while a colleague is there', async () => {
    id = await open('emily.carter@mail.example', 'My kettle from SH-10001 broke, please refund it.');
    await isAway(MANAGER, await requestTo(id, MANAGER), {
      text: 'I am out of the office until further notice. Ask the front desk.',
    });
    const found = await when(id, 'the manager to have left', (one) => all(one, 'approver-left').length > 0);
    expect(round(found)).toMatchObject({ number: 1, approvers: [DEPUTY] });
    expect(found.history).toContainEqual(
      expect.objectContaining({ type: 'approver-left', person: MANAGER, why: 'away' }),
    );
    expect(found.history).toContainEqual(
      expect.objectContaining({
        type: 'staff-wrote',
        from: MANAGER,
        text: expect.stringContaining('front desk'),
      }),
    );
    expect(await sent('staff-note', id)).toEqual([]);
    expect(await sent('customer-reply', id)).toEqual([]);
  });

  it('keeps new requests from them where it names their last day, and only there', async () => {
    const { absences, clock } = shop.goodwill.services;
    const until = daysAfter(clock.now(), 10).slice(0, 10);
    expect(await absences.of([MANAGER])).toEqual([]);
    const noted = `I am away until ${until}.`;
    const other = await open('ines.prado@mail.example', 'My kettle from SH-10005 leaks, please refund it.');
    await isAway(MANAGER, await requestTo(other, MANAGER), { text: noted });
    await when(other, 'the manager to have left', (one) => all(one, 'approver-left').length > 0);
    expect(await absences.of([MANAGER])).toEqual([{ person: MANAGER, until }]);
    await absences.put({ person: MANAGER, until: '2026-01-01' });
  });

  it('of the last who was asked has the next level asked at once', async () => {
    const asked = await requestTo(id, DEPUTY);
    const { replyTo } = await shop.read(asked);
    const to = replyTo?.text ?? '';
    // The customer has the case's reply address as well, and can work out the mail's id.
    await isAway(DEPUTY, asked, { to, answers: `<${asked.id}@shop.example>` });
    await held(DEPUTY);
    await isAway(DEPUTY, asked, { to });
    expect((await requestTo(id, HEAD)).case).toBe(id);
    const found = await load(id);
    expect(round(found)).toMatchObject({ number: 2, approvers: [HEAD] });
    expect(await sent('approval-request', id)).toHaveLength(3);
    expect(await textOf(await requestTo(id, HEAD))).toContain('I am out of the office.');
  });

  it('that comes again does nothing again', async () => {
    await isAway(MANAGER, await requestTo(id, MANAGER), { text: 'I am still out of the office.' });
    await held(MANAGER);
    const found = await load(id);
    expect(all(found, 'approver-left')).toHaveLength(2);
    expect(round(found).approvers).toEqual([HEAD]);
  });

  it('is none where it answers a mail that never was', async () => {
    const answers = `<${id}.approval-request.9.00000000@shop.example>`;
    await isAway(HEAD, await requestTo(id, HEAD), { answers });
    await held(HEAD);
    expect(round(await load(id)).approvers).toEqual([HEAD]);
  });

  it('of the only person who is left raises the alarm, and they stay asked', async () => {
    await isAway(HEAD, await requestTo(id, HEAD), { text: 'I am away.' });
    await shop.until('the alarm', async () =>
      shop.log.some((line) => line.includes('the only person who could decide is away')),
    );
    expect(round(await load(id)).approvers).toEqual([HEAD]);
  });

  it('is none where it comes from the customer', async () => {
    const customer = 'emily.carter@mail.example';
    const acknowledgement = await shop.mail('acknowledgement', (mail) => mail.case === id);
    await isAway(customer, acknowledgement);
    await held(customer);
    expect(all(await load(id), 'customer-wrote')).toEqual([]);
  });
});

describe('a mail to an approver that comes back', () => {
  const nameOf = async (about: ListedMail) => `${(await shop.read(about)).headers.get('x-goodwill-mail')}`;
  const report = (about: ListedMail, returned: string) =>
    [
      'From: MAILER-DAEMON@mx.example.com',
      'To: refunds@shop.example',
      'Subject: Undelivered Mail Returned to Sender',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example.com',
      '',
      `Final-Recipient: rfc822; ${about.to}`,
      'Action: failed',
      'Status: 5.1.1',
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      returned,
      '--b--',
      '',
    ].join('\r\n');

  it('has the next one asked at once, when nobody else is left', async () => {
    const id = await open(
      'james.okafor@post.example',
      'My headphones from SH-10002 stopped working. Refund?',
    );
    const toManager = await requestTo(id, MANAGER);
    await shop.send(report(toManager, `X-Goodwill-Mail: ${await nameOf(toManager)}`));
    const one = await when(
      id,
      'the manager to have left',
      (found) => all(found, 'approver-left').length === 1,
    );
    expect(round(one)).toMatchObject({ number: 1, approvers: [DEPUTY] });
    const toDeputy = await requestTo(id, DEPUTY);
    await shop.send(report(toDeputy, `Message-ID: <${await nameOf(toDeputy)}@shop.example>`));
    await requestTo(id, HEAD);
    expect(round(await load(id))).toMatchObject({ number: 2, approvers: [HEAD] });
  });

  it('has others asked in their place from then on, until a person says that the address works again', async () => {
    const { deliveries, clock } = shop.goodwill.services;
    const from = 'olga.brandt@post.example';
    await shop.send({ from, subject: 'My order', text: 'My headphones from SH-10002 hum. Refund?' });
    const { case: id } = await shop.mail('acknowledgement', ({ to }) => to === from);
    expect((await requestTo(id, HEAD)).case).toBe(id);
    const found = await load(id);
    expect(found.left).toEqual(expect.arrayContaining([MANAGER, DEPUTY]));
    for (const person of [MANAGER, DEPUTY]) await deliveries.lift(person, clock.now());
  });

  it('moves nothing where the report says no more than the customer can know', async () => {
    const id = await open('noah.weiss@post.example', 'My lamp from SH-10004 arrived broken. Refund?');
    const asked = await requestTo(id, MANAGER);
    await shop.send(report(asked, `X-Goodwill-Mail: ${asked.id}`));
    await shop.send(report(asked, `X-Goodwill-Mail: ${asked.id}.0123456789abcdef`));
    const other = await nameOf(await shop.mail('acknowledgement', (mail) => mail.case === id));
    await shop.send(report(asked, `X-Goodwill-Mail: ${asked.id}.${other.split('.').at(-1)}`));
    const found = await when(id, 'the report', (one) => all(one, 'mail-returned').length > 0);
    expect(round(found).approvers).toEqual([MANAGER, DEPUTY]);
    await shop.send(report(asked, `Subject: Please decide: ${id}`));
    await held('MAILER-DAEMON@mx.example.com');
    const later = await load(id);
    expect(round(later).approvers).toEqual([MANAGER, DEPUTY]);
    expect(all(later, 'mail-returned')).toHaveLength(1);
  });
});

describe('what a customer writes while people decide', () => {
  const from = 'ruth.feldman@mail.example';
  let id: string;

  it('reaches everybody who is asked', async () => {
    id = await open(from, 'The lining of my coat from SH-10003 has torn. Can I get a refund?');
    await shop.send({ from, subject: `Re: ${id}`, text: 'A button is missing, too.' });
    for (const person of [MANAGER, DEPUTY]) {
      await shop.mail('customer-reply', (mail) => mail.case === id && mail.to === person);
    }
  });

  it('does not answer a question where it only thanks, or says that they are away', async () => {
    await ask(id, 'Since when is the lining torn?');
    const notes = ['Thank you very much!', 'I am travelling and will read it next week.'];
    for (const text of notes) {
      await shop.send({ from, subject: `Re: ${id}`, text });
      expect(round(await when(id, text, wrote(text))).question).toBeDefined();
    }
    await shop.send({ from: 'eve@example.net', subject: `Re: ${id}`, text: 'Since ever.' });
    await shop.send({ from: DEPUTY, subject: `Re: ${id}`, text: 'I approve this.' });
    await when(id, 'the stranger', wrote('Since ever.'));
    expect(round(await when(id, 'the deputy', wrote('I approve this.'))).question).toBeDefined();
    const note = await shop.mail('staff-note', (mail) => mail.case === id);
    expect(note.to).toBe(DEPUTY);
    expect(await textOf(note)).toContain('a mail cannot decide it');
  });

  it('answers it otherwise: the approvers are asked anew, with the answer, and are told no second time', async () => {
    const told = async () => (await sent('customer-reply', id)).length;
    await shop.until('the earlier mails to be told', async () => (await told()) === 9);
    const text = 'We saw it on holiday, three weeks ago.';
    await shop.send({ from, subject: `Re: ${id}`, text });
    for (const person of [MANAGER, DEPUTY]) {
      expect(await textOf(await requestTo(id, person, '.again1.'))).toContain(text);
    }
    const found = await load(id);
    expect(round(found).question).toBeUndefined();
    expect(found.history).toContainEqual(expect.objectContaining({ type: 'round-resumed', why: 'answered' }));
    expect(await told()).toBe(9);
  });

  it('ends everything where it takes the request back instead of answering', async () => {
    await ask(id, 'Would a repair do?');
    await shop.send({ from, subject: `Re: ${id}`, text: 'Never mind, I will keep it.' });
    await shop.mail('withdrawal', (mail) => mail.case === id);
    expect((await load(id)).status).toBe('withdrawn');
    expect(shop.log.filter((line) => line.includes('ERROR'))).toEqual([]);
  });
});
