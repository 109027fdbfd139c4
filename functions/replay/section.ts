import type { Language } from '../domain/language.ts';

/** A part of the report, to be shown as text or as a page. */
export interface Section {
  heading: string;
  paragraphs: string[];
  tables?: Table[];
  list?: string[];
}

export interface Table {
  caption: string;
  columns: ReadonlyArray<{ label: string; isNumber?: boolean }>;
  rows: string[][];
}

/** Numbers and money as people read them; money in thousandths. */
export function figures(language: Language, currency: string) {
  const plain = new Intl.NumberFormat(language);
  const signed = new Intl.NumberFormat(language, { signDisplay: 'exceptZero' });
  const price = new Intl.NumberFormat(language, { style: 'currency', currency });
  const change = new Intl.NumberFormat(language, { style: 'currency', currency, signDisplay: 'exceptZero' });
  const minus = (text: string) => text.replace('-', '−');
  return {
    count: (value: number) => plain.format(value),
    change: (value: number) => minus(signed.format(value)),
    money: (thousandths: bigint) => minus(price.format(Number(thousandths) / 1_000)),
    moneyChange: (thousandths: bigint) => minus(change.format(Number(thousandths) / 1_000)),
  };
}
