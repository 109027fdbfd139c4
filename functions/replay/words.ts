import type { Language } from '../domain/language.ts';
import { en } from './words-en.ts';
import { ptBR } from './words-pt-BR.ts';

/** English sets the shape of what a report of a replay says. */
export type ReplayWords = typeof en;

export const replayWords: Record<Language, ReplayWords> = { en, 'pt-BR': ptBR };
