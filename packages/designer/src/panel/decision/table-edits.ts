import type { DecisionInput, DecisionOutput, DecisionRule, DecisionTable } from "@flowright/definition";

/** The part of a rule that a column of cells belongs to. */
export type Side = "when" | "then";

const ANY = "-";
const NOTHING = "null";

/** A rule after the one at `after` (-1: first); `cells` fill its conditions from the left. */
export function withRule(
  table: DecisionTable,
  after: number,
  cells: Readonly<Record<string, string>> = {},
): DecisionTable {
  const rule: DecisionRule = {
    id: freshName("rule", new Set(table.rules.map(({ id }) => id))),
    when: table.inputs.map(({ id }) => cells[id] ?? ANY),
    then: table.outputs.map(() => NOTHING),
  };
  return { ...table, rules: table.rules.toSpliced(after + 1, 0, rule) };
}

export function withoutRule(table: DecisionTable, at: number): DecisionTable {
  return { ...table, rules: table.rules.toSpliced(at, 1) };
}

/** A rule one place up or down; at the end of the order it stays. */
export function movedRule(table: DecisionTable, at: number, by: -1 | 1): DecisionTable {
  return { ...table, rules: swapped(table.rules, at, at + by) };
}

/** A note in one language; one that is the same in every language stays so. */
export function withNote(
  table: DecisionTable,
  at: number,
  text: string,
  language: "en" | "zh-CN",
): DecisionTable {
  const rules = table.rules.map((rule, index): DecisionRule => {
    if (index !== at) return rule;
    const { note, ...rest } = rule;
    if (typeof note === "object") return { ...rest, note: { ...note, [language]: text } };
    return text === "" ? rest : { ...rest, note: text };
  });
  return { ...table, rules };
}

export function withCell(
  table: DecisionTable,
  at: { readonly rule: number; readonly side: Side; readonly column: number },
  text: string,
): DecisionTable {
  return withCells(table, at, [[text]]);
}

/** Cells from a spreadsheet, from one cell on to the right and down; rules that are missing are added. */
export function withCells(
  table: DecisionTable,
  at: { readonly rule: number; readonly side: Side; readonly column: number },
  rows: readonly (readonly string[])[],
): DecisionTable {
  let next = table;
  while (next.rules.length < at.rule + rows.length) next = withRule(next, next.rules.length - 1);
  const first = at.side === "when" ? at.column : table.inputs.length + at.column;
  const rules = next.rules.map((rule, index) => {
    const cells = rows[index - at.rule];
    if (!cells) return rule;
    const all = [...rule.when, ...rule.then];
    for (const [offset, text] of cells.entries()) {
      if (first + offset < all.length) all[first + offset] = text;
    }
    return { ...rule, when: all.slice(0, rule.when.length), then: all.slice(rule.when.length) };
  });
  return { ...next, rules };
}

export function withInput(table: DecisionTable): DecisionTable {
  const id = freshName("input", new Set(table.inputs.map((each) => each.id)));
  const input: DecisionInput = { id, expression: "null", type: "string" };
  return {
    ...table,
    inputs: [...table.inputs, input],
    rules: table.rules.map((rule) => ({ ...rule, when: [...rule.when, ANY] })),
  };
}

export function withOutput(table: DecisionTable): DecisionTable {
  const name = freshName("result", new Set(table.outputs.map((each) => each.name)));
  const output: DecisionOutput = { name, type: "string" };
  return {
    ...table,
    outputs: [...table.outputs, output],
    rules: table.rules.map((rule) => ({ ...rule, then: [...rule.then, NOTHING] })),
  };
}

/** A column less, with its cells; the last of its side stays. */
export function withoutColumn(table: DecisionTable, side: Side, at: number): DecisionTable {
  if (side === "when") {
    if (table.inputs.length === 1) return table;
    return {
      ...table,
      inputs: table.inputs.toSpliced(at, 1),
      rules: table.rules.map((rule) => ({ ...rule, when: rule.when.toSpliced(at, 1) })),
    };
  }
  if (table.outputs.length === 1) return table;
  return {
    ...table,
    outputs: table.outputs.toSpliced(at, 1),
    rules: table.rules.map((rule) => ({ ...rule, then: rule.then.toSpliced(at, 1) })),
  };
}

/** A column one place to the left or right, with its cells. */
export function movedColumn(table: DecisionTable, side: Side, at: number, by: -1 | 1): DecisionTable {
  const to = at + by;
  return side === "when"
    ? {
        ...table,
        inputs: swapped(table.inputs, at, to),
        rules: table.rules.map((rule) => ({ ...rule, when: swapped(rule.when, at, to) })),
      }
    : {
        ...table,
        outputs: swapped(table.outputs, at, to),
        rules: table.rules.map((rule) => ({ ...rule, then: swapped(rule.then, at, to) })),
      };
}

/** Values as lines, typed as the column wants them; a range stays the text that it is. */
export function valuesOf(text: string, type: DecisionInput["type"]): (string | number | boolean)[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      if (type === "boolean" && (line === "true" || line === "false")) return line === "true";
      const numeric = (type === "number" || type === "integer") && /^-?\d+(\.\d+)?$/.test(line);
      return numeric ? Number(line) : line;
    });
}

/** The cell that holds for exactly this value. */
export function cellFor(value: unknown, type: DecisionInput["type"]): string {
  if (value === null || value === undefined) return "null";
  if (typeof value !== "string") return String(value);
  switch (type) {
    case "date":
      return `date("${value}")`;
    case "date-time":
      return `date and time("${value}")`;
    case "time":
      return `time("${value}")`;
    case "duration":
      return `duration("${value}")`;
    case "money":
    case "number":
    case "integer":
      return value;
    default:
      return JSON.stringify(value);
  }
}

function swapped<T>(list: readonly T[], a: number, b: number): T[] {
  const first = list[a];
  const second = list[b];
  if (first === undefined || second === undefined) return [...list];
  return list.with(a, second).with(b, first);
}

function freshName(prefix: string, taken: ReadonlySet<string>): string {
  let number = 1;
  while (taken.has(`${prefix}_${number}`)) number += 1;
  return `${prefix}_${number}`;
}
