/** Kept of a name (characters): what every file system takes, in any writing, and what a person reads. */
const MAX_NAME = 100;
/** An ending longer than this says nothing of what is in the file (characters, its dot included). */
const MAX_ENDING = 12;
/** What no folder takes, or takes for something else: separators, wildcards, quotes, and Windows's streams and drives. */
const FORBIDDEN = /[<>:"/\\|?*]/g;
/** What is not seen: controls, the marks that turn text round (`photo\u202Egpj.exe`), spaces of no width, private and unassigned characters. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;
/** Names that Windows gives to devices, whatever ending they have. */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)\s*(\.|$)/i;

/** A name a file can be saved under, made of what a mail calls it: the last part of a path, nothing hidden, never empty. */
export function fileName(called: string): string {
  const last = called.split(/[/\\]/).findLast((part) => part.trim() !== '') ?? '';
  const visible = last.toWellFormed().normalize('NFC').replace(INVISIBLE, '').replace(FORBIDDEN, '_');
  const trimmed = visible.replace(/\s+/g, ' ').replace(/^[. ]+|[. ]+$/g, '');
  const short = shorten(trimmed);
  if (short === '') return 'unnamed';
  return DEVICE.test(short) ? `_${short}` : short;
}

/** Cut before its ending, so that it still says what it is. */
function shorten(name: string): string {
  const characters = [...name];
  if (characters.length <= MAX_NAME) return name;
  const dot = characters.lastIndexOf('.');
  const ending = dot >= 0 && characters.length - dot <= MAX_ENDING ? characters.slice(dot) : [];
  return [...characters.slice(0, MAX_NAME - ending.length), ...ending].join('');
}

/** The Content-Disposition (RFC 6266) with which a browser saves a file under its name and opens nothing. */
export function asDownload(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  });
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
