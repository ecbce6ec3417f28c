import type { Node } from "@flowright/definition";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile } from "../src/index.ts";
import { CaseUnderTest } from "./case-under-test.ts";
import { boundary, choice, drawing, end, gate, script, start, sub, task } from "./drawing.ts";
import { commandFor, impulses } from "./random-commands.ts";
import { tangle } from "./random-drawing.ts";

const bomb = drawing(
  [start(), choice("merge"), gate("split")],
  [
    "start > merge",
    ["merge > split", { condition: "true" }],
    "split > merge",
    ["split > merge", { id: "twice" }],
  ],
);

describe("rule 12: limits with a name", () => {
  it("choices that lead in a circle are an incident, never a hang", () => {
    const circle = drawing(
      [start(), task("work"), choice("x"), choice("y"), end()],
      [
        "start > work",
        "work > x",
        ["x > y", { condition: "again" }],
        ["x > end", { default: true }],
        ["y > x", { condition: "true" }],
        ["y > end", { default: true }],
      ],
      { variables: { again: { type: "boolean" } } },
    );
    const underTest = new CaseUnderTest(circle);
    underTest.start({ again: true });
    underTest.complete("work");
    expect(underTest.incidentCodes()).toEqual(["loop.choices"]);
    expect(underTest.waitingAt()).toEqual(["incident work"]);
    underTest.do({ kind: "variables.set", variables: { again: false }, by: "ann" });
    underTest.do({ kind: "incident.retry", incident: underTest.wait("incident", "work").id, by: "ann" });
    expect(underTest.status).toBe("completed");
    expect(underTest.seen("task.opened")).toHaveLength(1);
  });

  it("so is a choice that leads to itself, also on retry", () => {
    const own = drawing(
      [start(), choice("x"), end()],
      ["start > x", ["x > x", { condition: "again" }], ["x > end", { default: true }]],
      { variables: { again: { type: "boolean" } } },
    );
    const underTest = new CaseUnderTest(own);
    underTest.start({ again: true });
    expect(underTest.incidentCodes()).toEqual(["loop.choices"]);
    const later = new CaseUnderTest(own);
    later.start();
    expect(later.incidentCodes()).toEqual(["condition.not-boolean"]);
    later.set({ again: true });
    later.retry("x");
    expect(later.incidentCodes().at(-1)).toBe("loop.choices");
  });

  it("a circle with work in it stops after the steps of one turn and goes on from there on retry", () => {
    const counting = drawing(
      [start(), choice("m"), script("count", { n: "n + 1" }), choice("x"), end()],
      [
        "start > m",
        "m > count",
        "count > x",
        ["x > m", { condition: "n < 60" }],
        ["x > end", { default: true }],
      ],
      { variables: { n: { type: "number", default: 0 } } },
    );
    const underTest = new CaseUnderTest(counting, { limits: { steps: 50 } });
    underTest.start();
    expect(underTest.incidentCodes()).toEqual(["limit.steps"]);
    const reached = Number(underTest.variables.n);
    expect(reached).toBeGreaterThan(10);
    let retries = 0;
    while (underTest.status === "active") {
      const [incident] = underTest.waits("incident");
      underTest.do({ kind: "incident.retry", incident: incident?.id ?? 0, by: "ann" });
      retries++;
    }
    expect(retries).toBeGreaterThan(0);
    expect(underTest.variables.n).toBe(60);
  });

  it("takes the smaller of the flow's own limit and the general one", () => {
    const endless = drawing([start(), script("spin", { n: "1" })], ["start > spin", "spin > spin"], {
      settings: { maxSteps: 30 },
    });
    const underTest = new CaseUnderTest(endless);
    underTest.start();
    expect(underTest.seen("incident.raised")[0]?.params).toEqual({ limit: 30 });
  });

  it("a flow that splits again and again stops at the number of tokens, with one incident", () => {
    const underTest = new CaseUnderTest(bomb, { limits: { tokens: 50 } });
    underTest.start();
    expect(underTest.incidentCodes()).toEqual(["limit.tokens"]);
    expect(underTest.waits()).toHaveLength(1);
    expect(Object.keys(underTest.state?.tokens ?? {}).length).toBeLessThanOrEqual(50);
    const { id } = underTest.waits("incident")[0] ?? { id: 0 };
    underTest.do({ kind: "incident.retry", incident: id, by: "ann" });
    expect(underTest.waits()).toHaveLength(1);
    expect(Object.keys(underTest.state?.tokens ?? {}).length).toBeLessThanOrEqual(50);
  });

  it("all that a limit stops in a turn goes on with the one incident, also when its own token is cancelled", () => {
    const spin = (id: string) => script(id, { n: "n + 1" });
    const loops = ["p", "q", "r"];
    const definition = drawing(
      [
        start(),
        gate("split"),
        ...loops.flatMap((id) => [
          sub(
            id,
            [start(`${id}s`), choice(`${id}m`), spin(`${id}w`), choice(`${id}x`), end(`${id}e`)],
            [
              `${id}s > ${id}m`,
              `${id}m > ${id}w`,
              `${id}w > ${id}x`,
              [`${id}x > ${id}m`, { condition: "n < 200" }],
              [`${id}x > ${id}e`, { default: true }],
            ],
          ),
          boundary(`${id}late`, id, { type: "message", message: { name: "stop" } }),
        ]),
      ],
      ["start > split", ...loops.map((id) => `split > ${id}`)],
      { variables: { n: { type: "number", default: 0 } } },
    );
    const underTest = new CaseUnderTest(definition, { limits: { steps: 60 } });
    underTest.start();
    expect(underTest.waits("incident")).toHaveLength(1);
    const n = Number(underTest.variables.n);
    // Whatever carries the incident is cancelled: the others try again, and one of them carries the next.
    const carrier = underTest.waits("incident")[0]?.node[0] ?? "";
    underTest.hear(`${carrier}late`);
    expect(Number(underTest.variables.n)).toBeGreaterThan(n);
    expect(underTest.waits("incident")).toHaveLength(1);
    while (underTest.status === "active") {
      const [incident] = underTest.waits("incident");
      underTest.do({ kind: "incident.retry", incident: incident?.id ?? 0, by: "ann" });
      expect(underTest.waits("incident").length).toBeLessThanOrEqual(1);
    }
    expect(Number(underTest.variables.n)).toBeGreaterThanOrEqual(200);
  });

  it("sub-processes nest only so deep", () => {
    let nodes: Node[] = [start("s"), task("deep"), end("e")];
    let lines = ["s > deep", "deep > e"];
    for (let level = 0; level < 5; level++) {
      const box = sub(`box${level}`, nodes, lines);
      nodes = [start(`s${level}`), box, end(`e${level}`)];
      lines = [`s${level} > box${level}`, `box${level} > e${level}`];
    }
    const allowed = new CaseUnderTest(drawing(nodes, lines), { limits: { depth: 5 } });
    allowed.start();
    expect(allowed.waitingAt()).toEqual(["task deep"]);
    const refused = new CaseUnderTest(drawing(nodes, lines), { limits: { depth: 4 } });
    refused.start();
    expect(refused.waitingAt()).toEqual(["incident box0"]);
    expect(refused.incidentCodes()).toEqual(["limit.depth"]);
  });

  it("variables grow only so large: a person's data is refused, a script's result is an incident", () => {
    const grow = drawing(
      [start(), task("fill"), script("double", { text: "text + text" }), end()],
      ["start > fill", "fill > double", "double > end"],
      { variables: { text: { type: "string" } } },
    );
    const underTest = new CaseUnderTest(grow, { limits: { variables: 1000 } });
    const refused = underTest.try({
      kind: "instance.start",
      variables: { text: "x".repeat(2000) },
      by: "ann",
    });
    expect(refused.ok ? null : refused.problem.code).toBe("limit.variables");
    underTest.start({ text: "x" });
    const { id } = underTest.wait("task", "fill");
    const data = { text: "x".repeat(1000) };
    const again = underTest.try({ kind: "task.complete", task: id, by: "ann", data });
    expect(again.ok ? null : again.problem.code).toBe("limit.variables");
    underTest.complete("fill", { data: { text: "x".repeat(600) } });
    expect(underTest.incidentCodes()).toEqual(["limit.variables"]);
    expect(underTest.waitingAt()).toEqual(["incident double"]);
  });

  it("one value that a mapping makes may only be so large, counted in bytes; the incident names it and what to do", () => {
    const grow = drawing(
      [start(), task("fill"), script("double", { text: "text + text" }), end()],
      ["start > fill", "fill > double", "double > end"],
      { variables: { text: { type: "string" } } },
    );
    const limits = { value: 100 };
    const within = new CaseUnderTest(grow, { limits });
    within.start({ text: "x" });
    // Two quotes and twice 49 bytes.
    within.complete("fill", { data: { text: "x".repeat(49) } });
    expect(within.incidentCodes()).toEqual([]);
    const over = new CaseUnderTest(grow, { limits });
    over.start({ text: "x" });
    // Three bytes each in UTF-8.
    over.complete("fill", { data: { text: "退".repeat(17) } });
    expect(over.incidentCodes()).toEqual(["limit.value"]);
    expect(over.waitingAt()).toEqual(["incident double"]);
  });

  it("keeps any tangle within its limits, whatever comes", () => {
    fc.assert(
      fc.property(tangle, impulses, (drawing, moves) => {
        const result = compile(drawing);
        if (!result.ok) return;
        const underTest = new CaseUnderTest(result.program, { limits: { steps: 60, tokens: 15 } });
        for (const impulse of moves) {
          underTest.try(commandFor(underTest, impulse));
          expect(Object.keys(underTest.state?.tokens ?? {}).length).toBeLessThanOrEqual(15);
        }
      }),
      { numRuns: 200 },
    );
  });
});
