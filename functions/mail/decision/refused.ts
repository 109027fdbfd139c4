import { offerWorth } from '../../domain/granted.ts';
import type { Language } from '../../domain/language.ts';
import { formatMoney } from '../../domain/money.ts';
import { choicesOf, offersUntil } from '../../domain/settlement.ts';
import { type Block, section } from '../blocks.ts';
import { catalogue } from '../catalogue/index.ts';
import { offerButton, offerList } from '../offer-blocks.ts';
import { basisBlocks } from './basis.ts';
import { unchanged } from './granted.ts';
import { type Answer, kept, noteBlocks, type Of, objecting, opening, type Told } from './told.ts';

export function alternative(made: Of<'alternative'>, told: Told): Answer {
  const { found, reference, language, policy, asked, before } = told;
  const { decision: words } = catalogue[language];
  const says = words.alternative;
  const offer = policy.offers.find(({ id }) => id === made.offer);
  // A part of the money that is less than they were granted before offers nothing.
  if (offer && before.length > 0 && choicesOf(found, policy).length === 0) return unchanged(made.note, told);
  const name = offer?.name[language] ?? made.offer;
  const worth = offer && offerWorth(offer, asked, before);
  const value = worth ? `${name}: ${formatMoney(worth, language)}` : name;
  const isBonus = offer?.refundPercent === undefined && worth !== undefined;
  return {
    subject: says.subject(reference),
    preheader: says.preheader(value),
    title: says.title,
    blocks: [
      opening(made, told, before.length > 0 ? words.again.alternative : says.says),
      ...kept(told),
      {
        type: 'figure',
        label: says.offer,
        value,
        ...(offer && isBonus && { detail: bonus(offer.bonusPercent, told) }),
      },
      ...(offer ? [{ type: 'paragraph', text: offer.says[language] } as const] : []),
      ...choosing(told, says.how),
      ...noteBlocks(made.note, words.note),
      ...basisBlocks(told),
      ...objecting(told),
    ],
  };
}

export function declined(made: Of<'declined'>, told: Told): Answer {
  const { found, reference, language, policy, before } = told;
  const { decision: words } = catalogue[language];
  const says = words.declined;
  const instead = choicesOf(found, policy);
  return {
    subject: says.subject(reference),
    preheader: says.preheader,
    title: says.title,
    blocks: [
      opening(made, told, before.length > 0 ? words.again.declined : says.says),
      ...kept(told),
      ...section(says.why, { type: 'quote', text: made.reason }),
      ...(instead.length > 0
        ? section(says.instead, offerList(found, policy), ...choosing(told, says.choose))
        : []),
      ...basisBlocks(told),
      ...section(
        says.next,
        ...(told.links.object ? [] : [{ type: 'paragraph', text: says.wrong } as const]),
        ...objecting(told),
      ),
    ],
  };
}

/** The way to the page of the offers; without one, how a reply accepts them. */
function choosing({ found, links, policy }: Told, otherwise: string): Block[] {
  if (links.offers === undefined) return [{ type: 'paragraph', text: otherwise }];
  return offerButton(found, policy, links.offers, offersUntil(found, policy));
}

function bonus(percent: number, { language, before }: Told): string {
  const share = inPercent(percent, language);
  const words = catalogue[language];
  return before.length > 0 ? words.percentMoreOfRest(share) : words.percentMore(share);
}

function inPercent(percent: number, language: Language): string {
  const style = { style: 'percent', maximumFractionDigits: 2 } as const;
  return new Intl.NumberFormat(language, style).format(percent / 100);
}
