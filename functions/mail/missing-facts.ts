import { missingFrom } from '../domain/missing.ts';
import type { Policy } from '../domain/policy.ts';
import { formatDate } from '../wording/format.ts';
import { terms } from '../wording/terms.ts';
import type { Block } from './blocks.ts';
import type { EvaluatedCase } from './case-blocks.ts';
import { catalogue } from './catalogue/index.ts';

/** Where the guidelines would have the customer asked first: what is missing, whether they were asked, and what an approver can do. */
export function missingFacts(found: EvaluatedCase, { shop }: Policy): Block[] {
  if (found.evaluation.route !== 'ask-customer') return [];
  const { staffLanguage: language, timeZone } = shop;
  const says = catalogue[language].approval;
  const missing = missingFrom(found.request).map((one) => terms[language].missing[one]);
  const asked = found.history.find((event) => event.type === 'mail-sent' && event.kind === 'acknowledgement');
  const text = [
    ...(missing.length > 0 ? [says.notKnown(new Intl.ListFormat(language).format(missing))] : []),
    ...(missing.length > 0 && asked ? [says.wasAsked(formatDate(asked.at, language, timeZone))] : []),
    says.decideOrAsk,
  ];
  return [{ type: 'note', tone: 'info', text: text.join(' ') }];
}
