import { refundOf } from '../../domain/decision.ts';
import { formatMoney } from '../../domain/money.ts';
import type { Policy } from '../../domain/policy.ts';
import { type Block, section } from '../../mail/blocks.ts';
import { formatInstant } from '../../wording/format.ts';
import { terms } from '../../wording/terms.ts';
import { pageCatalogue } from '../catalogue/index.ts';
import type { DecisionView } from '../decide-case.ts';
import { Page } from '../layout.tsx';
import { Blocks } from './blocks.tsx';

type Decided = Extract<DecisionView, { state: 'decided' }>;
type Withdrawn = Extract<DecisionView, { state: 'withdrawn' }>;
type PassedOn = Extract<DecisionView, { state: 'passed-on' }>;

/** What was decided, by whom and when: after a decision, and for every click that comes after it. */
export function DecidedPage({ view, policy }: { view: Decided; policy: Policy }) {
  const { staffLanguage: language, timeZone } = policy.shop;
  const says = pageCatalogue[language].decided;
  const { found, person, recorded } = view;
  const { by, at } = found.decided;
  const when = formatInstant(at, language, timeZone);
  return (
    <Page language={language} title={says.title(found.id)} brand={policy.shop.name}>
      <p class="eyebrow">{found.id}</p>
      <h1>{recorded ? says.thanks : says.already}</h1>
      <p class="lead">
        {by === person ? says.byYou(when) : says.byOther(by, when)}{' '}
        {recorded ? says.customerNext : says.nothingToDo}
      </p>
      <section class="card">
        <h2>{says.what}</h2>
        <Blocks blocks={decisionBlocks(found.decided.decision, policy)} />
      </section>
    </Page>
  );
}

function decisionBlocks(decision: Decided['found']['decided']['decision'], policy: Policy): Block[] {
  const { staffLanguage: language } = policy.shop;
  const says = pageCatalogue[language].decided;
  const { facts, outcomes } = terms[language];
  const money = refundOf(decision);
  const rows = [{ label: facts.outcome, value: outcomes[decision.outcome] }];
  if (money) rows.push({ label: says.amount, value: formatMoney(money, language) });
  if (decision.outcome === 'alternative') {
    const offer = policy.offers.find(({ id }) => id === decision.offer);
    rows.push({ label: says.offer, value: offer?.name[language] ?? decision.offer });
  }
  const [label, text] =
    decision.outcome === 'declined' ? [says.reason, decision.reason] : [says.note, decision.note];
  const written = [
    [label, text],
    [says.against, decision.againstPrecedents],
  ] as const;
  const words = written.flatMap(([heading, words]) =>
    words ? section(heading, { type: 'quote', text: words }) : [],
  );
  return [{ type: 'facts', rows }, ...words];
}

/** For an approver whose round is over without a decision: to whom the request went, and when. */
export function PassedOnPage({ view, policy }: { view: PassedOn; policy: Policy }) {
  const { staffLanguage: language, timeZone } = policy.shop;
  const says = pageCatalogue[language].passedOn;
  const { found, round } = view;
  const next = found.history.find((event) => event.type === 'round-opened' && event.round === round + 1);
  const level = next?.type === 'round-opened' ? next.level : found.round.level;
  const name = policy.approval.levels[level]?.name ?? String(level + 1);
  return (
    <Page language={language} title={says.title(found.id)} brand={policy.shop.name}>
      <p class="eyebrow">{found.id}</p>
      <h1>{says.heading}</h1>
      <p class="lead">{says.says(name, formatInstant(next?.at ?? found.updatedAt, language, timeZone))}</p>
      <p>{says.next}</p>
    </Page>
  );
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
