import { isQuoted, plain } from './lines.ts';

/** What mail programs write between dashes above a mail that is answered. */
const HISTORY = [
  'original message',
  'original appointment',
  'original',
  'mensagem original',
  'mensagem de origem',
  'compromisso original',
  'mensaje original',
  "message d'origine",
  'message d’origine',
  'message original',
  'ursprüngliche nachricht',
  'originalnachricht',
  'messaggio originale',
  'oorspronkelijk bericht',
  'ursprungligt meddelande',
  'originalmeddelande',
  'oprindelig meddelelse',
  'opprinnelig melding',
  'alkuperäinen viesti',
  'oryginalna wiadomość',
  'wiadomość oryginalna',
  'původní zpráva',
  'pôvodná správa',
  'eredeti üzenet',
  'mesaj original',
  'orijinal mesaj',
  'исходное сообщение',
  'пересылаемое сообщение',
  '原始邮件',
  '原始郵件',
  '元のメッセージ',
  'original-nachricht',
];

/** What they write between dashes above one that is passed on. */
const FORWARD = [
  'forwarded message',
  'forwarded by',
  'forwarded mail',
  'mensagem encaminhada',
  'mensagem reencaminhada',
  'mensagem redirecionada',
  'encaminhado por',
  'encaminhada',
  'mensaje reenviado',
  'message transféré',
  'message transmis',
  'weitergeleitete nachricht',
  'messaggio inoltrato',
  'doorgestuurd bericht',
  'vidarebefordrat meddelande',
  'videresendt meddelelse',
  'videresendt melding',
  'wiadomość przekazana',
  'przekazana wiadomość',
  'пересланное сообщение',
  '转发邮件',
  '轉寄郵件',
];

/** And without dashes, a line of its own: Apple Mail. */
const BEGIN_FORWARD = new Set([
  'begin forwarded message',
  'início da mensagem encaminhada',
  'início da mensagem reencaminhada',
  'inicio da mensagem encaminhada',
  'inicio da mensagem reencaminhada',
  'mensagem encaminhada',
  'mensagem reencaminhada',
  'inicio del mensaje reenviado',
  'début du message réexpédié',
  'début du message transféré',
  'anfang der weitergeleiteten nachricht',
  'anfang der weitergeleiteten e-mail',
  'inizio messaggio inoltrato',
  'begin doorgestuurd bericht',
  'vidarebefordrat brev',
  'start på videresendt besked',
  'videresendt melding',
]);

/** One word of each of these phrases. */
const FORWARDED = new RegExp([...new Set([...FORWARD, ...BEGIN_FORWARD].map(longestWord))].join('|'), 'iu');

function longestWord(phrase: string): string {
  return phrase.split(' ').reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}

/** Where helpdesks ask to write above. */
const ABOVE_THIS = /\b(?:reply|respond|write|type)\b.{0,40}\babove this line\b|\bacima dest[ae] linha\b/;

/** Whether a line stands between new text and the mail it answers. */
export function isHistory(line: string): boolean {
  return isBetweenDashes(line, HISTORY) || (/^[#\-=*<>_]/.test(line) && ABOVE_THIS.test(plain(line)));
}

/** Whether a forwarded mail can start anywhere in a text: a look that costs next to nothing. */
export const mentionsForward = (text: string): boolean => FORWARDED.test(text);

/** Whether a forwarded mail starts here; Apple Mail quotes its own heading in HTML, and others quote the mail below it. */
export function isForward(lines: readonly string[], at: number): boolean {
  const line = (lines[at] ?? '').replace(/^[>＞\s]+/, '');
  if (isBetweenDashes(line, FORWARD)) return true;
  if (line.length > 60 || !/[:：]$/.test(line)) return false;
  if (!BEGIN_FORWARD.has(plain(line).replace(/\s*[:：]$/, ''))) return false;
  return !isQuoted(lines[at]) || !isQuoted(lines[at - 1]);
}

/** Whether a line is a rule: what Outlook, and html-to-text for `<hr>`, draw above the header of the answered mail. */
export function isRule(line: string): boolean {
  return line.length >= 5 && /^[_\-=–—]+$/.test(line);
}

function isBetweenDashes(line: string, phrases: readonly string[]): boolean {
  const dashes = /^\*?[-‐‑‒–—_=]{2,}\s*/.exec(line)?.[0];
  if (dashes === undefined) return false;
  // QQ Mail writes the entity into plain text.
  const text = plain(line.slice(dashes.length).replaceAll('&nbsp;', ' '));
  const phrase = phrases.find((one) => text.startsWith(one));
  if (phrase === undefined) return false;
  // A name may stand behind "Forwarded by"; behind "original" alone, anything a person writes between dashes.
  const further = phrase.includes(' ') ? /^[\s:]*[-‐‑‒–—_=]|^ \S/ : /^[\s:]*[-‐‑‒–—_=]/;
  return text.length === phrase.length || further.test(text.slice(phrase.length));
}
