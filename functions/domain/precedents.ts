import * as z from 'zod';
import type { DecidedCase } from './case.ts';
import type { Decision, Outcome } from './decision.ts';
import type { Facts } from './facts.ts';
import { Likeness, similarity } from './likeness.ts';
import { Money } from './money.ts';
import type { PrecedentRules } from './policy.ts';
import { Instant } from './time.ts';
import { unnamed } from './unnamed.ts';

/** How many of the closest decided cases are shown, and counted by the guidelines. */
export const CLOSEST = 5;
/**
 * The decided cases a new one is compared with: enough that a shop with some hundred thousand of them compares with all of the same
 * reason and category, few enough that the index answers at once (some 200 bytes each, and DynamoDB answers 1 MB).
 */
export const MOST_CANDIDATES = 1_000;

/** A decided case that a request may be like, before anybody has looked at how it was decided. */
export interface Candidate {
  caseId: string;
  decidedAt: Instant;
  like: Likeness;
}

const outcome = z.enum(['approved', 'part-approved', 'alternative', 'declined']) satisfies z.ZodType<Outcome>;

/** What a decided case leaves for the ones like it. Nothing in it says whose case it was. */
export const Precedent = z.object({
  caseId: z.string(),
  decidedAt: Instant,
  level: z.int().nonnegative(),
  like: Likeness,
  outcome,
  /** The money given, or the offer made in its place. */
  amount: Money.optional(),
  offer: z.string().optional(),
  /** The words the approver gave, without what would name the customer. */
  reason: z.string().optional(),
});
export type Precedent = z.infer<typeof Precedent>;

/**
 * What a case was compared with: how it is like others itself, and the closest decided ones, the closest first. Their approvers'
 * words are not copied here: they are read where they are shown, and go when their case goes.
 */
export const FoundPrecedents = z.object({
  like: Likeness,
  closest: z.array(
    z.object({
      caseId: z.string(),
      decidedAt: Instant,
      outcome,
      amount: Money.optional(),
      offer: z.string().optional(),
      /** From 0 (wholly different) to 1 (the same in everything that is compared). */
      similarity: z.number().min(0).max(1),
    }),
  ),
});
export type FoundPrecedents = z.infer<typeof FoundPrecedents>;

/** The candidates that are alike enough, the closest first, of equally close ones the newest first. */
export function closest<C extends Candidate>(
  candidates: readonly C[],
  like: Likeness,
  policy: PrecedentRules,
): Array<C & { similarity: number }> {
  return candidates
    .map((one) => ({ ...one, similarity: similarity(like, one.like, policy) }))
    .filter((one) => one.similarity >= policy.alikeAtLeast)
    .sort((a, b) => b.similarity - a.similarity || Date.parse(b.decidedAt) - Date.parse(a.decidedAt));
}

/** What guidelines may ask about precedents. */
export function precedentFacts({ closest: found }: FoundPrecedents): Facts['precedents'] {
  const approved = found.filter((one) => directionOf(one.outcome) === 'approved').length;
  return { count: found.length, approvedShare: found.length === 0 ? 0 : approved / found.length };
}

/** Which way a decision went: the money or some of it, something else in its place, or nothing. */
export type Direction = 'approved' | 'alternative' | 'declined';

export function directionOf(decided: Outcome): Direction {
  return decided === 'part-approved' ? 'approved' : decided;
}

/** The way most precedents went, and how many of how many. */
export interface Line {
  direction: Direction;
  count: number;
  of: number;
}

/** The way most of the precedents went; where two ways are even, the one that is better for the customer. */
export function lineOf({ closest: found }: FoundPrecedents): Line | undefined {
  const count = (direction: Direction) =>
    found.filter((one) => directionOf(one.outcome) === direction).length;
  const lines = (['approved', 'alternative', 'declined'] as const).map((direction) => ({
    direction,
    count: count(direction),
    of: found.length,
  }));
  return found.length === 0 ? undefined : lines.reduce((most, one) => (one.count > most.count ? one : most));
}

/** The line of a case's precedents where they are enough and agree enough that deciding otherwise needs a reason. */
export function clearLine(found: FoundPrecedents | undefined, policy: PrecedentRules): Line | undefined {
  const line = found && lineOf(found);
  const isClear =
    line && line.of >= policy.clearLine.count && line.count / line.of >= policy.clearLine.share - 1e-9;
  return isClear ? line : undefined;
}

/** What a decided case leaves behind; undefined for one that was evaluated before there were precedents. */
export function precedentOf(found: DecidedCase): Precedent | undefined {
  const { evaluation, decided, history } = found;
  if (!evaluation.precedents) return undefined;
  const { decision } = decided;
  const opened = history.find((event) => event.type === 'round-opened' && event.round === decided.round);
  const words = reasonGiven(decision);
  return {
    caseId: found.id,
    decidedAt: decided.at,
    level: opened?.type === 'round-opened' ? opened.level : found.round.level,
    like: evaluation.precedents.like,
    outcome: decision.outcome,
    ...('amount' in decision && { amount: decision.amount }),
    ...('offer' in decision && { offer: decision.offer }),
    ...(words && { reason: unnamed(words, found) }),
  };
}

/** Why it was decided so: what colleagues were told, else what the customer was. */
function reasonGiven(decision: Decision): string | undefined {
  return decision.againstPrecedents ?? (decision.outcome === 'declined' ? decision.reason : decision.note);
}
