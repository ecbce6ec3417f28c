import type { Edge, Node, WorkflowDefinition } from "@flowright/definition";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Proof, playCounterExample, prove } from "../src/index.ts";
import { naiveSearch } from "./naive-search.ts";
import { block, drawn } from "./random-drawing.ts";

const makers = fc.constantFrom<(id: string) => Node>(
  (id) => ({ id, kind: "userTask", who: { type: "people", people: ["ann"] } }),
  (id) => ({ id, kind: "userTask", who: { type: "people", people: ["ann"] } }),
  (id) => ({ id, kind: "scriptTask", assignments: [{ target: "a", value: "1" }] }),
  (id) => ({ id, kind: "approval", who: { type: "people", people: ["ann"] }, rule: { type: "any" } }),
  (id) => ({ id, kind: "exclusive" }),
  (id) => ({ id, kind: "exclusive" }),
  (id) => ({ id, kind: "parallel" }),
  (id) => ({ id, kind: "parallel" }),
  (id) => ({ id, kind: "end" }),
  (id) => ({ id, kind: "end", result: { type: "terminate" } }),
);

const outcome = fc.constantFrom(undefined, "approved", "rejected");

/** Nodes and lines anyhow. */
const tangle: fc.Arbitrary<WorkflowDefinition> = fc
  .array(makers, { minLength: 2, maxLength: 8 })
  .chain((made) => {
    const nodes: Node[] = [{ id: "start", kind: "start" }, ...made.map((make, index) => make(`n${index}`))];
    const place = fc.integer({ min: 1, max: nodes.length - 1 });
    const line = fc.record({ source: place, target: place, outcome });
    return fc
      .tuple(place, fc.array(line, { minLength: nodes.length - 1, maxLength: nodes.length * 2 }))
      .map(([first, lines]) => {
        const idOf = (index: number) => nodes[index]?.id ?? "";
        const edges: Edge[] = [{ id: "e", source: "start", target: idOf(first) }];
        for (const [index, { source, target, outcome }] of lines.entries()) {
          const node = nodes[source];
          if (!node || node.kind === "end") continue;
          const led = node.kind === "approval" && outcome !== undefined ? { outcome } : {};
          edges.push({ id: `e${index}`, source: node.id, target: idOf(target), ...led });
        }
        return { schema: "flowright/workflow/v1", id: "tangle", name: "Tangle", nodes, edges };
      });
  });

function nodesIn({ findings }: Proof, ...codes: string[]): string[] {
  const nodes = findings.flatMap((finding) => (codes.includes(finding.code) ? finding.nodes : []));
  return [...new Set(nodes)].sort();
}

describe("the prover on random drawings", () => {
  it("finds what a plain look at every state finds, and nothing else", () => {
    let compared = 0;
    fc.assert(
      fc.property(tangle, (definition) => {
        const naive = naiveSearch(definition, 1_500);
        const proof = prove(definition);
        if (naive === null || !proof.complete) return;
        compared++;
        expect(nodesIn(proof, "proof.deadlock", "proof.join-never-filled")).toEqual([...naive.stuck].sort());
        expect(nodesIn(proof, "proof.runs-twice")).toEqual([...naive.twice].sort());
        expect(nodesIn(proof, "proof.end-twice")).toEqual([...naive.endTwice].sort());
        expect(nodesIn(proof, "proof.dead-step")).toEqual([...naive.dead].sort());
        expect(nodesIn(proof, "proof.livelock").length > 0).toBe(naive.livelock);
      }),
      { numRuns: 150 },
    );
    expect(compared).toBeGreaterThan(50);
  });

  it("comes to the same with a bound, as far as it comes", () => {
    fc.assert(
      fc.property(tangle, fc.integer({ min: 1, max: 20 }), (definition, states) => {
        const bounded = prove(definition, { states });
        const whole = prove(definition);
        if (bounded.complete) expect(bounded.findings).toEqual(whole.findings);
        else if (whole.complete) {
          for (const code of ["proof.runs-twice", "proof.end-twice"])
            expect(nodesIn(whole, code)).toEqual(expect.arrayContaining(nodesIn(bounded, code)));
          expect(nodesIn(bounded, "proof.livelock", "proof.dead-step")).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("gives moves that the engine plays to the state that the finding names", () => {
    let played = 0;
    fc.assert(
      fc.property(fc.oneof(tangle, block.map(drawn)), (definition) => {
        for (const finding of prove(definition).findings) {
          if (finding.moves.length === 0 || !finding.marking) continue;
          const { state, reached } = playCounterExample(definition, finding);
          // What the prover reads is not always what compiles.
          if (state === null) continue;
          played++;
          expect([finding.code, finding.nodes, reached]).toEqual([finding.code, finding.nodes, true]);
        }
      }),
      { numRuns: 60, seed: 4 },
    );
    expect(played).toBeGreaterThan(15);
  });
});
