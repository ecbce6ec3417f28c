import { problem } from "../problem/create-problem.ts";
import type { DecisionProblem } from "../problem/decision-problem.ts";
import { COLUMN_TYPE_NAMES } from "./column-type.ts";
import type { DecisionTable } from "./decision-table.ts";
import {
  COLUMN_LIMIT,
  EXPRESSION_LENGTH,
  PROBLEM_LIMIT,
  RULE_LIMIT,
  TEST_LENGTH,
  TEXT_LENGTH,
  VALUE_LIMIT,
} from "./limits.ts";
import { type Words, wordsParam } from "./words.ts";

const HIT_POLICIES = ["unique", "any", "priority", "first", "ruleOrder", "outputOrder", "collect"];
const AGGREGATORS = ["list", "sum", "min", "max", "count"];
const NAME = /^[A-Za-z_\u00C0-\u1FFF\u3001-\uD7FF][A-Za-z0-9_.\-\u00B7\u00C0-\u1FFF\u3001-\uD7FF]*$/;

const WANTED = {
  object: { en: "an object", "zh-CN": "对象" },
  list: { en: "a list that is not empty", "zh-CN": "非空列表" },
  cells: { en: "a list of texts", "zh-CN": "文本列表" },
  name: {
    en: "a name of at most 100 letters, digits, _, - and .",
    "zh-CN": "由字母、数字、_、-、. 组成且不超过 100 字的名称",
  },
  words: { en: "a text of at most 4,000 characters", "zh-CN": "不超过 4000 字的文本" },
  expression: { en: "an expression of 1 to 10,000 characters", "zh-CN": "1 至 10000 字的表达式" },
  cell: { en: "a text that is not too long", "zh-CN": "长度合适的文本" },
  values: {
    en: "unary tests, or a list of 1 to 500 texts, numbers, true or false",
    "zh-CN": "条件文本，或 1 至 500 个文本、数字、是/否组成的列表",
  },
} as const satisfies Record<string, Words>;

type Unknown = Readonly<Record<string, unknown>>;

/** Checks the shape of what claims to be a table. Nothing else of this package looks at a table without it. */
export function readTable(
  value: unknown,
): { ok: true; table: DecisionTable } | { ok: false; problems: DecisionProblem[] } {
  const reader = new Reader();
  try {
    reader.table(value);
  } catch (thrown) {
    if (!(thrown instanceof Enough)) throw thrown;
  }
  return reader.problems.length === 0
    ? { ok: true, table: value as DecisionTable }
    : { ok: false, problems: reader.problems };
}

/** Ends the reading of a table that is wrong in too many places. */
class Enough {}

class Reader {
  readonly problems: DecisionProblem[] = [];

  table(value: unknown): void {
    const table = this.object(value, "");
    if (!table) return;
    if (table.id !== undefined) this.name(table.id, "/id");
    this.words(table.name, "/name");
    this.oneOf(table.hitPolicy, HIT_POLICIES, "/hitPolicy");
    if (table.aggregator !== undefined) this.oneOf(table.aggregator, AGGREGATORS, "/aggregator");
    this.list(table.inputs, "/inputs", 1, COLUMN_LIMIT, { en: "inputs", "zh-CN": "条件列" }, this.input);
    this.list(table.outputs, "/outputs", 1, COLUMN_LIMIT, { en: "outputs", "zh-CN": "结果列" }, this.output);
    this.list(table.rules, "/rules", 0, RULE_LIMIT, { en: "rules", "zh-CN": "规则" }, this.rule);
  }

  private readonly input = (value: unknown, path: string): unknown => {
    const input = this.object(value, path);
    if (!input) return undefined;
    this.name(input.id, `${path}/id`);
    this.words(input.label, `${path}/label`);
    this.text(input.expression, `${path}/expression`, 1, EXPRESSION_LENGTH, WANTED.expression);
    this.oneOf(input.type, COLUMN_TYPE_NAMES, `${path}/type`);
    if (typeof input.values === "string") {
      this.text(input.values, `${path}/values`, 1, TEST_LENGTH, WANTED.values);
    } else this.values(input.values, `${path}/values`);
    return input.id;
  };

  private readonly output = (value: unknown, path: string): unknown => {
    const output = this.object(value, path);
    if (!output) return undefined;
    this.name(output.name, `${path}/name`);
    this.words(output.label, `${path}/label`);
    this.oneOf(output.type, COLUMN_TYPE_NAMES, `${path}/type`);
    this.values(output.values, `${path}/values`);
    if (output.default !== undefined) {
      this.text(output.default, `${path}/default`, 1, EXPRESSION_LENGTH, WANTED.expression);
    }
    return output.name;
  };

  private readonly rule = (value: unknown, path: string): unknown => {
    const rule = this.object(value, path);
    if (!rule) return undefined;
    this.name(rule.id, `${path}/id`);
    this.words(rule.note, `${path}/note`);
    this.cells(rule.when, `${path}/when`, TEST_LENGTH);
    this.cells(rule.then, `${path}/then`, EXPRESSION_LENGTH);
    return rule.id;
  };

  /** Reads the entries of a list; `read` gives the name of an entry, which no other may have. */
  private list(
    value: unknown,
    path: string,
    least: number,
    limit: number,
    what: Words,
    read: (entry: unknown, path: string) => unknown,
  ): void {
    if (!Array.isArray(value) || value.length < least) {
      this.malformed(path, WANTED.list);
      return;
    }
    if (value.length > limit) {
      const params = { count: value.length, limit, ...wordsParam("what", what) };
      this.report(problem("decision.too-many", path, { params }));
      return;
    }
    const seen = new Set<unknown>();
    for (const [index, entry] of value.entries()) {
      const id = read(entry, `${path}/${index}`);
      if (typeof id === "string" && seen.has(id)) {
        const params = { id: id.slice(0, 100), ...wordsParam("what", what) };
        this.report(problem("decision.id-duplicate", `${path}/${index}`, { params }));
      }
      seen.add(id);
    }
  }

  private cells(value: unknown, path: string, longest: number): void {
    if (!Array.isArray(value) || value.length > COLUMN_LIMIT) {
      this.malformed(path, WANTED.cells);
      return;
    }
    // Not `forEach`, which passes over the holes of a list.
    for (const [index, cell] of value.entries()) this.text(cell, `${path}/${index}`, 0, longest, WANTED.cell);
  }

  private values(value: unknown, path: string): void {
    if (value === undefined) return;
    const isList = Array.isArray(value) && value.length > 0 && value.length <= VALUE_LIMIT;
    if (!isList || ![...value].every(isScalar)) this.malformed(path, WANTED.values);
  }

  private words(value: unknown, path: string): void {
    if (value === undefined || isText(value, TEXT_LENGTH)) return;
    const languages = isObject(value) ? Object.values(value) : [];
    if (
      languages.length === 0 ||
      !languages.every((text) => text === undefined || isText(text, TEXT_LENGTH))
    ) {
      this.malformed(path, WANTED.words);
    }
  }

  private name(value: unknown, path: string): void {
    if (!isText(value, 100) || !NAME.test(value)) this.malformed(path, WANTED.name);
  }

  private text(value: unknown, path: string, least: number, longest: number, wanted: Words): void {
    if (!isText(value, longest) || value.length < least) this.malformed(path, wanted);
  }

  private oneOf(value: unknown, names: readonly string[], path: string): void {
    if (typeof value === "string" && names.includes(value)) return;
    const list = names.join(", ");
    this.malformed(path, { en: `one of ${list}`, "zh-CN": `以下之一：${list}` });
  }

  private object(value: unknown, path: string): Unknown | undefined {
    if (isObject(value)) return value;
    this.malformed(path, WANTED.object);
    return undefined;
  }

  private malformed(path: string, wanted: Words): void {
    const place =
      path === "" ? { en: "The table", "zh-CN": "决策表" } : { en: `“${path}”`, "zh-CN": `“${path}”` };
    const params = { ...wordsParam("place", place), ...wordsParam("wanted", wanted) };
    this.report(problem("decision.malformed", path, { params }));
  }

  private report(found: DecisionProblem): void {
    this.problems.push(found);
    if (this.problems.length >= PROBLEM_LIMIT) throw new Enough();
  }
}

function isObject(value: unknown): value is Unknown {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === "string" && value.length <= longest;
}

function isScalar(value: unknown): boolean {
  return typeof value === "string" || typeof value === "boolean" || Number.isFinite(value);
}
