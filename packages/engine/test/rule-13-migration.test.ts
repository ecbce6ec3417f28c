import type { Edge, Node, WorkflowDefinition } from "@flowright/definition";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Command, checkMigration, type MigrationPlan } from "../src/index.ts";
import { CaseUnderTest, compiled } from "./case-under-test.ts";
import { drawing, end, gate, type Line, service, start, sub, task } from "./drawing.ts";
import { commandFor, impulses } from "./random-commands.ts";
import { block, drawn } from "./random-drawing.ts";
import { undoing } from "./random-undoing.ts";

function started(nodes: readonly Node[], lines: readonly Line[], ...done: string[]): CaseUnderTest {
  const underTest = new CaseUnderTest(drawing(nodes, lines));
  underTest.start();
  for (const id of done) underTest.complete(id);
  return underTest;
}

const NOWHERE: MigrationPlan = { nodes: {}, edges: {} };

function codes(
  underTest: CaseUnderTest,
  to: WorkflowDefinition,
  plan: Partial<MigrationPlan> = {},
): string[] {
  if (underTest.state === null) return [];
  const before = underTest.state;
  const program = compiled(to);
  const { problems, ok } = checkMigration(underTest.program, program, before, { ...NOWHERE, ...plan });
  const result = underTest.migrate(program, plan);
  expect(result.ok).toBe(ok);
  if (!result.ok) expect(underTest.state).toBe(before);
  for (const { message, fix } of problems)
    for (const text of [...Object.values(message), ...Object.values(fix)])
      expect(text).not.toMatch(/\{[a-z]+\}|undefined/);
  return problems.map(({ code, node }) => `${code} ${node ?? ""}`.trim());
}

const timerAt = (id: string, attachedTo: string, more: object = {}): Node =>
  ({ id, kind: "boundary", attachedTo, event: { type: "timer", duration: "PT1H" }, ...more }) as Node;
const messageAt = (id: string, attachedTo: string, name: string): Node => ({
  id,
  kind: "boundary",
  attachedTo,
  interrupting: false,
  event: { type: "message", message: { name } },
});
const listens = (id: string, name: string, more: object = {}): Node =>
  ({
    ...sub(
      id,
      [
        {
          id: `${id}-start`,
          kind: "start",
          interrupting: false,
          trigger: { type: "message", message: { name } },
          ...more,
        },
        task(`${id}-task`),
      ],
      [`${id}-start > ${id}-task`],
    ),
    kind: "eventSubProcess",
  }) as Node;

describe("rule 13: a case goes on by another version", () => {
  it("where its steps have the same ids, with the very same rows", () => {
    const underTest = started(
      [start(), task("a"), service("b"), timerAt("late", "a"), end()],
      ["start > a", "a > b", "b > end", "late > b"],
    );
    const before = underTest.waits();
    const next = drawing(
      [start(), task("a"), task("new"), service("b"), timerAt("late", "a"), end()],
      ["start > a", "a > new", "new > b", "b > end", "late > b"],
    );
    expect(codes(underTest, next)).toEqual([]);
    expect(underTest.waits()).toEqual(before);
    underTest.complete("a");
    expect(underTest.waitingAt()).toEqual(["task new"]);
  });

  it("where steps have other ids, by the plan", () => {
    const underTest = started([start(), task("a"), end()], ["start > a", "a > end"]);
    const next = drawing([start(), task("b"), end()], ["start > b", "b > end"]);
    expect(codes(underTest, next)).toEqual(["migrate.gone a"]);
    expect(codes(underTest, next, { nodes: { a: "b" } })).toEqual([]);
    expect(underTest.waitingAt()).toEqual(["task b"]);
    underTest.complete("b");
    expect(underTest.status).toBe("completed");
  });

  it("names what it moves and keeps", () => {
    const underTest = started(
      [start(), gate("fan"), task("a"), task("b"), gate("join"), end()],
      ["start > fan", "fan > a", "fan > b", "a > join", "b > join", "join > end"],
      "b",
    );
    const next = drawing(
      [start(), gate("fan"), task("a2"), task("b"), gate("join"), timerAt("late", "a2"), end()],
      ["start > fan", "fan > a2", "fan > b", "a2 > join", "b > join", "join > end"],
    );
    const plan = { ...NOWHERE, nodes: { a: "a2" } };
    expect(
      underTest.state && checkMigration(underTest.program, compiled(next), underTest.state, plan),
    ).toEqual({
      ok: true,
      moved: [{ from: "a", to: "a2" }],
      kept: ["join"],
      closed: [],
      opened: ["late"],
      problems: [],
    });
  });

  it("refuses by name what does not fit", () => {
    const box = sub("box", [start("s"), task("in"), end("e")], ["s > in", "in > e"]);
    const underTest = started([start(), box, end()], ["start > box", "box > end"]);
    const otherKind = drawing(
      [start(), sub("box", [start("s"), service("in")], ["s > in"]), end()],
      ["start > box", "box > end"],
    );
    expect(codes(underTest, otherKind)).toEqual(["migrate.kind in"]);
    const outside = drawing(
      [start(), sub("box", [start("s"), task("x")], ["s > x"]), task("in"), end()],
      ["start > box", "box > in", "in > end"],
    );
    expect(codes(underTest, outside)).toEqual(["migrate.elsewhere in"]);
    const gone = drawing([start(), task("in"), end()], ["start > in", "in > end"]);
    expect(codes(underTest, gone)).toEqual(["migrate.gone box"]);
    const repeated = drawing(
      [start(), { ...box, loop: { type: "multiInstance", collection: "3" } } as Node, end()],
      ["start > box", "box > end"],
    );
    expect(codes(underTest, repeated)).toEqual(["migrate.loop box"]);
    const same = underTest.program.definition;
    expect(codes(underTest, same, { nodes: { nowhere: "in" }, edges: { x: "y" } })).toEqual([
      "migrate.plan-from nowhere",
      "migrate.plan-from x",
    ]);
    expect(codes(underTest, same, { nodes: { in: "nowhere" } })).toContain("migrate.plan-to in");
  });

  it("refuses a case that has ended", () => {
    const underTest = started([start(), task("a"), end()], ["start > a", "a > end"], "a");
    expect(codes(underTest, underTest.program.definition)).toEqual(["migrate.ended"]);
  });

  it("goes into containers that are mapped alike", () => {
    const underTest = started(
      [start(), sub("box", [start("s"), task("in"), end("e")], ["s > in", "in > e"]), end()],
      ["start > box", "box > end"],
    );
    const next = drawing(
      [start(), sub("crate", [start("s2"), task("in2"), end("e2")], ["s2 > in2", "in2 > e2"]), end()],
      ["start > crate", "crate > end"],
    );
    expect(codes(underTest, next, { nodes: { box: "crate", in: "in2" } })).toEqual([]);
    underTest.complete("in2");
    expect(underTest.status).toBe("completed");
  });

  it("is the same case afterwards: a suspended one stays so", () => {
    const underTest = started([start(), task("a"), end()], ["start > a", "a > end"]);
    underTest.do({ kind: "instance.suspend", by: "root" });
    expect(codes(underTest, underTest.program.definition)).toEqual([]);
    expect(underTest.status).toBe("suspended");
  });

  it("gives new fields their defaults and leaves the others alone", () => {
    const nodes = [start(), task("a"), end()];
    const lines = ["start > a", "a > end"];
    const underTest = new CaseUnderTest(
      drawing(nodes, lines, { variables: { x: { type: "number", default: 1 } } }),
    );
    underTest.start({ x: 5 });
    underTest.migrate(
      drawing(nodes, lines, {
        variables: { x: { type: "number", default: 2 }, y: { type: "number", default: 3 } },
      }),
    );
    expect(underTest.variables).toEqual({ x: 5, y: 3 });
  });
});

describe("rule 13: events", () => {
  const flow = (...events: Node[]) =>
    drawing(
      [start(), task("a"), task("b"), end(), ...events],
      ["start > a", "a > end", ...events.map(({ id }): Line => `${id} > b`)],
    );

  it("that vanish close, those that are new open, the others keep their rows", () => {
    const underTest = new CaseUnderTest(flow(timerAt("late", "a"), messageAt("note", "a", "m")));
    underTest.start();
    const late = underTest.wait("timer", "late");
    underTest.migrate(flow(timerAt("late", "a", { name: "later" }), timerAt("later", "a")));
    expect(underTest.waitingAt()).toEqual(["task a", "timer late", "timer later"]);
    expect(underTest.wait("timer", "late")).toEqual(late);
  });

  it("keep their due time even where the new version has another", () => {
    const underTest = new CaseUnderTest(flow(timerAt("late", "a")));
    underTest.start();
    const { id } = underTest.wait("timer", "late");
    underTest.migrate(flow(timerAt("soon", "a", { event: { type: "timer", duration: "PT1M" } })), {
      nodes: { late: "soon" },
    });
    expect(underTest.wait("timer", "soon").id).toBe(id);
  });

  it("that have happened do not happen again", () => {
    const once = timerAt("late", "a", { interrupting: false });
    const underTest = new CaseUnderTest(flow(once));
    underTest.start();
    underTest.do({ kind: "timer.fire", timer: underTest.wait("timer", "late").id });
    expect(codes(underTest, flow(once))).toEqual([]);
    expect(underTest.waitingAt()).toEqual(["task a", "task b"]);
  });

  it("wait anew where the message has another name", () => {
    const underTest = new CaseUnderTest(flow(messageAt("note", "a", "m")));
    underTest.start();
    const before = underTest.wait("message", "note").id;
    underTest.migrate(flow(messageAt("note", "a", "other")));
    expect(underTest.wait("message", "note").id).not.toBe(before);
    expect(underTest.effects).toContainEqual({ kind: "subscription.close", subscription: before });
  });

  it("that cannot be waited for are refused, and nothing has changed", () => {
    const underTest = new CaseUnderTest(flow(timerAt("late", "a")));
    underTest.start();
    const nonsense = timerAt("other", "a", { event: { type: "timer", duration: "=missing" } });
    const before = underTest.state;
    const result = underTest.migrate(flow(timerAt("late", "a"), nonsense));
    expect(result.ok ? "" : result.problem.code).toBe("migrate.event");
    expect(underTest.state).toBe(before);
  });

  it("of a step that has stopped as it opened open with it", () => {
    const broken = { ...task("a"), who: { type: "expression", value: "nobody" } } as Node;
    const underTest = started([start(), broken, end()], ["start > a", "a > end"]);
    expect(underTest.waitingAt()).toEqual(["incident a"]);
    underTest.migrate(flow(timerAt("late", "a")));
    expect(underTest.waitingAt()).toEqual(["incident a"]);
    underTest.do({ kind: "incident.retry", incident: underTest.wait("incident", "a").id, by: "root" });
    expect(underTest.waitingAt()).toEqual(["task a", "timer late"]);
  });

  it("after an event-based gateway and at catch events are events, too", () => {
    const hear = (id: string, name: string): Node => ({
      id,
      kind: "catch",
      event: { type: "message", message: { name } },
    });
    const race: Node = { id: "race", kind: "eventBased" };
    const underTest = started(
      [start(), race, hear("x", "x"), hear("y", "y"), end()],
      ["start > race", "race > x", "race > y", "x > end", "y > end"],
    );
    const x = underTest.wait("message", "x").id;
    underTest.migrate(
      drawing(
        [start(), race, hear("x", "x"), hear("z", "z"), end()],
        ["start > race", "race > x", "race > z", "x > end", "z > end"],
      ),
    );
    expect(underTest.waitingAt()).toEqual(["message x", "message z"]);
    expect(underTest.wait("message", "x").id).toBe(x);
  });

  it("of event sub-processes: those that stay listen on, others stop or begin", () => {
    const nodes = [start(), task("a"), end()];
    const lines = ["start > a", "a > end"];
    const underTest = started([...nodes, listens("one", "m1"), listens("two", "m2")], lines);
    const one = underTest.wait("message", "one-start").id;
    underTest.migrate(drawing([...nodes, listens("one", "m1"), listens("three", "m3")], lines));
    expect(underTest.waitingAt()).toEqual(["message one-start", "message three-start", "task a"]);
    expect(underTest.wait("message", "one-start").id).toBe(one);
    underTest.migrate(drawing([...nodes, listens("one", "changed")], lines));
    expect(underTest.wait("message", "one-start").id).not.toBe(one);
  });

  it("of event sub-processes that have begun go on, and no longer listen where they interrupted", () => {
    const nodes = [start(), task("a"), end()];
    const lines = ["start > a", "a > end"];
    const alone = listens("stop", "m", { interrupting: true });
    const underTest = started([...nodes, alone], lines);
    const { id } = underTest.wait("message", "stop-start");
    const message = { name: "m", key: null, id: "1", data: {} };
    underTest.do({ kind: "message.deliver", subscription: id, message });
    underTest.migrate(drawing([...nodes, alone, listens("more", "m2")], lines));
    expect(underTest.waitingAt()).toEqual(["task stop-task"]);
    expect(codes(underTest, drawing(nodes, lines))).toEqual(["migrate.gone stop", "migrate.gone stop-task"]);
  });
});

describe("rule 13: what is remembered", () => {
  const nodes = [start(), gate("fan"), task("a"), task("b"), gate("join"), task("after"), end()];
  const lines = ["start > fan", "fan > a", "fan > b", "a > join", "b > join", "join > after", "after > end"];

  it("joins keep what was counted, by connection", () => {
    const underTest = started(nodes, lines, "b");
    const next = drawing(
      [start(), gate("fan"), task("a"), task("b"), gate("meet"), task("after"), end()],
      ["start > fan", "fan > a", "fan > b", "a > meet", "b > meet", "meet > after", "after > end"],
    );
    expect(codes(underTest, next, { nodes: { join: "meet" } })).toEqual(["migrate.join-edge join"]);
    expect(codes(underTest, next, { nodes: { join: "meet" }, edges: { "b-to-join": "b-to-meet" } })).toEqual(
      [],
    );
    underTest.complete("a");
    expect(underTest.waitingAt()).toEqual(["task after"]);
  });

  it("joins that await fewer branches than before go on", () => {
    const three = [start(), gate("fan"), task("a"), task("b"), task("c"), gate("join"), task("after"), end()];
    const underTest = started(three, [...lines, "fan > c", "c > join"], "a", "b");
    const apart = drawing(three, [...lines, "fan > c", "c > end"]);
    expect(codes(underTest, apart)).toEqual([]);
    expect(underTest.waitingAt()).toEqual(["task after", "task c"]);
  });

  it("what was completed can still be undone, by the step that takes its place", () => {
    const undoable = (id: string): Node[] => [
      { id: `on-${id}`, kind: "boundary", attachedTo: id, event: { type: "compensation" } },
      task(`undo-${id}`),
    ];
    const back: Node = { id: "back", kind: "end", result: { type: "compensation" } };
    const underTest = started(
      [
        start(),
        sub("box", [start("s"), task("a"), end("e"), ...undoable("a")], ["s > a", "a > e", "on-a > undo-a"]),
        task("b"),
        back,
      ],
      ["start > box", "box > b", "b > back"],
      "a",
    );
    const without = drawing([start(), task("b"), back], ["start > b", "b > back"]);
    expect(codes(underTest, without)).toEqual(["migrate.undo-gone box"]);
    const plain = sub("box", [start("s"), task("a"), end("e")], ["s > a", "a > e"]);
    const lost = drawing([start(), plain, task("b"), back], ["start > box", "box > b", "b > back"]);
    expect(
      underTest.state && checkMigration(underTest.program, compiled(lost), underTest.state, NOWHERE),
    ).toMatchObject({ ok: true, problems: [{ code: "migrate.undo-none", severity: "warning", node: "a" }] });
    const next = drawing(
      [
        start(),
        sub(
          "crate",
          [start("s"), task("x"), end("e"), ...undoable("x")],
          ["s > x", "x > e", "on-x > undo-x"],
        ),
        task("b"),
        back,
      ],
      ["start > crate", "crate > b", "b > back"],
    );
    expect(codes(underTest, next, { nodes: { box: "crate", a: "x" } })).toEqual([]);
    underTest.complete("b");
    expect(underTest.waitingAt()).toEqual(["task undo-x"]);
    underTest.complete("undo-x");
    expect(underTest.status).toBe("completed");
  });

  it("undoing under way, calls and jobs go on", () => {
    const call: Node = { id: "call", kind: "callActivity", process: "other" };
    const underTest = started(
      [start(), gate("fan"), call, service("job"), end()],
      ["start > fan", "fan > call", "fan > job", "call > end", "job > end"],
    );
    const before = underTest.waits();
    const next = drawing(
      [start(), gate("fan"), { ...call, process: "another" } as Node, service("job"), task("more"), end()],
      ["start > fan", "fan > call", "fan > job", "call > more", "job > more", "more > end"],
    );
    expect(codes(underTest, next)).toEqual([]);
    expect(underTest.waits()).toEqual(before);
    underTest.do({ kind: "call.complete", call: underTest.wait("call", "call").id, result: {} });
    expect(underTest.waitingAt()).toEqual(["job job", "task more"]);
  });

  it("each time of a step that is done several times goes on", () => {
    const each = (id: string): Node =>
      ({ ...task(id), loop: { type: "multiInstance", collection: "[1, 2, 3]" } }) as Node;
    const underTest = started([start(), each("a"), end()], ["start > a", "a > end"], "a");
    const before = underTest.waits().map(({ id }) => id);
    const next = drawing([start(), each("b"), timerAt("late", "b"), end()], ["start > b", "b > end"]);
    expect(codes(underTest, next, { nodes: { a: "b" } })).toEqual([]);
    expect(underTest.waits("task").map(({ id }) => id)).toEqual(before);
    expect(underTest.waits("timer")).toHaveLength(1);
    underTest.complete("b");
    underTest.complete("b");
    expect(underTest.status).toBe("completed");
  });

  it("plans keep what is done, and steps that are new in them begin", () => {
    const plan = (nodes: Node[], lines: Line[]): Node =>
      ({ ...sub("plan", nodes, lines), kind: "plan" }) as Node;
    const underTest = started(
      [start(), plan([task("a"), task("b"), task("c")], ["a > b", "b > c"]), end()],
      ["start > plan", "plan > end"],
      "a",
    );
    const next = drawing(
      [
        start(),
        plan([task("a"), task("b"), task("c"), task("d"), task("e")], ["a > b", "a > c", "a > d", "b > e"]),
        end(),
      ],
      ["start > plan", "plan > end"],
    );
    expect(codes(underTest, next)).toEqual([]);
    for (const id of ["c", "d", "b", "e"]) underTest.complete(id);
    expect(underTest.status).toBe("completed");
    expect(underTest.completedNodes().filter((id) => id === "a")).toHaveLength(1);
  });

  it("an incident is tried again on the way that the new version has", () => {
    const choice: Node = { id: "way", kind: "exclusive" };
    const flow = (condition: string) =>
      drawing([start(), choice, task("a"), end()], ["start > way", ["way > a", { condition }], "a > end"]);
    const underTest = new CaseUnderTest(flow("missing > 1"));
    underTest.start();
    expect(underTest.waitingAt()).toEqual(["incident way"]);
    expect(codes(underTest, flow("true"))).toEqual([]);
    underTest.do({ kind: "incident.retry", incident: underTest.wait("incident", "way").id, by: "root" });
    expect(underTest.waitingAt()).toEqual(["task a"]);
  });
});

/** The same drawing with every id changed, and the plan that leads there. */
function renamed(definition: WorkflowDefinition): { to: WorkflowDefinition; plan: Partial<MigrationPlan> } {
  const nodes: Record<string, string> = {};
  const edges: Record<string, string> = {};
  const inside = <T extends { readonly nodes: readonly Node[]; readonly edges: readonly Edge[] }>(
    part: T,
  ): T => ({
    ...part,
    nodes: part.nodes.map((node) => {
      nodes[node.id] = `_${node.id}`;
      const own = { ...node, id: `_${node.id}` } as Node;
      if (own.kind === "boundary") return { ...own, attachedTo: `_${own.attachedTo}` };
      return "nodes" in own ? inside(own as Node & T) : own;
    }),
    edges: part.edges.map((edge) => {
      edges[edge.id] = `_${edge.id}`;
      return { ...edge, id: `_${edge.id}`, source: `_${edge.source}`, target: `_${edge.target}` };
    }),
  });
  const to = inside(definition);
  return { to, plan: { nodes, edges } };
}

/** The same command; steps that were added to a plan of the case keep their names. */
function underOtherNames(command: Command, { nodes = {} }: Partial<MigrationPlan>): Command {
  const name = (id: string) => nodes[id] ?? id;
  if (command.kind === "adHoc.start") return { ...command, node: name(command.node) };
  if (command.kind === "task.return" && command.to !== undefined) return { ...command, to: name(command.to) };
  if (command.kind !== "plan.add") return command;
  return { ...command, after: command.after.map(name), before: command.before.map(name) };
}

const people = { people: { staff: ["ann", "bob"] }, limits: { steps: 150 } };

describe("rule 13 as a law", () => {
  it("a migration to the same definition changes nothing at all, whenever it happens", () => {
    fc.assert(
      fc.property(fc.oneof(block, undoing), impulses, (part, moves) => {
        const underTest = new CaseUnderTest(drawn(part), people);
        for (const impulse of moves) underTest.try(commandFor(underTest, impulse));
        if (underTest.status !== "active" && underTest.status !== "suspended") return;
        const { state } = underTest;
        const effects = underTest.effects.length;
        const result = underTest.migrate(drawn(part));
        expect(result.ok ? result.events.map(({ kind }) => kind) : result.problem).toEqual([
          "instance.migrated",
        ]);
        expect(underTest.effects).toHaveLength(effects);
        expect(underTest.state).toEqual(state);
      }),
      { numRuns: 80 },
    );
  });

  it("under other names the case goes on as it would have, with the same rows", () => {
    fc.assert(
      fc.property(fc.oneof(block, undoing), impulses, fc.nat({ max: 30 }), (part, moves, when) => {
        const stays = new CaseUnderTest(drawn(part), people);
        const goes = new CaseUnderTest(drawn(part), people);
        const { to, plan } = renamed(drawn(part));
        let gone = false;
        for (const [at, impulse] of moves.entries()) {
          const command = commandFor(stays, impulse);
          if (at === when % moves.length && stays.state !== null) {
            const result = goes.migrate(to, plan);
            gone = result.ok;
            if (!result.ok) expect(result.problem.code).toBe("migrate.ended");
          }
          const other = gone ? underOtherNames(command, plan) : command;
          expect(goes.try(other).ok).toBe(stays.try(command).ok);
          const rows = (one: CaseUnderTest) => one.waits().map(({ kind, id }) => `${kind} ${id}`);
          expect(rows(goes)).toEqual(rows(stays));
          expect(goes.status).toBe(stays.status);
          expect(goes.variables).toEqual(stays.variables);
        }
      }),
      { numRuns: 80 },
    );
  });
});
