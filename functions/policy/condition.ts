import { type ASTNode, Environment } from '@marcbachmann/cel-js';
import { type FactName, type Facts, type FactValue, factNames, factTypes } from '../domain/facts.ts';
import type { Condition } from '../domain/weighing.ts';

const conditions = new Environment();
for (const [name, schema] of Object.entries(factTypes)) {
  conditions.registerVariable({ name, schema: { ...schema } });
}

/** The condition that is not written. */
export const ALWAYS: Condition = { applies: () => true, names: [], compared: new Map() };

/** A type-checked CEL condition over the facts, or what is wrong with it and what would be right. */
export function compileCondition(condition: string): Condition | { mistake: string } {
  try {
    const expression = conditions.parse(condition);
    // Checking rewrites the tree, so it is read before.
    const asked = namesOf(expression.ast);
    const checked = expression.check();
    if (!checked.valid) {
      return { mistake: `${firstLine(checked.error?.message)}. Facts: ${factNames.join(', ')}` };
    }
    if (checked.type !== 'bool') {
      return { mistake: `a condition is true or false, but this is a value of type ${checked.type}` };
    }
    return { applies: (facts) => expression(toCel(facts)) === true, ...asked };
  } catch (error) {
    return {
      mistake: `not a CEL condition: ${firstLine(error instanceof Error ? error.message : String(error))}`,
    };
  }
}

type Group = Record<string, unknown>;
/** Every condition asks about the facts in turn, and what is tried in their place shares most groups with them. */
const translated = new WeakMap<object, Group>();

function toCel(facts: Facts): Record<string, Group> {
  const values: Record<string, Group> = {};
  for (const [name, types] of groups) {
    const translation = translated.get(facts[name]) ?? translate(facts[name], types);
    translated.set(facts[name], translation);
    values[name] = translation;
  }
  return values;
}

const groups = Object.entries(factTypes) as [keyof Facts, Record<string, string>][];

/** CEL's int is 64 bits wide, a BigInt here; its double is a number. */
function translate(group: Group, types: Record<string, string>): Group {
  const values = Object.entries(types).map(([name, type]) => [
    name,
    type === 'int' ? BigInt(Number(group[name])) : group[name],
  ]);
  return Object.fromEntries(values);
}

const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=', 'in']);

/** Which facts a condition names, in their order, and the values it compares each with. */
function namesOf(ast: ASTNode): Pick<Condition, 'names' | 'compared'> {
  const compared = new Map<FactName, FactValue[]>();
  for (const { op, facts, values } of parts(ast)) {
    for (const name of facts) {
      compared.set(name, [...(compared.get(name) ?? []), ...(COMPARISONS.has(op) ? values : [])]);
    }
  }
  return { names: factNames.filter((name) => compared.has(name)), compared };
}

interface Part {
  op: string;
  facts: FactName[];
  values: FactValue[];
}

/** Every part of a condition, the innermost first, with the facts and the literals in it. */
function parts(node: ASTNode): Part[] {
  const own = { op: node.op, facts: named(node), values: literal(node) };
  if (own.facts.length > 0 || own.values.length > 0) return [own];
  const inner = nodesIn(node.args).map(parts);
  const direct = inner.flatMap((of) => of.slice(-1));
  const facts = [...new Set(direct.flatMap((part) => part.facts))];
  return [...inner.flat(), { op: node.op, facts, values: direct.flatMap(({ values }) => values) }];
}

function nodesIn(part: unknown): ASTNode[] {
  if (Array.isArray(part)) return part.flatMap(nodesIn);
  return typeof part === 'object' && part !== null && 'op' in part && 'args' in part ? [part as ASTNode] : [];
}

/** `order.known` and `order['known']` name that fact. What takes hold of a group in another way names all of it. */
function named(node: ASTNode): FactName[] {
  if (node.op === 'id') return factNames.filter((name) => name.startsWith(`${node.args}.`));
  if (node.op !== '.' && node.op !== '[]') return [];
  const [of, field] = node.args;
  const key = typeof field === 'string' ? field : field.op === 'value' ? field.args : undefined;
  return of.op === 'id' ? factNames.filter((name) => name === `${of.args}.${key}`) : [];
}

function literal(node: ASTNode): FactValue[] {
  if (node.op === '-_') return literal(node.args).map((value) => -Number(value));
  if (node.op !== 'value') return [];
  const value = typeof node.args === 'bigint' ? Number(node.args) : node.args;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [value] : [];
}

function firstLine(message: string | undefined): string {
  return (message ?? 'it cannot be read').split('\n', 1)[0] ?? '';
}
