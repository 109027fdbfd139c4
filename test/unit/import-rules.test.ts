import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import rules from '../../.dependency-cruiser.mjs';

/** For each rule a file that breaks it. Run in a folder of its own, with the rules of the real check. */
const planted: Record<string, Record<string, string>> = {
  'no-cycles': {
    'functions/intake/a.ts': "import { b } from './b.ts';\nexport const a = () => b;",
    'functions/intake/b.ts': "import { a } from './a.ts';\nexport const b = () => a;",
  },
  'pure-domain': {
    'functions/domain/clock.ts': "import { hrtime } from 'node:process';\nexport const now = hrtime;",
  },
  'sdk-only-in-adapters': {
    'functions/notify/direct.ts':
      "import { SESClient } from '@aws-sdk/client-ses';\nexport const ses = SESClient;",
  },
  'adapters-know-only-the-domain': {
    'functions/adapters/knowing.ts':
      "import { direct } from '../intake/c.ts';\nexport const knowing = direct;",
    'functions/intake/c.ts': 'export const direct = 1;',
  },
  'mails-and-pages-are-views': {
    'functions/mail/reading.ts':
      "import { knows } from '../adapters/store.ts';\nexport const reading = knows;",
    'functions/adapters/store.ts': 'export const knows = 1;',
  },
  'functions-do-not-know-where-they-run': {
    'functions/evaluate/local.ts': "import { desk } from '../../infra/desk.ts';\nexport const local = desk;",
    'infra/desk.ts': 'export const desk = 1;',
  },
  'handlers-are-the-end': {
    'functions/web/uses.ts': "import { handler } from '../export/handler.ts';\nexport const uses = handler;",
    'functions/export/handler.ts': 'export const handler = 1;',
  },
  'cdk-only-in-infra': {
    'functions/escalate/stack.ts': "import { Stack } from 'aws-cdk-lib';\nexport const stack = Stack;",
  },
};

const packages = {
  'node_modules/@aws-sdk/client-ses/index.js': 'export const SESClient = 1;',
  'node_modules/aws-cdk-lib/index.js': 'export const Stack = 1;',
};

describe('the import rules', () => {
  const folder = mkdtempSync(join(tmpdir(), 'goodwill-rules-'));
  let broken: Set<string>;

  beforeAll(async () => {
    for (const [file, text] of Object.entries(Object.assign({}, packages, ...Object.values(planted)))) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), `${text}\n`);
    }
    const { output } = await cruise(['functions', 'infra'], {
      ruleSet: { forbidden: rules.forbidden as IForbiddenRuleType[] },
      validate: true,
      baseDir: folder,
      doNotFollow: { path: 'node_modules' },
      tsPreCompilationDeps: true,
    });
    broken = new Set((output as ICruiseResult).summary.violations.map(({ rule }) => rule.name));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(rules.forbidden.map(({ name }) => name))('find a planted violation of %s', (name) => {
    expect(planted[name]).toBeDefined();
    expect(broken).toContain(name);
  });
});
