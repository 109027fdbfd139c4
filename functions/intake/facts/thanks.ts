import { readWords } from './words.ts';

/** A longer mail says more than thanks (words). */
const MAX_WORDS = 20;

const THANKS = new Set(
  'thanks thank thx ty cheers appreciated obrigado obrigada obrigad brigado brigada obg valeu agradeco grato grata'.split(
    ' ',
  ),
);
/** Words of somebody who still wants something. */
const GOES_ON = new Set(
  'but still however yet please want wants wanted need needs reopen again wrong mistake misunderstood misunderstanding question when why mas porem ainda contudo quero queria preciso gostaria reabrir reabra errado engano duvida quando porque'.split(
    ' ',
  ),
);

/** Whether a mail only says thank you, and asks for nothing more. */
export function isThanks(text: string): boolean {
  if (text.includes('?')) return false;
  const { words } = readWords(text);
  if (words.length > MAX_WORDS) return false;
  const said = words.map((word) => word.text);
  return said.some((word) => THANKS.has(word)) && !said.some((word) => GOES_ON.has(word));
}
