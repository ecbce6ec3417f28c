import type { Node } from "@flowright/definition";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Command, standingOf } from "../src/index.ts";
import { tokensOf } from "../src/state/waiting-steps.ts";
import { CaseUnderTest } from "./case-under-test.ts";
import { choice, drawing, end, gate, type Line, start, sub, task } from "./drawing.ts";
import { commandFor, impulses } from "./random-commands.ts";
import { block, drawn } from "./random-drawing.ts";
import { undoing } from "./random-undoing.ts";

type Modify = Extract<Command, { kind: "instance.modify" }>;

function change(
  cancel: readonly number[],
  begin: readonly (string | { node: string; scope: number })[],
): Modify {
  const startAt = begin.map((one) => (typeof one === "string" ? { node: one } : one));
  return { kind: "instance.modify", cancel, start: startAt, by: "root", reason: "repair" };
}

function code(underTest: CaseUnderTest, command: Modify): string {
  const before = underTest.state;
  const result = underTest.try(command);
  if (result.ok) return "";
  expect(underTest.state).toBe(before);
  return result.problem.code;
}

function tokenAt(underTest: CaseUnderTest, node: string): number {
  const standing = underTest.state === null ? [] : standingOf(underTest.state);
  return standing.find((one) => one.node === node)?.token ?? -1;
}

function started(nodes: readonly Node[], lines: readonly Line[], variables = {}): CaseUnderTest {
  const underTest = new CaseUnderTest(drawing(nodes, lines));
  underTest.start(variables);
  return underTest;
}

const box = sub("box", [start("s"), task("in"), task("other"), end("e")], ["s > in", "in > e", "other > e"]);
const NODES = [start(), task("a"), box, task("b"), choice("way"), gate("fan"), task("c"), task("d"), end()];
const LINES: Line[] = [
  "start > a",
  "a > box",
  "box > b",
  "b > way",
  ["way > fan", { condition: "big" }],
  ["way > end", { default: true }],
  "fan > c",
  "fan > d",
  "c > end",
  "d > end",
];

describe("a change of a running case by hand", () => {
  it("cancels work and begins steps, and says who did it and why", () => {
    const underTest = started(NODES, LINES, { big: false });
    const events = underTest.do(change([tokenAt(underTest, "a")], ["b"]));
    expect(underTest.waitingAt()).toEqual(["task b"]);
    expect(events[0]).toEqual({ kind: "instance.modified", v: 1, by: "root", reason: "repair" });
    underTest.complete("b");
    expect(underTest.status).toBe("completed");
  });

  it("begins gateways, containers and ends as they are", () => {
    const split = started(NODES, LINES);
    split.do(change([tokenAt(split, "a")], ["fan"]));
    expect(split.waitingAt()).toEqual(["task c", "task d"]);
    const chosen = started(NODES, LINES, { big: true });
    chosen.do(change([tokenAt(chosen, "a")], ["way"]));
    expect(chosen.waitingAt()).toEqual(["task c", "task d"]);
    const inside = started(NODES, LINES);
    inside.do(change([tokenAt(inside, "a")], ["box"]));
    expect(inside.waitingAt()).toEqual(["task in"]);
    const ended = started(NODES, LINES);
    ended.do(change([tokenAt(ended, "a")], ["end"]));
    expect(ended.status).toBe("completed");
  });

  it("begins a step beside what is under way in the same scope", () => {
    const underTest = started(NODES, LINES);
    underTest.complete("a");
    underTest.do(change([], ["other"]));
    expect(underTest.waitingAt()).toEqual(["task in", "task other"]);
    underTest.complete("in");
    underTest.complete("other");
    expect(underTest.waitingAt()).toEqual(["task b"]);
  });

  it("works while the case is suspended", () => {
    const underTest = started(NODES, LINES);
    underTest.do({ kind: "instance.suspend", by: "root" });
    underTest.do(change([tokenAt(underTest, "a")], ["b"]));
    expect(underTest.waitingAt()).toEqual(["task b"]);
  });

  it("refuses what does not exist, by name, and changes nothing", () => {
    const underTest = started(NODES, LINES);
    underTest.complete("a");
    expect(code(underTest, change([], []))).toBe("modify.nothing");
    expect(code(underTest, { ...change([], ["b"]), reason: " " })).toBe("task.reason-missing");
    expect(code(underTest, change([99], ["b"]))).toBe("modify.token-unknown");
    expect(code(underTest, change([], ["nowhere"]))).toBe("modify.node-unknown");
    expect(code(underTest, change([], [{ node: "b", scope: 77 }]))).toBe("modify.scope-unknown");
    expect(code(underTest, change([], [{ node: "in", scope: 0 }]))).toBe("modify.scope-other");
    const around = tokenAt(underTest, "box");
    expect(code(underTest, change([around], ["in"]))).toBe("modify.scope-closed");
  });

  it("refuses to leave the case or a sub-process with nothing to do", () => {
    const underTest = started(NODES, LINES);
    expect(code(underTest, change([tokenAt(underTest, "a")], []))).toBe("modify.nothing-left");
    underTest.complete("a");
    expect(code(underTest, change([tokenAt(underTest, "in")], []))).toBe("modify.nothing-left-in");
    expect(code(underTest, change([tokenAt(underTest, "in")], ["b"]))).toBe("modify.nothing-left-in");
    expect(code(underTest, change([tokenAt(underTest, "in")], ["other"]))).toBe("");
    expect(underTest.waitingAt()).toEqual(["task other"]);
  });

  it("refuses to take a step from a plan that another one waits for, be it optional", () => {
    const plan: Node = {
      id: "plan",
      kind: "plan",
      nodes: [task("photos", { optional: true }), task("page"), task("stock")],
      edges: [{ id: "one", source: "photos", target: "page" }],
    };
    const underTest = started([start(), plan, end()], ["start > plan", "plan > end"]);
    const photos = tokenAt(underTest, "photos");
    expect(code(underTest, change([photos], []))).toBe("modify.plan-step-awaited");
    underTest.do(change([photos], ["photos"]));
    underTest.complete("photos");
    underTest.do(change([], ["photos"]));
    underTest.do(change([tokenAt(underTest, "photos")], []));
    underTest.complete("page");
    underTest.complete("stock");
    expect(underTest.status).toBe("completed");
  });

  it("asks for the place where there are several, and leaves single times of a step alone", () => {
    const each = { ...box, loop: { type: "multiInstance", collection: "[1, 2]" } } as Node;
    const underTest = started([start(), each, end()], ["start > box", "box > end"]);
    expect(code(underTest, change([], ["other"]))).toBe("modify.scope-several");
    const inside = underTest.waits("task")[0]?.scope ?? -1;
    underTest.do(change([], [{ node: "other", scope: inside }]));
    expect(underTest.waitingAt()).toEqual(["task in", "task in", "task other"]);
    const time = Object.entries(underTest.state?.tokens ?? {}).find(
      ([, { s }]) => underTest.state?.scopes[s]?.i !== undefined,
    );
    expect(code(underTest, change([Number(time?.[0])], []))).toBe("modify.instance");
  });

  it("goes on undoing where what undid something is cancelled", () => {
    const back: Node = { id: "back", kind: "throw", event: { type: "compensation" } };
    const on: Node = { id: "on", kind: "boundary", attachedTo: "a", event: { type: "compensation" } };
    const underTest = started(
      [start(), task("a"), back, task("b"), on, task("undo"), end()],
      ["start > a", "a > back", "back > b", "b > end", "on > undo"],
    );
    underTest.complete("a");
    underTest.do(change([tokenAt(underTest, "undo")], []));
    expect(underTest.waitingAt()).toEqual(["task b"]);
  });

  it("keeps every rule whatever is changed, whenever", () => {
    fc.assert(
      fc.property(
        fc.oneof(block, undoing),
        impulses,
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { maxLength: 6 }),
        (part, moves, changes) => {
          const underTest = new CaseUnderTest(drawn(part), {
            people: { staff: ["ann", "bob"] },
            limits: { steps: 150 },
          });
          const nodes = [...underTest.program.nodes.keys()];
          for (const [at, impulse] of moves.entries()) {
            underTest.try(commandFor(underTest, impulse));
            const [pick, where, cancels] = changes[at] ?? [0, 0, false];
            const tokens = Object.keys(underTest.state === null ? {} : tokensOf(underTest.state)).map(Number);
            const token = tokens[pick % Math.max(1, tokens.length)];
            if (underTest.state === null || changes[at] === undefined) continue;
            underTest.try(
              change(cancels && token !== undefined ? [token] : [], [nodes[where % nodes.length] ?? ""]),
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
