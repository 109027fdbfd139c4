import type { HtmlToTextOptions } from 'html-to-text';

const tight = { leadingLineBreaks: 1, trailingLineBreaks: 1 } as const;

/**
 * How text is made of a mail's HTML so that a person's words keep their spelling and what they answer stays told apart:
 * what programs quote becomes lines with `>`, an indented paragraph does not.
 */
export const htmlTextOptions = {
  wordwrap: false,
  selectors: [
    { selector: 'img', format: 'skip' },
    { selector: 'a', options: { ignoreHref: true } },
    // Else headings are put in capitals.
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    // Word and Outlook make a paragraph of every line, with no room around it.
    { selector: 'p.MsoNormal', format: 'paragraph', options: tight },
    // Thunderbird puts the headers of a forwarded mail into a table, and shops what was bought.
    { selector: 'tr', format: 'block', options: tight },
    // "Indent" in Gmail, Apple Mail and Outlook is a quote without its line at the side.
    { selector: 'blockquote[style*="border:none"]', format: 'block' },
    { selector: 'blockquote[style*="border: none"]', format: 'block' },
    { selector: 'blockquote[style*="border:none"][style*="border-left"]', format: 'blockquote' },
    { selector: 'blockquote[style*="border: none"][style*="border-left"]', format: 'blockquote' },
  ],
} as const satisfies HtmlToTextOptions;
