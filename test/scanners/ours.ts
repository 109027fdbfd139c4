import type { AwaitingCase } from '../../functions/domain/case.ts';
import { decide } from '../../functions/domain/decide.ts';
import { evolve } from '../../functions/domain/evolve.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import { hoursAfter } from '../../functions/domain/time.ts';
import { awaiting, awaitingGuess, DECIDED, decided, OPENED, policyFor } from '../support/sample-cases.ts';
import { MANAGER, openPages, type Pages } from '../support/web.ts';
import type { Prey, Target } from './target.ts';

const ORIGIN = 'http://pages.example';

/**
 * The product's own pages on the embedded table. A case is handed out again until a scanner has changed it. `typeAbove`: up to what
 * nothing is typed.
 */
export async function ourTarget(typeAbove = 0): Promise<Target> {
  const pages = await openPages({ policy: scannedPolicy(typeAbove) });
  const made = new Map<number, Promise<Prey>>();
  const kinds = casesToScan(pages.services.policy.policy);
  let serial = 0;
  return {
    name: 'the pages of this product',
    async next(session) {
      const kind = session % kinds.length;
      const known = made.get(kind);
      if (known && !(await (await known).changed())) return known;
      const fresh = prey(pages, kinds[kind] as AwaitingCase, ++serial);
      made.set(kind, fresh);
      return fresh;
    },
    fetch: async (request) => pages.app.fetch(request),
    close: () => pages.close(),
  };
}

/** With a second approver above an amount, so that scanners meet the page of the second as well. */
function scannedPolicy(typeAbove: number): Policy {
  const policy = policyFor('en');
  const [manager, head] = policy.approval.levels;
  if (!manager || !head) throw new Error('the default policy has two levels');
  const levels = [{ ...manager, approvers: [MANAGER, 'second@shop.example'] }, head];
  return { ...policy, approval: { ...policy.approval, secondAbove: 50, typeAbove, levels } };
}

/** A case with a known amount, one without, one with an amount only the mail names, one that asks its customer, one with an answer. */
function casesToScan(policy: Policy): AwaitingCase[] {
  const rules = { at: hoursAfter(OPENED, 0.5), policy };
  const kettle = awaiting('kettle');
  const asks = decide(
    { type: 'ask-customer', round: 1, by: MANAGER, text: 'Which colour?', ...rules },
    kettle,
  );
  const amount = kettle.request.amount;
  if (amount.source === 'unknown') throw new Error('the kettle’s price is known');
  const answers = decide(
    {
      type: 'decide-round',
      round: 1,
      by: MANAGER,
      decision: { outcome: 'approved', amount: amount.value },
      ...rules,
      policy: { ...policy, approval: { ...policy.approval, secondAbove: 1 } },
    },
    { ...kettle, round: { ...kettle.round, approvers: [MANAGER, 'second@shop.example'] } },
  );
  return [
    kettle,
    awaiting('cafeteira'),
    awaiting('noOrder'),
    awaitingGuess({ minor: 4_000, currency: 'USD' }),
    asks.reduce(evolve, kettle) as AwaitingCase,
    answers.reduce(evolve, {
      ...kettle,
      round: { ...kettle.round, approvers: [MANAGER, 'second@shop.example'] },
    }) as AwaitingCase,
  ];
}

async function prey(pages: Pages, found: AwaitingCase, serial: number): Promise<Prey> {
  const { services } = pages;
  const id = `RX-PREY-${String(serial).padStart(4, '0')}`;
  await pages.store({ ...found, id });
  const before = await services.cases.load(id);
  const page = ORIGIN + (await pages.decidePath(id));
  const [attachment] = found.request.attachments;
  const mail = { caseId: id, person: MANAGER } as const;
  const photo = attachment
    ? [
        await services.links.create(
          { purpose: 'attachment', sha256: attachment.sha256, ...mail },
          hoursAfter(OPENED, 30),
        ),
      ]
    : [];
  const shortcuts = [
    'approved',
    'part-approved',
    'alternative',
    'declined',
    'ask',
    'hand-over',
    'conflict',
    'away',
  ];
  const told = { ...decided('kettle', { outcome: 'declined', reason: 'No.' }), id: `RX-TOLD-${serial}` };
  await pages.store(told);
  pages.setNow(hoursAfter(DECIDED, 1));
  const foreign = [
    ORIGIN + (await pages.decidePath(told.id)),
    ORIGIN + (await pages.decidePath(id, 1, 'somebody@shop.example')),
    ORIGIN + (await pages.decidePath(id, 9)),
    await services.links.create(
      { purpose: 'decide', caseId: id, round: 1, person: MANAGER },
      hoursAfter(OPENED, 0.1),
    ),
  ];
  pages.setNow(hoursAfter(OPENED, 1));
  return {
    links: [page, ...shortcuts.map((choice) => `${page}?choice=${choice}`), ...photo],
    foreign,
    async changed() {
      const now = await services.cases.load(id);
      const absent = await services.absences.of([MANAGER]);
      return now.version !== before.version || absent.length > 0 || pages.woken.includes(`task-of-${id}`);
    },
  };
}
