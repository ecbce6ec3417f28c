import type { Node } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { choice, drawing, end, onError, service, start, sub, task } from "../../test/drawing.ts";
import { compile } from "./compile.ts";

function codes(definition: Parameters<typeof compile>[0]): string[] {
  const result = compile(definition);
  return result.ok ? [] : result.problems.map(({ code, path }) => `${code} ${path}`);
}

describe("compile", () => {
  it("takes a sound drawing and gives a frozen program", () => {
    const result = compile(drawing([start(), task("a"), end()], ["start > a", "a > end"]));
    expect(result.ok).toBe(true);
    if (result.ok) expect(Object.isFrozen(result.program)).toBe(true);
  });

  it("names the place of every expression that it cannot read, in both languages", () => {
    const box = sub("box", [start("s"), choice("x"), end("e")], ["s > x", ["x > e", { condition: "1 +" }]]);
    const call = service("call", {
      input: [{ target: "a", value: "(" }],
      output: [{ target: "b", value: ")" }],
    });
    const result = compile(
      drawing([start(), box, call, end()], ["start > box", "box > call", "call > end"], {
        settings: { businessKey: "if" },
      }),
    );
    expect(result.ok ? [] : result.problems.map(({ path }) => path).sort()).toEqual([
      "/nodes/1/edges/1/condition",
      "/nodes/2/input/0/value",
      "/nodes/2/output/0/value",
      "/settings/businessKey",
    ]);
    for (const problem of result.ok ? [] : result.problems) {
      expect(problem.code).toBe("compile.expression");
      expect(problem.at).toBeDefined();
      for (const text of [problem.message, problem.fix])
        for (const said of Object.values(text)) expect(said).not.toMatch(/[{}]|undefined/);
    }
  });

  it("refuses what it could not run: loose ends, twins, boundaries of nothing, missing starts", () => {
    expect(codes(drawing([start(), task("a")], ["start > a", "a > nowhere"]))).toEqual([
      "compile.edge-end /edges/1",
    ]);
    expect(codes(drawing([start(), task("a"), task("a")], ["start > a"]))).toEqual([
      "compile.id-twice /nodes/2",
    ]);
    expect(codes(drawing([start(), task("a")], ["start > a", "start > a"]))).toEqual([
      "compile.id-twice /edges/1",
    ]);
    expect(codes(drawing([start(), onError("b", "start")], []))).toEqual([
      "compile.boundary-host /nodes/1/attachedTo",
    ]);
    expect(codes(drawing([task("a")], []))).toEqual(["compile.no-start /nodes"]);
    expect(codes(drawing([start(), sub("box", [task("a")], [])], ["start > box"]))).toEqual([
      "compile.no-start /nodes/1/nodes",
    ]);
    const gateway: Node = { id: "g", kind: "eventBased" };
    expect(codes(drawing([start(), gateway, task("a")], ["start > g", "g > a"]))).toEqual([
      "compile.gateway-follower /nodes/1",
    ]);
    let box = sub("box0", [start("s0")], []);
    for (let level = 1; level < 25; level++) box = sub(`box${level}`, [start(`s${level}`), box], []);
    expect(codes(drawing([start(), box], ["start > box24"]))[0]).toMatch(/^compile.nested-too-deep/);
  });

  it("lets a process begin by messages alone", () => {
    const byMessage: Node = {
      id: "start",
      kind: "start",
      trigger: { type: "message", message: { name: "asked", key: "message.no" } },
    };
    expect(codes(drawing([byMessage, end()], ["start > end"]))).toEqual([]);
  });
});
