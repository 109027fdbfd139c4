import { detectAll } from 'tinyld/light';
import type { Language } from '../domain/language.ts';

/** Telling takes no more than a few sentences. */
const MAX_SAMPLE = 400;
/** Below this tinyld has seen next to nothing it knows (measured on one-word mails and on other languages). */
const MIN_ACCURACY = 0.05;

const bySubtag: Readonly<Record<string, Language>> = { en: 'en', pt: 'pt-BR' };

/** The language a mail is written in, or the shop's own where it cannot be told. */
export function detectLanguage(text: string, fallback: Language): Language {
  const [best] = detectAll(text.slice(0, MAX_SAMPLE), { only: Object.keys(bySubtag) });
  if (!best || best.accuracy < MIN_ACCURACY) return fallback;
  return bySubtag[best.lang] ?? fallback;
}
