import type { CaseEvent } from '../../domain/case.ts';
import type { Policy } from '../../domain/policy.ts';
import { formatInstant } from '../../wording/format.ts';
import { terms } from '../../wording/terms.ts';
import { pageCatalogue } from '../catalogue/index.ts';
import type { OpenView } from '../decision-view.ts';
import { Blocks } from './blocks.tsx';
import { decisionLine } from './decision-blocks.ts';

interface Told {
  line: string;
  /** Somebody's own words. */
  quote?: string;
  more?: string;
}

/** What has happened since the page was opened from which a form was sent too late. It takes the focus. */
export function News({ view, policy }: { view: OpenView; policy: Policy }) {
  if (!view.news) return null;
  const says = pageCatalogue[policy.shop.staffLanguage].decide.news;
  return (
    <section class="notice bad" role="alert" tabindex={-1} autofocus>
      <h2>{says.heading}</h2>
      <p>{says.next}</p>
      {view.news
        .flatMap((event) => tell(event, policy) ?? [])
        .map(({ line, quote, more }) => (
          <>
            <p>{line}</p>
            {quote && (
              <Blocks blocks={[{ type: 'quote', text: quote, language: view.found.request.language }]} />
            )}
            {more && <p>{more}</p>}
          </>
        ))}
    </section>
  );
}

function tell(event: CaseEvent, policy: Policy): Told | undefined {
  const { staffLanguage: language, timeZone } = policy.shop;
  const says = pageCatalogue[language].decide.news;
  const at = formatInstant(event.at, language, timeZone);
  switch (event.type) {
    case 'customer-wrote': {
      const count = event.attachments.length;
      return {
        line: says[event.type](at),
        quote: event.text,
        ...(count > 0 && { more: says.attachments(count) }),
      };
    }
    case 'evaluated':
      return { line: says[event.type](terms[language].routes[event.evaluation.route]) };
    case 'round-opened':
      return { line: says[event.type](event.approvers.join(', '), at) };
    case 'approver-answered':
      return { line: says[event.type](event.by, decisionLine(event.decision, policy), at) };
    case 'question-asked':
      return { line: says[event.type](event.by, at), quote: event.text };
    case 'round-resumed':
      return { line: says[event.type][event.why] };
    default:
      return undefined;
  }
}
