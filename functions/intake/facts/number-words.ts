import type { Word } from './words.ts';

/** The longest number in words: `mil duzentos e noventa e nove` has six (words). */
const MAX_LENGTH = 8;

const VALUES: ReadonlyMap<string, number> = new Map(
  (
    'two 2|three 3|four 4|five 5|six 6|seven 7|eight 8|nine 9|ten 10|eleven 11|twelve 12|thirteen 13|fourteen 14|fifteen 15|' +
    'sixteen 16|seventeen 17|eighteen 18|nineteen 19|twenty 20|thirty 30|forty 40|fourty 40|fifty 50|sixty 60|seventy 70|' +
    'eighty 80|ninety 90|' +
    'dois 2|duas 2|tres 3|quatro 4|cinco 5|seis 6|sete 7|oito 8|nove 9|dez 10|onze 11|doze 12|treze 13|quatorze 14|catorze 14|' +
    'quinze 15|dezesseis 16|dezessete 17|dezoito 18|dezenove 19|vinte 20|trinta 30|quarenta 40|cinquenta 50|sessenta 60|' +
    'setenta 70|oitenta 80|noventa 90|cem 100|cento 100|duzentos 200|trezentos 300|quatrocentos 400|quinhentos 500|' +
    'seiscentos 600|setecentos 700|oitocentos 800|novecentos 900'
  )
    .split('|')
    .map((pair) => {
      const [word = '', value = ''] = pair.split(' ');
      return [word, Number(value)];
    }),
);
/** One, where it is one of something larger: `a hundred`, `one thousand`. */
const ONES = new Set(['a', 'one', 'um']);
const BETWEEN = new Set(['and', 'e']);

/** A number in words that ends at a word, and the word where it begins; undefined where there is none. */
export function numberEndingAt(
  words: readonly Word[],
  end: number,
): { value: number; from: number } | undefined {
  const { sentence } = words[end] ?? {};
  let from = end + 1;
  for (let at = end; at > end - MAX_LENGTH && words[at]?.sentence === sentence; at--) {
    const text = words[at]?.text ?? '';
    const isOne = ONES.has(text) && /^(?:hundred|thousand|mil)$/.test(words[at + 1]?.text ?? '');
    if (VALUES.has(text) || isOne || text === 'hundred' || text === 'thousand' || text === 'mil') from = at;
    else if (!BETWEEN.has(text) || from !== at + 1) break;
  }
  if (from > end) return undefined;
  const value = readNumber(words.slice(from, end + 1).map(({ text }) => text));
  return value > 0 ? { value, from } : undefined;
}

function readNumber(texts: readonly string[]): number {
  let thousands = 0;
  let rest = 0;
  for (const text of texts) {
    if (text === 'hundred') rest = (rest || 1) * 100;
    else if (text === 'thousand' || text === 'mil') [thousands, rest] = [(rest || 1) * 1000, 0];
    else rest += ONES.has(text) ? 1 : (VALUES.get(text) ?? 0);
  }
  return thousands + rest;
}
