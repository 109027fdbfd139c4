import { inspect } from 'node:util';
import type { Context, SQSRecord } from 'aws-lambda';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSesEvent } from '../../functions/delivery-events/ses-event.ts';
import { InvalidInput } from '../../functions/domain/errors.ts';
import { forEachMessage } from '../../functions/runtime/messages.ts';
import { sesBounce, sesComplaint, sesReject } from '../support/ses-events.ts';

const MAIL = 'RX-7K3F-9Q2M.approval-request.1.again1.0a1b2c3d';
const read = (event: unknown) => readSesEvent(JSON.stringify(event));

describe('what SES tells of a mail', () => {
  it('names the mail by its tag, whatever the mail itself says', () => {
    expect(read(sesBounce(MAIL))?.mailId).toBe(MAIL);
  });

  it('that bounced hard: nothing more goes to the address, and it counts', () => {
    expect(read(sesBounce(MAIL))?.returned).toEqual({
      reportId: `ses.01000157c44f053b-${MAIL}`,
      why: 'bounced',
      status: '5.1.1',
      believed: true,
      suppresses: true,
      counts: true,
      at: '2026-11-03T09:00:02.669Z',
    });
  });

  it.each(['Transient', 'Undetermined'])(
    'that bounced softly (%s): it is shown, and moves nothing',
    (bounceType) => {
      const said = read(sesBounce(MAIL, { bounceType, bounceSubType: 'MailboxFull' }))?.returned;
      expect(said).toMatchObject({ why: 'bounced', believed: false, suppresses: false, counts: false });
    },
  );

  it.each([null, undefined, '5.1.1 '.repeat(1_000)])(
    'that bounced with a status of %j is no less recorded',
    (status) => {
      const said = read(sesBounce(MAIL, { bouncedRecipients: [{ emailAddress: 'x@y.example', status }] }));
      expect(said?.returned.status?.length ?? 0).toBeLessThanOrEqual(20);
    },
  );

  it('that SES did not try, because its list has the address: it did not arrive, and counts against nobody', () => {
    const listed = { bounceSubType: 'OnAccountSuppressionList' };
    expect(read(sesBounce(MAIL, listed))?.returned).toMatchObject({ suppresses: true, counts: false });
    const complained = read(sesComplaint(MAIL, { complaintSubType: 'OnAccountSuppressionList' }))?.returned;
    expect(complained).toMatchObject({ why: 'bounced', suppresses: false, counts: false });
  });

  it('that was called spam: nothing more goes to the address, and it counts', () => {
    const said = read(sesComplaint(MAIL))?.returned;
    expect(said).toMatchObject({ why: 'complained', suppresses: true, counts: true });
  });

  it('that was taken out of the spam folder: nothing follows', () => {
    expect(read(sesComplaint(MAIL, { complaintFeedbackType: 'not-spam' }))).toBeUndefined();
  });

  it('that was not delivered for what is in it: it is shown, and the address is none the worse', () => {
    const said = read(sesReject(MAIL))?.returned;
    expect(said).toMatchObject({ why: 'rejected', believed: true, suppresses: false, counts: false });
  });

  it('when it is told to tell is no event', () => {
    const greeting = 'Successfully validated SNS topic for Amazon SES event publishing.';
    expect(readSesEvent(greeting)).toBeUndefined();
  });
});

describe('what is no event of a mail of ours', () => {
  it.each<[string, unknown, RegExp]>([
    ['an event of another kind', { ...sesBounce(MAIL), eventType: 'Open' }, /eventType/],
    ['one without our tag', { ...sesBounce(MAIL), mail: { tags: {} } }, /mail\.tags\["goodwill-mail"\]/],
    [
      'one with two',
      { ...sesBounce(MAIL), mail: { tags: { 'goodwill-mail': ['a', 'b'] } } },
      /goodwill-mail/,
    ],
    ['a tag that SES takes from nobody', sesBounce('../../case#RX'), /goodwill-mail/],
    ['a bounce without its kind', sesBounce(MAIL, { bounceType: 'Hard' }), /bounce\.bounceType/],
    ['a time that is none', sesComplaint(MAIL, { timestamp: 'yesterday' }), /complaint\.timestamp/],
  ])('is refused with what is wrong: %s', (_what, event, names) => {
    expect(() => read(event)).toThrow(InvalidInput);
    expect(() => read(event)).toThrow(names);
  });

  it('is refused whatever it is, and nothing but that happens', () => {
    const any = fc.oneof(fc.string(), fc.json());
    fc.assert(
      fc.property(any, (body) => {
        expect(() => readSesEvent(body)).toThrow(InvalidInput);
      }),
    );
  });
});

describe('a message that could not be worked on', () => {
  it('is in the log with its id and why, and not with what it says: SES names people', async () => {
    const logged: string[] = [];
    const write = (...said: unknown[]) => void logged.push(inspect(said, { depth: null }));
    const log = { info: write, warn: write, error: write, count: write };
    const handler = forEachMessage(() => Promise.reject(new Error('out of reach')), log);
    const record = { messageId: 'm-1', eventSource: 'aws:sqs', body: JSON.stringify(sesBounce(MAIL)) };
    const answer = await handler({ Records: [record as SQSRecord] }, {} as Context);
    expect(answer.batchItemFailures).toEqual([{ itemIdentifier: 'm-1' }]);
    expect(logged.join()).toContain('m-1');
    expect(logged.join()).toContain('out of reach');
    expect(logged.join()).not.toMatch(/maria|We have your request/);
  });
});
