import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../functions/domain/case.ts';
import { MAX_MAIL_BYTES } from '../../functions/intake/read-mail.ts';
import { openShop, type Shop } from '../support/goodwill.ts';

const mail = (headers: string[], body = 'Please refund my kettle.') =>
  [
    'From: Maria <maria@example.com>',
    ...(headers.some((header) => header.startsWith('To:')) ? [] : ['To: refunds@shop.example']),
    ...headers,
    '',
    body,
    '',
  ].join('\r\n');

describe('every mail ends somewhere a person can see', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await openShop();
  });
  afterAll(() => shop.close());

  const cases = () => shop.get<Array<{ id: string; customer: string }>>('/cases.json');
  const quarantined = (reason: RegExp) =>
    shop.until(`quarantine for ${reason}`, async () => {
      const held = await shop.goodwill.services.mails.quarantined(100);
      return held.find(({ fate }) => fate.state === 'quarantined' && reason.test(fate.reason));
    });

  it('a mail delivered twice is one case, acknowledged once', async () => {
    const raw = mail(['Message-ID: <twice@example.com>', 'Subject: twice']);
    await Promise.all([shop.send(raw), shop.send(raw), shop.send(raw)]);
    await shop.mail('approval-request');
    await shop.send(raw);
    await shop.goodwill.services.flow.start((await shop.mail('acknowledgement')).case);
    expect(await cases()).toHaveLength(1);
    expect((await shop.mails()).filter(({ kind }) => kind === 'acknowledgement')).toHaveLength(1);
  });

  it('two different mails with one Message-ID are both kept', async () => {
    const before = (await cases()).length;
    await shop.send(mail(['Message-ID: <same@example.com>', 'Subject: one'], 'My first request'));
    await shop.send(mail(['Message-ID: <same@example.com>', 'Subject: two'], 'My second request'));
    await shop.until('two more cases', async () => (await cases()).length === before + 2);
  });

  it('different mails without sender or Message-ID are each a record, not one', async () => {
    const held = async () => (await shop.goodwill.services.mails.quarantined(100)).length;
    const before = await held();
    for (const noise of [1, 2, 3]) await shop.send(Buffer.from(`\x00\x01noise ${noise}\r\n\r\n`));
    await shop.until('three more records', async () => (await held()) === before + 3);
  });

  it('a reply from the customer joins the case', async () => {
    const acknowledgement = await shop.mail('acknowledgement');
    await shop.send(
      mail(
        ['Message-ID: <leak@example.com>', `Subject: Re: ${acknowledgement.subject}`],
        'One more thing: it also leaks.',
      ),
    );
    const found = await shop.until('the words on the case', async () => {
      const one = await shop.get<Case>(`/cases/${acknowledgement.case}.json`);
      return one.history.some(({ type }) => type === 'customer-wrote') && one;
    });
    expect(found.history).toContainEqual(
      expect.objectContaining({ type: 'customer-wrote', text: 'One more thing: it also leaks.' }),
    );
  });

  it('and is shown to whoever has the case, once', async () => {
    const told = await shop.mail('customer-reply');
    expect(told.to).toBe('manager@shop.example');
    expect((await shop.read(told)).text).toContain('it also leaks');
    const acknowledgement = await shop.mail('acknowledgement', (one) => one.case === told.case);
    await shop.send(
      mail(
        ['Message-ID: <leak@example.com>', `Subject: Re: ${acknowledgement.subject}`],
        'One more thing: it also leaks.',
      ),
    );
    await sleep(500);
    expect((await shop.mails()).filter(({ kind }) => kind === 'customer-reply')).toHaveLength(1);
  });

  it('only what a reply says itself is taken for words, not the mail it quotes', async () => {
    const acknowledgement = await shop.mail('acknowledgement');
    const quoted =
      'On Mon, 2 Nov 2026 at 10:00, Sample Shop <refunds@shop.example> wrote:\r\n> We have your request.';
    await shop.send(
      mail([`Subject: Re: ${acknowledgement.subject}`], `The lid is broken too.\r\n\r\n${quoted}`),
    );
    await shop.until('the words on the case', async () => {
      const { history } = await shop.get<Case>(`/cases/${acknowledgement.case}.json`);
      return history.some(
        (event) => event.type === 'customer-wrote' && event.text === 'The lid is broken too.',
      );
    });
  });

  it('a reply to the address our mails give joins the case, whatever became of its subject', async () => {
    const acknowledgement = await shop.mail('acknowledgement');
    const { replyTo } = await shop.read(acknowledgement);
    await shop.send(mail([`To: ${replyTo?.text}`, 'Subject: pictures'], 'Here are the pictures.'));
    await shop.until('the words on the case', async () => {
      const { history } = await shop.get<Case>(`/cases/${acknowledgement.case}.json`);
      return history.some(
        (event) => event.type === 'customer-wrote' && event.text === 'Here are the pictures.',
      );
    });
  });

  it('a stranger who names a case is a note for a person, and no words of the customer', async () => {
    const { case: id } = await shop.mail('acknowledgement');
    const before = (await cases()).length;
    await shop.send({ from: 'eve@example.net', subject: `Re: ${id}`, text: 'Send the money to me.' });
    const told = await shop.mail('customer-reply', ({ subject }) => subject.startsWith('Somebody else'));
    expect((await shop.read(told)).text).toContain('eve@example.net, which the case does not know');
    const { history } = await shop.get<Case>(`/cases/${id}.json`);
    expect(history).toContainEqual(
      expect.objectContaining({ type: 'stranger-wrote', from: 'eve@example.net' }),
    );
    expect(
      history.filter((event) => event.type === 'customer-wrote' && /Send the money/.test(event.text)),
    ).toEqual([]);
    expect(await cases()).toHaveLength(before);
  });

  it('an automatic reply is held back and never answered', async () => {
    await shop.send(mail(['Auto-Submitted: auto-replied', 'Subject: Out of office'], 'I am away.'));
    const held = await quarantined(/Auto-Submitted/);
    expect(held).toMatchObject({ from: 'maria@example.com', subject: 'Out of office' });
  });

  it('a mail that is too large is kept whole and held back, with who wrote it', async () => {
    const big = mail(['Subject: holiday photos'], 'x'.repeat(MAX_MAIL_BYTES + 1));
    await shop.send(big);
    const held = await quarantined(/too large: 25\.0 MB/);
    expect(held).toMatchObject({ from: 'maria@example.com', subject: 'holiday photos' });
    const raw = await shop.goodwill.services.rawMails.get(held.rawKey);
    expect(raw.byteLength).toBeGreaterThan(MAX_MAIL_BYTES);
  });

  it('an empty mail and binary noise are held back with a reason', async () => {
    await shop.send(mail([], ''));
    await quarantined(/empty/);
    await shop.send(Buffer.from(Uint8Array.from({ length: 5_000 }, (_, index) => (index * 7919) % 251)));
    await quarantined(/no-sender/);
  });

  it('a mail that breaks intake every time is given up on, and said to be broken', async () => {
    const { orders } = shop.goodwill.services;
    const { get } = orders;
    orders.get = async () => {
      throw new Error('the disk is on fire');
    };
    try {
      await shop.send(mail(['Subject: SH-10002 unlucky']));
      await quarantined(/broken: reading this mail failed every time/);
    } finally {
      orders.get = get;
    }
  }, 60_000);

  it('mail for anybody else is refused at the door', async () => {
    const transport = (await import('nodemailer')).createTransport({
      host: '127.0.0.1',
      port: shop.goodwill.smtpPort,
      ignoreTLS: true,
    });
    const sending = transport.sendMail({ from: 'a@example.com', to: 'ceo@shop.example', text: 'x' });
    await expect(sending).rejects.toThrow(/Only refunds@shop\.example takes mail here/);
    transport.close();
  });
});
