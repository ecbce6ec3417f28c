import { validateDefinition, type WorkflowDefinition } from "@flowright/definition";
import { prove } from "@flowright/engine";
import { expect, test } from "vitest";
import { mergedProblems } from "./merged-problems.ts";

const who = { type: "initiator" } as const;

/** A choice whose branches meet at a join that waits for both. */
const STUCK: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "stuck",
  name: "Stuck",
  variables: { type: "object", properties: { urgent: { type: "boolean" } } },
  nodes: [
    { id: "begin", kind: "start" },
    { id: "choose", kind: "exclusive" },
    { id: "a", kind: "userTask", who },
    { id: "b", kind: "userTask", who },
    { id: "join", kind: "parallel" },
    { id: "done", kind: "end" },
  ],
  edges: [
    { id: "e1", source: "begin", target: "choose" },
    { id: "e2", source: "choose", target: "a", condition: "urgent" },
    { id: "e3", source: "choose", target: "b", default: true },
    { id: "e4", source: "a", target: "join" },
    { id: "e5", source: "b", target: "join" },
    { id: "e6", source: "join", target: "done" },
  ],
};

test("a matter that drawing and proof both see is told once, with the way there", () => {
  const drawn = validateDefinition(STUCK).problems;
  const { findings } = prove(STUCK);
  expect(drawn.map(({ code }) => code)).toContain("parallel.join-never-filled");
  const merged = mergedProblems(STUCK, drawn, findings);
  const atJoin = merged.filter(({ node }) => node === "join");
  expect(atJoin.map(({ code }) => code)).toEqual(["proof.join-never-filled"]);
});

test("a finding about a step that has gone is not shown any more", () => {
  const { findings } = prove(STUCK);
  const without = { ...STUCK, nodes: STUCK.nodes.slice(0, 4), edges: STUCK.edges.slice(0, 3) };
  expect(mergedProblems(without, [], findings).map(({ node }) => node)).not.toContain("join");
});
