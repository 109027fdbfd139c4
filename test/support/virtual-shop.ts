import { createRecords } from '../../functions/adapters/dynamodb/records.ts';
import { createLinks } from '../../functions/adapters/links.ts';
import { parseMail } from '../../functions/adapters/parse-mail.ts';
import { createReplyAddresses } from '../../functions/adapters/reply-addresses.ts';
import { sha256 } from '../../functions/adapters/sha256.ts';
import { isUndecided } from '../../functions/domain/case.ts';
import { RawMailMissing } from '../../functions/domain/errors.ts';
import { evaluateCase } from '../../functions/evaluate/evaluate-case.ts';
import { followThrough } from '../../functions/follow-through/follow-through.ts';
import { intake } from '../../functions/intake/intake.ts';
import { lookAfter } from '../../functions/look-after/look-after.ts';
import { notify } from '../../functions/notify/notify.ts';
import { loadPolicy } from '../../functions/policy/load.ts';
import { requestApproval } from '../../functions/request-approval/request-approval.ts';
import { changeCase } from '../../functions/runtime/change-case.ts';
import { openTable, TABLE_NAME } from '../../infra/local/table.ts';
import { ringOf } from './keys.ts';
import { defaultPolicyText } from './policy.ts';

const KEYS = { kid: 'test', secret: 'a secret that only the tests of loops use', previous: [] };

/** A mail on its way. */
export interface Letter {
  to: string;
  raw: string;
}

/**
 * The product at a domain, in a time that only goes on when it is told to: the real use cases on the embedded table. The flow's
 * steps are taken by hand, a manager decides after a day, and the follow-up comes five days later.
 */
export async function openVirtualShop(domain: string, now: () => number, post: (letter: Letter) => void) {
  const table = await openTable();
  const policy = loadPolicy(defaultPolicyText.replaceAll('shop.example', domain), 'default.yaml');
  const clock = {
    now: () => new Date(now()).toISOString(),
    secondsUntil: (at: string) => Math.max(1, Math.ceil((Date.parse(at) - now()) / 1000)),
  };
  const posted = new Set<string>();
  const raws = new Map<string, Buffer>();
  const due: Array<{ at: number; run: () => Promise<unknown> }> = [];
  const later = (hours: number, run: () => Promise<unknown>) =>
    due.push({ at: now() + hours * 3_600_000, run });

  /** What the flow does once it has told the decision: it passes time, writes what is due, and waits, until nothing is due. */
  const lookAfterIt = async (caseId: string) => {
    const { next, waitSeconds } = await lookAfter.run(services, { caseId });
    if (next === 'close') return;
    const entered = { taskToken: caseId, enteredAt: clock.now(), attempt: 1, waitSeconds };
    await followThrough.run(services, { caseId, ...entered });
    later(waitSeconds / 3600, () => lookAfterIt(caseId));
  };
  const decide = async (caseId: string) => {
    const found = await services.cases.load(caseId);
    if (found.status === 'awaiting-decision') {
      const decision = { outcome: 'declined', reason: 'It was used for a year.' } as const;
      const by = {
        type: 'decide-round',
        round: found.round.number,
        by: found.round.approvers[0] ?? '',
      } as const;
      await changeCase(services.cases, caseId, { ...by, at: clock.now(), decision, policy: policy.policy });
    }
    await notify.run(services, { caseId, mail: 'decision' });
    await lookAfterIt(caseId);
  };
  const ask = async (caseId: string, round: number, waitSeconds: number) => {
    const entered = { taskToken: caseId, enteredAt: clock.now(), attempt: 1 };
    await requestApproval.run(services, { caseId, round, waitSeconds, ...entered });
  };
  /** Somebody woke the flow: it asks whoever is to be asked now, or tells what was decided. */
  const lookAgain = async (caseId: string) => {
    const found = await services.cases.load(caseId);
    if (found.status === 'awaiting-decision') await ask(caseId, found.round.number, 1);
    else await decide(caseId);
  };
  const begin = async (caseId: string) => {
    await notify.run(services, { caseId, mail: 'acknowledgement' });
    const { round, waitSeconds } = await evaluateCase.run(services, { caseId });
    await ask(caseId, round, waitSeconds);
    if (isUndecided(await services.cases.load(caseId))) later(24, () => decide(caseId));
  };
  const services = {
    ...createRecords(table.client, TABLE_NAME),
    policy,
    clock,
    sha256,
    rawMails: {
      get: async (key: string) => {
        const raw = raws.get(key);
        if (!raw) throw new RawMailMissing(`there is no raw mail ${key}`);
        return raw;
      },
    },
    parser: { parse: parseMail, close: async () => {} },
    attachments: {
      keep: async () => {},
      get: async () => new Uint8Array(),
      link: async () => undefined,
      remove: async () => {},
    },
    mailer: {
      send: async (mail: { id: string; to: string; raw: Uint8Array }) => {
        post({ to: mail.to, raw: Buffer.from(mail.raw).toString('latin1') });
        posted.add(mail.id);
        return mail.id;
      },
      outcome: async (id: string) => (posted.has(id) ? ('sent' as const) : ('not-sent' as const)),
    },
    refundEvents: { requested: async () => {} },
    flow: {
      start: begin,
      startAgain: begin,
      succeed: async (caseId: string) => void later(0, () => lookAgain(caseId)),
    },
    links: createLinks(ringOf(KEYS), `https://pages.${domain}`, clock),
    replyAddresses: createReplyAddresses(KEYS, policy.policy.shop.refunds),
    log: { info() {}, warn() {}, error() {}, count() {} },
  };

  return {
    services,
    async receive(raw: string): Promise<void> {
      const rawKey = `mail-${raws.size}`;
      raws.set(rawKey, Buffer.from(raw, 'latin1'));
      await intake(services, { rawKey });
    },
    /** Does what is due by now. */
    async work(): Promise<void> {
      const ready = due.filter(({ at }) => at <= now());
      for (const job of ready) {
        due.splice(due.indexOf(job), 1);
        await job.run();
      }
    },
    idle: () => due.length === 0,
    close: table.close,
  };
}
