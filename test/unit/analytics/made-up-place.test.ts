import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InvalidInput } from '../../../functions/domain/errors.ts';
import { makePlace } from '../../support/year/place.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'goodwill-year-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the folder of a made-up year', () => {
  it('is the one that is named: an empty one, a new one, or that of an earlier year, which goes', () => {
    for (const place of [folder, join(folder, 'new', 'year')]) {
      makePlace(place);
      mkdirSync(join(place, 'cases'));
      makePlace(place);
      expect(readdirSync(place)).toEqual(['made-up-year.txt']);
    }
  });

  it('is none that holds something else, which stays as it is', () => {
    mkdirSync(join(folder, 'cases', 'day=2026-11-02'), { recursive: true });
    expect(() => makePlace(folder)).toThrow(InvalidInput);
    expect(() => makePlace(folder)).toThrow('holds something else (cases)');
    expect(readdirSync(join(folder, 'cases'))).toEqual(['day=2026-11-02']);
    writeFileSync(join(folder, 'letter'), '');
    expect(() => makePlace(join(folder, 'letter'))).toThrow('cannot be read as a folder');
  });

  it('in the data folder is its own, whatever an earlier version left there', () => {
    mkdirSync(join(folder, 'cases'));
    makePlace(folder, { isOwn: true });
    expect(readdirSync(folder)).toEqual(['made-up-year.txt']);
  });
});
