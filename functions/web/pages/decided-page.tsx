import { isSameAddress } from '../../domain/address.ts';
import type { DecidedCase } from '../../domain/case.ts';
import { newMoney, refundsBefore, sumsOf } from '../../domain/granted.ts';
import { formatMoney } from '../../domain/money.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Block } from '../../mail/blocks.ts';
import { formatInstant } from '../../wording/format.ts';
import { pageCatalogue } from '../catalogue/index.ts';
import type { DecisionView } from '../decision-view.ts';
import { Page } from '../layout.tsx';
import { Blocks } from './blocks.tsx';
import { decisionBlocks } from './decision-blocks.ts';

type Decided = Extract<DecisionView, { state: 'decided' }>;
type Withdrawn = Extract<DecisionView, { state: 'withdrawn' }>;

/** What was decided, by whom and when: after a decision, and for every click that comes after it. */
export function DecidedPage({ view, policy }: { view: Decided; policy: Policy }) {
  const { staffLanguage: language, timeZone } = policy.shop;
  const says = pageCatalogue[language].decided;
  const { found, person, recorded } = view;
  const { by, at, with: others = [] } = found.decided;
  const when = formatInstant(at, language, timeZone);
  return (
    <Page language={language} title={says.title(found.id)} brand={policy.shop.name}>
      <p class="eyebrow">{found.id}</p>
      <h1>{recorded ? says.thanks : says.already}</h1>
      <p class="lead">
        {isSameAddress(by, person) ? says.byYou(when) : says.byOther(by, when)}{' '}
        {others.length > 0 && `${says.together(others.join(', '))} `}
        {recorded ? says.customerNext : says.nothingToDo}
      </p>
      <section class="card">
        <h2>{says.what}</h2>
        <Blocks blocks={[...decisionBlocks(found.decided.decision, policy), ...moneyBefore(found, policy)]} />
      </section>
    </Page>
  );
}

/** Where the customer had objected: what was granted before, and what comes on top of it. */
function moneyBefore(found: DecidedCase, { shop: { staffLanguage: language } }: Policy): Block[] {
  const before = refundsBefore(found);
  if (before.length === 0) return [];
  const says = pageCatalogue[language].decided;
  const more = newMoney(found);
  const sums = sumsOf(before).map((sum) => formatMoney(sum, language));
  const rows = [
    { label: says.before, value: new Intl.ListFormat(language).format(sums) },
    { label: says.more, value: more ? formatMoney(more, language) : says.nothingMore },
  ];
  return [{ type: 'facts', rows }];
}

/** For an approver whose customer takes the request back. */
export function WithdrawnPage({ view, policy }: { view: Withdrawn; policy: Policy }) {
  const { staffLanguage: language, timeZone } = policy.shop;
  const says = pageCatalogue[language].withdrawn;
  const { found } = view;
  return (
    <Page language={language} title={says.title(found.id)} brand={policy.shop.name}>
      <p class="eyebrow">{found.id}</p>
      <h1>{says.heading}</h1>
      <p class="lead">{says.says(formatInstant(found.withdrawnAt, language, timeZone))}</p>
      <p>{says.next}</p>
    </Page>
  );
}
