import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MailContent, writeMail } from '../../functions/mail/write.ts';
import { aRequest } from '../support/cases.ts';
import { decided, HOSTILE_TEXT, policyFor } from '../support/sample-cases.ts';
import { everyMail } from '../support/sample-mails.ts';

const hostile = Object.entries(everyMail('hostile')).map(([name, content]) => ({ name, content }));

/** The markup of a mail without the line breaks that a quoted text brings with it. */
const markupOf = (html: string) => html.match(/<[a-z!/][^>]*>/gi)?.filter((tag) => tag !== '<br/>');

/** The same mail about the same case, asked for with other words. */
function asking(
  content: MailContent,
  words: { name?: string; text?: string; subject?: string },
): MailContent {
  const { found } = content;
  const { request } = found;
  const name =
    words.name === undefined ? request.customer.name : ({ source: 'mail', value: words.name } as const);
  const asked = {
    ...request,
    customer: { ...request.customer, name },
    text: words.text ?? request.text,
    subject: words.subject ?? request.subject,
  };
  return { ...content, found: { ...found, request: asked } } as MailContent;
}

describe('what a customer writes is data', () => {
  test.each(hostile)('$name: no markup of theirs gets into the HTML', ({ content }) => {
    const { html } = writeMail(content);
    expect(html).not.toMatch(/<script|<img|<b>|onerror=alert\(1\)>|<style>\*/i);
    expect(html.match(/<style>/g)).toHaveLength(1);
    expect(html).not.toContain('href="https://evil.example');
  });

  test.each(hostile)('$name: nothing invisible that turns text round or moves a terminal', ({ content }) => {
    const { html, text, subject } = writeMail(content);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
    for (const part of [html, text, subject]) expect(part).not.toMatch(invisible);
  });

  test.each(hostile)('$name: the subject cannot begin another header', ({ content }) => {
    const { subject } = writeMail(content);
    expect(subject).not.toMatch(/[\r\n]/);
    expect(subject).toContain(content.found.id);
    expect(subject.length).toBeLessThanOrEqual(150);
  });

  test('whatever name, subject and text they choose, the markup of the approval mail stays as it is', () => {
    const plain = everyMail('kettle')['approval-request'];
    if (!plain) throw new Error('the samples have an approval request');
    const expected = markupOf(writeMail(asking(plain, { name: 'A', text: 'b', subject: 'c' })).html);
    const line = fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }).map((text) => `x${text}x`);
    fc.assert(
      fc.property(line, line, line, (name, text, subject) => {
        expect(markupOf(writeMail(asking(plain, { name, text, subject })).html)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test.each(['<b>x</b>', '"><script>', 'https://evil.example/win', 'www.evil.example', 'you@won.example'])(
    'a mail to a forged sender carries no advertisement as a name: %s',
    (name) => {
      const plain = everyMail('noOrder')['acknowledgement'];
      if (!plain) throw new Error('the samples have an acknowledgement');
      const { html, text } = writeMail(asking(plain, { name }));
      expect(html).not.toMatch(/evil\.example|won\.example|<script|<b>x/);
      expect(text).not.toMatch(/evil\.example|won\.example/);
    },
  );

  test('a long name is cut, and a word without end is wrapped', () => {
    const { text } = writeMail(
      asking(everyMail('kettle')['acknowledgement'] as MailContent, { name: 'x'.repeat(5_000) }),
    );
    expect(text).toMatch(/Hello\nx{72}\nx{7}…,/);
  });
});

describe('what an approver writes is data, too', () => {
  test('a reason is quoted as it was written, markup and all', () => {
    const reason = `Because <b>we</b> & "they" said so.\n\n${HOSTILE_TEXT}`;
    const found = decided('kettle', { outcome: 'declined', reason });
    const { html, text } = writeMail({ kind: 'decision', found, policy: policyFor('en') });
    expect(html).toContain('Because &lt;b&gt;we&lt;/b&gt; &amp; &quot;they&quot; said so.<br/><br/>');
    expect(text).toContain('> Because <b>we</b> & "they" said so.\n>\n>');
    expect(html).not.toMatch(/<img|<b>/);
  });

  test('an offer that the policy no longer has is still told, by its own name', () => {
    const found = decided('kettle', { outcome: 'alternative', offer: 'free-lunch' });
    const { text } = writeMail({ kind: 'decision', found, policy: policyFor('en') });
    expect(text).toContain('Our offer: free-lunch');
  });
});

describe('an order’s details are told to its own address only', () => {
  const customerMails = [
    'acknowledgement',
    'decision-approved',
    'decision-part-approved',
    'decision-alternative',
    'decision-declined',
    'follow-up',
  ];
  const strange = everyMail('stranger');

  test.each(customerMails)('%s tells a stranger neither name, product nor price', (name) => {
    const content = strange[name];
    if (!content) throw new Error(`there is no mail ${name}`);
    // An amount that was approved is the decision, which the person it is for has to know.
    const { decision } = 'decided' in content.found ? content.found.decided : { decision: undefined };
    const secrets =
      decision?.outcome === 'approved' ? /Helena|necklace/i : /Helena|necklace|413\.50|454\.85/i;
    const { html, text, subject } = writeMail(content);
    for (const part of [html, text, subject]) expect(part).not.toMatch(secrets);
  });

  test('a stranger reads the same acknowledgement whether the order exists or not', () => {
    const content = strange['acknowledgement'];
    if (content?.kind !== 'acknowledgement') throw new Error('the samples have an acknowledgement');
    const { request } = content.found;
    const unknown = { source: 'unknown' } as const;
    const guessed = {
      ...aRequest(request),
      customer: { ...request.customer, name: unknown },
      ordersOwnAddress: undefined,
      orderNumber: { source: 'mail', value: 'SH-10007' } as const,
      product: unknown,
      category: unknown,
      amount: unknown,
    };
    const found = { ...content.found, request: guessed };
    expect(writeMail({ ...content, found })).toEqual(writeMail(content));
  });

  test('staff are warned, and finance is told to pay whoever paid', () => {
    const { text } = writeMail(strange['approval-request'] as MailContent);
    expect(text).toMatch(/did not come from the\s+address on the order/);
    const finance = writeMail(strange['refund-request'] as MailContent);
    expect(finance.text).toContain('Pay to: Whoever paid order SH-10007');
    expect(finance.text).toContain('Asked for by: Helena Order-Owner <someone@elsewhere.example>');
  });
});
