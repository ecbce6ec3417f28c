import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { findScenarios } from "../scenarios/find-scenarios.ts";
import { junitReport } from "../scenarios/junit-report.ts";
import { type FlowCoverage, type ScenarioOutcome, ScenarioRunner } from "../scenarios/scenario-outcome.ts";
import { parseArguments } from "../terminal/parse-arguments.ts";
import { problemText } from "../terminal/print-problems.ts";
import { ProgramProblem } from "../terminal/program-problem.ts";
import { ProgressLine } from "../terminal/progress-line.ts";
import { say } from "../terminal/say.ts";
import { terminalLanguage } from "../terminal/terminal-language.ts";

const USAGE = "test FOLDER… [--junit FILE] [--json FILE] [--coverage] [--verbose]";

/**
 * `flowright test FOLDER…`: runs the scenarios in it on the engine. Exit codes: 0 all as expected, 1 one is not, 2 a
 * file is not in order or there is none.
 */
export async function testScenarios(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments({
    usage: USAGE,
    args: [...args],
    allowPositionals: true,
    options: {
      junit: { type: "string" },
      json: { type: "string" },
      coverage: { type: "boolean" },
      verbose: { type: "boolean" },
    },
  });
  const places = positionals.length === 0 ? ["."] : positionals;
  const found = await findScenarios(places);
  if (found.length === 0) throw new ProgramProblem("test.none", { places: places.join(", ") });
  const runner = new ScenarioRunner();
  const progress = new ProgressLine();
  for (const [index, one] of found.entries()) {
    progress.show(say("test.progress", { done: index, of: found.length, file: one.file }));
    const outcome = await runner.run(one);
    if (outcome.result !== "passed" || values.verbose) {
      progress.clear();
      printOutcome(outcome);
    }
  }
  progress.clear();
  const { outcomes } = runner;
  const coverage = runner.coverage();
  printEnd(outcomes, coverage, values.coverage === true);
  if (values.junit !== undefined) report(values.junit, junitReport(outcomes, terminalLanguage()));
  if (values.json !== undefined) report(values.json, `${JSON.stringify({ outcomes, coverage }, null, 2)}\n`);
  if (outcomes.some(({ result }) => result === "refused")) return 2;
  return outcomes.some(({ result }) => result === "failed") ? 1 : 0;
}

function printOutcome({ file, id, name, result, findings, problems }: ScenarioOutcome): void {
  const language = terminalLanguage();
  console.log(`${result === "passed" ? "✓" : "✗"} ${id}: ${name[language]}`);
  if (result === "failed") console.log(`    ${file}`);
  for (const { text } of findings) console.log(`    ${text[language]}`);
  for (const problem of problems) console.log(`    ${problemText(file, problem)}`);
}

function printEnd(
  outcomes: readonly ScenarioOutcome[],
  coverage: readonly FlowCoverage[],
  each: boolean,
): void {
  const passed = outcomes.filter(({ result }) => result === "passed").length;
  const milliseconds = outcomes.reduce((sum, one) => sum + one.milliseconds, 0);
  const [edges, taken] = [sum(coverage, "edges"), sum(coverage, "taken")];
  if (each)
    for (const { flow, edges: of, taken: done, missing } of coverage)
      console.log(
        missing.length === 0
          ? say("test.covered", { flow, of })
          : say("test.missing", { flow, taken: done, of, missing: missing.join(", ") }),
      );
  const seconds = (milliseconds / 1_000).toFixed(1);
  console.log(say("test.end", { passed, of: outcomes.length, seconds, taken, edges }));
}

function sum(coverage: readonly FlowCoverage[], of: "edges" | "taken"): number {
  return coverage.reduce((total, one) => total + one[of], 0);
}

function report(file: string, text: string): void {
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  writeFileSync(file, text);
}
