import type { WorkflowDefinition } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { createDesignerStore } from "./designer-store.ts";

const definition: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "f",
  name: "",
  nodes: [],
  edges: [],
};
const choices = () => ({
  people: [{ user: "lin", name: "Lin" }],
  roles: [{ id: "fin", name: { en: "Finance", "zh-CN": "财务" } }],
  systems: [
    { id: "shop", name: "Shop", operations: [{ id: "pay", name: "Pay", parameters: [], results: [] }] },
  ],
  flows: [{ id: "refund", name: "Refund", versions: [1, 2] }],
  decisions: [{ id: "discount", name: "Discount" }],
});

describe("choices that the hosting page writes anew", () => {
  it("stay the objects they were where they say the same", () => {
    const store = createDesignerStore({ definition, ...choices() });
    const before = store.getState();
    store.getState().configure(choices());
    const now = store.getState();
    for (const name of ["people", "roles", "systems", "flows", "decisions"] as const)
      expect(now[name]).toBe(before[name]);
  });

  it("are taken where anything in them is another, and only there", () => {
    const store = createDesignerStore({ definition, ...choices() });
    const before = store.getState();
    const next = { ...choices(), flows: [{ id: "refund", name: "Refund", versions: [1, 2, 3] }], roles: [] };
    store.getState().configure(next);
    const now = store.getState();
    expect(now.flows).toBe(next.flows);
    expect(now.roles).toBe(next.roles);
    expect(now.people).toBe(before.people);
    store.getState().configure({ people: [{ user: "lin", name: "Lin Xiao" }] });
    expect(store.getState().people).toEqual([{ user: "lin", name: "Lin Xiao" }]);
    expect(store.getState().flows).toBe(null);
  });
});
