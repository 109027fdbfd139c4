import { describe, expect, it } from 'vitest';
import { topOf } from '../../../functions/adapters/mail-head.ts';
import { parseMail } from '../../../functions/adapters/parse-mail.ts';
import { classify } from '../../../functions/intake/classify.ts';

const parse = (...headers: string[]) =>
  parseMail(Buffer.from([...headers, '', 'My kettle broke.', ''].join('\r\n')));

describe('a mail that names two senders', () => {
  it.each([
    [
      'in two From headers',
      ['From: maria@example.com', 'From: eve@example.net'],
      /2 From headers that name different/,
    ],
    [
      'in two From headers apart',
      ['from: maria@example.com', 'Subject: x', 'FROM : eve@example.net'],
      /2 From headers/,
    ],
    [
      'in one From header',
      ['From: maria@example.com, Eve <eve@example.net>'],
      /its From header names 2 senders/,
    ],
    ['in a group', ['From: Us: maria@example.com, eve@example.net;'], /its From header names 2 senders/],
  ])('%s has no sender, and the reason says so', async (_, headers, reason) => {
    const mail = await parse(...headers);
    expect(mail.from).toBeUndefined();
    expect(classify(mail, 'refunds@shop.example')).toEqual({
      kind: 'no-sender',
      evidence: expect.stringMatching(reason),
    });
  });

  it.each([
    [['From: Maria <maria@example.com>', 'From: MARIA@example.com']],
    [['From: Souza, Maria <maria@example.com>']],
    [['From: "eve@example.net" <maria@example.com>']],
    [['From: Maria <maria@example.com>, maria@example.com']],
  ])('and they are the same has that sender: %s', async (headers) => {
    expect((await parse(...headers)).from?.address.toLowerCase()).toBe('maria@example.com');
  });
});

describe('of a header a mail may have once, the first counts', () => {
  const from = 'From: maria@example.com';

  it('as the subject', async () => {
    const subjects = ['Subject: =?utf-8?Q?ol=C3=A1?=', 'Subject: two', 'sUBJECT : three'];
    expect((await parse(from, ...subjects)).subject).toBe('olá');
  });

  it('as the Message-ID and what it answers', async () => {
    const mail = await parse(
      ...[from, 'Message-ID: <1@example.com>', 'In-Reply-To: <a@example.com>'],
      ...['Message-ID: <2@example.com>', 'In-Reply-To: <b@example.com>'],
    );
    expect(mail.messageId).toBe('<1@example.com>');
    expect(mail.answers).toEqual(['<a@example.com>']);
  });

  it('and what is folded into the second goes with it', async () => {
    expect((await parse(from, 'Subject: one', 'Subject: two', ' X-Evil: yes', 'X-Ok: 1')).headers).toEqual(
      new Map([
        ['from', 'maria@example.com'],
        ['subject', 'one'],
        ['x-ok', '1'],
      ]),
    );
  });
});

describe('the top of a mail that cannot be read whole', () => {
  const top = async (raw: string) => {
    const { from, subject } = await parseMail(topOf(Buffer.from(raw)));
    return { from: from?.address, subject };
  };

  it('says who wrote and about what, whatever else the headers are', async () => {
    const bomb = `${'X-A: 1\r\n'.repeat(2_000)}From: =?utf-8?Q?Jo=C3=A3o?= <joao@example.com>\r\nTo: ${'a@b,'.repeat(9_000)}\r\nSubject: =?utf-8?Q?caf=C3=A9?=\r\n =?utf-8?Q?teira?=\r\n`;
    expect(await top(`${bomb}\r\nx`)).toEqual({
      from: 'joao@example.com',
      subject: 'cafeteira'.replace('e', 'é'),
    });
  });

  it('names nobody where two are named', async () => {
    expect(await top('From: a@example.com\r\nFrom: b@example.com\r\nSubject: x\r\n\r\nx')).toEqual({
      from: undefined,
      subject: 'x',
    });
  });
});
