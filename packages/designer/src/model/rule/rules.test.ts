import type { Node, WorkflowDefinition } from "@flowright/definition";
import { describe, expect, test } from "vitest";
import type { Command } from "../command/command.ts";
import { replaceKind } from "../command/replace/replace-kind.ts";
import { addNode } from "../command/structure/add-node.ts";
import { appendNode } from "../command/structure/append-node.ts";
import { connect } from "../command/structure/connect.ts";
import { onlyWhen } from "../command/structure/only-when.ts";
import { indexOf } from "../document/index-of.ts";
import type { ElementType } from "../element/element-type.ts";
import { ELEMENT_TYPES, elementType, elementTypeOf } from "../element/element-types.ts";
import { execute, historyOf } from "../history.ts";
import { canConnect } from "./can-connect.ts";
import { canDrop } from "./can-drop.ts";

const who = { type: "initiator" } as const;
const task = (id: string): Node => ({ id, kind: "userTask", who });

const FLOW: WorkflowDefinition = {
  schema: "flowright/workflow/v1",
  id: "rules",
  name: "Rules",
  nodes: [
    { id: "begin", kind: "start" },
    task("work"),
    { id: "call", kind: "serviceTask", jobType: "x" },
    { id: "note", kind: "scriptTask", assignments: [{ target: "x", value: "1" }] },
    { id: "undo", kind: "boundary", attachedTo: "call", event: { type: "compensation" } },
    task("undoing"),
    task("other"),
    { id: "leave", kind: "throw", event: { type: "link", name: "A" } },
    { id: "arrive", kind: "catch", event: { type: "link", name: "A" } },
    { id: "race", kind: "eventBased" },
    { id: "signal", kind: "catch", event: { type: "signal", signal: { name: "s" } } },
    { id: "end", kind: "end" },
    {
      id: "react",
      kind: "eventSubProcess",
      nodes: [{ id: "r-begin", kind: "start", trigger: { type: "error" } }],
      edges: [],
    },
    {
      id: "whole",
      kind: "transaction",
      nodes: [{ id: "w-begin", kind: "start" }, task("w-work")],
      edges: [],
    },
    { id: "free", kind: "adHoc", nodes: [task("f-work")], edges: [] },
    {
      id: "plan",
      kind: "plan",
      nodes: [
        task("p1"),
        task("p2"),
        task("p3"),
        { id: "late", kind: "boundary", attachedTo: "p1", event: { type: "timer", duration: "P1D" } },
      ],
      edges: [
        { id: "p1-p2", source: "p1", target: "p2" },
        { id: "p2-p3", source: "p2", target: "p3" },
      ],
    },
  ],
  edges: [
    { id: "in", source: "begin", target: "work" },
    { id: "undo-it", source: "undo", target: "undoing" },
  ],
};

function element(id: string): ElementType {
  const found = elementType(id);
  if (!found) throw new Error(`No element ${id}`);
  return found;
}

function after(...commands: Command[]): WorkflowDefinition {
  return commands.reduce((history, command) => execute(history, command, 0).history, historyOf(FLOW))
    .definition;
}

const code = (answer: true | { code: string }) => (answer === true ? true : answer.code);

describe("elements", () => {
  test("each is told from its own draft, and no other claims it", () => {
    for (const each of ELEMENT_TYPES) {
      const node = { id: "n", attachedTo: "x", ...each.draft() } as Node;
      expect(elementTypeOf(node).id).toBe(each.id);
      expect(ELEMENT_TYPES.filter((other) => other.is(node)).map(({ id }) => id)).toEqual([each.id]);
    }
  });
});

describe("lines", () => {
  test.each<[source: string, target: string, answer: true | string]>([
    ["work", "react", "connect.event-block"],
    ["react", "work", "connect.event-block"],
    ["leave", "work", "connect.from-jump"],
    ["work", "leave", true],
    ["work", "arrive", "connect.to-jump-target"],
    ["arrive", "work", true],
    ["race", "signal", true],
    ["race", "arrive", "connect.to-jump-target"],
    ["race", "work", "connect.not-an-event"],
    ["undo", "other", "connect.undo-needs-own-step"],
    ["undoing", "end", "connect.undoing-step"],
    ["work", "undoing", "connect.undoing-step"],
    ["p1", "p3", true],
    ["p3", "p1", "connect.plan-cycle"],
    ["late", "p3", "connect.from-event-in-plan"],
    ["p1", "work", "connect.crosses-border"],
  ])("from %s to %s", (source, target, answer) => {
    expect(code(canConnect(FLOW, source, target))).toBe(answer);
  });

  test("what undoes a step is one task that no other line touches", () => {
    const free = { ...FLOW, edges: FLOW.edges.slice(0, 1) };
    expect(canConnect(free, "undo", "undoing")).toBe(true);
    expect(code(canConnect(free, "undo", "work"))).toBe("connect.undo-needs-own-step");
    expect(code(canConnect(free, "undo", "end"))).toBe("connect.undo-needs-own-step");
  });

  test("in a plan a line carries no choice, elsewhere no dependency", () => {
    const made = after(connect("p1", "p3"), onlyWhen("p2"));
    const plan = made.nodes.find(({ id }) => id === "plan");
    expect(plan?.kind === "plan" && plan.nodes.map(({ kind }) => kind)).not.toContain("exclusive");
    expect(plan?.kind === "plan" && plan.edges).toHaveLength(3);
  });
});

describe("places", () => {
  const inside = (container: string | null) => ({ type: "container", container }) as const;
  const on = (step: string) => ({ type: "step", step }) as const;
  test.each<[element: string, target: Parameters<typeof canDrop>[2], answer: true | string]>([
    ["end", inside("free"), "stand.no-start-in-any-order"],
    ["exclusive", inside("plan"), "stand.not-in-plan"],
    ["approval", inside("plan"), true],
    ["subProcess", inside("plan"), true],
    ["start", inside("react"), "stand.needs-event"],
    ["errorStart", inside("react"), true],
    ["errorStart", inside(null), "stand.only-in-event-block"],
    ["timerStart", inside(null), true],
    ["timerStart", inside("whole"), "drop.message-start-inside"],
    ["cancelEnd", inside(null), "stand.cancel-outside"],
    ["cancelEnd", inside("whole"), true],
    ["boundaryCancel", on("whole"), true],
    ["boundaryCancel", on("call"), "drop.never-happens"],
    ["boundaryEscalation", on("call"), "drop.never-happens"],
    ["boundaryEscalation", on("free"), true],
    ["boundaryTimer", on("note"), "drop.never-happens"],
    ["boundaryCompensation", on("note"), true],
    ["boundaryTimer", on("race"), "drop.not-on-step"],
    ["boundaryCompensation", on("p1"), "stand.not-in-plan"],
    ["eventSubProcess", { type: "edge", edge: "in" }, "drop.not-on-line"],
    ["linkThrow", { type: "edge", edge: "in" }, "drop.not-on-line"],
    ["messageThrow", { type: "edge", edge: "in" }, true],
    ["userTask", { type: "edge", edge: "undo-it" }, "drop.not-before-undo"],
    ["inclusive", { type: "edge", edge: "p1-p2" }, "stand.not-in-plan"],
  ])("%s at %j", (id, target, answer) => {
    expect(code(canDrop(FLOW, element(id), target))).toBe(answer);
  });

  test("commands refuse what the rules refuse", () => {
    const refusal = (command: Command) => {
      const { outcome } = execute(historyOf(FLOW), command, 0);
      return outcome.ok ? null : outcome.refusal.code;
    };
    expect(refusal(appendNode("p3", element("exclusive")))).toBe("stand.not-in-plan");
    expect(refusal(appendNode("f-work", element("end")))).toBe("stand.no-start-in-any-order");
    expect(refusal(replaceKind("p1", element("timerCatch")))).toBe("stand.not-in-plan");
    expect(refusal(replaceKind("undo", element("boundaryEscalation")))).toBe("drop.never-happens");
    expect(refusal(addNode(element("start"), { container: "plan", centre: { x: 0, y: 0 } }))).toBe(
      "stand.not-in-plan",
    );
  });
});

describe("a block of another kind", () => {
  const kindsIn = (definition: WorkflowDefinition, id: string) => {
    const node = indexOf(definition).nodes.get(id)?.node;
    return node && "nodes" in node ? node.nodes.map(({ kind }) => kind) : [];
  };

  test("a plan as a sub-process gets a start and an end, and keeps its lines", () => {
    const made = after(replaceKind("plan", element("subProcess")));
    expect(kindsIn(made, "plan")).toEqual(["start", "userTask", "userTask", "userTask", "boundary", "end"]);
    const plan = indexOf(made).nodes.get("plan")?.node;
    expect(
      plan?.kind === "subProcess" &&
        plan.edges.map(({ source, target }) => `${source} ${target}`.replace(/_\d/g, "")),
    ).toEqual(["start p1", "p1 p2", "p2 p3", "p3 end", "late end"]);
  });

  test("a transaction as a plan loses what does no work", () => {
    expect(kindsIn(after(replaceKind("whole", element("plan"))), "whole")).toEqual(["userTask"]);
    expect(kindsIn(after(replaceKind("whole", element("adHoc"))), "whole")).toEqual(["userTask"]);
  });

  test("a block as one that reacts to events gets an event to react to, and back", () => {
    const made = after(replaceKind("whole", element("eventSubProcess")));
    const start = indexOf(made).nodes.get("w-begin")?.node;
    expect(start?.kind === "start" && start.trigger?.type).toBe("message");
    const back = after(
      replaceKind("whole", element("eventSubProcess")),
      replaceKind("whole", element("subProcess")),
    );
    expect(indexOf(back).nodes.get("w-begin")?.node).toEqual({ id: "w-begin", kind: "start" });
  });
});
