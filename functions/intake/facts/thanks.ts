import { readWords } from './words.ts';

/** What somebody says who only confirms or thanks, in either language. */
const POLITE = new Set(
  `thanks thank thx ty sorry trouble you u so very much many a lot cheers appreciated appreciate it all ok okay kk great good perfect fine super yes
  yep right that thats is correct sounds understood got will do have nice lovely day week weekend evening kind best warm regards
  sincerely hi hello dear for your the quick fast help reply answer everything and to too team again
  desculpe desculpa desculpem transtorno obrigado obrigada brigado brigada obg vlw valeu agradeco grato grata muito muita pela pelo atencao retorno ajuda resposta rapidez
  tudo bem bom boa otimo otima perfeito perfeita certo isso mesmo esta ta combinado entendi entendido beleza blz sim ola oi tenha um uma
  dia tarde noite semana abraco abracos abs att atenciosamente de nada voces vc equipe por e a o mais`.split(
    /\s+/,
  ),
);
/** Names are in no list: this many words with a capital that nobody knows may stand in a courtesy. */
const MAX_NAMES = 2;
/** A longer mail says more than that (words). */
const MAX_WORDS = 20;
/** One of these, and it is no courtesy. */
const MORE = new Set(
  `no not never nothing but still however please refund return money reopen cancel help case request order
  nao nunca nada mas ainda porem favor reembolso devolucao dinheiro reabrir cancelar troca caso pedido solicitacao`.split(
    /\s+/,
  ),
);

/** Whether a mail only thanks or confirms, and asks for nothing more. */
export function isCourtesy(text: string): boolean {
  if (text.includes('?')) return false;
  const { text: written, words } = readWords(text);
  if (words.length === 0 || words.length > MAX_WORDS) return false;
  const unknown = words.filter((word) => !POLITE.has(word.text));
  return (
    unknown.length < words.length &&
    unknown.length <= MAX_NAMES &&
    !words.some((word) => MORE.has(word.text)) &&
    unknown.every(({ start }) => /\p{Lu}/u.test(written.charAt(start)))
  );
}
