import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { type KnownReferences, PROBLEM_TEMPLATES, parseDefinition, valueAt } from "../src/index.ts";

const FIXTURES = path.resolve(import.meta.dirname, "../../../schemas/workflow/v1/fixtures");

/** Codes that no file of sensible size can have; their own tests have them, as those of proofs do in the engine. */
const NOT_IN_A_FILE = [
  "json.not-a-value",
  "json.too-large",
  "expressions.too-many",
  "decision.tables-too-many",
];

interface Fixture {
  readonly expect: readonly string[];
  readonly definition?: unknown;
  /** In place of a definition: a text that is not one. */
  readonly text?: string;
  /** What is known of the workspace around. */
  readonly known?: KnownReferences;
}

function fixturesIn(folder: "valid" | "invalid"): [name: string, fixture: Fixture][] {
  const files = readdirSync(path.join(FIXTURES, folder)).sort();
  return files.map((file) => [
    file.replace(/\.json$/, ""),
    JSON.parse(readFileSync(path.join(FIXTURES, folder, file), "utf8")) as Fixture,
  ]);
}

describe("fixtures", () => {
  test.each(fixturesIn("valid"))("%s has no problem", (_, { definition, known }) => {
    const result = parseDefinition(JSON.stringify(definition), known);
    expect(result).toEqual({ definition, problems: [] });
  });

  test.each(fixturesIn("invalid"))("%s has the problems that it expects", (name, fixture) => {
    const { problems } = parseDefinition(fixture.text ?? JSON.stringify(fixture.definition), fixture.known);
    expect([...new Set(problems.map(({ code }) => code))].sort()).toEqual([...fixture.expect].sort());
    expect(fixture.expect).toContain(name);
    for (const { path: place, message, fix, code } of problems) {
      if (fixture.definition !== undefined) {
        expect(valueAt(fixture.definition, place), `${code} at ${place}`).toBeDefined();
      }
      const told = [message.en, message["zh-CN"], fix.en, fix["zh-CN"]];
      for (const text of told) expect(text).toMatch(/^[^{}]+$/);
    }
  });

  test("every code of the registry has a fixture", () => {
    const covered = fixturesIn("invalid").map(([name]) => name);
    const codes = Object.keys(PROBLEM_TEMPLATES).filter(
      (code) => !NOT_IN_A_FILE.includes(code) && !code.startsWith("proof."),
    );
    expect(codes.filter((code) => !covered.includes(code))).toEqual([]);
  });
});
