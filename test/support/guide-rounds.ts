import { isSameAddress } from '../../functions/domain/address.ts';
import { firstLevelFor, type Staffing, whoIsAsked } from '../../functions/domain/approvers.ts';
import type { Case } from '../../functions/domain/case.ts';
import { decide } from '../../functions/domain/decide.ts';
import type { Decision } from '../../functions/domain/decision.ts';
import { evolve } from '../../functions/domain/evolve.ts';
import { parseMoney } from '../../functions/domain/money.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import { instantAt } from '../../functions/domain/time.ts';
import { AT, given, received } from './cases.ts';

/** How the guide calls a person: by what stands before the @. */
const nameOf = (address: string) => address.split('@', 1)[0] ?? '';

/** Who is asked, as the guide says it: `asked for 50.00 on 2026-12-21 by tom@mail.example` is `Manager: rui for ana`. */
export function whoIsAskedFor(example: string, policy: Policy): string | undefined {
  const parts = /^asked for ([\d.]+)(?: on (\S+))?(?: by (\S+))?$/.exec(example);
  if (!parts) return undefined;
  const [, asked = '', day = '2026-11-02', customer = 'maria@mail.example'] = parts;
  const at = instantAt(day, '12:00', policy.shop.timeZone);
  const staffing: Staffing = { policy, absences: [], customer, excluded: [], at };
  const amount = parseMoney(asked, policy.shop.currency);
  const { level, approvers, standIns } = whoIsAsked(staffing, firstLevelFor(staffing, amount));
  const name = policy.approval.levels[level]?.name ?? '';
  const people = approvers.map((person) => {
    const instead = standIns.find((one) => one.person === person);
    return nameOf(person) + (instead ? ` for ${nameOf(instead.for)}` : '');
  });
  // Examples about amounts alone name the level alone.
  return parts[2] || parts[3] ? `${name}: ${people.join(', ')}` : name;
}

/** What answers come to, as the guide says it: `150.00: ana approves, eva declines` is `Desk waits for rui`. */
export function answersComeTo(example: string, policy: Policy): string | undefined {
  const [, asked = '', answers] = /^([\d.]+): (.*)$/.exec(example) ?? [];
  if (answers === undefined) return undefined;
  const amount = parseMoney(asked, policy.shop.currency);
  if (!amount) throw new Error(`${asked} is no amount`);
  const evaluation = { route: 'manager', score: 0, factors: [], policyVersion: 'guide' } as const;
  const rules = { at: AT, policy };
  let found = given(received({ amount: { source: 'order', value: amount } })).after({
    type: 'record-evaluation',
    evaluation: { ...evaluation, factors: [] },
    ...rules,
  });
  for (const answer of answers.split(', ')) {
    const [who, does] = answer.split(' ');
    const decision: Decision =
      does === 'approves' ? { outcome: 'approved', amount } : { outcome: 'declined', reason: 'Worn.' };
    if (found.status !== 'awaiting-decision') throw new Error(`${example}: decided before ${answer}`);
    const command = {
      type: 'decide-round',
      round: found.round.number,
      by: `${who}@shop.example`,
      decision,
    } as const;
    found = decide({ ...command, ...rules }, found).reduce<Case>(evolve, found);
  }
  if (found.status === 'awaiting-decision') {
    const { approvers, answers, levelName } = found.round;
    const silent = approvers.filter((one) => !answers.some(({ by }) => isSameAddress(by, one)));
    return `${levelName} waits for ${silent.map(nameOf).join(', ')}`;
  }
  if (!('decided' in found)) throw new Error(`${example}: ${found.status}`);
  const { by, with: others = [], decision } = found.decided;
  const together = others.length > 0 ? ` with ${others.map(nameOf).join(', ')}` : '';
  return `decided by ${nameOf(by)}${together}: ${decision.outcome}`;
}
