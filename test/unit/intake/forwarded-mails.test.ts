import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { parseMail } from '../../../functions/adapters/parse-mail.ts';
import { classify } from '../../../functions/intake/classify.ts';
import { findOrderNumbers } from '../../../functions/intake/extract.ts';
import { dayOfHeader } from '../../../functions/intake/facts/calendar.ts';
import { authorOf, forwardedBy } from '../../../functions/intake/forwarded.ts';
import { senderTrust } from '../../../functions/intake/sender-trust.ts';
import { defaultPolicy } from '../../support/policy.ts';

const FOLDER = 'test/fixtures/mail/forwards';
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.eml'));
const policy = {
  ...defaultPolicy.policy,
  shop: { ...defaultPolicy.policy.shop, staff: ['*@shop.example'], forms: ['web@forms.shop.example'] },
};

const Expected = z.strictObject({
  by: z.enum(['self', 'form', 'staff', 'nobody']),
  customer: z.strictObject({ address: z.string(), name: z.string() }).optional(),
  contact: z.string().optional(),
  how: z.enum(['heading', 'headers', 'reply', 'attached']).optional(),
  evidence: z.string().default(''),
  subject: z.string().optional(),
  date: z.string().optional(),
  words: z.string().optional(),
  note: z.string().optional(),
  orders: z.array(z.string()).optional(),
  background: z.array(z.string()).default([]),
  attachments: z.array(z.string()).default([]),
});

describe('whose request a mail is', () => {
  test.each(files)('%s', async (file) => {
    const expected = Expected.parse(
      JSON.parse(readFileSync(join(FOLDER, `${basename(file, '.eml')}.json`), 'utf8')),
    );
    const mail = await parseMail(readFileSync(join(FOLDER, file)));
    if (!mail.from) throw new Error(`${file} has no sender`);
    const author = authorOf(mail, mail.from, policy, senderTrust(mail).sender !== 'failed');

    expect(author.by, `${file}: by`).toBe(expected.by);
    if ('evidence' in author) expect(author.evidence, `${file}: evidence`).toContain(expected.evidence);
    if ('contact' in author) expect(author.contact.address, `${file}: contact`).toBe(expected.contact);
    if (author.by === 'nobody') return;
    const { mail: read, background, customer } = author;
    expect(customer, `${file}: customer`).toEqual(expected.customer);
    expect(read.from, `${file}: from`).toEqual(expected.customer);
    if (author.by === 'staff') {
      expect(author.note, `${file}: note`).toBe(expected.note);
      expect(read.subject, `${file}: subject`).toBe(expected.subject);
      expect(dayOfHeader(read.headers.get('date')), `${file}: date`).toBe(expected.date);
    }
    // How far apart html-to-text puts paragraphs is not what is looked at here.
    const shape = (text: string) => text.replace(/\n\s*\n/g, '\n');
    if (expected.words !== undefined) expect(shape(read.text), `${file}: words`).toBe(shape(expected.words));
    for (const piece of expected.background) expect(background, `${file}: background`).toContain(piece);
    const all = { ...read, text: `${read.text}\n\n${background}` };
    if (expected.orders) expect(findOrderNumbers(all, policy), `${file}: orders`).toEqual(expected.orders);
    for (const name of expected.attachments) {
      expect(
        read.attachments.map((attachment) => attachment.name),
        `${file}: attachments`,
      ).toContain(name);
    }
  });

  test('each is a person’s mail, with the line endings of mails, and what is expected of it beside it', async () => {
    expect(files.length).toBeGreaterThanOrEqual(60);
    const expectations = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));
    expect(expectations.map((file) => basename(file, '.json'))).toEqual(
      files.map((file) => basename(file, '.eml')),
    );
    for (const file of files) {
      const raw = readFileSync(join(FOLDER, file));
      expect(raw.toString('latin1').replaceAll('\r\n', ''), file).not.toMatch(/[\r\n]/);
      expect(classify(await parseMail(raw), policy.shop.refunds), file).toEqual({ kind: 'person' });
    }
  });

  test('the outermost mail says how it was found', async () => {
    for (const file of files) {
      const { how } = Expected.parse(
        JSON.parse(readFileSync(join(FOLDER, `${basename(file, '.eml')}.json`), 'utf8')),
      );
      if (!how || file.startsWith('staff-to-staff') || file.startsWith('attached-below')) continue;
      expect(forwardedBy(await parseMail(readFileSync(join(FOLDER, file))))?.how, file).toBe(how);
    }
  });
});
