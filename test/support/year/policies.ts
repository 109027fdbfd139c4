import { loadPolicy } from '../../../functions/policy/load.ts';
import { changedPolicy } from '../policy.ts';
import { type Plant, plants } from './plants.ts';

type Change = [from: string, to: string];
function named(version: string, ...changes: Change[]) {
  const text = changedPolicy(['"2026-11-01"', `"${version}"`], ...changes);
  return { text, compiled: loadPolicy(text, version) };
}

/** The month, from 0, in which the guidelines get other words in every year: a question that blames whatever changes is found out. */
const REWORDED = 3;
const words: Change = ['did not get what they paid for.', 'paid for something else.'];
const { version, month: worseFrom, weight } = plants.badPolicyChange;
const weightOf = (number: number) => `when: "!product.returnable"\n    weight: ${number}`;

/** The guidelines of a made-up year, in the order in which they come into use; the last of them only where they are planted. */
export const yearPolicies = {
  first: named('2025-11-01'),
  reworded: named('2026-02-01', words),
  worse: named(version, words, [weightOf(-2), weightOf(weight)]),
};

/** The guidelines in use in a month, and those by which people decide in it: they go on as before a bad change. */
export function guidelinesOf(month: number, planted: ReadonlySet<Plant>) {
  const { first, reworded, worse } = yearPolicies;
  const heeded = (month < REWORDED ? first : reworded).compiled;
  const isWorse = planted.has('badPolicyChange') && month >= worseFrom;
  return { inUse: isWorse ? worse.compiled : heeded, heeded };
}

/** The one of them that a case was weighed by. */
export function yearPolicyOf(fingerprint: string | null) {
  return Object.values(yearPolicies).find(({ compiled }) => compiled.fingerprint === fingerprint)?.compiled;
}
