import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { bundleFunction } from './bundle.ts';
import { type FunctionCode, POLICY_FILE } from './constructs/service-function.ts';

/** Bundled functions, each with the policy beside it. */
export function bundledCode(policy: string): FunctionCode {
  return (name) => {
    const { directory } = bundleFunction(name);
    writeFileSync(join(directory, POLICY_FILE), policy);
    return Code.fromAsset(directory);
  };
}
