import type { Star } from '../../../functions/export/star.ts';
import { type TableName, tables } from '../../../functions/export/tables/index.ts';
import { DAY } from './course.ts';
import { live, precedents } from './lives.ts';
import { people } from './people.ts';
import { everyPlant, type Plant, type Planted, plants } from './plants.ts';
import { type Random, seeded } from './random.ts';
import { ask } from './requests.ts';
import { rowsOf } from './rows.ts';
import { type Category, type Reason, shop } from './shop.ts';

export interface YearOptions {
  seed?: number;
  cases?: number;
  /** The year's first day, in UTC; the files are written when its last is over. */
  from?: string;
  plant?: readonly Plant[];
  /** Tables that are wanted; `cases` is always there. */
  only?: readonly TableName[];
}
export interface Day extends Star {
  day: string;
}

const DAYS = 365;

/** A year of a shop with a day at a time, so that a million cases need no more memory than a thousand. */
export function* daysOf(options: YearOptions = {}, planted: Planted = {}): Generator<Day> {
  const {
    seed = 1,
    cases = 20_000,
    from = '2025-11-01',
    plant = everyPlant,
    only = Object.keys(tables),
  } = options;
  const random = seeded(seed);
  const wanted = new Set<string>(only);
  const hidden = new Set(plant);
  const start = Date.parse(from);
  const customers = people(
    random,
    cases,
    hidden.has('repeatRequesters') ? plants.repeatRequesters.customers : 0,
  );
  tellPlanted(planted, start, hidden, customers.planted);
  const like = precedents();
  let number = 0;
  for (const [index, count] of perDay(start, cases).entries()) {
    const at = start + index * DAY;
    const month = monthOf(start, at);
    const star: Star = { cases: [], factors: [], events: [], mails: [] };
    const instants = Array.from({ length: count }, () => at + Math.floor(random.next() * DAY)).sort(
      (a, b) => a - b,
    );
    for (const openedAt of instants) {
      const person = customers.next(number);
      const what = about(random, month, hidden);
      const asked = ask(random, person, what, like.of(what), openedAt);
      const life = live(
        random,
        { id: reference(number++), person, asked, what, openedAt, month },
        hidden,
        start + DAYS * DAY,
      );
      person.requests++;
      person.lastAt = openedAt;
      if (life.evaluation.route !== life.heeded.route) planted.badPolicyChange?.flipped.push(life.id);
      const decided = life.course.decisions.at(-1);
      if (decided && decided.cents !== undefined) person.exceptions++;
      if (decided) like.add(what, decided);
      const rows = rowsOf(life, wanted);
      for (const table of ['cases', 'factors', 'events', 'mails'] as const)
        star[table].push(...(rows[table] as never[]));
    }
    yield { day: new Date(at).toISOString().slice(0, 10), ...inOrder(star) };
  }
}

/** A year of a shop, whole: its rows, by table, and what is hidden in it. */
export function yearOf(options: YearOptions = {}): { days: Day[]; rows: Star; planted: Planted } {
  const planted: Planted = {};
  const days = [...daysOf(options, planted)];
  const rows: Star = {
    cases: days.flatMap((day) => day.cases),
    factors: days.flatMap((day) => day.factors),
    events: days.flatMap((day) => day.events),
    mails: days.flatMap((day) => day.mails),
  };
  return { days, rows, planted };
}

function tellPlanted(planted: Planted, start: number, hidden: ReadonlySet<Plant>, repeaters: string[]): void {
  for (const plant of hidden) {
    if (plant === 'repeatRequesters') {
      planted.repeatRequesters = { customers: repeaters, requests: plants.repeatRequesters.requests };
      continue;
    }
    const { month } = { month: undefined, ...plants[plant] };
    const months = month === undefined ? [] : [monthStart(start, month)];
    const flipped = plant === 'badPolicyChange' ? { flipped: [] } : {};
    Object.assign(planted, { [plant]: { ...plants[plant], ...flipped, months } });
  }
}

/** The category and the reason of a request, as often as the shop has them. */
function about(random: Random, month: number, hidden: ReadonlySet<Plant>): [Category, Reason] {
  const { seasonalFault } = plants;
  const isFaulty = hidden.has('seasonalFault') && month === seasonalFault.month;
  const { category: ill, reason: because, times } = seasonalFault;
  const share = (shop.categories[ill].share * shop.reasons[because]) / 10_000;
  // So many more that what is not faulty stays what it would have been.
  const more = share * (times - 1);
  if (isFaulty && random.chance(more / (1 + more))) return [ill, because];
  const category = random.weighed(shares);
  return [category, random.weighed(shop.reasons)];
}
const shares = Object.fromEntries(
  Object.entries(shop.categories).map(([name, { share }]) => [name, share]),
) as Record<Category, number>;

/** How many requests each day has; all of them come to `cases`. */
function perDay(start: number, cases: number): number[] {
  const weights = Array.from({ length: DAYS }, (_, index) => {
    const date = new Date(start + index * DAY);
    return (shop.weekdays[date.getUTCDay()] ?? 1) * (shop.months[date.getUTCMonth()] ?? 1);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let before = 0;
  return weights.map((weight) => {
    const until = before + (weight / total) * cases;
    const count = Math.round(until) - Math.round(before);
    before = until;
    return count;
  });
}

function monthOf(start: number, at: number): number {
  const [from, to] = [new Date(start), new Date(at)];
  return (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
}

function monthStart(start: number, month: number): string {
  const from = new Date(start);
  return new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + month, 1)).toISOString().slice(0, 10);
}

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A reference that looks like one of the product's; a number has always the same, and no two have one. */
function reference(number: number): string {
  let rest = Math.imul(number, 0x9e3779b1) >>> 0;
  let text = '';
  for (let place = 0; place < 8; place++) {
    text = LETTERS.charAt(place === 7 ? number % 32 : rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return `RX-${text.slice(0, 4)}-${text.slice(4)}`;
}

/** As the files have them: by case, then by place. */
function inOrder({ cases, factors, events, mails }: Star): Star {
  const byCase = (a: { case_id: string; position?: number }, b: { case_id: string; position?: number }) =>
    a.case_id < b.case_id ? -1 : a.case_id > b.case_id ? 1 : (a.position ?? 0) - (b.position ?? 0);
  return {
    cases: cases.sort(byCase),
    factors: factors.sort(byCase),
    events: events.sort(byCase),
    mails: mails.sort(byCase),
  };
}
