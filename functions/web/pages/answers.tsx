import { isSameAddress } from '../../domain/address.ts';
import { answersOfLevel } from '../../domain/answers.ts';
import type { AwaitingCase } from '../../domain/case.ts';
import { limitOf } from '../../domain/limits.ts';
import { formatMoney } from '../../domain/money.ts';
import type { Policy } from '../../domain/policy.ts';
import { disagrees } from '../../domain/round.ts';
import { formatInstant } from '../../wording/format.ts';
import { pageCatalogue } from '../catalogue/index.ts';
import type { OpenView } from '../decision-view.ts';
import { Blocks } from './blocks.tsx';
import { decisionLine, writtenBlocks } from './decision-blocks.ts';

/** Where a decision takes more than one answer: how many, and who has answered what. */
export function Answers({ view, policy }: { view: OpenView; policy: Policy }) {
  const { staffLanguage: language, timeZone } = policy.shop;
  const says = pageCatalogue[language].decide.answers;
  const { answers } = view.found.round;
  const rules = rulesOf(view.found, policy);
  const isSplit = disagrees(view.found.round);
  if (answers.length === 0 && rules.length === 0) return null;
  const own = answers.find(({ by }) => isSameAddress(by, view.person));
  return (
    <section class="card">
      <h2>{says.heading}</h2>
      {rules.map((rule) => (
        <p>{rule}</p>
      ))}
      {isSplit && <p class="notice warn">{says.disagree}</p>}
      {own && !isSplit && (
        <p class={own.outdated ? 'notice warn' : 'notice'}>{own.outdated ? says.again : says.yours}</p>
      )}
      {answers.length === 0 && <p class="muted">{says.none}</p>}
      {answers.length > 0 && (
        <ul class="list">
          {answers.map(({ by, at, decision, outdated }) => (
            <li>
              <p>
                <strong>{decisionLine(decision, policy)}</strong>
                <span class="source">{says.by(by, formatInstant(at, language, timeZone))}</span>
              </p>
              {outdated && <p class="muted">{says.outdated}</p>}
              <Blocks blocks={writtenBlocks(decision, policy)} level={4} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function rulesOf(found: AwaitingCase, policy: Policy): string[] {
  const says = pageCatalogue[policy.shop.staffLanguage].decide.answers;
  const several = answersOfLevel(found, policy);
  if (several > 1) return [says.several(several)];
  const { secondAbove } = policy.approval;
  if (secondAbove === undefined) return [];
  return [says.second(formatMoney(limitOf(secondAbove, policy), policy.shop.staffLanguage))];
}
