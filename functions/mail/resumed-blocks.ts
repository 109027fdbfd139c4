import { isSameAddress } from '../domain/address.ts';
import type { AwaitingCase } from '../domain/case.ts';
import type { Policy } from '../domain/policy.ts';
import { oneLine, shorten } from '../wording/plain.ts';
import { terms } from '../wording/terms.ts';
import type { Block } from './blocks.ts';
import { catalogue } from './catalogue/index.ts';

/** As much of a question and its answer as is read at a glance (characters); the whole answer stands with the customer's words. */
const MAX_QUESTION = 400;
const MAX_ANSWER = 500;
const MAX_NAMES = 5;

/** What became of the question to the customer for which the round had waited last, and their answer. */
export function resumedBlocks(
  { history, request, round }: AwaitingCase,
  { shop }: Policy,
  person: string,
): Block[] {
  const language = shop.staffLanguage;
  const { noWords, resumed: says } = catalogue[language].approval;
  const index = history.findLastIndex((one) => one.type === 'round-resumed' && one.round === round.number);
  const event = history[index];
  if (event?.type !== 'round-resumed') return [];
  const before = history.slice(0, index);
  const question = before.findLast((one) => one.type === 'question-asked');
  const answer = before.findLast((one) => one.type === 'customer-wrote');
  const asked = question ? [question] : [];
  const blocks: Block[] = [
    { type: 'note', tone: 'info', text: says[event.why] },
    ...asked.map(({ by, text }): Block => {
      const words = terms[language].words(shorten(oneLine(text), MAX_QUESTION));
      return { type: 'small', text: isSameAddress(by, person) ? says.yours(words) : says.theirs(by, words) };
    }),
  ];
  if (event.why !== 'answered' || !answer) return blocks;
  const names = answer.attachments.slice(0, MAX_NAMES).map(({ name }) => shorten(oneLine(name), 80));
  const words: Block =
    answer.text.trim() === ''
      ? { type: 'paragraph', text: noWords }
      : { type: 'quote', text: shorten(answer.text, MAX_ANSWER), language: request.language };
  const sent: Block[] =
    names.length > 0 ? [{ type: 'small', text: says.sent(new Intl.ListFormat(language).format(names)) }] : [];
  return [...blocks, words, ...sent];
}
