import { defineConfig } from 'vitest/config';

const project = (name: string, extra: object = {}) => ({
  test: { name, include: [`test/${name}/**/*.test.{ts,tsx}`], ...extra },
});

/**
 * One project a kind of test; docs/testing.md says which kind to write when. Where tests share nothing but modules, files share
 * them too: loading them anew for each took as long as the tests.
 */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    // Integration tests mostly wait; on two cores two of them wait at the same time.
    maxWorkers: 3,
    // Tests that say they may run at the same time mostly wait, too.
    maxConcurrency: 20,
    projects: [
      project('unit', {
        isolate: false,
        testTimeout: 20_000,
        server: { deps: { inline: ['dt-sql-parser'] } },
      }),
      project('contract', { isolate: false, testTimeout: 20_000 }),
      project('infra', { isolate: false, testTimeout: 60_000, hookTimeout: 60_000 }),
      project('integration', { testTimeout: 120_000, hookTimeout: 60_000 }),
      project('browser', { testTimeout: 60_000, hookTimeout: 60_000 }),
      project('deployed', { testTimeout: 300_000, hookTimeout: 300_000 }),
    ].map((one) => ({ extends: true as const, ...one })),
  },
});
