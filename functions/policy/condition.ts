import { type ASTNode, Environment } from '@marcbachmann/cel-js';
import { type FactName, type Facts, type FactValue, factNames, factTypes } from '../domain/facts.ts';
import type { Condition } from '../domain/weighing.ts';
import { explainCondition } from './explain-condition.ts';
import { plainCondition } from './plain-condition.ts';

type Values = Record<string, unknown>;
/** A group of facts as a type of its own: a plain object would be taken apart and checked again by every condition. */
type Group = new () => Values;

const conditions = new Environment();
const groups = Object.entries(factTypes).map(([name, types]) => {
  const group: Group = class {} as Group;
  conditions.registerType({ name: `facts.${name}`, ctor: group, fields: { ...types } });
  conditions.registerVariable(name, `facts.${name}`);
  const fields = Object.entries(types).map(([field, type]) => ({ field, isInt: type === 'int' }));
  return { name: name as keyof Facts, fields, group };
});

/** The condition that is not written. */
export const ALWAYS: Condition = { applies: () => true, names: [], compared: new Map() };

/** A type-checked CEL condition over the facts, or what is wrong with it and what would be right. */
export function compileCondition(condition: string): Condition | { mistake: string } {
  try {
    const expression = conditions.parse(condition);
    // Checking rewrites the tree, so it is read before.
    const asked = namesOf(expression.ast);
    // `has(product.colour)` is valid to the engine, and never true.
    const misspelt = unknownField(expression.ast);
    if (misspelt) return { mistake: explainCondition(condition, `No such key: ${misspelt}`) };
    const plain = plainCondition(expression.ast);
    const checked = expression.check();
    if (!checked.valid) {
      return { mistake: explainCondition(condition, firstLine(checked.error?.message)) };
    }
    if (checked.type !== 'bool') {
      return {
        mistake: `a condition is true or false, but this is a value of type ${checked.type}: compare it with one`,
      };
    }
    if (plain) return { applies: plain, ...asked };
    const needed = groups.filter(({ name }) => asked.names.some((fact) => fact.startsWith(`${name}.`)));
    return { applies: (facts) => expression(toCel(facts, needed)) === true, ...asked };
  } catch (error) {
    const message = firstLine(error instanceof Error ? error.message : String(error));
    return { mistake: explainCondition(condition, message) };
  }
}

/** Every condition asks about the facts in turn, and what is tried in their place shares most groups with them. */
const translated = new WeakMap<object, Values>();

/** The facts for a condition that asks about these groups. */
function toCel(facts: Facts, asked: typeof groups): Record<string, Values> {
  const values: Record<string, Values> = {};
  for (const one of asked) {
    const given = facts[one.name];
    let translation = translated.get(given);
    if (!translation) {
      translation = translate(given, one);
      translated.set(given, translation);
    }
    values[one.name] = translation;
  }
  return values;
}

/** CEL's int is 64 bits wide, a BigInt here; its double is a number. */
function translate(given: Values, { group, fields }: (typeof groups)[number]): Values {
  const translation = new group();
  for (const { field, isInt } of fields) {
    translation[field] = isInt ? BigInt(Number(given[field])) : given[field];
  }
  return translation;
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

/** A field that is asked of a group of facts and is none of it. */
function unknownField(node: ASTNode): string | undefined {
  const group =
    node.op === '.' && node.args[0].op === 'id' && groups.find(({ name }) => name === node.args[0].args);
  if (group && !group.fields.some(({ field }) => field === node.args[1])) return node.args[1];
  for (const inner of nodesIn(node.args)) {
    const found = unknownField(inner);
    if (found) return found;
  }
  return undefined;
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
