import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatBytes,
  formatDate,
  formatDay,
  formatFullDay,
  formatInstant,
  formatWeight,
} from '../../functions/wording/format.ts';
import { oneLine, plainText, shorten, trimUnseen } from '../../functions/wording/plain.ts';
import { onDay } from '../../functions/wording/pt-BR-day.ts';
import { scorePoint } from '../../functions/wording/terms.ts';

describe('dates, sizes and weights are written as the reader’s language writes them', () => {
  const at = '2026-03-03T03:30:00.000Z';
  test.each([
    ['en', 'America/New_York', 'Monday, March 2, 2026', /Monday, March 2, 2026 at 10:30\sPM EST/],
    [
      'pt-BR',
      'America/Sao_Paulo',
      'terça-feira, 3 de março de 2026',
      /terça-feira, 3 de março de 2026 às 00:30 BRT/,
    ],
  ] as const)('%s in %s', (language, zone, day, instant) => {
    expect(formatDate(at, language, zone)).toBe(day);
    expect(formatInstant(at, language, zone)).toMatch(instant);
  });

  test.each([
    ['2026-03-03', 'na terça-feira, 3 de março de 2026'],
    ['2026-03-07', 'no sábado, 7 de março de 2026'],
  ])('in Portuguese something happens on a day as people say it: %s', (day, on) => {
    expect(onDay(formatFullDay(day, 'pt-BR'))).toBe(on);
    expect(onDay(formatDay(day, 'pt-BR'))).toBe(on.replace(/^.*?, /, 'em '));
  });

  test('a calendar day has no time zone', () => {
    expect(formatDay('2026-03-03', 'en')).toBe('March 3, 2026');
    expect(formatDay('2026-03-03', 'pt-BR')).toBe('3 de março de 2026');
  });

  test('sizes', () => {
    expect([12, 481_920, 3_400_000].map((bytes) => formatBytes(bytes, 'pt-BR'))).toEqual([
      '12 bytes',
      '482 kB',
      '3,4 MB',
    ]);
    expect([1, 70].map((bytes) => formatBytes(bytes, 'en'))).toEqual(['1 byte', '70 bytes']);
  });

  test('weights carry their sign', () => {
    expect([4, 0, -2, -0.5].map((weight) => formatWeight(weight, 'pt-BR'))).toEqual([
      '+4',
      '0',
      '−2',
      '−0,5',
    ]);
  });
});

describe('somebody else’s text', () => {
  test('keeps its words, emoji and accents, whatever the line breaks were', () => {
    expect(plainText('Olá 👩‍👧\r\nlinha\rdois\u2028três\tfim')).toBe('Olá 👩‍👧\nlinha\ndois\ntrês\tfim');
  });

  test('loses what hides or turns round what stands beside it', () => {
    expect(plainText('a\u202Egpj.exe\u202C\u0000b\u001b[31m\u2066c\u2069\ufeff')).toBe('agpj.exeb[31mc');
  });

  test.each([
    ['\u200b\u00ad \n\u2060\ufeff\u3164\u2800\u{e0041}\ufe0f', ''],
    [' \u200bYes,\u00ad\u200bno\u2060 \u00a0', 'Yes,\u00ad\u200bno'],
    ['❤️', '❤️'],
    ['👩‍👧', '👩‍👧'],
    [
      '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}\u200b',
      '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
    ],
    ['می‌خواهم', 'می‌خواهم'],
  ])('%j begins and ends with what a reader sees', (text, seen) => {
    expect(trimUnseen(text)).toBe(seen);
  });

  test('of nothing but invisible characters is looked through once', () => {
    const began = performance.now();
    expect(trimUnseen(`${'\u200b'.repeat(1_000_000)}x`)).toBe('x');
    expect(trimUnseen(`x${'\u200b'.repeat(1_000_000)}`)).toBe('x');
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  test('in one line has no line break of any kind, for a header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(oneLine(text)).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
        expect(oneLine(text).isWellFormed()).toBe(true);
      }),
    );
  });

  test('is cut where a reader sees a character end', () => {
    expect(shorten('👩‍👧👩‍👧👩‍👧', 12)).toBe('👩‍👧👩‍👧…');
    expect(shorten('short', 5)).toBe('short');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, length) => {
        expect(shorten(text, length).length).toBeLessThanOrEqual(Math.max(length, 1));
      }),
    );
  });
});

test('a score is one of five points and nothing else', () => {
  expect(['1', '5', '0', '6', '', '1.0', ' 3', undefined].map(scorePoint)).toEqual([
    1,
    5,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
