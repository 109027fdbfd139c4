import { languages } from '../domain/language.ts';

/**
 * One place where two policies differ. The path leads through fields and, in lists of things that have a name, through those
 * names. What is undefined is not there. Of something that was added, `place` says where in its list it stands, from 1.
 */
export interface Difference {
  path: string[];
  before: unknown;
  after: unknown;
  place?: { number: number; of: number };
  /** The same things in another order: `before` and `after` are the names of those in both. */
  order?: true;
  /** The same thing under another name: `before` and `after` are the names. */
  renamed?: true;
}

export type Fields = Record<string, unknown>;

/** What a thing in a list is called, and in which field that stands. */
export function nameOf(thing: Fields): { field: string; name: string } | undefined {
  for (const field of ['id', 'route', 'name', 'approver']) {
    const name = thing[field];
    if (typeof name === 'string') return { field, name };
  }
  return undefined;
}

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What the things of a list are called; every other place is called by its path in the file. */
const kinds: ReadonlyArray<{ path: string; one: string; order: string }> = [
  { path: 'factors', one: 'Factor', order: 'Factors stand in another order, which changes no score.' },
  { path: 'routes', one: 'Route', order: 'Routes are tried in the order' },
  { path: 'approval.levels', one: 'Level', order: 'Levels are asked in the order' },
  {
    path: 'approval.absences',
    one: 'Absence of',
    order: 'Absences stand in another order, which changes nothing.',
  },
  {
    path: 'approval.conflicts',
    one: 'Conflict of',
    order: 'Conflicts stand in another order, which changes nothing.',
  },
  { path: 'offers', one: 'Offer', order: 'Offers stand in another order, which changes no offer.' },
  { path: 'refund.others', one: 'Way of refunding', order: 'Ways of refunding stand in another order.' },
  { path: 'window.categories', one: 'Category', order: '' },
];

/** Fields that have words of their own, by where they stand; all others are called as in the file. */
const words: Record<string, string> = {
  'window.days': 'the return window in days',
  'category.days': 'the return window in days',
  'approval.answerWithinHours': 'the promised answer, in hours,',
  'approval.customerDays': 'the time a customer has to answer a question, in days,',
  'approval.typeAbove': 'the amount above which an approval is confirmed by typing it',
  'approval.secondAbove': 'the amount above which an approval takes two people',
  'absence of.from': 'the first day',
  'absence of.until': 'the last day',
  'absence of.instead': 'who is asked instead',
  'conflict of.customers': 'the list of customers',
  'level.answers': 'the number of approvers who have to answer alike',
  'level.upTo': 'the most it decides on',
  'level.reminderHours': 'the time until the reminder, in hours,',
  'level.deadlineHours': 'the time until the deadline, in hours,',
  'offer.bonusPercent': 'the bonus in percent',
  'offer.upTo': 'the largest amount it stands in for',
  'refund.days': 'the time until money has arrived, in days,',
  'followUp.afterDays': 'the time until the follow-up, in days,',
};

/** What whoever publishes a change has to know of it, where it does more than it says. */
const consequences: Record<string, string> = {
  'shop.timeZone': ' Days are counted anew in it: a window may close a day earlier or later.',
};

/** A difference as a sentence that whoever owns the policy understands. */
export function tell({ path, before, after, place, order, renamed }: Difference): string {
  const kind = kinds.find((one) => path.join('.').startsWith(`${one.path}.`));
  if (order) return tellOrder(path, before, after);
  if (!kind) return tellField(undefined, path, before, after) + (consequences[path.join('.')] ?? '');
  const depth = kind.path.split('.').length;
  const name = `${kind.one} "${path[depth]}"`;
  if (renamed) return `${name} is now called "${after}".`;
  const field = path.slice(depth + 1);
  if (field.length > 0) return tellField({ name, kind: kind.one }, field, before, after);
  if (before === undefined) {
    const inOrder = kind.order.endsWith('order') && place && ` (number ${place.number} of ${place.of})`;
    return `${name} is new${inOrder || ''}: ${show(after)}.`;
  }
  return `${name} is gone: ${show(before)}.`;
}

function tellOrder(path: string[], before: unknown, after: unknown): string {
  const how =
    kinds.find((one) => one.path === path.join('.'))?.order ?? `${path.join('.')} stand in the order`;
  return how.endsWith('order') ? `${how} ${show(after)} instead of ${show(before)}.` : how;
}

function tellField(
  thing: { name: string; kind: string } | undefined,
  path: string[],
  before: unknown,
  after: unknown,
): string {
  const field = path.join('.');
  if (thing && (field === 'weight' || field === 'when' || field === 'scoreAtLeast')) {
    return `${thing.name} ${tellRule(field, before, after)}.`;
  }
  const said = words[thing ? `${thing.kind.toLowerCase()}.${field}` : field] ?? field;
  const subject = thing ? `${thing.name}: ${said}` : said.replace(/^the /, 'The ');
  if (Array.isArray(before) && Array.isArray(after)) return `${subject} ${tellList(before, after)}.`;
  if (before === undefined) return `${subject} is now ${show(after)}; it was not set.`;
  if (after === undefined) return `${subject} is not set any more; it was ${show(before)}.`;
  return `${subject} is ${show(after)} instead of ${show(before)}.`;
}

function tellRule(field: 'weight' | 'when' | 'scoreAtLeast', before: unknown, after: unknown): string {
  if (field === 'weight') return `weighs ${signed(after)} instead of ${signed(before)}`;
  const [verb, less] =
    field === 'when'
      ? ['applies when', 'has no condition any more; it applied when']
      : ['takes a score of at least', 'takes every score; it took at least'];
  if (after === undefined) return `${less} ${before}`;
  if (before !== undefined) return `${verb} ${after} instead of ${before}`;
  return `${verb} ${after}, which was not asked for before`;
}

function tellList(before: unknown[], after: unknown[]): string {
  const added = after.filter((one) => !before.includes(one));
  const removed = before.filter((one) => !after.includes(one));
  if (added.length === 0 && removed.length === 0) return `stand in the order ${show(after)}`;
  return [
    ...(added.length > 0 ? [`now has ${show(added)}`] : []),
    ...(removed.length > 0 ? [`no longer has ${show(removed)}`] : []),
  ].join(' and ');
}

/** A value as the file would say it: a sentence in each of its languages, a thing by all its fields but its name. */
function show(value: unknown): string {
  if (Array.isArray(value)) return value.map(show).join(', ');
  if (!isObject(value)) return typeof value === 'string' && /\s/.test(value) ? `"${value}"` : String(value);
  const shown = Object.entries(value).filter(
    ([field, one]) => one !== undefined && one !== '' && field !== nameOf(value)?.field,
  );
  if (shown.every(([field]) => isLanguage(field))) return shown.map(([, one]) => show(one)).join(' / ');
  return shown
    .map(([field, one]) => `${field} ${field === 'weight' ? signed(one) : shownIn(field, one)}`)
    .join(', ');
}

/** A condition reads as it stands: it has spaces of its own and nothing around it to be told from. */
function shownIn(field: string, value: unknown): string {
  return field === 'when' ? String(value) : show(value);
}

function signed(weight: unknown): string {
  return typeof weight === 'number' && weight > 0 ? `+${weight}` : String(weight);
}

function isLanguage(field: string): boolean {
  return languages.some((one) => one === field);
}
