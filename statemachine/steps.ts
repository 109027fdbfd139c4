import * as z from 'zod';

/** What each step of the flow is given and gives back. The ASL file names the fields; a test holds the two together. */
const caseId = z.string().min(1);
const round = z.int().positive();
const waitSeconds = z.int().positive();

export const NotifyInput = z.strictObject({
  caseId,
  mail: z.enum(['acknowledgement', 'decision']),
});
export const NotifyOutput = z.strictObject({});

export const EvaluateInput = z.strictObject({ caseId });
/**
 * `ask`: the open round, and how long it may wait before its next reminder or deadline. `tell`: it is decided, or there is nothing
 * left to decide.
 */
export const RoundOutput = z.strictObject({ next: z.enum(['ask', 'tell']), round, waitSeconds });

/** `enteredAt` and `attempt` say which try of the step is the latest. */
export const RequestApprovalInput = z.strictObject({
  caseId,
  taskToken: z.string().min(1),
  enteredAt: z.iso.datetime({ offset: true }),
  attempt: z.int().nonnegative(),
  round,
  waitSeconds,
});

export const LookAgainInput = z.strictObject({ caseId, round });

export const LookAfterInput = z.strictObject({ caseId });
/** `wait`: until the next thing is due. `close`: nothing is any more. `again`: the customer objected, and it has to be decided anew. */
export const LookAfterOutput = z.strictObject({ next: z.enum(['wait', 'close', 'again']), waitSeconds });

export const FollowThroughInput = z.strictObject({
  caseId,
  taskToken: z.string().min(1),
  enteredAt: z.iso.datetime({ offset: true }),
  attempt: z.int().nonnegative(),
  waitSeconds,
});

export const ReportFailureInput = z.strictObject({ caseId, error: z.string(), cause: z.string() });
