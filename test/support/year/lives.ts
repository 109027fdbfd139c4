import type { Facts } from '../../../functions/domain/facts.ts';
import { type Course, DAY, type Decided, HOUR, happen, mail, mailFromCustomer } from './course.ts';
import { decideOn, usualApproval } from './deciding.ts';
import type { Person } from './people.ts';
import { type Plant, plants } from './plants.ts';
import { guidelinesOf } from './policies.ts';
import type { Random } from './random.ts';
import { type Asked, weigh } from './requests.ts';
import type { Life } from './rows.ts';
import { settle, tell } from './settling.ts';
import type { Category, Reason } from './shop.ts';

const SECOND = 1_000;
const WITHDRAWN = 0.03;
const APPEALS = 0.09;
const OVERTURNED = 0.25;
const MISSED = 0.04;
const DISSATISFIED = { approved: 0.08, 'part-approved': 0.2, alternative: 0.25, declined: 0.38 };

export interface Beginning {
  id: string;
  person: Person;
  asked: Asked;
  what: [Category, Reason];
  openedAt: number;
  /** Of the year, from 0. */
  month: number;
}

/** Lives a case from its first mail to its end, as if nobody had stopped looking; `asOf` says how much of it is known. */
export function live(random: Random, begun: Beginning, planted: ReadonlySet<Plant>, asOf: number): Life {
  const { id, person, asked, openedAt } = begun;
  const { inUse, heeded } = guidelinesOf(begun.month, planted);
  const evaluation = weigh(inUse, asked);
  const course: Course = { currency: person.currency, events: [], mails: [], decisions: [], rounds: 0 };
  const evaluatedAt = openedAt + 3 * SECOND;
  happen(course, openedAt, 'received', 'customer');
  mailFromCustomer(course, openedAt, asked.facts.request.evidence);
  mail(course, openedAt + 2 * SECOND, 'acknowledgement', 'customer');
  happen(course, evaluatedAt, 'evaluated', 'flow', { route: evaluation.route });
  const life: Life = {
    id,
    person,
    asked,
    evaluation,
    heeded: weigh(heeded, asked),
    openedAt,
    course,
    settled: undefined,
    promisedBy: evaluatedAt + 72 * HOUR,
    withdrawnAt: undefined,
    objections: [],
    asOf,
  };
  const habits = {
    approves: approval(begun, life.heeded, planted),
    hours: (level: number) => {
      const { slowLevel } = plants;
      return (
        (level === 1 ? 7 : 6) * (planted.has('slowLevel') && level === slowLevel.level ? slowLevel.times : 1)
      );
    },
    misses:
      planted.has('missedDeadlines') && begun.month === plants.missedDeadlines.month
        ? plants.missedDeadlines.missed
        : MISSED,
    cents: asked.cents,
    not: new Set<string>(),
  };
  const decided = decideOn(random, course, evaluatedAt, 1, habits);
  if (random.chance(WITHDRAWN))
    return withdraw(life, evaluatedAt + Math.round(random.next() * (decided.at - evaluatedAt)));
  const told = tell(random, course, decided);
  const again = objection(random, life, decided, told.toldAt, planted, begun.month);
  const final = again ?? decided;
  const finallyTold = again ? tell(random, course, again) : told;
  const { outcome, dissatisfied } = plants.dissatisfiedOutcome;
  const isSad = planted.has('dissatisfiedOutcome') && final.outcome === outcome;
  life.settled = settle(
    random,
    course,
    final,
    finallyTold,
    isSad ? dissatisfied : DISSATISFIED[final.outcome],
  );
  return life;
}

function approval({ asked, what, month }: Beginning, heeded: Life['heeded'], planted: ReadonlySet<Plant>) {
  const { biasedManager, creepingException } = plants;
  const { reason, category, daysPastWindow, approved } = creepingException;
  const past = asked.facts.order.daysPastWindow;
  const [from = 0, to = 0] = daysPastWindow;
  const creeps =
    planted.has('creepingException') &&
    asked.facts.order.known &&
    what[0] === category &&
    what[1] === reason &&
    past >= from &&
    past <= to;
  const usual = creeps
    ? approved.first + ((approved.last - approved.first) * month) / 11
    : usualApproval(heeded);
  return (approver: string) =>
    planted.has('biasedManager') && approver === biasedManager.approver && !creeps
      ? usual * biasedManager.approvesTimes
      : usual;
}

/** Takes a case back before anybody decides: what would have come is left out. */
function withdraw(life: Life, at: number): Life {
  const { course } = life;
  course.events = course.events.filter((event) => event.at < at);
  course.mails = course.mails.filter((one) => one.at < at);
  course.decisions = [];
  happen(course, at, 'withdrawn', 'customer');
  mailFromCustomer(course, at);
  mail(course, at + SECOND, 'withdrawal', 'customer');
  life.withdrawnAt = at;
  return life;
}

/** Some who did not get their money ask that somebody else looks. Those that would be decided after `asOf` are left out. */
function objection(
  random: Random,
  life: Life,
  first: Decided,
  toldAt: number,
  planted: ReadonlySet<Plant>,
  month: number,
): Decided | undefined {
  if (first.cents !== undefined || !random.chance(APPEALS)) return undefined;
  const at = Math.round(toldAt + random.skewed(3 * DAY, 0.8));
  if (at + 8 * DAY > life.asOf) return undefined;
  const { course, evaluation } = life;
  const { overturnedAppeals } = plants;
  const overturned =
    planted.has('overturnedAppeals') && month === overturnedAppeals.month
      ? overturnedAppeals.overturned
      : OVERTURNED;
  life.objections.push('decision');
  happen(course, at, 'objected', 'customer', { why: 'decision' });
  mail(course, at + SECOND, 'objection-received', 'customer');
  happen(course, at + 3 * SECOND, 'evaluated', 'flow', { route: evaluation.route });
  const habits = {
    approves: () => overturned,
    hours: () => 8,
    misses: 0,
    cents: life.asked.cents,
    not: new Set([first.approver]),
  };
  return decideOn(random, course, at + 3 * SECOND, 2, habits);
}

/** What the guidelines hear of the decisions on the last few requests like one. */
export function precedents() {
  const decided = new Map<string, boolean[]>();
  const of = ([category, reason]: [Category, Reason]) => {
    const key = `${category} ${reason}`;
    const there = decided.get(key) ?? [];
    decided.set(key, there);
    return there;
  };
  return {
    of(what: [Category, Reason]): Facts['precedents'] {
      const last = of(what);
      const approved = last.filter(Boolean).length;
      return { count: last.length, approvedShare: last.length === 0 ? 0 : approved / last.length };
    },
    add(what: [Category, Reason], decision: Decided): void {
      const last = of(what);
      last.push(decision.cents !== undefined);
      if (last.length > 5) last.shift();
    },
  };
}
