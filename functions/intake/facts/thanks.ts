import { readWords } from './words.ts';

/** What somebody says who only confirms or thanks, in either language. */
const POLITE = new Set(
  `thanks thank thx ty you u so very much many a lot cheers appreciated appreciate it all ok okay kk great good perfect fine super yes
  yep right that thats is correct sounds understood got will do have nice lovely day week weekend evening kind best warm regards
  sincerely hi hello dear for your the quick fast help reply answer everything and to too team again
  obrigado obrigada brigado brigada obg vlw valeu agradeco grato grata muito muita pela pelo atencao retorno ajuda resposta rapidez
  tudo bem bom boa otimo otima perfeito perfeita certo isso mesmo esta ta combinado entendi entendido beleza blz sim ola oi tenha um uma
  dia tarde noite semana abraco abracos abs att atenciosamente de nada voces vc equipe por e a o mais`.split(
    /\s+/,
  ),
);
/** Names are in no list: this many words that nobody knows may stand in a courtesy. */
const MAX_UNKNOWN = 2;
/** A longer mail says more than that (words). */
const MAX_WORDS = 20;
/** One of these, and it is no courtesy. */
const MORE = new Set('no not never nothing but still however nao nunca nada mas ainda porem'.split(' '));

/** Whether a mail only thanks or confirms, and asks for nothing more. */
export function isCourtesy(text: string): boolean {
  if (text.includes('?')) return false;
  const said = readWords(text).words.map((word) => word.text);
  if (said.length === 0 || said.length > MAX_WORDS || said.some((word) => MORE.has(word))) return false;
  const unknown = said.filter((word) => !POLITE.has(word)).length;
  return unknown <= MAX_UNKNOWN && unknown < said.length;
}
