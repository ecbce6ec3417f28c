import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { FieldTypes } from "@flowright/expressions";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { checkDecisionTable, compileDecisionTable, type DecisionTable } from "../src/index.ts";
import { FINDING_PROBLEMS } from "../src/problem/finding-problems.ts";
import { TABLE_PROBLEMS } from "../src/problem/table-problems.ts";

const SCHEMAS = path.resolve(import.meta.dirname, "../../../schemas/workflow/v1");
const FIXTURES = path.join(SCHEMAS, "fixtures/decision-tables");
/** Codes that no file of sensible size can have; `large-tables` and `hostile` have them. */
const NOT_IN_A_FILE = ["decision.too-many", "decision.not-checked", "decision.more"];

interface Fixture {
  readonly expect: readonly string[];
  readonly fields: FieldTypes;
  readonly table: DecisionTable;
}

function fixturesIn(folder: "valid" | "invalid"): [name: string, fixture: Fixture][] {
  return readdirSync(path.join(FIXTURES, folder))
    .sort()
    .map((file) => [
      file.replace(/\.json$/, ""),
      JSON.parse(readFileSync(path.join(FIXTURES, folder, file), "utf8")) as Fixture,
    ]);
}

function schemaOf(name: string): object {
  return JSON.parse(readFileSync(path.join(SCHEMAS, `${name}.schema.json`), "utf8")) as object;
}

const hasShape = new Ajv2020({
  schemas: ["id", "text", "feel"].map(schemaOf),
  strict: true,
  allowUnionTypes: true,
}).compile(schemaOf("decision-table"));

describe("fixtures", () => {
  test.each(fixturesIn("valid"))("%s has no problem", (_, { table, fields }) => {
    expect(checkDecisionTable(table, fields)).toEqual([]);
    expect(compileDecisionTable(table, fields).ok).toBe(true);
    expect(hasShape(table)).toBe(true);
  });

  test.each(fixturesIn("invalid"))("%s has the problems that it expects", (name, fixture) => {
    const problems = checkDecisionTable(fixture.table, fixture.fields);
    expect([...new Set(problems.map(({ code }) => code))].sort()).toEqual([...fixture.expect].sort());
    expect(fixture.expect).toContain(name);
    for (const { message, fix, path: place } of problems) {
      for (const text of [message.en, message["zh-CN"], fix.en, fix["zh-CN"]])
        expect(text).toMatch(/^[^{}]+$/);
      expect(valueAt(fixture.table, place), place).toBeDefined();
    }
    expect(hasShape(fixture.table)).toBe(name !== "decision.malformed");
  });

  test("every code of a table has a fixture", () => {
    const covered = [...fixturesIn("invalid").map(([name]) => name), ...NOT_IN_A_FILE];
    const codes = Object.keys({ ...TABLE_PROBLEMS, ...FINDING_PROBLEMS });
    expect(codes.filter((code) => !covered.includes(code))).toEqual([]);
  });
});

function valueAt(value: unknown, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], value);
}
