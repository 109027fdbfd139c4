import * as z from 'zod';
import { Instant } from './time.ts';

/**
 * A policy as it was put live, for good: nothing changes or deletes it. `number` counts from 1; 0 stands for the file of the
 * deployment, which is live until something is published. `version` is the name the text gives itself, which cases record.
 */
export const PublishedPolicy = z.object({
  number: z.int().positive(),
  version: z.string().min(1),
  /** The YAML file, comments and all. */
  text: z.string().min(1),
  by: z.string().min(1),
  at: Instant,
  /** What it changed of the one that was live before, in sentences. */
  changes: z.array(z.string()),
});
export type PublishedPolicy = z.infer<typeof PublishedPolicy>;
