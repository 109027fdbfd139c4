import { randomBytes } from 'node:crypto';

const HEAD = 'From: Maria <maria@example.com>\r\nTo: refunds@shop.example\r\nSubject: Refund\r\n';
const MB = 1024 * 1024;

const text = (body: string, ...headers: string[]) => `${HEAD + headers.join('\r\n')}\r\n\r\n${body}`;
const html = (body: string) => text(body, 'Content-Type: text/html; charset=utf-8');
const parts = (part: string, times: number) =>
  `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n${`--b\r\n${part}\r\n`.repeat(times)}--b--\r\n`;
const encoded = (body: string, encoding: string) => text(body, `Content-Transfer-Encoding: ${encoding}`);
const file = (name: string) => `Content-Type: image/png; name="${name}"\r\n\r\nx`;
const nested = (depth: number) =>
  HEAD +
  Array.from({ length: depth }, (_, level) => {
    return `Content-Type: multipart/mixed; boundary="b${level}"\r\n\r\n--b${level}\r\n`;
  }).join('') +
  '\r\nhello';
const enclosed = (depth: number) =>
  `${`${HEAD}Content-Type: message/rfc822\r\n\r\n`.repeat(depth)}${text('hi')}`;
const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/.{76}/g, '$&\r\n');

/** Photos as a phone sends them, `bytes` in all before they are encoded: incompressible, four megabytes each. */
function photos(bytes: number): string {
  const photo = () =>
    Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(Math.min(bytes, 4 * MB) - 4)]);
  const part = () =>
    `--b\r\nContent-Type: image/jpeg; name=IMG.jpg\r\nContent-Disposition: attachment; filename=IMG.jpg\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(photo())}\r\n`;
  const count = Math.max(1, Math.round(bytes / (4 * MB)));
  const letter =
    '--b\r\nContent-Type: text/plain\r\n\r\nMy lamp from SH-10001 came broken, see the photos. I want a refund.\r\n';
  return `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n${letter}${Array.from({ length: count }, part).join('')}--b--\r\n`;
}

/** Mails made to take much to read, each by one means. */
export const hostileMails: Readonly<Record<string, () => string | Buffer>> = {
  'a line of 24 MB, no header': () => 'x'.repeat(24 * MB),
  'a line of 24 MB': () => text('x'.repeat(24 * MB)),
  '24 MB of words': () => text('word '.repeat(4.8 * MB)),
  '24 MB of HTML': () => html('<p>word</p>'.repeat(2.18 * MB)),
  '24 MB of HTML without a tag': () => html('word '.repeat(4.8 * MB)),
  '24 MB of base64 text': () => encoded(base64(Buffer.from('word '.repeat(3.5 * MB))), 'base64'),
  '24 MB of base64 line ends': () => encoded(base64(Buffer.from('\n'.repeat(17 * MB))), 'base64'),
  '24 MB of escapes': () => encoded('=0A'.repeat(8 * MB), 'quoted-printable'),
  '20 MB of blanks in quoted-printable': () => encoded(`${' '.repeat(MB)}x`.repeat(20), 'quoted-printable'),
  '24 MB of noise': () => randomBytes(24 * MB),
  '1 MB of noise': () => randomBytes(MB),
  '24 MB of NUL': () => Buffer.alloc(24 * MB),
  'a mail of 40 MB': () => text('word '.repeat(8 * MB)),
  'photos of 40 MB': () => photos(29 * MB),
  'a million lines': () => text('\n'.repeat(1_000_000)),
  '500,000 lines': () => text('ok\n'.repeat(500_000)),
  '100,000 headers': () => `${'X-A: 1\r\n'.repeat(100_000)}\r\nx`,
  '900 headers': () => `${HEAD}${'X-A: 1\r\n'.repeat(900)}\r\nx`,
  'a header of 1 MB': () => text('x', `X-A: ${'a'.repeat(MB)}`),
  'a header of 200 KB, folded': () => text('x', `X-A: ${'a\r\n '.repeat(50_000)}`),
  'encoded words, 200 KB': () => text('x', `Subject: ${'=?utf-8?B?4pyT?=\r\n '.repeat(10_000)}`),
  '50,000 addresses': () => text('x', `To: ${'a@b.example, '.repeat(50_000)}`),
  '1,900 addresses': () => text('x', `To: ${'"A, B" <a@b.example>, '.repeat(1_900)}`),
  'comments in an address': () => text('x', `Reply-To: ${'('.repeat(100_000)}`),
  'groups in groups': () => text('x', `Cc: ${'a:'.repeat(50_000)};`),
  '10,000 parts': () => parts('\r\nx', 10_000),
  '450 parts': () => parts('\r\nx', 450),
  '10,000 nested parts': () => nested(10_000),
  '90 nested parts': () => nested(90),
  'mails in mails, 1,000 deep': () => enclosed(1_000),
  '300 files': () => parts(file('a.png'), 300),
  '240 files': () => parts(file('a.png'), 240),
  'a name of 5,000 characters': () => parts(file('a'.repeat(5_000)), 1),
  'a name in 500 pieces': () =>
    parts(
      `Content-Type: image/png;${Array.from({ length: 500 }, (_, at) => `\r\n name*${at}*=utf-8''%41`).join(';')}\r\n\r\nx`,
      1,
    ),
  'boundaries that begin alike': () =>
    `${HEAD}Content-Type: multipart/mixed; boundary=${'b'.repeat(70)}\r\n\r\n${`--${'b'.repeat(69)}\r\n`.repeat(100_000)}`,
  '5,000 quotes in quotes': () => text('>'.repeat(5_000)),
  '190 quotes in quotes, 1 MB': () => text(`${'>'.repeat(190)} x\n`.repeat(5_000)),
  '1,000 quotes in HTML': () => html('<blockquote>'.repeat(1_000)),
  'elements in elements': () => html('<div>'.repeat(90_000)),
  '4,900 elements in elements': () => html('<div>'.repeat(4_900)),
  'one quote with 80,000 lines in 150': () => html('<blockquote>'.repeat(150) + '<br>x'.repeat(80_000)),
  'lists in lists': () => html('<ul><li>'.repeat(90) + '<br>x'.repeat(80_000)),
  'a table of 100,000 cells': () => html(`<table>${'<tr><td>1</td></tr>'.repeat(25_000)}</table>`),
  'attributes, 500 KB': () => html(`<p ${'a=b '.repeat(125_000)}>x</p>`),
  'entities, 500 KB': () => html('&amp;'.repeat(100_000)),
  'tags that never end': () => html('<a '.repeat(160_000)),
  'comments that never end': () => html('<!--'.repeat(120_000)),
  '10,000 links': () => text('http://x.example '.repeat(10_000)),
  '10,000 links in HTML': () => html('<a href="http://x.example">x</a>'.repeat(10_000)),
  '4,900 links in HTML': () => html('<a href="http://x.example">x</a>'.repeat(4_900)),
  'the header of a quoted mail, 20,000 times': () =>
    text('From: a@b.example\nSent: Monday\nTo: c@d.example\nSubject: x\n\n'.repeat(20_000)),
  'an attribution, 20,000 times': () =>
    text('On Mon, 2 Nov 2026 at 10:00, Ana <a@b.example> wrote:\n'.repeat(20_000)),
  '"On " for 500 KB': () => text('On '.repeat(170_000)),
  'order numbers, 500 KB': () => text('SH-10001 '.repeat(55_000)),
  'amounts, 500 KB': () => text('R$ 1.2.3,4 '.repeat(45_000)),
  'dates, 500 KB': () => text('31/02/2026 '.repeat(45_000)),
  'combining accents, 500 KB': () => text(`e${'\u0301'.repeat(250_000)}`),
  'turned text': () => text('\u202eSH-10001\u202c '.repeat(10_000)),
  'keys of prototypes': () =>
    `__proto__: x\r\nconstructor: y\r\ntoString: z\r\nhasOwnProperty: 1\r\n${text('hi')}`,
  'an unknown charset': () => text('x'.repeat(500_000), 'Content-Type: text/plain; charset=x-none'),
  'UTF-7': () => text('+AGE-'.repeat(100_000), 'Content-Type: text/plain; charset=utf-7'),
  'UTF-16 of odd length': () =>
    text('\ufeffx\0y'.repeat(100_000), 'Content-Type: text/plain; charset=utf-16le'),
  'ISO-2022-JP, 1 MB': () =>
    text('\x1b$B$3\x1b(B'.repeat(120_000), 'Content-Type: text/plain; charset=iso-2022-jp'),
  'two senders': () => `From: eve@example.net\r\n${text('hi')}`,
  'line ends of one kind in headers': () => text('hi').replaceAll('\r\n', '\r'),
  nothing: () => '',
  'no end of headers': () => HEAD.repeat(100),
};

/** Large, and nobody's fault. */
export const largeMails: Readonly<Record<string, () => string | Buffer>> = {
  'a photo of 3 MB': () => photos(3 * MB),
  'two photos of 4 MB': () => photos(8 * MB),
  'four photos of 4 MB, a mail of 22 MB': () => photos(16 * MB),
};
