import { randomUUID } from 'node:crypto';
import type { Target } from './target.ts';

/**
 * The baseline: how human approval is wired up in many tutorials of Step Functions. Two links in a mail, each with the task token in
 * it; a function behind them answers the flow as soon as one is opened. What it shows is that the suite can fail.
 */
export function tutorialTarget(): Target {
  const waiting = new Map<string, 'approved' | 'rejected' | undefined>();
  return {
    name: 'two links that decide when they are opened',
    async next() {
      const taskToken = randomUUID();
      waiting.set(taskToken, undefined);
      const link = (action: string) => `https://api.example/respond?action=${action}&taskToken=${taskToken}`;
      return {
        links: [link('approve'), link('reject')],
        foreign: [],
        changed: async () => waiting.get(taskToken) !== undefined,
      };
    },
    async fetch(request) {
      const { searchParams } = new URL(request.url);
      const taskToken = searchParams.get('taskToken') ?? '';
      const outcome = searchParams.get('action') === 'approve' ? 'approved' : 'rejected';
      if (!['GET', 'POST'].includes(request.method) || !waiting.has(taskToken))
        return new Response('{"message":"Missing Authentication Token"}', { status: 403 });
      if (waiting.get(taskToken) === undefined) waiting.set(taskToken, outcome);
      return new Response(JSON.stringify({ status: outcome }), { status: 200 });
    },
    async close() {},
  };
}
