import { validateDefinition, type WorkflowDefinition } from "@flowright/definition";
import { type ProofFinding, type ProofRepair, prove } from "@flowright/engine";
import { expect, test } from "vitest";
import { execute, historyOf, undone } from "../../model/history.ts";
import { repairOf } from "./repair-of.ts";

const who = { type: "initiator" } as const;
const flow = (split: "exclusive" | "parallel", join: "exclusive" | "parallel"): WorkflowDefinition => ({
  schema: "flowright/workflow/v1",
  id: "repair",
  name: "Repair",
  variables: { type: "object", properties: { urgent: { type: "boolean" } } },
  nodes: [
    { id: "begin", kind: "start" },
    { id: "split", kind: split },
    { id: "a", kind: "userTask", who },
    { id: "b", kind: "userTask", who },
    { id: "join", kind: join },
    { id: "next", kind: "userTask", who },
    { id: "done", kind: "end" },
  ],
  edges: [
    { id: "e1", source: "begin", target: "split" },
    { id: "e2", source: "split", target: "a", ...(split === "exclusive" ? { condition: "urgent" } : {}) },
    { id: "e3", source: "split", target: "b", ...(split === "exclusive" ? { default: true } : {}) },
    { id: "e4", source: "a", target: "join" },
    { id: "e5", source: "b", target: "join" },
    { id: "e6", source: "join", target: "next" },
    { id: "e7", source: "next", target: "done" },
  ],
});

const merging: WorkflowDefinition = {
  ...flow("parallel", "parallel"),
  edges: [
    { id: "e1", source: "begin", target: "split" },
    { id: "e2", source: "split", target: "a" },
    { id: "e3", source: "split", target: "b" },
    { id: "e4", source: "a", target: "next" },
    { id: "e5", source: "b", target: "next" },
    { id: "e7", source: "next", target: "done" },
  ],
  nodes: flow("parallel", "parallel").nodes.filter(({ id }) => id !== "join"),
};

const choosing: WorkflowDefinition = {
  ...flow("exclusive", "exclusive"),
  edges: flow("exclusive", "exclusive").edges.map(({ default: _, ...edge }) =>
    edge.id === "e3" ? { ...edge, condition: "amount > 5" } : edge,
  ),
  variables: { type: "object", properties: { urgent: { type: "boolean" }, amount: { type: "number" } } },
};

test.each<[code: string, definition: WorkflowDefinition, repair: ProofRepair]>([
  [
    "proof.join-never-filled",
    flow("exclusive", "parallel"),
    { kind: "replace-kind", node: "join", to: "exclusive" },
  ],
  ["proof.runs-twice", merging, { kind: "insert-join", before: "next", to: "parallel" }],
  ["proof.no-branch", choosing, { kind: "set-default", edge: "e3" }],
])("%s is mended by the proposed edit, as one step that can be taken back", (code, definition, repair) => {
  const found = prove(definition).findings.find((each) => each.code === code);
  if (!found) throw new Error(`${code} is not found`);
  const fix = repairOf({ ...found, repair } as ProofFinding);
  if (!fix) throw new Error("nothing is proposed");
  const { history, outcome } = execute(historyOf(definition), fix.command, 0);
  expect(outcome.ok).toBe(true);
  expect(history.past).toHaveLength(1);
  expect(prove(history.definition).findings.map((each) => each.code)).not.toContain(code);
  expect(validateDefinition(history.definition).problems).toEqual([]);
  expect(undone(history).definition).toBe(definition);
});
