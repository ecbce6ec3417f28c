import type { Node, WorkflowDefinition } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { readStubs } from "../../src/headless/index.ts";
import { boundary, end, flow, RunUnderTest, service, start, task } from "./run-under-test.ts";

const FIELDS: Partial<WorkflowDefinition> = {
  variables: { type: "object", properties: { late: { type: "boolean" }, n: { type: "number" } } },
};
const inside = (...nodes: Node[]) => ({
  nodes: [{ id: "is", kind: "start" } as const, ...nodes, end("ie")],
  edges: nodes.flatMap(({ id }) => [
    { id: `is-${id}`, source: "is", target: id },
    { id: `${id}-ie`, source: id, target: "ie" },
  ]),
});
const block = (kind: "subProcess" | "transaction", more: object = {}): Node =>
  ({ id: "box", kind, ...inside(task("in")), ...more }) as Node;
const adHoc: Node = { id: "box", kind: "adHoc", nodes: [task("in")], edges: [] };
const plan: Node = { id: "box", kind: "plan", nodes: [task("in")], edges: [] };

describe("hold of what holds steps", () => {
  it.each([
    ["sub-process", block("subProcess")],
    ["transaction", block("transaction")],
    ["ad-hoc part", adHoc],
    ["plan", plan],
  ])("a %s waits as a whole, its edge still catches, and completed it is passed", (_, node) => {
    const drawn = flow(
      "f",
      [start, node, end(), boundary("w", "box", { type: "error" }), end("bad")],
      ["s > box", "box > e", "w > bad"],
    );
    const one = new RunUnderTest(drawn, { tasks: "auto" });
    one.do({ do: "hold", node: "box" });
    one.do({ do: "start" });
    expect(one.run.waiting()).toMatchObject([{ node: "box", kind: node.kind }]);
    one.do({ do: "complete", node: "box" });
    expect(one.state()).toBe("completed");
    one.do({ do: "start" });
    expect(one.do({ do: "throw", node: "box", code: "E" })).toContain("node.completed bad");
  });

  it("each of several is held, and a state with it goes on in another run", () => {
    const drawn = flow(
      "f",
      [start, block("subProcess", { loop: { type: "multiInstance", collection: "[1, 2]" } }), end()],
      ["s > box", "box > e"],
    );
    const one = new RunUnderTest(drawn);
    one.do({ do: "hold", node: "box" });
    one.do({ do: "start" });
    expect(one.waiting()).toEqual(["box: task", "box: task"]);
    const state = JSON.parse(JSON.stringify(one.stateNow()));
    const other = new RunUnderTest(drawn);
    other.do({ do: "restore", state });
    other.do({ do: "complete", node: "box" });
    other.do({ do: "complete", node: "box" });
    expect(other.state()).toBe("completed");
  });

  it("what has begun cannot be held any more", () => {
    const one = new RunUnderTest(flow("f", [start, block("subProcess"), end()], ["s > box", "box > e"]));
    one.do({ do: "start" });
    expect(one.refused({ do: "hold", node: "box" })).toBe("run.under-way");
    one.do({ do: "hold", node: "in" });
    expect(one.waiting()).toEqual(["in: task"]);
  });

  it("nor what is begun by an event, nor a transaction whose edge waits for its cancellation", () => {
    const events: Node = {
      id: "box",
      kind: "eventSubProcess",
      nodes: [{ id: "is", kind: "start", trigger: { type: "error" } }, end("ie")],
      edges: [{ id: "is-ie", source: "is", target: "ie" }],
    };
    const one = new RunUnderTest(flow("f", [start, task("a"), end(), events], ["s > a", "a > e"]));
    expect(one.refused({ do: "hold", node: "box" })).toBe("run.not-for-this");
  });
});

describe("trigger", () => {
  it.each([
    ["timer", { type: "timer", duration: "PT1H" }],
    ["message", { type: "message", message: { name: "m" } }],
    ["signal", { type: "signal", signal: { name: "m" } }],
    ["condition", { type: "condition", condition: "late" }],
  ] as const)("a %s event in the flow, one at the start, and one that starts a block", (_, event) => {
    const caught = new RunUnderTest(
      flow("f", [start, { id: "c", kind: "catch", event } as Node, end()], ["s > c", "c > e"], FIELDS),
    );
    caught.do({ do: "start" });
    expect(caught.do({ do: "trigger", node: "c" })).toContain("node.completed c");
    expect(caught.state()).toBe("completed");

    const begun = new RunUnderTest(
      flow(
        "f",
        [{ id: "s", kind: "start", trigger: event } as Node, task("a"), end()],
        ["s > a", "a > e"],
        FIELDS,
      ),
    );
    begun.do({ do: "trigger", node: "s" });
    expect(begun.waiting()).toEqual(["a: task"]);

    for (const interrupting of [true, false]) {
      const beside: Node = {
        id: "box",
        kind: "eventSubProcess",
        nodes: [{ id: "is", kind: "start", trigger: event, interrupting } as Node, end("ie")],
        edges: [{ id: "is-ie", source: "is", target: "ie" }],
      };
      const one = new RunUnderTest(flow("f", [start, task("a"), end(), beside], ["s > a", "a > e"], FIELDS));
      one.do({ do: "start" });
      expect(one.do({ do: "trigger", node: "is" })).toContain("node.completed ie");
      expect(one.waiting().includes("a: task")).toBe(!interrupting);
    }
  });

  it("behind a choice of events the first that happens is taken", () => {
    const events: Node[] = [
      { id: "c1", kind: "catch", event: { type: "timer", duration: "P1D" } },
      { id: "c2", kind: "catch", event: { type: "message", message: { name: "m" } } },
    ];
    const one = new RunUnderTest(
      flow(
        "f",
        [start, { id: "g", kind: "eventBased" }, ...events, end("e1"), end("e2")],
        ["s > g", "g > c1", "g > c2", "c1 > e1", "c2 > e2"],
      ),
    );
    one.do({ do: "start" });
    expect(one.do({ do: "trigger", node: "c2" })).toContain("node.completed e2");
    expect(one.state()).toBe("completed");
  });

  it("what happens only as a consequence is refused, and says what may be triggered", () => {
    const drawn = flow(
      "f",
      [start, task("a"), end(), boundary("w", "a", { type: "compensation" }), task("undo")],
      ["s > a", "a > e", "w > undo"],
    );
    const one = new RunUnderTest(drawn);
    one.do({ do: "start" });
    expect(one.refused({ do: "trigger", node: "w" })).toBe("run.not-for-this");
  });

  it("a step that people may begin", () => {
    const one = new RunUnderTest(flow("f", [start, adHoc, end()], ["s > box", "box > e"]));
    one.do({ do: "start" });
    one.do({ do: "trigger", node: "in" });
    expect(one.waiting()).toContain("in: task");
  });
});

describe("choose", () => {
  it.each(["exclusive", "inclusive", "complex"] as const)("%s, with lines that have no condition", (kind) => {
    const gateway = (
      kind === "complex" ? { id: "g", kind, need: { type: "count", count: 1 } } : { id: "g", kind }
    ) as Node;
    const one = new RunUnderTest(
      flow("f", [start, gateway, task("a"), task("b"), end()], ["s > g", "g > a", "g > b", "a > e", "b > e"]),
    );
    one.do({ do: "choose", node: "g", edges: ["g-b"] });
    one.do({ do: "start" });
    expect(one.waiting()).toEqual(["b: task"]);
    if (kind === "exclusive") return;
    one.do({ do: "choose", node: "g", edges: ["g-a", "g-b"] });
    one.do({ do: "start", variables: {} });
    expect(one.waiting()).toEqual(["b: task", "a: task", "b: task"]);
  });
});

describe("scope narrows every command", () => {
  const parts = flow(
    "f",
    [
      start,
      block("subProcess", {
        loop: { type: "multiInstance", collection: "[1, 2]" },
        ...inside(task("in"), service("call")),
      }),
      end(),
      boundary("w", "box", { type: "message", message: { name: "stop" } }),
      end("other"),
    ],
    ["s > box", "box > e", "w > other"],
    FIELDS,
  );
  const scopesOf = (one: RunUnderTest, node: string) =>
    one.run.waiting().flatMap((wait) => (wait.node === node ? wait.scope : []));

  it.each([
    ["complete", "in", {}],
    ["trigger", "in", {}],
    ["throw", "in", { code: "E" }],
    ["fail", "call", {}],
  ] as const)("%s", (command, node, more) => {
    const one = new RunUnderTest(parts);
    one.do({ do: "start" });
    const [first = "", second = ""] = scopesOf(one, node);
    expect(first).not.toBe(second);
    const answer = one.run.answer({ do: command, node, scope: second, ...more });
    expect(answer.problem).toBeUndefined();
    expect(answer.events.some(({ scope }) => scope === second)).toBe(true);
    expect(one.refused({ do: command, node, scope: "9", ...more })).toBe("run.nothing-waits");
  });

  it.each([
    [{ do: "set", variables: { n: 1 } }],
    [{ do: "cancel" }],
    [{ do: "modify", cancel: ["in"] }],
    [{ do: "trigger", node: "w" }],
    [{ do: "message", name: "stop" }],
  ] as const)("%j means the case that is named", (command) => {
    const one = new RunUnderTest(parts);
    one.do({ do: "start" });
    one.do({ do: "start" });
    const before = JSON.stringify(one.run.summary().cases[0]);
    const waits = JSON.stringify(one.run.waiting().filter(({ scope }) => scope.startsWith("1.")));
    one.do({ ...command, scope: "2" });
    expect(JSON.stringify(one.run.summary().cases[0])).toBe(before);
    expect(JSON.stringify(one.run.waiting().filter(({ scope }) => scope.startsWith("1.")))).toBe(waits);
  });

  it("return and retry", () => {
    const drawn = flow(
      "f",
      [start, task("a"), task("b"), service("c"), end()],
      ["s > a", "a > b", "b > c", "c > e"],
    );
    const one = new RunUnderTest(drawn);
    for (const scope of ["1", "2"]) {
      one.do({ do: "start" });
      one.do({ do: "complete", node: "a", scope });
    }
    one.do({ do: "return", node: "b", to: "a", scope: "2" });
    expect(one.run.waiting()).toMatchObject([
      { node: "b", scope: "1.0" },
      { node: "a", scope: "2.0" },
    ]);
    one.do({ do: "complete", node: "b", scope: "1" });
    one.do({ do: "fail", node: "c" });
    expect(one.refused({ do: "retry", node: "c", scope: "2" })).toBe("run.nothing-waits");
    one.do({ do: "retry", node: "c", scope: "1" });
    expect(one.waiting()).toContain("c: job");
  });
});

describe("modify and return", () => {
  it.each([
    [{ start: ["b"] }, ["a: task", "b: task"]],
    [{ cancel: ["a"], start: ["b", "c"] }, ["b: task", "c: task"]],
    [{ cancel: ["a"], start: ["box"] }, ["in: task"]],
  ])("modify %j", (change, waiting) => {
    const drawn = flow(
      "f",
      [start, task("a"), task("b"), task("c"), block("subProcess"), end()],
      ["s > a", "a > b", "b > c", "c > box", "box > e"],
    );
    const one = new RunUnderTest(drawn);
    one.do({ do: "start" });
    one.do({ do: "modify", ...change });
    expect(one.waiting()).toEqual(waiting);
    expect(one.refused({ do: "modify", cancel: ["s"] })).toBe("run.nothing-waits");
    expect(one.refused({ do: "modify", start: ["zz"] })).toBe("run.no-node");
  });

  it("return without a place goes to whoever started; one that was never passed is refused", () => {
    const drawn = flow("f", [start, task("a"), task("b"), end()], ["s > a", "a > b", "b > e"]);
    const one = new RunUnderTest(drawn);
    one.do({ do: "start" });
    one.do({ do: "complete", node: "a" });
    expect(one.refused({ do: "return", node: "b", to: "e" })).toBeDefined();
    one.do({ do: "return", node: "b" });
    expect(one.run.waiting()).toHaveLength(1);
  });
});

describe("several flows of one file", () => {
  const seller = flow(
    "seller",
    [
      { id: "s", kind: "start", trigger: { type: "message", message: { name: "order" } } },
      { ...task("pack"), who: { type: "role", role: "staff" } } as Node,
      { id: "send", kind: "throw", event: { type: "message", message: { name: "goods", key: '"1"' } } },
      end(),
    ],
    ["s > pack", "pack > send", "send > e"],
    { roles: [{ id: "staff" }] },
  );
  const buyer = flow(
    "buyer",
    [
      start,
      { id: "ask", kind: "throw", event: { type: "message", message: { name: "order" } } },
      { id: "get", kind: "receiveTask", message: { name: "goods", key: '"1"' } },
      end(),
    ],
    ["s > ask", "ask > get", "get > e"],
  );

  it("one starts the other and hears from it", () => {
    const one = new RunUnderTest([buyer, seller]);
    one.do({ do: "start", process: "buyer" });
    expect(one.waiting()).toEqual(["get: message", "pack: task"]);
    one.do({ do: "complete", node: "pack" });
    expect(one.run.summary().cases).toMatchObject([
      { process: "buyer", state: "completed" },
      { process: "seller", state: "completed" },
    ]);
  });

  it("with --tasks wait nothing is done by itself; with auto all of it", () => {
    const waits = new RunUnderTest([buyer, seller], { tasks: "wait" });
    waits.do({ do: "start", process: "buyer" });
    waits.advance("until-idle");
    expect(waits.state()).toBe("waiting");
    const goes = new RunUnderTest([buyer, seller], { tasks: "auto" });
    goes.do({ do: "start", process: "buyer" });
    expect(goes.state()).toBe("completed");
  });
});

describe("stubs of expressions", () => {
  const drawn = flow(
    "f",
    [
      start,
      {
        id: "a",
        kind: "userTask",
        who: { type: "expression", value: "null" },
        loop: { type: "multiInstance", collection: "null" },
      },
      { id: "t", kind: "catch", event: { type: "timer", duration: "=null" } },
      { id: "r", kind: "receiveTask", message: { name: "m", key: "null" } },
      end(),
    ],
    ["s > a", "a > t", "t > r", "r > e"],
  );

  it("who, for what, when and by which key", () => {
    const { stubs, problems } = readStubs(`
expressions:
  a: { who: '"ann"', collection: "[1, 2]" }
  t: { timer: PT2H }
  r: { key: '"k7"' }
`);
    expect(problems).toEqual([]);
    const one = new RunUnderTest(drawn, { stubs: stubs ?? {} });
    one.do({ do: "start" });
    expect(one.run.waiting()).toMatchObject([
      { node: "a", people: ["ann"] },
      { node: "a", people: ["ann"] },
    ]);
    one.do({ do: "complete", node: "a" });
    one.do({ do: "complete", node: "a" });
    expect(one.run.waiting()).toMatchObject([{ node: "t", due: "2026-01-05T03:00:00.000Z" }]);
    one.do({ do: "advance", by: "PT2H" });
    expect(one.run.waiting()).toMatchObject([{ node: "r", key: "k7" }]);
  });

  it.each([
    ["2026-01-06T00:00:00Z", "2026-01-06T00:00:00.000Z"],
    ['=duration("PT1H")', "2026-01-05T02:00:00.000Z"],
    ["R2/PT3H", "2026-01-05T04:00:00.000Z"],
  ])("a time as %s", (timer, due) => {
    const event = { type: "timer", duration: "=null" } as const;
    const watched = flow(
      "f",
      [start, task("a"), end(), boundary("w", "a", event, false), end("o")],
      ["s > a", "a > e", "w > o"],
    );
    const one = new RunUnderTest(watched, { stubs: { expressions: { w: { timer } } } });
    one.do({ do: "start" });
    expect(one.run.waiting()).toContainEqual(expect.objectContaining({ node: "w", due }));
  });

  it("what a step does not have, and what is no expression, is refused", () => {
    expect(() => new RunUnderTest(drawn, { stubs: { expressions: { r: { timer: "PT1H" } } } })).toThrow(
      /no “timer”/,
    );
    expect(() => new RunUnderTest(drawn, { stubs: { expressions: { zz: { key: "1" } } } })).toThrow(/zz/);
    expect(readStubs("expressions: { a: { who: '(' } }").problems).toMatchObject([
      { code: "stubs.expression" },
    ]);
    expect(readStubs("expressions: { t: { timer: '=1 +' } }").problems).toMatchObject([
      { code: "stubs.expression" },
    ]);
  });
});
