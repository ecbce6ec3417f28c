import type { Node } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { openRun, readStubs } from "../../src/headless/index.ts";
import { boundary, end, flow, RunUnderTest, service, start, task } from "./run-under-test.ts";

const choice = flow(
  "f",
  [start, { id: "g", kind: "exclusive" }, task("a"), end()],
  ["s > g", "g > a if amount > 10", "g > e if else", "a > g"],
);

describe("people and systems that do at once what they are asked for", () => {
  it("approvals by several, steps in any order, plans and what is done several times", () => {
    const nodes: Node[] = [
      start,
      { id: "ok", kind: "approval", who: { type: "role", role: "boss" }, rule: { type: "nOfM", n: 3 } },
      { id: "any", kind: "adHoc", nodes: [task("x"), task("y")], edges: [] },
      { ...task("many"), loop: { type: "multiInstance", collection: "[1, 2, 3]" } } as Node,
      {
        id: "plan",
        kind: "plan",
        nodes: [task("p"), task("q")],
        edges: [{ id: "p-q", source: "p", target: "q" }],
      },
      end(),
    ];
    const one = new RunUnderTest(
      flow("f", nodes, ["s > ok", "ok > any", "any > many", "many > plan", "plan > e"], {
        roles: [{ id: "boss" }],
      }),
      { tasks: "auto" },
    );
    const happened = one.do({ do: "start" });
    expect(one.state()).toBe("completed");
    expect(happened.filter((event) => event === "task.completed many")).toHaveLength(3);
    for (const id of ["x", "y", "p", "q"]) expect(happened).toContain(`node.completed ${id}`);
  });

  it("flows of one run start and call each other", () => {
    const call: Node = { id: "c", kind: "callActivity", process: "inner" };
    const tell: Node = { id: "t", kind: "throw", event: { type: "message", message: { name: "hello" } } };
    const heard = { type: "message", message: { name: "hello" } } as const;
    const one = new RunUnderTest(
      [
        flow("outer", [start, call, end()], ["s > c", "c > e"]),
        flow("inner", [start, tell, end()], ["s > t", "t > e"]),
        flow("third", [{ id: "m", kind: "start", trigger: heard }, end()], ["m > e"]),
      ],
      { tasks: "auto" },
    );
    one.do({ do: "start" });
    expect(one.run.summary().cases.map(({ process, state }) => `${process} ${state}`)).toEqual([
      "outer completed",
      "inner completed",
      "third completed",
    ]);
  });

  it("until nothing is due: timers one after the other, each at its time", () => {
    const wait = (id: string): Node => ({ id, kind: "catch", event: { type: "timer", duration: "P1D" } });
    const one = new RunUnderTest(
      flow("f", [start, wait("x"), wait("y"), end()], ["s > x", "x > y", "y > e"]),
    );
    one.do({ do: "start" });
    one.advance("until-idle");
    expect(one.run.summary()).toMatchObject({ state: "completed", at: "2026-01-07T01:00:00.000Z" });
  });

  it("a loop that nothing ends stops at the limit", () => {
    const round = flow("f", [start, task("a")], ["s > a", "a > a"]);
    const one = new RunUnderTest(round, { tasks: "auto", limit: 200 });
    expect(one.run.answer({ do: "start" }).problem?.code).toBe("run.limit");
    expect(one.state()).toBe("limit");
    const timer = flow(
      "f",
      [start, task("a"), boundary("w", "a", { type: "timer", cycle: "R/PT1H" }, false), end()],
      ["s > a", "a > e", "w > e"],
    );
    const other = new RunUnderTest(timer, { limit: 200 });
    other.do({ do: "start" });
    expect(other.run.advance("until-idle").problem?.code).toBe("run.limit");
    expect(other.state()).toBe("limit");
  });

  it("a script that goes round for ever is stopped by the same limit", () => {
    const script: Node = { id: "a", kind: "scriptTask", assignments: [{ target: "x", value: "1" }] };
    const one = new RunUnderTest(flow("f", [start, script], ["s > a", "a > a"]), { limit: 300 });
    one.run.answer({ do: "start" });
    expect(one.state()).toBe("limit");
  });
});

describe("stubs", () => {
  it("a condition: a constant, a list in turn, or another expression", () => {
    const taken = (answer: unknown, variables = {}) => {
      const { stubs } = readStubs(JSON.stringify({ conditions: { "g-a": answer } }));
      const one = new RunUnderTest(choice, { tasks: "auto", limit: 400, stubs: stubs ?? {} });
      return one.do({ do: "start", variables }).filter((event) => event === "node.completed a").length;
    };
    expect(taken(false, { amount: 99 })).toBe(0);
    expect(taken([true, true, false])).toBe(2);
    expect(taken([true, "round < 1"], { round: 5 })).toBe(1);
    expect(taken("false")).toBe(0);
  });

  it("a drawing in another language runs when all its conditions are answered", () => {
    const foreign = flow(
      "f",
      [start, { id: "g", kind: "exclusive" }, end(), end("no")],
      // biome-ignore lint/suspicious/noTemplateCurlyInString: that is how the other language writes it
      ["s > g", "g > e if ${order.total > 100 && !vip}", "g > no if else"],
    );
    const refused = openRun([foreign]);
    expect(refused.ok ? [] : refused.problems).toMatchObject([{ code: "compile.expression", node: "g-e" }]);
    const one = new RunUnderTest(foreign, { stubs: { conditions: { "g-e": true } } });
    expect(one.do({ do: "start" })).toContain("node.completed e");
  });

  it("a script: other values, an error that is caught, the time it takes", () => {
    const script: Node = { id: "a", kind: "scriptTask", assignments: [{ target: "x", value: "1" }] };
    const drawn = flow(
      "f",
      [start, script, end(), boundary("w", "a", { type: "error", code: "E1" }), end("bad")],
      ["s > a", "a > e", "w > bad"],
    );
    const set = new RunUnderTest(drawn, { stubs: { scripts: { a: { set: { x: "40 + 2" } } } } });
    set.do({ do: "start" });
    expect(set.run.summary().variables).toEqual({ x: 42 });
    const wrong = new RunUnderTest(drawn, { stubs: { scripts: { a: { error: { code: "E1" } } } } });
    expect(wrong.do({ do: "start" })).toContain("node.completed bad");
    const slow = new RunUnderTest(drawn, {
      stubs: { scripts: { a: { set: { x: "7" }, duration: "PT5M" } } },
    });
    slow.do({ do: "start" });
    expect(slow.run.waiting()).toMatchObject([{ node: "a", kind: "scriptTask" }]);
    slow.do({ do: "advance", by: "PT4M" });
    expect(slow.state()).toBe("waiting");
    slow.do({ do: "advance", by: "PT1M" });
    expect(slow.run.summary()).toMatchObject({ state: "completed", variables: { x: 7 } });
  });

  it("jobs and forms: results, errors, decisions, in turn", () => {
    const ask: Node = {
      id: "ok",
      kind: "approval",
      who: { type: "initiator" },
      rule: { type: "any" },
    };
    const pay: Node = {
      ...service("pay"),
      output: [{ target: "no", value: "result.no" }],
    } as Node;
    const drawn = {
      ...flow("f", [start, pay, ask, end(), end("no")], ["s > pay", "pay > ok"]),
    };
    drawn.edges.push(
      { id: "yes", source: "ok", target: "e", outcome: "approved" },
      { id: "rejected", source: "ok", target: "no", outcome: "rejected" },
    );
    const stubs = {
      jobs: { pay: [{ result: { no: "A1" } }, { error: { message: "down" } }] },
      forms: { ok: [{ outcome: "rejected", comment: "too much" }, { outcome: "approved" }] },
    };
    const one = new RunUnderTest(drawn, { tasks: "auto", stubs });
    expect(one.do({ do: "start" })).toContain("node.completed no");
    expect(one.run.summary().variables).toMatchObject({ no: "A1" });
    one.do({ do: "start" });
    expect(one.state()).toBe("incident");
  });

  it.each([
    ["conditions: { g-a: 3 }", "scenario.wrong-type"],
    ["conditions: { g-a: [] }", "scenario.too-small"],
    ['conditions: { g-a: "1 +" }', "stubs.expression"],
    ["jobs: { a: { reslt: {} } }", "scenario.unknown-property"],
    ["scripts: { a: { duration: soon } }", "scenario.wrong-text"],
    ["conditions: {", "scenario.malformed"],
  ])("a file that is not in order is refused with its place: %s", (text, code) => {
    const { stubs, problems } = readStubs(text);
    expect(stubs).toBeNull();
    expect(problems[0]).toMatchObject({ code, at: { line: expect.any(Number) } });
  });

  it("an id that no flow has is refused, with the one that is near", () => {
    const opened = openRun([choice], { stubs: { conditions: { "g-b": true } } });
    expect(opened.ok ? [] : opened.problems).toMatchObject([{ code: "stubs.unknown-id", node: "g-b" }]);
  });
});
