import type { Node, WorkflowDefinition } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { generatedFlow } from "../../../../bench/browser-budgets/generated-flow.ts";
import { indexOf } from "../../document/index-of.ts";
import type { ElementType } from "../../element/element-type.ts";
import { elementType } from "../../element/element-types.ts";
import { placesOf } from "../../geometry/places-of.ts";
import { execute, historyOf, undone } from "../../history.ts";
import { canConnect } from "../../rule/can-connect.ts";
import type { Command } from "../command.ts";
import { updateEdge } from "../content/update-edge.ts";
import { updateNode } from "../content/update-node.ts";
import { replaceKind } from "../replace/replace-kind.ts";
import { addNode } from "./add-node.ts";
import { addOtherwise } from "./add-otherwise.ts";
import { appendNode } from "./append-node.ts";
import { connect } from "./connect.ts";
import { deleteSelection } from "./delete-selection.ts";
import { insertOnEdge } from "./insert-on-edge.ts";
import { layoutFlow } from "./layout-flow.ts";
import { onlyWhen } from "./only-when.ts";

const flow: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "flow",
  name: "Flow",
  nodes: [
    { id: "start", kind: "start" },
    { id: "decide", kind: "exclusive" },
    { id: "approve", kind: "approval", who: { type: "initiator" }, rule: { type: "any" } },
    { id: "end", kind: "end" },
  ],
  edges: [
    { id: "to-decide", source: "start", target: "decide" },
    { id: "large", source: "decide", target: "approve", condition: "amount > 5" },
    { id: "to-end", source: "approve", target: "end" },
  ],
};

function element(id: string): ElementType {
  const found = elementType(id);
  if (!found) throw new Error(`No element ${id}`);
  return found;
}

function after(definition: WorkflowDefinition, ...commands: Command[]): WorkflowDefinition {
  return commands.reduce((history, command) => execute(history, command, 0).history, historyOf(definition))
    .definition;
}

const edge = (definition: WorkflowDefinition, id: string) => indexOf(definition).edges.get(id)?.edge;
const between = (definition: WorkflowDefinition, source: string, target: string) =>
  definition.edges.find((each) => each.source === source && each.target === target);

describe("lines that leave a decision", () => {
  it("make the second one “otherwise”", () => {
    const made = after(flow, connect("decide", "end"));
    expect(between(made, "decide", "end")?.default).toBe(true);
    expect(edge(made, "large")?.condition).toBe("amount > 5");
  });

  it("have one “otherwise”, the last one chosen, without a condition", () => {
    const made = after(flow, connect("decide", "end"), updateEdge("large", { default: true }));
    expect(edge(made, "large")).toEqual({ id: "large", source: "decide", target: "approve", default: true });
    expect(between(made, "decide", "end")?.default).toBeUndefined();
  });

  it("lose their conditions when the decision becomes something else", () => {
    const made = after(flow, replaceKind("decide", element("parallel")));
    expect(edge(made, "large")?.condition).toBeUndefined();
  });
});

describe("lines that leave an approval", () => {
  it("go by outcome as soon as there are two", () => {
    const made = after(flow, appendNode("approve", element("end")));
    const added = made.edges.at(-1);
    expect(edge(made, "to-end")?.outcome).toBe("approved");
    expect(added?.outcome).toBe("rejected");
  });
});

describe("inserting into a line", () => {
  it("keeps the condition before the new step", () => {
    const made = after(flow, insertOnEdge("large", element("userTask")));
    expect(edge(made, "large")).toMatchObject({ target: "userTask_1", condition: "amount > 5" });
    expect(between(made, "userTask_1", "approve")).toBeDefined();
  });

  it("makes room to the right", () => {
    const before = placesOf(flow);
    const made = placesOf(after(flow, insertOnEdge("to-end", element("userTask"))));
    expect(made.get("end")?.x).toBeGreaterThan(before.get("end")?.x ?? 0);
    expect(made.get("decide")?.x).toBe(before.get("decide")?.x);
  });

  it("keeps “otherwise” at the decision that it belongs to, and goes on as “otherwise” out of a new one", () => {
    const made = after(
      flow,
      updateEdge("large", { condition: undefined, default: true }),
      insertOnEdge("large", element("exclusive")),
    );
    expect(edge(made, "large")).toMatchObject({ source: "decide", default: true });
    expect(between(made, "exclusive_1", "approve")?.default).toBe(true);
    const task = after(made, insertOnEdge("to-end", element("userTask")));
    expect(between(task, "userTask_1", "end")?.default).toBeUndefined();
  });

  it("moves nothing where there is room, and no more than is needed", () => {
    const at = (x: number) => ({ x, y: 0 });
    const line = (gap: number): WorkflowDefinition => ({
      ...flow,
      nodes: [
        { id: "a", kind: "manualTask", position: at(0) },
        { id: "b", kind: "manualTask", position: at(220 + gap) },
        { id: "c", kind: "manualTask", position: at(220 + gap + 280) },
      ],
      edges: [
        { id: "ab", source: "a", target: "b" },
        { id: "bc", source: "b", target: "c" },
      ],
    });
    const moved = (gap: number) => {
      const made = placesOf(after(line(gap), insertOnEdge("ab", element("userTask"))));
      return ["b", "c"].map((id) => (made.get(id)?.x ?? 0) - (placesOf(line(gap)).get(id)?.x ?? 0));
    };
    expect(moved(400)).toEqual([0, 0]);
    expect(moved(64)).toEqual([288, 288]);
    expect(moved(300)).toEqual([48, 48]);
  });

  it.each(["userTask", "subProcess"])(
    "covers nothing with a new %s, on whatever line, as one step to undo",
    (kind) => {
      const large = generatedFlow(60);
      for (const { id } of large.edges) {
        const { history, outcome } = execute(historyOf(large), insertOnEdge(id, element(kind)), 0);
        if (!outcome.ok) continue;
        expect(history.past).toHaveLength(1);
        const places = placesOf(history.definition);
        const steps = history.definition.nodes.flatMap((node) =>
          node.kind === "boundary" ? [] : [places.get(node.id) ?? { x: 0, y: 0, width: 0, height: 0 }],
        );
        const covering = steps.filter((a, index) =>
          steps
            .slice(index + 1)
            .some(
              (b) =>
                a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
            ),
        );
        expect(covering, id).toEqual([]);
      }
    },
  );
});

describe("deleting", () => {
  it("takes the lines along, and the events on the edge of the step", () => {
    const withTimer = after(flow, addNode(element("boundaryTimer"), { attachedTo: "approve" }));
    expect(withTimer.nodes.map(({ kind }) => kind)).toContain("boundary");
    const made = after(withTimer, deleteSelection(["approve"], { heal: false }));
    expect(made.nodes.map(({ id }) => id)).toEqual(["start", "decide", "end"]);
    expect(made.edges.map(({ id }) => id)).toEqual(["to-decide"]);
  });

  it("reconnects what it leaves behind when asked, keeping the condition", () => {
    const made = after(flow, deleteSelection(["approve"], { heal: true }));
    expect(edge(made, "large")).toEqual({
      id: "large",
      source: "decide",
      target: "end",
      condition: "amount > 5",
    });
  });
});

describe("“only in some cases”", () => {
  it("puts a decision in front, with a way past the step", () => {
    const made = after(flow, onlyWhen("approve"));
    expect(edge(made, "large")?.target).toBe("exclusive_1");
    expect(between(made, "exclusive_1", "approve")?.default).toBeUndefined();
    expect(between(made, "exclusive_1", "end")?.default).toBe(true);
  });

  it("is refused where there is no way past", () => {
    const { outcome } = execute(historyOf(flow), onlyWhen("end"), 0);
    expect(outcome).toMatchObject({ ok: false, refusal: { code: "only-when.no-way-past" } });
  });
});

describe("adding an “otherwise”", () => {
  it("leads past the step of the branch to what follows it", () => {
    const made = after(flow, addOtherwise("decide"));
    expect(between(made, "decide", "end")?.default).toBe(true);
    expect(edge(made, "large")?.condition).toBe("amount > 5");
  });

  it("leads to an end of its own where nothing follows", () => {
    const made = after(flow, deleteSelection(["to-end"], { heal: false }), addOtherwise("decide"));
    expect(between(made, "decide", "end_1")?.default).toBe(true);
  });
});

describe("rules for lines", () => {
  it.each([
    ["start", "start", "connect.itself"],
    ["end", "approve", "connect.from-end"],
    ["approve", "start", "connect.to-start"],
    ["start", "decide", "connect.twice"],
    ["start", "nowhere", "connect.unknown"],
  ])("from %s to %s: %s", (source, target, code) => {
    expect(canConnect(flow, source, target)).toMatchObject({ code });
  });

  it("let a way lead back", () => {
    expect(canConnect(flow, "approve", "decide")).toBe(true);
  });
});

describe("a sub-process", () => {
  const withBlock = after(
    flow,
    addNode(element("subProcess"), { container: null, centre: { x: 900, y: 0 } }),
  );
  const block = withBlock.nodes.find((node) => node.kind === "subProcess") as Extract<
    Node,
    { kind: "subProcess" }
  >;

  it("comes with a start and an end, and takes steps", () => {
    expect(block.nodes.map(({ kind }) => kind)).toEqual(["start", "end"]);
    const made = after(withBlock, insertOnEdge(block.edges[0]?.id ?? "", element("userTask")));
    const inner = made.nodes.find((node) => node.id === block.id);
    expect(inner?.kind === "subProcess" && inner.nodes).toHaveLength(3);
  });

  it("cannot be left by a line", () => {
    expect(canConnect(withBlock, block.nodes[0]?.id ?? "", "end")).toMatchObject({
      code: "connect.crosses-border",
    });
  });

  it("pushes its neighbours away when it grows, and lets them back when it is folded", () => {
    const next = after(withBlock, appendNode(block.id, element("userTask")));
    const task = next.nodes.at(-1)?.id ?? "";
    const grown = after(next, insertOnEdge(block.edges[0]?.id ?? "", element("userTask")));
    const far = placesOf(grown).get(task)?.x ?? 0;
    expect(far).toBeGreaterThan(placesOf(next).get(task)?.x ?? 0);
    const closed = after(grown, updateNode(block.id, { collapsed: true }));
    expect(placesOf(closed).get(task)?.x).toBeLessThan(far);
    const open = after(closed, updateNode(block.id, { collapsed: undefined }));
    expect(placesOf(open).get(task)?.x).toBe(far);
  });
});

describe("history", () => {
  it("joins typing in one field, not in two", () => {
    let history = historyOf(flow);
    for (const [at, name] of ["C", "Ch", "Che"].entries()) {
      history = execute(history, updateNode("approve", { name }, "name"), at * 300).history;
    }
    history = execute(history, updateNode("approve", { goal: "x" }, "goal"), 900).history;
    expect(history.past).toHaveLength(2);
    expect(undone(undone(history)).definition).toBe(flow);
  });

  it("gives the selection back", () => {
    const { history } = execute(
      { ...historyOf(flow), selection: ["approve"] },
      deleteSelection(["approve"], { heal: false }),
      0,
    );
    expect(history.selection).toEqual([]);
    expect(undone(history).selection).toEqual(["approve"]);
  });
});

describe("tidying up", () => {
  it("touches positions and nothing else, and keeps the order of branches", () => {
    const branchy = after(flow, connect("decide", "end"), appendNode("decide", element("userTask")));
    const tidy = after(branchy, layoutFlow());
    const bare = (definition: WorkflowDefinition) =>
      JSON.stringify(definition, (key, value: unknown) => (key === "position" ? undefined : value));
    expect(bare(tidy)).toBe(bare(branchy));
    const places = placesOf(tidy);
    expect(places.get("approve")?.y).toBeLessThan(places.get("userTask_1")?.y ?? 0);
  });
});
