import { attributionAt } from '../own-words/attribution.ts';
import { isForward, isHistory, isRule } from '../own-words/dividers.ts';
import { headerOf } from '../own-words/header-block.ts';
import { cleanLines, isQuoted, nextFilled } from '../own-words/lines.ts';
import { type Block, readBlock } from './block.ts';
import { type Below, below, isOnlyMarks, unquoteWhole } from './quoted.ts';

/** The mail that another holds in its text. */
export interface Passed {
  /**
   * What shows it: a line that mail programs write above a mail they pass on, a block of its headers (which Outlook writes
   * above answered mails too), or a line that says who wrote what is quoted.
   */
  how: 'heading' | 'headers' | 'reply';
  evidence: string;
  /** What names who wrote it, as written; undefined where nothing does, or two lines do. */
  from: string | undefined;
  subject: string;
  date: string;
  replyTo: string;
  /** All it says, without the marks of a quote. */
  text: string;
  /** What stands around it: the words of whoever passed it on. */
  around: string;
}

/** Outlook draws its rule, and others write their heading, this close above the headers (lines). */
const MAX_GAP = 3;
/** A block of headers ends within so many lines. */
const MAX_BLOCK_LINES = 32;
/** Headings with nothing below them that are passed over. */
const MAX_HOLLOW = 20;
/** Quoted as evidence (characters). */
const MAX_EVIDENCE = 120;
/** Where the passed-on mail ends, for those programs that say so: mutt, KMail. */
const END =
  /^[-=]{2,}\s*(?:end (?:of )?(?:the )?forwarded|(?:fim|final) da mensagem (?:re)?encaminhada|fin (?:del mensaje reenviado|du message transf)|ende der weitergeleiteten|fine (?:del )?messaggio inoltrato)/i;
/** The headers that Yahoo puts behind its heading, without a blank between the one's value and the next one's name. */
const BEHIND_HEADING = /(?:From|To|Cc|Sent|Date|Subject|De|Para|Enviado|Enviada|Data|Assunto):/g;
/** eM Client writes the names of its headers without a colon. */
const WITHOUT_COLON = /^(From|To|Cc|Date|Subject|De|Para|Data|Assunto|Von|An|Datum|Betreff) (?=\S)/;

/**
 * The first mail that a text holds, in time linear in its lines. Where it is `announced`, by a subject that says so, a block of
 * headers need not be as whole as mail programs make it.
 */
export function findPassed(text: string, announced = false): Passed | undefined {
  return searched(text, false) ?? (announced ? searched(text, true) : undefined);
}

function searched(text: string, announced: boolean): Passed | undefined {
  const lines = text.split('\n');
  const clean = cleanLines(lines);
  let quoted = false;
  let hollow = 0;
  for (let at = nextFilled(clean, 0); at < lines.length; at = nextFilled(clean, at + 1)) {
    const line = clean[at] ?? '';
    // What a quote holds is the quoted person's word; Apple Mail alone begins its quote with the heading.
    if (hollow < MAX_HOLLOW && isForward(clean, at) && !(quoted && isQuoted(line))) {
      const found = underHeading(lines, clean, at);
      if (found) return found;
      hollow++;
    }
    if (isQuoted(line)) quoted ||= !isOnlyMarks(line);
    else {
      const found = underHeaders(lines, clean, at, announced) ?? quotedReply(lines, clean, at);
      if (found) return found;
    }
  }
  return undefined;
}

function underHeading(lines: readonly string[], clean: readonly string[], at: number): Passed | undefined {
  const heading = clean[at] ?? '';
  const behind = headersBehind(heading);
  if (behind.length > 0) {
    const under = { lines: [...behind, '', ...lines.slice(at + 1)], tail: '' };
    const block = readBlock(behind, 0, true);
    if (block)
      return fromBlock('heading', heading, lines.slice(0, at), under, { ...block, end: behind.length });
  }
  const under = below(lines, clean, at + 1);
  const top = withColons(cleanLines(under.lines.slice(0, MAX_BLOCK_LINES)));
  const block = readBlock(top, 0, true);
  if (block) return fromBlock('heading', heading, lines.slice(0, at), under, block);
  const count = attributionAt(top, 0);
  const { text, beyond } = bodyOf(under.lines.slice(count));
  if (text === '') return undefined;
  // mutt and Horde name the sender in the heading; Notes names there who passed it on.
  const [, named] = /\bfrom (.*@.*)/i.exec(heading) ?? [];
  const from = count > 0 ? top.slice(0, count).join(' ') : named;
  return {
    how: 'heading',
    evidence: shown(heading, count > 0 ? from : undefined),
    from,
    subject: '',
    date: count > 0 ? (from ?? '') : '',
    replyTo: '',
    text,
    around: [...lines.slice(0, at), '', beyond, under.tail].join('\n'),
  };
}

function headersBehind(heading: string): string[] {
  const starts = [...heading.matchAll(BEHIND_HEADING)].map(({ index }) => index);
  return starts.length < 2 ? [] : starts.map((start, nth) => heading.slice(start, starts[nth + 1]).trim());
}

/** The lines with a colon behind the names of headers that have none, where they begin with a sender's address. */
function withColons(lines: string[]): string[] {
  if (!WITHOUT_COLON.test(lines[0] ?? '') || !/@.*>$/.test(lines[0] ?? '')) return lines;
  const end = lines.findIndex((line) => !WITHOUT_COLON.test(line));
  return lines.map((line, at) => (end < 0 || at < end ? line.replace(WITHOUT_COLON, '$1: ') : line));
}

/** Headers, below a rule or "Original Message" or by themselves. */
function underHeaders(
  lines: readonly string[],
  clean: readonly string[],
  at: number,
  announced: boolean,
): Passed | undefined {
  const heading = clean[at] ?? '';
  if (!isHistory(heading) && !isRule(heading)) {
    const block = readBlock(clean, at, announced);
    if (!block) return undefined;
    const under = { lines: lines.slice(at), tail: '' };
    return fromBlock('headers', '', lines.slice(0, at), under, { ...block, end: block.end - at });
  }
  let first = at + 1;
  while (first - at <= MAX_GAP && isOnlyMarks(clean[first] ?? '')) first++;
  if (!headerOf((clean[first] ?? '').replace(/^[>＞\s]+/, ''))) return undefined;
  const end = first + MAX_BLOCK_LINES;
  const top = below(lines.slice(first, end), clean.slice(first, end), 0);
  const block = readBlock(cleanLines(top.lines), 0, true);
  return block && fromBlock('headers', heading, lines.slice(0, at), below(lines, clean, first), block);
}

function quotedReply(lines: readonly string[], clean: readonly string[], at: number): Passed | undefined {
  const count = attributionAt(clean, at);
  if (count === 0) return undefined;
  const from = clean.slice(at, at + count).join(' ');
  const under = below(lines, clean, at + count);
  if (under.lines.length === 0) return undefined;
  // Whoever answers between the lines is not who is quoted.
  const told = (quoted: boolean) =>
    under.lines.filter((_, index) => (under.quoted?.[index] ?? true) === quoted);
  return {
    how: 'reply',
    evidence: shown(from, undefined),
    from,
    subject: '',
    date: from,
    replyTo: '',
    text: told(true).join('\n').trim(),
    around: [...lines.slice(0, at), '', ...told(false), under.tail].join('\n'),
  };
}

function fromBlock(
  how: Passed['how'],
  heading: string,
  above: readonly string[],
  under: Below,
  { from, subject, date, replyTo, end }: Block,
): Passed {
  const { text, beyond } = bodyOf(under.lines.slice(end));
  const evidence = shown(heading, from === undefined ? 'two lines that say From' : `From: ${from}`);
  const around = [...above, '', beyond, under.tail].join('\n');
  return { how, evidence, from, subject, date, replyTo, text, around };
}

/** The text from below the heading (Zoho writes it twice) to where a program says it ends, and what stands beyond. */
function bodyOf(lines: readonly string[]): { text: string; beyond: string } {
  const first = lines.findIndex((line) => line.trim() !== '');
  const start = isForward([lines[first]?.trim() ?? ''], 0) && !findBlockBelow(lines, first) ? first + 1 : 0;
  const end = lines.findIndex((line) => END.test(line));
  const body = lines.slice(start, end < 0 ? undefined : end);
  return {
    text: withoutLastRule(unquoteWhole(body).join('\n').trim()),
    beyond: end < 0 ? '' : lines.slice(end + 1).join('\n'),
  };
}

/** KMail draws a line below what it passes on. */
const withoutLastRule = (text: string) => text.replace(/\n[-_=]{20,200}$/, '').trimEnd();

/** Whether the headers of a mail stand below a heading. */
function findBlockBelow(lines: readonly string[], at: number): boolean {
  const under = cleanLines(lines.slice(at + 1, at + 1 + MAX_BLOCK_LINES));
  return readBlock(under, nextFilled(under, 0), true) !== undefined;
}

function shown(heading: string, named: string | undefined): string {
  const told = [heading, named ?? ''].filter(Boolean).map((line) => `"${line.slice(0, MAX_EVIDENCE)}"`);
  return told.join(' above ');
}
