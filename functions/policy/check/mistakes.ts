import { isSameAddress } from '../../domain/address.ts';
import type { Policy } from '../../domain/policy.ts';
import { slownessOf } from './slow-pattern.ts';
import type { ConditionTrial } from './try-condition.ts';
import type { PolicyTrial } from './try-policy.ts';
import type { Warning } from './warnings.ts';

/** What must not go live, and only trying it out shows. */
export function mistakesOf(policy: Policy, trial: PolicyTrial): Warning[] {
  return [...slowPattern(policy), ...failures(trial), ...ownAddress(policy)];
}

/** Every mail is searched for order numbers, and anybody can write one. */
function slowPattern({ shop }: Policy): Warning[] {
  const slow = slownessOf(shop.orderNumber);
  if (slow === undefined) return [];
  const message =
    `takes more than ${slow.ms} ms to search ${slow.characters} characters, and far more for each one more, so that a mail could ` +
    'stop everything: one part may be repeated in one way only. Not (\\d+)+ but \\d+; best with its length, such as SH-\\d{5,8}';
  return [{ path: ['shop', 'orderNumber'], message }];
}

/** Conditions that cannot be worked out on facts a case can have: evaluating it would stop there. */
function failures(trial: PolicyTrial): Warning[] {
  const told =
    (list: 'factors' | 'routes') =>
    ({ failed }: ConditionTrial, index: number): Warning[] => {
      if (!failed) return [];
      const facts = Object.entries(failed.facts)
        .map(([name, value]) => `${name} is ${value}`)
        .join(', ');
      const message = `cannot be worked out where ${facts}: ${failed.why}. Rule that out before it, with &&`;
      return [{ path: [list, index, 'when'], message }];
    };
  return [...trial.factors.flatMap(told('factors')), ...trial.routes.flatMap(told('routes'))];
}

/** What is sent to the refunds address comes back as a customer's mail, so that nobody would be asked, or told to pay. */
function ownAddress({ shop, approval }: Policy): Warning[] {
  const people: Array<[PropertyKey[], string]> = [
    [['shop', 'finance'], shop.finance],
    ...approval.levels.flatMap(({ approvers }, level) =>
      approvers.map((person, index): [PropertyKey[], string] => [
        ['approval', 'levels', level, 'approvers', index],
        person,
      ]),
    ),
    ...approval.absences.flatMap(
      ({ instead }, index): Array<[PropertyKey[], string]> =>
        instead === undefined ? [] : [[['approval', 'absences', index, 'instead'], instead]],
    ),
  ];
  const message = `is shop.refunds, where customers write to: nobody would read it. An address of a person, such as manager@${shop.refunds.split('@').at(-1)}`;
  return people
    .filter(([, person]) => isSameAddress(person, shop.refunds))
    .map(([path]) => ({ path, message }));
}
