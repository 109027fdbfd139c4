import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';

const corpus = globSync('test/fixtures/mail/**/*.eml')
  .sort()
  .map((file) => readFileSync(file));

/** Bytes that mean something to whoever reads mail, put where they do not belong. */
const TOKENS = [
  '\r\n\r\n',
  '\n',
  '\r',
  '\0',
  ' ',
  '--',
  '--b--\r\n',
  'From: eve@example.net\r\n',
  'Subject: =?utf-8?B?',
  'Subject: =?x-unknown?Q?=FF=00?=\r\n',
  'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n',
  'Content-Type: message/rfc822\r\n\r\n',
  'Content-Type: text/html; charset=utf-16\r\n\r\n',
  'Content-Transfer-Encoding: base64\r\n\r\n',
  'Content-Transfer-Encoding: quoted-printable\r\n\r\n=\r\n=3D=ZZ=',
  "Content-Disposition: attachment; filename*=utf-8''%2e%2e%2f\r\n\r\n",
  '__proto__: polluted\r\n',
  'constructor: polluted\r\n',
  'Auto-Submitted: auto-replied\r\n',
  'To: refunds+RX@shop.example\r\n',
  '> '.repeat(500),
  '<div>'.repeat(300),
  '\u202eSH-10001\u202c',
  'SH-10001 SH-10002 ',
  '\ud83d\ude00',
  '𝓡𝓮𝓯𝓾𝓷𝓭',
  '1.2.3,4 $ 5 R$ ',
  '31/02/0000 ',
  '-----Original Message-----\r\nFrom: x\r\n',
  'On Mon, 2 Nov 2026 at 10:00, x wrote:\r\n',
];

const place = fc.double({ min: 0, max: 1, noNaN: true });
const change = fc.oneof(
  fc.record({
    does: fc.constant('insert' as const),
    at: place,
    bytes: fc.constantFrom(...TOKENS).map((text) => Buffer.from(text)),
  }),
  fc.record({
    does: fc.constant('insert' as const),
    at: place,
    bytes: fc.uint8Array({ maxLength: 64 }).map((bytes) => Buffer.from(bytes)),
  }),
  fc.record({ does: fc.constant('cut' as const), at: place, length: fc.nat(400) }),
  fc.record({ does: fc.constant('repeat' as const), at: place, length: fc.nat(200), times: fc.nat(50) }),
  fc.record({ does: fc.constant('end' as const), at: place }),
  fc.record({ does: fc.constant('append' as const), other: fc.nat() }),
);

/** A mail of the corpus after a few accidents. */
export const brokenMail: fc.Arbitrary<Buffer> = fc
  .tuple(fc.nat(), fc.array(change, { minLength: 1, maxLength: 6 }))
  .map(([index, changes]) => changes.reduce(changed, pick(index)));

function pick(index: number): Buffer {
  return corpus[index % corpus.length] ?? Buffer.alloc(0);
}

function changed(mail: Buffer, one: typeof change extends fc.Arbitrary<infer T> ? T : never): Buffer {
  if (one.does === 'append') return Buffer.concat([mail, pick(one.other)]);
  const at = Math.floor(one.at * mail.length);
  const [before, after] = [mail.subarray(0, at), mail.subarray(at)];
  if (one.does === 'insert') return Buffer.concat([before, one.bytes, after]);
  if (one.does === 'end') return before;
  if (one.does === 'cut') return Buffer.concat([before, after.subarray(one.length)]);
  const repeated = Array.from({ length: one.times }, () => after.subarray(0, one.length));
  return Buffer.concat([before, ...repeated, after]);
}

/** Bytes that are no mail. */
export const noise: fc.Arbitrary<Buffer> = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
      fc.constantFrom(...TOKENS).map((text) => Buffer.from(text)),
    ),
    { maxLength: 30 },
  )
  .map((parts) => Buffer.concat(parts));

const sentence = fc
  .array(
    fc.constantFrom('kettle', 'refund', 'ação', 'não', 'broken', 'pedido', 'façam', 'please', 'é', 'ship'),
    { minLength: 3, maxLength: 12 },
  )
  .map((chosen) => `${chosen.join(' ')} end`);
type Encoding = 'quoted-printable' | 'base64' | '8bit';

/** A mail that is as it should be, and the sentences that somebody wrote into its text. */
export const wholeMail: fc.Arbitrary<{ raw: Buffer; sentences: string[] }> = fc
  .record({
    sentences: fc.array(sentence, { minLength: 1, maxLength: 5 }),
    encoding: fc.constantFrom<Encoding>('quoted-printable', 'base64', '8bit'),
    charset: fc.constantFrom('utf-8', 'iso-8859-1', 'windows-1252'),
    shape: fc.constantFrom('text', 'html', 'alternative', 'mixed', 'mixed in related'),
    end: fc.constantFrom('\r\n', '\n'),
  })
  .map(({ sentences, encoding, charset, shape, end }) => {
    const text = part('text/plain', sentences.join('\n'), charset, encoding);
    const html = part('text/html', sentences.map((one) => `<p>${one}</p>`).join('\n'), charset, encoding);
    const file = [
      'Content-Type: image/png; name=a.png',
      'Content-Disposition: attachment',
      'Content-Transfer-Encoding: base64',
      '',
      'iVBORw0KGgo=',
    ];
    const shapes = {
      text,
      html,
      alternative: multipart('alternative', 'a', [text, html]),
      mixed: multipart('mixed', 'm', [text, file]),
      'mixed in related': multipart('related', 'r', [multipart('alternative', 'a', [text, html]), file]),
    } as const;
    const head = [
      'From: Maria <maria@example.com>',
      'To: refunds@shop.example',
      'Subject: kettle',
      'Message-ID: <1@example.com>',
      'MIME-Version: 1.0',
    ];
    return {
      raw: Buffer.from([...head, ...shapes[shape as keyof typeof shapes], ''].join(end), 'latin1'),
      sentences,
    };
  });

/** The lines of a part, one character a byte. */
function part(type: string, text: string, charset: string, encoding: Encoding): string[] {
  const bytes = Buffer.from(text, charset === 'utf-8' ? 'utf8' : 'latin1');
  const head = [`Content-Type: ${type}; charset=${charset}`, `Content-Transfer-Encoding: ${encoding}`, ''];
  if (encoding === 'base64') return [...head, ...(bytes.toString('base64').match(/.{1,76}/g) ?? [])];
  const written = bytes.toString('latin1');
  const escaped = (character: string) =>
    `=${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  return [
    ...head,
    ...(encoding === '8bit' ? written : written.replace(/[=\x80-\xff]/g, escaped)).split('\n'),
  ];
}

function multipart(kind: string, boundary: string, parts: ReadonlyArray<readonly string[]>): string[] {
  return [
    `Content-Type: multipart/${kind}; boundary="${boundary}"`,
    '',
    ...parts.flatMap((lines) => [`--${boundary}`, ...lines]),
    `--${boundary}--`,
  ];
}
