import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { FeelContext, FeelValue } from "@flowright/expressions";
import { kindOf } from "@flowright/expressions";
import { elementNamed, type Model, modelOf } from "./model.ts";
import { decisionNamed, Evaluation, type Given } from "./requirements.ts";
import { type Journal, newJournal } from "./scope.ts";
import { matchesExpected, valueIn } from "./test-values.ts";
import { attribute, child, childrenOf, readXml, type XmlElement } from "./xml.ts";

/** How a test case ended. */
export interface Outcome {
  readonly id: string;
  readonly passed: boolean;
  /** Why the product leaves it out on purpose; null when it does not. */
  readonly outside: string | null;
  readonly expected: FeelValue;
  readonly found: FeelValue;
  readonly journal: Journal;
}

/** Runs every test file of a folder of the TCK. */
export function runFolder(folder: string): Outcome[] {
  const files = readdirSync(folder).sort();
  const read = (name: string): XmlElement => readXml(readFileSync(path.join(folder, name), "utf8"));
  const models = new Map(files.filter((name) => name.endsWith(".dmn")).map((name) => [name, read(name)]));
  return files
    .filter((name) => name.endsWith(".xml"))
    .flatMap((name) => {
      const tests = read(name);
      if (tests.name !== "testCases") return [];
      const root = models.get(child(tests, "modelName")?.text.trim() ?? "");
      const cases = childrenOf(tests, "testCase");
      if (!root) return cases.map((one) => failed(one, `the model of ${name} is missing`));
      const model = modelOf(root, [...models.values()]);
      return cases.map((one) => runCase(model, one));
    });
}

function runCase(model: Model, test: XmlElement): Outcome {
  const journal = newJournal();
  const given = childrenOf(test, "inputNode").map(
    (node): Given => ({
      name: attribute(node, "name") ?? "",
      namespace: attribute(node, "namespace"),
      value: valueIn(node),
    }),
  );
  const evaluation = new Evaluation(given, journal);
  let outcome: Outcome | null = null;
  for (const node of childrenOf(test, "resultNode")) {
    const expected = valueIn(child(node, "expected"));
    const found = resultFor(model, test, node, evaluation);
    const passed = matchesExpected(found, expected);
    if (!outcome || (outcome.passed && !passed)) {
      outcome = { id: attribute(test, "id") ?? "", passed, outside: null, expected, found, journal };
    }
  }
  if (!outcome) return failed(test, "there is no result to compare with");
  return outcome.passed ? outcome : { ...outcome, outside: reasonOf(journal.problems) };
}

/** Why the product leaves a test case out on purpose; null when it does not. */
function reasonOf(problems: readonly string[]): string | null {
  const whole = problems.join("\n");
  if (/\bexternal\b/.test(whole)) {
    return "external functions (Java): a decision calls nothing outside FEEL · 外部函数（Java）：决策只使用 FEEL";
  }
  if (whole.includes("refers back to a group")) {
    return "back-references in patterns: patterns run in linear time · 模式中的反向引用：模式须在线性时间内匹配";
  }
  return null;
}

function resultFor(model: Model, test: XmlElement, node: XmlElement, evaluation: Evaluation): FeelValue {
  const name = attribute(node, "name") ?? "";
  if (attribute(test, "type") === "decisionService") {
    const service = elementNamed(model, ["decisionService"], attribute(test, "invocableName") ?? "");
    if (!service) return null;
    const result = evaluation.serve(model, service);
    if (childrenOf(service, "outputDecision").length === 1) return result;
    return kindOf(result) === "context" ? ((result as FeelContext).get(name) ?? null) : null;
  }
  const decision = decisionNamed(model, name);
  return decision ? evaluation.decide(model, decision) : null;
}

function failed(test: XmlElement, problem: string): Outcome {
  const id = attribute(test, "id") ?? "";
  const journal = { ...newJournal(), problems: [problem] };
  return { id, passed: false, outside: null, expected: null, found: null, journal };
}
