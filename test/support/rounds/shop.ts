import type * as z from 'zod';
import type { Evaluation } from '../../../functions/domain/evaluation.ts';
import type { Level, Policy } from '../../../functions/domain/policy.ts';
import { Policy as PolicySchema } from '../../../functions/domain/policy.ts';
import { defaultPolicy } from '../policy.ts';

export const ANA = 'ana@shop.example';
export const BEA = 'bea@shop.example';
export const CAI = 'cai@shop.example';
export const DAN = 'dan@shop.example';
export const MARIA = 'maria@example.com';

export const evaluation: Evaluation = { route: 'manager', score: 1, factors: [], policyVersion: 'test' };

type Written = Pick<Level, 'approvers'> & Partial<Level>;
type Approval = Partial<Omit<z.input<typeof PolicySchema>['approval'], 'levels'>>;

/**
 * The sample shop with these levels, named Manager, Head and Director, checked as a policy is before it goes live. Every level
 * reminds after 24 hours and passes on after 36.
 */
export function shopOf(levels: Written[], approval: Approval = {}): Policy {
  const { policy } = defaultPolicy;
  const written = levels.map((level, index) => {
    const waits = { name: NAMES[index] ?? `Level ${index}`, reminderHours: 24, deadlineHours: 36 };
    return { answers: 'first' as const, ...waits, ...level };
  });
  const changed = { ...policy, approval: { ...policy.approval, ...approval, levels: written } };
  // Conditions were checked with the file the policy is from.
  const { approval: checked } = PolicySchema.shape;
  return { ...changed, approval: checked.parse(changed.approval) };
}
const NAMES = ['Manager', 'Head', 'Director'];
