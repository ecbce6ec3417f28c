import type { Problem } from "@flowright/definition";
import { suggestion } from "../../format/check-shape.ts";
import type { KnownNodes } from "../flow/known-nodes.ts";
import { runProblem } from "../run-problems.ts";
import type { Stubs } from "./stubs.ts";

/** Stubs for what no flow of the run has: a mistyped id would answer nothing in silence. */
export function unknownStubs(stubs: Stubs, known: KnownNodes): Problem[] {
  return (["conditions", "scripts", "jobs", "forms"] as const).flatMap((section) =>
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
