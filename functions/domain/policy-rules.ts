import type * as z from 'zod';
import type { Policy } from './policy.ts';
import { type Sentence, weeklyHours } from './policy-fields.ts';
import { MAX_WAIT_DAYS } from './time.ts';

/**
 * What holds between the fields of a policy. Each rule looks at one section, so that a mistake in one does not hide those of
 * the others.
 */
type Rule<T> = (payload: z.core.ParsePayload<T>) => void;

/** The reminder comes before the deadline. */
export const reminderFirst: Rule<{ reminderHours: number; deadlineHours: number }> = ({ value, issues }) => {
  if (value.reminderHours < value.deadlineHours) return;
  const message = 'the reminder comes before the deadline, so reminderHours is less than deadlineHours';
  issues.push({ code: 'custom', input: value.reminderHours, path: ['reminderHours'], message });
};

/** Nobody has to wait for more answers than there are approvers. */
export const enoughApprovers: Rule<{ approvers: string[]; answers: 'first' | 'all' | number }> = ({
  value: { approvers, answers },
  issues,
}) => {
  const count = people(approvers).size;
  if (typeof answers !== 'number' || answers <= count) return;
  const message = `this level has ${count} approver${count > 1 ? 's' : ''}, so at most that many can answer: say all, or name more approvers`;
  issues.push({ code: 'custom', input: answers, path: ['answers'], message });
};

export const endsAfterItBegins: Rule<{ from: string; until: string }> = ({ value, issues }) => {
  if (value.from <= value.until) return;
  const message = `is the last day away, so it is ${value.from} or later`;
  issues.push({ code: 'custom', input: value.until, path: ['until'], message });
};

/** Where an approval takes two people, there are two who may approve that much. */
export const secondsAreThere: Rule<{
  secondAbove?: number | undefined;
  levels: Array<{ name: string; approvers: string[]; upTo?: number | undefined }>;
}> = ({ value: { secondAbove, levels }, issues }) => {
  if (secondAbove === undefined) return;
  levels.forEach(({ name, approvers, upTo }, index) => {
    const decides = upTo === undefined || upTo > secondAbove;
    if (!decides || people(approvers).size > 1) return;
    const message = `${name} may approve more than secondAbove (${secondAbove}), which takes two people: name a second approver`;
    issues.push({ code: 'custom', input: approvers, path: ['levels', index, 'approvers'], message });
  });
};

/** Absences and conflicts are of people who are asked; anything else is a slip of the pen. */
export const namesApprovers: Rule<{
  absences: Array<{ approver: string; instead?: string | undefined }>;
  conflicts: Array<{ approver: string }>;
  levels: Array<{ approvers: string[] }>;
}> = ({ value: { absences, conflicts, levels }, issues }) => {
  const standIns = absences.flatMap(({ instead }) => instead ?? []);
  const asked = people([...levels.flatMap(({ approvers }) => approvers), ...standIns]);
  for (const [field, list] of Object.entries({ absences, conflicts })) {
    list.forEach(({ approver }, index) => {
      if (asked.has(approver.toLowerCase())) return;
      const message = `nobody asks ${approver}: an approver of a level, or who stands in for one`;
      issues.push({ code: 'custom', input: approver, path: [field, index, 'approver'], message });
    });
  }
};

/** Whoever is named twice, in capital letters or not, is one. */
function people(addresses: readonly string[]): Set<string> {
  return new Set(addresses.map((address) => address.toLowerCase()));
}

/** No id stands for two things. */
export const eachOnce: Rule<Array<{ id: string }>> = ({ value, issues }) => {
  const seen = new Set<string>();
  value.forEach(({ id }, index) => {
    const message = `"${id}" is used twice; each needs a name of its own`;
    if (seen.has(id)) issues.push({ code: 'custom', input: id, path: [index, 'id'], message });
    seen.add(id);
  });
};

/** A round finds its level again by its name, whatever stands before it in a later policy. */
export const namedOnce: Rule<Array<{ name: string }>> = ({ value, issues }) => {
  value.forEach(({ name }, index) => {
    const message = `"${name}" is the name of two levels; each needs one of its own`;
    if (value.findIndex((one) => one.name === name) < index)
      issues.push({ code: 'custom', input: name, path: [index, 'name'], message });
  });
};

/** Every case has a route. */
export const lastCatchesAll: Rule<
  Array<{ when?: string | undefined; scoreAtLeast?: number | undefined }>
> = ({ value, issues }) => {
  const last = value.at(-1);
  if (!last || (last.when === undefined && last.scoreAtLeast === undefined)) return;
  const message = 'the last route catches every other case, so it has neither `when` nor `scoreAtLeast`';
  issues.push({ code: 'custom', input: last, path: [value.length - 1], message });
};

/** Every amount has a level that decides on it, and asking the next level means asking somebody who may decide on more. */
export const limitsRise: Rule<Array<{ upTo?: number | undefined }>> = ({ value, issues }) => {
  value.forEach(({ upTo }, index) => {
    const isLast = index === value.length - 1;
    const before = index === 0 ? 0 : (value[index - 1]?.upTo ?? Number.POSITIVE_INFINITY);
    let message: string | undefined;
    if (isLast && upTo !== undefined)
      message = 'the last level decides on whatever is too much for the others, so it has no `upTo`';
    else if (upTo !== undefined && upTo <= before)
      message =
        before === Number.POSITIVE_INFINITY
          ? 'the level before has no `upTo`, so it decides on every amount and this limit has no effect'
          : `limits rise from level to level, so this is more than ${before}`;
    if (message) issues.push({ code: 'custom', input: upTo, path: [index, 'upTo'], message });
  });
};

/** Every sentence is there in every language of the shop. In the others, which nobody is written to in, the shop's own stands. */
export const speaksItsLanguages: Rule<Policy> = ({ value: policy, issues }) => {
  const { languages, language, staffLanguage } = policy.shop;
  for (const [name, needed] of Object.entries({ language, staffLanguage })) {
    const message = `is one of shop.languages, which has ${languages.join(', ')}`;
    if (!languages.includes(needed))
      issues.push({ code: 'custom', input: needed, path: ['shop', name], message });
  }
  for (const [path, says] of sentencesOf(policy)) {
    for (const missing of languages.filter((one) => says[one] === '')) {
      const message = `says nothing in ${missing}, which is one of shop.languages`;
      issues.push({ code: 'custom', input: says, path: [...path, missing], message });
    }
    says.en ||= says[language];
    says['pt-BR'] ||= says[language];
  }
};

/** No wait is longer than waits can be, counted in business hours too; holidays are cut off there (business-hours.ts). */
export const waitsFit: Rule<Policy> = ({ value: { approval, shop }, issues }) => {
  if (!shop.businessHours) return;
  const week = weeklyHours(shop.businessHours);
  if (week === 0) return;
  const most = Math.floor((MAX_WAIT_DAYS / 7) * week);
  const waits: Array<[PropertyKey[], number]> = [
    [['approval', 'answerWithinHours'], approval.answerWithinHours],
    ...approval.levels.map(({ deadlineHours }, index): [PropertyKey[], number] => [
      ['approval', 'levels', index, 'deadlineHours'],
      deadlineHours,
    ]),
  ];
  for (const [path, input] of waits.filter(([, hours]) => hours > most)) {
    const message = `is at most ${most}: shop.businessHours have ${week} hours a week, and a wait ends after ${MAX_WAIT_DAYS} days`;
    issues.push({ code: 'custom', input, path, message });
  }
};

function sentencesOf(policy: Policy): Array<[path: PropertyKey[], says: Sentence]> {
  const { factors, offers, refund, decisions, window } = policy;
  return [
    ...(window.howToReturn
      ? [[['window', 'howToReturn'], window.howToReturn] satisfies [PropertyKey[], Sentence]]
      : []),
    ...factors.flatMap(
      ({ says, tells }, index): Array<[PropertyKey[], Sentence]> => [
        [['factors', index, 'says'], says],
        ...(tells ? [[['factors', index, 'tells'], tells] satisfies [PropertyKey[], Sentence]] : []),
      ],
    ),
    ...offers.flatMap(
      ({ name, says }, index): Array<[PropertyKey[], Sentence]> => [
        [['offers', index, 'name'], name],
        [['offers', index, 'says'], says],
      ],
    ),
    [['refund', 'method'], refund.method],
    ...refund.others.map(({ method }, index): [PropertyKey[], Sentence] => [
      ['refund', 'others', index, 'method'],
      method,
    ]),
    ...Object.entries(decisions).flatMap(
      ([outcome, says]): Array<[PropertyKey[], Sentence]> => (says ? [[['decisions', outcome], says]] : []),
    ),
  ];
}
