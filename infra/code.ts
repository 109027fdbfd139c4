import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { bundleFunction } from './bundle.ts';
import { type FunctionCode, POLICY_FILE } from './constructs/service-function.ts';

/** What the report asks lies beside the function that asks it. */
const QUERIES = fileURLToPath(new URL('../functions/analytics/queries', import.meta.url));

/** Bundled functions, each with the policy beside it. */
export function bundledCode(policy: string): FunctionCode {
  return (name) => {
    const { directory } = bundleFunction(name);
    writeFileSync(join(directory, POLICY_FILE), policy);
    if (name === 'report') cpSync(QUERIES, join(directory, 'queries'), { recursive: true });
    return Code.fromAsset(directory);
  };
}
