import type { Edge, Node } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { searchFlow } from "../reference/search.ts";

/** A flow from lines such as `a > b`; steps that are not given are manual tasks. */
function flowOf(lines: string, nodes: Node[] = []) {
  const edges: Edge[] = lines
    .trim()
    .split(/\s*\n\s*/)
    .map((line, index) => {
      const [source = "", target = ""] = line.split(/\s*>\s*/);
      return { id: `e${index}`, source, target };
    });
  const ids = new Set(edges.flatMap(({ source, target }) => [source, target]));
  const given = new Set(nodes.map(({ id }) => id));
  const rest = [...ids].filter((id) => !given.has(id)).map((id): Node => byName(id));
  return { nodes: [...rest, ...nodes], edges };
}

function byName(id: string): Node {
  if (id.startsWith("start")) return { id, kind: "start" };
  if (id.startsWith("end")) return { id, kind: "end" };
  if (id.startsWith("stop")) return { id, kind: "end", result: { type: "terminate" } };
  if (id.startsWith("xor")) return { id, kind: "exclusive" };
  if (id.startsWith("and")) return { id, kind: "parallel" };
  if (id.startsWith("or")) return { id, kind: "inclusive" };
  return { id, kind: "manualTask" };
}

function findings(lines: string, nodes: Node[] = []) {
  const content = flowOf(lines, nodes);
  const definition = { schema: "flowright/workflow/v1" as const, id: "f", name: "F", ...content };
  const { findings, complete } = searchFlow(definition, { states: 10_000 });
  expect(complete).toBe(true);
  return findings.map(({ code, nodes }) => `${code}: ${nodes.join(" ")}`);
}

describe("the search through all states", () => {
  it("finds nothing in a sound flow", () => {
    expect(
      findings(`start > and1
        and1 > a
        and1 > b
        a > and2
        b > and2
        and2 > xor1
        xor1 > end1
        xor1 > end2`),
    ).toEqual([]);
  });

  it("finds a parallel join after a choice", () => {
    expect(
      findings(`start > xor1
        xor1 > a
        xor1 > b
        a > and2
        b > and2
        and2 > end`),
    ).toEqual(["deadlock: and2", "dead-step: end"]);
  });

  it("finds that an inclusive join waits for what can come, and no longer", () => {
    expect(
      findings(`start > or1
        or1 > a
        or1 > b
        a > or2
        b > or2
        or2 > end`),
    ).toEqual([]);
  });

  it("finds steps that may run twice, and an end that is reached twice", () => {
    expect(
      findings(`start > and1
        and1 > a
        and1 > b
        a > xor1
        b > xor1
        xor1 > c
        c > end`),
    ).toEqual(["lack-of-synchronisation: c", "improper-completion: end"]);
  });

  it("finds a circle that nothing leads out of", () => {
    expect(
      findings(`start > xor1
        xor1 > a
        a > xor2
        xor2 > a
        xor1 > end`),
    ).toEqual(["livelock: a xor2"]);
  });

  it("finds a terminate end that kills open work, unless a choice leads to it", () => {
    const parallel = "start > and1\nand1 > a\nand1 > b\na > end1\nb > stop";
    expect(findings(parallel)).toEqual(["improper-completion: stop"]);
    expect(findings(`${parallel.replace("b > stop", "b > xor1")}\nxor1 > stop\nxor1 > end2`)).toEqual([]);
  });

  it("finds steps at which nothing ever arrives", () => {
    const inner = flowOf("startIn > job\njob > endIn");
    const events: Node[] = [
      { id: "sub", kind: "subProcess", ...inner },
      { id: "late", kind: "boundary", attachedTo: "sub", event: { type: "timer", duration: "PT1H" } },
      { id: "broken", kind: "boundary", attachedTo: "sub", event: { type: "error", code: "E" } },
    ];
    expect(findings("start > sub\nsub > end1\nlate > end2\nbroken > end3", events)).toEqual([
      "dead-step: broken end3",
    ]);
  });

  it("says that it is not complete where tokens become ever more", () => {
    const content = flowOf("start > xor1\nxor1 > and1\nand1 > xor1\nand1 > a\na > end");
    const definition = { schema: "flowright/workflow/v1" as const, id: "f", name: "F", ...content };
    const { findings, complete } = searchFlow(definition, { states: 10_000 });
    expect(complete).toBe(false);
    expect(findings.map(({ code }) => code)).toContain("lack-of-synchronisation");
  });
});
