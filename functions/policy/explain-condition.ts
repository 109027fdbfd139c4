import { factNames } from '../domain/facts.ts';

const FACTS = `Facts: ${factNames.join(', ')}`;

/** What the types of CEL are called by who writes a policy. */
const kinds: Record<string, string> = {
  double: 'an amount or a share (a number with a point, such as 500.0)',
  int: 'a whole number (without a point, such as 90)',
  string: "a text (in quotes, such as 'defective')",
  bool: 'true or false (it needs no comparison)',
};

/** What would be right in place of a condition that is none, from the condition and what the CEL engine says of it. */
export function explainCondition(when: string, message: string): string {
  const field = /^No such key: (\w+)/.exec(message)?.[1];
  if (field) return `${field} is no fact.${meant(field)} ${FACTS}`;
  const variable = /^Unknown variable: (\w+)/.exec(message)?.[1];
  if (variable) {
    const right = meant(variable) || ` A text stands in quotes: '${variable}'.`;
    return `${variable} is no fact.${right} ${FACTS}`;
  }
  const compared = /^no such overload: (\w+) (\S+) (\w+)$/.exec(message);
  if (compared) {
    const [, left = '', operator, right = ''] = compared;
    if (operator === 'in') return "in needs a list of texts or numbers: in ['defective', 'wrong-item']";
    return `compares ${kinds[left] ?? left} with ${kinds[right] ?? right}: both sides have to be of one kind`;
  }
  if (message.startsWith('no such overload: !'))
    return '! turns true and false round; a number or a text needs a comparison, such as > 0';
  const slip = slips.find(([pattern]) => pattern.test(when.replace(/'[^']*'|"[^"]*"/g, "''")));
  if (message.startsWith('found no matching overload'))
    return `${message}. Functions for texts: startsWith, endsWith, contains, matches`;
  return `not a CEL condition: ${slip ? slip[1] : message}`;
}

/** What people write who know another language, outside of texts. */
const slips: ReadonlyArray<readonly [pattern: RegExp, right: string]> = [
  [/^(?:[^'"]|'')*['"](?:[^'"]|$)/, 'a text is not closed; it ends with the quote it began with'],
  [/\b(?:and|or|not)\b/i, 'and is written &&, or is ||, not is !'],
  [/=>|=<|<>/, 'at least is written >=, at most <=, different !='],
  [/(?<![=!<>])=(?!=)/, 'equal is written =='],
  [/(?<!&)&(?!&)|(?<!\|)\|(?!\|)/, 'and is written &&, or is ||'],
  [/(?:&&|\|\||[=<>!])\s*$/, 'it ends where something has to follow'],
  [/\d,\d/, 'numbers have a point before decimals and nothing between thousands: 1000.50'],
];

/** A fact whose name is the same but for capital letters, or but for its group. */
function meant(name: string): string {
  const lower = name.toLowerCase();
  const found = factNames.filter((fact) => fact.toLowerCase().split('.').includes(lower));
  return found.length === 1 ? ` Did you mean ${found[0]}?` : '';
}
