import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ParsedMail } from '../../../functions/domain/mail.ts';
import { classify } from '../../../functions/intake/classify.ts';

const OWN = 'refunds@shop.example';
const kinds = [
  'person',
  'bounce',
  'complaint',
  'read-receipt',
  'auto-reply',
  'out-of-office',
  'challenge-response',
  'automatic',
  'bulk',
  'own',
  'empty',
  'no-sender',
];

function mail(changed: Partial<ParsedMail> = {}): ParsedMail {
  return {
    messageId: undefined,
    from: { address: 'emily@mail.example', name: 'Emily' },
    subject: 'hello',
    answers: [],
    headers: new Map(),
    text: 'text',
    attachments: [],
    ...changed,
  };
}

const telling = [
  'auto-submitted',
  'precedence',
  'content-type',
  'list-id',
  'list-post',
  'return-path',
  'x-loop',
  'from',
  'x-failed-recipients',
  '__proto__',
  'constructor',
];
const said = [
  'This is the mail system at host ',
  'Message-ID: <RX-7K3F-9Q2M.x@shop.example>',
  'Final-Recipient: rfc822; a@b.example\n\nAction: failed\nStatus: 5.1.1',
  'multipart/report; report-type=delivery-status',
  '=?utf-8?B?!!!!?=',
  '=?utf-8?Q?=ZZ=?=',
  '<>',
  'mailto:',
  '\u0000',
  '\ud800',
];
const words = fc.oneof(fc.string(), fc.constantFrom(...said), fc.string({ unit: 'binary' }));
const anyMail: fc.Arbitrary<ParsedMail> = fc.record({
  messageId: fc.option(words, { nil: undefined }),
  from: fc.option(fc.record({ address: words, name: words }), { nil: undefined }),
  subject: words,
  answers: fc.array(words, { maxLength: 5 }),
  headers: fc
    .array(fc.tuple(fc.oneof(fc.constantFrom(...telling), words), words))
    .map((pairs) => new Map(pairs)),
  text: fc.array(words).map((lines) => lines.join('\n')),
  attachments: fc.constant([]),
  machineParts: fc.array(
    fc.record({
      type: fc.constantFrom(
        'message/delivery-status',
        'message/rfc822',
        'message/feedback-report',
        'text/calendar',
      ),
      text: fc.array(words).map((lines) => lines.join('\r\n')),
    }),
    { maxLength: 3 },
  ),
});

describe('hostile mails', () => {
  test('get one of the kinds, whatever is in them, and always the same', () => {
    fc.assert(
      fc.property(anyMail, fc.oneof(fc.constant(OWN), words), (any, own) => {
        const read = classify(any, own);
        expect(kinds).toContain(read.kind);
        expect('evidence' in read ? read.evidence : 'a person’s').not.toBe('');
        expect(classify(any, own)).toEqual(read);
      }),
      { numRuns: 2_000 },
    );
  });

  const MEGABYTES = 2 * 1024 * 1024;
  const filled = (piece: string) => piece.repeat(Math.ceil(MEGABYTES / piece.length));
  const bombs = [
    'a',
    ' ',
    '\n',
    '\t\n',
    '>',
    '> \n',
    '-',
    '_',
    'a@',
    'a@b.',
    '<a@b.example>',
    'message-id: ',
    'message-id: <',
    'on on wrote ',
    'On x\n',
    '5.1.',
    '550 ',
    '550-',
    '=?utf-8?q?a',
    '(',
    'este e uma ',
    'this is an automatic ',
    'your message to ',
    'reply to your message ',
    'please confirm the message ',
    'the following address ',
    'bin ',
    'konnte ',
    'unsubscribe',
    '"',
    '\u201c',
    'your message ',
    'i will ',
    'i want ',
    'quero ',
    'my order ',
    'team will ',
    'urgent ',
    'please contact ',
    'reply ',
    'click here ',
    'view in ',
    'failed ',
    '550 x',
    'é',
    'a\u0301\u0301',
    'Final-Recipient: rfc822; a@b.example\nAction: failed\n\n',
  ];

  test.each(bombs.map((piece) => [JSON.stringify(piece), piece] as const))(
    '2 MB of %s in every place take no time',
    (_, piece) => {
      const long = filled(piece);
      const headers = new Map(
        [...telling, 'auto-submitted', 'list-unsubscribe', 'message-id'].map((name) => [name, long]),
      );
      const types = ['message/delivery-status', 'message/rfc822', 'message/feedback-report', 'text/calendar'];
      // What a parser hands on of a part is bounded at 64 KB.
      const machineParts = types.map((type) => ({ type, text: long.slice(0, 64 * 1024) }));
      const started = performance.now();
      classify(mail({ text: long }), OWN);
      classify(mail({ subject: long, text: long, headers, answers: [long, long] }), OWN);
      classify(mail({ text: long, machineParts, headers: new Map([['return-path', '<>']]) }), OWN);
      classify(
        mail({
          text: long,
          machineParts,
          subject: 'failure notice',
          headers: new Map([['content-type', 'multipart/report']]),
        }),
        OWN,
      );
      classify(mail({ from: { address: long, name: long }, text: long }), OWN);
      expect(performance.now() - started).toBeLessThan(2_000);
    },
  );

  test('10,000 headers and 10,000 answered mails take no time', () => {
    const names = ['x-auto', 'x-autoreply-', 'x-auto-auto-auto-', 'list-', `x-${'auto-'.repeat(2_000)}`];
    for (const name of names) {
      const headers = new Map(
        Array.from({ length: 10_000 }, (_, index) => [`${name}${index}`, 'x'.repeat(100)]),
      );
      const answers = Array.from({ length: 10_000 }, (_, index) => `<RX-${index}@shop.example>`);
      const started = performance.now();
      expect(classify(mail({ headers, answers }), OWN)).toEqual({ kind: 'person' });
      expect(performance.now() - started).toBeLessThan(2_000);
    }
  });
});
