import { afterEach, describe, expect, it } from 'vitest';
import { createBoundedParser } from '../../functions/adapters/bounded-parser.ts';
import { parseMail } from '../../functions/adapters/parse-mail.ts';
import { LimitExceeded, UnreadableMail } from '../../functions/domain/errors.ts';
import type { MailParser } from '../../functions/domain/ports.ts';

const mail = (subject: string, body = 'hello') =>
  Buffer.from(`From: maria@example.com\r\nSubject: ${subject}\r\n\r\n${body}\r\n`);
describe('a parser with bounds', () => {
  let parser: MailParser;
  afterEach(() => parser.close());

  it('reads what the parser without bounds reads', async () => {
    parser = createBoundedParser();
    expect(await parser.parse(mail('one'))).toEqual(await parseMail(mail('one')));
  });

  it('reads many mails at once, each answer to its own', async () => {
    parser = createBoundedParser();
    const subjects = Array.from({ length: 50 }, (_, index) => `mail ${index}`);
    const read = await Promise.all(subjects.map((subject) => parser.parse(mail(subject))));
    expect(read.map(({ subject }) => subject)).toEqual(subjects);
  });

  it('says of bytes that are no mail that they are unreadable', async () => {
    parser = createBoundedParser();
    await expect(parser.parse(Buffer.alloc(0))).rejects.toThrow(UnreadableMail);
  });

  it('gives up on a mail that takes too long, naming the limit, and goes on with the others', async () => {
    const does =
      "parentPort.on('message', ({ id, raw }) => { if (raw.length > 999) for (;;); answer(id); });";
    parser = createBoundedParser({ timeMs: 300, file: thread(does, true) });
    const slow = mail('slow', 'x'.repeat(1_000));
    const [given, quick] = await Promise.allSettled([parser.parse(slow), parser.parse(mail('quick'))]);
    expect(given).toMatchObject({ status: 'rejected', reason: expect.any(LimitExceeded) });
    expect(given.status === 'rejected' && given.reason.message).toMatch(/^PARSE_TIME_MS: /);
    expect(quick).toMatchObject({ status: 'fulfilled' });
    expect((await parser.parse(mail('after'))).subject).toBe('answered');
  });

  it('gives up on a mail that takes too much memory, naming the limit, and the process lives', async () => {
    const does = `parentPort.on('message', ({ id, raw }) => {
      if (raw.length > 999) for (const kept = []; ; ) kept.push([kept.length]);
      answer(id);
    });`;
    parser = createBoundedParser({ heapMb: 32, file: thread(does, true) });
    const large = mail('large', 'x'.repeat(1_000));
    await expect(parser.parse(large)).rejects.toThrow(/^PARSE_HEAP_MB: it takes more than 32 MB/);
    expect((await parser.parse(mail('after'))).subject).toBe('answered');
  }, 60_000);

  it.each([
    ['throws outside of any mail', 'setTimeout(() => { throw new Error("planted") }, 1);', /broke: planted/],
    ['ends by itself', 'process.exit(0);', /ended while a mail was with it/],
  ])('says of a thread that %s that it is broken, which is no limit of the mail', async (_, then, said) => {
    parser = createBoundedParser({ file: thread(`parentPort.once('message', () => { ${then} });`, true) });
    const failed = await parser.parse(mail('one')).catch((error: unknown) => error);
    expect(failed).not.toBeInstanceOf(LimitExceeded);
    expect(failed).not.toBeInstanceOf(UnreadableMail);
    expect(String(failed)).toMatch(said);
  });

  it('says of a fault of its own that it is one, and not that the mail is unreadable', async () => {
    const answer = `parentPort.on('message', ({ id }) =>
      parentPort.postMessage({ id, name: 'Error', error: new TypeError('planted') }));`;
    parser = createBoundedParser({ file: thread(answer, true) });
    await expect(parser.parse(mail('one'))).rejects.toThrow(TypeError);
  });

  it('does not wait for ever for a thread that never says it is ready', async () => {
    parser = createBoundedParser({ startMs: 100, file: thread('', false) });
    await expect(parser.parse(mail('one'))).rejects.toThrow('was not ready after 0.1 s');
  });

  /** A thread that does what a mail could make it do; it says that it is ready, or does not. */
  function thread(does: string, ready: boolean): URL {
    const source = [
      "import { parentPort } from 'node:worker_threads';",
      'setInterval(() => {}, 1_000);',
      "const answer = (id) => parentPort.postMessage({ id, mail: { subject: 'answered' } });",
      ready ? "parentPort.postMessage('ready');" : '',
      does,
    ];
    return new URL(`data:text/javascript,${encodeURIComponent(source.join('\n'))}`);
  }
});
