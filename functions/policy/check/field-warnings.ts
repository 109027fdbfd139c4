import { isSameAddress } from '../../domain/address.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Warning } from './warnings.ts';

/** What has no effect, or not the one that is meant, beside conditions and routes. */
export function fieldWarnings(policy: Policy): Warning[] {
  return [...holidays(policy), ...promises(policy), ...askedTwice(policy)];
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

/** Approvers named twice in a level, and levels that ask only whoever was asked before. */
function askedTwice({ approval: { levels } }: Policy): Warning[] {
  return levels.flatMap(({ approvers }, level) => {
    const path = ['approval', 'levels', level, 'approvers'];
    const twice = approvers.flatMap((person, index) => {
      const isFirst = approvers.findIndex((one) => isSameAddress(one, person)) === index;
      return isFirst
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
