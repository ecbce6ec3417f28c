import type { Instance } from "@flowright/client";
import { expect, test } from "vitest";
import { finishConsequence } from "./finish-consequence.ts";

function caseWith(adHoc: object): Parameters<typeof finishConsequence>[0] {
  const nodes = [{ id: "care", kind: "adHoc", edges: [], nodes: [{ id: "call" }, { id: "look" }], ...adHoc }];
  return {
    definition: { nodes, edges: [] },
    offers: [{ scope: 3, node: "call", name: "Call" }],
    tokens: [
      { token: 1, node: "care", scope: 0 },
      { token: 2, node: "call", scope: 3 },
      { token: 3, node: "call", scope: 3 },
    ],
    tasks: [
      { node: "call", status: "open", assignee: "ann" },
      { node: "call", status: "open", assignee: null },
      { node: "call", status: "completed", assignee: "bob" },
    ],
  } as unknown as Instance;
}

test("the steps that are under way in the part stop, each named once with those who have it", () => {
  expect(finishConsequence(caseWith({}), 3)).toEqual({
    waits: false,
    steps: [{ node: "call", people: ["ann"] }],
  });
});

test("where the part says so they are awaited", () => {
  expect(finishConsequence(caseWith({ cancelRemaining: false }), 3).waits).toBe(true);
});

test("another part has nothing under way", () => {
  expect(finishConsequence(caseWith({}), 7).steps).toEqual([]);
});
