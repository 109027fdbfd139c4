import * as z from 'zod';
import { InvalidInput, PublishRefused } from '../../../functions/domain/errors.ts';
import { PolicyAnswers, type PolicyRequest } from '../../../functions/publish-policy/answer.ts';
import type { ToPublish } from '../../../functions/publish-policy/publish.ts';
import { readSettings } from '../settings.ts';

/** The policies, where they are. Throws PublishRefused with why something is not done, InvalidInput where nobody answers. */
export interface Ask {
  list(limit: number): Promise<z.infer<typeof PolicyAnswers.list>>;
  read(number: number): Promise<z.infer<typeof PolicyAnswers.read>>;
  publish(given: ToPublish): Promise<z.infer<typeof PolicyAnswers.publish>>;
}

/** Asks a deployed function with the operator's own AWS credentials where one is named, else the Goodwill that runs here. */
export function askWhere(functionName: string | undefined): Ask {
  const [where, send] = functionName
    ? [functionName, invoke(functionName)]
    : [desk(), post(`${desk()}/policy`)];
  const ask = async <S extends z.ZodType>(schema: S, request: PolicyRequest): Promise<z.output<S>> => {
    const answer = await send(request);
    const refused = PolicyAnswers.refused.safeParse(answer);
    if (refused.success) throw new PublishRefused(refused.data.refused);
    const read = schema.safeParse(answer);
    if (read.success) return read.data;
    throw new InvalidInput(`${where} does not answer as Goodwill does:\n${z.prettifyError(read.error)}`);
  };
  return {
    list: (limit) => ask(PolicyAnswers.list, { action: 'list', limit }),
    read: (number) => ask(PolicyAnswers.read, { action: 'read', number }),
    publish: (given) => ask(PolicyAnswers.publish, { action: 'publish', ...given }),
  };
}

function desk(): string {
  return `http://localhost:${readSettings(process.env).webPort}`;
}

/** The table of one machine is open in one process at a time, so that process is asked. */
function post(url: string) {
  return async (request: PolicyRequest): Promise<unknown> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(request),
    }).catch((cause: unknown) => {
      throw new InvalidInput(
        `Nothing answers at ${url}. Start Goodwill with "npm start", set WEB_PORT to its port, or name the function of a ` +
          'deployment (output PublishPolicyFunctionName): --function <name>',
        { cause },
      );
    });
    return response.json().catch(() => undefined);
  };
}

function invoke(FunctionName: string) {
  return async (request: PolicyRequest): Promise<unknown> => {
    const { InvokeCommand, LambdaClient } = await import('@aws-sdk/client-lambda');
    const Payload = Buffer.from(JSON.stringify(request));
    const answer = await new LambdaClient({})
      .send(new InvokeCommand({ FunctionName, Payload }))
      .catch((cause: unknown) => {
        throw new InvalidInput(`AWS does not let ${FunctionName} be called: ${cause}`, { cause });
      });
    const text = Buffer.from(answer.Payload ?? []).toString();
    if (answer.FunctionError) throw new InvalidInput(`${FunctionName} failed: ${text}`);
    return JSON.parse(text);
  };
}
