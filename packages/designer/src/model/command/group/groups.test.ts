import type { WorkflowDefinition } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { frameOf, isInSight, membersOf } from "../../group/groups-of.ts";
import { withGroupsFolded } from "../../group/with-groups-folded.ts";
import { execute, historyOf, undone } from "../../history.ts";
import { deleteSelection } from "../structure/delete-selection.ts";
import { moveNodes } from "../structure/move-nodes.ts";
import { changeGroup } from "./change-group.ts";
import { groupSteps } from "./group-steps.ts";
import { ungroup } from "./ungroup.ts";

const who = { type: "initiator" } as const;
const FLOW: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "flow",
  name: "Flow",
  nodes: [
    { id: "start", kind: "start" },
    { id: "a", kind: "userTask", who },
    { id: "b", kind: "userTask", who },
    { id: "c", kind: "userTask", who },
    { id: "late", kind: "boundary", attachedTo: "b", event: { type: "timer", duration: "P1D" } },
  ],
  edges: [
    { id: "1", source: "start", target: "a" },
    { id: "2", source: "a", target: "b" },
    { id: "3", source: "b", target: "c" },
    { id: "4", source: "late", target: "c" },
  ],
};

const grouped = () => execute(historyOf(FLOW), groupSteps(["a", "b"]), 0).history;
const first = (definition: WorkflowDefinition) => {
  const group = definition.drawing?.groups?.[0];
  if (!group) throw new Error("no group");
  return group;
};

describe("groups", () => {
  it("frame their steps, and undo takes the frame back", () => {
    const history = grouped();
    const group = first(history.definition);
    expect(group.nodes).toEqual(["a", "b"]);
    expect(history.selection).toEqual([group.id]);
    expect(membersOf(history.definition, group)).toEqual(["a", "b", "late"]);
    const frame = frameOf(history.definition, group);
    expect(group.position).toEqual({ x: frame?.x, y: frame?.y });
    expect(JSON.stringify(undone(history).definition)).toBe(JSON.stringify(FLOW));
  });

  it("follow their steps and forget those that are deleted; an empty one goes", () => {
    const history = grouped();
    const before = first(history.definition);
    const moved = execute(history, moveNodes(new Map([["b", { x: 900, y: 400 }]])), 1).history;
    expect(first(moved.definition).size?.width).toBeGreaterThan(before.size?.width ?? 0);
    const less = execute(moved, deleteSelection(["b"], { heal: false }), 2).history;
    expect(first(less.definition).nodes).toEqual(["a"]);
    const none = execute(less, deleteSelection(["a"], { heal: false }), 3).history;
    expect(none.definition.drawing).toBeUndefined();
  });

  it("take a step from the group that it was in", () => {
    const again = execute(grouped(), groupSteps(["b", "c"]), 1).history;
    expect(again.definition.drawing?.groups?.map(({ nodes }) => nodes)).toEqual([["a"], ["b", "c"]]);
  });

  it("are one card when folded, with the lines in and out", () => {
    const history = grouped();
    const { id } = first(history.definition);
    const folded = execute(history, changeGroup(id, { collapsed: true }), 1).history;
    const drawn = withGroupsFolded(folded.definition);
    expect(drawn.nodes.map((node) => node.id)).toEqual(["start", "c", id]);
    expect(drawn.edges.map(({ source, target }) => [source, target])).toEqual([
      ["start", id],
      [id, "c"],
      [id, "c"],
    ]);
    expect(folded.definition.nodes).toBe(history.definition.nodes);
  });

  it("come apart without losing a step", () => {
    const history = grouped();
    const apart = execute(history, ungroup([first(history.definition).id]), 1).history;
    expect(apart.definition.drawing).toBeUndefined();
    expect(apart.selection).toEqual(["a", "b", "late"]);
    expect(apart.definition.nodes).toHaveLength(5);
  });

  it("are out of sight in a folded sub-process", () => {
    const flow: WorkflowDefinition = {
      ...FLOW,
      nodes: [{ id: "box", kind: "subProcess", collapsed: true, nodes: FLOW.nodes, edges: FLOW.edges }],
      edges: [],
    };
    const { definition } = execute(historyOf(flow), groupSteps(["a", "b"]), 0).history;
    expect(first(definition).in).toBe("box");
    expect(isInSight(definition, first(definition))).toBe(false);
  });

  it("of another tool hold what stands inside their frame", () => {
    const { definition } = grouped();
    const { position, size } = first(definition);
    const foreign = { id: "theirs", ...(position ? { position } : {}), ...(size ? { size } : {}) };
    const flow = { ...definition, drawing: { groups: [foreign] } };
    expect(membersOf(flow, foreign)).toEqual(["a", "b", "late"]);
  });
});
