import { describe, expect, it } from 'vitest';
import { createS3RawMails } from '../../functions/adapters/s3-raw-mails.ts';
import { CaseNotFound, RawMailMissing } from '../../functions/domain/errors.ts';
import { deployedStack, until } from './stack.ts';

const stack = deployedStack();
const { cases, mails } = stack.records;
const rawMails = createS3RawMails(stack.s3, stack.outputs.RawBucketName);
const run = Date.now().toString(36);
const address = `zelda-${run}@mail.example`;

const forget = (asked: unknown) => stack.invoke('Forget', asked);

const write = (key: string, subject: string, header = '') =>
  stack.store(
    key,
    `From: Zelda <${address}>\r\nTo: refunds@shop.example\r\nSubject: ${subject}\r\n` +
      `Message-ID: <${key}@mail.example>\r\n${header}\r\nMy lamp never arrived.\r\n`,
  );

describe('a person who asks for their data to be erased', () => {
  const keys = [`inbound/${run}-lamp`, `inbound/${run}-away`];
  let id = '';

  it('is refused while a case of theirs is open, with its reference', async () => {
    await write(`inbound/${run}-lamp`, 'Lamp');
    await write(`inbound/${run}-away`, 'Away', 'Auto-Submitted: auto-replied\r\n');
    await until('the mail in quarantine', async () =>
      (await mails.quarantined(100)).some(({ from }) => from === address),
    );
    const open = await until('the case to wait', async () =>
      (await cases.byCustomer(address)).find(({ status }) => status === 'awaiting-decision'),
    );
    id = open.id;
    expect(await forget({ what: 'person', address })).toMatchObject({
      failed: true,
      answer: { errorMessage: expect.stringContaining(`still open: ${id} (awaiting-decision)`) },
    });
  });

  it('is gone when that is said twice: case, mails and raw mails', async () => {
    expect(await forget({ what: 'person', address, evenOpen: true })).toEqual({
      failed: false,
      answer: { cases: [id], mails: 2, orders: 0, kept: [] },
    });
    await expect(cases.load(id)).rejects.toThrow(CaseNotFound);
    for (const key of keys) await expect(rawMails.get(key)).rejects.toThrow(RawMailMissing);
    expect((await mails.quarantined(100)).filter(({ from }) => from === address)).toEqual([]);
  });
});

describe('what the schedule asks for', () => {
  it('deletes nothing that is not old', async () => {
    expect(await forget({ what: 'old' })).toEqual({ failed: false, answer: { cases: 0, mails: 0 } });
  });

  it('has to be said', async () => {
    expect(await forget({})).toMatchObject({
      failed: true,
      answer: { errorMessage: expect.stringContaining('is not said right') },
    });
  });
});
