import { type HeaderKind, headerKind, MAX_LABEL } from './header-labels.ts';

/** A block of headers with long lists of addresses wraps over some lines; this many are looked at. */
const MAX_BLOCK = 24;
/** This many lines with no header of their own end it: a long list of addresses wraps over so many. */
const MAX_CONTINUED = 4;
/** Four headers on one line, the colons of a time and of links between them. */
const MAX_COLONS = 20;

interface Header {
  kind: HeaderKind;
  /** As it is called there, in lower case. */
  name: string;
  value: string;
}

/**
 * How many lines from here are the headers of a quoted mail, as Outlook and others put them above it; 0 for none. People
 * write "From: Lisbon To: Porto" and letters with "Subject:" too, so it takes a sender and a time, and a subject or an
 * address; where a rule or a heading stands above (`introduced`), a sender and one more.
 */
export function headerBlockAt(lines: readonly string[], at: number, introduced: boolean): number {
  const first = headerOf(lines[at]);
  if (!first || first.kind === 'other') return 0;
  const found = [first, ...(first.kind === 'from' ? inline(first.value) : [])];
  let length = 1;
  let continued = 0;
  for (let next = at + 1; next < Math.min(lines.length, at + MAX_BLOCK); next++) {
    const line = lines[next] ?? '';
    if (line === '' && lines[next + 1] === '') break;
    const header = headerOf(line);
    if (header) {
      if (header.kind === 'from' && found.some(({ kind }) => kind === 'from')) break;
      // A name on one line and its value on the next is what a table of headers becomes.
      found.push(header.value ? header : { ...header, value: lines[next + 1] ?? '' });
      length = next - at + 1;
      continued = 0;
    } else if (line !== '') {
      // What stands below a blank line is a value only where its name has none.
      const isApart = lines[next - 1] === '' && headerOf(lines[at + length - 1])?.value !== '';
      if (isApart || ++continued > MAX_CONTINUED) break;
    }
  }
  return isBlock(found, introduced) ? length : 0;
}

function isBlock(found: readonly Header[], introduced: boolean): boolean {
  const value = (kind: HeaderKind) => found.find((header) => header.kind === kind)?.value;
  const from = value('from');
  // "De: 50 reais Para: 30 reais" is a price.
  if (from === undefined || /^\d[^@]*$/.test(from)) return false;
  const dated = found.some((header) => header.kind === 'date' && /\d/.test(header.value));
  if (introduced) return dated || value('subject') !== undefined || (from.includes('@') && found.length > 1);
  const timed = found.some(({ kind, value: when }) => kind === 'date' && isTime(when));
  const about = value('subject') !== undefined;
  return (
    timed && (about || (value('to') !== undefined && found.some((header) => header.value.includes('@'))))
  );
}

/** Every program writes the time of day: `10:00`, `10.00`, `10h00`, `10 AM`. */
const isTime = (text: string) => /\d{1,2}\s?[:.hH]\s?\d{2}(?!\d|\.\d)|\d\s?[ap]\.?\s?m\b/i.test(text);

/** The header a line holds: `*De:* Ana` and `Enviado em: 3/3/2026` are some. */
export function headerOf(line: string | undefined): Header | undefined {
  if (!line) return undefined;
  const colon = line.slice(0, MAX_LABEL + 1).search(/[:：]/);
  if (colon < 1) return undefined;
  const name = line
    .slice(0, colon)
    .replace(/[*_\s]+/g, ' ')
    .trim()
    .toLowerCase();
  const kind = headerKind(name);
  return kind && { kind, name, value: line.slice(colon + 1).replace(/^[*_\s]+/, '') };
}

/** The further headers of a block that was put on one line. */
function inline(value: string): Header[] {
  const found: Header[] = [];
  let colon = value.indexOf(':');
  for (let tried = 0; colon >= 0 && tried < MAX_COLONS; tried++) {
    const name =
      value
        .slice(Math.max(0, colon - MAX_LABEL), colon)
        .trim()
        .split(/\s+/)
        .at(-1) ?? '';
    const kind = headerKind(name.replaceAll('*', '').toLowerCase());
    // One letter and a colon stand in clock times and prose as well.
    if (kind && name.length > 1) found.push({ kind, name, value: value.slice(colon + 1, colon + 60) });
    colon = value.indexOf(':', colon + 1);
  }
  return found;
}
