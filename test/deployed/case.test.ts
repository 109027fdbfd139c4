import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { GetExecutionHistoryCommand, SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { beforeAll, describe, expect, it } from 'vitest';
import { miniStack } from './ministack.ts';
import { linkIn, peopleAround, REFERENCE } from './people.ts';
import { deployedStack, until } from './stack.ts';

const stack = deployedStack();
const { cases, mails, orders, tokens } = stack.records;
const emulator = miniStack(process.env['AWS_ENDPOINT_URL'] ?? '');
const people = peopleAround(stack, emulator);
const { mail, mails: sentMails, mailTo } = people;
const run = Date.now().toString(36);

const file = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)));
/** A mail of the fixtures, as somebody might write it again today. */
const fixture = (name: string, salt = run) =>
  file(`test/fixtures/mail/${name}.eml`)
    .toString('latin1')
    .replace(/^(Message-ID: <)/im, `$1${salt}.`);
const raw = (mail: string) => Buffer.from(mail, 'latin1');

beforeAll(async () => {
  await people.arrive();
  await stack.store('orders/sample.csv', file('functions/policy/sample-orders.csv'));
  await until('the orders to be imported', () => orders.get('SH-10001'));
});

describe('a case on the deployed stack', () => {
  const customer = 'emily.carter@mail.example';
  let id = '';
  let decide = '';
  let refund = '';

  it('is acknowledged within seconds', async () => {
    await stack.store(`inbound/${run}-kettle`, raw(fixture('en-kettle-stopped-working')));
    const sent = await mail('the acknowledgement', ({ To }) => To.includes(customer));
    id = REFERENCE.exec(sent.Subject)?.[0] ?? '';
    expect(sent.Source).toBe('refunds@shop.example');
    expect(sent.BodyText).toContain('Emily');
    expect(sent.BodyText).toContain(id);
    expect(sent.BodyHtml).toContain(id);
  });

  it('is documented with the order record', async () => {
    const { request } = await cases.load(id);
    expect(request).toMatchObject({
      orderNumber: { source: 'order', value: 'SH-10001' },
      product: { source: 'order', value: 'Cordless kettle 1.7 l' },
      amount: { source: 'order', value: { minor: 4990, currency: 'USD' } },
      customer: { address: customer },
    });
  });

  it('comes before the manager with all there is to know', async () => {
    const asked = await mailTo('manager@shop.example', id, /stopped working/);
    expect(asked.Subject).toContain('$49.90');
    expect(asked.BodyText).toContain('SH-10001');
    expect(asked.BodyText).toMatch(/Recommended: /);
    decide = linkIn(asked, 'decide');
    expect(decide.startsWith(stack.outputs.PublicUrl)).toBe(true);
  });

  it('is not changed by a scanner that fetches the link', async () => {
    // The mail is there a moment before the case says so.
    const found = await until('the case to name the mail', async () => {
      const asked = await cases.load(id);
      return asked.history.at(-1)?.type === 'mail-sent' && asked;
    });
    for (const method of ['GET', 'HEAD'] as const)
      expect((await stack.open(decide, method)).status).toBe(200);
    expect(await cases.load(id)).toEqual(found);
    expect(found.status).toBe('awaiting-decision');
  });

  it('is decided by the form, once', async () => {
    expect((await stack.fillIn(decide, { choice: 'approved', confirm: '49.90' })).status).toBe(200);
    const found = await cases.load(id);
    expect(found).toMatchObject({
      decided: { by: 'manager@shop.example', decision: { outcome: 'approved', amount: { minor: 4990 } } },
    });
    const late = await stack.fillIn(decide, { choice: 'declined', reason: 'Not this time.' });
    expect(late.body).toMatch(/already|decided/i);
    expect(await cases.load(id)).toMatchObject({ decided: { decision: { outcome: 'approved' } } });
  });

  it('is answered: the customer learns how much, and finance whom to pay', async () => {
    const told = await mailTo(customer, id, /approved/i);
    expect(told.BodyText).toContain('$49.90');
    const due = await mailTo('finance@shop.example', id, /SH-10001/);
    expect(due.BodyText).toContain(customer);
    refund = linkIn(due, 'refund');
  });

  it('is paid: finance says so once, and the customer hears of it', async () => {
    const paid = { outcome: 'paid', reference: 'TX-4711' };
    for (let click = 0; click < 2; click++) expect((await stack.fillIn(refund, paid)).status).toBe(200);
    expect((await mailTo(customer, id, /TX-4711/)).BodyText).toContain('$49.90');
    expect((await cases.load(id)).refunds).toMatchObject([{ state: 'paid' }]);
  });

  it('is followed up, and takes the customer’s answer', async () => {
    await people.followUpComes(id);
    const asked = await mail(
      'the follow-up',
      ({ To, BodyText }) => To.includes(customer) && /\/feedback\//.test(BodyText),
    );
    const link = linkIn(asked, 'feedback');
    await stack.open(link);
    expect((await cases.load(id)).feedback).toBeUndefined();
    const thanked = await stack.fillIn(link, { score: '5', comment: 'Kind and quick.', confirm: 'yes' });
    expect(thanked.status).toBe(200);
    expect((await cases.load(id)).feedback).toMatchObject({ score: 5, comment: 'Kind and quick.' });
  });

  it('is closed, after no more than 20 steps, and no mail was sent twice', async () => {
    const closed = await until('the case to close', async () => {
      const found = await cases.load(id);
      return found.status === 'closed' && found;
    });
    expect(closed.problem).toBeUndefined();
    const executionArn = `${stack.outputs.StateMachineArn.replace(':stateMachine:', ':execution:')}:${id}`;
    const history = await until('the flow to end', async () => {
      const { events } = await new SFNClient({}).send(
        new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }),
      );
      return events?.some(({ type }) => type === 'ExecutionSucceeded') && events;
    });
    expect(history.filter(({ type }) => type?.endsWith('StateEntered')).length).toBeLessThanOrEqual(20);
    const kinds = closed.history.flatMap((event) => (event.type === 'mail-sent' ? [event.kind] : []));
    const first = ['acknowledgement', 'approval-request', 'decision'];
    expect(kinds.slice(0, first.length)).toEqual(first);
    // Whoever was quick has clicked in a mail before it was written onto the case.
    const later = ['feedback-received', 'follow-up', 'refund-paid', 'refund-request'];
    expect(kinds.slice(first.length).sort()).toEqual(later);
    const about = (await sentMails()).filter(({ Subject }) => Subject.includes(id));
    expect(about).toHaveLength(kinds.length);
  });

  it('shows its task token nowhere', async () => {
    const token = await tokens.get(id);
    expect(token).toBeTruthy();
    expect(JSON.stringify(await cases.load(id))).not.toContain(token);
    expect(JSON.stringify(await emulator.sentMails())).not.toContain(token);
  });
});

describe('a case whose flow has ended before it was decided', () => {
  it('is decided by the link in the mail, and its customer is told', async () => {
    const written = fixture('en-kettle-stopped-working', `${run}-ended`)
      .replaceAll('SH-10001', 'SH-10999')
      .replaceAll('emily.carter@', 'ended@');
    await stack.store(`inbound/${run}-ended`, raw(written));
    const asked = await mail(
      'a request',
      ({ To, BodyText }) => To.includes('manager@shop.example') && /SH-10999/.test(BodyText),
    );
    const ended = REFERENCE.exec(asked.Subject)?.[0] ?? '';
    const executionArn = `${stack.outputs.StateMachineArn.replace(':stateMachine:', ':execution:')}:${ended}`;
    await new SFNClient({}).send(new StopExecutionCommand({ executionArn }));
    // MiniStack takes an answer for an execution that has ended; AWS does not know its token any more.
    await tokens.put(ended, 'ended', Date.now() + 60_000);
    await stack.fillIn(linkIn(asked, 'decide'), { choice: 'declined', reason: 'It was used for a year.' });
    const told = await until('the customer to be told', async () => {
      const found = await cases.load(ended);
      return found.history.some((event) => event.type === 'mail-sent' && event.kind === 'decision') && found;
    });
    expect(
      told.history.filter((event) => event.type === 'mail-sent' && event.kind === 'acknowledgement'),
    ).toHaveLength(1);
  });
});

describe('mails on the deployed stack', () => {
  it('in Portuguese are answered in Portuguese', async () => {
    await stack.store(`inbound/${run}-cesta`, raw(fixture('pt-cesta-chegou-atrasada')));
    const sent = await mail('an answer in Portuguese', ({ BodyText }) => /Olá/.test(BodyText));
    expect(sent.Subject).toMatch(REFERENCE);
  });

  it('that are delivered twice open one case', async () => {
    const twice = raw(fixture('en-headphones-changed-mind'));
    await Promise.all(['a', 'b'].map((copy) => stack.store(`inbound/${run}-headphones-${copy}`, twice)));
    const { To, Subject } = await mail(
      'an acknowledgement',
      ({ Subject, BodyText }) => /James/.test(BodyText) && REFERENCE.test(Subject),
    );
    await until('the case to wait for its decision', async () => {
      const found = await cases.load(REFERENCE.exec(Subject)?.[0] ?? '');
      return found.status === 'awaiting-decision';
    });
    const acknowledged = (await sentMails()).filter((one) => one.To.join() === To.join());
    expect(acknowledged).toHaveLength(1);
  });

  it('with photos show them to the approver, and hand over from the bucket what is too large for that', async () => {
    const large = Buffer.concat([Buffer.from('\xff\xd8\xff\xe0', 'latin1'), Buffer.alloc(5_000_000)]);
    const part = [
      'Content-Type: image/jpeg; name="large.jpg"',
      'Content-Disposition: attachment; filename="large.jpg"',
      'Content-Transfer-Encoding: base64',
      '',
      large.toString('base64').replace(/.{76}/g, '$&\r\n'),
    ];
    const photos = fixture('attachments/photos-and-a-receipt');
    const boundary = '------part-of-photos-and-a-receipt';
    const end = photos.lastIndexOf(`${boundary}--`);
    const withLarge = `${photos.slice(0, end)}${boundary}\r\n${part.join('\r\n')}\r\n${boundary}--\r\n`;
    await stack.store(`inbound/${run}-photos`, raw(withLarge));
    const told = await mail('an acknowledgement', ({ To }) => To.includes('sofia.meyer@mail.example'));
    const id = REFERENCE.exec(told.Subject)?.[0] ?? '';
    const decide = linkIn(await mailTo('manager@shop.example', id, /large\.jpg/), 'decide');
    const { attachments } = (await cases.load(id)).request;
    expect(attachments.map(({ kind }) => kind)).toEqual([...Array(5).fill('photo'), 'document', 'photo']);
    const page = await stack.open(decide);
    const shown = page.body.match(/<img /g);
    expect(shown).toHaveLength(4);
    for (const { sha256, name } of attachments) {
      const { status } = await stack.open(`${decide}/attachments/${sha256}`);
      expect([name, status]).toEqual([name, name === 'large.jpg' ? 303 : 200]);
    }
    expect((await stack.open(`${decide}/attachments/${'0'.repeat(64)}`)).status).toBe(404);
  });

  it('that nobody can make anything of are kept where a person sees them', async () => {
    const rawKey = `inbound/${run}-empty`;
    await stack.store(rawKey, raw(`${fixture('empty')}`));
    const found = await until('the mail to be quarantined', async () =>
      (await mails.quarantined(100)).find((one) => one.rawKey === rawKey),
    );
    expect(found.fate).toMatchObject({ state: 'quarantined', reason: expect.stringMatching(/\w/) });
  });
});
