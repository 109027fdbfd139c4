import { headerBlockAt, headerOf } from '../own-words/header-block.ts';

/** The headers of a mail that is passed on, as its mail program put them above its text. */
export interface Block {
  /** As written; undefined where two lines say From, for then one of them is the sender's own doing. */
  from: string | undefined;
  subject: string;
  date: string;
  replyTo: string;
  /** The first line below the block. */
  end: number;
}

type Field = 'from' | 'subject' | 'date' | 'replyTo' | 'else';

const REPLY_TO = /^(?:reply[- ]to|responder (?:a|para)|répondre à|antwort an)$/;
/** Lists of addresses below the last header wrap over so many lines. */
const MAX_WRAPPED = 8;

/** Reads the header block that starts here, if one does. `lines` are cleaned and not quoted. */
export function readBlock(lines: readonly string[], at: number, introduced: boolean): Block | undefined {
  const length = headerBlockAt(lines, at, introduced);
  if (length === 0) return undefined;
  const values = new Map<Field, string>();
  let last: Field = 'else';
  let end = at + length;
  for (let next = at; next < end; next++) {
    const line = lines[next] ?? '';
    const header = headerOf(line);
    if (header) {
      last = fieldOf(header);
      // The first of a name counts: what stands below may be the text already.
      if (values.has(last)) last = 'else';
      else values.set(last, header.value);
    } else if (line !== '' && continues(values.get(last) ?? '', last, lines[next - 1])) {
      values.set(last, `${values.get(last) ?? ''} ${line}`.trim());
    }
  }
  end = belowWrapped(lines, end);
  return {
    from: saysFromAgain(lines, end) ? undefined : values.get('from'),
    subject: values.get('subject') ?? '',
    date: values.get('date') ?? '',
    replyTo: values.get('replyTo') ?? '',
    end,
  };
}

function fieldOf({ kind, name }: { kind: string; name: string }): Field {
  if (kind === 'from' || kind === 'subject' || kind === 'date') return kind;
  return REPLY_TO.test(name) ? 'replyTo' : 'else';
}

/** A sender is not gone on with below an address, nor below a blank line where their text may stand already. */
function continues(value: string, field: Field, before: string | undefined): boolean {
  return field !== 'from' || value === '' || (before !== '' && !value.includes('@'));
}

/** Past what is left of a list of addresses. */
function belowWrapped(lines: readonly string[], from: number): number {
  let end = from;
  while (end < from + MAX_WRAPPED && isAddressList(lines[end - 1], lines[end])) end++;
  return end;
}

const isAddressList = (before: string | undefined, line: string | undefined) =>
  line?.includes('@') && !headerOf(line) && /[,;]$/.test(before ?? '');

/** A subject can be made to wrap so that its second line says From. */
function saysFromAgain(lines: readonly string[], from: number): boolean {
  for (let at = from; at < from + MAX_WRAPPED && (lines[at] ?? '') !== ''; at++) {
    if (headerOf(lines[at])?.kind === 'from') return true;
  }
  return false;
}
