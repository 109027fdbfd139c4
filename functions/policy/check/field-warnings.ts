import { isSameAddress } from '../../domain/address.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Warning } from './warnings.ts';

/** What has no effect, or not the one that is meant, beside conditions and routes. */
export function fieldWarnings(policy: Policy): Warning[] {
  return [...holidays(policy), ...promises(policy), ...askedTwice(policy), ...noSecondLook(policy)];
}

/** Without business hours hours run day and night, on holidays too. */
function holidays({ shop }: Policy): Warning[] {
  if (shop.businessHours || shop.holidays.length === 0) return [];
  const message = 'have no effect without shop.businessHours: hours run day and night';
  return [{ path: ['shop', 'holidays'], message }];
}

/** The levels' deadlines, one after the other, are within what the customer is promised. */
function promises({ approval }: Policy): Warning[] {
  const hours = approval.levels.reduce((sum, { deadlineHours }) => sum + deadlineHours, 0);
  if (hours <= approval.answerWithinHours) return [];
  const message = `the customer is promised an answer within ${approval.answerWithinHours} hours, and the levels have ${hours} together`;
  return [{ path: ['approval', 'answerWithinHours'], message }];
}

/** The first level whose decision leaves nobody who may decide on as much when the customer asks for a second look: they are offered none. */
function noSecondLook({ approval: { levels } }: Policy): Warning[] {
  const alone = levels.findIndex(({ upTo, approvers, answers }) => {
    const covering = levels.filter(
      (one) => one.upTo === undefined || (upTo !== undefined && one.upTo >= upTo),
    );
    const people = covering.flatMap((one) => one.approvers);
    const covered = people.filter((person, index) => isFirstOf(people, person, index)).length;
    const deciding = answers === 'all' ? approvers.length : answers === 'first' ? 1 : answers;
    return covered <= deciding;
  });
  if (alone < 0) return [];
  const message =
    'leaves nobody else who may decide on as much: a customer they decline is offered no second look, unless another person is named at this level or above';
  return [{ path: ['approval', 'levels', alone, 'approvers'], message }];
}

function isFirstOf(people: readonly string[], person: string, index: number): boolean {
  return people.findIndex((one) => isSameAddress(one, person)) === index;
}

/** Approvers named twice in a level, and levels that ask only whoever was asked before. */
function askedTwice({ approval: { levels } }: Policy): Warning[] {
  return levels.flatMap(({ approvers }, level) => {
    const path = ['approval', 'levels', level, 'approvers'];
    const twice = approvers.flatMap((person, index) => {
      return isFirstOf(approvers, person, index)
        ? []
        : [{ path: [...path, index], message: `${person} is named twice at this level and asked once` }];
    });
    const before = levels[level - 1];
    const nobodyNew =
      before !== undefined &&
      approvers.every((person) => before.approvers.some((one) => isSameAddress(one, person)));
    if (!nobodyNew) return twice;
    const message = `asks nobody whom ${before.name} has not asked already: name somebody else, or leave the level out`;
    return [...twice, { path, message }];
  });
}
