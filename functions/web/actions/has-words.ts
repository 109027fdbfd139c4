/**
 * Whether a text tells somebody something: two words at least. Nobody learns anything from less, and a program that writes `test`
 * into every field declines nobody, asks nothing and hands nothing over.
 */
export function hasWords(text: string): boolean {
  return /[\p{L}\d]\S*\s+\S*[\p{L}\d]/u.test(text);
}
