import type { Case } from '../domain/case.ts';
import type { FactValue } from '../domain/facts.ts';
import { lastEvaluated } from './last-evaluated.ts';
import type { Cell, ColumnType } from './tables/column.ts';
import { type FactColumn, factColumns } from './tables/facts.ts';

const THOUSANDTHS = 1_000;

/** The facts that were known when a case was last evaluated, each in its column. */
export function factCells(found: Case): Record<FactColumn, Cell> {
  const facts = lastEvaluated(found)?.evaluation.facts;
  // Orders name categories; what a mail calls one is its writer's words.
  const isWritten = found.request.category.source === 'mail';
  const cells = factColumns.map(({ name, fact, type }) => {
    const value = isWritten && fact === 'product.category' ? undefined : facts?.[fact];
    return [name, value === undefined ? null : cellOf(type, value)];
  });
  return Object.fromEntries(cells);
}

function cellOf(type: ColumnType, value: FactValue): Cell {
  return type === 'decimal' ? BigInt(Math.round(Number(value) * THOUSANDTHS)) : value;
}
