import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../functions/domain/case.ts';
import type { ListedMail } from '../../infra/local/people.ts';
import { openShop, type Shop } from '../support/goodwill.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');

const load = (id: string) => shop.goodwill.services.cases.load(id);
const cases = () => shop.get<Array<{ id: string; customer: string }>>('/cases.json');
const sent = async (kind: string, id: string) =>
  (await shop.mails()).filter((mail) => mail.kind === kind && mail.case === id);
const textOf = async (mail: ListedMail) => ((await shop.read(mail)).text ?? '').replace(/\s+/g, ' ');
const when = (id: string, what: string, fits: (found: Case) => boolean) =>
  shop.until(what, async () => {
    const found = await load(id);
    return fits(found) && found;
  });

/** Opens a case with a mail and waits until somebody is asked to decide it. */
async function open(from: string, subject: string, text: string): Promise<string> {
  await shop.send({ from, subject, text });
  const { case: id } = await shop.mail('acknowledgement', ({ to }) => from.includes(to));
  await shop.mail('approval-request', (mail) => mail.case === id);
  return id;
}

async function decide(id: string): Promise<Response> {
  const asked = await shop.mail('approval-request', (mail) => mail.case === id);
  return shop.fillIn(await shop.link(asked, 'decide'), { choice: 'approved' });
}

describe('what is missing', () => {
  it('is asked for once, in the acknowledgement, and a plain reply completes it', async () => {
    const from = 'james.okafor@post.example';
    const id = await open(from, 'My headphones', 'Hello, they stopped working. I would like a refund.');
    const acknowledgement = await shop.mail('acknowledgement', (mail) => mail.case === id);
    expect(await textOf(acknowledgement)).toContain('Your order number.');

    await shop.send({ from, subject: `Re: ${acknowledgement.subject}`, text: 'It is SH-10002.' });
    const found = await when(id, 'the order', ({ request }) => request.orderNumber.source === 'order');
    expect(found.request).toMatchObject({
      ordersOwnAddress: true,
      product: { source: 'order', value: 'Wireless headphones' },
      reason: { source: 'mail', value: 'defective' },
    });
    const weighed = await when(
      id,
      'a new evaluation',
      ({ history }) => history.filter(({ type }) => type === 'evaluated').length === 2,
    );
    expect(weighed).toMatchObject({
      status: 'awaiting-decision',
      evaluation: { route: 'manager' },
    });
    const told = await textOf(await shop.mail('customer-reply', (mail) => mail.case === id));
    expect(told).toContain('Wireless headphones');
    expect(told).toContain('Recommended: No clear recommendation');
    expect(await sent('acknowledgement', id)).toHaveLength(1);
  });
});

describe('a second mail about the same order', () => {
  it('joins the open case and says so', async () => {
    const from = 'ruth.feldman@mail.example';
    const id = await open(from, 'Coat', 'The lining of my coat from SH-10003 has torn. Can I get a refund?');
    await shop.send({
      from,
      subject: 'Wool coat again',
      text: 'One more thing about SH-10003: a button is missing.',
    });
    const joined = await shop.mail('request-joined', (mail) => mail.case === id);
    expect(joined.to).toBe(from);
    expect(await textOf(joined)).toContain(id);
    expect((await cases()).filter(({ customer }) => customer === from)).toHaveLength(1);
  });

  it('is a case of its own when it comes from somebody else', async () => {
    const id = await open('eve@example.net', 'Coat', 'SH-10003 was mine, please refund it to me.');
    expect((await load(id)).request.ordersOwnAddress).toBe(false);
  });
});

describe('mails that are about different things', () => {
  const from = 'mariana.ribeiro@correio.example';
  const mine = async () => (await cases()).filter(({ customer }) => customer === from);

  it('are two requests, although the first did not name its order', async () => {
    const id = await open(from, 'Abajur', 'Olá, comprei um abajur e ele chegou quebrado. Quero reembolso.');
    await shop.send({
      from,
      subject: 'Cobrança',
      text: 'Um outro problema: fui cobrada duas vezes pelo e-book do pedido SH-10020.',
    });
    await shop.until('two cases', async () => (await mine()).length === 2);
    expect((await load(id)).request.orderNumber).toEqual({ source: 'unknown' });
  });

  it('are two requests, although the second answers the first', async () => {
    const kettle = 'emily.carter@mail.example';
    const id = await open(kettle, 'Kettle', 'My kettle from SH-10001 broke, please refund it.');
    await shop.send({
      from: kettle,
      subject: `Re: ${id}`,
      text: 'Now my toaster from order SH-10021 stopped working too.',
    });
    await shop.until(
      'two cases',
      async () => (await cases()).filter(({ customer }) => customer === kettle).length === 2,
    );
  });

  it('are two requests, although a subject names the reference of a friend', async () => {
    const [friend] = await mine();
    const own = 'henry.dubois@mail.example';
    await shop.send({
      from: own,
      subject: `Same as my friend ${friend?.id}`,
      text: 'My linen shirt SH-10013 tore. Refund please.',
    });
    expect((await shop.mail('acknowledgement', ({ to }) => to === own)).case).not.toBe(friend?.id);
  });
});

describe('strangers who write about a case', () => {
  it('cannot fill it: its customer is heard all the same', async () => {
    const from = 'nora.lindqvist@post.example';
    const id = await open(from, 'Perfume', 'The perfume from SH-10018 smells of nothing, please refund it.');
    for (let index = 0; index < 22; index++) {
      await shop.send({
        from: `s${index}@strangers.example`,
        subject: `Re: ${id}`,
        text: `Me too, number ${index}.`,
      });
    }
    await shop.until('the last strangers held back', async () =>
      (await shop.goodwill.services.mails.quarantined(50)).some(
        ({ fate }) => fate.state === 'quarantined' && fate.reason.startsWith('too much'),
      ),
    );
    await shop.send({ from, subject: `Re: ${id}`, text: 'It is the second bottle.' });
    const found = await when(id, 'the customer', ({ history }) =>
      history.some(({ type }) => type === 'customer-wrote'),
    );
    expect(found.history.filter(({ type }) => type === 'stranger-wrote')).toHaveLength(20);
  });
});

describe('a customer who takes the request back', () => {
  const from = 'ana.souza@correio.example';
  let id: string;

  it('is told so, and nobody has to decide any more', async () => {
    id = await open(
      from,
      'Liquidificador',
      'Olá, meu liquidificador do pedido SH-10004 quebrou. Quero reembolso.',
    );
    await shop.send({ from, subject: `Re: ${id}`, text: 'Oi, pode desconsiderar, resolvi ficar com ele.' });
    const told = await shop.mail('withdrawal', (mail) => mail.case === id);
    expect(told).toMatchObject({ to: from });
    expect(await textOf(told)).toContain('sua solicitação continua');
    expect(await load(id)).toMatchObject({ status: 'withdrawn' });
    const page = await decide(id);
    expect(page.status).toBe(409);
    expect(await page.text()).toContain('has taken this request back');
    expect(await textOf(await shop.mail('customer-reply', (mail) => mail.case === id))).toContain(
      'The customer takes the request back.',
    );
  });

  it('may say thank you, and it stays closed', async () => {
    await shop.send({ from, subject: `Re: ${id}`, text: 'Obrigada!' });
    const found = await when(id, 'the thanks', ({ history }) =>
      history.some((event) => event.type === 'customer-wrote' && event.text === 'Obrigada!'),
    );
    expect(found.status).toBe('withdrawn');
  });

  it('is not taken to go on by a note that they are away', async () => {
    const text = 'Thanks for your mail. I am travelling this week and will get back to you when I return.';
    await shop.send({ from, subject: `Re: ${id}`, text });
    const found = await when(id, 'the note', ({ history }) =>
      history.some((event) => event.type === 'customer-wrote' && event.text === text),
    );
    expect(found.status).toBe('withdrawn');
  });

  it('may go on after all: somebody is asked again, and decides', async () => {
    await shop.send({
      from,
      subject: `Re: ${id}`,
      text: 'Mudei de ideia: ele parou de novo, quero o dinheiro de volta.',
    });
    await shop.until(
      'a second request for approval',
      async () => (await sent('approval-request', id)).length === 2,
    );
    const [newest] = await sent('approval-request', id);
    if (!newest) throw new Error('there are two');
    expect((await shop.fillIn(await shop.link(newest, 'decide'), { choice: 'approved' })).status).toBe(200);
    await shop.mail('decision', (mail) => mail.case === id);
    expect(await textOf(await shop.mail('request-reopened', (mail) => mail.case === id))).toContain(
      'está aberta de novo',
    );
    expect(await sent('withdrawal', id)).toHaveLength(1);
    expect(shop.log.filter((line) => line.includes('ERROR'))).toEqual([]);
  });
});

describe('a customer who objected', () => {
  const from = 'nina.berg@mail.example';
  const HEAD = 'head@shop.example';
  let id: string;

  it('may send evidence in reply to our mail about it, and whoever decides sees it', async () => {
    id = await open(from, 'Lamp', 'The lamp of SH-10004 broke after a year. I would like a refund.');
    const first = await shop.mail('approval-request', (mail) => mail.case === id);
    await shop.fillIn(await shop.link(first, 'decide'), {
      choice: 'declined',
      reason: 'It was used for a year.',
    });
    const decision = await shop.mail('decision', (mail) => mail.case === id);
    await when(id, 'that they were told', ({ status }) => status === 'told');
    await shop.fillIn(await shop.link(decision, 'object'), {
      about: 'decision',
      why: 'Nobody saw my photo.',
    });
    const received = await shop.mail('objection-received', (mail) => mail.case === id);
    await shop.mail('approval-request', (mail) => mail.case === id && mail.to === HEAD);
    const photo = { filename: 'crack.jpg', content: JPEG, contentType: 'image/jpeg' };
    await shop.send({ from, subject: `Re: ${received.subject}`, text: 'Here it is.', attachments: [photo] });
    const told = await shop.mail('customer-reply', (mail) => mail.case === id);
    expect(told.to).toBe(HEAD);
    expect(await textOf(told)).toContain('crack.jpg');
    const asked = await shop.mail('approval-request', (mail) => mail.case === id && mail.to === HEAD);
    const page = await (await fetch(await shop.link(asked, 'decide'))).text();
    expect(page).toContain('crack.jpg');
    expect(page).toContain('Here it is.');
  });

  it('may take that back by a reply: what was decided stands, and the flow goes on with it', async () => {
    await shop.send({ from, subject: `Re: ${id}`, text: 'Never mind, I will keep it.' });
    const told = await shop.mail('already-decided', (mail) => mail.case === id);
    expect(await textOf(told)).toContain('nobody has to look at your request again');
    const found = await when(id, 'the first decision', ({ status }) => status === 'told');
    expect(found).toMatchObject({ decided: { decision: { outcome: 'declined' } }, earlier: [] });
    expect(await sent('decision', id)).toHaveLength(1);
    const asked = await shop.mail('approval-request', (mail) => mail.case === id && mail.to === HEAD);
    expect((await shop.fillIn(await shop.link(asked, 'decide'), { choice: 'approved' })).status).not.toBe(
      200,
    );
    expect(await load(id)).toMatchObject({ status: 'told', refunds: [] });
  });
});

describe('a reply to a request that was decided', () => {
  const from = 'oliver.smith@mail.example';
  let id: string;

  it('is answered with how things stand, and reaches whoever decided', async () => {
    id = await open(from, 'Lamp', 'The lamp from SH-10007 is broken, please refund it.');
    expect((await decide(id)).status).toBe(200);
    const decision = await shop.mail('decision', (mail) => mail.case === id);
    await when(id, 'the customer to be told', ({ status }) => status === 'told');
    await shop.send({ from, subject: `Re: ${decision.subject}`, text: 'When will the money arrive?' });
    const answer = await textOf(await shop.mail('already-decided', (mail) => mail.case === id));
    expect(answer).toContain('Approved in full');
    expect(answer).toContain('passed it on to the person who decided');
    const told = await shop.mail('customer-reply', (mail) => mail.case === id);
    expect(told.to).toBe('manager@shop.example');
  });

  it('in which they no longer ask for anything is told the truth: nothing ends by itself, and a person sees to it', async () => {
    await shop.send({ from, subject: `Re: ${id}`, text: 'Never mind, I will keep it. Thanks!' });
    const answer = async (kind: string, says: string) =>
      shop.until(`${kind}: ${says}`, async () => {
        const texts = await Promise.all((await sent(kind, id)).map(textOf));
        return texts.some((text) => text.includes(says));
      });
    await answer('already-decided', 'Since your request was decided already, nothing ends by itself');
    await answer('already-decided', 'Until they have, the refund goes on its way to you.');
    await answer('customer-reply', 'if money was granted and should not be paid now, tell finance');
    expect((await load(id)).status).toBe('told');
  });

  it('is answered a few times at most, so that two machines do not go on for ever', async () => {
    for (const text of ['Hello?', 'Anybody?', 'Still nothing.']) {
      await shop.send({ from, subject: `Re: ${id}`, text });
      await when(id, text, ({ history }) =>
        history.some((event) => event.type === 'customer-wrote' && event.text === text),
      );
      await shop.until('the last answer', async () => (await sent('already-decided', id)).length === 3);
    }
    await shop.until('every reply to reach whoever decided', async () => {
      return (await sent('customer-reply', id)).length === 5;
    });
    await sleep(300);
    expect(await sent('already-decided', id)).toHaveLength(3);
    expect(await sent('customer-reply', id)).toHaveLength(5);
  });

  it('is a new request where it names another order', async () => {
    await shop.send({ from, subject: `Re: ${id}`, text: 'Now the blender from SH-10004 is broken as well.' });
    await shop.until(
      'a second case',
      async () => (await cases()).filter(({ customer }) => customer === from).length === 2,
    );
  });
});

describe('a mail of ours that comes back', () => {
  const report = (about: string, recipient: string) =>
    [
      'From: MAILER-DAEMON@mx.example.com',
      'To: refunds@shop.example',
      'Subject: Undelivered Mail Returned to Sender',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'The mail could not be delivered.',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example.com',
      '',
      `Final-Recipient: rfc822; ${recipient}`,
      'Action: failed',
      'Status: 5.1.1',
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      `X-Goodwill-Mail: ${about}`,
      '--b--',
      '',
    ].join('\r\n');

  it('is noted on its case, and moves nothing', async () => {
    const from = 'grace.kim@post.example';
    const id = await open(from, 'Game', 'The game from SH-10012 came without pieces, please refund it.');
    await shop.send(report(`${id}.acknowledgement`, from));
    const found = await when(id, 'the note', ({ history }) =>
      history.some(({ type }) => type === 'mail-returned'),
    );
    expect(found.status).toBe('awaiting-decision');
    expect(found.history.at(-1)).toMatchObject({
      about: `${id}.acknowledgement`,
      to: from,
      why: 'bounced',
      status: '5.1.1',
    });
  });

  it('is held back where the report is about somebody we did not write to', async () => {
    const [{ case: id }] = (await shop.mails()) as [ListedMail];
    await shop.send(report(`${id}.acknowledgement`, 'somebody.else@example.com'));
    await shop.until('the quarantined report', async () =>
      (await shop.goodwill.services.mails.quarantined(10)).some(
        ({ fate }) => fate.state === 'quarantined' && fate.reason.startsWith('bounce'),
      ),
    );
    expect(
      (await load(id)).history.filter((event) => event.type === 'mail-returned' && event.to.includes('else')),
    ).toEqual([]);
  });
});

describe('an address that writes without end', () => {
  it('is answered no more once it has written more than a person does', async () => {
    const from = 'machine@loop.example';
    for (let round = 0; round < 26; round++) {
      await shop.send({
        from,
        subject: `ticket ${round}`,
        text: `Thank you for your request number ${round}.`,
      });
    }
    await shop.until('a mail held back for being too many', async () =>
      (await shop.goodwill.services.mails.quarantined(30)).some(
        ({ fate }) => fate.state === 'quarantined' && fate.reason.startsWith('too many'),
      ),
    );
    expect((await cases()).filter(({ customer }) => customer === from).length).toBeLessThanOrEqual(20);
  });
});
