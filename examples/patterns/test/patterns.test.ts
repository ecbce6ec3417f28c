import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { validateDefinition, type WorkflowDefinition } from "@flowright/definition";
import { compile, prove } from "@flowright/engine";
import { scenariosIn, scenarioTests } from "@flowright/example-scenario-hosts";
import { describe, expect, it } from "vitest";
import { FOLDER, patterns } from "./pattern-index.ts";

const scenarios = scenariosIn(path.join(FOLDER, "scenarios"));

it("has all 43 patterns, and the index, the files and the page agree", () => {
  expect(patterns.map(({ number }) => number)).toEqual(Array.from({ length: 43 }, (_, index) => index + 1));
  const files = readdirSync(FOLDER).filter((file) => /^\d\d-.*\.json$/.test(file));
  expect(patterns.map(({ drawing }) => drawing)).toEqual(files.sort());
  const carriedOut = readdirSync(path.join(FOLDER, "scenarios")).map((file) => `scenarios/${file}`);
  expect(patterns.flatMap((pattern) => pattern.scenarios).sort()).toEqual(carriedOut.sort());
  const page = readFileSync(path.join(FOLDER, "README.md"), "utf8");
  for (const { number, drawing, verdict, how, scenarios: ways } of patterns) {
    const row = page.split("\n").find((line) => line.split("|")[1]?.trim() === `${number}`) ?? "";
    for (const text of [drawing, verdict, ...(how ? [how.en, how["zh-CN"]] : []), ...ways])
      expect(row).toContain(text);
  }
});

describe("every drawing is in order, and the proof says what the pattern means", () => {
  it.each(patterns)("$number $name.en", ({ drawing, findings = [] }) => {
    const definition = JSON.parse(readFileSync(path.join(FOLDER, drawing), "utf8")) as WorkflowDefinition;
    const errors = validateDefinition(definition).problems.filter(({ severity }) => severity === "error");
    expect(errors).toEqual([]);
    expect(compile(definition).ok).toBe(true);
    expect(prove(definition).findings.map(({ code }) => code)).toEqual(findings);
  });
});

describe("every pattern, on the engine alone", () => {
  scenarioTests(scenarios, "engine");
});

const everywhere = new Set(
  patterns
    .filter(({ everyHost }) => everyHost)
    .flatMap((pattern) => pattern.scenarios.map((file) => path.parse(file).name)),
);
const some = scenarios.filter(({ scenario }) => everywhere.has(scenario.id));

describe("patterns of every family, through the runtime: the same events as on the engine", () => {
  scenarioTests(some, "runtime");
});

describe("patterns of every family, over HTTP: the same events as on the engine", () => {
  scenarioTests(some, "http");
});
