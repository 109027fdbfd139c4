import type { CompiledPolicy } from '../../../functions/domain/weighing.ts';
import { loadPolicy } from '../../../functions/policy/load.ts';
import { changedPolicy } from '../policy.ts';
import { type Plant, plants } from './plants.ts';

type Change = [from: string, to: string];
const named = (version: string, ...changes: Change[]) =>
  loadPolicy(changedPolicy(['"2026-11-01"', `"${version}"`], ...changes), version);

/** The month, from 0, in which the guidelines get other words in every year: a question that blames whatever changes is found out. */
const REWORDED = 3;
const words: Change = ['did not get what they paid for.', 'paid for something else.'];
const { version, month: worseFrom, weight } = plants.badPolicyChange;
const weightOf = (number: number) => `when: "!product.returnable"\n    weight: ${number}`;

const first = named('2025-11-01');
const reworded = named('2026-02-01', words);
const worse = named(version, words, [weightOf(-2), weightOf(weight)]);

/** The guidelines of a made-up year; the last of them are in use only where they are planted. */
export const yearPolicies: readonly CompiledPolicy[] = [first, reworded, worse];

/** The guidelines in use in a month, and those by which people decide in it: they go on as before a bad change. */
export function guidelinesOf(month: number, planted: ReadonlySet<Plant>) {
  const heeded = month < REWORDED ? first : reworded;
  const isWorse = planted.has('badPolicyChange') && month >= worseFrom;
  return { inUse: isWorse ? worse : heeded, heeded };
}
