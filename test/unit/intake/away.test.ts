import { describe, expect, it } from 'vitest';
import { isAbsenceNote } from '../../../functions/intake/classify/absence-note.ts';
import { lastDayAway } from '../../../functions/intake/facts/last-day-away.ts';
import { AT } from '../../support/cases.ts';
import { defaultPolicy } from '../../support/policy.ts';

const lastDay = (note: string) => lastDayAway(note, AT, defaultPolicy.policy);

describe('the last day that somebody says they are away', () => {
  it.each([
    ['I am out of the office until 20 November 2026.', '2026-11-20'],
    ['I am away from 1 November 2026 until Friday, November 20th, 2026, without mail.', '2026-11-20'],
    ['On leave through and including 2026-11-20.', '2026-11-20'],
    ['Estou de férias até o dia 20 de novembro de 2026.', '2026-11-20'],
    ['Estou ausente do escritório até sexta-feira, 20/11/2026. Obrigado.', '2026-11-20'],
  ])('is read from "%s"', (note, day) => {
    expect(lastDay(note)).toBe(day);
  });

  it.each([
    ['which year it is nobody says', 'I am away until 20 November.'],
    ['it is a weekday', 'I am away until Friday.'],
    ['it can be read two ways', 'I am away until 11/12/2026.'],
    ['it is the day they are back', 'I will be back on 20 November 2026.'],
    ['it is over', 'I am away until 20 October 2026.'],
    ['it is years away', 'I am away until 20 November 2036.'],
    ['there are two', 'Ana is away until 20 November 2026, and I until 27 November 2026.'],
    ['there is none', 'I am away until further notice.'],
  ])('is none where %s', (_, note) => {
    expect(lastDay(note)).toBeUndefined();
  });
});

describe('a mail that only says that nobody has read ours', () => {
  it.each([
    'Thanks for your mail! I am travelling and will read it next week.',
    'I am out of the office and will reply when I return.',
    'Out of office',
    'Estou de férias e responderei quando voltar.',
    'We have received your mail. Your ticket number is 4711.',
  ])('is told from others: "%s"', (text) => {
    expect(isAbsenceNote(text)).toBe(true);
  });

  it.each([
    'We saw it on holiday, three weeks ago.',
    'Voltei de férias e a chaleira não funciona.',
    'I am travelling, but yes: it arrived broken.',
    'It broke while we were on vacation.',
    'Comprei antes das férias, em julho.',
  ])('is none where a customer answers: "%s"', (text) => {
    expect(isAbsenceNote(text)).toBe(false);
  });
});
