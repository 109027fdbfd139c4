import { describe, expect, it } from 'vitest';
import { parseMail } from '../../../functions/adapters/parse-mail.ts';
import { LimitExceeded } from '../../../functions/domain/errors.ts';

const HEAD = 'From: Maria <maria@example.com>\r\nSubject: x\r\n';
const parse = (mail: string) => parseMail(Buffer.from(mail));
const text = (body: string, ...headers: string[]) => [HEAD + headers.join('\r\n'), body].join('\r\n\r\n');
const html = (body: string) => text(body, 'Content-Type: text/html');
const parts = (part: string, times: number) =>
  `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n${`--b\r\n${part}\r\n`.repeat(times)}--b--\r\n`;
const file = (name: string) => `Content-Type: image/png; name="${name}"\r\n\r\nx`;
function nested(depth: number): string {
  const levels = Array.from({ length: depth }, (_, level) => {
    return `Content-Type: multipart/mixed; boundary="b${level}"\r\n\r\n--b${level}\r\n`;
  });
  return `${HEAD}${levels.join('')}\r\nhello`;
}

describe('a mail that is made to take much to read', () => {
  it.each<[string, RegExp, string]>([
    ['a line of 25 MB', /^MAX_HEADER_BYTES: /, 'x'.repeat(25_000_000)],
    ['a million lines', /^MAX_LINES: more than 600000 lines/, text('\n'.repeat(1_000_000))],
    ['100,000 headers', /^MAX_HEADERS: more than 1000 headers/, `${'X-A: 1\r\n'.repeat(100_000)}\r\nx`],
    [
      'headers of a megabyte',
      /^MAX_HEADER_BYTES: headers of more than 256 KB/,
      text('x', `X-A: ${'a'.repeat(1e6)}`),
    ],
    [
      'parts with headers of a megabyte',
      /^MAX_HEADER_BYTES: /,
      parts(`X-A: ${'a'.repeat(200_000)}\r\n\r\nx`, 5),
    ],
    ['addresses in every way', /^MAX_ADDRESSES: \d+ addresses/, text('x', `To: ${'a@b,'.repeat(3_000)}`)],
    ['addresses of no domain', /^MAX_ADDRESSES: \d+ addresses/, text('x', `Cc: ${'a,'.repeat(3_000)}`)],
    ['10,000 parts', /^MAX_PARTS: more than 500 parts/, parts('\r\nx', 10_000)],
    ['10,000 nested parts', /^MAX_(PARTS|NESTING): /, nested(10_000)],
    ['200 nested parts', /^MAX_NESTING: parts nested more than 100 deep/, nested(200)],
    ['300 files', /^MAX_ATTACHMENTS: more than 250 attachments/, parts(file('a.png'), 300)],
    [
      'the name of a file',
      /^MAX_FILE_NAME: a file’s name of 5000 characters/,
      parts(file('a'.repeat(5_000)), 1),
    ],
    ['quotes', /^MAX_QUOTE_DEPTH: 5000 quotes in quotes/, text('>'.repeat(5_000))],
    ['quotes with blanks', /^MAX_QUOTE_DEPTH: 5000 quotes in quotes/, text('> '.repeat(5_000))],
    ['quotes in HTML', /^MAX_QUOTE_DEPTH: 1000 quotes in quotes/, html('<blockquote>'.repeat(1_000))],
    ['elements in elements', /^MAX_HTML_NESTING: /, html('<div>'.repeat(90_000))],
    ['paragraphs in cells', /^MAX_HTML_NESTING: /, html('<td><p>'.repeat(60_000))],
    ['elements that only seem to be closed', /^MAX_HTML_NESTING: /, html('<div></x>'.repeat(50_000))],
    [
      'lines that every quote repeats',
      /^MAX_QUOTED_LINES: /,
      html('<blockquote>'.repeat(150) + '<br>x'.repeat(80_000)),
    ],
    [
      'lines that every list indents',
      /^MAX_QUOTED_LINES: /,
      html('<ul><li>'.repeat(90) + '<br>x'.repeat(80_000)),
    ],
    ['links', /^MAX_LINKS: \d+ links/, text('http://x.example '.repeat(10_000))],
    ['links in HTML', /^MAX_LINKS: \d+ links/, html('<a href=http://x>x</a>'.repeat(10_000))],
  ])('by %s is not read, and the limit is named', async (_, limit, mail) => {
    const start = performance.now();
    const error = await parse(mail).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(LimitExceeded);
    expect((error as Error).message).toMatch(limit);
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  it.each([
    ['20 MB of text', text(`hello ${'word '.repeat(4_000_000)}`)],
    ['20 MB of HTML', html(`hello ${'word '.repeat(4_000_000)}`)],
    [
      'text that is all line ends once it is decoded',
      text(
        Buffer.from(`hello${'\n'.repeat(15_000_000)}`).toString('base64'),
        'Content-Transfer-Encoding: base64',
      ),
    ],
    [
      'text that is all escapes',
      text(`hello${'=0A'.repeat(7_000_000)}`, 'Content-Transfer-Encoding: quoted-printable'),
    ],
    [
      'blanks in quoted-printable',
      text(`hello${`${' '.repeat(1_000_000)}x`.repeat(20)}`, 'Content-Transfer-Encoding: quoted-printable'),
    ],
  ])('by %s is read as far as a person would', async (_, mail) => {
    const start = performance.now();
    const read = await parse(mail);
    expect(read.text).toMatch(/^hello/);
    expect(read.text.length).toBeLessThanOrEqual(150_000);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

describe('a mail as people and shops send them', () => {
  const body = 'Bom dia, segue o que combinámos.\r\n'.repeat(50);

  it('that was forwarded forty times is read whole', async () => {
    const levels = Array.from({ length: 41 }, (_, depth) => body.replace(/^/gm, '>'.repeat(depth)));
    expect((await parse(text(levels.join('\r\n')))).text).toContain(`${'>'.repeat(40)}Bom dia`);
  });

  it('that was forwarded forty times as HTML is read whole', async () => {
    const paragraphs = '<div>Bom dia, segue o que combinámos.<br></div>'.repeat(50);
    const open = `<div class="gmail_quote"><div dir="ltr">Em seg., Ana escreveu:<br></div><blockquote><div dir="ltr">${paragraphs}`;
    const mail = html(open.repeat(40) + '</div></blockquote></div>'.repeat(40));
    expect((await parse(mail)).text).toContain('Bom dia');
  });

  it('that is a newsletter of 400 links and 120 pictures is read whole', async () => {
    const link = '<td><a href="https://shop.example/deal"><img src="cid:a"></a><br>A deal</td>';
    const letter = `Content-Type: text/html\r\n\r\n<table><tr>${link.repeat(400)}</tr></table>`;
    const picture = 'Content-Type: image/gif\r\nContent-ID: <a>\r\nContent-Disposition: inline\r\n\r\nx';
    const mail = `${HEAD}Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\n${letter}\r\n${`--b\r\n${picture}\r\n`.repeat(120)}--b--\r\n`;
    expect((await parse(mail)).text.match(/A deal/g)).toHaveLength(400);
  });

  it('that went to 500 people through twenty servers is read whole', async () => {
    const to = Array.from({ length: 500 }, (_, index) => `"Souza, Ana ${index}" <ana${index}@example.com>`);
    const trace = Array.from({ length: 20 }, (_, index) => `Received: from mx${index}.example by mx.example`);
    expect((await parse(text('hello', `To: ${to.join(',\r\n ')}`, ...trace))).text).toBe('hello');
  });

  it('with a table none of whose rows and cells is closed is read whole', async () => {
    const mail = html(`<table>${'<tr><td>one<td>two'.repeat(1_500)}</table>`);
    expect((await parse(mail)).text.match(/one/g)).toHaveLength(1_500);
  });
});
