import type { Language } from '../../domain/language.ts';
import { en } from './en.ts';
import { ptBR } from './pt-BR.ts';

/** English sets the shape; a text that another language lacks does not compile. */
export type Catalogue = typeof en;

export const catalogue: Record<Language, Catalogue> = { en, 'pt-BR': ptBR };
