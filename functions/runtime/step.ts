import * as z from 'zod';
import { InvalidInput } from '../domain/errors.ts';

/** A step of the flow: a schema for what it is given and gives back, and the use case between them. */
export interface Step<In extends z.ZodType, Out extends z.ZodType, Services> {
  input: In;
  output: Out;
  run(services: Services, input: z.output<In>): Promise<z.input<Out>>;
}

/** The function the flow invokes. Throws InvalidInput naming each field that is not as it has to be. */
export function stepHandler<In extends z.ZodType, Out extends z.ZodType, Services>(
  step: Step<In, Out, Services>,
  services: () => Promise<Services>,
): (event: unknown) => Promise<z.output<Out>> {
  return async (event) => {
    const input = step.input.safeParse(event);
    if (!input.success) {
      throw new InvalidInput(`the step's input is wrong:\n${z.prettifyError(input.error)}`, {
        cause: input.error,
      });
    }
    return step.output.parse(await step.run(await services(), input.data));
  };
}
