import type { Language } from '../../domain/language.ts';
import { en, type Words } from './en.ts';
import { ptBR } from './pt-BR.ts';

/** The words of the report. A language that lacks a sentence does not compile. */
export const words: Record<Language, Words> = { en, 'pt-BR': ptBR };
