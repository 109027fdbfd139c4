/** A person and their address. */
export interface Sender {
  address: string;
  name: string;
}

/** Looked at of a line that names a sender (characters). */
const MAX_LINE = 400;
/** Kept of a name (characters). */
const MAX_NAME = 200;

/** RFC 5321, 4.5.3.1: lengths of local part and domain. Taken only where it stands alone. */
const ADDRESS =
  /(?<![^\s<>()[\]"':;,=])[^\s<>()[\]"':;,@=]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}[\p{L}\p{N}-]{2,63}/gu;
/** The same in brackets, as mail programs write it: `<a@b>`, `[mailto:a@b]`, `<mailto:a@b>`, `(a@b)`. */
const BRACKETED =
  /[<[(]\s?(?:mailto:)?([^\s<>()[\]"':;,@]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}[\p{L}\p{N}-]{2,63})(?=[\s>\])<])/giu;
/** Behind these words stands who wrote, before them who pressed the button: Outlook, for assistants and lists. */
const ON_BEHALF = /\s(?:on behalf of|em nome de|por conta de|en nombre de|im auftrag von)\s/i;

/**
 * Who a From line of a quoted mail names. A name is whatever its bearer chose, an address among it, so the address is the
 * last one in brackets; without brackets, the only one there is. Where there is none, the name alone.
 */
export function senderIn(written: string): { address: string | undefined; name: string } {
  const line = written
    .slice(0, MAX_LINE)
    .replace(/[\s\u200b-\u200f\ufeff]+/g, ' ')
    .trim();
  const behalf = ON_BEHALF.exec(line);
  if (behalf) return senderIn(line.slice(behalf.index + behalf[0].length));
  const bracketed = [...line.matchAll(BRACKETED)].at(-1);
  if (bracketed) return { address: bracketed[1], name: nameBefore(line, bracketed[1] ?? '') };
  const bare = new Set((line.match(ADDRESS) ?? []).map((address) => address.toLowerCase()));
  const [only] = bare;
  const address = bare.size === 1 && only !== undefined ? line.match(ADDRESS)?.[0] : undefined;
  return { address, name: address === undefined ? named(line) : nameBefore(line, address) };
}

/** The name before the first bracket; Outlook writes the address twice, and some write it for want of a name. */
function nameBefore(line: string, address: string): string {
  const end = line.search(/\s?[<[(]\s?(?:mailto:)?[^\s<>()[\]]*@/i);
  const before = end >= 0 ? line.slice(0, end) : line.slice(0, line.indexOf(address));
  const name = named(before);
  return name.toLowerCase() === address.toLowerCase() ? '' : name;
}

/** Without the quotes, asterisks and blanks around it. */
const named = (text: string) => text.replace(/^[\s"'*_“”]+|[\s"'*_“”,:]+$/g, '').slice(0, MAX_NAME);
