import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRecords } from '../../functions/adapters/dynamodb/records.ts';
import { createLinks } from '../../functions/adapters/links.ts';
import { createReplyAddresses } from '../../functions/adapters/reply-addresses.ts';
import { recordRefund } from '../../functions/confirm-refund/record-refund.ts';
import { type Case, unsentMails } from '../../functions/domain/case.ts';
import type { Decision } from '../../functions/domain/decision.ts';
import { MailRejected } from '../../functions/domain/errors.ts';
import type { Mailer } from '../../functions/domain/ports.ts';
import { daysAfter, hoursAfter, type Instant } from '../../functions/domain/time.ts';
import { followThrough } from '../../functions/follow-through/follow-through.ts';
import { lookAfter } from '../../functions/look-after/look-after.ts';
import { notify } from '../../functions/notify/notify.ts';
import { changeCase } from '../../functions/runtime/change-case.ts';
import { openTable, TABLE_NAME } from '../../infra/local/table.ts';
import { ringOf } from '../support/keys.ts';
import { defaultPolicy } from '../support/policy.ts';
import { HEAD } from '../support/sample-cases.ts';
import { declined, inFull, inPart, policy, TOLD, told, waiting } from '../support/settling.ts';

class Crash extends Error {}

const KEYS = { kid: 'test', secret: 'a secret that only the tests of crashes use', previous: [] };
const FINANCE = { by: 'finance@shop.example', outcome: 'paid', reference: 'TX-1' } as const;
/** More tries than any step needs: one that crashes, two that wait until a mail is no longer on its way. */
const TRIES = 6;

/** A step dies before its n-th effect on the world, which is right after the one before, and is run again as the flow does. */
describe('wherever the process dies after the decision', () => {
  let table: Awaited<ReturnType<typeof openTable>>;
  beforeAll(async () => {
    table = await openTable();
  });
  afterAll(() => table.close());
  let run = 0;

  interface Course {
    decided: Case;
    /** An address that takes no mail. */
    refuses?: string;
  }
  const play = (decision: Decision, sender: 'knows' | 'cannot say', crashAt?: number) =>
    playCourse({ decided: waiting().decided(decision).found }, sender, crashAt);
  async function playCourse(
    { decided: found, refuses }: Course,
    sender: 'knows' | 'cannot say',
    crashAt?: number,
  ) {
    let now: Instant = TOLD;
    let effects = 0;
    const records = createRecords(table.client, TABLE_NAME);
    const left: string[] = [];
    const asked: string[] = [];
    /** An effect, at which the process may die. */
    const effect =
      <A extends unknown[], R>(does: (...args: A) => Promise<R>) =>
      async (...args: A): Promise<R> => {
        if (crashAt === ++effects) throw new Crash();
        return does(...args);
      };
    const mailer: Mailer = {
      send: effect(async ({ id, to }) => {
        if (to === refuses) throw new MailRejected('no such address');
        left.push(id);
        return id;
      }),
      outcome: async (id) => (sender === 'cannot say' ? 'unknown' : left.includes(id) ? 'sent' : 'not-sent'),
    };
    const { cases, mails, tokens, precedents } = records;
    const clock = {
      now: () => now,
      secondsUntil: (at: Instant) => Math.max(1, (Date.parse(at) - Date.parse(now)) / 1000),
    };
    const log = { info() {}, warn() {}, error() {}, count() {} };
    const services = {
      ...records,
      cases: { ...cases, save: effect(cases.save) },
      mails: { ...mails, claim: effect(mails.claim), mark: effect(mails.mark) },
      tokens: { ...tokens, put: effect(tokens.put) },
      precedents: { ...precedents, keep: effect(precedents.keep) },
      mailer,
      refundEvents: {
        requested: effect(async ({ refundId }: { refundId: string }) => void asked.push(refundId)),
      },
      flow: { start: async () => {}, startAgain: async () => {}, succeed: effect(async () => {}) },
      links: createLinks(ringOf(KEYS), 'http://pages.example', clock),
      replyAddresses: createReplyAddresses(KEYS, 'refunds@shop.example'),
      policy: { ...defaultPolicy, policy },
      clock,
      log,
    };
    const id = `RX-${String(++run).padStart(4, '0')}-0000`;
    await cases.create({ ...found, id });

    /** Runs a step until it is through, as the flow does. */
    const step = async (does: () => Promise<unknown>): Promise<void> => {
      for (let attempt = 1; ; attempt++) {
        try {
          await does();
          return;
        } catch (error) {
          if (attempt === TRIES) throw error;
          now = hoursAfter(now, 0.05);
        }
      }
    };
    /** What the flow does until it waits again. Returns whether it is over. */
    const settle = async (): Promise<boolean> => {
      for (let entered = 1; entered < 5; entered++) {
        let next = '';
        await step(async () => ({ next } = await lookAfter.run(services, { caseId: id })));
        if (next === 'close') return true;
        const waits = { taskToken: 'token', enteredAt: now, attempt: entered, waitSeconds: 1_000_000 };
        await step(() => followThrough.run(services, { caseId: id, ...waits }));
      }
      return false;
    };

    await step(() => notify.run(services, { caseId: id, mail: 'decision' }));
    const telling = effects;
    await settle();
    if ('decided' in found && found.decided.decision.outcome === 'declined') {
      const choosing = { type: 'choose-offer', at: now, offer: 'half', policy } as const;
      await step(() => changeCase(services.cases, id, choosing));
      await settle();
    }
    // Finance does not see a crash as such: the page says that something went wrong, and they press once more.
    const at = hoursAfter(now, 1);
    for (const { number: refund } of (await cases.load(id)).refunds)
      await step(() => recordRefund(services, id, { ...FINANCE, refund, at }));
    await settle();
    now = daysAfter(TOLD, 6);
    const isOver = await settle();
    return { found: await cases.load(id), left, asked, effects, telling, isOver };
  }

  const kindsOf = (found: Case, ids: readonly string[]) =>
    ids.map((id) => id.replace(`${found.id}.`, '')).sort();
  const expected: Record<string, string[]> = {
    approved: ['decision', 'follow-up', 'refund-paid.1', 'refund-request.1'],
    declined: ['decision', 'follow-up', 'offer-accepted', 'refund-paid.1', 'refund-request.1'],
  };

  describe.each([
    ['approved', inFull],
    ['declined', declined],
  ] as const)('a request that was %s', (outcome, decision) => {
    it('is told, paid and followed up where nothing goes wrong', async () => {
      const { found, left, asked, isOver } = await play(decision, 'knows');
      expect(isOver).toBe(true);
      expect(found.status).toBe('closed');
      expect(kindsOf(found, left)).toEqual(expected[outcome]);
      expect(asked).toEqual([`${found.id}.refund.1`]);
    });

    /** Both are told alike, and an offer that is accepted is paid for as an approval is: no effect is looked at twice. */
    async function placesToDie(): Promise<number[]> {
      const { effects, telling } = await play(decision, 'knows');
      const places = Array.from({ length: effects }, (_, index) => index + 1);
      return places.filter((at) => (outcome === 'approved' ? at <= telling : at > telling));
    }

    it('dies anywhere with a sender that knows: each mail leaves once, and one refund is paid once', async () => {
      for (const at of await placesToDie()) {
        const { found, left, asked, isOver } = await play(decision, 'knows', at);
        expect([at, isOver, found.status]).toEqual([at, true, 'closed']);
        expect([at, ...kindsOf(found, left)]).toEqual([at, ...(expected[outcome] ?? [])]);
        expect([at, ...new Set(asked)]).toEqual([at, `${found.id}.refund.1`]);
        expect(found.refunds).toMatchObject([{ number: 1, state: 'paid' }]);
        expect(found.history.filter(({ type }) => type === 'refund-paid')).toHaveLength(1);
        expect(unsentMails(found)).toEqual([]);
      }
    }, 180_000);

    it('dies anywhere with a sender that cannot say: nothing leaves twice, and what may not have left is shown', async () => {
      for (const at of await placesToDie()) {
        const { found, left, isOver } = await play(decision, 'cannot say', at);
        expect([at, isOver, found.status]).toEqual([at, true, 'closed']);
        expect([at, new Set(left).size]).toEqual([at, left.length]);
        const uncertain = unsentMails(found).map(({ mailId }) => mailId);
        const told = kindsOf(found, [...new Set([...left, ...uncertain])]);
        expect([at, ...told]).toEqual([at, ...(expected[outcome] ?? [])]);
        expect(found.refunds).toMatchObject([{ number: 1, state: 'paid' }]);
      }
    }, 180_000);
  });

  const again = told(inPart(4_000)).objects('decision', TOLD).weighed(TOLD).decided(inFull, TOLD, HEAD).found;
  it.each<[string, Course, string[]]>([
    [
      'a second decision: each of the two refunds is asked for and paid once',
      { decided: again },
      ['decision.2', 'follow-up.2', 'refund-paid.1', 'refund-paid.2', 'refund-request.1', 'refund-request.2'],
    ],
    [
      'one of which finance takes no mail: whoever decided is asked once to see to the money',
      { decided: waiting().decided(inFull).found, refuses: FINANCE.by },
      ['decision', 'follow-up', 'refund-paid.1', 'refund-request.1.instead1'],
    ],
  ])(
    'dies anywhere while it tells %s',
    async (_, course, mails) => {
      const { telling } = await playCourse(course, 'knows');
      for (let at = 0; at <= telling; at++) {
        const { found, left, asked, isOver } = await playCourse(course, 'knows', at);
        expect([at, isOver, found.status]).toEqual([at, true, 'closed']);
        expect([at, ...kindsOf(found, left)]).toEqual([at, ...mails]);
        expect([at, ...[...new Set(asked)].sort()]).toEqual([
          at,
          ...found.refunds.map(({ number }) => `${found.id}.refund.${number}`),
        ]);
        expect(found.refunds.every(({ state }) => state === 'paid')).toBe(true);
      }
    },
    180_000,
  );
});
