import type { Problem } from "@flowright/definition";
import { suggestion } from "../../format/check-shape.ts";
import type { KnownNodes } from "../flow/known-nodes.ts";
import { runProblem } from "../run-problems.ts";
import type { Stubs } from "./stubs.ts";
import { EXPRESSION_PARTS, hasExpression } from "./with-expressions.ts";

/** Stubs for what no flow of the run has: a mistyped id would answer nothing in silence. */
export function unknownStubs(stubs: Stubs, known: KnownNodes): Problem[] {
  return [...unknownIds(stubs, known), ...misplaced(stubs, known)];
}

/** Expressions for steps that have none of the sort. */
function misplaced({ expressions = {} }: Stubs, known: KnownNodes): Problem[] {
  return Object.entries(expressions).flatMap(([id, stub]) => {
    const node = known.anywhere(id);
    if (node === undefined) return [];
    return EXPRESSION_PARTS.filter((part) => stub[part] !== undefined && !hasExpression(node, part)).map(
      (part) =>
        runProblem(
          "stubs.not-for-this",
          { id, part, kind: node.kind },
          { path: `/expressions/${id}/${part}`, node: id },
        ),
    );
  });
}

function unknownIds(stubs: Stubs, known: KnownNodes): Problem[] {
  return (["conditions", "expressions", "scripts", "jobs", "forms"] as const).flatMap((section) =>
    Object.keys(stubs[section] ?? {})
      .filter((id) => !known.ids.has(id))
      .map((id) =>
        runProblem(
          "stubs.unknown-id",
          { id, section, ...suggestion(id, [...known.ids]) },
          { path: `/${section}/${id}`, node: id },
        ),
      ),
  );
}
