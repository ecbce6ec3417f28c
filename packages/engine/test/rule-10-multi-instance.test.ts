import type { Node } from "@flowright/definition";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CaseUnderTest } from "./case-under-test.ts";
import { drawing, end, gate, type Line, onError, script, service, start, sub, task } from "./drawing.ts";

type Loop = NonNullable<Extract<Node, { kind: "userTask" }>["loop"]>;

const each = (more: Partial<Extract<Loop, { type: "multiInstance" }>> = {}): Loop => ({
  type: "multiInstance",
  collection: "list",
  ...more,
});

const variables = {
  list: { type: "array", items: { type: "string" } },
  results: { type: "array" },
  count: { type: "number", default: 0 },
  enough: { type: "number", default: 2 },
  answer: { type: "string" },
  seen: { type: "string", default: "" },
} as const;

function one(node: Node, more: readonly Node[] = [], lines: readonly Line[] = []) {
  return drawing(
    [start(), node, task("after"), end(), ...more],
    [`start > ${node.id}`, `${node.id} > after`, "after > end", ...lines],
    { variables },
  );
}

/** The open task of an instance, by its place from 1. */
function taskOf(underTest: CaseUnderTest, index: number, node = "work") {
  const found = underTest
    .waits("task")
    .find((wait) => wait.node === node && underTest.state?.scopes[wait.scope]?.i === index - 1);
  if (!found) throw new Error(`No task of instance ${index}`);
  return found;
}

function complete(underTest: CaseUnderTest, index: number, data = {}, node = "work") {
  underTest.do({ kind: "task.complete", task: taskOf(underTest, index, node).id, by: "ann", data });
}

/** The token that stands for the activity as a whole. */
function wholeOf(underTest: CaseUnderTest): number {
  const [id] = Object.entries(underTest.state?.tokens ?? {}).find(([, token]) => token.w?.many) ?? [];
  return Number(id);
}

function refusalOf(underTest: CaseUnderTest, command: Parameters<CaseUnderTest["try"]>[0]) {
  const result = underTest.try(command);
  return result.ok ? null : result.problem.code;
}

describe("rule 10: an activity once for each item", () => {
  it("collects results in the order of the items, whatever the order of completion", () => {
    const work = sub("work", [start("s"), task("ask"), end("e")], ["s > ask", "ask > e"], {
      reply: { type: "string" },
    });
    const several = {
      ...work,
      loop: each({ output: { target: "results", value: 'item + "/" + string(index)' } }),
    } as Node;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }).chain((n) => {
          const all = Array.from({ length: n }, (_, i) => i + 1);
          return fc.tuple(fc.constant(n), fc.shuffledSubarray(all, { minLength: n }));
        }),
        ([n, order]) => {
          const list = Array.from({ length: n }, (_, i) => `item ${i}`);
          const underTest = new CaseUnderTest(one(several));
          underTest.start({ list });
          expect(underTest.waits("task")).toHaveLength(n);
          const tasks = underTest.waits("task");
          for (const index of order)
            underTest.do({ kind: "task.complete", task: tasks[index - 1]?.id ?? 0, by: "ann", data: {} });
          expect(underTest.variables.results).toEqual(list.map((item, i) => `${item}/${i + 1}`));
          expect(underTest.waitingAt()).toEqual(["task after"]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("asks the condition for the end after each, with the counters, and cancels the rest", () => {
    const loop = each({
      completion: "numberOfCompletedInstances >= enough and numberOfActiveInstances + 2 = numberOfInstances",
      output: { target: "results", value: "item" },
    });
    const underTest = new CaseUnderTest(one(task("work", { loop })));
    underTest.start({ list: ["a", "b", "c", "d"] });
    complete(underTest, 3);
    complete(underTest, 1);
    expect(underTest.waitingAt()).toEqual(["task after"]);
    expect(underTest.variables.results).toEqual(["a", null, "c", null]);
    expect(underTest.seen("instance.terminated").map(({ place }) => place)).toEqual([1, 3]);
  });

  it("takes a number, begins nothing for an empty list, and tells what is neither", () => {
    const underTest = new CaseUnderTest(one(task("work", { loop: each({ collection: "count" }) })));
    underTest.start({ count: 3 });
    expect(underTest.waits("task")).toHaveLength(3);
    const empty = new CaseUnderTest(
      one(task("work", { loop: each({ output: { target: "results", value: "item" } }) })),
    );
    empty.start({ list: [] });
    expect(empty.waitingAt()).toEqual(["task after"]);
    expect(empty.variables.results).toEqual([]);
    for (const count of [-1, 1.5, null, "x"]) {
      const wrong = new CaseUnderTest(one(task("work", { loop: each({ collection: "count" }) })));
      wrong.start({ count });
      expect(wrong.waitingAt()).toEqual(["incident work"]);
      expect(wrong.incidentCodes()).toEqual(["instances.no-list"]);
      wrong.do({ kind: "variables.set", variables: { count: 1 }, by: "ann" });
      wrong.do({ kind: "incident.retry", incident: wrong.wait("incident", "work").id, by: "ann" });
      expect(wrong.waitingAt()).toEqual(["task work"]);
    }
  });

  it("one after the other where it is sequential", () => {
    const loop = each({ sequential: true, item: "who" });
    const who = { type: "expression", value: "who" } as const;
    const underTest = new CaseUnderTest(one(task("work", { loop, who })));
    underTest.start({ list: ["ann", "bob", "cai"] });
    for (const person of ["ann", "bob", "cai"]) {
      expect(underTest.waitingAt()).toEqual(["task work"]);
      expect(underTest.lastTask().assignee).toBe(person);
      underTest.complete("work");
    }
    expect(underTest.waitingAt()).toEqual(["task after"]);
  });

  it("begins at most so many in one turn and asks the host for more", () => {
    const loop = each({ collection: "count", output: { target: "results", value: "index" } });
    for (const node of [script("work", { seen: '"x"' }), task("work")]) {
      const underTest = new CaseUnderTest(one({ ...node, loop } as Node), {
        limits: { instancesAtOnce: 10 },
      });
      underTest.start({ count: 25 });
      const opened = () => underTest.seen("scope.opened").length;
      const asked = () => underTest.effects.filter(({ kind }) => kind === "turn.continue").length;
      expect([opened(), asked()]).toEqual([10, 1]);
      underTest.do({ kind: "turn.continue" });
      expect([opened(), asked()]).toEqual([20, 2]);
      underTest.do({ kind: "turn.continue" });
      expect([opened(), asked()]).toEqual([25, 2]);
      for (const { id } of underTest.waits("task").filter((wait) => wait.node === "work"))
        underTest.do({ kind: "task.complete", task: id, by: "ann", data: {} });
      expect(underTest.waitingAt()).toEqual(["task after"]);
      expect(underTest.variables.results).toHaveLength(25);
      expect(underTest.do({ kind: "turn.continue" })).toEqual([]);
    }
  });

  it("a hundred, unless told otherwise, and a number of instances takes no more room than a few", () => {
    const loop = each({ collection: "count", sequential: false });
    const underTest = new CaseUnderTest(one({ ...script("work", { seen: '"x"' }), loop } as Node));
    underTest.start({ count: 150 });
    expect(underTest.seen("scope.opened")).toHaveLength(100);
    expect(JSON.stringify(underTest.state?.tokens).length).toBeLessThan(200);
    underTest.do({ kind: "turn.continue" });
    expect(underTest.waitingAt()).toEqual(["task after"]);
  });

  it("items can be added to numbers", () => {
    const loop = each({ collection: "3", sequential: true, output: { target: "results", value: "item" } });
    const underTest = new CaseUnderTest(one(task("work", { loop })));
    underTest.start();
    underTest.complete("work");
    const token = wholeOf(underTest);
    underTest.do({ kind: "instances.add", token, items: ["more"], by: "ann" });
    for (let left = 3; left > 0; left--) underTest.complete("work");
    expect(underTest.variables.results).toEqual([1, 2, 3, "more"]);
  });

  it("has at most so many instances, and waits for room among the tokens of the case", () => {
    const loop = each({ collection: "count" });
    const limits = { instances: 20, tokens: 8 };
    const tooMany = new CaseUnderTest(one(task("work", { loop })), { limits });
    tooMany.start({ count: 21 });
    expect(tooMany.incidentCodes()).toEqual(["limit.instances"]);
    const underTest = new CaseUnderTest(one(task("work", { loop })), { limits });
    underTest.start({ count: 20 });
    let done = 0;
    for (; underTest.wait("task", underTest.waits("task")[0]?.node ?? "").node === "work"; done++) {
      expect(Object.keys(underTest.state?.tokens ?? {}).length).toBeLessThanOrEqual(8);
      underTest.complete("work");
    }
    expect(done).toBe(20);
    expect(underTest.waitingAt()).toEqual(["task after"]);
  });

  it("instances are added at the end and removed by their number while it is under way", () => {
    const loop = each({ output: { target: "results", value: "item" } });
    const underTest = new CaseUnderTest(one(task("work", { loop })));
    underTest.start({ list: ["a", "b"] });
    const token = wholeOf(underTest);
    underTest.do({ kind: "instances.add", token, items: ["c"], by: "ann" });
    expect(underTest.waits("task")).toHaveLength(3);
    complete(underTest, 3);
    underTest.do({ kind: "instances.remove", token, index: 1, by: "ann" });
    expect(refusalOf(underTest, { kind: "instances.remove", token, index: 1, by: "ann" })).toBe(
      "instances.none-such",
    );
    for (const index of [0, 3, 4, 1.5])
      expect(refusalOf(underTest, { kind: "instances.remove", token, index, by: "ann" })).toBe(
        "instances.none-such",
      );
    underTest.do({ kind: "instances.remove", token, index: 2, by: "ann" });
    expect(underTest.waitingAt()).toEqual(["task after"]);
    expect(underTest.variables.results).toEqual([null, null, "c"]);
    expect(refusalOf(underTest, { kind: "instances.add", token, items: ["d"], by: "ann" })).toBe(
      "instances.not-open",
    );
  });

  it("is not changed any more once it is done, also where it is stuck on its way out", () => {
    const work = { ...task("work"), loop: each({ sequential: true }) } as Node;
    const box: Node = {
      id: "box",
      kind: "adHoc",
      start: "all",
      completion: "enough > 1",
      nodes: [work],
      edges: [],
    };
    const underTest = new CaseUnderTest(one(box));
    underTest.start({ list: ["a", "b"], enough: null });
    const token = wholeOf(underTest);
    underTest.do({ kind: "instances.remove", token, index: 2, by: "ann" });
    underTest.do({ kind: "instances.remove", token, index: 1, by: "ann" });
    expect(underTest.waitingAt()).toEqual(["incident work"]);
    for (const kind of ["instances.remove", "instances.add"] as const)
      expect(refusalOf(underTest, { kind, token, index: 1, items: ["c"], by: "ann" })).toBe(
        "instances.not-open",
      );
    underTest.set({ enough: 2 });
    underTest.retry("work");
    expect(underTest.waitingAt()).toEqual(["task after"]);
  });

  it("one of a sequence can be removed before its turn, and its number stays free", () => {
    const loop = each({ sequential: true, output: { target: "results", value: "index" } });
    const underTest = new CaseUnderTest(one(task("work", { loop })));
    underTest.start({ list: ["a", "b", "c", "d"] });
    const token = wholeOf(underTest);
    underTest.do({ kind: "instances.remove", token, index: 2, by: "ann" });
    underTest.do({ kind: "instances.remove", token, index: 4, by: "ann" });
    underTest.do({ kind: "instances.remove", token, index: 1, by: "ann" });
    expect(underTest.waits("task")).toHaveLength(1);
    complete(underTest, 3);
    expect(underTest.waitingAt()).toEqual(["task after"]);
    expect(underTest.variables.results).toEqual([null, null, 3, null]);
  });

  it("adding and removing ask the condition for the end again", () => {
    const completion = "numberOfCompletedInstances / numberOfInstances >= 0.5";
    const underTest = new CaseUnderTest(one(task("work", { loop: each({ completion }) })));
    underTest.start({ list: ["a", "b", "c", "d", "e"] });
    complete(underTest, 1);
    complete(underTest, 2);
    const token = wholeOf(underTest);
    underTest.do({ kind: "instances.add", token, items: ["f"], by: "ann" });
    expect(underTest.waits("task")).toHaveLength(4);
    const removing = new CaseUnderTest(
      one(task("work", { loop: each({ completion: "numberOfTerminatedInstances > 0" }) })),
    );
    removing.start({ list: ["a", "b", "c"] });
    complete(removing, 1);
    removing.do({ kind: "instances.remove", token: wholeOf(removing), index: 2, by: "ann" });
    expect(removing.waitingAt()).toEqual(["task after"]);
  });

  it("an incident of one instance leaves the others alone, and a retry goes on with that one", () => {
    const call = service("work", {
      loop: each({ output: { target: "results", value: "item" } }),
      input: [{ target: "x", value: "item" }],
      output: [{ target: "answer", value: "result.text + item" }],
    });
    const underTest = new CaseUnderTest(one(call));
    underTest.start({ list: ["a", "b"] });
    const [first, second] = underTest.waits("job");
    underTest.do({ kind: "job.fail", job: first?.id ?? 0, message: "no answer" });
    expect(underTest.waitingAt()).toEqual(["incident work", "job work"]);
    underTest.do({ kind: "job.complete", job: second?.id ?? 0, result: { text: "for " } });
    expect(underTest.variables.answer).toBe("for b");
    underTest.do({ kind: "incident.retry", incident: underTest.wait("incident", "work").id, by: "ann" });
    expect(underTest.lastJob()).toMatchObject({ job: first?.id, input: { x: "a" } });
    underTest.do({ kind: "job.complete", job: first?.id ?? 0, result: { text: "again " } });
    expect(underTest.waitingAt()).toEqual(["task after"]);
    expect(underTest.variables.results).toEqual(["a", "b"]);
  });

  it("a condition or a result that fails stops that instance, and nothing is mapped twice on retry", () => {
    const loop = each({ completion: "answer = null or numberOfCompletedInstances > enough" });
    const work = { ...script("work", { count: "count + 1" }), loop } as Node;
    const underTest = new CaseUnderTest(one(work));
    underTest.start({ list: ["a"], enough: "x", answer: "set" });
    expect(underTest.incidentCodes()).toEqual(["expression.failed"]);
    underTest.do({ kind: "variables.set", variables: { enough: 5 }, by: "ann" });
    underTest.do({ kind: "incident.retry", incident: underTest.wait("incident", "work").id, by: "ann" });
    expect(underTest.waitingAt()).toEqual(["task after"]);
    expect(underTest.variables.count).toBe(1);
  });

  it("its boundary events belong to the whole: errors of an instance, timers and what does not interrupt", () => {
    const loop = each();
    const failing = new CaseUnderTest(
      one(service("work", { loop }), [onError("failed", "work", "E"), task("mend")], ["failed > mend"]),
    );
    failing.start({ list: ["a", "b", "c"] });
    failing.do({ kind: "job.fail", job: failing.waits("job")[1]?.id ?? 0, code: "E", message: "m" });
    expect(failing.waitingAt()).toEqual(["task mend"]);

    const late = (interrupting: boolean): Node => ({
      id: "late",
      kind: "boundary",
      attachedTo: "work",
      interrupting,
      event: { type: "timer", duration: "PT1H" },
    });
    for (const interrupting of [true, false]) {
      const underTest = new CaseUnderTest(
        one(task("work", { loop }), [late(interrupting), task("mend")], ["late > mend"]),
      );
      underTest.start({ list: ["a", "b"] });
      expect(underTest.waits("timer")).toHaveLength(1);
      underTest.do({ kind: "timer.fire", timer: underTest.wait("timer", "late").id });
      expect(underTest.waitingAt()).toEqual(
        interrupting ? ["task mend"] : ["task mend", "task work", "task work"],
      );
    }
  });

  it("approvals: the whole is rejected as soon as one of them was, else approved", () => {
    const ask: Node = {
      id: "ask",
      kind: "approval",
      who: { type: "expression", value: "item" },
      rule: { type: "any" },
      loop: each({ sequential: true, completion: 'answer = "rejected"' }),
      resultVariable: "answer",
    };
    const definition = drawing(
      [start(), ask, task("yes"), task("no")],
      ["start > ask", ["ask > yes", { outcome: "approved" }], ["ask > no", { outcome: "rejected" }]],
      { variables },
    );
    const after = (list: string[], ...outcomes: string[]) => {
      const underTest = new CaseUnderTest(definition);
      underTest.start({ list });
      for (const outcome of outcomes) underTest.complete("ask", { outcome, comment: "because" });
      return underTest.waitingAt();
    };
    expect(after(["ann", "bob"], "approved", "approved")).toEqual(["task yes"]);
    expect(after(["ann", "bob", "cai"], "approved", "rejected")).toEqual(["task no"]);
    // Nobody is asked: there is no outcome, and nothing is approved by that.
    expect(after([])).toEqual(["incident ask"]);
    const underTest = new CaseUnderTest(definition);
    underTest.start({ list: [] });
    underTest.set({ list: ["ann", "bob"] });
    underTest.retry("ask");
    const token = wholeOf(underTest);
    underTest.do({ kind: "instances.remove", token, index: 2, by: "ann" });
    expect(refusalOf(underTest, { kind: "instances.remove", token, index: 1, by: "ann" })).toBe(
      "instances.last",
    );
    underTest.complete("ask", { outcome: "approved" });
    expect(underTest.waitingAt()).toEqual(["task yes"]);
    const one: typeof definition = drawing([start(), ask, task("on")], ["start > ask", "ask > on"], {
      variables,
    });
    const free = new CaseUnderTest(one);
    free.start({ list: [] });
    expect(free.waitingAt()).toEqual(["task on"]);
  });

  it("sub-processes with steps and data of their own, and calls", () => {
    const inner = sub("box", [start("s"), task("in"), end("e")], ["s > in", "in > e"], {
      note: { type: "string", default: "n" },
    });
    const loop = each({ output: { target: "results", value: "item" } });
    const underTest = new CaseUnderTest(one({ ...inner, loop } as Node));
    underTest.start({ list: ["a", "b"] });
    const notes = () =>
      Object.values(underTest.state?.scopes ?? {})
        .filter(({ node, i }) => node === "box" && i === undefined)
        .map(({ vars }) => vars.note);
    underTest.complete("in", { data: { note: "mine" } });
    expect(notes()).toEqual(["n"]);
    underTest.complete("in");
    expect(underTest.variables.results).toEqual(["a", "b"]);

    const call: Node = { id: "call", kind: "callActivity", process: "other", loop };
    const calling = new CaseUnderTest(one(call));
    calling.start({ list: ["a", "b"] });
    for (const { id } of calling.waits("call")) calling.do({ kind: "call.complete", call: id, result: {} });
    expect(calling.waitingAt()).toEqual(["task after"]);
  });

  it("inside each other, and one is cancelled with everything below it", () => {
    const inner = { ...task("in"), loop: each({ collection: "2", item: "inner" }) } as Node;
    const box = sub("box", [start("s"), inner, end("e")], ["s > in", "in > e"]);
    const underTest = new CaseUnderTest(one({ ...box, loop: each() } as Node));
    underTest.start({ list: ["a", "b"] });
    expect(underTest.waits("task")).toHaveLength(4);
    const outer = wholeOf(underTest);
    underTest.do({ kind: "instances.remove", token: outer, index: 1, by: "ann" });
    expect(underTest.waits("task")).toHaveLength(2);
    underTest.complete("in");
    underTest.complete("in");
    expect(underTest.waitingAt()).toEqual(["task after"]);
  });

  it("writes to names outside go outwards, those of the instance stay its own", () => {
    const work = { ...script("work", { count: "count + index", item: '"mine"' }), loop: each() } as Node;
    const underTest = new CaseUnderTest(one(work));
    underTest.start({ list: ["a", "b", "c"] });
    expect(underTest.variables.count).toBe(6);
    expect(underTest.variables).not.toHaveProperty("item");
  });

  it("items are added only as large as the data of a case may be, and no more than a step may have", () => {
    const limits = { variables: 1000, instances: 5 };
    const underTest = new CaseUnderTest(one(task("work", { loop: each({ sequential: true }) })), { limits });
    underTest.start({ list: ["a", "b"] });
    const add = (items: string[]) =>
      refusalOf(underTest, { kind: "instances.add", token: wholeOf(underTest), items, by: "ann" });
    expect(add(["x".repeat(2000)])).toBe("limit.variables");
    expect(add(["c", "d", "e", "f"])).toBe("instances.too-many");
    expect(add([])).toBeNull();
    expect(add(["c", "d", "e"])).toBeNull();
    for (let index = 1; index <= 5; index++) underTest.complete("work");
    expect(underTest.waitingAt()).toEqual(["task after"]);
  });

  it("asks for no further turn where the case ends in this one", () => {
    const stop: Node = { id: "stop", kind: "end", result: { type: "terminate" } };
    const work = { ...script("work", { seen: '"x"' }), loop: each({ collection: "20" }) } as Node;
    const underTest = new CaseUnderTest(
      drawing(
        [start(), gate("split"), work, script("short", { seen: '"y"' }), stop],
        ["start > split", "split > work", "split > short", "short > stop"],
        { variables },
      ),
      { limits: { instancesAtOnce: 5 } },
    );
    underTest.start();
    expect(underTest.status).toBe("terminated");
    expect(underTest.effects.map(({ kind }) => kind)).not.toContain("turn.continue");
  });

  it("results grow only so large", () => {
    const loop = each({ output: { target: "results", value: "answer" } });
    const underTest = new CaseUnderTest(one(task("work", { loop })), { limits: { variables: 1000 } });
    underTest.start({ list: ["a", "b", "c"], answer: "x".repeat(300) });
    for (const index of [1, 2, 3]) complete(underTest, index);
    expect(new Set(underTest.incidentCodes())).toEqual(new Set(["limit.variables"]));
    underTest.do({ kind: "variables.set", variables: { answer: "short" }, by: "ann" });
    for (const { id } of underTest.waits("incident"))
      underTest.do({ kind: "incident.retry", incident: id, by: "ann" });
    expect(underTest.waitingAt()).toEqual(["task after"]);
  });
});

describe("rule 10: an activity again and again", () => {
  const again = (more: Partial<Extract<Loop, { type: "standard" }>> = {}): Loop => ({
    type: "standard",
    condition: "index < enough",
    ...more,
  });
  const rounds = (loop: Loop, given: object, limits = {}) => {
    const work = { ...script("work", { seen: "seen + string(index)" }), loop } as Node;
    const underTest = new CaseUnderTest(one(work), { limits });
    underTest.start(given);
    return underTest;
  };

  it("while the condition holds, asked after each round, before the first if so drawn", () => {
    expect(rounds(again(), { enough: 3 }).variables.seen).toBe("123");
    expect(rounds(again(), { enough: 0 }).variables.seen).toBe("1");
    const none = rounds(again({ testBefore: true }), { enough: 0 });
    expect(none.variables.seen).toBe("");
    expect(none.waitingAt()).toEqual(["task after"]);
    expect(rounds(again({ testBefore: true }), { enough: 2 }).variables.seen).toBe("12");
  });

  it("ends after the most rounds, and without such a number stops at the limit", () => {
    expect(rounds(again({ maximum: 4 }), { enough: 100 }).variables.seen).toBe("1234");
    // After the last round nothing is asked any more.
    const last = rounds(again({ maximum: 2, condition: "index < 2 or missing.part" }), { enough: 100 });
    expect(last.variables.seen).toBe("12");
    const endless = rounds(again(), { enough: 100 }, { instances: 7 });
    expect(endless.incidentCodes()).toEqual(["limit.instances"]);
    expect(endless.variables.seen).toBe("1234567");
    endless.do({ kind: "variables.set", variables: { enough: 1 }, by: "ann" });
    endless.do({ kind: "incident.retry", incident: endless.wait("incident", "work").id, by: "ann" });
    expect(endless.waitingAt()).toEqual(["task after"]);
  });

  it("goes on in the next turn where the rounds do their work at once", () => {
    const underTest = rounds(again(), { enough: 12 }, { instancesAtOnce: 5 });
    expect(underTest.variables.seen).toBe("12345");
    expect(underTest.effects.at(-1)).toEqual({ kind: "turn.continue" });
    underTest.do({ kind: "turn.continue" });
    underTest.do({ kind: "turn.continue" });
    expect(underTest.variables.seen).toBe("123456789101112");
    expect(underTest.waitingAt()).toEqual(["task after"]);
  });

  it("an approval that is asked again has the outcome of its last round", () => {
    const ask: Node = {
      id: "ask",
      kind: "approval",
      who: { type: "people", people: ["ann"] },
      rule: { type: "any" },
      loop: again({ condition: 'answer = "rejected"' }),
      resultVariable: "answer",
    };
    const underTest = new CaseUnderTest(
      drawing(
        [start(), ask, task("yes"), task("no")],
        ["start > ask", ["ask > yes", { outcome: "approved" }], ["ask > no", { outcome: "rejected" }]],
        { variables },
      ),
    );
    underTest.start();
    underTest.complete("ask", { outcome: "rejected", comment: "no" });
    underTest.complete("ask", { outcome: "approved" });
    expect(underTest.waitingAt()).toEqual(["task yes"]);
  });
});
