import type { AwaitingCase, ToldCase } from '../../functions/domain/case.ts';
import { decide } from '../../functions/domain/decide.ts';
import { evolve } from '../../functions/domain/evolve.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import { hoursAfter } from '../../functions/domain/time.ts';
import {
  awaiting,
  awaitingGuess,
  DECIDED,
  decided,
  OPENED,
  policyFor,
  told,
} from '../support/sample-cases.ts';
import { MANAGER, openPages, type Pages } from '../support/web.ts';
import type { Prey, Target } from './target.ts';

const ORIGIN = 'http://pages.example';

/**
 * The product's own pages on the embedded table. A case is handed out again until a scanner has changed it. `typeAbove`: up to what
 * nothing is typed.
 */
export async function ourTarget(typeAbove = 0): Promise<Target> {
  const pages = await openPages({ policy: scannedPolicy(typeAbove) });
  const cases = casesToScan(pages.services.policy.policy);
  const kinds = cases.map((found) => (serial: number) => prey(pages, found, serial));
  return handingOut(pages, kinds, 'the pages of this product');
}

/** The same of what comes after a decision: the pages of whoever pays, of the offers, to object, and of how it went. */
export async function ourSettlingTarget(): Promise<Target> {
  const pages = await openPages();
  const kinds = settlingCases().map((one) => (serial: number) => settlingPrey(pages, one, serial));
  return handingOut(pages, kinds, 'the pages of this product after a decision');
}

function handingOut(pages: Pages, kinds: Array<(serial: number) => Promise<Prey>>, name: string): Target {
  const made = new Map<number, Promise<Prey>>();
  let serial = 0;
  return {
    name,
    async next(session) {
      const kind = session % kinds.length;
      const known = made.get(kind);
      if (known && !(await (await known).changed())) return known;
      const make = kinds[kind];
      if (!make) throw new Error('there is nothing to scan');
      const fresh = make(++serial);
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

type Settling = 'refund' | 'offers' | 'object' | 'feedback';

/** A page after a decision, and a case for which it is open. */
interface SettlingCase {
  page: Settling;
  found: ToldCase;
}

/** A part of the money that nobody has paid yet, and a refusal with offers, which can be objected to in both ways. */
function settlingCases(): SettlingCase[] {
  const part = told('kettle', { outcome: 'part-approved', amount: { minor: 4_000, currency: 'USD' } });
  const declined = told('kettle', { outcome: 'declined', reason: 'It was used for a year.' });
  return [
    { page: 'refund', found: part },
    { page: 'offers', found: declined },
    { page: 'object', found: declined },
    { page: 'feedback', found: declined },
  ];
}

async function settlingPrey(pages: Pages, { page, found }: SettlingCase, serial: number): Promise<Prey> {
  const { services } = pages;
  pages.setNow(hoursAfter(DECIDED, 30));
  const id = `RX-SETT-${String(serial).padStart(4, '0')}`;
  await pages.store({ ...found, id });
  const other = `RX-ELSE-${String(serial).padStart(4, '0')}`;
  await pages.store({ ...found, id: other });
  const before = [await services.cases.load(id), await services.cases.load(other)];
  const paths = {
    refund: pages.refundPath,
    offers: pages.offersPath,
    object: pages.objectPath,
    feedback: pages.feedbackPath,
  };
  const link = ORIGIN + (await paths[page](id));
  const foreign = await Promise.all(Object.values(paths).map(async (path) => ORIGIN + (await path(other))));
  const scores = [1, 2, 3, 4, 5].map((score) => `${link}?score=${score}`);
  return {
    links: page === 'feedback' ? [link, ...scores] : [link],
    foreign,
    async changed() {
      const now = [await services.cases.load(id), await services.cases.load(other)];
      const woken = pages.woken.length > 0 || pages.startedAgain.length > 0;
      return woken || now.some(({ version }, at) => version !== before[at]?.version);
    },
  };
}
