import { isContainer, validateDefinition, type WorkflowDefinition } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { indexOf } from "../../document/index-of.ts";
import { execute, historyOf, undone } from "../../history.ts";
import { extract } from "./extract.ts";
import { groupSteps } from "./group-steps.ts";

const who = { type: "initiator" } as const;
const task = (id: string) => ({ id, kind: "userTask", who, name: id }) as const;
const line = (source: string, target: string, rest = {}) => ({
  id: `${source}-${target}`,
  source,
  target,
  ...rest,
});

/** start → check → (ok) pack → ship → end; (not ok) repair → check. */
const FLOW: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "flow",
  name: "Flow",
  nodes: [
    { id: "start", kind: "start" },
    task("check"),
    { id: "choice", kind: "exclusive" },
    task("pack"),
    task("ship"),
    task("repair"),
    { id: "end", kind: "end", name: "Done" },
  ],
  edges: [
    line("start", "check"),
    line("check", "choice"),
    line("choice", "pack", { condition: "1 = 1" }),
    line("pack", "ship"),
    line("ship", "end"),
    line("choice", "repair", { default: true }),
    line("repair", "check"),
  ],
};

function extracted(ids: readonly string[], definition = FLOW) {
  const outcome = extract(ids).execute(definition);
  if (!outcome.ok) throw new Error(outcome.refusal.message.en);
  const made = indexOf(outcome.definition).nodes.get(outcome.selection?.[0] ?? "")?.node;
  if (!made || !isContainer(made)) throw new Error("no sub-process");
  return { definition: outcome.definition, made };
}

function refusal(ids: readonly string[], definition = FLOW) {
  const outcome = extract(ids).execute(definition);
  return outcome.ok ? null : outcome.refusal;
}

const ends = (edges: readonly { source: string; target: string }[]) =>
  edges.map(({ source, target }) => `${source}-${target}`);

describe("making a sub-process of steps", () => {
  it("re-ties what led in and what leads out, in one step that undo takes back", () => {
    const { definition, made } = extracted(["pack", "ship"]);
    expect(ends(definition.edges)).toContain(`choice-${made.id}`);
    expect(ends(definition.edges)).toContain(`${made.id}-end`);
    expect(ends(made.edges)).toEqual(["start_1-pack", "pack-ship", "ship-end_1"]);
    expect(definition.edges.find(({ target }) => target === made.id)?.condition).toBe("1 = 1");
    expect(validateDefinition(definition).problems.filter(({ severity }) => severity === "error")).toEqual(
      [],
    );
    const { history } = execute(historyOf(FLOW), extract(["pack", "ship"]), 0);
    expect(JSON.stringify(undone(history).definition)).toBe(JSON.stringify(FLOW));
  });

  it("keeps what a line out asks for on the inner half", () => {
    const { definition, made } = extracted(["check", "choice", "repair"]);
    const inner = made.edges.find(({ source, target }) => source === "choice" && target !== "repair");
    expect(inner?.condition).toBe("1 = 1");
    expect(definition.edges.find(({ source }) => source === made.id)?.condition).toBeUndefined();
  });

  it("takes the events on the edges of steps along", () => {
    const definition: WorkflowDefinition = {
      ...FLOW,
      nodes: [
        ...FLOW.nodes,
        {
          id: "late",
          kind: "boundary",
          attachedTo: "ship",
          event: { type: "timer", duration: "P1D" },
        },
      ],
      edges: [...FLOW.edges, line("late", "end")],
    };
    expect(extracted(["pack", "ship"], definition).made.nodes.map(({ id }) => id)).toContain("late");
  });

  it("names the line that is a second way in or out", () => {
    expect(refusal(["choice", "pack"])?.message.en).toContain("“Decision” leads to “repair”");
    expect(refusal(["choice", "pack"])?.code).toBe("extract.another-way-out");
    expect(refusal(["check", "pack"])?.code).toBe("extract.another-way-in");
    expect(refusal(["check", "pack"])?.message["zh-CN"]).toContain("“pack”");
  });

  it("leaves the start outside, and what ends the flow while something follows", () => {
    expect(refusal(["start", "check"])?.code).toBe("extract.start");
    const both: WorkflowDefinition = {
      ...FLOW,
      nodes: [...FLOW.nodes, { id: "stop", kind: "end", name: "Stop" }],
      edges: FLOW.edges.map((edge) => (edge.id === "repair-check" ? line("repair", "stop") : edge)),
    };
    expect(refusal(["choice", "repair", "stop", "pack"], both)?.code).toBe("extract.ends-flow");
    const last = extracted(["pack", "ship", "end"], both);
    expect(ends(last.definition.edges)).toContain(`${last.made.id}-end_1`);
    expect(last.made.nodes.map(({ id }) => id)).toContain("end");
  });

  it("does not end in nothing but an error", () => {
    const failing: WorkflowDefinition = {
      ...FLOW,
      nodes: FLOW.nodes.map((node) =>
        node.id === "end" ? { id: "end", kind: "end", result: { type: "error", code: "lost" } } : node,
      ),
    };
    expect(refusal(["pack", "ship", "end"], failing)?.code).toBe("extract.never-done");
    expect(refusal(["pack", "ship"], failing)).toBeNull();
  });

  it("refuses lines that run at the same time into a step that counts them", () => {
    const definition: WorkflowDefinition = {
      ...FLOW,
      nodes: [
        { id: "start", kind: "start" },
        { id: "split", kind: "parallel" },
        task("a"),
        task("b"),
        { id: "join", kind: "parallel" },
        { id: "end", kind: "end" },
      ],
      edges: [
        line("start", "split"),
        line("split", "a"),
        line("split", "b"),
        line("a", "join"),
        line("b", "join"),
        line("join", "end"),
      ],
    };
    expect(refusal(["split", "a", "b"], definition)?.code).toBe("extract.several-lines");
    expect(refusal(["a", "b", "join"], definition)?.code).toBe("extract.another-way-in");
    expect(extracted(["split", "a", "b", "join"], definition).made.nodes).toHaveLength(6);
  });

  it("carries a group along whose steps all go inside", () => {
    const grouped = execute(historyOf(FLOW), groupSteps(["pack", "ship"]), 0).history;
    const group = grouped.selection[0] ?? "";
    const { definition } = execute(grouped, extract([group]), 1).history;
    expect(definition.drawing?.groups?.[0]).toMatchObject({
      id: group,
      in: "subProcess_1",
      nodes: ["pack", "ship"],
    });
  });
});
