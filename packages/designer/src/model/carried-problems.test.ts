import { validateDefinition, type WorkflowDefinition } from "@flowright/definition";
import { describe, expect, test } from "vitest";
import { carriedProblems } from "./carried-problems.ts";
import { deleteSelection } from "./command/structure/delete-selection.ts";
import { execute, historyOf } from "./history.ts";

/** A role that the flow does not declare. */
const NOBODY = { type: "role", role: "nobody" } as const;

const FLOW: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "carried",
  name: "Carried",
  nodes: [
    { id: "begin", kind: "start" },
    { id: "first", kind: "userTask", who: NOBODY },
    { id: "second", kind: "userTask", who: NOBODY },
    { id: "done", kind: "end" },
  ],
  edges: [
    { id: "e1", source: "begin", target: "first" },
    { id: "e2", source: "first", target: "second" },
    { id: "e3", source: "second", target: "done" },
  ],
};

const without = (...ids: string[]) =>
  execute(historyOf(FLOW), deleteSelection(ids, { heal: true }), 0).history.definition;

describe("problems found in an older document", () => {
  const { problems } = validateDefinition(FLOW);
  test("there are some of both steps", () => {
    const whoMissing = problems.filter(({ code }) => code === problems[0]?.code);
    expect(whoMissing.map(({ node }) => node)).toEqual(["first", "second"]);
  });

  test("go with the element they are of", () => {
    const carried = carriedProblems(problems, FLOW, without("first"));
    expect(carried.some(({ node }) => node === "first")).toBe(false);
    expect(carried.some(({ node }) => node === "second")).toBe(true);
  });

  test("follow an element to its place in the present document", () => {
    const after = without("first");
    const found = validateDefinition(after).problems.filter(({ node }) => node === "second");
    const carried = carriedProblems(problems, FLOW, after).filter(({ node }) => node === "second");
    expect(found.length).toBeGreaterThan(0);
    expect(carried.map(({ path }) => path)).toEqual(found.map(({ path }) => path));
  });

  test("are the same array where nothing moved", () => {
    expect(carriedProblems(problems, FLOW, { ...FLOW, name: "Another" })).toBe(problems);
  });

  test("of no element go with what they point at", () => {
    const form = { ...problems[0], node: undefined, path: "/description" } as (typeof problems)[number];
    const described = { ...FLOW, description: "Words" };
    expect(carriedProblems([form], described, FLOW)).toEqual([]);
    expect(carriedProblems([form], described, { ...described, name: "x" })).toEqual([form]);
  });
});
