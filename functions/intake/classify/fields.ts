/** The header section of a mail: all before the first empty line. */
export function head(text: string): string {
  const start = text.replace(/^\s+/, '');
  const end = /\r?\n[ \t]*\r?\n/.exec(start)?.index;
  return end === undefined ? start : start.slice(0, end);
}

/** Fields in the form of headers, the first of each name, folded lines joined. */
export function fieldsIn(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  let last: string | undefined;
  for (const line of text.split('\n')) {
    const [, name, value] = /^([\w-]{1,60}):(.*)$/.exec(line.trimEnd()) ?? [];
    if (name !== undefined && value !== undefined) {
      last = name.toLowerCase();
      if (fields.has(last)) last = undefined;
      else fields.set(last, value.trim());
    } else if (/^[ \t]/.test(line) && last !== undefined) {
      fields.set(last, `${fields.get(last) ?? ''} ${line.trim()}`.slice(0, 4_000));
    } else last = undefined;
  }
  return fields;
}

/** The same wherever they stand in a text, quoted or indented as servers return them. */
export function allFieldsIn(text: string): Map<string, string> {
  return fieldsIn(
    text.replace(
      /^[ \t>|]{1,20}(?=(?:message-id|subject|x-goodwill-mail|(?:x-)?original-message-id):)/gim,
      '',
    ),
  );
}

/** Encoded words of a returned subject, as far as a case reference needs it: quoted-printable and base64 in ASCII. */
export function decodeWords(value: string): string {
  return value
    .slice(0, 4_000)
    .replace(/=\?[\w-]{1,40}\?([bq])\?([^?\s]{0,1000})\?=/gi, (_, how: string, text: string) =>
      how.toLowerCase() === 'q'
        ? text
            .replaceAll('_', ' ')
            .replace(/=([0-9a-f]{2})/gi, (__, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
        : decodeBase64(text),
    );
}

function decodeBase64(text: string): string {
  try {
    return atob(text);
  } catch {
    return text;
  }
}
