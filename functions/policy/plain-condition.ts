import type { ASTNode } from '@marcbachmann/cel-js';
import { factReaders } from '../domain/fact-readers.ts';
import { type Facts, type FactValue, factNames, factTypes } from '../domain/facts.ts';

/** A part of a condition with its CEL type. A fact of type int is a whole number here, which is compared as CEL's int is. */
interface Part {
  type: 'string' | 'bool' | 'int' | 'double';
  read(facts: Facts): FactValue;
}

/**
 * A type-checked condition of facts and literals, compared and joined by `&&`, `||` and `!`, as functions that call each other: what
 * nearly every condition is, and some twenty times as fast as walking its tree. Undefined for any other, which is the engine's.
 * No part of these can fail, so that it does not matter which side of `&&` is looked at first.
 */
export function plainCondition(ast: ASTNode): ((facts: Facts) => boolean) | undefined {
  const part = partOf(ast);
  return part && truth(part);
}

function partOf(node: ASTNode): Part | undefined {
  switch (node.op) {
    case 'value':
    case '-_':
      return literal(node);
    case '.':
      return fact(node.args);
    case '!_':
      return negated(node.args);
    case '&&':
    case '||':
      return joined(node.op, node.args);
    case 'in':
      return oneOf(node.args);
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compared(node.op, node.args);
    default:
      return undefined;
  }
}

function literal(node: ASTNode): (Part & { value: FactValue }) | undefined {
  const negative = node.op === '-_';
  const { op, args } = negative ? node.args : node;
  if (op !== 'value') return undefined;
  if (typeof args === 'bigint' || typeof args === 'number') {
    const value = negative ? -Number(args) : Number(args);
    // Beyond these a number is not the int it was.
    if (typeof args === 'bigint' && !Number.isSafeInteger(value)) return undefined;
    return { type: typeof args === 'bigint' ? 'int' : 'double', value, read: () => value };
  }
  if (negative) return undefined;
  if (typeof args === 'boolean') return { type: 'bool', value: args, read: () => args };
  return typeof args === 'string' ? { type: 'string', value: args, read: () => args } : undefined;
}

function fact([of, field]: [ASTNode, string]): Part | undefined {
  const name = of.op === 'id' && factNames.find((one) => one === `${of.args}.${field}`);
  if (!name) return undefined;
  const [group, key] = name.split('.') as [keyof Facts, string];
  const types: Record<string, Part['type']> = factTypes[group];
  const type = types[key];
  return type && { type, read: factReaders[name] };
}

function truth({ type, read }: Part): ((facts: Facts) => boolean) | undefined {
  // Of type bool, so that what is read is a boolean.
  return type === 'bool' ? (read as (facts: Facts) => boolean) : undefined;
}

function bool(read: (facts: Facts) => boolean): Part {
  return { type: 'bool', read };
}

function negated(node: ASTNode): Part | undefined {
  const part = partOf(node);
  const holds = part && truth(part);
  return holds && bool((facts) => !holds(facts));
}

function joined(op: '&&' | '||', sides: [ASTNode, ASTNode]): Part | undefined {
  const [one, other] = sides.map((side) => plainCondition(side));
  if (!one || !other) return undefined;
  return bool(op === '&&' ? (facts) => one(facts) && other(facts) : (facts) => one(facts) || other(facts));
}

function oneOf([item, list]: [ASTNode, ASTNode]): Part | undefined {
  const asked = partOf(item);
  if (!asked || list.op !== 'list') return undefined;
  const values = list.args.map(literal).filter((one) => one?.type === asked.type);
  if (values.length < list.args.length) return undefined;
  const among = values.map((one) => one?.value);
  return bool((facts) => among.includes(asked.read(facts)));
}

type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';

function compared(op: Comparison, sides: [ASTNode, ASTNode]): Part | undefined {
  const [left, right] = sides.map(partOf);
  if (!left || left.type !== right?.type) return undefined;
  const [one, other] = [left.read, right.read];
  if (op === '==') return bool((facts) => one(facts) === other(facts));
  if (op === '!=') return bool((facts) => one(facts) !== other(facts));
  // Whether CEL and JavaScript put texts in the same order is not for us to say.
  if (left.type !== 'int' && left.type !== 'double') return undefined;
  switch (op) {
    case '<':
      return bool((facts) => one(facts) < other(facts));
    case '<=':
      return bool((facts) => one(facts) <= other(facts));
    case '>':
      return bool((facts) => one(facts) > other(facts));
    case '>=':
      return bool((facts) => one(facts) >= other(facts));
  }
}
