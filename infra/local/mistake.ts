import { GoodwillError } from '../../functions/domain/errors.ts';

/** Ends a command with what was wrong with it: the message for a mistake of ours to name, the whole error for any other. */
export function tellMistake(error: unknown): void {
  if (!(error instanceof GoodwillError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
