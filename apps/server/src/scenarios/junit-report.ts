import path from "node:path";
import type { ScenarioOutcome } from "./scenario-outcome.ts";

/** The outcomes as JUnit XML, which CI servers show; scenarios of one folder are one suite. */
export function junitReport(outcomes: readonly ScenarioOutcome[], language: "en" | "zh-CN"): string {
  const suites = new Map<string, ScenarioOutcome[]>();
  for (const one of outcomes) {
    const folder = path.dirname(one.file);
    suites.set(folder, [...(suites.get(folder) ?? []), one]);
  }
  const inside = [...suites].map(([folder, ones]) => suite(folder, ones, language)).join("\n");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${counts(outcomes)}>\n${inside}\n</testsuites>\n`;
}

function suite(folder: string, outcomes: readonly ScenarioOutcome[], language: "en" | "zh-CN"): string {
  const cases = outcomes.map((one) => testcase(folder, one, language)).join("\n");
  return `  <testsuite name="${escaped(folder)}" ${counts(outcomes)}>\n${cases}\n  </testsuite>`;
}

function counts(outcomes: readonly ScenarioOutcome[]): string {
  const of = (result: ScenarioOutcome["result"]) => outcomes.filter((one) => one.result === result).length;
  const seconds = outcomes.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1_000;
  return `tests="${outcomes.length}" failures="${of("failed")}" errors="${of("refused")}" time="${seconds.toFixed(3)}"`;
}

function testcase(folder: string, one: ScenarioOutcome, language: "en" | "zh-CN"): string {
  const { id, name, file, milliseconds, result, findings, problems } = one;
  const head = `    <testcase classname="${escaped(folder)}" name="${escaped(`${id}: ${name[language]}`)}" file="${escaped(file)}" time="${(milliseconds / 1_000).toFixed(3)}"`;
  if (result === "passed") return `${head}/>`;
  const element = result === "failed" ? "failure" : "error";
  const texts = [...findings.map(({ text }) => text[language]), ...problems.map((p) => p.message[language])];
  return `${head}>\n      <${element} message="${escaped(texts[0] ?? "")}">${escaped(texts.join("\n"))}</${element}>\n    </testcase>`;
}

/** Characters that XML knows nothing of are left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
