import * as z from 'zod';

/** The languages mails and pages are written in, as BCP 47 tags. */
export const Language = z.enum(['en', 'pt-BR']);
export type Language = z.infer<typeof Language>;
export const languages = Language.options;
