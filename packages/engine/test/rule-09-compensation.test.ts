import type { Node } from "@flowright/definition";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CaseUnderTest } from "./case-under-test.ts";
import { drawing, end, gate, type Line, onError, script, service, start, sub, task } from "./drawing.ts";
import { commandFor, impulses } from "./random-commands.ts";
import { drawn } from "./random-drawing.ts";
import { undoing } from "./random-undoing.ts";

/** The boundary event of a step, and the task that undoes it. */
const undoable = (id: string): Node[] => [onUndo(`on-${id}`, id), task(`undo-${id}`)];
const undoLines = (...ids: string[]): Line[] => ids.map((id) => `on-${id} > undo-${id}`);

const onUndo = (id: string, attachedTo: string): Node => ({
  id,
  kind: "boundary",
  attachedTo,
  event: { type: "compensation" },
});
const undo = (id: string, activity?: string): Node => ({
  id,
  kind: "throw",
  event: { type: "compensation", ...(activity ? { activity } : {}) },
});
const undoEnd = (id: string): Node => ({ id, kind: "end", result: { type: "compensation" } });
const transaction = (id: string, nodes: readonly Node[], lines: readonly Line[]): Node =>
  ({ ...sub(id, nodes, lines), kind: "transaction" }) as Node;

function onceUndone(id: string, nodes: Node[], lines: Line[]): Node {
  const begin: Node = { id: `${id}-start`, kind: "start", trigger: { type: "compensation" } };
  return { ...sub(id, [begin, ...nodes], lines), kind: "eventSubProcess" } as Node;
}

/** Completes the task that waits, one after the other; gives their names. */
function completeAll(underTest: CaseUnderTest): string[] {
  const done: string[] = [];
  for (let wait = underTest.waits("task")[0]; wait !== undefined; wait = underTest.waits("task")[0]) {
    expect(underTest.waits("task")).toHaveLength(1);
    done.push(wait.node);
    underTest.complete(wait.node);
    if (done.length > 200) throw new Error("This does not end");
  }
  return done;
}

describe("rule 9: what was completed is undone", () => {
  it("in reverse order, one after the other, and the thrower waits", () => {
    const underTest = new CaseUnderTest(
      drawing(
        [start(), task("a"), task("b"), task("c"), undo("back"), task("after"), end()].concat(
          undoable("a"),
          undoable("b"),
          undoable("c"),
        ),
        [
          "start > a",
          "a > b",
          "b > c",
          "c > back",
          "back > after",
          "after > end",
          ...undoLines("a", "b", "c"),
        ],
      ),
    );
    underTest.start();
    for (const id of ["a", "b", "c"]) underTest.complete(id);
    expect(underTest.waitingAt()).toEqual(["task undo-c"]);
    expect(completeAll(underTest)).toEqual(["undo-c", "undo-b", "undo-a", "after"]);
    expect(underTest.status).toBe("completed");
  });

  it("in the order in which parallel branches were completed", () => {
    const underTest = new CaseUnderTest(
      drawing(
        [start(), gate("fan"), task("a"), task("b"), gate("join"), undoEnd("back")].concat(
          undoable("a"),
          undoable("b"),
        ),
        ["start > fan", "fan > a", "fan > b", "a > join", "b > join", "join > back", ...undoLines("a", "b")],
      ),
    );
    underTest.start();
    underTest.complete("b");
    underTest.complete("a");
    expect(completeAll(underTest)).toEqual(["undo-a", "undo-b"]);
    expect(underTest.status).toBe("completed");
  });

  it("once per completion: a second throw finds nothing more", () => {
    const underTest = new CaseUnderTest(
      drawing(
        [start(), task("a"), undo("one"), undo("two"), end(), ...undoable("a")],
        ["start > a", "a > one", "one > two", "two > end", ...undoLines("a")],
      ),
    );
    underTest.start();
    expect(completeAll(underTest)).toEqual(["a", "undo-a"]);
    expect(underTest.status).toBe("completed");
    expect(underTest.seen("compensation.started")).toHaveLength(1);
  });

  it("of one activity alone, as often as it was completed", () => {
    const underTest = new CaseUnderTest(
      drawing(
        [
          start(),
          { id: "again", kind: "exclusive" } as Node,
          task("a"),
          task("b"),
          { id: "more", kind: "exclusive" } as Node,
          undo("back", "a"),
          undo("rest"),
          end(),
          ...undoable("a"),
          ...undoable("b"),
        ],
        [
          "start > again",
          "again > a",
          "a > b",
          "b > more",
          ["more > again", { condition: "not(stop)" }],
          ["more > back", { default: true }],
          "back > rest",
          "rest > end",
          ...undoLines("a", "b"),
        ],
        { variables: { stop: { type: "boolean", default: false } } },
      ),
    );
    underTest.start();
    for (const id of ["a", "b", "a"]) underTest.complete(id);
    underTest.complete("b", { data: { stop: true } });
    expect(completeAll(underTest)).toEqual(["undo-a", "undo-a", "undo-b", "undo-b"]);
  });

  it("where nothing was completed: the flow goes on at once", () => {
    const underTest = new CaseUnderTest(
      drawing(
        [start(), undo("back"), task("a"), end(), ...undoable("a")],
        ["start > back", "back > a", "a > end", ...undoLines("a")],
      ),
    );
    underTest.start();
    expect(underTest.waitingAt()).toEqual(["task a"]);
    expect(underTest.seen("compensation.started")).toEqual([]);
  });

  it("what fails while undoing is an incident; after a retry it goes on", () => {
    const underTest = new CaseUnderTest(
      drawing(
        [
          start(),
          task("a"),
          task("b"),
          undoEnd("back"),
          onUndo("on-a", "a"),
          service("undo-a"),
          onUndo("on-b", "b"),
          script("undo-b", { x: "missing + 1" }),
        ],
        ["start > a", "a > b", "b > back", ...undoLines("a", "b")],
      ),
    );
    underTest.start();
    underTest.complete("a");
    underTest.complete("b");
    expect(underTest.waitingAt()).toEqual(["incident undo-b"]);
    underTest.do({ kind: "variables.set", variables: { missing: 1 }, by: "ann" });
    underTest.do({ kind: "incident.retry", incident: underTest.wait("incident", "undo-b").id, by: "ann" });
    expect(underTest.waitingAt()).toEqual(["job undo-a"]);
    underTest.do({ kind: "job.fail", job: underTest.lastJob().job, message: "no answer" });
    expect(underTest.waitingAt()).toEqual(["incident undo-a"]);
    underTest.do({ kind: "incident.retry", incident: underTest.wait("incident", "undo-a").id, by: "ann" });
    underTest.do({ kind: "job.complete", job: underTest.lastJob().job, result: {} });
    expect(underTest.status).toBe("completed");
  });

  it("a failure of the handler that its own boundary catches is part of undoing", () => {
    const underTest = new CaseUnderTest(
      drawing(
        [
          start(),
          task("a"),
          undo("back"),
          task("after"),
          end(),
          onUndo("on-a", "a"),
          service("undo-a"),
          onError("broke", "undo-a"),
          task("by-hand"),
          end("e2"),
        ],
        [
          "start > a",
          "a > back",
          "back > after",
          "after > end",
          ...undoLines("a"),
          "broke > by-hand",
          "by-hand > e2",
        ],
      ),
    );
    underTest.start();
    underTest.complete("a");
    underTest.do({ kind: "job.fail", job: underTest.lastJob().job, code: "X", message: "" });
    expect(underTest.waitingAt()).toEqual(["task by-hand"]);
    underTest.complete("by-hand");
    expect(underTest.waitingAt()).toEqual(["task after"]);
  });
});

describe("rule 9: sub-processes", () => {
  const inner = (more: readonly Node[] = []) =>
    sub(
      "box",
      [start("s"), task("a"), script("note", { mine: "outer + 1" }), task("b"), end("e")].concat(
        undoable("a"),
        undoable("b"),
        more,
      ),
      ["s > a", "a > note", "note > b", "b > e", ...undoLines("a", "b")],
      { mine: { type: "number" } },
    );
  const around = (box: Node, more: readonly Node[] = [], lines: readonly Line[] = []) =>
    drawing(
      [start(), box, task("between"), undo("back"), end(), ...more],
      ["start > box", "box > between", "between > back", "back > end", ...lines],
      { variables: { outer: { type: "number" }, seen: { type: "number" } } },
    );

  it("are undone from inside, in reverse order", () => {
    const underTest = new CaseUnderTest(around(inner()));
    underTest.start({ outer: 1 });
    expect(completeAll(underTest)).toEqual(["a", "b", "between", "undo-b", "undo-a"]);
    expect(underTest.status).toBe("completed");
    // It was completed once; that it was open again is not told as another completion.
    expect(underTest.completedNodes().filter((id) => id === "box")).toHaveLength(1);
  });

  it("see their data as they were at their end", () => {
    const box = sub(
      "box",
      [
        start("s"),
        script("note", { mine: "outer + 1" }),
        onUndo("on-note", "note"),
        script("undo-note", { seen: "mine" }),
      ],
      ["s > note", "on-note > undo-note"],
      { mine: { type: "number" } },
    );
    const underTest = new CaseUnderTest(around(box));
    underTest.start({ outer: 1 });
    underTest.complete("between", { data: { outer: 50 } });
    expect(underTest.variables).toEqual({ outer: 50, seen: 2 });
    expect(underTest.status).toBe("completed");
  });

  it("prefer the handler at their boundary", () => {
    const underTest = new CaseUnderTest(around(inner(), undoable("box"), undoLines("box")));
    underTest.start({ outer: 1 });
    expect(completeAll(underTest)).toEqual(["a", "b", "between", "undo-box"]);
  });

  it("prefer their event sub-process to what is inside, which may ask for the inside itself", () => {
    const own = onceUndone(
      "own",
      [task("first"), undo("inside", "a"), task("last"), end("e3")],
      ["own-start > first", "first > inside", "inside > last", "last > e3"],
    );
    const underTest = new CaseUnderTest(around(inner([own])));
    underTest.start({ outer: 1 });
    expect(completeAll(underTest)).toEqual(["a", "b", "between", "first", "undo-a", "last"]);
    expect(underTest.status).toBe("completed");
  });

  const each = (box: Node): Node =>
    ({ ...box, loop: { type: "multiInstance", collection: "[1, 2]" } }) as Node;

  it("that were done several times are one completion: their handler runs once", () => {
    const underTest = new CaseUnderTest(
      around(
        each(sub("box", [start("s"), task("a"), end("e")], ["s > a", "a > e"])),
        undoable("box"),
        undoLines("box"),
      ),
    );
    underTest.start({ outer: 1 });
    for (const id of ["a", "a", "between"]) underTest.complete(id);
    expect(completeAll(underTest)).toEqual(["undo-box"]);
    expect(underTest.status).toBe("completed");
  });

  it("that were done several times are undone time by time, each with its item", () => {
    const box = sub(
      "box",
      [start("s"), task("a"), end("e"), onUndo("on-a", "a"), script("undo-a", { seen: "10 * seen + item" })],
      ["s > a", "a > e", "on-a > undo-a"],
    );
    const underTest = new CaseUnderTest(around(each(box)));
    underTest.start({ outer: 1, seen: 0 });
    const [, second] = underTest.waits("task");
    underTest.complete("a", { task: second?.id ?? -1 });
    underTest.complete("a");
    underTest.complete("between");
    // The second was completed first, so it is undone last.
    expect(underTest.variables).toMatchObject({ seen: 12 });
    expect(underTest.status).toBe("completed");
  });

  it("that hold nothing to undo are no entry", () => {
    const underTest = new CaseUnderTest(
      around(sub("box", [start("s"), task("a"), end("e")], ["s > a", "a > e"])),
    );
    underTest.start({ outer: 1 });
    completeAll(underTest);
    expect(underTest.seen("compensation.started")).toEqual([]);
  });

  it("from an event sub-process means the scope around it", () => {
    const late: Node = {
      id: "late-start",
      kind: "start",
      trigger: { type: "message", message: { name: "m" } },
    };
    const beside = {
      ...sub("late", [late, task("x"), undo("back"), end("e2")].concat(undoable("x")), [
        "late-start > x",
        "x > back",
        "back > e2",
        ...undoLines("x"),
      ]),
      kind: "eventSubProcess",
    } as Node;
    const underTest = new CaseUnderTest(
      drawing(
        [start(), task("a"), task("b"), end(), beside, ...undoable("a")],
        ["start > a", "a > b", "b > end", ...undoLines("a")],
      ),
    );
    underTest.start();
    underTest.complete("a");
    const subscription = underTest.waits("message")[0]?.id ?? 0;
    underTest.do({
      kind: "message.deliver",
      subscription,
      message: { name: "m", key: null, id: "1", data: {} },
    });
    expect(completeAll(underTest)).toEqual(["x", "undo-a"]);
    expect(underTest.status).toBe("completed");
  });

  it("stop being undone with the thrower", () => {
    const box = sub(
      "box",
      [start("s"), task("a"), undoEnd("back"), ...undoable("a")],
      ["s > a", "a > back", ...undoLines("a")],
    );
    const late: Node = {
      id: "late",
      kind: "boundary",
      attachedTo: "box",
      event: { type: "timer", duration: "PT1H" },
    };
    const underTest = new CaseUnderTest(
      drawing([start(), box, end(), late, task("mend")], ["start > box", "box > end", "late > mend"]),
    );
    underTest.start();
    underTest.complete("a");
    expect(underTest.waitingAt()).toEqual(["task undo-a", "timer late"]);
    underTest.do({ kind: "timer.fire", timer: underTest.wait("timer", "late").id });
    expect(underTest.waitingAt()).toEqual(["task mend"]);
    underTest.do({ kind: "instance.cancel", by: "ann", reason: "enough" });
  });

  it("an error out of an undone sub-process goes past its boundary events", () => {
    const box = sub(
      "box",
      [start("s"), task("a"), end("e"), onUndo("on-a", "a"), service("undo-a")],
      ["s > a", "a > e", ...undoLines("a")],
    );
    const underTest = new CaseUnderTest(
      around(box, [onError("broke", "box"), task("mend")], ["broke > mend"]),
    );
    underTest.start({ outer: 1 });
    underTest.complete("a");
    underTest.complete("between");
    underTest.do({ kind: "job.fail", job: underTest.lastJob().job, code: "X", message: "" });
    expect(underTest.waitingAt()).toEqual(["incident undo-a"]);
  });
});

describe("a transaction", () => {
  const cancelEnd: Node = { id: "stop", kind: "end", result: { type: "cancel" } };
  const booking = transaction(
    "booking",
    [start("s"), gate("fan"), task("flight"), task("hotel"), task("ask"), cancelEnd].concat(
      undoable("flight"),
      undoable("hotel"),
    ),
    ["s > fan", "fan > flight", "fan > hotel", "fan > ask", "ask > stop", ...undoLines("flight", "hotel")],
  );
  const cancelled: Node = {
    id: "cancelled",
    kind: "boundary",
    attachedTo: "booking",
    event: { type: "cancel" },
  };

  it("that is cancelled cancels what is open, undoes what was completed, and leads on at the cancel boundary", () => {
    const underTest = new CaseUnderTest(
      drawing(
        [start(), booking, task("fine"), end(), cancelled, task("sorry")],
        ["start > booking", "booking > fine", "fine > end", "cancelled > sorry"],
      ),
    );
    underTest.start();
    underTest.complete("flight");
    underTest.complete("ask");
    expect(underTest.waitingAt()).toEqual(["task undo-flight"]);
    underTest.complete("undo-flight");
    expect(underTest.waitingAt()).toEqual(["task sorry"]);
  });

  it("without a cancel boundary is completed as usual", () => {
    const underTest = new CaseUnderTest(
      drawing([start(), booking, task("fine"), end()], ["start > booking", "booking > fine", "fine > end"]),
    );
    underTest.start();
    underTest.complete("ask");
    expect(underTest.waitingAt()).toEqual(["task fine"]);
  });

  it("is cancelled from a sub-process inside, too", () => {
    const deep = transaction(
      "booking",
      [
        start("s"),
        task("flight"),
        sub(
          "deep",
          [start("s2"), task("ask"), task("beside"), cancelEnd],
          ["s2 > ask", "s2 > beside", "ask > stop"],
        ),
        end("e"),
        ...undoable("flight"),
      ],
      ["s > flight", "flight > deep", "deep > e", ...undoLines("flight")],
    );
    const underTest = new CaseUnderTest(
      drawing(
        [start(), deep, end(), cancelled, task("sorry")],
        ["start > booking", "booking > end", "cancelled > sorry"],
      ),
    );
    underTest.start();
    underTest.complete("flight");
    underTest.complete("ask");
    expect(underTest.waitingAt()).toEqual(["task undo-flight"]);
    underTest.complete("undo-flight");
    expect(underTest.waitingAt()).toEqual(["task sorry"]);
  });

  it("that was completed can be undone later like any sub-process", () => {
    const whole = transaction(
      "booking",
      [start("s"), task("flight"), end("e"), ...undoable("flight")],
      ["s > flight", "flight > e", ...undoLines("flight")],
    );
    const underTest = new CaseUnderTest(
      drawing([start(), whole, undoEnd("back")], ["start > booking", "booking > back"]),
    );
    underTest.start();
    expect(completeAll(underTest)).toEqual(["flight", "undo-flight"]);
    expect(underTest.status).toBe("completed");
  });

  it("cancelled in one time of a step inside, the other times end with the rest", () => {
    const ask = sub("deep", [start("s2"), task("ask"), cancelEnd], ["s2 > ask", "ask > stop"]);
    const deep = transaction(
      "booking",
      [
        start("s"),
        task("flight"),
        { ...ask, loop: { type: "multiInstance", collection: "[1, 2]" } } as Node,
        ...undoable("flight"),
      ],
      ["s > flight", "flight > deep", ...undoLines("flight")],
    );
    const underTest = new CaseUnderTest(
      drawing(
        [start(), deep, end(), cancelled, task("sorry")],
        ["start > booking", "booking > end", "cancelled > sorry"],
      ),
    );
    underTest.start();
    underTest.complete("flight");
    underTest.complete("ask");
    expect(underTest.waitingAt()).toEqual(["task undo-flight"]);
    underTest.complete("undo-flight");
    expect(underTest.waitingAt()).toEqual(["task sorry"]);
  });

  it("that is done several times is left as a whole where one time of it is cancelled", () => {
    const each = { ...booking, loop: { type: "multiInstance", collection: "[1, 2]" } } as Node;
    const underTest = new CaseUnderTest(
      drawing(
        [start(), each, task("fine"), end(), cancelled, task("sorry")],
        ["start > booking", "booking > fine", "fine > end", "cancelled > sorry"],
      ),
    );
    underTest.start();
    underTest.complete("flight");
    underTest.complete("ask");
    underTest.complete("undo-flight");
    expect(underTest.waitingAt()).toEqual(["task sorry"]);
  });

  it("an end that cancels within what undoes something ends as usual", () => {
    const handler = sub("undo-flight", [start("s2"), task("call"), cancelEnd], ["s2 > call", "call > stop"]);
    const whole = transaction(
      "booking",
      [start("s"), task("flight"), undoEnd("back"), onUndo("on-flight", "flight"), handler],
      ["s > flight", "flight > back", ...undoLines("flight")],
    );
    const underTest = new CaseUnderTest(
      drawing(
        [start(), whole, end(), cancelled, task("sorry")],
        ["start > booking", "booking > end", "cancelled > sorry"],
      ),
    );
    underTest.start();
    expect(completeAll(underTest)).toEqual(["flight", "call"]);
    expect(underTest.status).toBe("completed");
  });

  it("an end that cancels outside of one ends as usual", () => {
    const underTest = new CaseUnderTest(drawing([start(), task("a"), cancelEnd], ["start > a", "a > stop"]));
    underTest.start();
    underTest.complete("a");
    expect(underTest.status).toBe("completed");
  });
});

/** A tree of steps: a leaf is a task that can be undone or not; a branch is a sub-process. */
type Tree = { readonly undoable: boolean } | { readonly parts: readonly Tree[] };
const tree = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    fc.record({ undoable: fc.boolean() }),
    fc.record({ parts: fc.array(tie("tree"), { minLength: 1, maxLength: 3 }) }),
  ),
})).tree;

describe("rule 9 as a law", () => {
  it("handlers run exactly once, in the reverse order of completion, however deep", () => {
    fc.assert(
      fc.property(fc.array(tree, { minLength: 1, maxLength: 4 }), (parts) => {
        let count = 0;
        const draw = (trees: readonly Tree[], last: Node): { nodes: Node[]; lines: Line[] } => {
          const begin = start(`s${count++}`);
          const nodes: Node[] = [begin];
          const lines: Line[] = [];
          let before = begin.id;
          for (const part of trees) {
            const id = `n${count++}`;
            if ("parts" in part) {
              const inside = draw(part.parts, end(`e${count++}`));
              nodes.push(sub(id, inside.nodes, inside.lines));
            } else {
              nodes.push(task(id), ...(part.undoable ? undoable(id) : []));
              if (part.undoable) lines.push(...undoLines(id));
            }
            lines.push(`${before} > ${id}`);
            before = id;
          }
          nodes.push(last);
          lines.push(`${before} > ${last.id}`);
          return { nodes, lines };
        };
        const { nodes, lines } = draw(parts, undoEnd("back"));
        const underTest = new CaseUnderTest(drawing(nodes, lines));
        underTest.start();
        const done = completeAll(underTest);
        expect(underTest.status).toBe("completed");
        const handlers = new Set(done.filter((id) => id.startsWith("undo-")));
        const forward = done.filter((id) => handlers.has(`undo-${id}`)).map((id) => `undo-${id}`);
        expect(done.filter((id) => id.startsWith("undo-"))).toEqual(forward.reverse());
        const all = underTest.program.definition;
        const drawn = JSON.stringify(all).match(/"attachedTo"/g)?.length ?? 0;
        expect(handlers.size).toBe(drawn);
      }),
      { numRuns: 60 },
    );
  });

  it("whatever happens meanwhile, nothing is undone more often than it was completed, and the case can go on", () => {
    fc.assert(
      fc.property(undoing, undoing, impulses, (one, two, moves) => {
        const parts = [one, two, { kind: "step", node: (id: string) => undo(id) }] as const;
        const underTest = new CaseUnderTest(drawn({ kind: "sequence", parts }), { limits: { steps: 300 } });
        underTest.start();
        for (const impulse of moves) {
          const steady = impulse.way > 2 ? impulse : { ...impulse, way: 4, foreign: false };
          underTest.try(commandFor(underTest, steady));
        }
        const completed = new Map<string, number>();
        const count = (node: string, by: number) => completed.set(node, (completed.get(node) ?? 0) + by);
        for (const event of underTest.events) {
          if (event.kind === "node.completed" && event.undo !== undefined) count(event.node, 1);
          if (event.kind === "compensation.taken" && underTest.program.nodes.get(event.activity)?.handler)
            count(event.activity, -1);
        }
        for (const [node, left] of completed) expect(left, node).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 60 },
    );
  });
});
