import type { Edge, Node, WorkflowDefinition } from "@flowright/definition";
import { describe, expect, it } from "vitest";
import { prove } from "../src/index.ts";
import { drawing, end, gate, type Line, start, sub, task } from "./drawing.ts";

function definition(nodes: Node[], edges: Edge[]): WorkflowDefinition {
  return { schema: "flowright/workflow/v1", id: "large", name: "Large", nodes, edges };
}

describe("the prover keeps within its bounds", () => {
  it("17 parallel branches and nested blocks need no state space", () => {
    const names = Array.from({ length: 17 }, (_, index) => `t${index}`);
    const wide = drawing(
      [start(), gate("split"), ...names.map((name) => task(name)), gate("meet"), end()],
      [
        "start > split",
        ...names.flatMap((name): Line[] => [`split > ${name}`, `${name} > meet`]),
        "meet > end",
      ],
    );
    const proof = prove(wide);
    expect(proof).toMatchObject({ findings: [], complete: true });
    expect(proof.states).toBeLessThan(5);
  });

  it("17 parallel branches of which each may end early are proven, too", () => {
    const nodes: Node[] = [start(), gate("split"), gate("meet"), end()];
    const lines: Line[] = ["start > split", "meet > end"];
    for (let index = 0; index < 17; index++) {
      const [a, x, b, e] = [`a${index}`, `x${index}`, `b${index}`, `e${index}`];
      nodes.push(task(a), { id: x, kind: "exclusive" }, task(b), end(e));
      lines.push(
        `split > ${a}`,
        `${a} > ${x}`,
        `${x} > ${b}`,
        [`${x} > ${e}`, { default: true }],
        `${b} > meet`,
      );
    }
    const proof = prove(drawing(nodes, lines));
    expect(proof.complete).toBe(true);
    expect(proof.states).toBeLessThan(1_000);
    expect(proof.findings.map(({ code }) => code)).toContain("proof.deadlock");
  });

  it("a tangle of 3,000 nodes comes to an end", () => {
    const kinds = ["parallel", "exclusive", "inclusive", "userTask"] as const;
    const nodes: Node[] = [start()];
    const edges: Edge[] = [];
    let state = 1;
    const random = (below: number) => {
      state = (state * 48_271) % 2_147_483_647;
      return state % below;
    };
    for (let index = 1; index < 3_000; index++) {
      const kind = kinds[random(kinds.length)] ?? "exclusive";
      nodes.push(kind === "userTask" ? task(`n${index}`) : { id: `n${index}`, kind });
    }
    for (const { id } of nodes)
      for (let line = 0; line < 3; line++)
        edges.push({ id: `e${edges.length}`, source: id, target: `n${1 + random(2_998)}` });
    const proof = prove(definition(nodes, edges));
    expect(proof.states).toBeLessThan(25_000);
    expect(proof.findings.length).toBeGreaterThan(0);
  });

  it("blocks nest deeply, and a chain is long", () => {
    let nodes: Node[] = [start("s"), task("t"), end("e")];
    let lines: Line[] = ["s > t", "t > e"];
    for (let level = 0; level < 150; level++) {
      nodes = [start(`s${level}`), sub(`b${level}`, nodes, lines), end(`e${level}`)];
      lines = [`s${level} > b${level}`, `b${level} > e${level}`];
    }
    expect(prove(drawing(nodes, lines))).toMatchObject({ findings: [], complete: true });
    const names = Array.from({ length: 4_000 }, (_, index) => `t${index}`);
    const chain = ["start", ...names, "end"];
    const long = drawing(
      [start(), ...names.map((name) => task(name)), end()],
      chain.slice(1).map((name, index): Line => `${chain[index]} > ${name}`),
    );
    expect(prove(long)).toMatchObject({ findings: [], complete: true });
  });

  it("ever more tokens are found and not followed", () => {
    const flow = drawing(
      [start(), { id: "m", kind: "exclusive" }, task("a"), gate("split"), end()],
      ["start > m", "m > a", "a > split", "split > m", ["split > m", { id: "again" }], "split > end"],
    );
    const proof = prove(flow);
    expect(proof.states).toBeLessThan(200);
    expect(proof.findings.map(({ code }) => code)).toContain("proof.runs-twice");
  });

  it("an edit in one block leaves the proofs of the others as they are", () => {
    const block = (id: string, inner: string) =>
      sub(id, [start(`${id}s`), task(inner), end(`${id}e`)], [`${id}s > ${inner}`, `${inner} > ${id}e`]);
    const flow = (inner: string) =>
      drawing([start(), block("a", "one"), block("b", inner), end()], ["start > a", "a > b", "b > end"]);
    const first = prove(flow("two"));
    expect(prove(flow("two"))).toEqual(first);
    expect(prove(flow("three"))).toEqual(first);
  });
});
