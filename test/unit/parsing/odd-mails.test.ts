import { describe, expect, it } from 'vitest';
import { parseMail } from '../../../functions/adapters/parse-mail.ts';
import { sha256 } from '../../../functions/adapters/sha256.ts';
import { identity } from '../../../functions/intake/identity.ts';

const HEAD = 'From: Maria <maria@example.com>\r\nDate: Mon, 2 Nov 2026 10:00:00 +0000\r\n';
const parse = (mail: string) => parseMail(Buffer.from(mail));
const alternative = (text: string, html: string, head = HEAD) =>
  `${head}Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n${text}\r\n` +
  `--b\r\nContent-Type: text/html\r\n\r\n${html}\r\n--b--\r\n`;

describe('an attachment whose type is empty', () => {
  it.each(['', '; name="photo.jpg"', ';'])('is read by its bytes: Content-Type:%s', async (type) => {
    const mail = await parse(
      `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nsee photo\r\n` +
        `--b\r\nContent-Type:${type}\r\nContent-Disposition: attachment; filename=photo.jpg\r\n\r\nabc\r\n--b--\r\n`,
    );
    expect(mail.attachments).toHaveLength(1);
    expect(mail.text).toBe('see photo');
  });
});

describe('a text part that stands in for the HTML', () => {
  it('is not what the customer wrote', async () => {
    const html =
      '<p>The e-book from SH-10017 is defective: it opens on no device I have. Please refund it to me.</p>';
    const mail = await parse(alternative('No HTML here.', html));
    expect(mail.text).toContain('SH-10017');
  });

  it('is left alone where the HTML says little more', async () => {
    expect((await parse(alternative('It leaks.', '<p><b>It leaks.</b></p>'))).text).toBe('It leaks.');
  });
});

describe('two mails', () => {
  const id = async (mail: string, key: string) => identity(await parse(mail), key, sha256);
  const named = `${HEAD}Message-ID: <same@example.com>\r\n`;

  it('that differ in their HTML alone are two', async () => {
    const one = alternative('See below.', '<p>SH-10007</p>', named);
    const two = alternative('See below.', '<p>SH-10021</p>', named);
    expect(await id(one, 'a')).not.toBe(await id(two, 'b'));
    expect(await id(one, 'a')).toBe(await id(one, 'c'));
  });

  it('without Message-ID are one when nothing in them differs', async () => {
    expect(await id(`${HEAD}\r\nhello`, 'a')).toBe(await id(`${HEAD}\r\nhello`, 'b'));
    expect(await id('From: maria@example.com\r\n\r\nhello', 'a')).not.toBe(
      await id('From: maria@example.com\r\n\r\nhello', 'b'),
    );
  });
});
