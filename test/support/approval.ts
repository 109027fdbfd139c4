import type { Level, Policy } from '../../functions/domain/policy.ts';
import { DEPUTY, HEAD, MANAGER, policyFor } from './sample-cases.ts';

/** The sample shop's policy, with a deputy at the first level and whatever else an approval is to be like. */
export function approvalWith(
  first: Partial<Level> = {},
  more: Partial<Policy['approval']> = {},
  language: Policy['shop']['staffLanguage'] = 'en',
): Policy {
  const policy = policyFor(language);
  const [manager, head] = policy.approval.levels;
  if (!manager || !head) throw new Error('the default policy has two levels');
  const levels = [
    { ...manager, approvers: [MANAGER, DEPUTY], ...first },
    { ...head, approvers: [HEAD] },
  ];
  return { ...policy, approval: { ...policy.approval, levels, ...more } };
}
