import { compile } from 'html-to-text';
import { LimitExceeded } from '../domain/errors.ts';
import { htmlTextOptions } from './html-text.ts';
import type { Parts } from './mail-parts.ts';

/** Text or HTML beyond this is cut (characters): a person does not write it. The raw mail has the rest. */
const MAX_TEXT = 150_000;
/** A text part this short may stand in for the HTML that says it all (characters): `Your program shows no HTML.` */
const STUB = 300;
/** How much more the HTML says than such a stub. */
const MORE_THAN_STUB = 3;
/** html-to-text goes no deeper than this; what a person writes stands far above. */
const MAX_HTML_DEPTH = 200;
/** Elements in elements, or never closed, beyond this are not read: a thread of forty replies nests two hundred. */
const MAX_HTML_NESTING = 5_000;
/** Quotes in quotes beyond this are not read: a thread that was answered every day for two months has sixty. */
const MAX_QUOTE_DEPTH = 200;
/** Every quote and list writes each of its lines again; a forward of forty mails of two pages has 100,000 such lines. */
const MAX_QUOTED_LINES = 500_000;
/** Links beyond this are not read: a long newsletter has hundreds, and a digest of ten of them a few thousand. */
const MAX_LINKS = 5_000;

const toText = compile({ ...htmlTextOptions, limits: { maxDepth: MAX_HTML_DEPTH } });

/** The text a person reads: the text part, or what the HTML says. Throws LimitExceeded naming the limit and the figure. */
export function textOf(parts: Pick<Parts, 'text' | 'html'>): string {
  const plain = parts.text.trim().slice(0, MAX_TEXT);
  const html = parts.html.slice(0, MAX_TEXT);
  const { nesting, quotes, quotedLines, links } = measure(html);
  check('MAX_HTML_NESTING', nesting, MAX_HTML_NESTING, 'elements in elements or never closed');
  check('MAX_QUOTE_DEPTH', Math.max(quoteDepth(plain), quotes), MAX_QUOTE_DEPTH, 'quotes in quotes');
  check('MAX_QUOTED_LINES', quotedLines, MAX_QUOTED_LINES, 'lines of quotes in quotes');
  check('MAX_LINKS', Math.max(countLinks(plain), links), MAX_LINKS, 'links');
  if (plain && (plain.length > STUB || !html)) return plain;
  if (!html) return '';
  const shown = toText(html).trim().slice(0, MAX_TEXT);
  return plain && shown.length < MORE_THAN_STUB * plain.length ? plain : shown;
}

function check(limit: string, figure: number, most: number, what: string): void {
  if (figure > most) throw new LimitExceeded(`${limit}: ${figure} ${what}, and at most ${most} are read`);
}

function countLinks(text: string): number {
  let found = 0;
  for (const _ of text.matchAll(/https?:\/\//gi)) found++;
  return found;
}

function quoteDepth(text: string): number {
  let deepest = 0;
  for (const [marks] of text.matchAll(/^(?:[ \t]?>)+/gm)) {
    if (marks.length > deepest) deepest = Math.max(deepest, marks.replace(/[ \t]/g, '').length);
  }
  return deepest;
}

/** Elements that hold nothing. */
const EMPTY = /^(area|base|br|col|embed|hr|img|input|link|meta|param|source|wbr)$/;
const NEW_LINE = /^(br|p|div|li|tr|h[1-6])$/;

/** What reading HTML takes, by its tags alone: where a closing tag is missing the figures are too large, and never too small. */
function measure(html: string) {
  const open = new Map<string, number>();
  const isOpen = (name: string) => open.get(name) ?? 0;
  const figures = { nesting: 0, quotes: 0, quotedLines: 0, links: 0 };
  if (isSmall(html)) return figures;
  let depth = 0;
  for (const [, slash, tag] of html.matchAll(/<(\/?)([a-z][a-z0-9:-]*)|\n/gi)) {
    const name = tag?.toLowerCase() ?? 'br';
    if (!slash && NEW_LINE.test(name)) {
      figures.quotedLines += isOpen('blockquote') + isOpen('ul') + isOpen('ol');
    }
    if (EMPTY.test(name)) continue;
    if (slash && isOpen(name) === 0) continue;
    const change = slash ? -1 : 1;
    open.set(name, isOpen(name) + change);
    depth += change;
    if (!slash && name === 'a') figures.links++;
    figures.nesting = Math.max(figures.nesting, depth);
    figures.quotes = Math.max(figures.quotes, isOpen('blockquote'));
  }
  return figures;
}

/** Whether there are so few tags that no figure can come near its limit, which is true of nearly all mails. */
function isSmall(html: string): boolean {
  const count = (what: RegExp) => html.match(what)?.length ?? 0;
  const quotes = count(/<(?:blockquote|[ou]l)/gi);
  const lines = count(/[<\n]/g);
  return (
    lines <= Math.min(MAX_HTML_NESTING, MAX_LINKS) &&
    quotes <= MAX_QUOTE_DEPTH &&
    lines * quotes <= MAX_QUOTED_LINES
  );
}
