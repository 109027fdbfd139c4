import type { Policy } from '../../domain/policy.ts';
import { resumedBlocks } from '../../mail/resumed-blocks.ts';
import { formatFullDay, formatInstant } from '../../wording/format.ts';
import { pageCatalogue } from '../catalogue/index.ts';
import type { OpenView, StandsIn } from '../decision-view.ts';
import { Blocks } from './blocks.tsx';

interface Props {
  view: OpenView;
  policy: Policy;
}

/** Whose page it is and in whose place they answer, and what the customer is being asked. */
export function Notices({ view, policy }: Props) {
  const { staffLanguage: language } = policy.shop;
  const says = pageCatalogue[language].decide;
  const { standsIn, away, isBack, found } = view;
  const resumed = found.round.question ? [] : resumedBlocks(found, policy, view.person);
  return (
    <>
      {isBack && (
        <p class="notice good" role="status">
          {says.isBack}
        </p>
      )}
      <div class="notice">
        <p>
          <strong>{says.belongs(view.person)}</strong>
        </p>
        {standsIn && <StandsInFor standsIn={standsIn} policy={policy} />}
        <p class="small">{says.forwarded}</p>
      </div>
      {away && <p class="notice warn">{says.youAreAway(formatFullDay(away.until, language))}</p>}
      {resumed.length > 0 && (
        <section class="card">
          <Blocks blocks={resumed} />
        </section>
      )}
      <QuestionOpen view={view} policy={policy} />
    </>
  );
}

function StandsInFor({ standsIn, policy }: { standsIn: StandsIn; policy: Policy }) {
  const { staffLanguage: language, timeZone } = policy.shop;
  const says = pageCatalogue[language].decide.standsIn;
  if (standsIn.why === 'away')
    return <p>{says.away(standsIn.for, formatFullDay(standsIn.until, language))}</p>;
  if (standsIn.why === 'other') return <p>{says.other(standsIn.for)}</p>;
  return (
    <>
      <p>{says.handedOver(standsIn.for, formatInstant(standsIn.at, language, timeZone))}</p>
      {standsIn.note && <Blocks blocks={[{ type: 'quote', text: standsIn.note }]} />}
    </>
  );
}

function QuestionOpen({ view, policy }: Props) {
  const { question } = view.found.round;
  if (!question) return null;
  const { staffLanguage: language, timeZone } = policy.shop;
  const says = pageCatalogue[language].decide;
  const when = (at: string) => formatInstant(at, language, timeZone);
  return (
    <section class="notice warn">
      <p>{says.questionOpen(question.by, when(question.at), when(question.until))}</p>
      <Blocks blocks={[{ type: 'quote', text: question.text }]} />
      <p>{says.questionAllTheSame}</p>
    </section>
  );
}
