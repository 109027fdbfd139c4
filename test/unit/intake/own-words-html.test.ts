import { convert } from 'html-to-text';
import { describe, expect, test } from 'vitest';
import { htmlTextOptions } from '../../../functions/adapters/html-text.ts';
import { ownWords } from '../../../functions/intake/own-words.ts';

const read = (html: string) => ownWords(convert(html, htmlTextOptions).trim());

describe('the own words of a mail that is only HTML', () => {
  test('Outlook’s paragraphs stay together, and what stands below its line is the history', () => {
    const html = `<div class="WordSection1"><p class="MsoNormal">Hello,<o:p></o:p></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p>
      <p class="MsoNormal">the first one.</p><p class="MsoNormal">Emily</p>
      <div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b>From:</b> Sample Shop<br>
      <b>Sent:</b> Friday, November 20, 2026 8:05 AM<br><b>To:</b> Emily<br><b>Subject:</b> Your request</p></div>
      <p class="MsoNormal">Which address?</p></div>`;
    const { words, rest } = read(html);
    expect(words).toBe('Hello,\n\nthe first one.\nEmily');
    expect(rest).toMatch(/^From: Sample Shop\n[\s\S]*Which address\?$/);
  });

  test('an indented paragraph and a heading are words, in their own spelling', () => {
    const indented =
      '<blockquote style="margin:0 0 0 40px;border:none;padding:0px"><div>Take it apart</div></blockquote>';
    expect(read(`<h2>What I tried</h2>${indented}<div>Nothing helped.</div>`).words).toMatch(
      /^What I tried\s+Take it apart\s+Nothing helped\.$/,
    );
  });

  test('a quote that went through Word is a quote', () => {
    const quote =
      '<blockquote style="border:none;border-left:solid #CCCCCC 1.0pt;padding:0cm 0cm 0cm 6.0pt"><p>Which address?</p></blockquote>';
    expect(
      read(
        `<p>The first.</p><p>On Fri, 20 Nov 2026 at 08:05, Shop &lt;s@shop.example&gt; wrote:</p>${quote}`,
      ),
    ).toEqual({
      words: 'The first.',
      signature: '',
      rest: 'On Fri, 20 Nov 2026 at 08:05, Shop <s@shop.example> wrote:\n\n> Which address?',
    });
  });
});
