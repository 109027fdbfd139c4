import { isSameAddress } from '../../domain/address.ts';
import type { AwaitingCase, CaseEvent } from '../../domain/case.ts';
import type { Policy } from '../../domain/policy.ts';
import { isWithinLimit } from '../../domain/round.ts';
import { formatFullDay, formatInstant } from '../../wording/format.ts';
import { pageCatalogue } from '../catalogue/index.ts';
import type { DecisionView, LeftView } from '../decision-view.ts';
import { Page } from '../layout.tsx';
import { Blocks } from './blocks.tsx';
import { ErrorSummary, Input } from './fields.tsx';

type PassedOn = Extract<DecisionView, { state: 'passed-on' }>;

/** For an approver whose round is over without a decision: why, to whom the request went, and when. */
export function PassedOnPage({ view, policy }: { view: PassedOn; policy: Policy }) {
  const { staffLanguage: language, timeZone } = policy.shop;
  const says = pageCatalogue[language].passedOn;
  const { found, round, link } = view;
  const at = found.history.findIndex((event) => event.type === 'round-opened' && event.round === round + 1);
  const next = found.history[at];
  const when = formatInstant(next?.at ?? found.updatedAt, language, timeZone);
  const level = levelOf(next, found, policy);
  const people = next?.type === 'round-opened' ? next.approvers.join(', ') : '';
  return (
    <Page language={language} title={says.title(found.id)} brand={policy.shop.name}>
      <p class="eyebrow">{found.id}</p>
      <h1>{says.heading}</h1>
      <p class="lead">
        {says.because[whyPassedOn(found, round, at)]}{' '}
        {people ? says.to(people, level, when) : says.nobody(level, when)}
      </p>
      {link ? <AskedAgain language={language} link={link} /> : <p>{says.next}</p>}
    </Page>
  );
}

function levelOf(next: CaseEvent | undefined, { round }: AwaitingCase, { approval }: Policy): string {
  const { level, levelName } = next?.type === 'round-opened' ? next : round;
  return levelName ?? approval.levels[level]?.name ?? String(level + 1);
}

/** What stands right before a round was opened says why the one before it ended. */
function whyPassedOn({ history }: AwaitingCase, round: number, at: number) {
  const begun = history.findIndex((event) => event.type === 'round-opened' && event.round === round);
  const between = history.slice(begun, at);
  if (between.some(({ type }) => type === 'objected')) return 'objected';
  if (between.some(({ type }) => type === 'reopened')) return 'reopened';
  const before = history[at - 1];
  if (before?.type === 'approver-left') return before.to === undefined ? 'left' : 'takenOver';
  if (before?.type !== 'approver-answered' || before.at !== history[at]?.at) return 'deadline';
  const opened = history[begun];
  const limit = opened?.type === 'round-opened' ? opened.limit : undefined;
  return isWithinLimit({ limit }, before.decision) ? 'answers' : 'recommended';
}

function AskedAgain({ language, link }: { language: Policy['shop']['staffLanguage']; link: string }) {
  const says = pageCatalogue[language].passedOn;
  return (
    <>
      <p>{says.yours}</p>
      <p>
        <a class="button" href={link}>
          {says.open}
        </a>
      </p>
    </>
  );
}

/** For an approver who is asked no longer: why, and who is. `mark`: for the form in which who is away says so anew. */
export function LeftPage({ view, policy, mark }: { view: LeftView; policy: Policy; mark: string }) {
  const { staffLanguage: language, timeZone } = policy.shop;
  const says = pageCatalogue[language].left;
  const { found, left, recorded, link } = view;
  const people = found.round.approvers.filter((one) => !isSameAddress(one, view.person)).join(', ');
  return (
    <Page language={language} title={says.title(found.id)} brand={policy.shop.name}>
      <p class="eyebrow">{found.id}</p>
      <h1>{says.headings[left.why]}</h1>
      <p class="lead">
        {says.says[left.why](formatInstant(left.at, language, timeZone))}{' '}
        {people ? says.with(people) : says.nobody} {recorded && people && says.mail}
      </p>
      {left.note && (
        <section class="card">
          <h2>{says.note}</h2>
          <Blocks blocks={[{ type: 'quote', text: left.note }]} />
        </section>
      )}
      {link ? <AskedAgain language={language} link={link} /> : <p>{says.next}</p>}
      {left.why === 'away' && <AwayForm view={view} policy={policy} mark={mark} />}
    </Page>
  );
}

function AwayForm({ view, policy, mark }: { view: LeftView; policy: Policy; mark: string }) {
  const { staffLanguage: language } = policy.shop;
  const { left: says, decide } = pageCatalogue[language];
  const { away, refused } = view;
  const errors = refused && refused !== 'stale' ? refused.errors : {};
  const [field, wrong] = Object.entries(errors)[0] ?? [];
  return (
    <form class="card" method="post" novalidate autocomplete="off">
      <h2>{says.back}</h2>
      {refused === 'stale' && <ErrorSummary text={decide.errors.stale} errors={[]} />}
      {wrong && <ErrorSummary text={decide.errors.summary} errors={[{ href: `#${field}`, error: wrong }]} />}
      <p>{away ? says.until(formatFullDay(away.until, language)) : says.notAway}</p>
      <input type="hidden" name="mark" value={mark} />
      <input type="hidden" name="choice" value="away" />
      <Input
        id="until"
        type="date"
        short
        value={view.until ?? ''}
        label={says.day}
        hint={says.dayHint}
        error={errors.until}
      />
      <Input
        id="awayCode"
        label={decide.code}
        hint={decide.codeHint(view.found.id)}
        error={errors.awayCode}
        value=""
        short
      />
      <button class="button" type="submit" name="do" value="record">
        {says.change}
      </button>
    </form>
  );
}
