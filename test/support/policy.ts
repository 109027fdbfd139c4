import { readFileSync } from 'node:fs';
import { loadPolicy } from '../../functions/policy/load.ts';

const DEFAULT_POLICY_FILE = 'functions/policy/default.yaml';
export const defaultPolicyText = readFileSync(DEFAULT_POLICY_FILE, 'utf8');
export const defaultPolicy = loadPolicy(defaultPolicyText, DEFAULT_POLICY_FILE);

/** The default policy with pieces of it replaced. */
export function changedPolicy(...changes: Array<[from: string, to: string]>): string {
  let text = defaultPolicyText;
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`the default policy has no ${from}`);
    text = text.replace(from, () => to);
  }
  return text;
}

/** The line on which a piece of a text stands. */
export const lineOf = (text: string, piece: string) => text.slice(0, text.indexOf(piece)).split('\n').length;

/** The one thing that the default policy leaves open. */
export const GAP = /order\.daysPastWindow between 14 and 91/;
