import type { WorkflowDefinition } from "@flowright/definition";
import { expect, it } from "vitest";
import { alsoUsedBy } from "./also-used-by.ts";

const who = { type: "role", role: "cs" } as const;
const flow: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "flow",
  name: "Flow",
  forms: [{ id: "f", title: "F", sections: [] }],
  nodes: [
    { id: "a", kind: "userTask", who, form: "f" },
    { id: "b", kind: "userTask", who, form: "f" },
    { id: "c", kind: "userTask", who },
  ],
  edges: [],
};

it("names the other steps that show the same form", () => {
  expect(alsoUsedBy(flow, "f", "a").map(({ id }) => id)).toEqual(["b"]);
  expect(alsoUsedBy(flow, "f", "c").map(({ id }) => id)).toEqual(["a", "b"]);
  expect(alsoUsedBy(flow, "f", "a")).toBe(alsoUsedBy(flow, "f", "a"));
});
