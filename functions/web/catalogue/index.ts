import type { Language } from '../../domain/language.ts';
import { en } from './en.ts';
import { ptBR } from './pt-BR.ts';

/** English sets the shape; a text that another language lacks does not compile. */
export type PageCatalogue = typeof en;

export const pageCatalogue: Record<Language, PageCatalogue> = { en, 'pt-BR': ptBR };
