import { LimitExceeded } from '../domain/errors.ts';

/** A header field where it stands in a raw mail: from its name to the end of its last line (byte offsets). */
export interface Field {
  name: string;
  start: number;
  end: number;
}

/** Headers beyond this are not read (bytes): a mail to hundreds, with every server's notes, has a quarter of it. */
export const MAX_HEADER_BYTES = 256 * 1024;
/** Header fields beyond this are not read: a mail that went through many servers and lists has some two hundred. */
const MAX_HEADERS = 1_000;
/** Addresses in the headers beyond this are not read: the largest mail services send to 500 or 1,000 at once. */
const MAX_ADDRESSES = 2_000;
/** Lines beyond this are not read: 25 MB of base64 have 450,000 with the shortest lines that are in use. */
const MAX_LINES = 600_000;
/** Where addresses stand. A parser takes the longer for each the more there are. */
const WITH_ADDRESSES =
  /^(from|to|cc|bcc|sender|reply-to|return-path|delivered-to|errors-to|disposition-notification-to|list-.*|resent-.*)$/;

/** Of these a mail has one (RFC 5322, section 3.6; RFC 2045, section 3). The first is what mail programs show. */
const ONLY_ONE = new Set([
  ...['from', 'sender', 'reply-to', 'subject', 'date', 'message-id', 'in-reply-to', 'references'],
  ...['mime-version', 'content-type', 'content-transfer-encoding', 'content-disposition', 'content-id'],
]);

const LF = 0x0a;
const CR = 0x0d;
const isBlank = (byte: number | undefined) => byte === 0x20 || byte === 0x09;

/**
 * The header fields of a mail, in their order, with no more looked at than its header. Throws LimitExceeded naming the limit
 * and the figure.
 */
export function readHead(raw: Buffer): Field[] {
  const fields: Field[] = [];
  let addresses = 0;
  for (const field of headerFields(raw)) {
    fields.push(field);
    if (fields.length > MAX_HEADERS) throw new LimitExceeded(`MAX_HEADERS: more than ${MAX_HEADERS} headers`);
    if (field.end > MAX_HEADER_BYTES) {
      throw new LimitExceeded(`MAX_HEADER_BYTES: headers of more than ${MAX_HEADER_BYTES / 1024} KB`);
    }
    if (!WITH_ADDRESSES.test(field.name)) continue;
    addresses += countAddresses(raw, field);
    if (addresses > MAX_ADDRESSES) {
      throw new LimitExceeded(
        `MAX_ADDRESSES: ${addresses} addresses or more, and at most ${MAX_ADDRESSES} are read`,
      );
    }
  }
  return fields;
}

/** Throws LimitExceeded for a mail of so many lines that going through them takes seconds. */
export function checkLines(raw: Buffer): void {
  if (raw.length <= MAX_LINES) return;
  let lines = 0;
  for (let at = raw.indexOf(LF); at !== -1; at = raw.indexOf(LF, at + 1)) {
    if (++lines > MAX_LINES) throw new LimitExceeded(`MAX_LINES: more than ${MAX_LINES} lines`);
  }
}

/** The fields of a header up to its first empty line, or to the end of the bytes. */
function* headerFields(raw: Buffer): Generator<Field> {
  for (let start = 0; start < raw.length; ) {
    if (raw[start] === LF || (raw[start] === CR && raw[start + 1] === LF)) return;
    let end = lineEnd(raw, start);
    while (isBlank(raw[end])) end = lineEnd(raw, end);
    const [, name = ''] =
      /^([^\s:]+)[ \t]*:/.exec(raw.toString('latin1', start, Math.min(end, start + 200))) ?? [];
    yield { name: name.toLowerCase(), start, end };
    start = end;
  }
}

function lineEnd(raw: Buffer, from: number): number {
  const found = raw.indexOf(LF, from);
  return found === -1 ? raw.length : found + 1;
}

/** As many as there are @ or commas: what a parser takes time for, whether they are addresses or not. */
function countAddresses(raw: Buffer, { start, end }: Field): number {
  let signs = 0;
  let commas = 0;
  for (let index = start; index < end; index++) {
    if (raw[index] === 0x40) signs++;
    else if (raw[index] === 0x2c || raw[index] === 0x3b) commas++;
  }
  return Math.max(signs, commas);
}

/**
 * Why nobody can be taken for the sender of a mail with these fields, or undefined where its From header is to be read.
 * Programs differ in which of two they show, and that is what a second From header is written for.
 */
export function conflictingSenders(raw: Buffer, fields: readonly Field[]): string | undefined {
  const froms = fields.filter(({ name }) => name === 'from');
  if (froms.length < 2) return undefined;
  const named = new Set(
    froms.map(({ start, end }) =>
      (raw.toString('latin1', start, end).toLowerCase().match(ADDRESS) ?? []).join(' '),
    ),
  );
  return named.size > 1 ? `it has ${froms.length} From headers that name different senders` : undefined;
}
const ADDRESS = /[^\s<>,;:"()@]+@[^\s<>,;:"()@]+/g;

/** The mail with only the first of the headers it may have once, so that no parser can read the last of them. */
export function withFirstOnly(raw: Buffer, fields: readonly Field[]): Buffer {
  const seen = new Set<string>();
  const dropped = fields.filter(({ name }) => {
    const again = ONLY_ONE.has(name) && seen.has(name);
    seen.add(name);
    return again;
  });
  if (dropped.length === 0) return raw;
  const starts = [0, ...dropped.map(({ end }) => end)];
  const ends = [...dropped.map(({ start }) => start), raw.length];
  return Buffer.concat(starts.map((start, index) => raw.subarray(start, ends[index])));
}

/** Looked at of a mail that cannot be read whole (bytes): who wrote and about what stands in its first lines. */
const MAX_TOP = 64 * 1024;
/** A From or Subject header beyond this is no line a person reads (bytes). */
const MAX_TOP_FIELD = 4 * 1024;

/**
 * A small mail of nothing but the first From and Subject headers of a mail that cannot be read whole, whatever the rest of it
 * is made of; a sender that is in doubt is left out.
 */
export function topOf(mail: Uint8Array): Buffer {
  const raw = Buffer.from(mail.buffer, mail.byteOffset, Math.min(mail.byteLength, MAX_TOP));
  const fields = [...headerFields(raw)];
  const wanted = conflictingSenders(raw, fields) ? ['subject'] : ['from', 'subject'];
  const lines = wanted.flatMap((name) => {
    const field = fields.find((one) => one.name === name);
    const shown = field && field.end - field.start <= MAX_TOP_FIELD;
    return shown ? [raw.toString('latin1', field.start, field.end).trimEnd()] : [];
  });
  return Buffer.from([...lines, '', ''].join('\r\n'), 'latin1');
}
