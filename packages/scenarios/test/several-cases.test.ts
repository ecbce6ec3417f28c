import type { Node, WorkflowDefinition } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { engineHost } from "../src/alone/engine-host.ts";
import type { Scenario } from "../src/format/scenario.ts";
import { runScenario } from "../src/run/run-scenario.ts";

const staff = { type: "role", role: "staff" } as const;

function line(id: string, nodes: readonly Node[], start: Partial<Extract<Node, { kind: "start" }>> = {}) {
  const all: Node[] = [{ id: "start", kind: "start", ...start }, ...nodes, { id: "done", kind: "end" }];
  const edges = all.slice(1).map((node, index) => ({
    id: `e${index}`,
    source: all[index]?.id ?? "",
    target: node.id,
  }));
  const fields = {
    orderNo: { type: "string" },
    note: { type: "string" },
    count: { type: "number" },
  } as const;
  return {
    schema: "flowright/workflow/v1",
    id,
    name: id,
    variables: { type: "object", properties: fields },
    nodes: all,
    edges,
  } satisfies WorkflowDefinition;
}

const work: Node = { id: "work", kind: "userTask", who: staff };
const called = line("called", [
  work,
  { id: "say", kind: "scriptTask", assignments: [{ target: "note", value: '"done"' }] },
]);
const calling = line("calling", [
  { id: "call", kind: "callActivity", process: "called", output: [{ target: "note", value: "result.note" }] },
]);

function scenario(definition: string, steps: Scenario["steps"], expected: Scenario["expect"]): Scenario {
  return {
    schema: "flowright/scenario/v1",
    id: "one",
    name: { en: "One", "zh-CN": "一" },
    definition,
    people: { staff: ["ann"] },
    start: { kind: "by-hand", by: "ann", variables: { orderNo: "SO-1", count: 250 } },
    steps,
    expect: expected,
  };
}

async function differences(definitions: readonly WorkflowDefinition[], one: Scenario) {
  return (await runScenario(one, engineHost({ definitions }, one.people))).differences;
}

const does = { kind: "task", node: "work", by: "ann" } as const;

describe("several cases in one scenario, on the engine alone", () => {
  it("a called case is one of them and gives its data back", async () => {
    const one = scenario("calling", [{ ...does, expect: { cases: { called: { status: "completed" } } } }], {
      status: "completed",
      variables: { note: "done" },
      started: { calling: 1, called: 1 },
    });
    expect(await differences([calling, called], one)).toEqual([]);
  });

  it("a called case tells the one that called it of something, and goes on", async () => {
    const tell: Node = { id: "tell", kind: "throw", event: { type: "escalation", code: "LATE" } };
    const hears = line("calling", [{ id: "call", kind: "callActivity", process: "called" }]);
    const nodes: Node[] = [
      {
        id: "late",
        kind: "boundary",
        attachedTo: "call",
        interrupting: false,
        event: { type: "escalation", code: "LATE" },
      },
      { id: "look", kind: "userTask", who: staff },
    ];
    const edges = [
      { id: "l1", source: "late", target: "look" },
      { id: "l2", source: "look", target: "done" },
    ];
    const calls = { ...hears, nodes: [...hears.nodes, ...nodes], edges: [...hears.edges, ...edges] };
    const waiting = { waiting: ["call", "look"], cases: { called: { waiting: ["work"] } } };
    const one = scenario("calling", [{ kind: "task", node: "look", by: "ann" }, does], {
      status: "completed",
    });
    const start = { ...one.start, expect: waiting } as Scenario["start"];
    expect(await differences([calls, line("called", [tell, work])], { ...one, start })).toEqual([]);
  });

  it("a flow that is not there is told to the step that calls it", async () => {
    const one = scenario("calling", [], {
      status: "active",
      incidents: [{ node: "call", code: "call.failed" }],
    });
    expect(await differences([calling], one)).toEqual([]);
  });

  it("what is expected of other cases is compared, too", async () => {
    const one = scenario("calling", [does], {
      status: "completed",
      cases: { called: { status: "active" }, "called#2": {} },
      started: { called: 2 },
    });
    expect(await differences([calling, called], one)).toEqual([
      "In called: The case is completed, expected active",
      "There is no case called#2; there are calling, called",
      "There are 1 cases of called, expected 2",
    ]);
  });

  it("more instances than begin in one turn all begin", async () => {
    const many: Node = { ...work, loop: { type: "multiInstance", collection: "count" } };
    const one = scenario("many", [{ ...does, index: 250 }], {
      status: "active",
      waiting: [{ node: "work", times: 249 }],
    });
    expect(await differences([line("many", [many])], one)).toEqual([]);
  });

  it("variables are set by an operator, and what failed is tried again with them", async () => {
    const failing = line("failing", [
      { id: "sum", kind: "scriptTask", assignments: [{ target: "count", value: "number(note) + 1" }] },
    ]);
    const one = scenario(
      "failing",
      [
        { kind: "variables", by: "ann", values: { note: "41" } },
        { kind: "retry", node: "sum", by: "ann", expect: { incidents: [] } },
      ],
      { status: "completed", variables: { count: 42 } },
    );
    const told = await differences([failing], {
      ...one,
      start: { ...one.start, expect: { incidents: ["x"] } } as never,
    });
    expect(told).toEqual([
      expect.stringMatching(/^At the start: The open incidents are \S+ \(sum\), expected x$/),
    ]);
    expect(await differences([failing], one)).toEqual([]);
  });
});

describe("what went another way than expected is told in words", () => {
  const told = async (steps: Scenario["steps"], expected: Scenario["expect"] = {}) =>
    await differences([calling, called], scenario("calling", steps, expected));

  it("where the case waits, for whom, and what is left over", async () => {
    expect(await told([], { waiting: [] })).toEqual(["The case also waits at call, which was not expected"]);
    expect(await told([], { waiting: ["work", "call"] })).toEqual([
      "Expected the case to wait at work; it waits at call",
    ]);
    const inCalled = (waiting: NonNullable<Scenario["expect"]["waiting"]>) =>
      told([], { cases: { called: { waiting } } });
    expect(await inCalled([{ node: "work", roles: ["staff"], people: [] }])).toEqual([]);
    expect(await inCalled([{ node: "work", roles: ["boss"], times: 2 }])).toEqual([
      "In called: The roles at work are staff, expected boss",
      "In called: work is open once, expected twice",
    ]);
  });

  it("order, counts and the end", async () => {
    const expected = { inOrder: ["done", "call"], counts: { call: 2 }, ended: { reason: "x", error: "E" } };
    expect(await told([does], expected)).toEqual([
      "Step call was not completed after done",
      "Step call was completed once, expected twice",
      "The case ended because of “”, expected “x”",
      "The case ended with the error none, expected E",
    ]);
    expect(await told([], { ended: {} })).toEqual(["The case has not ended"]);
  });

  it("refusals that were expected, and that were not", async () => {
    const suspended: Scenario["steps"] = [{ kind: "suspend", by: "ann", case: "called" }];
    expect(await told([...suspended, { ...does, refused: "instance.suspended" }])).toEqual([]);
    expect(await told([...suspended, does])).toEqual([
      expect.stringMatching(/^Step 2 \(task work\): this was refused \(instance\.suspended\): /),
    ]);
    expect(await told([{ ...does, refused: "task.waits" }])).toEqual([
      "Step 1 (task work): expected this to be refused (task.waits), but it was accepted",
    ]);
  });

  it("what never comes to an end", async () => {
    const every: WorkflowDefinition = line("every", [work], { trigger: { type: "timer", cycle: "R/PT1S" } });
    const one = scenario("every", [{ kind: "advance", duration: "P1D" }], {});
    const told = await differences([every], { ...one, start: { kind: "timer" } });
    expect(told).toEqual(["Step 1 (advance): more than 2000 things happen by themselves in this step"]);
  });

  it("messages that nobody waits for, and moments that never come", async () => {
    expect(await told([{ kind: "message", name: "m", key: "k", data: {} }])).toEqual([
      "Step 1 (message m): m with key k found nobody who waits for it; the case waits at call, work (called)",
    ]);
    expect(await told([{ kind: "advance", to: "next-timer" }])).toEqual([
      "Step 1 (advance): nothing is due any more",
    ]);
    expect(await told([{ kind: "advance", duration: "P1M" }])).toEqual([
      "Step 1 (advance): P1M is not a duration",
    ]);
  });
});
