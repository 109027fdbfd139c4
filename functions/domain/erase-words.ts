import type { Case, CaseEvent } from './case.ts';
import { replay } from './evolve.ts';
import type { Instant } from './time.ts';

const ERASED = '(erased)';

/**
 * The case without what one mail said in it, and who wrote that; its history says that it was so. For words that somebody else
 * than the customer wrote: the customer's own case is deleted as a whole.
 */
export function withoutWords(found: Case, mailId: string, at: Instant): Case {
  const history = found.history.map((event) =>
    event.type !== 'received' && isBy(mailId, event) ? blank(event) : event,
  );
  return replay(found.id, [...history, { type: 'words-erased', at, mailId }]);
}

type Words = Extract<CaseEvent, { type: `${string}-wrote` }>;

function isBy(mailId: string, event: CaseEvent): event is Words {
  return 'text' in event && 'mailId' in event && event.mailId === mailId;
}

function blank({ type, at, mailId }: Words): CaseEvent {
  return { type, at, mailId, from: ERASED, text: ERASED, attachments: [] };
}
