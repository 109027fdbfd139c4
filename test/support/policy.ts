import { readFileSync } from 'node:fs';
import { loadPolicy } from '../../functions/policy/load.ts';

const DEFAULT_POLICY_FILE = 'functions/policy/default.yaml';
export const defaultPolicyText = readFileSync(DEFAULT_POLICY_FILE, 'utf8');
export const defaultPolicy = loadPolicy(defaultPolicyText, DEFAULT_POLICY_FILE);
