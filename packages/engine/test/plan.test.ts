import type { Node } from "@flowright/definition";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile, programFor, step } from "../src/index.ts";
import { CaseUnderTest, NOW } from "./case-under-test.ts";
import { drawing, edges, end, type Line, script, service, start, sub, task } from "./drawing.ts";

function flow(nodes: readonly Node[], lines: readonly Line[]) {
  const plan: Node = { id: "plan", kind: "plan", nodes: [...nodes], edges: edges(lines) };
  return drawing([start(), plan, task("after"), end()], ["start > plan", "plan > after", "after > end"], {
    variables: { wait: { type: "string", format: "duration" }, owner: { type: "string" } },
  });
}

function plan(nodes: readonly Node[], lines: readonly Line[], variables = {}) {
  const underTest = new CaseUnderTest(flow(nodes, lines));
  underTest.start(variables);
  return underTest;
}

/** What can be done now, without what is only announced. */
const open = (underTest: CaseUnderTest) =>
  underTest
    .waits()
    .filter(({ announced }) => !announced)
    .map(({ kind, node }) => `${kind} ${node}`)
    .sort();

const announced = (underTest: CaseUnderTest) =>
  underTest
    .waits()
    .filter((wait) => wait.announced)
    .map(({ node }) => node)
    .sort();

const complete = (underTest: CaseUnderTest, node: string) => {
  const wait = underTest.waits("task").find((one) => one.node === node && !one.announced);
  return underTest.do({ kind: "task.complete", task: wait?.id ?? 0, by: "ann", data: {} });
};

const planScope = (underTest: CaseUnderTest) =>
  Number(Object.entries(underTest.state?.scopes ?? {}).find(([, { node }]) => node === "plan")?.[0]);

function refusalOf(underTest: CaseUnderTest, command: Parameters<CaseUnderTest["try"]>[0]) {
  const result = underTest.try(command);
  return result.ok ? null : result.problem;
}

const add = (
  underTest: CaseUnderTest,
  node: Node,
  after: readonly string[] = [],
  before: readonly string[] = [],
) => refusalOf(underTest, { kind: "plan.add", scope: planScope(underTest), node, after, before, by: "ann" });

describe("a plan", () => {
  it("opens what waits for nothing, announces the rest, and ends when all is done", () => {
    const underTest = plan([task("a"), task("b"), task("c"), task("d")], ["a > c", "b > c", "c > d"]);
    expect(open(underTest)).toEqual(["task a", "task b"]);
    expect(announced(underTest)).toEqual(["c", "d"]);
    const told = underTest.effects.filter((effect) => effect.kind === "task.open" && effect.node === "c");
    expect(told).toMatchObject([{ waitsFor: ["a", "b"], due: null }]);
    complete(underTest, "a");
    const again = underTest.effects.filter((effect) => effect.kind === "task.open" && effect.node === "c");
    expect(again).toMatchObject([{ waitsFor: ["a", "b"] }, { waitsFor: ["b"] }]);
    complete(underTest, "b");
    // It opens with the number with which it was announced.
    const numbers = underTest.effects.flatMap((effect) =>
      effect.kind === "task.open" && effect.node === "c" ? [effect.task] : [],
    );
    expect(new Set(numbers).size).toBe(1);
    expect(underTest.lastTask()).not.toHaveProperty("waitsFor");
    complete(underTest, "c");
    complete(underTest, "d");
    expect(open(underTest)).toEqual(["task after"]);
  });

  it("keeps the order of any dependencies, whatever is done first", () => {
    const graph = fc.integer({ min: 2, max: 7 }).chain((size) =>
      fc.tuple(
        fc.constant(size),
        fc.uniqueArray(fc.tuple(fc.nat({ max: size - 1 }), fc.nat({ max: size - 1 })), {
          maxLength: 10,
          selector: ([a, b]) => `${a}-${b}`,
        }),
        fc.infiniteStream(fc.nat({ max: 1000 })),
      ),
    );
    fc.assert(
      fc.property(graph, ([size, pairs, picks]) => {
        const ids = Array.from({ length: size }, (_, i) => `s${i}`);
        const before = pairs.filter(([a, b]) => a < b);
        const underTest = plan(
          ids.map((id) => task(id)),
          before.map(([a, b]) => `s${a} > s${b}`),
        );
        const done: string[] = [];
        while (done.length < size) {
          const free = ids.filter(
            (id, i) => !done.includes(id) && before.every(([a, b]) => b !== i || done.includes(`s${a}`)),
          );
          expect(open(underTest)).toEqual(free.map((id) => `task ${id}`).sort());
          const next = free[(picks.next().value ?? 0) % free.length] ?? "";
          complete(underTest, next);
          done.push(next);
        }
        expect(open(underTest)).toEqual(["task after"]);
      }),
      { numRuns: 30 },
    );
  });

  it("refuses what is only announced, and names what it waits for in both languages", () => {
    const named = { ...task("a"), name: { en: "Photos", "zh-CN": "拍照" } } as Node;
    const underTest = plan([named, task("b"), task("c")], ["a > c", "b > c"]);
    const { id } = underTest.wait("task", "c");
    const problem = refusalOf(underTest, { kind: "task.complete", task: id, by: "ann", data: {} });
    expect(problem?.code).toBe("task.waits");
    expect(problem?.message).toEqual({
      en: "This has to wait until done: Photos, b.",
      "zh-CN": "需等待以下节点完成：拍照、b。",
    });
    for (const kind of ["task.claim", "task.release"] as const)
      expect(refusalOf(underTest, { kind, task: id, by: "ann" })?.code).toBe("task.waits");
    complete(underTest, "b");
    expect(refusalOf(underTest, { kind: "task.claim", task: id, by: "ann" })?.message.en).toContain(
      "Photos.",
    );
  });

  it("waits after a step as long as drawn: a timer of the step that waits", () => {
    const lines: Line[] = [["a > c", { dependency: { lag: "PT2H" } }], "b > c"];
    const underTest = plan([task("a"), task("b"), task("c")], lines);
    complete(underTest, "a");
    expect(underTest.effects.find(({ kind }) => kind === "timer.schedule")).toMatchObject({
      node: "c",
      due: "2026-01-05T03:00:00.000Z",
    });
    complete(underTest, "b");
    const { id } = underTest.waits("task").find(({ node }) => node === "c") ?? { id: 0 };
    expect(refusalOf(underTest, { kind: "task.complete", task: id, by: "ann", data: {} })?.code).toBe(
      "task.too-early",
    );
    underTest.do({ kind: "timer.fire", timer: underTest.wait("timer", "c").id });
    expect(open(underTest)).toEqual(["task c"]);
    // The other way round: the time is over before the other step is done.
    const other = plan([task("a"), task("b"), task("c")], lines);
    complete(other, "a");
    other.do({ kind: "timer.fire", timer: other.wait("timer", "c").id });
    expect(open(other)).toEqual(["task b"]);
    complete(other, "b");
    expect(open(other)).toEqual(["task c"]);
  });

  it("a lag that cannot be worked out is an incident of the step before, which is done on retry", () => {
    const underTest = plan([task("a"), task("c")], [["a > c", { dependency: { lag: "=wait" } }]]);
    complete(underTest, "a");
    expect(open(underTest)).toEqual(["incident a"]);
    underTest.do({ kind: "variables.set", variables: { wait: "PT1H" }, by: "ann" });
    underTest.do({ kind: "incident.retry", incident: underTest.wait("incident", "a").id, by: "ann" });
    expect(open(underTest)).toEqual(["timer c"]);
  });

  it("ends without optional steps, which are cancelled, also those that still wait", () => {
    const underTest = plan(
      [task("a"), task("b", { optional: true }), task("c", { optional: true })],
      ["b > c"],
    );
    complete(underTest, "a");
    expect(open(underTest)).toEqual(["task after"]);
    expect(announced(underTest)).toEqual([]);
    const needed = plan([task("a"), task("b", { optional: true }), task("c")], ["b > c"]);
    complete(needed, "a");
    complete(needed, "b");
    expect(open(needed)).toEqual(["task c"]);
  });

  it("an empty plan is done at once", () => {
    expect(open(plan([], []))).toEqual(["task after"]);
  });

  it("takes steps of every kind: services, approvals, sub-processes, what is done several times", () => {
    const several: Node = { ...task("many"), loop: { type: "multiInstance", collection: "2" } } as Node;
    const approval: Node = {
      id: "ask",
      kind: "approval",
      who: { type: "people", people: ["ann", "bob"] },
      rule: { type: "all" },
    };
    const inner = sub("box", [start("s"), task("in"), end("e")], ["s > in", "in > e"]);
    const underTest = plan(
      [service("call"), approval, several, inner, script("mark", { owner: '"x"' })],
      ["call > ask", "ask > many", "many > box", "box > mark"],
    );
    expect(open(underTest)).toEqual(["job call"]);
    expect(announced(underTest)).toEqual([]);
    underTest.do({ kind: "job.complete", job: underTest.wait("job", "call").id, result: {} });
    underTest.complete("ask", { outcome: "approved" });
    underTest.complete("ask", { outcome: "rejected", comment: "no" });
    expect(open(underTest)).toEqual(["task many", "task many"]);
    complete(underTest, "many");
    complete(underTest, "many");
    complete(underTest, "in");
    expect(open(underTest)).toEqual(["task after"]);
    expect(underTest.variables.owner).toBe("x");
  });

  it("who will do a step may not be known yet: it is announced later, or comes when it opens", () => {
    const who = { type: "field", field: "owner" } as const;
    const underTest = plan([task("a"), task("b"), task("c", { who })], ["a > c", "b > c"]);
    expect(announced(underTest)).toEqual([]);
    underTest.do({ kind: "variables.set", variables: { owner: "ann" }, by: "ann" });
    complete(underTest, "a");
    expect(announced(underTest)).toEqual(["c"]);
    complete(underTest, "b");
    expect(open(underTest)).toEqual(["task c"]);
  });

  it("that fails to open keeps its announced task until it does", () => {
    const deadline = { type: "duration", duration: "=wait" } as const;
    const underTest = plan([task("a"), task("c", { deadline })], ["a > c"], { wait: "soon" });
    complete(underTest, "a");
    expect(underTest.waitingAt()).toEqual(["incident c", "task c"]);
    underTest.do({ kind: "variables.set", variables: { wait: "PT1H" }, by: "ann" });
    underTest.do({ kind: "incident.retry", incident: underTest.wait("incident", "c").id, by: "ann" });
    expect(open(underTest)).toEqual(["task c"]);
    complete(underTest, "c");
    expect(open(underTest)).toEqual(["task after"]);
  });

  it("an event at a step that interrupts it ends the step; what waits for it goes on", () => {
    const late: Node = {
      id: "late",
      kind: "boundary",
      attachedTo: "a",
      event: { type: "timer", duration: "PT1H" },
    };
    const underTest = plan([task("a"), late, task("c")], ["a > c"]);
    underTest.do({ kind: "timer.fire", timer: underTest.wait("timer", "late").id });
    expect(open(underTest)).toEqual(["task c"]);
    const beside = plan([task("a"), { ...late, interrupting: false } as Node, task("c")], ["a > c"]);
    beside.do({ kind: "timer.fire", timer: beside.wait("timer", "late").id });
    expect(open(beside)).toEqual(["task a"]);
  });

  it("is cancelled with everything in it", () => {
    const underTest = plan([task("a"), task("c")], [["a > c", { dependency: { lag: "PT1H" } }]]);
    complete(underTest, "a");
    underTest.do({ kind: "instance.cancel", by: "ann", reason: "enough" });
    expect(underTest.rows.size).toBe(0);
  });

  it("lines from and to events are refused when it is compiled", () => {
    const late: Node = { id: "late", kind: "boundary", attachedTo: "a", event: { type: "error" } };
    const result = compile(flow([task("a"), late, task("c")], ["late > c"]));
    expect(result.ok ? [] : result.problems.map(({ code }) => code)).toEqual(["compile.plan-step"]);
  });
});

describe("a step that is added to a running plan", () => {
  it("takes its place after and before others, for this case alone", () => {
    const underTest = plan([task("a"), task("c")], ["a > c"]);
    expect(add(underTest, task("b"), ["a"], ["c"])).toBeNull();
    expect(announced(underTest)).toEqual(["b", "c"]);
    complete(underTest, "a");
    expect(open(underTest)).toEqual(["task b"]);
    expect(add(underTest, task("d"))).toBeNull();
    expect(open(underTest)).toEqual(["task b", "task d"]);
    for (const id of ["b", "c", "d"]) complete(underTest, id);
    expect(open(underTest)).toEqual(["task after"]);
    // Another case of the same version knows nothing of it.
    const other = new CaseUnderTest(underTest.program);
    other.start();
    expect(open(other)).toEqual(["task a"]);
    expect(other.program.nodes.has("b")).toBe(false);
  });

  it("gives the case a program that hosts read, one for each addition", () => {
    const underTest = plan([task("a")], []);
    const { program } = underTest;
    expect(underTest.state && programFor(program, underTest.state)).toBe(program);
    add(underTest, task("b"));
    if (underTest.state === null) throw new Error("no state");
    const own = programFor(program, underTest.state);
    expect(own.nodes.get("b")?.node).toEqual(task("b"));
    const stored = JSON.parse(JSON.stringify(underTest.state));
    expect(programFor(program, stored)).toBe(own);
    expect(programFor(own, stored)).toBe(own);
    const context = { now: NOW, membersOf: () => [] };
    const command = { kind: "instance.suspend", by: "ann" } as const;
    expect(step(own, stored, command, context)).toEqual(step(program, stored, command, context));
    complete(underTest, "a");
    complete(underTest, "b");
    expect(underTest.state && programFor(own, underTest.state)).toBe(own);
    underTest.complete("after");
    expect(underTest.status).toBe("completed");
  });

  it("may hold steps of its own and what they say is compiled like the rest", () => {
    const underTest = plan([task("a")], []);
    const box = sub("box", [start("s"), script("set", { owner: '"x"' }), end("e")], ["s > set", "set > e"]);
    expect(add(underTest, box)).toBeNull();
    expect(underTest.variables.owner).toBe("x");
    const wrong = script("wrong", { owner: "1 +" });
    expect(add(underTest, wrong)?.code).toBe("compile.expression");
  });

  it("is refused where it does not fit, and nothing changes", () => {
    const underTest = plan([task("a"), task("b"), task("c")], ["a > b", "b > c"]);
    const before = JSON.stringify(underTest.state);
    expect(add(underTest, task("a"))?.code).toBe("compile.id-twice");
    expect(add(underTest, { id: "x", kind: "end" })?.code).toBe("plan.no-step");
    expect(add(underTest, task("x"), ["nowhere"])?.code).toBe("plan.unknown-step");
    expect(add(underTest, task("x"), [], ["a"])?.code).toBe("plan.step-begun");
    expect(add(underTest, task("x"), ["c"], ["b"])?.code).toBe("compile.plan-circle");
    const elsewhere = {
      kind: "plan.add",
      scope: 0,
      node: task("x"),
      after: [],
      before: [],
      by: "ann",
    } as const;
    expect(refusalOf(underTest, elsewhere)?.code).toBe("plan.not-open");
    expect(JSON.stringify(underTest.state)).toBe(before);
  });

  it("comes into every opening of the plan that is under way", () => {
    const inner: Node = {
      id: "plan",
      kind: "plan",
      nodes: [task("a"), task("c")],
      edges: edges(["a > c"]),
      loop: { type: "multiInstance", collection: "2" },
    };
    const underTest = new CaseUnderTest(
      drawing([start(), inner, task("after")], ["start > plan", "plan > after"]),
    );
    underTest.start();
    const scope = Object.entries(underTest.state?.scopes ?? {}).find(
      ([, { node, i }]) => node === "plan" && i === undefined,
    )?.[0];
    const added = {
      kind: "plan.add",
      scope: Number(scope),
      node: task("b"),
      after: [],
      before: ["c"],
      by: "ann",
    };
    underTest.do(added as Parameters<CaseUnderTest["do"]>[0]);
    expect(open(underTest)).toEqual(["task a", "task a", "task b", "task b"]);
    for (const id of ["a", "b", "c", "b", "a", "c"]) complete(underTest, id);
    expect(open(underTest)).toEqual(["task after"]);
  });
});
