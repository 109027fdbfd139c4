import { createHmac } from 'node:crypto';
import { behaviours } from './behaviours.ts';
import { clientOf, type Target } from './target.ts';

export interface Outcome {
  sessions: number;
  requests: number;
  /** Sessions after which something had been recorded, by what the scanner did. */
  decided: Record<string, number>;
}

/** Lets so many scanners loose on a target, each way to scan (`but` some) as often as the others; the same seed does the same. */
export async function scan(
  target: Target,
  sessions: number,
  seed = 1,
  but: readonly string[] = [],
): Promise<Outcome> {
  const ways = Object.entries(behaviours).filter(([name]) => !but.includes(name));
  const outcome: Outcome = { sessions, requests: 0, decided: {} };
  const counting: Target = {
    ...target,
    fetch: (request) => {
      outcome.requests += 1;
      return target.fetch(request);
    },
  };
  const client = clientOf(counting);
  const random = generator(seed);
  for (let session = 0; session < sessions; session++) {
    const way = ways[session % ways.length];
    if (!way) continue;
    const [name, behave] = way;
    const prey = await target.next(session);
    await behave(client, prey, random);
    if (await prey.changed()) outcome.decided[name] = (outcome.decided[name] ?? 0) + 1;
  }
  return outcome;
}

/** Numbers from 0 to 1 that look random and are the same every time. */
function generator(seed: number): () => number {
  let count = 0;
  return () => createHmac('sha256', `${seed}`).update(`${count++}`).digest().readUInt32BE() / 2 ** 32;
}
