import type { PreparedTable } from "../compile/prepared-table.ts";
import { type Cell, type Column, columnOf } from "./axis/column.ts";
import { isEmpty, type Region, union } from "./axis/region.ts";
import type { Box } from "./search/box.ts";

/** The table as boxes over its columns. */
export interface TableSpace {
  readonly prepared: PreparedTable;
  readonly columns: readonly Column[];
  /** All values that may come. */
  readonly domain: Box;
  /** The same with missing values. */
  readonly possible: Box;
  readonly rules: readonly RuleSpace[];
  /** The columns, those first that tell the most rules apart. */
  readonly byChoice: readonly number[];
}

export interface RuleSpace {
  readonly row: number;
  readonly id: string;
  /** Where it matches for certain, where it matches at most, and where no rule behind it is reached. */
  readonly must: Box;
  readonly may: Box;
  readonly stops: Box;
  /** Whether a cell depends on more than the value of its column. */
  readonly computes: boolean;
  /** Whether `must` and `may` are known to be the same. */
  readonly told: boolean;
}

const NO_CELL: Cell = { must: [], may: [], stops: [], computes: false, told: false };

export function tableSpace(prepared: PreparedTable): TableSpace {
  const columns = prepared.inputs.map(columnOf);
  const rules = prepared.rules.map(({ rule, when }, row): RuleSpace => {
    const cells = columns.map((column, index) => column.cells[when[index] ?? -1] ?? NO_CELL);
    return {
      row,
      id: rule.id,
      must: cells.map(({ must }) => must),
      may: cells.map(({ may }) => may),
      stops: cells.map(({ stops }) => stops),
      computes: cells.some((cell) => cell.computes),
      told: cells.every((cell) => cell.told),
    };
  });
  return {
    prepared,
    columns,
    domain: columns.map(({ domain }) => domain),
    possible: columns.map(({ domain, atoms }) => union(domain, [atoms.length, atoms.length])),
    rules,
    byChoice: byChoice(columns, rules),
  };
}

/** Whether a rule can match at all. */
export function canMatch(rule: RuleSpace): boolean {
  return !rule.may.some(isEmpty);
}

function byChoice(columns: readonly Column[], rules: readonly RuleSpace[]): number[] {
  const share = columns.map(({ atoms }, column) => {
    const taken = rules.reduce((sum, { must }) => sum + sizeOf(must[column] ?? []), 0);
    return taken / (atoms.length + 1);
  });
  return [...columns.keys()].sort((a, b) => (share[a] ?? 0) - (share[b] ?? 0));
}

function sizeOf(region: Region): number {
  let size = 0;
  for (let i = 0; i < region.length; i += 2) size += (region[i + 1] ?? 0) - (region[i] ?? 0) + 1;
  return size;
}

/** One place of each column of a box. */
export function firstPlaces(box: Box): number[] {
  return box.map((region) => region[0] ?? 0);
}
