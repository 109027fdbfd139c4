import type { Case } from '../../domain/case.ts';
import type { Policy } from '../../domain/policy.ts';
import { promise } from '../../domain/round-rules.ts';
import { formatDate } from '../../wording/format.ts';

/** The day until which a customer who objected gets an answer, in their language; undefined once it will not be kept. */
export function answerBy(found: Case, policy: Policy): string | undefined {
  const since = found.objection?.at ?? found.openedAt;
  // Before anybody is asked, what will be promised then.
  const { by, broken } = found.promised ?? { by: promise(since, policy).by, broken: false };
  return broken ? undefined : formatDate(by, found.request.language, policy.shop.timeZone);
}
