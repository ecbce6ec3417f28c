import type { CaseData, Node, WorkflowDefinition } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { playCounterExample, prove } from "../src/index.ts";
import {
  boundary,
  choice,
  drawing,
  end,
  gate,
  type Line,
  onError,
  script,
  service,
  start,
  sub,
  task,
} from "./drawing.ts";

/** Names in both languages. */
function called<N extends Node>(node: N, en: string, zh: string): N {
  return { ...node, name: { en, "zh-CN": zh } };
}

function told(definition: WorkflowDefinition): string[] {
  return prove(definition).findings.map(({ code }) => code);
}

function finding(definition: WorkflowDefinition, code: string) {
  const found = prove(definition).findings.find((one) => one.code === code);
  if (!found) throw new Error(`${code} was not found: ${told(definition).join(", ")}`);
  return found;
}

const approval = (id: string): Node => ({
  id,
  kind: "approval",
  who: { type: "role", role: "staff" },
  rule: { type: "any" },
});

/** Finance may reject, and then nothing comes to where the two branches meet. */
const finance = drawing(
  [
    start(),
    gate("split"),
    called(approval("finance"), "Finance", "财务"),
    called(task("warehouse"), "Warehouse", "仓库"),
    gate("meet"),
    called(task("stock"), "Update stock", "更新库存"),
    end(),
    end("rejected"),
  ],
  [
    "start > split",
    "split > finance",
    "split > warehouse",
    ["finance > meet", { outcome: "approved" }],
    ["finance > rejected", { outcome: "rejected" }],
    "warehouse > meet",
    "meet > stock",
    "stock > end",
  ],
);

describe("what the prover finds", () => {
  it("a deadlock, in one sentence with the names of the drawing", () => {
    const found = finding(finance, "proof.deadlock");
    expect(found).toMatchObject({ severity: "error", node: "meet", path: "/nodes/4" });
    expect(found.message).toEqual({
      en: "If “Finance” is rejected, the case waits before “Update stock” for ever.",
      "zh-CN": "如果“财务”被拒绝，实例会永远停在“更新库存”之前。",
    });
    const { events } = playCounterExample(finance, found);
    expect(events.filter((event) => event.kind === "incident.raised")).toMatchObject([
      { code: "join.never-fills", node: "meet" },
    ]);
    expect(told(finance)).toEqual(["proof.deadlock"]);
  });

  it("a join that can never be filled, and what lies behind it", () => {
    const flow = drawing(
      [start(), choice("x"), task("a"), task("b"), gate("meet"), called(task("ship"), "Ship", "发货"), end()],
      [
        "start > x",
        "x > a",
        ["x > b", { default: true }],
        "a > meet",
        "b > meet",
        "meet > ship",
        "ship > end",
      ],
    );
    expect(told(flow)).toEqual(["proof.join-never-filled", "proof.dead-step"]);
    expect(finding(flow, "proof.join-never-filled").message.en).toBe(
      "Every case waits before “Ship” for ever, because the branches that meet there never all come.",
    );
    expect(finding(flow, "proof.join-never-filled").repair).toEqual({
      kind: "replace-kind",
      node: "meet",
      to: "exclusive",
    });
    expect(finding(flow, "proof.dead-step").nodes).toEqual(["ship", "end"]);
  });

  it("a step and an end that come twice, and no more where both branches are awaited", () => {
    const flow = (meeting: Node) =>
      drawing(
        [start(), gate("split"), task("a"), task("b"), meeting, called(task("pay"), "Pay", "付款"), end()],
        ["start > split", "split > a", "split > b", "a > meet", "b > meet", "meet > pay", "pay > end"],
      );
    const twice = finding(flow(choice("meet")), "proof.runs-twice");
    expect(twice).toMatchObject({
      severity: "warning",
      nodes: ["pay"],
      marking: { tokens: [{ node: "pay", count: 2 }] },
    });
    expect(twice.message.en).toBe("It can happen that a case does “Pay” twice at the same time.");
    expect(twice.repair).toEqual({ kind: "replace-kind", node: "meet", to: "parallel" });
    expect(told(flow(choice("meet")))).toEqual(["proof.runs-twice", "proof.end-twice"]);
    expect(told(flow(gate("meet")))).toEqual([]);
  });

  it("an end that stops others, but not where it is drawn inside a choice", () => {
    const stop: Node = { id: "stop", kind: "end", result: { type: "terminate" } };
    const plain = drawing(
      [start(), gate("split"), task("a"), called(task("b"), "Pack", "打包"), stop, end()],
      ["start > split", "split > a", "split > b", "a > stop", "b > end"],
    );
    expect(told(plain)).toEqual(["proof.end-stops-work"]);
    expect(finding(plain, "proof.end-stops-work").nodes).toEqual(["stop", "b"]);
    const chosen: Line[] = [
      "start > split",
      "split > x",
      ["x > stop", { default: true }],
      "x > a",
      "a > end2",
    ];
    const inside = drawing(
      [start(), gate("split"), choice("x"), task("a"), task("b"), stop, end(), end("end2")],
      [...chosen, "split > b", "b > end"],
    );
    expect(told(inside)).toEqual([]);
  });

  it("a way round without a way out, and a loop in which nothing waits", () => {
    const round = drawing([start(), task("a"), end()], ["start > a", "a > a"]);
    expect(told(round)).toEqual(["proof.livelock", "proof.dead-step"]);
    const loop = (condition: string, value = "n + 1", more: Record<string, string> = {}) =>
      drawing(
        [start(), choice("m"), script("count", { n: value, ...more }), choice("x"), end()],
        ["start > m", "m > count", "count > x", ["x > m", { condition }], ["x > end", { default: true }]],
        { variables: { n: { type: "number" }, most: { type: "number" }, again: { type: "boolean" } } },
      );
    expect(told(loop("again"))).toEqual(["proof.endless-loop"]);
    expect(told(loop("n < 5"))).toEqual([]);
    expect(told(loop("n < 5 and again"))).toEqual([]);
    expect(told(loop("n < most"))).toEqual([]);
    expect(told(loop("n < most", "n + 1", { most: "most + 1" }))).toEqual(["proof.endless-loop"]);
    expect(told(loop("n < 5 or again"))).toEqual(["proof.endless-loop"]);
    expect(told(loop("n > 5"))).toEqual(["proof.endless-loop"]);
    expect(told(loop("n > 5", "n - 1"))).toEqual([]);
    expect(told(loop("n < 5", "n * 2"))).toEqual(["proof.endless-loop"]);
  });

  it("something inside a sub-process, with the moves that open it", () => {
    const flow = drawing(
      [
        start(),
        task("before"),
        sub(
          "box",
          [start("s"), gate("split"), choice("x"), task("b"), gate("meet"), end("e"), end("out")],
          [
            "s > split",
            "split > x",
            "split > b",
            "x > meet",
            ["x > out", { default: true }],
            "b > meet",
            "meet > e",
          ],
        ),
        end(),
      ],
      ["start > before", "before > box", "box > end"],
    );
    const found = finding(flow, "proof.deadlock");
    expect(found.path).toBe("/nodes/2/nodes/4");
    expect(found.moves.slice(0, 2)).toEqual([
      { do: "start", node: "start" },
      { do: "complete", node: "before" },
    ]);
    const { events } = playCounterExample(flow, found);
    expect(events).toContainEqual(
      expect.objectContaining({ kind: "incident.raised", code: "join.never-fills" }),
    );
  });

  it("what comes after a sub-process that only fails", () => {
    const fails: Node = { id: "e", kind: "end", result: { type: "error", code: "E" } };
    const flow = (more: Node[], lines: string[]) =>
      drawing(
        [
          start(),
          sub("box", [start("s"), task("t"), fails], ["s > t", "t > e"]),
          task("after"),
          end(),
          ...more,
        ],
        ["start > box", "box > after", "after > end", ...lines],
      );
    expect(finding(flow([], []), "proof.dead-step").nodes).toEqual(["after", "end"]);
    const caught = flow([onError("caught", "box", "E")], ["caught > after"]);
    expect(told(caught)).toEqual([]);
    const other = flow([onError("other", "box", "F"), end("never")], ["other > never"]);
    expect(prove(other).findings.flatMap(({ nodes }) => nodes)).toEqual(["after", "end", "other", "never"]);
  });

  it("what an inclusive join leads to that waits for a sub-process that only fails", () => {
    const several = (id: string): Node => ({ id, kind: "inclusive" });
    const fails: Node = { id: "f", kind: "end", result: { type: "error", code: "E" } };
    const box = sub("box", [start("i"), service("work"), fails], ["i > work", "work > f"]);
    const flow = drawing(
      [start(), several("s"), task("a"), box, several("j"), end()],
      ["start > s", ["s > a", { condition: "urgent" }], "s > box", "a > j", "box > j", "j > end"],
      { variables: { urgent: { type: "boolean" } } },
    );
    expect(prove(flow).findings.map(({ code, nodes }) => [code, nodes])).toEqual([
      ["proof.dead-step", ["end"]],
    ]);
  });

  it("what comes after a sub-process whose own escalation always makes it fail", () => {
    const raise = (id: string): Node => ({ id, kind: "throw", event: { type: "escalation", code: "LATE" } });
    const fails = (id: string): Node => ({ id, kind: "end", result: { type: "error", code: "E" } });
    const handler = (last: Node): Node => ({
      id: "handler",
      kind: "eventSubProcess",
      nodes: [
        {
          id: "hs",
          kind: "start",
          trigger: { type: "escalation", code: "LATE" },
          interrupting: false,
        },
        service("work"),
        last,
      ],
      edges: [
        { id: "h1", source: "hs", target: "work" },
        { id: "h2", source: "work", target: last.id },
      ],
    });
    const box = (inner: Node[], lines: Line[]) =>
      drawing(
        [start(), sub("box", [start("s"), ...inner, end("e")], lines), task("after"), end()],
        ["start > box", "box > after", "after > end"],
      );
    const dead = ({ findings }: ReturnType<typeof prove>) => findings.flatMap(({ nodes }) => nodes);
    const own = box([raise("up"), handler(fails("bad"))], ["s > up", "up > e"]);
    expect(dead(prove(own))).toEqual(["after", "end"]);
    const deep = (last: Node) =>
      box(
        [sub("in", [start("is"), raise("up"), end("ie")], ["is > up", "up > ie"]), handler(last)],
        ["s > in", "in > e"],
      );
    expect(dead(prove(deep(fails("bad"))))).toEqual(["after", "end"]);
    expect(dead(prove(deep(end("good"))))).toEqual([]);
    const around = box(
      [choice("x"), raise("up"), handler(fails("bad"))],
      ["s > x", "x > up", ["x > e", { default: true }], "up > e"],
    );
    expect(dead(prove(around))).toEqual([]);
  });

  it("steps of a plan that come only when the plan is over", () => {
    const plan = (steps: Node[], lines: string[]): WorkflowDefinition =>
      drawing(
        [
          start(),
          {
            id: "plan",
            kind: "plan",
            nodes: steps,
            edges: lines.map((line, index) => {
              const [source = "", target = ""] = line.split(" > ");
              return { id: `p${index}`, source, target };
            }),
          },
          end(),
        ],
        ["start > plan", "plan > end"],
      );
    const [a, b] = [task("a"), task("b")];
    const extra = task("c", { optional: true });
    const deadIn = (flow: WorkflowDefinition) => prove(flow).findings.map(({ code, nodes }) => [code, nodes]);
    expect(deadIn(plan([a, b, extra], ["a > c"]))).toEqual([]);
    expect(deadIn(plan([a, b, extra], ["a > c", "b > c"]))).toEqual([["proof.dead-step", ["c"]]]);
    expect(deadIn(plan([a, b, extra], ["a > b", "b > c"]))).toEqual([["proof.dead-step", ["c"]]]);
    expect(deadIn(plan([extra], []))).toEqual([["proof.dead-step", ["c"]]]);
    const failing = sub(
      "d",
      [start("s"), { id: "f", kind: "end", result: { type: "error", code: "E" } }],
      ["s > f"],
    );
    expect(deadIn(plan([a, failing, extra], ["d > c"]))).toEqual([
      ["proof.dead-step", ["end"]],
      ["proof.dead-step", ["c"]],
    ]);
  });

  it("a circle behind a plan in which somebody approves", () => {
    const plan: Node = { id: "plan", kind: "plan", nodes: [approval("ok")], edges: [] };
    const flow = drawing(
      [start(), plan, choice("m"), script("count", { n: "n * 2" }), choice("x"), end()],
      [
        "start > plan",
        "plan > m",
        "m > count",
        "count > x",
        ["x > m", { condition: "again" }],
        ["x > end", { default: true }],
      ],
      { variables: { n: { type: "number" }, again: { type: "boolean" } } },
    );
    const found = finding(flow, "proof.endless-loop");
    expect(playCounterExample(flow, found).reached).toBe(true);
  });

  it("nothing where work can fail in a step that watches over it", () => {
    const flow = drawing(
      [
        start(),
        sub("box", [start("s"), service("call"), end("e")], ["s > call", "call > e"]),
        onError("x", "box"),
        end(),
      ],
      ["start > box", "box > end", "x > end"],
    );
    expect(told(flow)).toEqual([]);
  });

  it("an inclusive block in a loop does not wait for the join after it and a branch beside it", () => {
    const several = (id: string): Node => ({ id, kind: "inclusive" });
    const flow = (again: Line[]) =>
      drawing(
        [
          start(),
          choice("m"),
          gate("split"),
          several("s"),
          task("a"),
          task("b"),
          several("j"),
          task("c"),
          gate("meet"),
        ].concat([choice("x"), end()]),
        [
          ...["start > m", "m > split", "split > s", "s > a", "s > b", "a > j", "b > j", "j > meet"],
          ...["split > c", "c > meet", "meet > x"],
          ["x > end", { default: true }],
          ...again,
        ].map((line): Line => (line === "s > a" ? [line, { condition: "urgent" }] : (line as Line))),
        { variables: { urgent: { type: "boolean" } } },
      );
    expect(told(flow([]))).toEqual([]);
    expect(told(flow([["x > m", { condition: "urgent" }]]))).toEqual([]);
  });

  it("what a called flow tells of may reach a boundary event", () => {
    const flow = drawing(
      [
        start(),
        { id: "call", kind: "callActivity", process: "other" },
        boundary("told", "call", { type: "escalation", code: "LATE" }, false),
        task("a"),
        end(),
        end("end2"),
      ],
      ["start > call", "call > end", "told > a", "a > end2"],
    );
    expect(told(flow)).toEqual([]);
  });

  it("says where it stopped", () => {
    const proof = prove(finance, { states: 1 });
    expect(proof.complete).toBe(false);
    expect(proof.findings.map(({ code, severity }) => [code, severity])).toEqual([
      ["proof.not-proven", "warning"],
    ]);
  });
});

describe("what the prover says of data and people", () => {
  const fields: CaseData["properties"] = {
    amount: { type: "number", title: { en: "Amount", "zh-CN": "金额" } },
    grade: { type: "string", enum: ["A", "B", "C"] },
    urgent: { type: "boolean" },
  };
  const flow = (conditions: readonly string[], rest = false) =>
    drawing(
      [
        start(),
        called(choice("x"), "Which way?", "走哪条路？"),
        ...conditions.map((_, index) => task(`t${index}`)),
        ...(rest ? [task("other")] : []),
        end(),
      ],
      [
        "start > x",
        ...conditions.flatMap((condition, index): Line[] => [
          [`x > t${index}`, { condition }],
          `t${index} > end`,
        ]),
        ...(rest ? ([["x > other", { default: true }], "other > end"] as const) : []),
      ],
      { variables: fields },
    );

  it.each([
    [["amount > 5", "amount <= 5"], false, []],
    [["amount > 5"], false, ["proof.no-branch"]],
    [["amount > 5", "amount < 5"], false, ["proof.no-branch"]],
    [["amount > 5", "amount > 10"], true, ["proof.branch-dead"]],
    [["amount > 10", "amount > 5"], true, []],
    [["amount > 5 and amount < 3"], true, ["proof.branch-dead"]],
    [["amount > 5", "amount < 10"], true, ["proof.branches-overlap"]],
    [['grade = "A"', 'grade in ("B", "C")'], false, []],
    [['grade = "A"', 'grade = "B"'], false, ["proof.no-branch"]],
    [['grade = "D"'], true, ["proof.branch-dead"]],
    [["urgent", "not(urgent)"], true, []],
    [["urgent = true", "urgent = false"], false, []],
    [["count([amount]) > 3"], true, []],
  ])("%j with default %j: %j", (conditions, rest, expected) => {
    expect(told(flow(conditions, rest))).toEqual(expected);
  });

  it("comes to a choice behind one of several branches", () => {
    const several = (id: string): Node => ({ id, kind: "inclusive" });
    const flow = drawing(
      [
        start(),
        several("s"),
        service("a"),
        boundary("told", "a", { type: "timer", duration: "PT1H" }, false),
      ].concat([choice("x"), task("b"), end(), end("late"), end("other")]),
      [
        "start > s",
        ["s > a", { default: true }],
        ["s > x", { condition: "urgent" }],
        "told > late",
        "a > end",
        ["x > b", { condition: "amount > 5" }],
        "b > other",
      ],
      { variables: fields },
    );
    const found = finding(flow, "proof.no-branch");
    expect(playCounterExample(flow, found).reached).toBe(true);
  });

  it("takes the way on which a step waits, where another goes straight to the end", () => {
    const both: Node = { id: "both", kind: "parallel" };
    const flow = drawing(
      [
        start(),
        both,
        task("a"),
        task("b"),
        { id: "meet", kind: "exclusive" },
        choice("x"),
        service("c"),
        end(),
      ],
      [
        "start > both",
        "both > a",
        "both > b",
        "a > meet",
        "b > meet",
        "meet > x",
        ["x > end", { condition: "urgent" }],
        ["x > c", { default: true }],
        "c > end",
      ],
      { variables: fields },
    );
    const found = finding(flow, "proof.runs-twice");
    expect(found.nodes).toContain("c");
    expect(found.moves).toContainEqual({ do: "take", node: "x", edges: [flow.edges[7]?.id] });
    expect(playCounterExample(flow, found).reached).toBe(true);
  });

  it("names the values", () => {
    const found = finding(flow(["amount > 5", "amount < 10"], true), "proof.branches-overlap");
    expect(found.message).toEqual({
      en: "If “Amount” is 7.5, both “amount > 5” and “amount < 10” of “Which way?” hold, and the first of them is taken.",
      "zh-CN": "如果“金额”为 7.5，“走哪条路？”的“amount > 5”和“amount < 10”同时成立，此时走前一条。",
    });
  });

  it("a role that nobody holds, or too few for an approval", () => {
    const asked: Node = {
      id: "ask",
      kind: "approval",
      who: { type: "role", role: "board" },
      rule: { type: "nOfM", n: 3 },
    };
    const flow = drawing([start(), asked, end()], ["start > ask", "ask > end"]);
    const codes = (roles?: Record<string, number>) =>
      prove(flow, roles ? { roles } : {}).findings.map(({ code }) => code);
    expect(codes()).toEqual([]);
    expect(codes({})).toEqual(["proof.role-empty"]);
    expect(codes({ board: 2 })).toEqual(["proof.role-too-few"]);
    expect(codes({ board: 3 })).toEqual([]);
  });
});
