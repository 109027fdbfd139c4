import type { Language } from '../domain/language.ts';
import { formatMoney } from '../domain/money.ts';
import {
  type Attachment,
  askedAmount,
  type Fact,
  isPartOfPaid,
  type Learned,
  type Request,
} from '../domain/request.ts';
import { formatBytes, formatDay, nameOfLanguage } from './format.ts';
import { oneLine, shorten } from './plain.ts';
import { terms } from './terms.ts';

/** One line of a table of facts: a value, undefined where it is not known, and where it came from. */
export interface FactRow {
  label: string;
  value: string;
  source?: string;
}

const MAX_VALUE = 200;

/** Every fact of a request in words, each with its source: the order record, the mail (with its words), or unknown. */
export function requestFacts(request: Request, language: Language): FactRow[] {
  const words = terms[language];
  const row = <T>(label: string, fact: Fact<T>, show: (value: T) => string): FactRow => {
    if (fact.source === 'unknown') return { label, value: words.unknown, source: words.sources.unknown };
    const value = shorten(oneLine(show(fact.value)), MAX_VALUE);
    const said = fact.source === 'mail' && fact.words ? shorten(oneLine(fact.words), MAX_VALUE) : undefined;
    const source = words.sources[fact.source];
    return { label, value, source: said && said !== value ? `${source}: ${words.words(said)}` : source };
  };
  const asWritten = (value: string) => value;
  const { facts } = words;
  const rows: FactRow[] = [
    row(facts.customer, request.customer.name, asWritten),
    { label: facts.address, value: oneLine(request.customer.address), source: words.sources.mail },
    row(facts.orderNumber, request.orderNumber, asWritten),
    row(facts.product, request.product, asWritten),
    row(facts.category, categoryOf(request), asWritten),
    row(facts.amount, request.amount, (amount) => formatMoney(amount, language)),
    ...(isPartOfPaid(request)
      ? [row(facts.asked, askedAmount(request), (amount) => formatMoney(amount, language))]
      : []),
    row(facts.purchasedOn, request.purchasedOn, (day) => formatDay(day, language)),
    row(facts.deliveredOn, request.deliveredOn, (day) => formatDay(day, language)),
    row(facts.reason, request.reason, (reason) => words.reasons[reason]),
    row(facts.wish, request.wish, (wish) => words.wishes[wish]),
    { label: facts.language, value: nameOfLanguage(request.language, language) },
  ];
  if (request.contact) {
    const { name, address, note } = request.contact;
    const who = name ? `${shorten(oneLine(name), 100)} <${oneLine(address)}>` : oneLine(address);
    const said = note && { source: words.words(shorten(oneLine(note), MAX_VALUE)) };
    rows.splice(2, 0, { label: facts.contact, value: who, ...said });
  }
  if (request.finalSale) {
    rows.push({ label: facts.finalSale, value: words.yes, source: words.sources.order });
  }
  return rows;
}

/** The category of what was bought, or all of them. */
function categoryOf({ category, categories }: Request): Fact<string> {
  return categories ? { source: 'order', value: categories.join(', ') } : category;
}

/** Those facts of a request that a later mail added. */
export function learnedFacts(request: Request, learned: Learned, language: Language): FactRow[] {
  const { facts } = terms[language];
  const labels = new Set(
    Object.entries(learned).flatMap(([name, value]) =>
      value !== undefined && Object.hasOwn(facts, name) ? [facts[name as keyof typeof facts]] : [],
    ),
  );
  return requestFacts(request, language).filter(({ label }) => labels.has(label));
}

/** Who wrote: `Maria Souza <maria@example.com>`, or the address alone. */
export function personLine({ customer: { name, address } }: Request): string {
  return name.source === 'unknown'
    ? oneLine(address)
    : `${shorten(oneLine(name.value), 100)} <${oneLine(address)}>`;
}

/** An attachment's name, type and size: `crack.jpg (image/jpeg, 482 kB)`. */
export function attachmentLine(attachment: Attachment, language: Language): string {
  return `${attachmentName(attachment)} ${attachmentSize(attachment, language)}`;
}

export function attachmentName({ name }: Attachment): string {
  return shorten(oneLine(name), 120);
}

/** An attachment's type and size: `(image/jpeg, 482 kB)`. */
export function attachmentSize({ type, bytes }: Attachment, language: Language): string {
  return `(${shorten(oneLine(type), 80)}, ${formatBytes(bytes, language)})`;
}
