import { bands } from '../../../functions/replay/draft/bands.ts';
import { asYaml, limits } from '../../../functions/replay/draft/write-factor.ts';
import { flips } from '../../../functions/replay/replayed.ts';
import { figures } from '../../../functions/replay/section.ts';
import { formatShare } from '../../../functions/wording/format.ts';
import { oneLine } from '../../../functions/wording/plain.ts';
import { terms } from '../../../functions/wording/terms.ts';
import type { Draft } from './draft.ts';

/** A draft in words: what people decided, the factor, what it would have changed and cost, and who was decided otherwise. */
export function tellDraft({ proposal, factor, compiled, replayed, against }: Draft, number: number): string {
  const { reason, category, range, way, cases, agreed, atLeast } = proposal;
  const { reasons } = terms.en;
  const { count, money, moneyChange } = figures('en', compiled.policy.shop.currency);
  const who = [
    Object.hasOwn(reasons, reason) ? reasons[reason as keyof typeof reasons] : reason,
    category === undefined ? 'any product' : oneLine(category),
    ...(range ? [bands[range.band].says(...limits(range))] : []),
  ].join(', ');
  const decided = way === 'approve' ? 'approved' : 'declined or met with something else';
  const { granted, before, after } = replayed.money;
  return [
    `${number}. ${who}: ${count(agreed)} of ${count(cases)} were ${decided} (at least ${formatShare(atLeast, 'en')}), which was not recommended. This factor would have said so:`,
    '',
    asYaml(factor).trimEnd().replaceAll(/^/gm, '   '),
    '',
    `   Replayed: ${count(flips(replayed))} of ${count(replayed.cases)} cases flip. In these, people granted ${money(granted)}; if the recommendation were followed`,
    `   it would be ${money(after)} instead of ${money(before)}: ${moneyChange(after - before)}.`,
    against.cases === 0
      ? '   Decided the other way: none.'
      : `   Decided the other way: ${count(against.cases)}, which are ${against.first.join(', ')}${against.cases > against.first.length ? ' and others' : ''}.`,
  ].join('\n');
}
