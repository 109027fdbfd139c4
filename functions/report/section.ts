import type { Language } from '../domain/language.ts';
import type { Month } from '../domain/time.ts';
import type { Drawing } from './plots.ts';
import type { Answers } from './questions.ts';
import type { Ways } from './ways.ts';
import type { Words } from './words/en.ts';

/** What a section is made from. */
export interface Told {
  answers: Answers;
  month: Month;
  language: Language;
  words: Words;
  ways: Ways;
  /** The shop's currency: the one that stands first. */
  currency: string;
}

export interface Table {
  caption: string;
  head: readonly string[];
  /** The first cell names the row. */
  rows: ReadonlyArray<readonly string[]>;
}

/** A picture and what it shows, in words. */
export interface Plot {
  says: string;
  drawing: Drawing;
}

/** One part of the story. */
export interface Section {
  id: SectionId;
  /** What it is about, small above the title. */
  heading: string;
  /** What was found, as a sentence without a full stop. */
  title: string;
  /** What is beyond chance, or beyond what was agreed: repeated at the top of the report and in the mail. */
  alarms: readonly string[];
  paragraphs: readonly string[];
  plots: readonly Plot[];
  tables: readonly Table[];
  /** What to type, with what it does. */
  command?: { text: string; does: string };
}

export const sectionIds = [
  'volumes',
  'waits',
  'money',
  'opinions',
  'departures',
  'managers',
  'appeals',
  'exceptions',
  'subjects',
  'repeats',
] as const;
export type SectionId = (typeof sectionIds)[number];
