import type { Approval, Node } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { CaseUnderTest } from "./case-under-test.ts";
import { drawing, end, type Line, start, task } from "./drawing.ts";

const fields = {
  owner: { type: "string", format: "person" },
  team: { type: "array", items: { type: "string" } },
  amount: { type: "string", format: "money" },
  wanted: { type: "string", format: "date-time" },
  decision: { type: "string" },
  count: { type: "number" },
} as const;

function one(node: Node, lines: readonly Line[] = [`start > ${node.id}`, `${node.id} > end`]) {
  return drawing([{ ...start(), form: "application" } as Node, node, task("yes"), task("no"), end()], lines, {
    variables: fields,
  });
}

function approval(more: Partial<Approval>): Node {
  return { id: "ask", kind: "approval", who: { type: "role", role: "lead" }, rule: { type: "any" }, ...more };
}

const decided: Line[] = [
  "start > ask",
  ["ask > yes", { outcome: "approved" }],
  ["ask > no", { outcome: "rejected" }],
];

const lead = { people: { lead: ["ann", "bob", "cai"] } };

function refusal(underTest: CaseUnderTest, command: Parameters<CaseUnderTest["try"]>[0]) {
  const result = underTest.try(command);
  return result.ok ? null : result.problem;
}

describe("who does a task", () => {
  const openedFor = (
    who: Extract<Node, { kind: "userTask" }>["who"],
    variables = {},
    by: string | null = "zoe",
  ) => {
    const underTest = new CaseUnderTest(one(task("work", { who })));
    underTest.start(variables, by);
    return underTest;
  };

  it("is a role, people, the initiator, a field or an expression", () => {
    expect(openedFor({ type: "role", role: "lead" }).lastTask()).toMatchObject({
      assignee: null,
      candidates: { roles: ["lead"], people: [] },
    });
    expect(openedFor({ type: "people", people: ["ann", "bob", "ann"] }).lastTask()).toMatchObject({
      assignee: null,
      candidates: { roles: [], people: ["ann", "bob"] },
    });
    expect(openedFor({ type: "people", people: ["ann"] }).lastTask().assignee).toBe("ann");
    expect(openedFor({ type: "initiator" }).lastTask().assignee).toBe("zoe");
    expect(openedFor({ type: "field", field: "owner" }, { owner: "bob" }).lastTask().assignee).toBe("bob");
    expect(
      openedFor({ type: "field", field: "team" }, { team: ["a", "b"] }).lastTask().candidates.people,
    ).toEqual(["a", "b"]);
    const expression = {
      type: "expression",
      value: 'if amount > 100 then "bob" else ["ann", "cai"]',
    } as const;
    expect(openedFor(expression, { amount: "120.00" }).lastTask().assignee).toBe("bob");
    expect(openedFor(expression, { amount: "80.00" }).lastTask().candidates.people).toEqual(["ann", "cai"]);
  });

  it("is an incident where nobody is found, and is looked for again on retry", () => {
    const underTest = openedFor({ type: "field", field: "owner" });
    expect(underTest.incidentCodes()).toEqual(["task.nobody"]);
    underTest.do({ kind: "variables.set", variables: { owner: "bob" }, by: "ann" });
    underTest.do({ kind: "incident.retry", incident: underTest.wait("incident", "work").id, by: "ann" });
    expect(underTest.lastTask().assignee).toBe("bob");
    expect(openedFor({ type: "initiator" }, {}, null).incidentCodes()).toEqual(["task.nobody"]);
  });

  it("has a deadline from a duration, an expression or a field", () => {
    const due = (deadline: Extract<Node, { kind: "userTask" }>["deadline"], variables = {}) => {
      const underTest = new CaseUnderTest(one(task("work", deadline ? { deadline } : {})));
      underTest.start(variables);
      return underTest.lastTask().due;
    };
    expect(due(undefined)).toBeNull();
    expect(due({ type: "duration", duration: "PT4H" })).toBe("2026-01-05T05:00:00.000Z");
    const byAmount = '=if amount > 100 then duration("P1D") else duration("PT1H")';
    expect(due({ type: "duration", duration: byAmount }, { amount: "500" })).toBe("2026-01-06T01:00:00.000Z");
    expect(due({ type: "field", field: "wanted" }, { wanted: "2026-02-01T10:00:00+08:00" })).toBe(
      "2026-02-01T02:00:00.000Z",
    );
    expect(due({ type: "field", field: "wanted" }, { wanted: "2026-02-01" })).toBe(
      "2026-02-01T23:59:59.000Z",
    );
    expect(due({ type: "field", field: "wanted" })).toBeNull();
  });
});

describe("holding a task", () => {
  it("claim, release and transfer say who has it; others are refused", () => {
    const underTest = new CaseUnderTest(one(task("work")));
    underTest.start();
    const { id } = underTest.wait("task", "work");
    underTest.do({ kind: "task.claim", task: id, by: "bob" });
    expect(underTest.effects.at(-1)).toEqual({
      kind: "task.update",
      task: id,
      assignee: "bob",
      candidates: { roles: [], people: ["ann", "bob"] },
    });
    expect(refusal(underTest, { kind: "task.claim", task: id, by: "ann" })?.code).toBe("task.of-another");
    expect(
      refusal(underTest, { kind: "task.complete", task: id, by: "ann", data: {} })?.message.en,
    ).toContain("bob");
    underTest.do({ kind: "task.release", task: id, by: "bob" });
    expect(refusal(underTest, { kind: "task.claim", task: id, by: "eve" })?.code).toBe("task.not-for-you");
    underTest.do({ kind: "task.transfer", task: id, by: "ann", to: "eve", reason: "knows it" });
    underTest.do({ kind: "task.complete", task: id, by: "eve", data: {} });
    expect(underTest.status).toBe("completed");
  });

  it("a task that only one person may do cannot be released", () => {
    const underTest = new CaseUnderTest(one(task("work", { who: { type: "initiator" } })));
    underTest.start();
    const { id } = underTest.wait("task", "work");
    expect(refusal(underTest, { kind: "task.release", task: id, by: "ann" })?.code).toBe("task.only-yours");
  });

  it("a transfer needs a reason", () => {
    const underTest = new CaseUnderTest(one(task("work")));
    underTest.start();
    const { id } = underTest.wait("task", "work");
    const command = { kind: "task.transfer", task: id, by: "ann", to: "eve", reason: " " } as const;
    expect(refusal(underTest, command)?.code).toBe("task.reason-missing");
  });
});

describe("the checklist", () => {
  const checklist = [
    { id: "counted", text: { en: "Counted", "zh-CN": "已清点" } },
    { id: "enough", text: { en: "At least three", "zh-CN": "至少三件" }, rule: "count >= 3" },
    { id: "photo", text: "Photo", optional: true },
  ];

  it("names what is open, in both languages, by tick and by rule over the submitted data", () => {
    const underTest = new CaseUnderTest(one(task("work", { checklist })));
    underTest.start({ count: 1 });
    const { id } = underTest.wait("task", "work");
    const complete = { kind: "task.complete", task: id, by: "ann", data: {} } as const;
    const problem = refusal(underTest, complete);
    expect(problem?.code).toBe("task.checklist-open");
    expect(problem?.message).toEqual({
      en: "Still open: Counted; At least three.",
      "zh-CN": "尚未完成：已清点；至少三件。",
    });
    expect(refusal(underTest, { ...complete, checked: ["counted", "enough"] })?.message.en).toBe(
      "Still open: At least three.",
    );
    underTest.do({ ...complete, checked: ["counted"], data: { count: 3 } });
    expect(underTest.status).toBe("completed");
    expect(underTest.variables.count).toBe(3);
  });

  it("is asked to approve, not to reject", () => {
    const underTest = new CaseUnderTest(one(approval({ checklist }), decided));
    underTest.start({ count: 1 });
    const { id } = underTest.wait("task", "ask");
    const decide = { kind: "task.complete", task: id, by: "ann", data: {}, comment: "no" } as const;
    expect(refusal(underTest, { ...decide, outcome: "approved" })?.code).toBe("task.checklist-open");
    underTest.do({ ...decide, outcome: "rejected" });
    expect(underTest.waitingAt()).toEqual(["task no"]);
  });
});

describe("an approval", () => {
  it("by any one: the first decision counts and goes into the variable", () => {
    const underTest = new CaseUnderTest(one(approval({ resultVariable: "decision" }), decided), lead);
    underTest.start();
    expect(underTest.lastTask()).toMatchObject({ type: "approval", candidates: { roles: ["lead"] } });
    underTest.complete("ask", { outcome: "approved", by: "bob", data: { count: 2 } });
    expect(underTest.variables).toEqual({ decision: "approved", count: 2 });
    expect(underTest.waitingAt()).toEqual(["task yes"]);
    expect(underTest.seen("node.completed").find(({ node }) => node === "ask")?.outcome).toBe("approved");
  });

  it("by all: everyone gets a task, one reject ends it and cancels the rest", () => {
    const underTest = new CaseUnderTest(one(approval({ rule: { type: "all" } }), decided), lead);
    underTest.start();
    expect(underTest.waits("task").map(({ id }) => underTest.assigneeOf(id))).toEqual(["ann", "bob", "cai"]);
    underTest.complete("ask", { outcome: "approved" });
    underTest.complete("ask", { outcome: "rejected", comment: "too dear" });
    expect(underTest.waitingAt()).toEqual(["task no"]);
    expect(underTest.seen("task.cancelled").map(({ reason }) => reason)).toEqual(["outcome-certain"]);
    expect(underTest.seen("approval.decided").map(({ by, decision }) => `${by} ${decision}`)).toEqual([
      "ann approved",
      "bob rejected",
    ]);
  });

  it("by all: passes with the last", () => {
    const underTest = new CaseUnderTest(one(approval({ rule: { type: "all" } }), decided), lead);
    underTest.start();
    for (const _ of ["ann", "bob"]) underTest.complete("ask", { outcome: "approved" });
    expect(underTest.waitingAt()).toEqual(["task ask"]);
    underTest.complete("ask", { outcome: "approved" });
    expect(underTest.waitingAt()).toEqual(["task yes"]);
  });

  it("by n of m: stops as soon as it has passed or can no longer pass", () => {
    const two = approval({ rule: { type: "nOfM", n: 2 } });
    const passed = new CaseUnderTest(one(two, decided), lead);
    passed.start();
    for (const _ of [1, 2]) passed.complete("ask", { outcome: "approved" });
    expect(passed.waitingAt()).toEqual(["task yes"]);
    const failed = new CaseUnderTest(one(two, decided), lead);
    failed.start();
    for (const _ of [1, 2]) failed.complete("ask", { outcome: "rejected", comment: "no" });
    expect(failed.waitingAt()).toEqual(["task no"]);
  });

  it("that too few people could ever pass is an incident", () => {
    const underTest = new CaseUnderTest(one(approval({ rule: { type: "nOfM", n: 4 } }), decided), lead);
    underTest.start();
    expect(underTest.incidentCodes()).toEqual(["approval.too-few"]);
    const nobody = new CaseUnderTest(one(approval({ rule: { type: "all" } }), decided));
    nobody.start();
    expect(nobody.incidentCodes()).toEqual(["task.nobody"]);
  });

  it("needs an outcome, and a reason where the drawing asks for one", () => {
    const code = (reasonRequired: Approval["reasonRequired"], outcome?: string, comment?: string) => {
      const underTest = new CaseUnderTest(
        one(approval(reasonRequired ? { reasonRequired } : {}), decided),
        lead,
      );
      underTest.start();
      const { id } = underTest.wait("task", "ask");
      return refusal(underTest, { kind: "task.complete", task: id, by: "ann", data: {}, outcome, comment })
        ?.code;
    };
    expect(code(undefined)).toBe("task.outcome-missing");
    expect(code(undefined, "maybe")).toBe("task.outcome-missing");
    expect(code(undefined, "rejected")).toBe("task.reason-missing");
    expect(code("never", "rejected")).toBeUndefined();
    expect(code("always", "approved", "  ")).toBe("task.reason-missing");
    expect(code("always", "approved", "fine")).toBeUndefined();
  });

  it("nobody decides twice by a transfer", () => {
    const underTest = new CaseUnderTest(one(approval({ rule: { type: "all" } }), decided), lead);
    underTest.start();
    underTest.complete("ask", { outcome: "approved" });
    const { id } = underTest.wait("task", "ask");
    const transfer = { kind: "task.transfer", task: id, by: "bob", reason: "away" } as const;
    for (const to of ["ann", "cai"])
      expect(refusal(underTest, { ...transfer, to })?.code).toBe("task.transfer-asked-before");
    underTest.do({ ...transfer, to: "eve" });
    underTest.do({ kind: "task.complete", task: id, by: "eve", data: {}, outcome: "approved" });
    underTest.complete("ask", { outcome: "approved" });
    expect(underTest.waitingAt()).toEqual(["task yes"]);
  });
});

describe("returning to the initiator", () => {
  it("opens the start form for him; once revised the same step opens again, votes forgotten", () => {
    const underTest = new CaseUnderTest(one(approval({ rule: { type: "all" } }), decided), lead);
    underTest.start({ amount: "10.00" }, "zoe");
    underTest.complete("ask", { outcome: "approved" });
    const { id } = underTest.wait("task", "ask");
    underTest.do({ kind: "task.return", task: id, by: "bob", reason: "amount missing" });
    expect(underTest.lastTask()).toMatchObject({
      type: "revision",
      assignee: "zoe",
      form: "application",
      node: "ask",
    });
    expect(underTest.waitingAt()).toEqual(["task ask"]);
    expect(Object.values(underTest.state?.tokens ?? {}).map(({ w }) => w?.votes)).toEqual([undefined]);
    underTest.complete("ask", { data: { amount: "12.00" } });
    expect(underTest.variables.amount).toBe("12.00");
    expect(underTest.waits("task").map((wait) => underTest.assigneeOf(wait.id))).toEqual([
      "ann",
      "bob",
      "cai",
    ]);
    for (const _ of [1, 2, 3]) underTest.complete("ask", { outcome: "approved" });
    expect(underTest.waitingAt()).toEqual(["task yes"]);
  });

  it("keeps the boundary events of the step open, once", () => {
    const remind: Node = {
      id: "remind",
      kind: "boundary",
      attachedTo: "work",
      interrupting: false,
      event: { type: "timer", duration: "P1D" },
    };
    const underTest = new CaseUnderTest(
      drawing([start(), task("work"), remind, end()], ["start > work", "work > end", "remind > end"]),
    );
    underTest.start();
    underTest.do({ kind: "task.return", task: underTest.wait("task", "work").id, by: "bob", reason: "x" });
    underTest.complete("work");
    expect(underTest.waitingAt()).toEqual(["task work", "timer remind"]);
  });

  it("is refused without a reason, without an initiator, and from the revision itself", () => {
    const underTest = new CaseUnderTest(one(task("work")));
    underTest.start();
    const back = { kind: "task.return", task: underTest.wait("task", "work").id, by: "bob" } as const;
    expect(refusal(underTest, { ...back, reason: "" })?.code).toBe("task.reason-missing");
    underTest.do({ ...back, reason: "x" });
    const revision = { ...back, by: "ann", task: underTest.wait("task", "work").id, reason: "y" };
    expect(refusal(underTest, revision)?.code).toBe("task.not-returnable");
    const system = new CaseUnderTest(one(task("work")));
    system.start({}, null);
    const task1 = system.wait("task", "work").id;
    expect(refusal(system, { ...back, task: task1, reason: "x" })?.code).toBe("task.no-initiator");
  });
});
