import { pathKeys, valueAt } from "../json/json-pointer.ts";
import type { Finding } from "../problem/create-problem.ts";
import { problem } from "../problem/create-problem.ts";
import type { Problem } from "../problem/problem.ts";
import type { ProblemCode } from "../problem/problem-templates.ts";
import { findingOf, type SchemaViolation } from "./violation.ts";

const MOST_PROBLEMS = 100;

/** The violations of the schema as problems, each place and code once. */
export function schemaProblems(document: unknown, violations: readonly SchemaViolation[]): Problem[] {
  const problems = new Map<string, Problem>();
  for (const violation of violations) {
    if (problems.size >= MOST_PROBLEMS) {
      const more = problem("problems.more", { path: "", params: { limit: MOST_PROBLEMS } });
      return [...problems.values(), more];
    }
    const found = findingOf(document, violation);
    if (!found) continue;
    const key = `${found.code} ${found.path} ${found.params?.property ?? ""}`;
    if (!problems.has(key)) problems.set(key, toProblem(document, found.code, found));
  }
  return [...problems.values()];
}

function toProblem(document: unknown, code: ProblemCode, finding: Finding): Problem {
  return problem(code, { ...finding, node: elementAt(document, finding.path) });
}

/** The id of the innermost step or line that a path leads into. */
function elementAt(document: unknown, path: string): string | undefined {
  const keys = pathKeys(path);
  for (let length = keys.length; length >= 2; length--) {
    const list = keys[length - 2];
    if (list !== "nodes" && list !== "edges") continue;
    const id = valueAt(document, `/${keys.slice(0, length).join("/")}/id`);
    if (typeof id === "string") return id;
  }
  return undefined;
}
