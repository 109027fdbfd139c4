import {
  ExecutionAlreadyExists,
  InvalidToken,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import { NotWaiting } from '../domain/errors.ts';
import type { Flow } from '../domain/ports.ts';

/**
 * The state machine in AWS Step Functions. An execution bears its case's reference as its name; one that was started again,
 * the version of the case as well.
 */
export function createSfnFlow(client: SFNClient, stateMachineArn: string | undefined): Flow {
  const start = async (caseId: string, name: string) => {
    if (!stateMachineArn) throw new Error('this function does not start flows: it has no STATE_MACHINE_ARN');
    try {
      await client.send(
        new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify({ caseId }) }),
      );
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  };
  return {
    start: (caseId) => start(caseId, caseId),

    startAgain: (caseId, version) => start(caseId, `${caseId}-${version}`),

    async succeed(token) {
      try {
        await client.send(new SendTaskSuccessCommand({ taskToken: token, output: '{}' }));
      } catch (error) {
        const gone =
          error instanceof TaskTimedOut || error instanceof TaskDoesNotExist || error instanceof InvalidToken;
        if (gone) throw new NotWaiting('the flow no longer waits for this answer', { cause: error });
        throw error;
      }
    },
  };
}
