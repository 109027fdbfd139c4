import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { parseMail } from '../../../functions/adapters/parse-mail.ts';
import { ownWords } from '../../../functions/intake/own-words.ts';

const FOLDER = 'test/fixtures/mail/replies';
const Expected = z.strictObject({ words: z.string(), signature: z.string().default('') });
const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.eml'))
  .map((file) => file.slice(0, -'.eml'.length));

describe('the own words of a reply', () => {
  test.each(names)('%s', async (name) => {
    const expected = Expected.parse(JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')));
    const { text } = await parseMail(readFileSync(join(FOLDER, `${name}.eml`)));
    const { words, signature, rest } = ownWords(text);
    // How far apart html-to-text puts paragraphs is not what is looked at here.
    const shape = (written: string) =>
      name.endsWith('-html-only') ? written.replace(/\n\s*\n/g, '\n') : written;
    expect(shape(words), `words of ${name}.eml`).toBe(shape(expected.words));
    expect(signature, `signature of ${name}.eml`).toBe(expected.signature);
    const quoted = !/^(?:forward|words|letter)-/.test(name);
    expect(/RX-7K3F-9Q2M/.test(rest), `history in the rest of ${name}.eml`).toBe(quoted);
  });

  test('there are many of them, with the line endings of mails', () => {
    expect(names.length).toBeGreaterThanOrEqual(50);
    for (const name of names) {
      const raw = readFileSync(join(FOLDER, `${name}.eml`), 'latin1');
      expect(raw.replaceAll('\r\n', ''), name).not.toMatch(/[\r\n]/);
    }
  });
});
