import { describe, expect, test } from "vitest";
import type { Node, WorkflowDefinition } from "../../generated/workflow.ts";
import { validateDefinition } from "../../validate-definition.ts";

const BAD = "nowhere > 1";
const who = { type: "initiator" } as const;
const rows = [{ target: "amount", value: BAD }];

/** One step between start and end; one field `amount`, and one list `lines` with the column `sku`. */
function flow(step: Node, extra: Node[] = []): WorkflowDefinition {
  return {
    schema: "flowright/workflow/v1",
    id: "places",
    name: "Places",
    variables: {
      type: "object",
      properties: {
        amount: { type: "number" },
        lines: { type: "array", items: { type: "object", properties: { sku: { type: "string" } } } },
      },
    },
    nodes: [{ id: "begin", kind: "start" }, step, { id: "done", kind: "end" }, ...extra],
    edges: [
      { id: "in", source: "begin", target: step.id },
      { id: "out", source: step.id, target: "done" },
    ],
  };
}

const unknownAt = (definition: WorkflowDefinition) =>
  validateDefinition(definition)
    .problems.filter(({ code }) => code.startsWith("expression.unknown-"))
    .map(({ path }) => path);

const looped = (loop: Extract<Node, { kind: "userTask" }>["loop"]): WorkflowDefinition =>
  flow({ id: "x", kind: "userTask", who, ...(loop ? { loop } : {}) });

const many = (more: object) =>
  looped({ type: "multiInstance", collection: "lines", ...more } as Extract<
    Node,
    { kind: "userTask" }
  >["loop"]);

describe("an expression is checked", () => {
  test.each<[place: string, definition: WorkflowDefinition]>([
    ["/nodes/1/loop/collection", many({ collection: BAD })],
    ["/nodes/1/loop/completion", many({ completion: BAD })],
    ["/nodes/1/loop/output/value", many({ output: { target: "amount", value: BAD } })],
    ["/nodes/1/loop/condition", looped({ type: "standard", condition: BAD })],
    [
      "/nodes/1/need/condition",
      flow({ id: "x", kind: "complex", need: { type: "condition", condition: BAD } }),
    ],
    [
      "/nodes/1/event/condition",
      flow({ id: "x", kind: "catch", event: { type: "condition", condition: BAD } }),
    ],
    ["/nodes/1/event/cycle", flow({ id: "x", kind: "catch", event: { type: "timer", cycle: `=${BAD}` } })],
    [
      "/nodes/1/event/signal/output/0/value",
      flow({ id: "x", kind: "catch", event: { type: "signal", signal: { name: "s", output: rows } } }),
    ],
    [
      "/nodes/1/event/signal/data/0/value",
      flow({ id: "x", kind: "throw", event: { type: "signal", signal: { name: "s", data: rows } } }),
    ],
    [
      "/nodes/1/event/message/data/0/value",
      flow({ id: "x", kind: "throw", event: { type: "message", message: { name: "m", data: rows } } }),
    ],
    [
      "/nodes/1/event/message",
      flow({ id: "x", kind: "throw", event: { type: "escalation", code: "c", message: BAD } }),
    ],
    ["/nodes/1/message/key", flow({ id: "x", kind: "sendTask", message: { name: "m", key: BAD } })],
    ["/nodes/1/businessKey", flow({ id: "x", kind: "callActivity", process: "p", businessKey: BAD })],
    ["/nodes/1/input/0/value", flow({ id: "x", kind: "callActivity", process: "p", input: rows })],
    ["/nodes/1/output/0/value", flow({ id: "x", kind: "callActivity", process: "p", output: rows })],
    [
      "/nodes/1/output/0/value",
      flow({ id: "x", kind: "businessRuleTask", decision: { id: "d" }, output: rows }),
    ],
    ["/nodes/1/completion", flow({ id: "x", kind: "adHoc", completion: BAD, nodes: [], edges: [] })],
    [
      "/nodes/1/edges/0/dependency/lag",
      flow({
        id: "x",
        kind: "plan",
        nodes: [
          { id: "a", kind: "manualTask" },
          { id: "b", kind: "manualTask" },
        ],
        edges: [{ id: "l", source: "a", target: "b", dependency: { lag: `=${BAD}` } }],
      }),
    ],
  ])("at %s", (place, definition) => {
    expect(unknownAt(definition)).toEqual([place]);
  });
});

describe("what is in sight", () => {
  test("an item is there in its round, and knows its columns; the list itself does not see it", () => {
    expect(unknownAt(many({ output: { target: "amount", value: "item.sku" } }))).toEqual([]);
    expect(unknownAt(many({ item: "line", completion: "line.sku = null and index > 1" }))).toEqual([]);
    expect(unknownAt(many({ output: { target: "amount", value: "item.price" } }))).toHaveLength(1);
    expect(unknownAt(many({ collection: "item" }))).toEqual(["/nodes/1/loop/collection"]);
  });

  test("the counters are there for the end of the rounds alone", () => {
    const counted = "numberOfCompletedInstances >= numberOfInstances / 2";
    expect(unknownAt(many({ completion: counted }))).toEqual([]);
    expect(unknownAt(many({ output: { target: "amount", value: "numberOfInstances" } }))).toHaveLength(1);
  });

  test("inside a block that is done several times its item is there", () => {
    const block = (value: string): WorkflowDefinition =>
      flow({
        id: "x",
        kind: "subProcess",
        loop: { type: "multiInstance", collection: "lines" },
        nodes: [{ id: "s", kind: "scriptTask", assignments: [{ target: "amount", value }] }],
        edges: [],
      });
    expect(unknownAt(block("index + 1"))).toEqual([]);
    expect(unknownAt(block("item.sku"))).toEqual([]);
    expect(unknownAt(block("item.price"))).toHaveLength(1);
  });

  test("what starts on an event reads the data around it, and a time that starts the flow none at all", () => {
    const reacting = (condition: string): WorkflowDefinition =>
      flow({ id: "x", kind: "manualTask" }, [
        {
          id: "r",
          kind: "eventSubProcess",
          variables: { type: "object", properties: { own: { type: "number" } } },
          nodes: [{ id: "s", kind: "start", trigger: { type: "condition", condition } }],
          edges: [],
        },
      ]);
    expect(unknownAt(reacting("amount > 1"))).toEqual([]);
    expect(unknownAt(reacting("own > 1"))).toHaveLength(1);
    const timed = flow({ id: "x", kind: "manualTask" });
    timed.nodes[0] = { id: "begin", kind: "start", trigger: { type: "timer", date: "=amount" } };
    expect(unknownAt(timed)).toEqual(["/nodes/0/trigger/date"]);
  });
});
