import type { Language } from '../domain/language.ts';
import type { FactRow } from '../wording/request-facts.ts';

/**
 * One line of a list: `lead` stands out before the text, `link` is what the text is about, `source` stands small below it, `mark`
 * (a weight) at its end.
 */
export interface ListItem {
  text: string;
  lead?: string;
  link?: Button;
  mark?: string;
  source?: string;
}

export interface Button {
  label: string;
  href: string;
  /** How it is reached, in the text part, where a long link has been written out above. */
  inText?: string;
}

/**
 * `action`: the one thing to do. `shortcuts`: ways to it that begin one step further. `choices`: answers to choose from. `link`: a
 * way out of the way. `quiet`: several of those, in one line.
 */
export type ButtonLook = 'action' | 'shortcuts' | 'choices' | 'link' | 'quiet';

/**
 * What a mail is made of. Every text in it is plain text: the renderers escape it and take out what is invisible, so a
 * mail's author and a customer's words are treated alike.
 */
export type Block =
  | { type: 'heading'; text: string }
  | { type: 'paragraph'; text: string }
  | { type: 'small'; text: string }
  /** The one thing a reader looks for: an amount, a reference. */
  | { type: 'figure'; label: string; value: string; detail?: string }
  | { type: 'facts'; rows: readonly FactRow[] }
  | { type: 'list'; ordered?: boolean; items: readonly ListItem[] }
  /** Somebody else's words, line breaks and all. `language` is the one they are written in. */
  | { type: 'quote'; text: string; language?: Language }
  | { type: 'buttons'; look: ButtonLook; buttons: readonly Button[] }
  | { type: 'note'; tone: 'info' | 'warn'; text: string };

/** A mail before it is rendered: HTML and text are made from this and from nothing else. */
export interface MailDocument {
  language: Language;
  subject: string;
  /** What a mailbox shows beside the subject. */
  preheader: string;
  /** Whose mail this is: the shop's name. */
  brand: string;
  title: string;
  blocks: readonly Block[];
  /** Small print: why this mail came and what a reply does. */
  footer: readonly string[];
}

/** A part with its heading, or nothing where it has no blocks. */
export function section(heading: string, ...blocks: readonly Block[]): Block[] {
  return blocks.length === 0 ? [] : [{ type: 'heading', text: heading }, ...blocks];
}
