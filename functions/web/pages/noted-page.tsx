import { isSameAddress } from '../../domain/address.ts';
import { answersNeeded } from '../../domain/answers.ts';
import type { Policy } from '../../domain/policy.ts';
import { disagrees, isAlike, isWithinLimit, silent } from '../../domain/round.ts';
import { formatInstant } from '../../wording/format.ts';
import { pageCatalogue } from '../catalogue/index.ts';
import type { DecisionView } from '../decision-view.ts';
import { Page } from '../layout.tsx';
import { Blocks } from './blocks.tsx';
import { decisionBlocks } from './decision-blocks.ts';

type Answered = Extract<DecisionView, { state: 'answered' }>;
type Asked = Extract<DecisionView, { state: 'asked' }>;

/** After an answer that does not decide by itself: how many are missing, and whom it waits for. */
export function AnsweredPage({ view, policy }: { view: Answered; policy: Policy }) {
  const { staffLanguage: language } = policy.shop;
  const says = pageCatalogue[language].answered;
  const { found, decision, recorded } = view;
  const { answers } = found.round;
  const alike = answers.filter((one) => !one.outdated && isAlike(one.decision, decision)).length;
  const missing = Math.max(1, answersNeeded(found, decision, policy) - alike);
  const waitsFor = silent(found.round);
  const isSplit = disagrees(found.round);
  const isStuck = !isWithinLimit(found.round, decision) || (waitsFor.length === 0 && !isSplit);
  return (
    <Page language={language} title={says.title(found.id)} brand={policy.shop.name}>
      <p class="eyebrow">{found.id}</p>
      <h1>{recorded ? says.thanks : says.already}</h1>
      <p class="lead">
        {isStuck ? says.nobody : isSplit ? says.disagree : says.more(missing)}{' '}
        {waitsFor.length > 0 && says.waitsFor(waitsFor.join(', '))}
      </p>
      <p>{isSplit ? says.think : says.change}</p>
      <section class="card">
        <h2>{says.what}</h2>
        <Blocks blocks={decisionBlocks(decision, policy)} />
      </section>
    </Page>
  );
}

/** After a question to the customer: what is asked, by whom and until when the request waits. `at`: the page of the link. */
export function AskedPage({ view, policy, at }: { view: Asked; policy: Policy; at: string }) {
  const { staffLanguage: language, timeZone } = policy.shop;
  const says = pageCatalogue[language].asked;
  const { found, person, recorded } = view;
  const { question } = found.round;
  const isOwn = question !== undefined && isSameAddress(question.by, person);
  return (
    <Page language={language} title={says.title(found.id)} brand={policy.shop.name}>
      <p class="eyebrow">{found.id}</p>
      <h1>{recorded ? says.thanks : says.already}</h1>
      {question && (
        <>
          <p class="lead">
            {!isOwn && `${says.other(question.by)} `}
            {says.until(formatInstant(question.until, language, timeZone))}
          </p>
          <section class="card">
            <h2>{says.what}</h2>
            <Blocks blocks={[{ type: 'quote', text: question.text }]} />
          </section>
        </>
      )}
      <p>
        <a href={at}>{says.decide}</a>
      </p>
    </Page>
  );
}
