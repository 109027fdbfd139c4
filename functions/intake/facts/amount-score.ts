import type { Word } from './words.ts';

const asked = new Set(
  'refund refunded reimburse reimbursed reimbursement reembolso reembolsar estorno estornar back devolver devolucao'.split(
    ' ',
  ),
);
const paid = new Set(
  (
    'paid pay paying price priced cost costs costing charged charge billed amount total worth value spent debited bought purchased ' +
    'paguei pagamos pago paga preco custou custa valor total cobrado cobrada cobraram cobrou gastei debitado comprei'
  ).split(' '),
);
/** What other sums in such mails are. */
const others = new Set(
  (
    'shipping postage delivery frete envio entrega tax taxes taxa imposto customs fee fees discount desconto coupon cupom voucher off ' +
    'cheaper elsewhere barato gift tip donation bonus deposit repair conserto instead another credit credito insurance seguro ' +
    'minimum minimo acima above over saved savings wage salary salario'
  ).split(' '),
);
/** Behind a sum, that it is what somebody wants: `$20 back`, `R$ 80 de volta`. */
const wantedBack = new Set('back volta'.split(' '));
/** Before `part`, that a sum is no more than that: `20 dollars, only a part of it`. */
const merely = new Set('only just so apenas somente'.split(' '));
const parts = new Set('part parte'.split(' '));
/** Who has given this much back already owes the rest. */
const givers = new Set('you they voces vcs already ja only'.split(' '));
const given = new Set(
  'refunded reimbursed returned sent gave devolveram estornaram reembolsaram devolveu estornou reembolsou'.split(
    ' ',
  ),
);
const wanting = new Set(
  'want like would please could request need ask asking give refund partial quero queria gostaria peco solicito favor pedir poderiam podem reembolso estorno'.split(
    ' ',
  ),
);
/** What being asked for, being all of it, and being given back already add to a sum's score, which is 4 at most for a price. */
const ASKED = 3;
const TOTAL = 3;
const GIVEN = -5;
/** How many words away still speak of a sum. */
const NEAR = 5;

/** How much the words around a sum say that it is the one meant: what was paid or is asked back, and not a fee or a discount. */
export function scoreAround(words: readonly Word[], at: number): number {
  let score = 0;
  const { sentence, clause } = words[at] ?? {};
  for (let distance = 1; distance <= NEAR; distance++) {
    for (const index of [at - distance, at + distance]) {
      const word = words[index];
      if (!word || word.sentence !== sentence) continue;
      const closeness =
        (NEAR + 1 - distance) / NEAR / (word.clause === clause ? 1 : 2) / (index > at ? 1.5 : 1);
      if (others.has(word.text)) score -= 3 * closeness;
      else if (asked.has(word.text)) score += 2.2 * closeness;
      else if (paid.has(word.text)) score += 2 * closeness;
    }
  }
  return Math.round((score + spokenOf(words, at)) * 100) / 100;
}

/** Whether a sum is the one that is asked back, in so many words, and for no shipping or fee. */
export function isAskedFor(words: readonly Word[], at: number): boolean {
  const { clause } = words[at] ?? {};
  const around = words.slice(Math.max(0, at - NEAR), at + NEAR + 1);
  return (
    spokenOf(words, at) === ASKED && !around.some((word) => word.clause === clause && others.has(word.text))
  );
}

/** Where words tell which of several sums is meant, whatever else stands near them. */
function spokenOf(words: readonly Word[], at: number): number {
  const { clause } = words[at] ?? {};
  const near = (index: number, said: ReadonlySet<string>) => {
    const word = words[index];
    return word !== undefined && word.clause === clause && said.has(word.text);
  };
  const before = [1, 2, 3, 4, 5].map((distance) => at - distance);
  const behind = [1, 2, 3].map((distance) => at + distance);
  if (before.some((index) => near(index, given) && [1, 2, 3].some((more) => near(index - more, givers)))) {
    return GIVEN;
  }
  const isWanted = before.some((index) => near(index, wanting));
  if (isWanted && [...before.slice(0, 2), ...behind].some((index) => near(index, wantedBack))) return ASKED;
  if (isWanted && isMerelyPart(words, at)) return ASKED;
  if (isWanted && before.slice(0, 3).some((index) => near(index, asked))) return ASKED;
  return behind.some((index) => words[index]?.text === 'total' && near(index, paid)) ? TOTAL : 0;
}

/** `20 dólares, só uma parte`: in another clause, so it takes both words. */
function isMerelyPart(words: readonly Word[], at: number): boolean {
  const behind = words
    .slice(at + 1, at + 1 + NEAR)
    .filter(({ sentence }) => sentence === words[at]?.sentence);
  const from = behind.findIndex(({ text }) => merely.has(text));
  return from >= 0 && behind.slice(from + 1, from + 3).some(({ text }) => parts.has(text));
}
