import type { Node } from "@flowright/definition";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkReturn, returnTargets } from "../src/index.ts";
import { CaseUnderTest } from "./case-under-test.ts";
import { choice, drawing, end, gate, type Line, start, sub, task } from "./drawing.ts";
import { block, drawn } from "./random-drawing.ts";
import { undoing } from "./random-undoing.ts";

type Way = "walk" | "jump";

const undoable = (id: string): Node[] => [
  { id: `on-${id}`, kind: "boundary", attachedTo: id, event: { type: "compensation" } },
  task(`undo-${id}`),
];

function back(underTest: CaseUnderTest, from: string, to: string, way?: Way) {
  const { id } = underTest.wait("task", from);
  const by = underTest.assigneeOf(id) ?? "ann";
  return underTest.try({
    kind: "task.return",
    task: id,
    by,
    reason: "incomplete",
    to,
    ...(way ? { way } : {}),
  });
}

function code(result: ReturnType<typeof back>): string {
  return result.ok ? "" : result.problem.code;
}

function check(underTest: CaseUnderTest, from: string, to: string, way: Way) {
  if (underTest.state === null) throw new Error("Not started");
  return checkReturn(underTest.program, underTest.state, underTest.wait("task", from).id, to, way);
}

function started(nodes: readonly Node[], lines: readonly Line[], ...done: string[]): CaseUnderTest {
  const underTest = new CaseUnderTest(drawing(nodes, lines));
  underTest.start();
  for (const id of done) underTest.complete(id);
  return underTest;
}

const LINE = [start(), task("a"), task("b"), task("c"), end()];
const LINES = ["start > a", "a > b", "b > c", "c > end"];

describe("rule 11: a return to an earlier step", () => {
  it("walks through the steps between again", () => {
    const underTest = started(LINE, LINES, "a", "b");
    expect(back(underTest, "c", "a").ok).toBe(true);
    expect(underTest.waitingAt()).toEqual(["task a"]);
    expect(underTest.effects).toContainEqual(
      expect.objectContaining({ kind: "task.close", status: "returned", comment: "incomplete" }),
    );
    for (const id of ["a", "b", "c"]) underTest.complete(id);
    expect(underTest.status).toBe("completed");
  });

  it("jumps straight back after the earlier step", () => {
    const underTest = started(LINE, LINES, "a", "b");
    back(underTest, "c", "a", "jump");
    expect(underTest.waitingAt()).toEqual(["task a"]);
    underTest.complete("a");
    expect(underTest.waitingAt()).toEqual(["task c"]);
    underTest.complete("c");
    expect(underTest.status).toBe("completed");
  });

  it("voids the decisions so far", () => {
    const vote: Node = {
      id: "vote",
      kind: "approval",
      who: { type: "people", people: ["ann", "bob"] },
      rule: { type: "all" },
    };
    const underTest = started(
      [start(), task("a"), vote, end()],
      ["start > a", "a > vote", "vote > end"],
      "a",
    );
    underTest.complete("vote", { by: "ann", outcome: "approved" });
    back(underTest, "vote", "a", "jump");
    underTest.complete("a");
    expect(underTest.waits("task")).toHaveLength(2);
  });

  it("out of a parallel branch takes the other branches along only where the way leads to them", () => {
    const nodes = [start(), task("a"), gate("fan"), task("b"), task("c"), gate("join"), task("d"), end()];
    const lines = [
      "start > a",
      "a > fan",
      "fan > b",
      "fan > c",
      "b > join",
      "c > join",
      "join > d",
      "d > end",
    ];
    const whole = started(nodes, lines, "a", "c");
    expect(check(whole, "b", "a", "walk")).toEqual({
      ok: true,
      cancelled: ["b", "join"],
      kept: [],
      undone: [],
    });
    back(whole, "b", "a");
    expect(whole.waitingAt()).toEqual(["task a"]);
    expect(whole.state?.scopes[0]?.joins).toBeUndefined();
    for (const id of ["a", "b", "c", "d"]) whole.complete(id);
    expect(whole.status).toBe("completed");
  });

  it("inside of one branch leaves the other branch alone", () => {
    const nodes = [start(), gate("fan"), task("b1"), task("b2"), task("c"), gate("join"), task("d"), end()];
    const lines = [
      "start > fan",
      "fan > b1",
      "b1 > b2",
      "fan > c",
      "b2 > join",
      "c > join",
      "join > d",
      "d > end",
    ];
    const open = started(nodes, lines, "b1");
    expect(check(open, "b2", "b1", "walk")).toEqual({ ok: true, cancelled: ["b2"], kept: ["c"], undone: [] });
    back(open, "b2", "b1");
    expect(open.waitingAt()).toEqual(["task b1", "task c"]);
    const counted = started(nodes, lines, "b1", "c");
    expect(check(counted, "b2", "b1", "walk")).toMatchObject({ cancelled: ["b2"], kept: ["join"] });
    back(counted, "b2", "b1");
    for (const id of ["b1", "b2", "d"]) counted.complete(id);
    expect(counted.status).toBe("completed");
  });

  it("into one branch from after the join: the other branch counts as delivered", () => {
    const nodes = [start(), gate("fan"), task("b"), task("c"), gate("join"), task("d"), end()];
    const lines = ["start > fan", "fan > b", "fan > c", "b > join", "c > join", "join > d", "d > end"];
    const underTest = started(nodes, lines, "b", "c");
    expect(check(underTest, "d", "b", "walk")).toEqual({
      ok: true,
      cancelled: ["d"],
      kept: ["join"],
      undone: [],
    });
    back(underTest, "d", "b");
    expect(underTest.waitingAt()).toEqual(["task b"]);
    underTest.complete("b");
    expect(underTest.waitingAt()).toEqual(["task d"]);
    underTest.complete("d");
    expect(underTest.status).toBe("completed");
  });

  it("out of a sub-process cancels it", () => {
    const box = sub(
      "box",
      [start("s"), task("b"), task("c"), end("e")],
      ["s > b", "s > c", "b > e", "c > e"],
    );
    const underTest = started([start(), task("a"), box, end()], ["start > a", "a > box", "box > end"], "a");
    expect(check(underTest, "b", "a", "walk")).toMatchObject({ cancelled: ["box", "b", "c"] });
    expect(code(back(underTest, "b", "a", "jump"))).toBe("return.jump-outside");
    back(underTest, "b", "a");
    expect(underTest.waitingAt()).toEqual(["task a"]);
    expect(Object.keys(underTest.state?.scopes ?? {})).toEqual(["0"]);
    for (const id of ["a", "b", "c"]) underTest.complete(id);
    expect(underTest.status).toBe("completed");
  });

  it("undoes what was completed from the step on, newest first, then opens the step", () => {
    const nodes = [start(), task("z"), task("a"), task("b"), task("c"), end()].concat(
      undoable("z"),
      undoable("a"),
      undoable("b"),
    );
    const lines = [
      "start > z",
      "z > a",
      "a > b",
      "b > c",
      "c > end",
      "on-z > undo-z",
      "on-a > undo-a",
      "on-b > undo-b",
    ];
    const underTest = started(nodes, lines, "z", "a", "b");
    expect(check(underTest, "c", "a", "walk")).toMatchObject({ undone: ["b", "a"] });
    expect(check(underTest, "c", "a", "jump")).toMatchObject({ undone: [] });
    back(underTest, "c", "a");
    expect(underTest.waitingAt()).toEqual(["task undo-b"]);
    underTest.complete("undo-b");
    underTest.complete("undo-a");
    expect(underTest.waitingAt()).toEqual(["task a"]);
    for (const id of ["a", "b", "c"]) underTest.complete(id);
    expect(underTest.status).toBe("completed");
  });

  it("undoes what was completed in a sub-process that is still under way", () => {
    const box = sub(
      "box",
      [start("s"), task("b"), task("c"), end("e"), ...undoable("b")],
      ["s > b", "b > c", "c > e", "on-b > undo-b"],
    );
    const underTest = started(
      [start(), task("a"), box, end(), ...undoable("box")],
      ["start > a", "a > box", "box > end", "on-box > undo-box"],
      "a",
      "b",
    );
    expect(check(underTest, "c", "a", "walk")).toMatchObject({ undone: ["b"] });
    back(underTest, "c", "a");
    expect(underTest.waitingAt()).toEqual(["task undo-b"]);
    underTest.complete("undo-b");
    expect(underTest.waitingAt()).toEqual(["task a"]);
  });

  it("leads by way of boundary events, too", () => {
    const late: Node = {
      id: "late",
      kind: "boundary",
      attachedTo: "a",
      event: { type: "timer", duration: "PT1H" },
    };
    const other = started(
      [start(), task("a"), late, task("mend"), end()],
      ["start > a", "a > end", "late > mend", "mend > end"],
    );
    other.do({ kind: "timer.fire", timer: other.wait("timer", "late").id });
    expect(back(other, "mend", "a").ok).toBe(true);
    expect(other.waitingAt()).toEqual(["task a", "timer late"]);
  });

  it("refuses what cannot be, and changes nothing", () => {
    const box = sub("box", [start("s"), task("in"), end("e")], ["s > in", "in > e"]);
    const underTest = started(
      [start(), task("a"), gate("fan"), task("b"), box, choice("way"), task("later"), end()],
      [
        "start > a",
        "a > fan",
        "fan > b",
        "fan > box",
        "b > later",
        "box > later",
        "later > way",
        "way > end",
      ],
      "a",
    );
    const before = underTest.state;
    expect(code(back(underTest, "b", "nowhere"))).toBe("return.unknown");
    expect(code(back(underTest, "b", "fan"))).toBe("return.not-a-step");
    expect(code(back(underTest, "b", "later"))).toBe("return.not-before");
    expect(code(back(underTest, "b", "in"))).toBe("return.elsewhere");
    expect(code(back(underTest, "b", "b"))).toBe("return.not-before");
    const { id } = underTest.wait("task", "b");
    const silent = underTest.try({ kind: "task.return", task: id, by: "ann", reason: " ", to: "a" });
    expect(code(silent)).toBe("task.reason-missing");
    expect(underTest.state).toBe(before);
  });

  it("refuses a second jump from where the case has jumped to", () => {
    const underTest = started(LINE, LINES, "a", "b");
    back(underTest, "c", "b", "jump");
    expect(code(back(underTest, "b", "a", "jump"))).toBe("return.jump-twice");
    back(underTest, "b", "a");
    underTest.complete("a");
    expect(underTest.waitingAt()).toEqual(["task b"]);
  });

  it("without a step still means the initiator, who revises", () => {
    const underTest = started(LINE, LINES, "a");
    const { id } = underTest.wait("task", "b");
    underTest.do({ kind: "task.return", task: id, by: "ann", reason: "incomplete" });
    expect(underTest.lastTask().type).toBe("revision");
  });

  it("names the nearest steps first", () => {
    const underTest = started(LINE, LINES, "a", "b");
    const { id } = underTest.wait("task", "c");
    expect(underTest.state && returnTargets(underTest.program, underTest.state, id)).toEqual([
      { node: "b", ways: ["walk", "jump"] },
      { node: "a", ways: ["walk", "jump"] },
    ]);
  });

  it("names the steps to choose from", () => {
    const box = sub("box", [start("s"), task("x"), task("y"), end("e")], ["s > x", "x > y", "y > e"]);
    const underTest = started(
      [start(), task("a"), box, task("after"), end()],
      ["start > a", "a > box", "box > after", "after > end"],
      "a",
      "x",
    );
    const { id } = underTest.wait("task", "y");
    expect(underTest.state && returnTargets(underTest.program, underTest.state, id)).toEqual([
      { node: "x", ways: ["walk", "jump"] },
      { node: "a", ways: ["walk"] },
    ]);
  });
});

/** A drawing whose splits and joins always fit. */
type Sound =
  | "step"
  | { readonly kind: "sequence" | "parallel" | "choice" | "inside"; readonly parts: readonly Sound[] };

const sound: fc.Arbitrary<Sound> = fc.letrec<{ part: Sound }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    fc.constant<Sound>("step"),
    fc.record({
      kind: fc.constantFrom("sequence", "parallel", "parallel", "choice", "inside"),
      parts: fc.array(tie("part"), { minLength: 2, maxLength: 3 }),
    }),
  ),
})).part;

class Sheet {
  readonly nodes: Node[] = [];
  readonly lines: Line[] = [];
  static count = 0;

  add(make: (id: string) => Node): string {
    const id = `n${Sheet.count++}`;
    this.nodes.push(make(id));
    return id;
  }

  /** Draws a part behind a node; gives the node that is last in it. */
  draw(part: Sound, before: string, more: object = {}): string {
    const follow = (make: (id: string) => Node) => {
      const id = this.add(make);
      this.lines.push([`${before} > ${id}`, more]);
      return id;
    };
    if (part === "step") return follow((id) => task(id));
    const { kind, parts } = part;
    if (kind === "inside") {
      const inner = new Sheet();
      const first = inner.add(start);
      const last = parts.reduce((at, one) => inner.draw(one, at), first);
      inner.lines.push(`${last} > ${inner.add(end)}`);
      return follow((id) => sub(id, inner.nodes, inner.lines));
    }
    if (kind === "sequence") {
      const [first, ...rest] = parts;
      return rest.reduce((at, one) => this.draw(one, at), this.draw(first ?? "step", before, more));
    }
    const gateway = kind === "parallel" ? gate : choice;
    const split = follow(gateway);
    const ends = parts.map((one, at) =>
      this.draw(
        one,
        split,
        kind === "choice" ? (at === 0 ? { condition: "way" } : { default: at === 1 }) : {},
      ),
    );
    const merge = this.add(gateway);
    for (const last of ends) this.lines.push(`${last} > ${merge}`);
    return merge;
  }
}

function drawSound(part: Sound) {
  Sheet.count = 0;
  const sheet = new Sheet();
  const first = sheet.add(start);
  const last = sheet.draw(part, first);
  sheet.lines.push(`${last} > ${sheet.add(end)}`);
  return drawing(sheet.nodes, sheet.lines, { variables: { way: { type: "boolean" } } });
}

describe("rule 11 as a law", () => {
  it("in a sound drawing a return never leaves a join that can never fill: the case still comes to its end", () => {
    fc.assert(
      fc.property(
        sound,
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { maxLength: 12 }),
        (part, moves) => {
          const underTest = new CaseUnderTest(drawSound(part));
          underTest.start({ way: moves.length % 2 === 0 });
          let left = 60;
          const act = (pick: number, where: number, jumps: boolean) => {
            const tasks = underTest.waits("task");
            const one = tasks[pick % Math.max(1, tasks.length)];
            if (one === undefined || underTest.state === null) return;
            const targets = returnTargets(underTest.program, underTest.state, one.id);
            const target = targets[where % Math.max(1, targets.length + 1)];
            if (target === undefined || left-- < 0) {
              underTest.complete(one.node, { task: one.id });
              return;
            }
            const way = jumps && target.ways.includes("jump") ? "jump" : "walk";
            const told = checkReturn(underTest.program, underTest.state, one.id, target.node, way);
            expect(told.ok).toBe(true);
            expect(back(underTest, one.node, target.node, way).ok).toBe(true);
            if (told.ok)
              for (const kept of told.kept) expect(JSON.stringify(underTest.state)).toContain(`"${kept}"`);
            const opened = underTest.program.nodes.get(target.node)?.kind === "userTask" ? target.node : "";
            const open = underTest.waits("task").map(({ node }) => node);
            expect(opened === "" ? open.length > 0 : open.includes(opened)).toBe(true);
          };
          for (const [pick, where, jumps] of moves) act(pick, where, jumps);
          for (let turns = 0; underTest.status === "active" && turns < 500; turns++) {
            const [wait] = underTest.waits("task");
            expect(wait, "nothing waits").toBeDefined();
            if (wait) underTest.complete(wait.node, { task: wait.id });
          }
          expect(underTest.incidentCodes()).toEqual([]);
          expect(underTest.status).toBe("completed");
        },
      ),
      { numRuns: 60 },
    );
  });

  it("whatever the drawing, a return that is refused says why, and one that is not keeps every rule", () => {
    fc.assert(
      fc.property(
        fc.oneof(block, undoing),
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { maxLength: 8 }),
        (part, moves) => {
          const underTest = new CaseUnderTest(drawn(part), { people: { staff: ["ann", "bob"] } });
          underTest.start({ owner: "ann", owners: ["ann", "bob"], a: 1, b: false });
          for (const [pick, where, jumps] of moves) {
            const tasks = underTest.waits("task");
            const one = tasks[pick % Math.max(1, tasks.length)];
            const steps = [...underTest.program.nodes.keys()];
            const to = steps[where % steps.length];
            if (one === undefined || to === undefined) return;
            const by = underTest.assigneeOf(one.id) ?? "ann";
            const way = jumps ? "jump" : "walk";
            underTest.try({ kind: "task.return", task: one.id, by, reason: "again", to, way });
            if (pick % 3 === 0 && underTest.waits("task").some(({ id }) => id === one.id)) {
              const outcome = pick % 2 === 0 ? "approved" : "rejected";
              underTest.try({ kind: "task.complete", task: one.id, by, data: {}, outcome, comment: "seen" });
            }
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
