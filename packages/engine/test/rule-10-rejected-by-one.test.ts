import type { Node } from "@flowright/definition";
import { expect, it } from "vitest";
import { CaseUnderTest } from "./case-under-test.ts";
import { drawing, start, task } from "./drawing.ts";

it("rule 10: an approval for each of a list stays rejected, whoever approves after the one who did not", () => {
  const ask: Node = {
    id: "ask",
    kind: "approval",
    who: { type: "people", people: ["ann"] },
    rule: { type: "any" },
    loop: { type: "multiInstance", collection: "list" },
  };
  const underTest = new CaseUnderTest(
    drawing(
      [start(), ask, task("yes"), task("no")],
      ["start > ask", ["ask > yes", { outcome: "approved" }], ["ask > no", { outcome: "rejected" }]],
      { variables: { list: { type: "array", items: { type: "string" } } } },
    ),
  );
  underTest.start({ list: ["a", "b", "c"] });
  for (const outcome of ["approved", "rejected", "approved"])
    underTest.complete("ask", { outcome, comment: "because" });
  expect(underTest.waitingAt()).toEqual(["task no"]);
});
