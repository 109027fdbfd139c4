import { type Certainty, type Fact, unknown } from '../../domain/request.ts';

export const nothing = unknown;

/** A fact from the mail, with the customer's words for it and how sure the reading is. */
export function fromMail<T>(value: T, words: string, certainty: Certainty): Fact<T> {
  return { source: 'mail', value, words, certainty };
}
