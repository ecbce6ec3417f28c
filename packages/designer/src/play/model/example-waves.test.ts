import type { WorkflowDefinition } from "@flowright/definition";
import type { EngineEvent } from "@flowright/engine";
import { expect, test } from "vitest";
import { wavesOf } from "./example-waves.ts";

const definition: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "waves",
  name: "Waves",
  nodes: [
    { id: "begin", kind: "start" },
    { id: "fork", kind: "parallel" },
    { id: "a", kind: "manualTask" },
    { id: "b", kind: "manualTask" },
    { id: "join", kind: "parallel" },
  ],
  edges: [
    { id: "in", source: "begin", target: "fork" },
    { id: "to-a", source: "fork", target: "a" },
    { id: "to-b", source: "fork", target: "b" },
    { id: "a-on", source: "a", target: "join" },
    { id: "b-on", source: "b", target: "join" },
  ],
};

const taken = (edge: string) => ({ kind: "edge.taken", edge }) as EngineEvent;

test("branches travel side by side, one wave after the other; lines that are not drawn are left out", () => {
  const turn = ["in", "fork.way", "to-a", "a-on", "to-b", "b-on"].map(taken);
  expect(wavesOf(definition, [turn])).toEqual([["in"], ["to-a", "to-b"], ["a-on", "b-on"]]);
});

test("each turn begins anew", () => {
  expect(wavesOf(definition, [[taken("in")], [], [taken("a-on")]])).toEqual([["in"], ["a-on"]]);
});
