import type { Node } from "@flowright/definition";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CaseUnderTest } from "./case-under-test.ts";
import { drawing, end, listener, onError, service, start, sub, task } from "./drawing.ts";

/** What catches at one level: nothing, the code that is thrown, another code, or any error. */
type Catcher = "none" | "same" | "other" | "any";

const codes: Record<Catcher, string | undefined> = { none: undefined, same: "E", other: "F", any: undefined };

/** Sub-processes in each other, the innermost first; a service in the innermost throws. */
function nested(catchers: readonly Catcher[], listeners: readonly Catcher[] = []) {
  let nodes: Node[] = [start("s"), service("call"), end("e")];
  let lines = ["s > call", "call > e"];
  for (const [level, catcher] of catchers.entries()) {
    const listens = listeners[level] ?? "none";
    const code = codes[listens];
    const trigger = { type: "error", ...(code === undefined ? {} : { code }), variable: "problem" } as const;
    const help = listens === "none" ? [] : [listener(`help${level}`, trigger, [task(`helping${level}`)])];
    const box = sub(`box${level}`, [...nodes, ...help], lines);
    const boundary = catcher === "none" ? [] : [onError(`on${level}`, box.id, codes[catcher], "problem")];
    nodes = [start(`s${level}`), box, ...boundary, task(`after${level}`), end(`e${level}`)];
    lines = [
      `s${level} > box${level}`,
      `box${level} > e${level}`,
      ...(boundary.length > 0 ? [`on${level} > after${level}`] : []),
      `after${level} > e${level}`,
    ];
  }
  return drawing(nodes, lines, { variables: { problem: { type: "object" } } });
}

describe("rule 7: an error", () => {
  it("goes to the innermost boundary that catches its code, through all sub-processes", () => {
    const levels = fc.array(fc.constantFrom<Catcher>("none", "same", "other", "any"), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(levels, (catchers) => {
        const underTest = new CaseUnderTest(nested(catchers));
        underTest.start();
        const { id } = underTest.wait("job", "call");
        underTest.do({ kind: "job.fail", job: id, code: "E", message: "out of stock" });
        const at = catchers.findIndex((catcher) => catcher === "same" || catcher === "any");
        if (at < 0) {
          expect(underTest.incidentCodes()).toEqual(["error.uncaught"]);
          expect(underTest.waitingAt()).toEqual(["incident call"]);
          return;
        }
        expect(underTest.waitingAt()).toEqual([`task after${at}`]);
        expect(underTest.seen("error.caught").map(({ node }) => node)).toEqual([`on${at}`]);
        expect(underTest.variables.problem).toEqual({ code: "E", message: "out of stock" });
      }),
    );
  });

  it("goes to an event sub-process of a scope before the boundary of that scope, at every level", () => {
    const kinds = fc.constantFrom<Catcher>("none", "same", "other", "any");
    const levels = fc.array(fc.record({ listens: kinds, boundary: kinds }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(levels, (catchers) => {
        const listeners = catchers.map(({ listens }) => listens);
        const underTest = new CaseUnderTest(
          nested(
            catchers.map(({ boundary }) => boundary),
            listeners,
          ),
        );
        underTest.start();
        const { id } = underTest.wait("job", "call");
        underTest.do({ kind: "job.fail", job: id, code: "E", message: "out of stock" });
        const places = catchers.flatMap(({ listens, boundary }, level) => [
          [listens, `help${level}-start`, `task helping${level}`] as const,
          [boundary, `on${level}`, `task after${level}`] as const,
        ]);
        const place = places.find(([catcher]) => catcher === "same" || catcher === "any");
        expect(underTest.waitingAt()).toEqual([place?.[2] ?? "incident call"]);
        expect(underTest.seen("error.caught").map(({ node }) => node)).toEqual(place ? [place[1]] : []);
      }),
    );
  });

  it("prefers the boundary that names the code to one that catches any", () => {
    const underTest = new CaseUnderTest(
      drawing(
        [
          start(),
          service("call"),
          onError("any", "call"),
          onError("named", "call", "E"),
          task("a"),
          task("b"),
          end(),
        ],
        ["start > call", "call > end", "any > a", "named > b"],
      ),
    );
    underTest.start();
    underTest.do({ kind: "job.fail", job: underTest.wait("job", "call").id, code: "E", message: "no" });
    expect(underTest.waitingAt()).toEqual(["task b"]);
  });

  it("of an error end is thrown out of its sub-process, which is cancelled as a whole", () => {
    const inner = [
      start("s"),
      task("one"),
      task("two"),
      { id: "fail", kind: "end", result: { type: "error", code: "E", message: '"sum " + string(sum)' } },
    ] satisfies Node[];
    const box = sub("box", inner, ["s > one", "s > two", "one > fail"], {
      sum: { type: "number", default: 3 },
    });
    const underTest = new CaseUnderTest(
      drawing(
        [start(), box, onError("caught", "box", "E", "why"), task("mend"), end()],
        ["start > box", "box > end", "caught > mend"],
      ),
    );
    underTest.start();
    underTest.complete("one");
    expect(underTest.waitingAt()).toEqual(["task mend"]);
    expect(underTest.seen("scope.cancelled")).toHaveLength(1);
    expect(underTest.seen("error.thrown")[0]?.message).toBe("sum 3");
    expect(underTest.variables).toEqual({ why: { code: "E", message: "sum 3" } });
  });

  it("that nothing catches is an incident at the end, and is thrown again on retry", () => {
    const fail: Node = { id: "fail", kind: "end", result: { type: "error", code: "E" } };
    const underTest = new CaseUnderTest(drawing([start(), fail], ["start > fail"]));
    underTest.start();
    expect(underTest.status).toBe("active");
    expect(underTest.waitingAt()).toEqual(["incident fail"]);
    underTest.do({ kind: "incident.retry", incident: underTest.wait("incident", "fail").id, by: "ann" });
    expect(underTest.seen("error.thrown")).toHaveLength(2);
    expect(underTest.waitingAt()).toEqual(["incident fail"]);
  });

  it("without a code is a technical failure: an incident even where any error is caught", () => {
    const underTest = new CaseUnderTest(
      drawing(
        [start(), service("call"), onError("any", "call"), end()],
        ["start > call", "call > end", "any > end"],
      ),
    );
    underTest.start();
    const detail = { status: 503 };
    const { id } = underTest.wait("job", "call");
    underTest.do({ kind: "job.fail", job: id, message: "no answer", detail });
    expect(underTest.effects.at(-1)).toMatchObject({
      kind: "incident.raise",
      code: "job.failed",
      job: id,
      detail,
    });
    underTest.do({ kind: "incident.retry", incident: underTest.wait("incident", "call").id, by: null });
    expect(underTest.waitingAt()).toEqual(["job call"]);
  });
});
