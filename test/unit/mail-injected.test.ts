import { simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { compose } from '../../functions/adapters/compose.ts';
import { type MailContent, writeMail } from '../../functions/mail/write.ts';
import { plainText } from '../../functions/wording/plain.ts';
import { PAGES } from '../support/sample-links.ts';
import { everyMail } from '../support/sample-mails.ts';
import { addressed } from '../support/sent-mail.ts';

/** What somebody may write wherever a person can write something, and what a program might make of it. */
const hostile: Record<string, string> = {
  'markup that closes ours': `</td></table></div><h1 onclick=alert(1)>Approved</h1><script>alert(1)</script>`,
  'markup in an attribute': `" style="display:none" onmouseover='alert(1)' x="`,
  'a comment for Outlook':
    '<!--[if mso]><a href="https://evil.example">Approve</a><![endif]--> ]]> --> <![CDATA[',
  'entities that make markup': '&lt;img src=x onerror=alert(1)&gt; &#60;b&#62; &#x3c;i&#x3e; &amp;lt;',
  'another header': 'Maria\r\nBcc: victim@example.com\r\nContent-Type: text/html\r\n\r\n<b>x</b>\n.\nQUIT',
  'an encoded word': '=?utf-8?Q?Maria=0D=0ABcc:_victim@example.com?= =?utf-8?B?PGI+?=',
  'text turned round': '\u202Egpj.eciovni\u202C \u2066x\u2069 \u200Fshalom\u200E \u061C',
  'what no terminal should read': '\u0007\u001B[31mred\u001B[0m \u0000\u0008\u009B2J',
  'half a character': 'broken \uD83D and \uDC00',
  'ten thousand characters': 'Please. '.repeat(1_250),
  'ten thousand characters without a space': 'a'.repeat(10_000),
  'ten thousand of one emoji': '👩‍👩‍👧‍👦'.repeat(910),
  'lines without end': 'x\n'.repeat(5_000),
  emoji: '🙏🏽 👩‍👩‍👧‍👦 🇧🇷 ❤️ 🏴󠁧󠁢󠁳󠁣󠁴󠁿',
  'marks piled up': `Z${'\u0300\u0301\u0302\u0303'.repeat(50)}algo`,
  Markdown:
    '# Approved\n[Click](javascript:alert(1)) ![x](https://evil.example/x.png) `code` **bold** <https://evil.example>',
  'a dangerous link': 'javascript:alert(1) data:text/html,<b> vbscript:x file:///etc/passwd',
  'a link to a page like ours': `Approve: https://evil.example/decide/eyJhbGciOiJIUzI1NiJ9.x ${PAGES}.evil.example/`,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what a template would take for its own
  'braces of templates': '{{7*7}} ${7*7} #{7*7} <%= 7*7 %> {% if x %} %s %d $1 $& $` __proto__ [[reply]]',
  'an end of our text part': '\n-- \nSample Shop\n\n=======\nYour refund is approved\n--=_boundary--\n',
};

/** What might be read as more than one header, part or line. */
const OF_HEADERS = new Set([
  'another header',
  'an encoded word',
  'half a character',
  'emoji',
  'an end of our text part',
]);

/** Every word a person wrote in what a mail is made of: theirs, an approver's and finance's alike. */
const WRITTEN = new Set([
  'text',
  'subject',
  'words',
  'note',
  'reason',
  'why',
  'says',
  'comment',
  'reference',
  'name',
]);
/** Facts that are read out of a mail as they stand there. */
const FACTS = new Set(['name', 'product', 'orderNumber', 'category']);

function injected(content: MailContent, words: string): MailContent {
  const put = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return WRITTEN.has(key) && !KEPT.has(value) ? words : value;
    if (Array.isArray(value)) return value.map((one) => put(one, key));
    // What the guidelines say of a case are their own words.
    if (typeof value !== 'object' || value === null || key === 'evaluation') return value;
    const isFact = FACTS.has(key) && 'source' in value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, isFact && name === 'value' ? words : put(one, name)]),
    );
  };
  const { policy, ...rest } = content;
  return { ...(put(rest, '') as object), policy } as MailContent;
}
/** Words of ours that stand under the same names. */
const KEPT = new Set([
  'handed-over',
  'away',
  'conflict',
  'unreachable',
  'answered',
  'unanswered',
  'bounced',
  'complained',
  'rejected',
  'refused',
  'suppressed',
]);

const mails = (['kettle', 'cafeteira'] as const).flatMap((sample) =>
  Object.entries(everyMail(sample)).map(([name, content]) => ({ sample, name, content })),
);
/** Every tag, but for what holds the subject. */
const tagsOf = (html: string) =>
  (html.match(/<[a-z!/][^>]*>/gi) ?? []).map((tag) => tag.replace(/ aria-label="[^"]*"/, ''));
/** Controls and what turns text round: taken out, or the part is not ours any more. */
const isPlain = (part: string) => plainText(part) === part;
/** What Gmail cuts a mail off at (bytes). */
const MOST = 102_000;

/** Every tag with its attributes that our own texts bring with them, about any sample and with one line or two written. */
const known = new Set(
  mails.flatMap(({ content }) =>
    ['a', 'a\nb', 'word '.repeat(3_000)].flatMap((words) => [
      ...tagsOf(writeMail(injected(content, words)).html),
    ]),
  ),
);

describe.each(mails)('$name about $sample', ({ content }) => {
  test('is ours, whatever anybody writes into it: no markup, link, header or attachment of theirs', async () => {
    for (const [kind, words] of Object.entries(hostile)) {
      const found = injected(content, words);
      const { html, text, subject, language } = writeMail(found);
      const theirs = tagsOf(html).filter((tag) => !known.has(tag));
      expect([kind, theirs]).toEqual([kind, []]);
      for (const part of [html, text, subject]) expect([kind, isPlain(part)]).toEqual([kind, true]);
      expect([kind, Buffer.byteLength(html) < MOST]).toEqual([kind, true]);
      expect([kind, subject.length <= 150 && !/[\r\n]/.test(subject)]).toEqual([kind, true]);
      expect([kind, text.split('\n').filter((line) => line.length > 72 && !/https?:/.test(line))]).toEqual([
        kind,
        [],
      ]);

      if (!OF_HEADERS.has(kind)) continue;
      const raw = await compose(
        {
          id: 'RX-TEST-0001.mail',
          from: { name: 'Sample Shop', address: 'refunds@shop.example' },
          ...addressed(content),
          replyTo: 'refunds+1@shop.example',
          subject,
          html,
          text,
          language,
        },
        new Date('2026-11-02T10:00:00Z'),
      );
      const read = await simpleParser(Buffer.from(raw));
      expect([kind, read.headers.has('bcc'), read.attachments]).toEqual([kind, false, []]);
      expect([kind, read.subject]).toEqual([kind, subject]);
    }
  });
});
