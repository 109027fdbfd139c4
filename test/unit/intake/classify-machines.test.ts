import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseMail } from '../../../functions/adapters/parse-mail.ts';
import { type Classification, classify } from '../../../functions/intake/classify.ts';

const FOLDER = 'test/fixtures/mail/machines';
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.eml'));

interface Expected {
  kind: Classification['kind'];
  evidence?: string;
  report?: Record<string, string>;
}

describe('mails of machines, and of people who look like them', () => {
  test.each(files)('%s', async (file) => {
    const expected: Expected = JSON.parse(
      readFileSync(join(FOLDER, `${basename(file, '.eml')}.json`), 'utf8'),
    );
    const read = classify(await parseMail(readFileSync(join(FOLDER, file))), 'refunds@shop.example');
    expect(read, `${file}: kind`).toMatchObject({ kind: expected.kind });
    if (expected.evidence) {
      expect('evidence' in read ? read.evidence : '', `${file}: evidence`).toContain(expected.evidence);
    }
    const report = 'report' in read ? { ...read.report } : {};
    for (const [field, value] of Object.entries(expected.report ?? {})) {
      expect(report, `${file}: report.${field}`).toMatchObject({ [field]: value });
    }
  });

  test('each has the line endings of mails, and what is expected of it beside it', () => {
    for (const file of files) {
      expect(readFileSync(join(FOLDER, file), 'latin1').replaceAll('\r\n', ''), file).not.toMatch(/[\r\n]/);
    }
    const expectations = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));
    expect(expectations.map((file) => basename(file, '.json'))).toEqual(
      files.map((file) => basename(file, '.eml')),
    );
  });
});
