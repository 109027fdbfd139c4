import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseMail } from '../../../functions/adapters/parse-mail.ts';
import type { ParsedMail } from '../../../functions/domain/mail.ts';

const crlf = (...lines: string[]) => lines.join('\r\n');
const plain = (text: string) => crlf('From: ana@mail.example', `Subject: ${text}`, '', text);

/** A mail that has others attached. */
function holding(inner: readonly string[], disposition = 'attachment'): string {
  const boundary = `b${inner.join('').length}`;
  const parts = inner.flatMap((one) => [
    `--${boundary}`,
    'Content-Type: message/rfc822',
    `Content-Disposition: ${disposition}`,
    '',
    one,
  ]);
  return crlf(
    'From: sofia@shop.example',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    '',
    'See below.',
    ...parts,
    `--${boundary}--`,
    '',
  );
}
const read = (raw: string) => parseMail(Buffer.from(raw));
const depthOf = (mail: ParsedMail): number => 1 + Math.max(0, ...(mail.enclosed ?? []).map(depthOf));

describe('mails in a mail', () => {
  test.each(['attachment', 'inline'])('are read apart from its own text, %s or not', async (disposition) => {
    const mail = await read(holding([plain('kettle'), plain('toaster')], disposition));
    expect(mail.text).toBe('See below.');
    expect(mail.from?.address).toBe('sofia@shop.example');
    expect(mail.enclosed?.map(({ from, text }) => [from?.address, text])).toEqual([
      ['ana@mail.example', 'kettle'],
      ['ana@mail.example', 'toaster'],
    ]);
  });

  test('are read so deep and so many, and are files beyond', async () => {
    let raw = plain('kettle');
    for (let level = 0; level < 8; level++) raw = holding([raw]);
    expect(depthOf(await read(raw))).toBe(4);
    const many = await read(holding(Array.from({ length: 9 }, (_, index) => plain(`mail ${index}`))));
    expect(many.enclosed).toHaveLength(5);
    expect(many.attachments).toHaveLength(9);
  });

  test('stay files where nothing can be made of them', async () => {
    const mail = await read(holding(['']));
    expect(mail.enclosed).toBeUndefined();
    expect(mail.attachments).toHaveLength(1);
  });

  test('are not looked for in a report, which returns what we sent', async () => {
    const mail = await parseMail(readFileSync('test/fixtures/mail/machines/bounce-postfix-user-unknown.eml'));
    expect(mail.machineParts?.some(({ type }) => type === 'message/rfc822')).toBe(true);
    expect(mail.enclosed).toBeUndefined();
  });
});
