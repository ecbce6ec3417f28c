import type { Node } from "@flowright/definition";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "../src/index.ts";
import { CaseUnderTest } from "./case-under-test.ts";
import { choice, drawing, end, gate, type Line, onError, service, start, sub, task } from "./drawing.ts";
import { commandFor, impulses } from "./random-commands.ts";
import { block, drawn, tangle } from "./random-drawing.ts";

const some = (id: string): Node => ({ id, kind: "inclusive" });

const flags = { a: { type: "boolean" }, b: { type: "boolean" }, c: { type: "boolean" } } as const;

/** A split with up to three branches, their join and a task after it. */
function threeBranches(more: readonly Line[] = []) {
  return drawing(
    [start(), some("split"), task("a"), task("b"), task("c"), some("join"), task("after"), end()],
    [
      "start > split",
      ["split > a", { condition: "a" }],
      ["split > b", { condition: "b" }],
      ["split > c", { condition: "c" }],
      "a > join",
      "b > join",
      "c > join",
      "join > after",
      "after > end",
      ...more,
    ],
    { variables: flags },
  );
}

describe("rule 3: an inclusive split", () => {
  it("takes every branch whose condition holds, and the join awaits exactly those, in any order", () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(["a", "b", "c"], { minLength: 1 }),
        fc.shuffledSubarray(["a", "b", "c"], { minLength: 3 }),
        (chosen, order) => {
          const underTest = new CaseUnderTest(threeBranches());
          underTest.start(Object.fromEntries(["a", "b", "c"].map((id) => [id, chosen.includes(id)])));
          const left = order.filter((id) => chosen.includes(id));
          while (left.length > 0) {
            expect(underTest.waitingAt()).toEqual([...left].sort().map((id) => `task ${id}`));
            underTest.complete(left.shift() ?? "");
          }
          expect(underTest.waitingAt()).toEqual(["task after"]);
          underTest.complete("after");
          expect(underTest.status).toBe("completed");
        },
      ),
      { numRuns: 60 },
    );
  });

  it("takes the default only where nothing else holds, and an edge without a condition always", () => {
    const definition = drawing(
      [start(), some("split"), task("a"), task("b"), task("always"), task("rest")],
      [
        "start > split",
        ["split > rest", { default: true }],
        ["split > a", { condition: "a" }],
        ["split > b", { condition: "b" }],
      ],
      { variables: flags },
    );
    const waiting = (variables: object, with_always = false) => {
      const lines = with_always
        ? [...definition.edges, { id: "x", source: "split", target: "always" }]
        : null;
      const underTest = new CaseUnderTest(lines ? { ...definition, edges: lines } : definition);
      underTest.start(variables);
      return underTest.waitingAt();
    };
    expect(waiting({ a: false, b: false })).toEqual(["task rest"]);
    expect(waiting({ a: true, b: false })).toEqual(["task a"]);
    expect(waiting({ a: true, b: true })).toEqual(["task a", "task b"]);
    expect(waiting({ a: false, b: false }, true)).toEqual(["task always"]);
  });

  it("is an incident where nothing holds or a condition fails, and takes no branch before all were asked", () => {
    const underTest = new CaseUnderTest(threeBranches());
    underTest.start({ a: true, b: false });
    expect(underTest.waitingAt()).toEqual(["incident split"]);
    expect(underTest.incidentCodes()).toEqual(["condition.not-boolean"]);
    underTest.do({ kind: "variables.set", variables: { a: false, c: false }, by: "ann" });
    underTest.do({ kind: "incident.retry", incident: underTest.wait("incident", "split").id, by: "ann" });
    expect(underTest.incidentCodes().at(-1)).toBe("choice.none-holds");
    underTest.do({ kind: "variables.set", variables: { c: true }, by: "ann" });
    underTest.do({ kind: "incident.retry", incident: underTest.wait("incident", "split").id, by: "ann" });
    expect(underTest.waitingAt()).toEqual(["task c"]);
    expect(underTest.seen("edge.taken").map(({ edge }) => edge)).toEqual(["start-to-split", "split-to-c"]);
  });
});

describe("rule 3: an inclusive join", () => {
  it("does not fire before a token that could still come by a detour", () => {
    const underTest = new CaseUnderTest(
      drawing(
        [
          start(),
          gate("split"),
          task("a"),
          task("detour"),
          choice("x"),
          some("join"),
          task("after"),
          end("other"),
        ],
        [
          "start > split",
          "split > a",
          "split > detour",
          "a > join",
          "detour > x",
          ["x > join", { condition: "a" }],
          ["x > other", { default: true }],
          "join > after",
        ],
        { variables: flags },
      ),
    );
    underTest.start({ a: false });
    underTest.complete("a");
    expect(underTest.waitingAt()).toEqual(["task detour"]);
    // The other token dies elsewhere: that alone sets the join free.
    underTest.complete("detour");
    expect(underTest.waitingAt()).toEqual(["task after"]);
  });

  it("is asked again when a token dies by a boundary event", () => {
    const underTest = new CaseUnderTest(
      drawing(
        [
          start(),
          gate("split"),
          task("a"),
          service("call"),
          onError("failed", "call"),
          end("lost"),
          some("join"),
          task("after"),
        ],
        [
          "start > split",
          "split > a",
          "split > call",
          "a > join",
          "call > join",
          "failed > lost",
          "join > after",
        ],
      ),
    );
    underTest.start();
    underTest.complete("a");
    expect(underTest.waitingAt()).toEqual(["job call"]);
    const { id } = underTest.wait("job", "call");
    underTest.do({ kind: "job.fail", job: id, code: "GONE", message: "gone" });
    expect(underTest.waitingAt()).toEqual(["task after"]);
  });

  it("awaits what can come by a boundary event", () => {
    const underTest = new CaseUnderTest(
      drawing(
        [
          start(),
          gate("split"),
          task("a"),
          service("call"),
          onError("failed", "call"),
          end("well"),
          some("join"),
          task("after"),
        ],
        [
          "start > split",
          "split > a",
          "split > call",
          "a > join",
          "failed > join",
          "call > well",
          "join > after",
        ],
      ),
    );
    underTest.start();
    underTest.complete("a");
    expect(underTest.waitingAt()).toEqual(["job call"]);
    const { id } = underTest.wait("job", "call");
    underTest.do({ kind: "job.complete", job: id, result: {} });
    expect(underTest.waitingAt()).toEqual(["task after"]);
  });

  it("awaits what is counted at another join and can still come from there", () => {
    const underTest = new CaseUnderTest(
      drawing(
        [start(), gate("split"), task("a"), task("b"), task("c"), gate("both"), some("join"), task("after")],
        [
          "start > split",
          "split > a",
          "split > b",
          "split > c",
          "b > both",
          "c > both",
          "a > join",
          "both > join",
          "join > after",
        ],
      ),
    );
    underTest.start();
    underTest.complete("a");
    underTest.complete("b");
    expect(underTest.waitingAt()).toEqual(["task c"]);
    underTest.complete("c");
    expect(underTest.waitingAt()).toEqual(["task after"]);
  });

  it("keeps what is surplus for the next time and works in a circle", () => {
    const underTest = new CaseUnderTest(
      drawing(
        [start(), some("join"), task("work"), choice("again"), end()],
        [
          "start > join",
          "join > work",
          "work > again",
          ["again > join", { condition: "a" }],
          ["again > end", { default: true }],
        ],
        { variables: flags },
      ),
    );
    underTest.start({ a: true });
    for (let round = 0; round < 3; round++) underTest.complete("work");
    underTest.complete("work", { data: { a: false } });
    expect(underTest.status).toBe("completed");
    expect(underTest.completedNodes().filter((node) => node === "work")).toHaveLength(4);
  });

  it("fires once per token where two come by one edge", () => {
    const underTest = new CaseUnderTest(
      drawing(
        [start(), gate("split"), task("a"), task("b"), task("c"), choice("m"), some("join"), task("after")],
        [
          "start > split",
          "split > a",
          "split > b",
          "split > c",
          "a > m",
          "b > m",
          "m > join",
          "c > join",
          "join > after",
        ],
      ),
    );
    underTest.start();
    underTest.complete("a");
    underTest.complete("b");
    expect(underTest.waitingAt()).toEqual(["task c"]);
    underTest.complete("c");
    expect(underTest.waitingAt()).toEqual(["task after", "task after"]);
  });

  it("fires first inside, then outside, each in its own scope", () => {
    const inner = sub(
      "box",
      [start("s"), gate("f"), task("x"), task("y"), some("j"), end("e")],
      ["s > f", "f > x", "f > y", "x > j", "y > j", "j > e"],
    );
    const underTest = new CaseUnderTest(
      drawing(
        [start(), gate("split"), task("a"), inner, some("join"), task("after")],
        ["start > split", "split > a", "split > box", "a > join", "box > join", "join > after"],
      ),
    );
    underTest.start();
    underTest.complete("a");
    underTest.complete("x");
    expect(underTest.waitingAt()).toEqual(["task y"]);
    underTest.complete("y");
    expect(underTest.waitingAt()).toEqual(["task after"]);
  });

  it("two that await each other are told as one incident, and a retry finds them again", () => {
    const underTest = new CaseUnderTest(
      drawing(
        [start(), gate("split"), task("a"), task("b"), some("one"), some("two"), task("c"), task("d")],
        [
          "start > split",
          "split > a",
          "split > b",
          "a > one",
          "b > two",
          "one > c",
          "c > two",
          "two > d",
          "d > one",
        ],
      ),
    );
    underTest.start();
    underTest.complete("a");
    underTest.complete("b");
    expect(underTest.waitingAt()).toEqual(["incident one"]);
    expect(underTest.seen("incident.raised")[0]?.params).toEqual({ joins: "one, two" });
    underTest.do({ kind: "incident.retry", incident: underTest.wait("incident", "one").id, by: "ann" });
    expect(underTest.waitingAt()).toEqual(["incident one"]);
  });

  it("never waits where nothing else can come, in any drawing, whatever happens", () => {
    fc.assert(
      fc.property(fc.oneof(tangle, block.map(drawn)), impulses, (drawing, moves) => {
        const result = compile(drawing);
        if (!result.ok) return;
        const underTest = new CaseUnderTest(result.program, {
          people: { staff: ["ann", "bob"] },
          limits: { steps: 150, instancesAtOnce: 3 },
        });
        for (const impulse of moves) {
          underTest.try(commandFor(underTest, impulse));
          for (const [id, scope] of Object.entries(underTest.state?.scopes ?? {}))
            for (const join of Object.keys(scope.joins ?? {}))
              if (result.program.nodes.get(join)?.kind === "inclusive")
                expect(isHeldUp(underTest, Number(id), join), `${join} waits for nothing`).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});

/** Searches forwards from everything that moves, edge by edge, as the rule says it. */
function isHeldUp({ program, state }: CaseUnderTest, scope: number, id: string): boolean {
  const join = program.nodes.get(id);
  const counted = state?.scopes[scope]?.joins ?? {};
  const standing = Object.values(state?.tokens ?? {}).filter(({ s, l }) => s === scope && l === undefined);
  const from = [...Object.keys(counted).filter((other) => other !== id), ...standing.map(({ n }) => n)];
  const empty = join?.incoming.filter((edge) => !Object.hasOwn(counted[id] ?? {}, edge.id)) ?? [];
  const seen = new Set<string>();
  for (let node = from.pop(); node !== undefined; node = from.pop()) {
    const at = program.nodes.get(node);
    if (at === undefined || seen.has(node)) continue;
    seen.add(node);
    if (at.outgoing.some((edge) => empty.includes(edge))) return true;
    from.push(...at.outgoing.map(({ target }) => target.id).filter((next) => next !== id));
    from.push(...at.boundaries.map((boundary) => boundary.id));
  }
  return false;
}
