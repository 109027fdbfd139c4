import fc from 'fast-check';
import type { Policy } from '../../../functions/domain/policy.ts';
import type { Request } from '../../../functions/domain/request.ts';
import { unknown } from '../../../functions/domain/request.ts';
import type { Move } from './model.ts';
import { ANA, BEA, CAI, DAN, MARIA, shopOf } from './shop.ts';

const person = fc.constantFrom<string>(ANA, BEA, CAI, DAN);
const people = fc.uniqueArray(person, { minLength: 1, maxLength: 3 });

/** Whatever people, mails and time may do; mostly people who have something to say. */
export const anyMove: fc.Arbitrary<Move> = fc.oneof(
  { weight: 5, arbitrary: fc.constant({ move: 'wait' } as const) },
  { weight: 1, arbitrary: fc.record({ move: fc.constant('look' as const), hours: fc.nat(80) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      move: fc.constant('answer' as const),
      by: person,
      says: fc.constantFrom('full', 'part', 'declined'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      move: fc.constant('answer' as const),
      by: person,
      says: fc.constantFrom('full', 'declined'),
      round: fc.constant('first' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ move: fc.constant('conflict' as const), person }) },
  {
    weight: 2,
    arbitrary: fc.record({
      move: fc.constant('hand-over' as const),
      person,
      to: fc.oneof(person, fc.constant(MARIA)),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record(
      { move: fc.constant('away' as const), person, days: fc.nat(5), instead: person },
      { requiredKeys: ['move', 'person', 'days'] },
    ),
  },
  { weight: 2, arbitrary: fc.record({ move: fc.constant('ask' as const), by: person }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Move>(
      { move: 'write' },
      { move: 'write' },
      { move: 'write', tells: true },
      { move: 'write', says: 'thanks' },
      { move: 'write', says: 'withdraw' },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({ move: fc.constant('bounce' as const), to: fc.oneof(person, fc.constant(MARIA)) }),
  },
  { weight: 1, arbitrary: fc.record({ move: fc.constant('publish' as const), policy: fc.nat(2) }) },
);

const day = fc.constantFrom('2026-11-01', '2026-11-03', '2026-11-05', '2026-11-20');
const absence = fc
  .record(
    { approver: person, from: day, until: day, instead: person },
    { requiredKeys: ['approver', 'from', 'until'] },
  )
  .filter(({ from, until }) => from <= until);
const conflict = fc.record({ approver: person, customers: fc.constant<string[]>([MARIA]) });
const level = fc.record({
  approvers: people,
  answers: fc.constantFrom('first' as const, 'all' as const, 2),
});

/** A policy that may go live: what a check refuses is never asked by. */
export const anyShop: fc.Arbitrary<Policy> = fc
  .record({
    levels: fc.array(level, { minLength: 1, maxLength: 3 }),
    upTo: fc.constantFrom(undefined, 60, 100),
    secondAbove: fc.constantFrom(undefined, 50),
    absences: fc.array(absence, { maxLength: 2 }),
    conflicts: fc.array(conflict, { maxLength: 1 }),
    customerDays: fc.constantFrom(1, 7),
    answerWithinHours: fc.constantFrom(4, 72),
  })
  .map(({ levels, upTo, absences, conflicts, secondAbove, ...more }): Policy => {
    const asked: string[] = levels.flatMap(({ approvers }) => approvers);
    const known = ({ approver }: { approver: string }) => asked.includes(approver);
    const limited = levels.map(({ approvers, answers }, index) => ({
      approvers,
      answers: typeof answers === 'number' && approvers.length < answers ? ('all' as const) : answers,
      ...(index === 0 && levels.length > 1 && upTo !== undefined && { upTo }),
    }));
    const alone = limited.some(({ approvers }) => approvers.length < 2);
    const approval = { ...more, absences: absences.filter(known), conflicts: conflicts.filter(known) };
    return shopOf(limited, { ...approval, ...(!alone && secondAbove !== undefined && { secondAbove }) });
  });

/** Of whom, and for how much; nobody knows, or in another currency than the limits are. */
export const anyRequest: fc.Arbitrary<Partial<Request>> = fc.record({
  amount: fc.constantFrom<Request['amount']>(
    { source: 'order', value: { minor: 8990, currency: 'USD' } },
    { source: 'order', value: { minor: 4000, currency: 'BRL' } },
    unknown,
  ),
  customer: fc.constantFrom(MARIA, MARIA, ANA, CAI).map((address) => ({ address, name: unknown })),
});
