import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createBoundedParser } from '../../../functions/adapters/bounded-parser.ts';
import { parseMail } from '../../../functions/adapters/parse-mail.ts';
import { readAttachments } from '../../../functions/adapters/read-attachments.ts';
import { hex, sha256 } from '../../../functions/adapters/sha256.ts';
import { sniffType } from '../../../functions/adapters/sniff-type.ts';

const FOLDER = fileURLToPath(new URL('../../fixtures/mail/attachments/', import.meta.url));
const names = readdirSync(FOLDER).flatMap((file) => /^(.+)\.eml$/.exec(file)?.[1] ?? []);
const bytes = (text: string) => Buffer.from(text, 'latin1');
const read = (...contents: Buffer[]) =>
  readAttachments(
    contents.map((content) => ({ filename: 'x', contentType: 'image/jpeg', content })),
    () => false,
  );
const JPEG = bytes('\xff\xd8\xff\xe0\0\x10JFIF\0');

describe('what comes with a mail', () => {
  test.each(names)('is what its bytes say: %s', async (name) => {
    const { attachments, contents } = await parseMail(readFileSync(`${FOLDER}${name}.eml`));
    const described = attachments.map(({ sha256: _, ...rest }) => rest);
    expect(described).toEqual(JSON.parse(readFileSync(`${FOLDER}${name}.json`, 'utf8')));
    for (const { sha256: hash, bytes: size } of attachments) {
      const content = contents?.get(hash) ?? new Uint8Array(1);
      expect([hex(sha256(content)), content.byteLength]).toEqual([hash, size]);
    }
  });

  test('comes through the thread in which mails are parsed as it is', async () => {
    const raw = readFileSync(`${FOLDER}photos-and-a-receipt.eml`);
    const parser = createBoundedParser();
    const read = await Promise.all([parser.parse(raw), parser.parse(raw)]).finally(parser.close);
    for (const mail of read) expect(mail).toEqual(await parseMail(raw));
  });

  test('is given once where it came twice', async () => {
    const { attachments, contents } = await read(JPEG, Buffer.from(JPEG));
    expect(attachments).toHaveLength(2);
    expect(contents?.size).toBe(1);
  });

  test('is given in buffers that hold nothing else, so that they can go to another thread', async () => {
    const { contents } = await read(JPEG, bytes('GIF89a'));
    for (const content of contents?.values() ?? []) {
      expect(content.byteLength).toBe(content.buffer.byteLength);
    }
  });

  test('is given for no more than a case may have', async () => {
    const { attachments, contents } = await read(
      ...Array.from({ length: 200 }, (_, at) => Buffer.concat([JPEG, Buffer.from([at])])),
    );
    expect(attachments).toHaveLength(200);
    expect(contents?.size).toBe(20);
  });
});

describe('the type of a file', () => {
  test.each([
    ['an archive', bytes('PK\x03\x04\x14\0\0\0'), 'application/zip'],
    ['a bomb of nothing but zeros', gzipSync(Buffer.alloc(50_000_000)), 'application/gzip'],
    ['an archive in an archive', gzipSync(gzipSync(JPEG)), 'application/gzip'],
  ])('is told without unpacking %s', async (_, content, type) => {
    const started = performance.now();
    expect(await sniffType(content, 'image/jpeg')).toBe(type);
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  test.each([
    ['image/jpeg', 'text/plain'],
    ['text/html; charset=utf-8', 'text/plain'],
    ['__proto__', 'text/plain'],
    ['', 'text/plain'],
    ['TEXT/HTML', 'text/html'],
    ['image/svg+xml', 'image/svg+xml'],
    ['message/rfc822', 'message/rfc822'],
  ])('of text that the mail calls %j is %s', async (declared, type) => {
    expect(await sniffType(bytes('<b>Hello</b>'), declared)).toBe(type);
  });

  test('is unknown where nothing tells', async () => {
    expect(await sniffType(bytes(''), 'text/plain')).toBe('application/octet-stream');
    expect(await sniffType(bytes('\x01\x02\x03'), 'image/png')).toBe('application/octet-stream');
  });

  test('is told in bounded time of files made to be long looked at', async () => {
    const png = Buffer.concat([bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), Buffer.alloc(17)]);
    const chunk = bytes('\0\0\0\0tEXt\0\0\0\0');
    const hostile = [
      Buffer.concat([png, ...Array<Buffer>(500_000).fill(chunk)]),
      bytes('ID3\x03\0\0\0\0\0\0'.repeat(500_000)),
      Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3]), Buffer.alloc(5_000_000, 0x81)]),
      Buffer.alloc(20_000_000),
    ];
    const started = performance.now();
    for (const content of hostile) await sniffType(content, 'image/jpeg');
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
