import type { Outcome } from '../domain/decision.ts';
import type { Route } from '../domain/policy.ts';
import type { Side } from './flip.ts';
import { agrees, followed, type Money, turnOf } from './reckon.ts';
import {
  type Agreements,
  type Dimension,
  type Flow,
  type Group,
  noAgreement,
  noMoney,
  noRoutes,
  noTurns,
  type Replayed,
  type Sums,
} from './replayed.ts';
import type { Mismatch } from './reproduce.ts';

/** How many mismatches are kept: one shows what is wrong, and a wrong policy text makes all of them. */
const MOST_MISMATCHES = 20;
/** Categories and policies that are counted each for itself; a hostile file has more. What is beyond counts together. */
const MOST_COUNTED = 500;
const OTHERS = '…';

type Counts = Omit<Replayed, 'flows' | 'unheld' | 'groups'>;

/** Counts what a replay comes to. */
export interface Tally {
  leaveOut(why: keyof Replayed['leftOut']): void;
  held(mismatch: Mismatch | undefined): void;
  unheld(version: string, fingerprint: string): void;
  add(outcome: Outcome, was: Side, is: Side, money: Money): void;
  /** A case with the same route that came to it otherwise. */
  stirs(): void;
  result(): Replayed;
}

export function startTally(): Tally {
  const counts: Counts = {
    cases: 0,
    leftOut: { undecided: 0, withoutFacts: 0, withheld: 0 },
    held: 0,
    mismatched: 0,
    mismatches: [],
    flipped: noTurns(),
    stirred: 0,
    routes: { before: noRoutes(), after: noRoutes() },
    money: noMoney(),
    agreement: noAgreement(),
    agreementOfFlips: noAgreement(),
  };
  const flows = new Map<string, Flow>();
  const unheld = new Map<string, Replayed['unheld'][number]>();
  const groups: Record<Dimension, Map<string, Group>> = {
    reason: new Map(),
    category: new Map(),
    history: new Map(),
  };

  const addFlip = (outcome: Outcome, from: Route, to: Route, money: Money) => {
    countAgreement(counts.agreementOfFlips, from, to, outcome);
    const flow = at<Flow>(flows, `${from} ${to}`, () => ({
      from,
      to,
      cases: 0,
      outcomes: {},
      money: noMoney(),
    }));
    flow.cases++;
    flow.outcomes[outcome] = (flow.outcomes[outcome] ?? 0) + 1;
    for (const sums of [flow.money, counts.money]) addMoney(sums, from, to, money);
  };

  return {
    leaveOut: (why) => {
      counts.leftOut[why]++;
    },
    held: (mismatch) => {
      counts.held++;
      if (!mismatch) return;
      counts.mismatched++;
      if (counts.mismatches.length < MOST_MISMATCHES) counts.mismatches.push(mismatch);
    },
    unheld: (version, fingerprint) => {
      const policy = at(unheld, `${version} ${fingerprint}`, (key) =>
        key === OTHERS ? { version: OTHERS, fingerprint: '', cases: 0 } : { version, fingerprint, cases: 0 },
      );
      policy.cases++;
    },
    add: (outcome, was, is, money) => {
      const [from, to] = [was.weighed.route, is.weighed.route];
      counts.cases++;
      counts.routes.before[from]++;
      counts.routes.after[to]++;
      countAgreement(counts.agreement, from, to, outcome);
      const { request, product, customer } = was.facts;
      const turn = from === to ? undefined : turnOf(from, to);
      for (const group of [
        groupOf(groups.reason, request.reason),
        groupOf(groups.category, product.category),
        groupOf(groups.history, historyBand(customer.earlierRequests)),
      ]) {
        group.cases++;
        if (turn) group.flipped[turn]++;
      }
      if (!turn) return;
      counts.flipped[turn]++;
      addFlip(outcome, from, to, money);
    },
    stirs: () => {
      counts.stirred++;
    },
    result: () => ({
      ...counts,
      unheld: mostFirst(unheld),
      flows: mostFirst(flows),
      groups: {
        reason: mostFirst(groups.reason),
        category: mostFirst(groups.category),
        history: [...groups.history.values()].toSorted((one, other) => (one.value < other.value ? -1 : 1)),
      },
    }),
  };
}

function mostFirst<T extends { cases: number }>(counted: Map<string, T>): T[] {
  return [...counted.values()].toSorted((one, other) => other.cases - one.cases);
}

/** How often a customer had asked before, as people speak of it. */
function historyBand(earlierRequests: number): string {
  if (earlierRequests === 0) return '0';
  return earlierRequests <= 2 ? '1-2' : '3+';
}

function addMoney(sums: Sums, from: Route, to: Route, money: Money): void {
  const [before, after] = [followed(from, money), followed(to, money)];
  if (money.granted === undefined || before === undefined || after === undefined) {
    sums.otherCurrency++;
    return;
  }
  if (money.asked === undefined && [from, to].some((route) => APPROVING.has(route))) sums.unknownAmount++;
  sums.granted += money.granted;
  sums.before += before;
  sums.after += after;
}

const APPROVING: ReadonlySet<Route> = new Set(['approve-as-goodwill', 'within-policy']);

function countAgreement(agreements: Agreements, from: Route, to: Route, outcome: Outcome): void {
  for (const [side, route] of [[agreements.before, from] as const, [agreements.after, to] as const]) {
    const agreed = agrees(route, outcome);
    if (agreed === undefined) continue;
    side.recommended++;
    if (agreed) side.agreed++;
  }
}

function groupOf(groups: Map<string, Group>, value: string): Group {
  return at(groups, value, (key) => ({ value: key, cases: 0, flipped: noTurns() }));
}

/** The entry of a key; where there are too many, the one of all others. */
function at<T>(entries: Map<string, T>, key: string, make: (key: string) => T): T {
  const there = entries.get(key);
  if (there) return there;
  const name = entries.size < MOST_COUNTED ? key : OTHERS;
  const found = entries.get(name) ?? make(name);
  entries.set(name, found);
  return found;
}
